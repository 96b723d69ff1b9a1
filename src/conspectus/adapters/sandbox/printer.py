"""The Printer that trusts no file: each page is drawn in a process of its own."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Protocol

from conspectus.adapters.sandbox.child import ERROR, SOURCE
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.press import job
from conspectus.adapters.sandbox.process import FloodError, child, converse
from conspectus.domain.errors import ReaderFailed, UnknownJob
from conspectus.domain.source import Upload

CHILD = "conspectus.adapters.sandbox.press"
CPU_SECONDS, WALL_SECONDS = 20, 40.0
LARGEST = 50_000_000
"""A picture, in bytes."""


class Press(Protocol):
    """Draws a page. Must be picklable: it is sent to the child."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Raise a ConspectusError when the page cannot be drawn."""


@dataclass(frozen=True)
class SandboxedPrinter:
    """Runs a press in a child, at most `children` at once in this process."""

    press: Press
    limits: Limits = field(default_factory=Limits)
    children: int = 2
    _turns: asyncio.Semaphore = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_turns", asyncio.Semaphore(self.children))

    async def image(self, upload: Upload, page: int, width: int) -> bytes:
        """Return a page as a PNG. Raises UnknownJob when there is none, else ReaderFailed."""
        async with self._turns:
            answer = await self._answer(upload, page, width)
        if answer[:1] == SOURCE:
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
        try:
            async with child(CHILD) as process, asyncio.timeout(limits.wall_seconds):
                parts = (job(limits, self.press, page, width), upload.data)
                return await converse(process, parts, LARGEST)
        except (TimeoutError, FloodError):
            return b""
