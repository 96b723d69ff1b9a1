"""Parsers that misbehave in the child, each in one way."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from conspectus.adapters.sandbox.limits import SESSION
from conspectus.domain import errors
from conspectus.domain.source import Page, Passage, Source, Span, Upload

LONG = 30
"""Seconds: longer than any test waits for the end of what sleeps."""


def source(upload: Upload, text: str) -> Source:
    """Return a source of one page and one passage."""
    page = Page(1, text)
    passage = Passage(1, "paragraph", text, (Span(0, 0, len(text)),))
    return Source(upload.name, upload.digest, "text/plain", "en", (page,), (passage,))


@dataclass(frozen=True)
class Echo:
    """Reads the bytes as text, as it should."""

    def parse(self, upload: Upload) -> Source:
        """Behave."""
        return source(upload, upload.data.decode())


@dataclass(frozen=True)
class Manypages:
    """Returns more pages than it should."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        pages = tuple(Page(number, "words") for number in range(1, 12))
        return Source(upload.name, upload.digest, "text/plain", "en", pages, ())


@dataclass(frozen=True)
class Sleeper:
    """Tells its process number through a named pipe, if given one, and sleeps."""

    pipe: str = ""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        if self.pipe:
            Path(self.pipe).write_text(str(os.getpid()))
        time.sleep(LONG)
        return source(upload, "")


@dataclass(frozen=True)
class Spinner:
    """Computes for ever."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        while True:
            pass


@dataclass(frozen=True)
class Glutton:
    """Takes more memory than there is; `native` takes it where no exception can be raised."""

    native: bool = False

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        if self.native:
            libc = ctypes.CDLL(None)
            libc.malloc.restype = ctypes.c_void_p
            if not libc.malloc(ctypes.c_size_t(1 << 33)):
                os.abort()
        return source(upload, str(len(bytearray(1 << 33))))


@dataclass(frozen=True)
class Refuser:
    """Refuses with the error class of that name."""

    name: str
    message: str

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        raise getattr(errors, self.name)(self.message)


@dataclass(frozen=True)
class Crasher:
    """Fails in a way that nobody foresaw."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        raise LookupError(f"secret words in {__file__}\nover two lines")


@dataclass(frozen=True)
class Quitter:
    """Leaves without an answer."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        os._exit(0)


@dataclass(frozen=True)
class Chatterer:
    """Prints on standard output, as libraries do."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        sys.stdout.write("s" * 100_000)
        sys.stdout.flush()
        os.write(1, b"e" * 100_000)
        return source(upload, "said")


@dataclass(frozen=True)
class Forger:
    """Writes its own answer over the one of the child."""

    answer: bytes

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        _write(self.answer)
        os._exit(0)


@dataclass(frozen=True)
class Parent:
    """Leaves a process of its own behind, which holds a named pipe open as long as it lives."""

    pipe: str

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        held = os.open(self.pipe, os.O_WRONLY)
        sleeper = [sys.executable, "-c", f"import time; time.sleep({LONG})"]
        subprocess.Popen(sleeper, stdin=subprocess.DEVNULL, pass_fds=[held])
        return source(upload, "done")


@dataclass(frozen=True)
class Runaway:
    """Leaves a process behind that has left its group, and holds a named pipe open."""

    pipe: str

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        held = os.open(self.pipe, os.O_WRONLY)
        sleeper = [sys.executable, "-c", f"import time; time.sleep({LONG})"]
        null = subprocess.DEVNULL
        subprocess.Popen(sleeper, stdin=null, pass_fds=[held], start_new_session=True)
        return source(upload, "done")


@dataclass(frozen=True)
class Dier:
    """Is ended by a signal."""

    signal: int

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        os.kill(os.getpid(), self.signal)
        time.sleep(LONG)
        return source(upload, "")


@dataclass(frozen=True)
class Traced:
    """Has itself traced by its parent, and stops."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        ctypes.CDLL(None).ptrace(0, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        time.sleep(LONG)
        return source(upload, "")


@dataclass(frozen=True)
class Intruder:
    """Enters the group of its parent, leaves a process there, and sleeps."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        os.setpgid(0, os.getpgid(os.getppid()))
        os.fork()
        return Sleeper().parse(upload)


@dataclass(frozen=True)
class Half:
    """Writes the start of an answer, and sleeps."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        _write(b"s{")
        return Sleeper().parse(upload)


@dataclass(frozen=True)
class Closer:
    """Closes all of its files."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        os.closerange(0, 64)
        return source(upload, "")


@dataclass(frozen=True)
class Stopper:
    """Stops its parent, and sleeps."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        os.kill(os.getppid(), signal.SIGSTOP)
        return Sleeper().parse(upload)


@dataclass(frozen=True)
class Kin:
    """Returns its process, parent, session and group as JSON."""

    def parse(self, upload: Upload) -> Source:
        """Tell."""
        told = (os.getpid(), os.getppid(), os.getsid(0), os.getpgid(0))
        return source(upload, json.dumps(told))


@dataclass(frozen=True)
class Nice:
    """Returns how nice its process is and what Linux tells of its session, as JSON."""

    def parse(self, upload: Upload) -> Source:
        """Tell."""
        session = SESSION.read_text("ascii").split(" ", 1)[1].strip() if SESSION.exists() else ""
        return source(upload, json.dumps({"process": os.nice(0), "session": session}))


@dataclass(frozen=True)
class Housed:
    """Returns its working folder, what is in it, its home and where temporary files go."""

    def parse(self, upload: Upload) -> Source:
        """Tell."""
        home, temporary = os.environ["HOME"], tempfile.gettempdir()
        return source(upload, json.dumps((os.getcwd(), os.listdir(), home, temporary)))


@dataclass(frozen=True)
class Guest:
    """Waits in a folder until so many are there, then returns its open files as JSON.

    Those are numbers with the inode, which is 0 for the null device.
    """

    folder: str
    guests: int

    def parse(self, upload: Upload) -> Source:
        """Tell."""
        (Path(self.folder) / str(os.getpid())).touch()
        while len(os.listdir(self.folder)) < self.guests:
            time.sleep(0.01)
        null, found = os.stat(os.devnull), {}
        for number in range(64):
            try:
                opened = os.fstat(number)
            except OSError:
                continue
            found[number] = 0 if opened.st_rdev == null.st_rdev else opened.st_ino
        return source(upload, json.dumps(found))


@dataclass(frozen=True)
class Litterer:
    """Leaves scratch files behind, then dies when told to."""

    dies: bool

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        handle, name = tempfile.mkstemp()
        os.write(handle, b"litter")
        Path("litter").write_bytes(b"litter")
        if self.dies:
            os.abort()
        return source(upload, name)


@dataclass(frozen=True)
class Teller:
    """Returns what it was given: environment, arguments and working folder."""

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        return source(upload, f"{dict(os.environ)} {sys.argv} {upload.name}")


def _write(answer: bytes) -> None:
    for number in range(3, 32):
        try:
            os.write(number, answer)
        except OSError:
            continue
