"""The Reader that trusts no file: each upload is parsed in a process of its own."""

import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from conspectus.adapters.sandbox.child import CRASH, ERROR, MEMORY, RESULT
from conspectus.adapters.sandbox.codec import decode
from conspectus.adapters.sandbox.leash import FloodError
from conspectus.adapters.sandbox.limits import MEGABYTE, Limits
from conspectus.adapters.sandbox.process import Children
from conspectus.adapters.sandbox.tasks import Parse, Parser
from conspectus.domain.errors import ReaderFailed, SourceError, SourceTooLarge, UnsupportedFormat
from conspectus.domain.source import Source, Upload
from conspectus.domain.text.labels import labelled

LONGEST_MESSAGE = 300


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
    _children: Children = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_children", Children(self.children))

    def close(self) -> None:
        """End the processes that it started; reading starts them again."""
        self._children.close()

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
        answer = await self._answer(parser, upload)
        if answer[:1] == ERROR:
            raise self._error(answer[1:])
        try:
            return decode(answer[1:], upload.name, upload.digest, media_type)
        except ValueError as error:
            raise ReaderFailed("The reading process gave no usable answer.") from error

    async def _answer(self, parser: Parser, upload: Upload) -> bytes:
        limits = self.limits
        given = (Parse(parser), limits, (upload.name,), upload.data)
        try:
            answer, status = await self._children.answer(*given, limits.memory_mb * MEGABYTE)
        except TimeoutError as error:
            raise SourceTooLarge(
                f"Reading the file took longer than {limits.wall_seconds:g} s."
            ) from error
        except FloodError as error:
            raise ReaderFailed("The reading process gave no usable answer.") from error
        if status == 0 and answer[:1] in (RESULT, ERROR):
            return answer
        raise self._death(status)

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
