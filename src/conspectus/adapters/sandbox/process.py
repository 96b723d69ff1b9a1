"""A child process for one reading: started without a shell, and never left behind."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from conspectus.adapters.sandbox.scratch import scratch_folder

KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")
CHUNK = 1 << 18


class FloodError(Exception):
    """The child wrote more than an answer can be long."""


@asynccontextmanager
async def child(module: str) -> AsyncIterator[Process]:
    """Start `python -m module` in its own session and an empty scratch folder.

    On the way out, by whatever way, the whole process group is killed and reaped, and the scratch
    folder is removed.
    """
    with scratch_folder() as scratch:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-s", "-P", "-B", "-m", module),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=scratch,
            env=_environment(scratch),
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def converse(process: Process, parts: Sequence[bytes], most: int) -> bytes:
    """Send the parts, close, and return all of the answer; raise FloodError when it is too long."""
    sending = asyncio.create_task(_send(process, parts))
    try:
        answer = await _receive(process, most)
        await process.wait()
        return answer
    finally:
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending


async def _send(process: Process, parts: Sequence[bytes]) -> None:
    stream = process.stdin
    assert stream is not None
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        for part in parts:
            stream.write(part)
            await stream.drain()
        stream.close()
        await stream.wait_closed()


async def _receive(process: Process, most: int) -> bytes:
    stream = process.stdout
    assert stream is not None
    answer = bytearray()
    while chunk := await stream.read(CHUNK):
        answer += chunk
        if len(answer) > most:
            raise FloodError
    return bytes(answer)


def _environment(scratch: str) -> dict[str, str]:
    """Hand on no secrets of the parent: the child gets only what it needs to start."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "LANG": "C.UTF-8",
        "HOME": scratch,
        "TMPDIR": scratch,
        "OMP_THREAD_LIMIT": "1",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
