"""How many documents a worker makes at once."""

import time
from collections.abc import Callable

REST_SECONDS = 0.25
"""So long a slot rests after each. Many who come one after the other have it rest all the time; the
second of two who come at once hardly waits."""


class Slots:
    """All of them, but one rests while somebody waits: it leaves a processor to the requests.

    Somebody waits for documents of a priority above 0. The only slot never rests.
    """

    def __init__(self, slots: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._slots = slots
        self._clock = clock
        self._awaited_until = clock()

    def free(self, under_way: int) -> int:
        """Return how many documents may be begun while so many are under way."""
        awaited = self._clock() < self._awaited_until
        return max(0, max(1, self._slots - awaited) - under_way)

    def given(self, priority: int) -> None:
        """Note that a document of this priority was begun."""
        if priority > 0:
            self._awaited_until = self._clock() + REST_SECONDS
