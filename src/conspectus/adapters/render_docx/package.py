"""The ZIP package of a DOCX: the same parts give the same bytes."""

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STANDING = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "docProps/app.xml": "app.xml",
}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the package of the given parts and those that are the same in every document."""
    held = files(__package__) / "parts"
    standing = {name: (held / file).read_bytes() for name, file in _STANDING.items()}
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in {**standing, **parts}.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return target.getvalue()
