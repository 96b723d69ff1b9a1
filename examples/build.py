"""Build the example consent forms from their plain-text sources.

Every form has one source, ``forms/<stem>.txt``; this script writes ``<stem>.pdf`` beside
itself, and ``<stem>.docx`` when the source asks for it (``docx: yes``). The output is
reproducible: building twice gives the same bytes.

Source format. The file starts with ``key: value`` settings, closed by a line ``---``:

    title    document title (metadata)          font    Times or Helvetica
    author   institution (metadata)             size    body size in points
    org      letterhead, "name | second line"   stamp   approval stamp, "line | line | ..."
    header   running header, "left | right"     footer  running footer, "left | centre"
    docx     yes = also write a Word file

The body is made of blocks; a blank line ends a paragraph. Inside a text, ``**bold**`` and
``*italic*`` work, and ``[ ]`` is an empty check box.

    # / ## / ###       headings                - text           bullet
    > text             line of a shaded box    [ ] text         check-box line
    | a | b |          row of a table, which begins with:
    @table 30 70 ...   starts a table: column widths in percent; also ``nohead`` (no heading
                       row), ``small`` (small type), ``center`` (marks centred)
    @sign A | B        signature line(s)        @center text      centred bold line
    @header a | b      new running header, from the next page on
    @newpage           page break

Usage: python build.py [stem ...]
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

HERE = Path(__file__).resolve().parent
BOX = "\u2610"
LISTS = ("bullet", "check")
LINES = {  # how the lines of each kind begin
    "heading": r"(?P<mark>#{1,3}) (?P<text>.+)",
    "bullet": r"(?P<mark>-) (?P<text>.+)",
    "check": rf"(?P<mark>{BOX}) *(?P<text>.+)",
    "box": r"(?P<mark>>) (?P<text>.+)",
    "row": r"(?P<mark>)(?P<text>\|.+)",
}
MARGIN = inch
TEXT_WIDTH = letter[0] - 2 * MARGIN
FIXED_DATE = dt.datetime(2025, 1, 1)
FONTS = {"Times": ("Times-Roman", "Times-Bold"), "Helvetica": ("Helvetica", "Helvetica-Bold")}
WORD_FONTS = {"Times": "Times New Roman", "Helvetica": "Arial"}
GREY = colors.Color(0.90, 0.92, 0.94)
INK = colors.Color(0.13, 0.25, 0.38)


@dataclass
class Block:
    """One block of a form: a paragraph, heading, list item, box, table or command."""

    kind: str
    text: str = ""
    mark: str = ""
    rows: list[list[str]] = field(default_factory=list)

    @property
    def options(self) -> list[str]:
        """The words after ``@table``: column widths and flags."""
        return self.text.split()


# ---------------------------------------------------------------- source text


def typographic(text: str) -> str:
    """Turn straight quotes into curly ones, and ``[ ]`` into a check box."""
    text = text.replace("[ ]", BOX).replace("   ", " \u00a0 ")
    text = re.sub(r"(^|[\s(\[*])\"", "\\1\u201c", text).replace('"', "\u201d")
    return re.sub(r"(^|[\s(\[\u201c])'", "\\1\u2018", text).replace("'", "\u2019")


def split_bar(text: str) -> list[str]:
    """Split ``a | b`` into its trimmed parts."""
    return [part.strip() for part in text.strip().strip("|").split("|")]


def spans(text: str) -> list[tuple[str, str]]:
    """Split a text into ``(style, text)`` runs; the style is "", "b" or "i"."""
    out = []
    for part in re.split(r"(\*\*.+?\*\*|\*.+?\*)", text):
        if part.startswith("**"):
            out.append(("b", part[2:-2]))
        elif part.startswith("*"):
            out.append(("i", part[1:-1]))
        elif part:
            out.append(("", part))
    return out


def read_line(line: str) -> Block:
    """Read one source line as a block of its own."""
    for kind, pattern in LINES.items():
        if m := re.fullmatch(pattern, line):
            return Block(kind, m["text"], m["mark"])
    if m := re.fullmatch(r"@(\w+) ?(.*)", line):
        return Block(m[1], m[2])
    return Block("para", line)


def parse(source: str) -> tuple[dict[str, str], list[Block]]:
    """Read the settings and the blocks of one form source."""
    head, _, body = source.partition("\n---\n")
    settings = dict(re.findall(r"^(\w+):\s*(.+)$", typographic(head), re.MULTILINE))
    blocks: list[Block] = []
    running = False  # a plain line continues the last block
    for line in map(str.strip, typographic(body).splitlines()):
        block = read_line(line)
        if block.kind == "row":
            blocks[-1].rows.append(split_bar(block.text))
        elif block.kind == "para" and line and running:
            blocks[-1].text += " " + line
        elif block.kind == "box" and blocks[-1].kind == "box":
            blocks[-1].rows.append([block.text])
        elif line:
            block.rows = [[block.text]] if block.kind == "box" else []
            blocks.append(block)
        running = bool(line) and block.kind in ("para", *LISTS)
    return settings, blocks


def column_widths(block: Block, total: float) -> list[float]:
    """Compute the column widths of a table, equal if the source gives none."""
    given = [float(o) for o in block.options if o[0].isdigit()]
    given = given or [100 / len(block.rows[0])] * len(block.rows[0])
    return [total * w / 100 for w in given]


def sign_widths(count: int, total: float) -> list[float]:
    """Compute the column widths of a signature line: the first is the long one."""
    return [total] if count == 1 else [total * 0.6] + [total * 0.4 / (count - 1)] * (count - 1)


# ------------------------------------------------------------------------ PDF


def markup(text: str) -> str:
    """Write a text in the mini-XML of reportlab paragraphs."""
    text = re.sub(r"(\(\d{3}\)) (?=\d)", "\\1\u00a0", text)  # no line break in a phone number
    out = "".join(f"<{s}>{escape(t)}</{s}>" if s else escape(t) for s, t in spans(text))
    return out.replace(BOX, '<font name="ZapfDingbats">\u274f</font>')


class HeaderChange(Flowable):  # type: ignore[misc]
    """An invisible mark that sets the running header of the pages after it."""

    def __init__(self, text: str) -> None:
        """Remember the new header text."""
        super().__init__()
        self.text = text

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Hand the text to the document."""
        self.canv.running_header = self.text


