"""Presses that misbehave in every way a hostile file could make them."""

import os
import signal
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Dying:
    """Is killed by a signal."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Die."""
        os.kill(os.getpid(), signal.SIGSEGV)
        return b""


@dataclass(frozen=True)
class Raising:
    """Raises what nobody expects."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Raise an error that holds words of the document."""
        raise RuntimeError("words of the document")


@dataclass(frozen=True)
class Hungry:
    """Wants more memory than there is."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Take it."""
        return bytes(1 << 40)


@dataclass(frozen=True)
class Endless:
    """Never comes to an end."""

    def print(self, data: bytes, page: int, width: int) -> bytes:
        """Sleep."""
        time.sleep(30)
        return b""
