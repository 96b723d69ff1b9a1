"""Parsers that misbehave in the child, each in one way."""

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from conspectus.domain import errors
from conspectus.domain.source import Page, Passage, Source, Span, Upload


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
        time.sleep(600)
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
        for number in range(3, 32):
            try:
                os.write(number, self.answer)
            except OSError:
                continue
        os._exit(0)


@dataclass(frozen=True)
class Parent:
    """Leaves a process of its own behind, which holds a named pipe open as long as it lives."""

    pipe: str

    def parse(self, upload: Upload) -> Source:
        """Misbehave."""
        held = os.open(self.pipe, os.O_WRONLY)
        sleeper = [sys.executable, "-c", "import time; time.sleep(600)"]
        subprocess.Popen(sleeper, stdin=subprocess.DEVNULL, pass_fds=[held])
        return source(upload, "done")


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
