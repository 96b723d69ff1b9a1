"""The Printer that trusts no file: each page is drawn in a process of its own."""

from dataclasses import dataclass, field, replace

from conspectus.adapters.sandbox.child import ERROR, RESULT
from conspectus.adapters.sandbox.leash import FloodError
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.process import Children
from conspectus.adapters.sandbox.tasks import Draw, Press
from conspectus.domain.errors import ReaderFailed, UnknownJob
from conspectus.domain.source import Upload

CPU_SECONDS, WALL_SECONDS = 20, 40.0
LARGEST = 50_000_000
"""A picture, in bytes."""


@dataclass(frozen=True)
class SandboxedPrinter:
    """Runs a press in a child, at most `children` at once in this process."""

    press: Press
    limits: Limits = field(default_factory=Limits)
    children: int = 2
    _children: Children = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_children", Children(self.children))

    def close(self) -> None:
        """End the processes that it started; drawing starts them again."""
        self._children.close()

    async def image(self, upload: Upload, page: int, width: int) -> bytes:
        """Return a page as a PNG. Raises UnknownJob when there is none, else ReaderFailed."""
        answer = await self._answer(upload, page, width)
        if answer[:1] == RESULT:
            return answer[1:]
        if answer.startswith(ERROR + UnknownJob.code.encode() + b"\n"):
            raise UnknownJob(f"The document has no page {page}.")
        raise ReaderFailed(f"Page {page} cannot be drawn.")

    async def _answer(self, upload: Upload, page: int, width: int) -> bytes:
        limits = replace(
            self.limits,
            cpu_seconds=min(CPU_SECONDS, self.limits.cpu_seconds),
            wall_seconds=min(WALL_SECONDS, self.limits.wall_seconds),
        )
        given = (Draw(self.press), limits, (page, width), upload.data)
        try:
            return (await self._children.answer(*given, LARGEST))[0]
        except (TimeoutError, FloodError):
            return b""
