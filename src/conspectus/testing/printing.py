"""A stand-in for the printer."""

from dataclasses import dataclass, field

from conspectus.domain.errors import UnknownJob
from conspectus.domain.source import Upload

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154785e63f80f00010101002709ddda0000000049454e44ae426082"
)


@dataclass
class BlankPrinter:
    """Gives one white pixel for each page, and keeps what it was asked."""

    pages: int = 1
    asked: list[tuple[str, int, int]] = field(default_factory=list)

    async def image(self, upload: Upload, page: int, width: int) -> bytes:
        """Raise UnknownJob beyond the last page."""
        self.asked.append((upload.name, page, width))
        if not 1 <= page <= self.pages:
            raise UnknownJob(f"The document has no page {page}.")
        return PNG
