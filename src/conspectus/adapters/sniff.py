"""What kind of file an upload is, by its first bytes; its name proves nothing."""

from conspectus.domain.errors import EmptySource, EncryptedSource, UnsupportedFormat
from conspectus.domain.source import Upload

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEAD = 1024  # a PDF may begin with some bytes of another program
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "open it in the program that made it and save it as DOCX or PDF."
_OTHERS = (
    (b"{\\rtf", f"The file is an RTF document; {_SAVE}"),
    (b"\x89PNG", "The file is a picture; upload the document as a PDF."),
    (b"\xff\xd8\xff", "The file is a picture; upload the document as a PDF."),
    (b"GIF8", "The file is a picture; upload the document as a PDF."),
    (b"II*\x00", "The file is a picture; upload the document as a PDF."),
    (b"MM\x00*", "The file is a picture; upload the document as a PDF."),
    (b"%!PS", f"The file is a PostScript document; {_SAVE}"),
)


def sniff(upload: Upload) -> str:
    """Return the media type of an upload.

    A ZIP archive counts as DOCX here; the DOCX parser refuses all others. Raises EmptySource,
    EncryptedSource or UnsupportedFormat with what to do next.
    """
    data = upload.data
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptySource("The file is empty.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return DOCX
    if b"%PDF-" in data[:_HEAD]:
        return PDF
    if data.startswith(_OLE2):
        raise _ole2(data)
    for magic, message in _OTHERS:
        if data.startswith(magic):
            raise UnsupportedFormat(message)
    raise UnsupportedFormat(f"The file is neither a PDF nor a DOCX document; {_SAVE}")


def _ole2(data: bytes) -> EncryptedSource | UnsupportedFormat:
    """Tell what is wrong with a file of the older Office container, by its directory's names."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedSource("The document needs a password; remove it and upload it again.")
    if "WordDocument".encode("utf-16-le") in data:
        return UnsupportedFormat("The file is an old Word document (.doc); save it as DOCX or PDF.")
    return UnsupportedFormat(f"The file is an old Office file; {_SAVE}")
