"""The history of figures: growth over restarts, shares of observations, bounded memory."""

import math
from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.service.charts import CHARTS, RANGES, TILES, drawn
from conspectus.service.drawing import grid
from conspectus.service.history import MOST_FIGURES, RINGS, Figure, History, quantile, steadied

BEGAN = 1_700_000_040.0
ASKED = Figure("asked", "count")
DEPTH = Figure("depth", "peak")
LEVEL = Figure("level", "least")
BOUNDS = (0.1, 0.5, 1.0, math.inf)
TIMES = tuple(Figure("times", "count", "times", bound) for bound in BOUNDS)

_more = st.integers(0, 1_000)


def _since(history: History, name: str, seconds: float, step: float = 10) -> float | None:
    assert history.last
    found = history.growth([name], history.last, seconds, step)
    return found and sum(found[1].values())


@given(st.lists(st.tuples(_more, st.booleans()), min_size=1, max_size=40))
def test_growth_counts_over_restarts(moves: list[tuple[int, bool]]) -> None:
    """A count that starts again from zero loses nothing of what it shows, and never goes back."""
    history, shown, truth = History(), 0, 0
    history.add(BEGAN, {ASKED: 0})
    before = 0.0
    for place, (more, again) in enumerate(moves, 1):
        if again and more < shown:  # a restart that shows nothing cannot be seen
            shown = 0
        shown, truth = shown + more, truth + more
        history.add(BEGAN + 10 * place, {ASKED: shown})
        now = _since(history, "asked", 10 * place)
        assert now == truth
        assert now >= before
        before = now


@given(
    st.lists(st.lists(st.floats(0, 3), max_size=8), min_size=2, max_size=12),
    st.sets(st.integers(1, 11)),
)
def test_buckets_start_again_together(rounds: list[list[float]], again: set[int]) -> None:
    """After a restart the buckets of a histogram still grow with their bounds."""
    history, seen = History(), list[float]()
    history.add(BEGAN, dict.fromkeys(TIMES, 0.0))
    for place, more in enumerate(rounds, 1):
        seen = [*(() if place in again else seen), *more]
        counts = {one: float(sum(value <= one.bound for value in seen)) for one in TIMES}
        history.add(BEGAN + 10 * place, counts)
        found = history.growth(["times"], BEGAN + 10 * place, 10, 10)
        assert found
        grown = [found[1][one] for one in TIMES]
        assert grown == sorted(grown)
        assert grown[0] >= 0


@given(st.lists(st.floats(0, 0.99), min_size=1), st.floats(0.01, 1))
def test_a_quantile_lies_in_the_bucket_of_the_true_one(values: list[float], share: float) -> None:
    """As far as buckets can tell."""
    buckets = [(bound, float(sum(one <= bound for one in values))) for bound in BOUNDS]
    found = quantile(share, buckets)
    assert found is not None
    true = sorted(values)[max(0, math.ceil(share * len(values) - 1e-9) - 1)]
    place = bisect_left(BOUNDS, true)
    low = BOUNDS[place - 1] if place else 0.0
    assert low - 1e-9 <= found <= BOUNDS[place] + 1e-9


def test_a_quantile_beyond_the_last_bound_is_that_bound() -> None:
    """More is not known; without observations nothing is."""
    assert quantile(0.95, [(1.0, 2.0), (5.0, 3.0), (math.inf, 100.0)]) == 5.0
    assert quantile(0.5, [(1.0, 0.0), (math.inf, 0.0)]) is None
    assert quantile(0.5, []) is None
    assert quantile(0.5, [(1.0, 10.0), (2.0, 20.0), (math.inf, 20.0)]) == 1.0


