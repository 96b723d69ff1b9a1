"""Opens the bytes of a PDF and refuses what cannot be read whole."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from conspectus.domain.errors import (
    EmptySource,
    EncryptedSource,
    SourceTooLarge,
    TruncatedSource,
    UnsupportedFormat,
)

_OBJECT = re.compile(rb"\b\d+\s+\d+\s+obj\b")
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s*$")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)|/L\s+(\d+)[^>]*?/Linearized\b")
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_HEAD = 1024


@contextmanager
def open_pdf(data: bytes, max_pages: int) -> Iterator[pypdfium2.PdfDocument]:
    """Open a whole, unencrypted PDF of at most `max_pages` pages, and close it afterwards."""
    begin = data.find(b"%PDF-", 0, 1024)
    if begin < 0:
        raise UnsupportedFormat("The file is not a PDF. Upload a PDF or DOCX document.")
    _refuse_half(data, begin)
    document = _load(data)
    try:
        count = len(document)
        if count == 0:
            raise EmptySource("The PDF has no pages.")
        if count > max_pages:
            raise SourceTooLarge(f"The PDF has {count} pages; the limit is {max_pages}.")
        yield document
    finally:
        document.close()


def _load(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if _NO_PAGES.search(data) and not _PAGE.search(data):
            raise EmptySource("The PDF has no pages.") from None
        if b"/Encrypt" in data:
            raise EncryptedSource(
                "The PDF is protected by a password. Remove the protection and upload it again."
            ) from None
        raise UnsupportedFormat("The PDF is damaged and cannot be opened.") from None


def _refuse_half(data: bytes, begin: int) -> None:
    """Check that the file ends with an end mark, and nothing of its structure lies beyond.

    A cut linearized or updated file still holds the end mark of its first part, so objects after
    the last mark give it away; mere bytes after it are no harm.
    """
    end = data.rfind(b"%%EOF")
    start = _STARTXREF.search(data, max(end - 64, 0), max(end, 0))
    length = _LINEARIZED.search(data, begin, begin + _HEAD)
    said = int(length[1] or length[2]) if length else 0
    if (
        end < 0
        or _OBJECT.search(data, end)
        or (start and int(start[1]) > len(data))
        or said > len(data) + begin
    ):
        raise TruncatedSource("The PDF file is incomplete: its end is missing. Upload it again.")


@contextmanager
def open_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[tuple[Any, Any]]:
    """Open the page at `index` with its text, as raw PDFium handles."""
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if not page:
        raise TruncatedSource(f"Page {index + 1} of the PDF is missing from the file.")
    textpage = pdfium.FPDFText_LoadPage(page)
    try:
        yield page, textpage
    finally:
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)


@contextmanager
def turned_page(page: Any, quarters: int) -> Iterator[Any]:
    """Turn an open page clockwise by so many times 90 degrees, and open its text anew."""
    stood = pdfium.FPDFPage_GetRotation(page)
    pdfium.FPDFPage_SetRotation(page, (stood + quarters) % 4)
    textpage = pdfium.FPDFText_LoadPage(page)
    try:
        yield textpage
    finally:
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDFPage_SetRotation(page, stood)
