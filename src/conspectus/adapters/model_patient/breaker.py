"""A circuit breaker: a server that keeps failing is left alone for a while."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Breaker:
    """Opens after `failures` failures in a row; after `seconds` one call may try again."""

    clock: Callable[[], float]
    failures: int = 12
    seconds: float = 30.0
    _failed: int = 0
    _opened: float | None = None
    _trying: bool = False

    def admits(self) -> bool:
        """Tell whether a call may be made; when open, one after the pause is the trial."""
        if self._opened is None:
            return True
        if self._trying or self.clock() < self._opened + self.seconds:
            return False
        self._trying = True
        return True

    @property
    def open(self) -> bool:
        """Whether the server is left alone, but for trials."""
        return self._opened is not None

    def succeeded(self) -> None:
        """Close."""
        self._failed, self._opened, self._trying = 0, None, False

    def failed(self) -> None:
        """Count a failure; open at the last one that is borne, and again after a failed trial."""
        self._failed += 1
        if self._trying or self._failed >= self.failures:
            self._opened = self.clock()
        self._trying = False

    def abandoned(self) -> None:
        """Forget a call that ended without telling how the server is."""
        self._trying = False
