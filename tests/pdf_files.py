"""PDF files made for tests: whole ones by reportlab, hostile ones object by object."""

import zlib
from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "You are being asked to join a research study and you may leave it at any time."
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def typeset(
    *pages: Sequence[str], password: str | None = None, owner: str = "owner", white: str = ""
) -> bytes:
    """Return a PDF of pages of lines; `white` is written on the first page in white."""
    lock = StandardEncryption(password, owner, strength=128) if password is not None else None
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=lock, invariant=True)
    for lines in pages:
        for row, line in enumerate(lines):
            canvas.drawString(72, 720 - 16 * row, line)
        if white:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.drawString(72, 400, white)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pictures(count: int) -> bytes:
    """Return a PDF whose pages are one picture each, without any text."""
    pixels = zlib.compress(bytes(range(256)) * 16)
    image = stream(
        pixels, b"/Type /XObject /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Filter /FlateDecode"
    )  # fmt: skip
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 3 0 R >> >> >>"  # noqa: E501
    return pdf(
        CATALOG,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        image,
        stream(b"612 0 0 792 0 0 cm /I Do"),
        *[page] * count,
    )


def one_page(
    contents: bytes, *more: bytes, resources: bytes = b"", box: bytes = b"0 0 612 792"
) -> bytes:
    """Return a PDF of one page; object 4 is its contents, further objects count from 6."""
    return pdf(
        CATALOG,
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> %s >> >>" % (box, resources),
        contents,
        FONT,
        *more,
    )


def words(text: str = SENTENCE) -> bytes:
    """Return page contents that show a text."""
    return f"BT /F 12 Tf 72 700 Td ({text}) Tj ET ".encode()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object with further dictionary entries."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a file of objects numbered from 1; the first one is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def flate_bomb(unit: bytes, megabytes: int) -> bytes:
    """Return a deflate stream of `unit` repeated up to that size, itself deflated once more."""
    block = unit * ((1 << 20) // len(unit))
    packer = zlib.compressobj(9)
    packer.compress(b"")
    head = b"\x78\xda"
    body = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    body = body.removeprefix(head)
    return zlib.compress(head + body * megabytes + zlib.compressobj(9, wbits=-15).flush(), 9)