def test_the_fine_ring_and_the_coarse_one_tell_the_same_growth() -> None:
    """A day of samples: what was counted in six hours does not depend on the ring."""
    history = History()
    for place in range(9_000):
        history.add(BEGAN + 10 * place, {ASKED: place // 7})
    assert _since(history, "asked", 3_600) == pytest.approx(360 / 7, abs=1)
    for step in (60, 600):
        assert _since(history, "asked", 21_600, step) == pytest.approx(2_160 / 7, abs=8)
    assert _since(history, "asked", 86_400, 600) == pytest.approx(8_640 / 7, abs=8)


def test_a_gauge_shows_its_peak_between_two_points() -> None:
    """Nobody overlooks a full queue because a point fell between; of a level the lowest counts."""
    history = History()
    for place, (depth, level) in enumerate([(0, 1), (9, 1), (0, 0), (0, 1)] * 6):
        history.add(BEGAN + 10 * place, {DEPTH: depth, LEVEL: level})
    last = BEGAN + 230
    assert history.gauge("depth", last, 10) == 0
    assert history.gauge("depth", last, 60) == 9
    assert history.gauge("level", last, 60) == 0
    assert history.gauge("nothing", last, 60) is None


def test_what_happened_before_the_second_slot_is_not_lost() -> None:
    """Growth within the first seconds counts from the very first sample."""
    history = History()
    history.add(BEGAN, {ASKED: 3})
    assert _since(history, "asked", 60) is None
    history.add(BEGAN + 2, {ASKED: 5})
    history.add(BEGAN + 4, {ASKED: 8})
    assert _since(history, "asked", 60) == 5


def test_a_time_without_samples_is_a_gap() -> None:
    """Nothing is drawn where nothing was known, and the growth of the gap is told after it."""
    history = History()
    for time in (0, 10, 20, 500, 510):
        history.add(BEGAN + time, {ASKED: time, DEPTH: 1})
    assert history.gauge("depth", BEGAN + 300, 10) is None
    assert history.growth(["asked"], BEGAN + 300, 60, 10) is None
    assert _since(history, "asked", 510) == 510


def test_a_clock_that_was_put_back_does_not_stop_the_history() -> None:
    """What was noted for the future is forgotten."""
    history = History()
    for time in (0, 10, 20, 3_600, 30, 40):
        history.add(BEGAN + time, {ASKED: 1, DEPTH: time})
    assert history.last == BEGAN + 40
    assert history.gauge("depth", BEGAN + 40, 10) == 40
    assert history.gauge("depth", BEGAN + 3_600, 10) is None


def test_memory_is_bounded() -> None:
    """However long it runs, and however many figures somebody might invent."""
    history = History(rings=((10, 20), (60, 10)))
    for place in range(400):
        history.add(BEGAN + 10 * place, {Figure(f"f{place}-{n}", "count"): 1.0 for n in range(3)})
    assert history.bytes <= MOST_FIGURES * 8 * 30
    assert sum(most for _, most in RINGS) * MOST_FIGURES * 8 < 6_000_000


def test_what_a_total_was_before_is_no_growth() -> None:
    """Documents of last year do not appear as made today when records are first heard of late."""
    history, made = History(), Figure("made", "total")
    for place, sample in enumerate(({}, {made: 500.0}, {}, {made: 503.0})):
        history.add(BEGAN + 10 * place, sample)
    assert _since(history, "made", 60) == 3


def test_when_something_was_last_unwell_is_known() -> None:
    """For as long as one looks back."""
    history = History()
    for place in range(30):
        history.add(BEGAN + 10 * place, {LEVEL: 0.5 if place == 9 else 1.0})
    found = history.below("level", 1.0, 600)
    assert found
    assert BEGAN + 60 <= found < BEGAN + 120
    assert history.below("level", 1.0, 60) is None
    assert history.below("level", 0.5, 600) is None


def test_counts_of_one_sample_can_be_missing() -> None:
    """What a sample lacks stays as it was."""
    first = steadied({}, {}, {ASKED: 4})
    assert steadied({ASKED: 4}, first, {}) == {ASKED: 4}


@given(st.floats(BEGAN, BEGAN + 100_000), st.sampled_from(list(RANGES)))
def test_points_lie_on_whole_steps_and_end_now(until: float, chosen: str) -> None:
    """Two looks at one range share their points, so that a chart does not tremble."""
    seconds, step = RANGES[chosen]
    times = grid(until, seconds, step)
    assert times == sorted(set(times))
    assert times[-1] == until
    assert all(time % step == 0 for time in times[:-1])
    assert seconds / step - 1 <= len(times) <= seconds / step + 2


def test_every_chart_has_points_for_every_range() -> None:
    """Also when nothing is known yet."""
    history = History()
    for known in range(2):
        for chosen in RANGES:
            made = drawn(history, chosen)
            for chart in CHARTS:
                assert [len(line) for line in made["charts"][chart.id]] == [
                    len(made["times"]) for _ in chart.lines
                ]
            assert made["tiles"].keys() == {tile.id for tile in TILES}
        history.add(BEGAN + known, {ASKED: 1})
