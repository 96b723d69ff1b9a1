"""Counts that outlive every process: they lie with the records, and only grow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

NANO = 1_000_000_000
"""Dollars are counted in billionths, so that sums are exact whatever their order."""


class Total(NamedTuple):
    """What is counted.

    | name | `model` | `kind` |
    |---|---|---|
    | documents | | succeeded, failed, cancelled |
    | calls | model | answered, refused, failed, timed_out |
    | tokens | model | input, output |
    | nano_usd | model | spent, saved |
    """

    name: Literal["documents", "calls", "tokens", "nano_usd"]
    model: str = ""
    kind: str = ""


Counts = Mapping[Total, int]
NOTHING: Counts = {}
OTHER = "other"


class Tallies:
    """What was counted in this process and is not written down yet."""

    def __init__(self) -> None:
        self._waiting: dict[Total, int] = {}

    def add(self, total: Total, number: int) -> None:
        """Count."""
        if number:
            self._waiting[total] = self._waiting.get(total, 0) + number

    def take(self) -> dict[Total, int]:
        """Return what waits, to be written down by who takes it."""
        taken, self._waiting = self._waiting, {}
        return taken

    def give_back(self, counts: Counts) -> None:
        """Let what could not be written down wait again."""
        for total, number in counts.items():
            self.add(total, number)


class Few:
    """Lets the first `most` names through, and calls all others `OTHER`: labels stay few."""

    def __init__(self, most: int = 10) -> None:
        self._most = most
        self._known: set[str] = set()

    def __call__(self, name: str) -> str:
        """Return the name, or OTHER."""
        if name not in self._known and len(self._known) >= self._most:
            return OTHER
        self._known.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Standing:
    """How the whole installation stands, as its records tell it.

    `totals` are since the first job, whatever was deleted meanwhile. `jobs` counts those that are
    kept by status; `waiting` and `under_way` count documents; `oldest_seconds` is how long the
    first of the queue has waited since it was due; `workers` maps each worker that lives to the
    names of the models that fail it.
    """

    totals: Counts = field(default_factory=dict)
    jobs: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    under_way: int = 0
    oldest_seconds: float = 0.0
    workers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
