"""A child process for one reading: forked by a forkserver, and never left behind."""

import asyncio
import os
import pickle
import socket
import subprocess
import sys
import weakref
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from subprocess import DEVNULL, Popen
from threading import RLock

from conspectus.adapters.sandbox.child import job
from conspectus.adapters.sandbox.forkserver import LENGTH
from conspectus.adapters.sandbox.leash import PATIENCE, Child
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.scratch import scratch_folder
from conspectus.adapters.sandbox.tasks import Task
from conspectus.domain.errors import ReaderFailed

FORKSERVER = "conspectus.adapters.sandbox.forkserver"
KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


class Children:
    """Gives each task a child of its own, from a forkserver that is started by the first of them.

    In one event loop `at_once` of them work, and others wait for their turn. The forkserver ends
    with `close`, when this object is collected, or when this process dies. One that died is
    started again by the next task. Loops of several threads may share it.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._turns: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}
        self._running: tuple[Popen[bytes], socket.socket] | None = None
        self._end: Callable[[], object] = lambda: None
        self._lock = RLock()

    def close(self) -> None:
        """End the forkserver and all children."""
        with self._lock:
            self._end()
            self._running = None

    async def answer(
        self, task: Task, limits: Limits, details: tuple[object, ...], data: bytes, most: int
    ) -> tuple[bytes, int | None]:
        """Return the answer of the child and its exit code: that of a signal is negative.

        The code is None when nobody can tell it. Raises TimeoutError, FloodError for an answer
        longer than `most` bytes, and ReaderFailed when no child can be started.
        """
        try:
            async with self._turn():
                with scratch_folder() as scratch:
                    parts = job(limits, scratch, details, data)
                    async with self._child(task, parts) as child:
                        async with asyncio.timeout(limits.wall_seconds):
                            return await child.answer(most)
        except TimeoutError:
            raise
        except OSError as error:
            raise ReaderFailed("No reading process can be started.") from error

    def _turn(self) -> asyncio.Semaphore:
        """Return what counts the turns in the running loop; one that ended is forgotten."""
        with self._lock:
            turns = self._turns.items()
            self._turns = {loop: turn for loop, turn in turns if not loop.is_closed()}
            turn = asyncio.Semaphore(self._at_once)
            return self._turns.setdefault(asyncio.get_running_loop(), turn)

    @asynccontextmanager
    async def _child(self, task: Task, parts: Sequence[bytes]) -> AsyncIterator[Child]:
        child = self._fork(pickle.dumps(task), parts)
        try:
            yield child
        finally:
            await child.end()

    def _fork(self, task: bytes, parts: Sequence[bytes]) -> Child:
        message = LENGTH.pack(len(task)) + task
        with ExitStack() as opened:
            pairs = (one for _ in range(2) for one in socket.socketpair())
            wire, its_wire, leash, its_leash = map(opened.enter_context, pairs)
            given = [its_wire.fileno(), its_leash.fileno()]
            with self._lock:
                try:
                    forkserver = self._ask(message, given)
                except OSError:  # it died, or it hangs: another is started, once
                    self.close()
                    forkserver = self._ask(message, given)
            opened.pop_all()
        its_wire.close()
        its_leash.close()
        return Child(forkserver, wire, leash, parts)

    def _ask(self, message: bytes, given: Sequence[int]) -> Popen[bytes]:
        """Ask the forkserver for a child; return the forkserver. Raises OSError."""
        forkserver, control = self._started()
        if socket.send_fds(control, [message], given) < len(message):
            raise BlockingIOError
        return forkserver

    def _started(self) -> tuple[Popen[bytes], socket.socket]:
        """Return the forkserver and its control socket, started when it does not run."""
        if self._running and self._running[0].poll() is None:
            return self._running
        self.close()
        control, its_control = socket.socketpair()
        with its_control:
            its_number = its_control.fileno()
            try:
                process = Popen(
                    [sys.executable, "-s", "-P", "-B", "-m", FORKSERVER, str(its_number)],
                    stdin=DEVNULL,
                    stdout=DEVNULL,
                    stderr=DEVNULL,
                    cwd="/",
                    env=_environment(),
                    start_new_session=True,
                    pass_fds=[its_number],
                )
            except OSError:
                control.close()
                raise
        control.setblocking(False)
        self._running = process, control
        self._end = weakref.finalize(self, _end, process, control)
        return self._running


def _end(process: Popen[bytes], control: socket.socket) -> None:
    """Let go of a forkserver and wait for its end."""
    control.close()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _environment() -> dict[str, str]:
    """Hand on no secrets of the parent: only what a process needs to start."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return kept | {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "PYTHONPATH": paths}
