"""What the benchmark makes of figures of an earlier run."""

import json
from pathlib import Path

import pytest
from bench import baseline
from bench.measure import Figure


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (2.0, "x", ""),
        (2.5, "x", ""),
        (2.6, "x", "warm: 2.60 x, was 2.00"),
        (9.0, "s", ""),
    ],
    ids=["the same", "within tolerance", "worse", "a time means nothing elsewhere"],
)
def test_only_a_ratio_that_is_much_worse_is_a_regression(
    value: float, unit: str, told: str
) -> None:
    """Whatever its bar allows: a good figure may not be lost in silence."""
    assert baseline.regression(Figure("warm", value, 100, unit), {"warm": 2.0}) == told


def test_a_figure_that_is_not_known_yet_is_no_regression() -> None:
    """It is held from when it was kept."""
    assert baseline.regression(Figure("fresh", 9.0, 10, "x"), {}) == ""


def test_keeping_some_figures_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One part can be measured anew; times are never kept."""
    monkeypatch.setattr(baseline, "FILE", tmp_path / "baseline.json")
    baseline.keep([Figure("a", 1, 2, "x"), Figure("b", 3, 4, "s")])
    baseline.keep([Figure("c", 5, 6, "%")])
    assert baseline.kept() == {"a": 1, "c": 5}


def test_the_kept_figures_are_within_their_file() -> None:
    """It is JSON of names and numbers, sorted, so that a change of it can be read."""
    found = json.loads(baseline.FILE.read_text("utf-8"))
    assert [*found] == sorted(found)
    assert all(isinstance(value, int | float) for value in found.values())
