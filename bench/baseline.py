"""Figures of an earlier run: a ratio that grew by more than TOLERANCE is a regression.

Only figures that mean the same on every machine are kept (ratios, shares, counts, bytes): no times.
`python -m bench --keep` writes those of this run down, in place of what was there.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.measure import Figure

FILE = Path(__file__).with_name("baseline.json")
TOLERANCE, SLACK = 1.25, 0.05
TIMES = ("s", "ms", "us", "MB")


def kept() -> dict[str, float]:
    """Return what was kept, by the names of figures."""
    found: dict[str, float] = json.loads(FILE.read_text("utf-8"))
    return found


def keep(figures: Iterable[Figure]) -> None:
    """Write figures down; those that were not measured now stay as they are."""
    found = {one.name: round(one.value, 3) for one in figures if one.unit not in TIMES}
    whole = dict(sorted({**(kept() if FILE.exists() else {}), **found}.items()))
    FILE.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", "utf-8")


def regression(figure: Figure, before: Mapping[str, float]) -> str:
    """Return how a figure got worse than it was; nothing when it did not, or is not known."""
    if figure.unit in TIMES or figure.name not in before:
        return ""
    was = before[figure.name]
    if figure.value <= was * TOLERANCE + SLACK:
        return ""
    return f"{figure.name}: {figure.value:.2f} {figure.unit}, was {was:.2f}"
