"""A child as its parent has it: at the end of a leash, which kills it when it is let go."""

import asyncio
import os
import signal
import socket
from collections.abc import Sequence
from contextlib import suppress
from subprocess import Popen

from conspectus.adapters.sandbox.forkserver import NUMBER

CHUNK = 1 << 18

PATIENCE = 10.0
"""So many seconds a forkserver may take to kill a child or to end; then it is killed itself."""


class FloodError(Exception):
    """The child wrote more than an answer can be long."""


class Child:
    """One child, to which the parts of its job are sent."""

    def __init__(
        self,
        forkserver: Popen[bytes],
        wire: socket.socket,
        leash: socket.socket,
        parts: Sequence[bytes],
    ) -> None:
        self._forkserver, self._wire, self._leash = forkserver, wire, leash
        for one in (wire, leash):
            one.setblocking(False)
        self._loop = asyncio.get_running_loop()
        self._sending = self._loop.create_task(self._send(parts))
        self._code: asyncio.Future[int | None] = self._loop.create_future()
        self._told = b""
        self._loop.add_reader(leash, self._hear)

    async def answer(self, most: int) -> tuple[bytes, int | None]:
        """Return all of the answer and the exit code. Raises FloodError."""
        answer = bytearray()
        with suppress(ConnectionResetError):  # it ended before it had read all
            while chunk := await self._loop.sock_recv(self._wire, CHUNK):
                answer += chunk
                if len(answer) > most:
                    raise FloodError
        return bytes(answer), await asyncio.shield(self._code)

    async def end(self) -> None:
        """Have it killed with its group and reaped, if need be by the end of the forkserver.

        Who is cancelled meanwhile hears of it when that is done.
        """
        self._sending.cancel()
        with suppress(OSError):
            self._leash.shutdown(socket.SHUT_WR)
        cancelled = await self._over()
        if not self._code.done():
            self._forkserver.kill()
            self._forkserver.wait()
            cancelled |= await self._over()
        self._loop.remove_reader(self._leash)
        self._leash.close()
        self._wire.close()
        if cancelled:
            raise asyncio.CancelledError

    async def _over(self) -> bool:
        """Wait for the end, but not for ever; return whether somebody cancelled that."""
        cancelled, until = False, self._loop.time() + PATIENCE
        ends = (self._sending, self._code)
        while not all(end.done() for end in ends) and (left := until - self._loop.time()) > 0:
            try:
                await asyncio.wait(ends, timeout=left)
            except asyncio.CancelledError:
                cancelled = True
        return cancelled

    async def _send(self, parts: Sequence[bytes]) -> None:
        with suppress(OSError):
            for part in parts:
                await self._loop.sock_sendall(self._wire, part)

    def _hear(self) -> None:
        """Take what the forkserver tells; if that died before the child, kill the child."""
        try:
            more = self._leash.recv(2 * NUMBER.size - len(self._told))
        except BlockingIOError:
            return
        except ConnectionResetError:
            more = b""
        self._told += more
        if more and len(self._told) < 2 * NUMBER.size:
            return
        self._loop.remove_reader(self._leash)
        self._code.set_result(_code(self._told))


def _code(told: bytes) -> int | None:
    """Return the exit code of a child; kill it when all that was told is its number."""
    if len(told) == 2 * NUMBER.size:
        return os.waitstatus_to_exitcode(*NUMBER.unpack(told[NUMBER.size :]))
    if told:
        with suppress(ProcessLookupError, PermissionError):
            (number,) = NUMBER.unpack(told)
            os.killpg(number, signal.SIGKILL)
    return None
