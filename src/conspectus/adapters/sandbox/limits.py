"""How much one reading may take."""

import contextlib
import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20
MOST_OPEN_FILES = 64
SESSION = Path("/proc/self/autogroup")
TRIES, PAUSE = 20, 0.1
LARGEST_FILE = 64 * MEGABYTE  # scratch pictures for OCR; nothing else is written


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one upload and of the process that reads it.

    `max_pages` counts physical pages, `max_chars` the characters of all texts. Memory is address
    space, which Linux enforces and macOS does not; there the time limits hold alone.
    """

    max_bytes: int = 50 * MEGABYTE
    max_pages: int = 1_000
    max_chars: int = 10_000_000
    memory_mb: int = 1_024
    cpu_seconds: int = 120
    wall_seconds: float = 180.0

    def impose(self) -> None:
        """Bind the calling process for good."""
        memory = self.memory_mb * MEGABYTE
        for kind, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_DATA, memory),
            (resource.RLIMIT_FSIZE, LARGEST_FILE),
            (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
        ):
            _bind(kind, most, most)
        # The first of the two sends a signal that tells which limit it was, the second kills.
        _bind(resource.RLIMIT_CPU, self.cpu_seconds, self.cpu_seconds + 1)


def _bind(kind: int, soft: int, hard: int) -> None:
    _, given = resource.getrlimit(kind)
    if given != resource.RLIM_INFINITY:
        soft, hard = min(soft, given), min(hard, given)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))


def step_back() -> None:
    """Let the session be as nice as the process: Linux shares the processors out by sessions.

    Of all users but root, one may say so in a tenth of a second: others try again.
    """
    nice = os.nice(0)
    with contextlib.suppress(OSError):  # other systems have none
        for _ in range(TRIES if nice else 0):
            try:
                SESSION.write_text(str(nice))
                return
            except BlockingIOError:
                time.sleep(PAUSE)
