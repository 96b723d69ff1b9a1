"""How much one reading may take."""

import contextlib
import resource
from dataclasses import dataclass

MEGABYTE = 1 << 20
MOST_OPEN_FILES = 64
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
            (resource.RLIMIT_CPU, self.cpu_seconds),
            (resource.RLIMIT_FSIZE, LARGEST_FILE),
            (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
        ):
            _, hard = resource.getrlimit(kind)
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (bound, bound))
