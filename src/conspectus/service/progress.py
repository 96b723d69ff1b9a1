"""What an attempt at a document tells, on its way into the records."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from conspectus.domain.happenings import Happening, Work
from conspectus.domain.job import Attempt
from conspectus.ports import Observer, Records


class Progress(Observer):
    """An Observer that writes the stages of one attempt down, in order; `told` follows each."""

    def __init__(
        self, records: Records, attempt: Attempt, outer: Observer, told: Callable[[], None]
    ) -> None:
        self._records = records
        self._attempt = attempt
        self._outer = outer
        self._told = told
        self._sections: list[str] = []
        self._writing: list[asyncio.Task[None]] = []

    def stage(self, name: str, done: int, total: int) -> None:
        """Note the stage; a last one is told by the document's end."""
        self._outer.stage(name, done, total)
        if done < total:
            written, self._sections = self._sections, []
            self._writing.append(asyncio.create_task(self._write(name, done / total, written)))

    def section(self, name: str, done: int, total: int) -> None:
        """Note the section; it is written down with the stage that follows."""
        self._outer.section(name, done, total)
        self._sections.append(name)

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Leave it to the outer one."""
        return self._outer.during(work)

    def happened(self, what: Happening) -> None:
        """Leave it to the outer one."""
        self._outer.happened(what)

    async def settle(self) -> None:
        """Wait until all is written. Progress that cannot be written fails nobody."""
        await asyncio.gather(*self._writing, return_exceptions=True)

    async def _write(self, stage: str, progress: float, sections: Sequence[str]) -> None:
        await self._records.advance(self._attempt, stage, progress, sections)
        self._told()
