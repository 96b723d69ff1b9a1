"""The uploads behind documents: read again, and their pages as pictures. Nothing is written."""

from collections.abc import Awaitable, Callable

from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import JobDocument
from conspectus.domain.source import Source, Upload
from conspectus.ports import Archive, Printer, Reader, Records
from conspectus.service.shelf import Shelf

SOURCES_CHARS, PICTURES_BYTES = 4_000_000, 64_000_000
"""So much of sources and of pictures is kept at hand in one process."""


class Originals:
    """Built by `wiring`, or from `testing` in a test. Unknown ids raise UnknownJob.

    Everything is asked for a workspace, which must own the document at that moment.
    """

    def __init__(
        self,
        records: Records,
        archive: Archive,
        reader: Reader,
        printer: Printer,
        pictures_bytes: int = PICTURES_BYTES,
    ) -> None:
        self._records = records
        self._archive = archive
        self._reader = reader
        self._printer = printer
        self._sources = Shelf[Source](SOURCES_CHARS, _chars)
        self._pictures = Shelf[bytes](pictures_bytes, len)

    async def source(self, workspace: str, document: str) -> Source:
        """Return the source of a document. Raises NotKept or a SourceError."""
        known, upload = await self._known(workspace, document)

        async def make() -> Source:
            return await self._reader.read(await upload())

        return await self._sources.get((known.name, known.sha256), make)

    async def image(self, workspace: str, document: str, page: int, width: int) -> bytes:
        """Return a page, counted from 1, as a PNG of so many pixels across.

        Raises NotKept or a SourceError, UnknownJob when there is no such page.
        """
        known, upload = await self._known(workspace, document)

        async def make() -> bytes:
            return await self._printer.image(await upload(), page, width)

        return await self._pictures.get((known.sha256, page, width), make)

    async def _known(
        self, workspace: str, document: str
    ) -> tuple[JobDocument, Callable[[], Awaitable[Upload]]]:
        known = await self._records.document(workspace, document)
        key = await self._records.upload(workspace, document)
        if known is None or key is None:
            raise UnknownJob("There is no such job or document.")

        async def upload() -> Upload:
            return Upload(known.name, await self._archive.get(key))

        return known, upload


def _chars(source: Source) -> int:
    return sum(len(page.text) for page in source.pages)
