"""The ZIP container of a DOCX, opened only after its sizes have been checked."""

import posixpath
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from conspectus.adapters.read_docx.ooxml import Element
from conspectus.domain.errors import (
    EncryptedSource,
    SourceTooLarge,
    TruncatedSource,
    UnsupportedFormat,
)

MEGABYTE = 1 << 20
RATIO_FLOOR = 8 * MEGABYTE
STORED_OR_DEFLATED = {0, 8}
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
TRANSITIONAL_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NOT_A_DOCUMENT = "The file is a ZIP archive but no Word document; upload a DOCX or a PDF."
DAMAGED = "The DOCX file is damaged; open it in a word processor, save it and upload it again."
OTHER_KINDS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
}


@dataclass(frozen=True, slots=True)
class ContainerLimits:
    """The largest container that is opened.

    Counted are its entries, all bytes once unpacked, the bytes of one part, and how many times
    larger than the file its contents are.
    """

    entries: int = 5_000
    total_bytes: int = 400 * MEGABYTE
    part_bytes: int = 48 * MEGABYTE
    ratio: int = 100


class Container:
    """The parts of one DOCX file. Nothing is ever written to disk, no part is run."""

    def __init__(self, data: bytes, limits: ContainerLimits) -> None:
        """Raise a SourceError unless the container is whole, bounded and a Word document."""
        self._limits = limits
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            if b"PK\x05\x06" not in data[-66_000:]:
                raise TruncatedSource(
                    "The DOCX file ends before its own table of contents; upload it again."
                ) from error
            raise UnsupportedFormat(DAMAGED) from error
        self._check_entries(self._zip.infolist(), len(data))
        self.main = self._main_part()

    def xml(self, name: str) -> Element | None:
        """Return the root element of a part, None when there is no such part."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.file_size > self._limits.part_bytes:
            raise _too_large(f"one part is larger than {self._limits.part_bytes >> 20} MB")
        try:
            data = self._zip.read(info)
        except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise UnsupportedFormat(DAMAGED) from error
        except Exception as error:
            if type(error).__module__ == "zlib":
                raise UnsupportedFormat(DAMAGED) from error
            raise
        return parse(data)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return relation id -> (kind, part name) of the parts that `part` names."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
                target = posixpath.join("/" + folder, relation.get("Target") or "")
                kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
                found[relation.get("Id") or ""] = (kind, posixpath.normpath(target).lstrip("/"))
        return found

    def _check_entries(self, entries: list[ZipInfo], size: int) -> None:
        limits = self._limits
        if len(entries) > limits.entries:
            raise _too_large(f"it holds more than {limits.entries} parts")
        total = sum(entry.file_size for entry in entries)
        if total > limits.total_bytes:
            raise _too_large(f"it unpacks to more than {limits.total_bytes >> 20} MB")
        if total > RATIO_FLOOR and total > limits.ratio * size:
            raise _too_large(f"it unpacks to more than {limits.ratio} times its size")
        names = [entry.filename for entry in entries]
        if len(set(names)) != len(names) or any(
            name.startswith("/") or ".." in name.replace("\\", "/").split("/") for name in names
        ):
            raise UnsupportedFormat("The DOCX file holds parts with unsafe names.")
        if any(entry.flag_bits & 1 for entry in entries):
            raise EncryptedSource("The file needs a password; remove it and upload the file again.")
        if any(entry.compress_type not in STORED_OR_DEFLATED for entry in entries):
            raise UnsupportedFormat(DAMAGED)

    def _main_part(self) -> str:
        for name, kind in OTHER_KINDS.items():
            if name in self._zip.NameToInfo:
                raise UnsupportedFormat(f"The file is {kind}; save it as DOCX or PDF.")
        types = self.xml("[Content_Types].xml")
        if types is None:
            raise UnsupportedFormat(NOT_A_DOCUMENT)
        parts = {
            (item.get("PartName") or "").lstrip("/"): item.get("ContentType") or ""
            for item in types.iter(TYPES + "Override")
        }
        for kind, part in self.related("").values():
            if kind == "officeDocument" and _is_word(parts.get(part, "")):
                if part not in self._zip.NameToInfo:
                    raise UnsupportedFormat(DAMAGED)
                return part
        raise UnsupportedFormat(NOT_A_DOCUMENT)


def parse(data: bytes) -> Element:
    """Parse one XML part without entities, network or document type, no deeper than 256 levels."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    plain = data.replace(STRICT, TRANSITIONAL).replace(STRICT_RELATIONS, TRANSITIONAL_RELATIONS)
    try:
        root = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as error:
        reason = str(error).casefold()
        if "memory" in reason:
            raise MemoryError from error
        if "depth" in reason or "huge" in reason or "xml_parse_huge" in reason:
            raise _too_large("its contents are nested too deeply") from error
        raise UnsupportedFormat(DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsupportedFormat("The DOCX file declares XML entities, which no Word document does.")
    return root


def _is_word(content_type: str) -> bool:
    return content_type.endswith(".main+xml") and (
        "wordprocessingml" in content_type or "ms-word" in content_type
    )


def _too_large(reason: str) -> SourceTooLarge:
    return SourceTooLarge(f"The DOCX file is too large to open safely: {reason}.")