class PdfForm:
    """Lays one form out as a PDF."""

    def __init__(self, settings: dict[str, str], blocks: list[Block]) -> None:
        """Set the paragraph styles from the settings of the form."""
        self.settings, self.blocks = settings, blocks
        self.font, self.bold = FONTS[settings["font"]]
        self.size = float(settings["size"])
        self.total = 0
        lead = self.size * 1.24
        self.body = ParagraphStyle(
            "body", fontName=self.font, fontSize=self.size, leading=lead, spaceAfter=lead * 0.5
        )
        self.item = ParagraphStyle("item", self.body, leftIndent=22, bulletIndent=9, spaceAfter=3)
        self.cell = ParagraphStyle(
            "cell", self.body, fontSize=self.size - 1, leading=lead - 1.5, spaceAfter=0
        )
        self.small = ParagraphStyle("small", self.cell, fontSize=8, leading=9.6)
        sizes = {1: self.size + 2, 2: self.size + 0.5, 3: self.size}
        self.heads = {
            n: ParagraphStyle(
                f"h{n}",
                self.body,
                fontName=self.bold
                if n < 3
                else self.bold.replace("Bold", "BoldItalic")
                if self.bold.startswith("Times")
                else "Helvetica-BoldOblique",
                fontSize=s,
                leading=s * 1.25,
                spaceBefore=10 if n == 1 else 6,
                spaceAfter=4,
            )
            for n, s in sizes.items()
        }

    def build(self) -> bytes:
        """Make the PDF; the first run only counts the pages for "Page x of y"."""
        self._run()
        return self._run()

    def _run(self) -> bytes:
        out = io.BytesIO()
        doc = BaseDocTemplate(
            out,
            pagesize=letter,
            title=self.settings["title"],
            author=self.settings["author"],
            invariant=1,
        )
        frame = Frame(
            MARGIN, 0.85 * inch, TEXT_WIDTH, letter[1] - 1.85 * inch, 0, 0, 0, 0, showBoundary=0
        )
        doc.addPageTemplates(PageTemplate("page", [frame], onPage=self._furniture))
        doc.build(self._story())
        self.total = doc.page
        return out.getvalue()

    def _furniture(self, canvas: Canvas, doc: BaseDocTemplate) -> None:
        """Draw the running header and footer of one page."""
        width, height = letter
        left, right = split_bar(getattr(canvas, "running_header", self.settings["header"]))
        canvas.saveState()
        canvas.setFont(self.font, 8.5)
        canvas.drawString(MARGIN, height - 0.55 * inch, left)
        canvas.drawRightString(width - MARGIN, height - 0.55 * inch, right)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, height - 0.63 * inch, width - MARGIN, height - 0.63 * inch)
        left, centre = split_bar(self.settings["footer"])
        canvas.line(MARGIN, 0.68 * inch, width - MARGIN, 0.68 * inch)
        canvas.drawString(MARGIN, 0.52 * inch, left)
        canvas.drawCentredString(width / 2 + 0.4 * inch, 0.52 * inch, centre)
        canvas.drawRightString(width - MARGIN, 0.52 * inch, f"Page {doc.page} of {self.total}")
        canvas.restoreState()

    def _story(self) -> list[Any]:
        story: list[Any] = [self._letterhead(), Spacer(1, 10)]
        before = ""
        for block in self.blocks:
            if before in LISTS and block.kind not in LISTS:
                story.append(Spacer(1, 5))
            if (
                block.kind == "heading" and before != "heading"
            ):  # never leave a heading alone at the foot
                story.append(CondPageBreak(6 * self.body.leading))
            story += getattr(self, "_" + block.kind)(block)
            before = block.kind
        return story

    def _letterhead(self) -> Table:
        """Emblem, institution and approval stamp at the top of page 1."""
        name, unit = split_bar(self.settings["org"])
        org = [
            Paragraph(name, ParagraphStyle("org", self.heads[1], textColor=INK, spaceAfter=0)),
            Paragraph(unit, ParagraphStyle("unit", self.cell, textColor=INK)),
        ]
        lines = [Paragraph(markup(t), self.small) for t in split_bar(self.settings["stamp"])]
        stamp = Table([[lines]], colWidths=[148], style=[("BOX", (0, 0), (-1, -1), 0.8, INK)])
        return Table(
            [[Emblem(), org, stamp]],
            colWidths=[46, TEXT_WIDTH - 200, 154],
            style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)],
        )

    def _heading(self, block: Block) -> list[Any]:
        return [Paragraph(markup(block.text), self.heads[len(block.mark)])]

    def _para(self, block: Block) -> list[Any]:
        return [Paragraph(markup(block.text), self.body)]

    def _bullet(self, block: Block) -> list[Any]:
        return [Paragraph(markup(block.text), self.item, bulletText="\u2022")]

    def _check(self, block: Block) -> list[Any]:
        style = ParagraphStyle("check", self.item, leftIndent=26, bulletIndent=8, spaceAfter=6)
        return [Paragraph(f"<bullet>{markup(BOX)}</bullet>{markup(block.text)}", style)]

    def _center(self, block: Block) -> list[Any]:
        style = ParagraphStyle("center", self.heads[1], alignment=TA_CENTER, spaceAfter=8)
        return [Paragraph(markup(block.text), style)]

    def _box(self, block: Block) -> list[Any]:
        rows = [[Paragraph(markup(row[0]), self.body)] for row in block.rows]
        style = [
            ("BOX", (0, 0), (-1, -1), 0.8, INK),
            ("BACKGROUND", (0, 0), (-1, -1), GREY),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
        ]
        return [Table(rows, colWidths=[TEXT_WIDTH], style=style), Spacer(1, 8)]

    def _table(self, block: Block) -> list[Any]:
        base = self.small if "small" in block.options else self.cell
        middle = ParagraphStyle("middle", base, alignment=TA_CENTER)
        head = "nohead" not in block.options
        data = []
        for r, row in enumerate(block.rows):
            cells = []
            for c, text in enumerate(row):
                strong = (head and r == 0) or (not head and c == 0)
                shown = f"**{text}**" if strong and text and "*" not in text else text
                centred = c > 0 and "center" in block.options
                cells.append(Paragraph(markup(shown), middle if centred else base))
            data.append(cells)
        pad = 2 if "small" in block.options else 4
        style = TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if "center" in block.options else "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), pad),
                ("RIGHTPADDING", (0, 0), (-1, -1), pad),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
        if head:
            style.add("BACKGROUND", (0, 0), (-1, 0), GREY)
        widths = column_widths(block, TEXT_WIDTH)
        return [Table(data, widths, repeatRows=int(head), style=style), Spacer(1, 9)]

    def _sign(self, block: Block) -> list[Any]:
        labels = split_bar(block.text)
        row: list[Any] = []
        widths: list[float] = []
        for label, width in zip(labels, sign_widths(len(labels), TEXT_WIDTH), strict=True):
            row += [Paragraph(markup(label), self.small), ""]
            widths += [width - 14, 14]
        style: list[tuple[Any, ...]] = [
            ("LINEABOVE", (2 * i, 0), (2 * i, 0), 0.7, colors.black) for i in range(len(labels))
        ]
        style += [("TOPPADDING", (0, 0), (-1, -1), 2), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        return [KeepTogether([Spacer(1, 24), Table([row], widths, style=style)]), Spacer(1, 2)]

    def _header(self, block: Block) -> list[Any]:
        return [HeaderChange(block.text)]

    def _newpage(self, _: Block) -> list[Any]:
        return [PageBreak()]


class Emblem(Flowable):  # type: ignore[misc]
    """The small square with a cross in the letterhead."""

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take a square of 36 points."""
        return 36, 36

    def draw(self) -> None:
        """Draw the square and the cross."""
        self.canv.setFillColor(INK)
        self.canv.roundRect(0, 0, 36, 36, 6, stroke=0, fill=1)
        self.canv.setFillColor(colors.white)
        self.canv.rect(15, 7, 6, 22, stroke=0, fill=1)
        self.canv.rect(7, 15, 22, 6, stroke=0, fill=1)


# ----------------------------------------------------------------------- DOCX


def add_runs(paragraph: WordParagraph, text: str, bold: bool = False) -> None:
    """Add a text with its bold and italic runs to a Word paragraph."""
    for style, part in spans(text):
        run = paragraph.add_run(part)
        run.bold = bold or style == "b"
        run.italic = style == "i"


def add_field(paragraph: WordParagraph, code: str) -> None:
    """Add a Word field such as PAGE or NUMPAGES."""
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


class WordForm:
    """Lays one form out as a Word document."""

    def __init__(self, settings: dict[str, str], blocks: list[Block]) -> None:
        """Open an empty document and set its styles."""
        self.settings, self.blocks = settings, blocks
        self.doc = Document()
        font = WORD_FONTS[settings["font"]]
        for name, size in {"Normal": 0, "Heading 1": 2, "Heading 2": 0.5, "Heading 3": 0}.items():
            style = self.doc.styles[name]
            style.font.name = font
            style.font.size = Pt(float(settings["size"]) + size)
            style.font.color.rgb = RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in [key for key in fonts.attrib if "Theme" in key]:
                del fonts.attrib[theme]
            fonts.set(qn("w:hAnsi"), font)

    def build(self) -> bytes:
        """Make the document."""
        section = self.doc.sections[0]
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        section.left_margin = section.right_margin = Inches(1)
        for name in ("Header", "Footer"):
            style = self.doc.styles[name]
            style.font.size = Pt(8.5)
            style.paragraph_format.tab_stops.clear_all()
        self._line(section.header.paragraphs[0], split_bar(self.settings["header"]))
        left, centre = split_bar(self.settings["footer"])
        footer = section.footer.paragraphs[0]
        self._line(footer, [f"{left}    {centre}", "Page "])
        add_field(footer, "PAGE")
        footer.add_run(" of ")
        add_field(footer, "NUMPAGES")
        self.doc.add_paragraph().add_run(
            " \u2013 ".join(split_bar(self.settings["org"]))
        ).bold = True
        add_runs(self.doc.add_paragraph(), " | ".join(split_bar(self.settings["stamp"])))
        for block in self.blocks:
            getattr(self, "_" + block.kind)(block)
        core = self.doc.core_properties
        core.title, core.author = self.settings["title"], self.settings["author"]
        core.last_modified_by = self.settings["author"]
        core.comments = ""
        core.created = core.modified = FIXED_DATE
        out = io.BytesIO()
        self.doc.save(out)
        return fixed_zip(out.getvalue())

    @staticmethod
    def _line(paragraph: WordParagraph, parts: list[str]) -> None:
        """Fill a header or footer line: left text, tab, right text."""
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("\t".join(parts))

    @staticmethod
    def _widths(table: WordTable, widths: list[float]) -> None:
        """Set the column widths of a Word table, in inches."""
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
            for cell in column.cells:
                cell.width = Inches(width)

    def _heading(self, block: Block) -> None:
        self.doc.add_heading(block.text.replace("*", ""), len(block.mark))

    def _para(self, block: Block) -> None:
        add_runs(self.doc.add_paragraph(), block.text)

    def _bullet(self, block: Block) -> None:
        add_runs(self.doc.add_paragraph(style="List Bullet"), block.text)

    def _check(self, block: Block) -> None:
        add_runs(self.doc.add_paragraph(), f"{BOX} {block.text}")

    def _center(self, block: Block) -> None:
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_runs(paragraph, block.text, bold=True)

    def _box(self, block: Block) -> None:
        cell = self.doc.add_table(1, 1, "Table Grid").cell(0, 0)
        for i, row in enumerate(block.rows):
            add_runs(cell.paragraphs[0] if i == 0 else cell.add_paragraph(), row[0])
        self.doc.add_paragraph()

    def _table(self, block: Block) -> None:
        table = self.doc.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
        self._widths(table, column_widths(block, 6.5))
        head = "nohead" not in block.options
        for r, row in enumerate(block.rows):
            for c, text in enumerate(row):
                strong = (head and r == 0) or (not head and c == 0)
                add_runs(table.cell(r, c).paragraphs[0], text, bold=strong)
        self.doc.add_paragraph()

    def _sign(self, block: Block) -> None:
        labels = split_bar(block.text)
        table = self.doc.add_table(2, len(labels))
        widths = sign_widths(len(labels), 6.5)
        self._widths(table, widths)
        for c, width in enumerate(widths):
            for r, text in enumerate(("_" * int(width * 10), labels[c])):
                add_runs(table.cell(r, c).paragraphs[0], text)

    def _newpage(self, _: Block) -> None:
        self.doc.add_page_break()  # type: ignore[no-untyped-call]


def fixed_zip(data: bytes) -> bytes:
    """Copy a zip file, with a fixed date on every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, FIXED_DATE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


def main(stems: list[str]) -> None:
    """Build the named forms, or all of them."""
    for path in sorted((HERE / "forms").glob("*.txt")):
        if stems and path.stem not in stems:
            continue
        settings, blocks = parse(path.read_text(encoding="utf-8"))
        outputs = {".pdf": PdfForm(settings, blocks).build()}
        if settings.get("docx") == "yes":
            outputs[".docx"] = WordForm(settings, blocks).build()
        for suffix, data in outputs.items():
            (HERE / (path.stem + suffix)).write_bytes(data)
            sys.stdout.write(f"{path.stem}{suffix}  {len(data):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
