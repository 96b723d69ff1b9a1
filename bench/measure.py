"""Timing two things side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure and the bar it must not exceed. Both have the same unit."""

    name: str
    value: float
    bar: float
    unit: str

    def __str__(self) -> str:
        verdict = "ok" if self.reached else "MISSED"
        measured = f"{self.name:60} {self.value:8.2f} {self.unit:4}"
        return f"{measured} bar {self.bar:g} {self.unit:4} {verdict}"

    @property
    def reached(self) -> bool:
        """Whether the figure is within its bar."""
        return self.value <= self.bar


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the shortest of some rounds, in seconds; the shortest is the least disturbed."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return min(times)


def ratio(work: Callable[[], object], floor: Callable[[], object], rounds: int = 5) -> float:
    """Return how many times longer `work` takes than `floor`, measured in turns."""
    work_times, floor_times = [], []
    for _ in range(rounds):
        floor_times.append(best(floor, 1))
        work_times.append(best(work, 1))
    return min(work_times) / min(floor_times)
