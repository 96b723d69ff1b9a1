"""How the models are, as the last real calls tell it; none is ever asked for it."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from conspectus.domain.happenings import Happening, Work
from conspectus.ports import Observer

MOST_CALLS, MOST_MODELS = 20, 50
IN_A_ROW = 3
"""So many calls without an answer, one after the other, say that a model fails."""

PAST_SECONDS = 900.0
"""What is longer ago says nothing of now."""


@dataclass(slots=True)
class _Seen:
    open: bool = False
    calls: deque[tuple[float, bool]] = field(default_factory=lambda: deque(maxlen=MOST_CALLS))


class ModelWatch(Observer):
    """Remembers the last calls of each model, and whether it is left alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str, _Seen] = {}

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Remember how a call ended."""
        return self._call(work) if work.kind == "call" else nullcontext()

    @contextmanager
    def _call(self, work: Work) -> Iterator[None]:
        try:
            yield
        finally:
            if seen := self._of(work.name):
                seen.calls.append((self._clock(), work.outcome == "answered"))

    def happened(self, what: Happening) -> None:
        """Remember whether a model is left alone."""
        if what.kind == "breaker" and ":" in what.name and (seen := self._of(what.name)):
            seen.open = bool(what.amount)

    def failing(self) -> tuple[str, ...]:
        """Name the models that fail: left alone, or no answer several times in a row."""
        return tuple(sorted(name for name in self._seen if self._fails(name)))

    def faltering(self) -> tuple[str, ...]:
        """Name the models that answered less than half of the last calls, and yet do not fail."""
        return tuple(sorted(name for name in self._seen if self._falters(name)))

    def asked(self) -> bool:
        """Tell whether any model was called lately."""
        return any(self._late(name) for name in self._seen)

    def _late(self, name: str) -> list[bool]:
        since = self._clock() - PAST_SECONDS
        return [well for at, well in self._seen[name].calls if at >= since]

    def _fails(self, name: str) -> bool:
        late = self._late(name)
        return self._seen[name].open or (len(late) >= IN_A_ROW and not any(late[-IN_A_ROW:]))

    def _falters(self, name: str) -> bool:
        late = self._late(name)
        return not self._fails(name) and bool(late) and sum(late) * 2 < len(late)

    def _of(self, name: str) -> _Seen | None:
        if name not in self._seen and len(self._seen) >= MOST_MODELS:
            return None
        return self._seen.setdefault(name, _Seen())
