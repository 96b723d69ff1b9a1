"""Reading in this process: for debugging a parser, never for files of strangers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from conspectus.domain.source import Source, Upload


class Parser(Protocol):
    """Reads one media type."""

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload cannot be read."""


@dataclass(frozen=True)
class DirectReader:
    """Chooses the parser by the bytes (`sniff` returns a media type) and runs it."""

    parsers: Mapping[str, Parser]
    sniff: Callable[[Upload], str]

    async def read(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload cannot be read."""
        return self.parsers[self.sniff(upload)].parse(upload)
