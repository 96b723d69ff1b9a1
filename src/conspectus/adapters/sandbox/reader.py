"""The Reader that trusts no file: each upload is parsed in a process of its own."""

import asyncio
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from conspectus.adapters.sandbox.child import CRASH, ERROR, MEMORY, SOURCE, job
from conspectus.adapters.sandbox.codec import decode
from conspectus.adapters.sandbox.limits import MEGABYTE, Limits
from conspectus.adapters.sandbox.process import FloodError, child, converse
from conspectus.domain.errors import ReaderFailed, SourceError, SourceTooLarge, UnsupportedFormat
from conspectus.domain.source import Source, Upload
from conspectus.domain.text.labels import labelled

CHILD = "conspectus.adapters.sandbox.child"
LONGEST_MESSAGE = 300


class Parser(Protocol):
    """Reads one media type. Must be picklable: it is sent to the child."""

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload cannot be read."""


@dataclass(frozen=True)
class SandboxedReader:
    """Chooses a parser by the bytes (`sniff` returns a media type) and runs it in a child.

    At most `children` readings run at once in this process; others wait, and their waiting does
    not count against the time limit.
    """

    parsers: Mapping[str, Parser]
    sniff: Callable[[Upload], str]
    limits: Limits = field(default_factory=Limits)
    children: int = 2
    _turns: asyncio.Semaphore = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_turns", asyncio.Semaphore(self.children))

    async def read(self, upload: Upload) -> Source:
        """Raise a SourceError with one line for the user when the upload cannot be read."""
        upload = Upload(labelled(upload.name), upload.data)
        if len(upload.data) > self.limits.max_bytes:
            most = self.limits.max_bytes / MEGABYTE
            raise SourceTooLarge(f"The file is larger than {most:g} MB.")
        media_type = self.sniff(upload)
        parser = self.parsers.get(media_type)
        if parser is None:
            raise UnsupportedFormat(f"Files of the type {media_type} cannot be read.")
        async with self._turns:
            answer = await self._answer(parser, upload)
        if answer[:1] == ERROR:
            raise self._error(answer[1:])
        try:
            return decode(answer[1:], upload.name, upload.digest, media_type)
        except ValueError as error:
            raise ReaderFailed("The reading process gave no usable answer.") from error

    async def _answer(self, parser: Parser, upload: Upload) -> bytes:
        limits = self.limits
        try:
            async with child(CHILD) as process, asyncio.timeout(limits.wall_seconds):
                parts = (job(limits, parser, upload), upload.data)
                answer = await converse(process, parts, limits.memory_mb * MEGABYTE)
        except TimeoutError as error:
            raise SourceTooLarge(
                f"Reading the file took longer than {limits.wall_seconds:g} s."
            ) from error
        except FloodError as error:
            raise ReaderFailed("The reading process gave no usable answer.") from error
        if process.returncode == 0 and answer[:1] in (SOURCE, ERROR):
            return answer
        raise self._death(process.returncode)

    def _death(self, status: int | None) -> SourceError:
        """Name the limit that ended the child, as far as its exit status tells."""
        if status == -signal.SIGXCPU:
            return SourceTooLarge(
                f"Reading the file took more than {self.limits.cpu_seconds} s of computing."
            )
        if status is not None and status < 0:
            return ReaderFailed(
                f"The reading process died ({signal.Signals(-status).name}): the file is damaged "
                f"or needs more than the memory limit of {self.limits.memory_mb} MB."
            )
        return ReaderFailed("The reading process ended without an answer.")

    def _error(self, answer: bytes) -> SourceError:
        code, _, message = answer.decode("utf-8", "replace").partition("\n")
        line = " ".join(message.split())[:LONGEST_MESSAGE]
        if code == MEMORY:
            return SourceTooLarge(
                f"Reading the file needs more than the memory limit of {self.limits.memory_mb} MB."
            )
        for kind in _kinds(SourceError):
            if kind.code == code:
                return kind(line)
        reason = line if code == CRASH and line.isidentifier() else "unknown"
        return ReaderFailed(f"The file could not be read ({reason}); it may be damaged.")


def _kinds(base: type[SourceError]) -> Iterator[type[SourceError]]:
    yield base
    for kind in base.__subclasses__():
        yield from _kinds(kind)
