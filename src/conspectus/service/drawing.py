"""How a point of a chart comes of the history of figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.service.history import History, quantile

MINUTE, HOUR = 60.0, 3_600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in the history, of points so many seconds apart."""

    history: History
    time: float
    step: float

    def grown(self, window: float, *names: str) -> tuple[float, float] | None:
        """Return by how much counts grew together in a window that ends here, and its seconds."""
        found = self.history.growth(names, self.time, max(window, self.step), self.step)
        return found and (found[0], sum(found[1].values()))


Drawing = Callable[[Moment], float | None]


def rate(*names: str) -> Drawing:
    """Draw the growth in the minute before; between points further apart, that of a mean minute."""

    def value(at: Moment) -> float | None:
        found = at.grown(MINUTE, *names)
        return found and found[1] / max(found[0], MINUTE) * MINUTE

    return value


def load(name: str) -> Drawing:
    """Draw the growth in a second, as it was in the minute before."""

    def value(at: Moment) -> float | None:
        found = at.grown(MINUTE, name)
        return found and found[1] / found[0]

    return value


def total(*names: str, window: float = HOUR) -> Drawing:
    """Draw the growth in the seconds before."""

    def value(at: Moment) -> float | None:
        found = at.grown(window, *names)
        return found and found[1]

    return value


def gauge(name: str) -> Drawing:
    """Draw the value itself."""
    return lambda at: at.history.gauge(name, at.time, at.step)


def part(of: str, window: float = 5 * MINUTE) -> Drawing:
    """Draw the share of hits among lookups in the minutes before."""

    def value(at: Moment) -> float | None:
        hits, misses = (at.grown(window, f"{of}_{kind}") for kind in ("hits", "misses"))
        hit, missed = hits[1] if hits else 0.0, misses[1] if misses else 0.0
        return hit / (hit + missed) if hit + missed else None

    return value


def below(share: float, name: str, window: float) -> Drawing:
    """Draw below which value a share of what was observed in the seconds before lies."""

    def value(at: Moment) -> float | None:
        found = at.history.growth([name], at.time, max(window, at.step), at.step)
        if found is None:
            return None
        return quantile(share, sorted((one.bound, count) for one, count in found[1].items()))

    return value


def grid(until: float, seconds: float, step: float) -> list[float]:
    """Return times so many seconds apart, on whole multiples of the step, and the last one."""
    last = int(until // step)
    times = [place * step for place in range(last - int(seconds // step), last + 1)]
    return [*(time for time in times if until - time > step / 2), until]


def points(value: Drawing, moments: Sequence[Moment]) -> list[float | None]:
    """Return a value at several times."""
    return [told(value(one)) for one in moments]


def told(value: float | None) -> float | None:
    """Return a value with as many digits as are of use."""
    return None if value is None else float(f"{value:.5g}")
