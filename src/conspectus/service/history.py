"""What the figures of this service were: samples of some hours in bounded memory."""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

MOST_FIGURES = 300
RINGS = ((10, 750), (60, 1_510))
"""Seconds of a slot and slots: two hours finely, a day coarsely, and an hour before each."""

LOST = 3
"""After so many slots without a sample nothing is known any more."""

Row = tuple[float, "array[float]"]
"""A time in seconds since 1970, and the figures then; those that are not known are NaN."""

Buckets = Sequence[tuple[float, float]]
"""Upper bounds, and how many observations lie at or below each; the last bound is infinite."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is sampled. A `count` only grows, from zero until its process is started anew.

    A `total` only grows, and had begun long before it was first seen. Of gauges seen within one
    slot the largest (`peak`) or the smallest (`least`) is kept. When one of a `group` of counts
    starts again from zero, all of it do. `bound` is that of a bucket.
    """

    name: str
    kind: Literal["count", "total", "peak", "least"]
    group: str = ""
    bound: float = math.nan

    @property
    def grows(self) -> bool:
        """Whether it is no gauge."""
        return self.kind in ("count", "total")


Sample = Mapping[Figure, float]
"""Figures at one moment; what is not known is missing."""


class Ring:
    """The last sample of each slot of so many seconds, and only so many slots."""

    def __init__(self, seconds: int, most: int) -> None:
        self.seconds = seconds
        self._most = most
        self._slots: list[int] = []
        self._rows: list[Row] = []
        self._begin: tuple[int, Row] | None = None

    def add(self, time: float, row: "array[float]", figures: Sequence[Figure]) -> None:
        """Keep a row; when the clock was put back, what was after it is forgotten."""
        slot = math.floor(time / self.seconds)
        keep = bisect_right(self._slots, slot)
        del self._slots[keep:], self._rows[keep:]
        if self._slots and self._slots[-1] == slot:
            self._rows[-1] = (time, _merged(figures, self._rows[-1][1], row))
        else:
            if not self._slots:
                self._begin = slot, (time, row)
            self._slots.append(slot)
            self._rows.append((time, row))
            del self._slots[: -self._most], self._rows[: -self._most]

    def at(self, time: float) -> Row | None:
        """Return the row of the slot of a time, or of one shortly before."""
        slot = math.floor(time / self.seconds)
        place = bisect_right(self._slots, slot) - 1
        if place < 0 or slot - self._slots[place] >= LOST:
            return None
        return self._rows[place]

    def since(self, time: float) -> Row | None:
        """Return the row of a time, or the first one after; of the first slot its first sample."""
        place = bisect_left(self._slots, math.floor(time / self.seconds))
        if place == 0 and self._begin and self._slots[:1] == [self._begin[0]]:
            return self._begin[1]
        return self.at(time) or (self._rows[place] if place < len(self._rows) else None)

    def between(self, after: float, until: float) -> list[Row]:
        """Return the rows of the slots after a time until another."""
        slots = (math.floor(time / self.seconds) for time in (after, until))
        first, last = (bisect_right(self._slots, slot) for slot in slots)
        return self._rows[first:last]

    @property
    def bytes(self) -> int:
        """Memory that the figures take."""
        return sum(row.itemsize * len(row) for _, row in self._rows)


