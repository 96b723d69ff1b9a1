"""Makes small PDF forms for tests: text set line by line at exact places."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = letter
REGULAR, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
PROSE = (
    "You are being asked to take part in a research study about sleep. The doctors want to learn "
    "whether a short walk every evening helps people to fall asleep. You will come to the clinic "
    "four times in three months and wear a watch that counts your steps during the whole study. "
)


class Form:
    """A PDF that grows from the top of each page downwards.

    With `degrees` its first page is set so that it stands upright once the page is rotated.
    """

    def __init__(
        self, size: tuple[float, float] = letter, degrees: int = 0, **options: Any
    ) -> None:
        self._stream = BytesIO()
        self.canvas = Canvas(self._stream, pagesize=size, **options)
        x, y = {0: (0, 0), 90: (size[0], 0), 180: size, 270: (0, size[1])}[degrees]
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        self._top = size[degrees // 90 % 2 - 1]
        self.y = self._top - 72

    def line(
        self, text: str, x: float = 72, font: str = REGULAR, size: float = 11, lead: float = 13.5
    ) -> "Form":
        """Set one line and move down."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        self.y -= lead
        return self

    def mixed(self, *parts: tuple[str, str], x: float = 72, size: float = 11) -> "Form":
        """Set one line of several (font, text) parts."""
        for font, text in parts:
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, text)
            x += stringWidth(text, font, size)
        self.y -= 13.5
        return self

    def prose(
        self, text: str = PROSE, x: float = 72, width: float = 468, size: float = 11
    ) -> "Form":
        """Set a paragraph with ragged right edge and leave some space below."""
        for line in wrapped(text, width, size):
            self.line(line, x, size=size)
        return self.space(7)

    def space(self, points: float) -> "Form":
        """Move down."""
        self.y -= points
        return self

    def at(self, x: float, y: float, text: str, font: str = REGULAR, size: float = 9) -> "Form":
        """Set words `y` points above the bottom without moving."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        return self

    def table(
        self, xs: Sequence[float], rows: Sequence[Sequence[str]], bold: int = 1, tall: float = 20
    ) -> "Form":
        """Rule a table with the column edges `xs`; the first `bold` rows are set in bold."""
        top = self.y
        for index, row in enumerate(rows):
            deep = tall * max(cell.count("\n") + 1 for cell in row)
            for x, cell in zip(xs, row, strict=False):
                for n, words in enumerate(cell.split("\n")):
                    font = BOLD if index < bold else REGULAR
                    self.at(x + 4, self.y - 14 - n * 13, words, font, 10)
            self.canvas.line(xs[0], self.y, xs[-1], self.y)
            self.y -= deep
        self.canvas.line(xs[0], self.y, xs[-1], self.y)
        for x in xs:
            self.canvas.line(x, top, x, self.y)
        return self.space(24)

    def page(self) -> "Form":
        """End the page."""
        self.canvas.showPage()
        self.y = self._top - 72
        return self

    def data(self) -> bytes:
        """Return the bytes of the finished file."""
        self.canvas.save()
        return self._stream.getvalue()


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Break words into lines that are at most `width` points wide."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, REGULAR, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def merged(*files: bytes) -> bytes:
    """Return one file of the pages of several."""
    target = pypdfium2.PdfDocument.new()
    for data in files:
        target.import_pages(pypdfium2.PdfDocument(data))
    stream = BytesIO()
    target.save(stream)
    return stream.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """Return the file with every page rotated."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.set_rotation(degrees)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def scanned(data: bytes, folder: Path, dots: int = 200) -> bytes:
    """Return the file with every page turned into a picture."""
    form = Form()
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        path = folder / f"page{number}.png"
        page.render(scale=dots / 72, grayscale=True).to_pil().save(path)
        form.canvas.drawImage(ImageReader(str(path)), 0, 0, WIDTH, HEIGHT)
        form.page()
    return form.data()
