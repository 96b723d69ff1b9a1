"""What showing an upload needs."""

from typing import Protocol

from conspectus.domain.source import Upload


class Printer(Protocol):
    """Draws the pages of an upload."""

    async def image(self, upload: Upload, page: int, width: int) -> bytes:
        """Return a page, counted from 1, as a PNG of at most `width` pixels across.

        Raises UnknownJob when there is no such page, else a SourceError.
        """