class History:
    """Samples in rings, each for longer and coarser than the one before.

    Counts are kept as though they had never started again from zero.
    """

    def __init__(self, rings: Sequence[tuple[int, int]] = RINGS) -> None:
        self._rings = tuple(Ring(*one) for one in rings)
        self._places: dict[Figure, int] = {}
        self._named: dict[str, list[Figure]] = {}
        self._raw: Sample = {}
        self._steady: Sample = {}
        self.last: float | None = None

    def add(self, time: float, sample: Sample) -> None:
        """Keep a sample, taken at a time in seconds since 1970."""
        for figure in sample:
            if figure not in self._places and len(self._places) < MOST_FIGURES:
                self._places[figure] = len(self._places)
                self._named.setdefault(figure.name, []).append(figure)
        self._steady = steadied(self._raw, self._steady, sample)
        self._raw = {**self._raw, **sample}
        told = {**sample, **self._steady}
        row = array("d", (told.get(figure, math.nan) for figure in self._places))
        for ring in self._rings:
            ring.add(time, row, tuple(self._places))
        self.last = time

    def gauge(self, name: str, time: float, step: float) -> float | None:
        """Return a gauge in the `step` seconds until a time: its largest, or its smallest value."""
        ring = self._ring(step)
        rows = ring.between(time - step, time) or filter(None, [ring.at(time)])
        for figure in self._named.get(name, ()):
            seen = [value for _, row in rows if not math.isnan(value := self._of(row, figure))]
            if seen:
                return min(seen) if figure.kind == "least" else max(seen)
        return None

    def growth(
        self, names: Iterable[str], time: float, window: float, step: float
    ) -> tuple[float, dict[Figure, float]] | None:
        """Return by how much counts grew in a window that ends at a time, and its seconds.

        The window begins later where less is known; None where nothing is.
        """
        ring = self._ring(step)
        last, first = ring.at(time), ring.since(time - window)
        if last is None or first is None or first[0] >= last[0]:
            return None
        grown = {
            figure: end - (0.0 if math.isnan(begin) else begin)
            for name in names
            for figure in self._named.get(name, ())
            for begin, end in [(self._of(first[1], figure), self._of(last[1], figure))]
            if not math.isnan(end)
        }
        return (last[0] - first[0], grown) if grown else None

    def below(self, name: str, level: float, seconds: float) -> float | None:
        """Return when a gauge was last below a level, in the seconds until the last sample."""
        until = self.last or 0.0
        for time, row in reversed(self._rings[-1].between(until - seconds, until)):
            if any(self._of(row, figure) < level for figure in self._named.get(name, ())):
                return time
        return None

    @property
    def bytes(self) -> int:
        """Memory that all samples take."""
        return sum(ring.bytes for ring in self._rings)

    def _ring(self, step: float) -> Ring:
        fits = [ring for ring in self._rings if ring.seconds <= step]
        return fits[-1] if fits else self._rings[0]

    def _of(self, row: "array[float]", figure: Figure) -> float:
        place = self._places[figure]
        return row[place] if place < len(row) else math.nan


def steadied(before: Sample, steady: Sample, now: Sample) -> dict[Figure, float]:
    """Return counts as though they had never started again, after one more sample.

    A count that fell was started anew, and whatever it shows came since; so were buckets of which
    a wider one grew by less.
    """
    first = {one: now[one] if one.kind == "total" else 0.0 for one in now}
    grown = {one: now[one] - before.get(one, first[one]) for one in now if one.grows}
    again = {one.group or one.name for one, more in grown.items() if more < 0}
    buckets = sorted((one for one in grown if one.group), key=lambda one: (one.group, one.bound))
    again |= {
        wide.group
        for narrow, wide in pairwise(buckets)
        if narrow.group == wide.group and grown[wide] < grown[narrow]
    }
    grown |= {one: now[one] for one in grown if (one.group or one.name) in again}
    return {**steady, **{one: steady.get(one, 0.0) + more for one, more in grown.items()}}


def quantile(share: float, buckets: Buckets) -> float | None:
    """Return below which value a share of observations lies, by a line through its bucket.

    Beyond the last finite bound nothing is known but that; None without observations.
    """
    total = buckets[-1][1] if buckets else 0.0
    if total <= 0:
        return None
    rank, low, under = share * total, 0.0, 0.0
    for bound, count in buckets:
        if math.isinf(bound):
            break
        if count >= rank and count > under:
            return low + (bound - low) * (rank - under) / (count - under)
        low, under = bound, max(under, count)
    return low


def _merged(
    figures: Sequence[Figure], before: "array[float]", now: "array[float]"
) -> "array[float]":
    merged = array("d", now)
    for place, figure in enumerate(figures[: len(before)]):
        if not figure.grows and not math.isnan(before[place]):
            choose = min if figure.kind == "least" else max
            both = [one for one in (before[place], now[place]) if not math.isnan(one)]
            merged[place] = choose(both)
    return merged
