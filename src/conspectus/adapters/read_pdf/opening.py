"""Opens the bytes of a PDF and refuses what cannot be read whole."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from conspectus.domain.errors import (
    EmptySource,
    EncryptedSource,
    SourceTooLarge,
    TruncatedSource,
    UnsupportedFormat,
)

_TAIL = 4096
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_XREF = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


@contextmanager
def open_pdf(data: bytes, max_pages: int) -> Iterator[pypdfium2.PdfDocument]:
    """Open a whole, unencrypted PDF of at most `max_pages` pages, and close it afterwards."""
    begin = data.find(b"%PDF-", 0, 1024)
    if begin < 0:
        raise UnsupportedFormat("The file is not a PDF. Upload a PDF or DOCX document.")
    _refuse_half(data)
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
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedSource(
                "The PDF is protected by a password. Remove the protection and upload it again."
            ) from None
        raise UnsupportedFormat("The PDF is damaged and cannot be opened.") from None


def _refuse_half(data: bytes) -> None:
    """A whole file ends with an end mark whose cross-reference lies inside it."""
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise TruncatedSource("The PDF ends before its end mark; upload the whole file.")
