"""A page of a PDF as a picture. Hostile files are printed in a process of their own only."""

import struct
import zlib
from dataclasses import dataclass
from typing import Any

import pypdfium2

from conspectus.domain.errors import SourceTooLarge, TruncatedSource, UnknownJob, UnsupportedFormat

MOST_PIXELS = 12_000_000
_LEVEL = 4
"""Of compression: beyond it pages of text get hardly smaller."""


@dataclass(frozen=True)
class PdfPress:
    """Draws pages, none longer than `max_points` on a side."""

    max_points: float = 14_400.0

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Return a page, counted from 1, as a PNG of at most `width` pixels across."""
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise UnsupportedFormat("The PDF cannot be opened.") from None
        try:
            if not 1 <= page <= len(document):
                raise UnknownJob(f"The document has no page {page}.")
            return self._drawn(document, page, width)
        finally:
            document.close()

    def _drawn(self, document: Any, page: int, width: int) -> bytes:
        try:
            leaf = document[page - 1]
        except pypdfium2.PdfiumError:
            raise TruncatedSource(f"Page {page} of the PDF is missing from the file.") from None
        across, down = leaf.get_size()
        if max(across, down) > self.max_points or min(across, down) <= 0:
            raise SourceTooLarge(f"Page {page} is larger than {self.max_points:.0f} points.")
        scale = min(width / across, (MOST_PIXELS / (across * down)) ** 0.5)
        bitmap = leaf.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        return png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Return rows of RGB pixels, `stride` bytes apart, as a PNG; without colour as greys."""
    rows = [pixels[at : at + 3 * width] for at in range(0, height * stride, stride)]
    grey = all(row[::3] == row[1::3] == row[2::3] for row in rows)
    packed = b"".join(b"\0" + (row[::3] if grey else row) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(packed, _LEVEL)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
