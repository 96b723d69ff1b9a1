"""The charts of the dashboard: what each shows, and its points over a range of time."""

from dataclasses import dataclass
from typing import Any, Literal

from conspectus.service.drawing import (
    HOUR,
    MINUTE,
    Drawing,
    Moment,
    below,
    gauge,
    grid,
    load,
    part,
    points,
    rate,
    told,
    total,
)
from conspectus.service.history import History

RANGES = {"15m": (900, 10), "1h": (3_600, 30), "6h": (21_600, 120), "24h": (86_400, 600)}
"""Seconds that are shown, and seconds from point to point."""

RANGE = "1h"

Unit = Literal["count", "seconds", "share", "usd", "bytes"]
Colour = Literal["first", "second", "third", "fourth", "bad", "wary"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart."""

    label: str
    colour: Colour
    value: Drawing


@dataclass(frozen=True, slots=True)
class Chart:
    """`told` says exactly what a point is; `empty` what it means when there is none.

    A chart that is `sparing` counts zeros alone as none.
    """

    id: str
    title: str
    told: str
    unit: Unit
    lines: tuple[Line, ...]
    empty: str
    sparing: bool = False


def latencies(name: str, window: float) -> tuple[Line, ...]:
    """Return the lines of the median and of the slow ones."""
    return (
        Line("Half within (p50)", "first", below(0.5, name, window)),
        Line("95 % within (p95)", "second", below(0.95, name, window)),
    )


TIERS = {"memory": "Memory", "redis": "Redis", "sqlite": "Disk", "job": "The job's own"}
_TIER_COLOURS: tuple[Colour, ...] = ("first", "second", "third", "fourth")

CHARTS = (
    Chart(
        "requests",
        "Requests",
        "A minute, without probes and this page's own.",
        "count",
        (
            Line("All", "first", rate("requests")),
            Line("Refused (4xx)", "wary", rate("refused")),
            Line("Errors (5xx)", "bad", rate("errors")),
        ),
        "No request yet.",
    ),
    Chart(
        "latency",
        "Time of an answer",
        "Requests of the five minutes before; those that wait for a document are left out.",
        "seconds",
        latencies("answer_seconds", 5 * MINUTE),
        "No request in this time.",
    ),
    Chart(
        "documents",
        "Documents",
        "In the hour before.",
        "count",
        (
            Line("Made", "first", total("documents_succeeded")),
            Line("Failed", "bad", total("documents_failed")),
            Line("Cancelled", "wary", total("documents_cancelled")),
        ),
        "No document yet.",
    ),
    Chart(
        "making",
        "Time of a document",
        "Documents of the hour before, from their beginning to their end.",
        "seconds",
        latencies("document_seconds", HOUR),
        "No document in this time.",
    ),
    Chart(
        "queue",
        "Queue",
        "Documents that wait, and those under way.",
        "count",
        (
            Line("Waiting", "first", gauge("waiting")),
            Line("Under way", "second", gauge("under_way")),
        ),
        "Not measured yet.",
    ),
    Chart(
        "oldest",
        "Longest wait",
        "How long the oldest document in the queue has waited.",
        "seconds",
        (Line("Oldest", "first", gauge("oldest")),),
        "Not measured yet.",
    ),
    Chart(
        "cache",
        "Answers from the cache",
        "Share of lookups that found an answer in the five minutes before, by tier.",
        "share",
        tuple(
            Line(label, colour, part(f"cache_{tier}"))
            for (tier, label), colour in zip(TIERS.items(), _TIER_COLOURS, strict=True)
        ),
        "No lookup in this time. The offline model needs no cache.",
    ),
    Chart(
        "calls",
        "Calls of models",
        "A minute.",
        "count",
        (
            Line("Answered", "first", rate("calls_answered")),
            Line("Not answered", "bad", rate("calls_unanswered")),
        ),
        "No call in this time.",
        sparing=True,
    ),
    Chart(
        "tokens",
        "Tokens",
        "A minute.",
        "count",
        (
            Line("Sent", "first", rate("tokens_input")),
            Line("Received", "second", rate("tokens_output")),
        ),
        "No tokens in this time. The offline model uses none.",
        sparing=True,
    ),
    Chart(
        "cost",
        "Cost",
        "US dollars in the hour before.",
        "usd",
        (
            Line("Spent", "second", total("cost")),
            Line("Saved by the cache", "first", total("saved")),
        ),
        "Nothing was spent or saved in this time.",
        sparing=True,
    ),
    Chart(
        "processor",
        "Processor",
        "Time used in the minute before; 100 % is one processor.",
        "share",
        (Line("Used", "first", load("processor")),),
        "Not measured on this system.",
    ),
    Chart(
        "memory",
        "Memory",
        "Of the server's processes.",
        "bytes",
        (Line("Used", "first", gauge("memory")),),
        "Not measured on this system.",
    ),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One number that is seen first: the growth of a count over the range, or a gauge now."""

    id: str
    label: str
    unit: Unit
    figure: str
    grows: bool = True


TILES = (
    Tile("made", "Documents made", "count", "documents_succeeded"),
    Tile("failed", "Documents failed", "count", "documents_failed"),
    Tile("waiting", "Waiting now", "count", "waiting", grows=False),
    Tile("requests", "Requests", "count", "requests"),
    Tile("errors", "Errors", "count", "errors"),
    Tile("spent", "Spent", "usd", "cost"),
    Tile("saved", "Saved by the cache", "usd", "saved"),
)


def drawn(history: History, chosen: str) -> dict[str, Any]:
    """Return the points of every chart over a range, until the last sample.

    Raises KeyError for an unknown range.
    """
    seconds, step = RANGES[chosen]
    until = history.last or 0.0
    moments = [Moment(history, time, step) for time in grid(until, seconds, step)]
    now = Moment(history, until, RANGES["15m"][1] if seconds <= HOUR else step)
    return {
        "range": chosen,
        "seconds": seconds,
        "step": step,
        "times": [round(one.time, 1) for one in moments],
        "charts": {
            chart.id: [points(line.value, moments) for line in chart.lines] for chart in CHARTS
        },
        "tiles": {tile.id: told(_number(tile, seconds)(now)) for tile in TILES},
    }


def _number(tile: Tile, seconds: float) -> Drawing:
    return total(tile.figure, window=seconds) if tile.grows else gauge(tile.figure)
