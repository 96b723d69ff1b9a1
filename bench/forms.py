"""Long PDFs, made of the pages of the example forms."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.pdf"))


def long_form(pages: int, examples: Sequence[Path] = EXAMPLES) -> bytes:
    """Return a PDF of so many pages: the example forms one after the other, again and again."""
    whole = pdfium.PdfDocument.new()
    sources = [pdfium.PdfDocument(path) for path in examples]
    while len(whole) < pages:
        for source in sources:
            some = list(range(min(len(source), pages - len(whole))))
            if some:
                whole.import_pages(source, some)
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


def raw_text(data: bytes) -> str:
    """Extract the text as PDFium gives it: the floor of every reading."""
    document = pdfium.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)
