"""A worker in a process of its own, watched over by the one that started it.

The two are joined by the worker's standard input and output. It is rung by a byte when something
was queued, and ends when its input does: so it is gone with its parent, however that died. It
answers in lines, again and again: `well` once it takes documents, `ill WHY` when it cannot write
its work down, `news JOB` when it has written some. One that falls silent hangs, and is killed.
"""

import asyncio
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Self

from conspectus.domain.errors import StorageError

COMMAND = ("-m", "conspectus", "worker", "--attended")
WELL, ILL, NEWS = b"well", b"ill", b"news"

READY_SECONDS = 30.0
"""So long a start waits for the worker, which goes on starting then."""

STOP_SECONDS = 15.0
"""So long a worker that was told to stop may take: documents under way have ten seconds."""

SILENT_SECONDS = 30.0
"""A worker that is silent for twice so long hangs; once may be this process that was frozen."""

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0
"""Before a worker that died is started again; it grows while workers die young."""

STEADY_SECONDS = 30.0
"""A worker that lived so long did not die young."""

OFTEN = 3
"""So many that died young, one after the other, mean that none will live."""

_log = logging.getLogger("conspectus.worker")


class WorkerChild:
    """An async context, in which there is a worker, again and again if need be.

    Of what it writes down `heard` is called with the id of the job.
    """

    def __init__(
        self,
        command: tuple[str, ...] = COMMAND,
        heard: Callable[[str], None] = lambda job: None,
    ) -> None:
        self._command = command
        self._heard = heard
        self._process: Process | None = None
        self._answered = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self._well = self._leaving = False
        self._deaths = 0
        self._began = monotonic()
        self._ailment: StorageError | None = None

    async def __aenter__(self) -> Self:
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._watching
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)

    @property
    def works(self) -> bool:
        """Whether it takes documents."""
        return self._well

    @property
    def returns(self) -> bool:
        """Whether one that does not work may do so in a moment."""
        return self._deaths < OFTEN and monotonic() - self._began < READY_SECONDS

    @property
    def ailment(self) -> StorageError | None:
        """Why it cannot write its work down; None when it can."""
        return self._ailment

    async def ready(self) -> None:
        """Wait until it takes documents, or has died, or is not to be waited for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(READY_SECONDS):
                await self._answered.wait()

    def ring(self) -> None:
        """Let it look at once for what was queued."""
        pipe = self._process.stdin if self._process else None
        if pipe and not pipe.is_closing() and not pipe.transport.get_write_buffer_size():
            pipe.write(b"\n")

    def leave(self) -> None:
        """Start no further one: the service ends, and its worker may have been told so as well."""
        self._leaving = True

    async def _watch(self) -> None:
        while not self._leaving:
            self._began = monotonic()
            try:
                reason = await self._one()
            except OSError as error:
                reason = (error.strerror or "unknown").lower().replace(" ", "-")
            if self._leaving:
                return
            young = monotonic() - self._began < STEADY_SECONDS
            self._deaths = self._deaths + 1 if young else 1
            pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (self._deaths - 1))
            facts = {"reason": reason, "attempt": self._deaths, "seconds": pause}
            _log.error("The worker died; it is started again.", extra={"told": facts})
            await asyncio.sleep(pause)

    async def _one(self) -> str:
        """Start a worker, listen to it, and return how it ended. Raises OSError."""
        path = os.pathsep.join(one for one in sys.path if one)
        process = self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", *self._command),
            stdin=PIPE,
            stdout=PIPE,
            env=os.environ | {"PYTHONPATH": path},
        )
        try:
            await self._listen(process)
            return _how(await process.wait())
        except _Silent:
            process.kill()
            return "silent"
        finally:
            self._process, self._well, self._ailment = None, False, None
            self._answered.set()
            if process.returncode is None:
                await _end(process)

    async def _listen(self, process: Process) -> None:
        assert process.stdout
        while line := await _line(process.stdout):
            word, _, rest = line.strip().partition(b" ")
            if word == NEWS:
                self._heard(rest.decode("ascii", "replace"))
                continue
            self._well = self._well or word in (WELL, ILL)
            self._ailment = StorageError(rest.decode("utf-8", "replace")) if word == ILL else None
            self._answered.set()


class _Silent(Exception):
    """A worker says nothing any more."""


async def _line(said: asyncio.StreamReader) -> bytes:
    """Return the next line; nothing at the end. Raises _Silent."""
    for _ in range(2):
        with suppress(TimeoutError):
            async with asyncio.timeout(SILENT_SECONDS):
                return await said.readline()
    raise _Silent


async def _end(process: Process) -> None:
    """Let it end, or make it."""
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _how(code: int) -> str:
    return signal.Signals(-code).name.lower() if code < 0 else f"exit-{code}"
