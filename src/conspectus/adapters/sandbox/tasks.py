"""What a child can be asked to do with an upload."""

from dataclasses import dataclass
from typing import Protocol

from conspectus.adapters.sandbox.codec import encode
from conspectus.adapters.sandbox.limits import Limits
from conspectus.domain.errors import SourceTooLarge
from conspectus.domain.source import Source, Upload


class Task(Protocol):
    """Must be picklable: it is sent to the forkserver, which loads the modules that it needs."""

    def __call__(self, limits: Limits, data: bytes, *details: object) -> bytes:
        """Return the result. Raises a ConspectusError when there is none."""


class Parser(Protocol):
    """Reads one media type. Must be picklable."""

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload cannot be read."""


class Press(Protocol):
    """Draws a page. Must be picklable."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Raise a ConspectusError when the page cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Parse:
    """Returns the encoded source of an upload."""

    parser: Parser

    def __call__(self, limits: Limits, data: bytes, *details: object) -> bytes:
        """Take the name of the upload."""
        (name,) = details
        source = self.parser.parse(Upload(str(name), data))
        if sum(page.number is not None for page in source.pages) > limits.max_pages:
            raise SourceTooLarge(f"The document has more than {limits.max_pages:,} pages.")
        if sum(len(page.text) for page in source.pages) > limits.max_chars:
            raise SourceTooLarge(f"The document has more than {limits.max_chars:,} characters.")
        return encode(source)


@dataclass(frozen=True, slots=True)
class Draw:
    """Returns a page as a PNG."""

    press: Press

    def __call__(self, limits: Limits, data: bytes, *details: object) -> bytes:
        """Take the page, counted from 1, and its width in pixels."""
        page, width = details
        assert isinstance(page, int)
        assert isinstance(width, int)
        return self.press.print(data, page, width)
