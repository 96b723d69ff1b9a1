"""From what `/metrics/` tells to the figures that the dashboard remembers."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client.parser import text_string_to_metric_families

from conspectus.service.charts import TIERS
from conspectus.service.history import Figure, Sample
from conspectus.web.desk import Desk

FRESH_SECONDS = 1.0
"""So long a sample serves all who look."""

Labels = Mapping[str, str]

PROBES = frozenset(("health", "livez", "readyz", "metrics", "static", "dashboard"))
WAITING = ("/events/", "/status/", "/generate/")
"""These answer when a document or a job is ready."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A figure is the sum of the samples of a metric that have what `holds` asks for."""

    figure: Figure
    metric: str
    holds: Callable[[Labels], bool]


def asked(labels: Labels) -> bool:
    """Whether somebody wanted something: no probe, and not the dashboard itself."""
    return PROBES.isdisjoint(labels.get("route", "").split("/"))


def is_(**wanted: str) -> Callable[[Labels], bool]:
    """Hold for labels with these values; a value that ends in `*` asks for its beginning."""
    return lambda labels: all(
        labels.get(name, "").startswith(value[:-1])
        if value.endswith("*")
        else labels.get(name) == value
        for name, value in wanted.items()
    )


_all = is_()


def total(name: str, metric: str, holds: Callable[[Labels], bool] = _all) -> Rule:
    """Return the rule of a count that lasts beyond the server."""
    return Rule(Figure(name, "total"), metric, holds)


def count(name: str, metric: str, holds: Callable[[Labels], bool] = _all) -> Rule:
    """Return the rule of a count."""
    return Rule(Figure(name, "count"), metric, holds)


def peak(name: str, metric: str) -> Rule:
    """Return the rule of a gauge whose largest value counts."""
    return Rule(Figure(name, "peak"), metric, _all)


_HTTP = "conspectus_http_requests_total"
RULES = (
    count("requests", _HTTP, asked),
    count("refused", _HTTP, lambda labels: asked(labels) and is_(status="4*")(labels)),
    count("errors", _HTTP, lambda labels: asked(labels) and is_(status="5*")(labels)),
    *(
        total(f"documents_{status}", "conspectus_documents_total", is_(status=status))
        for status in ("succeeded", "failed", "cancelled")
    ),
    peak("waiting", "conspectus_queue_documents"),
    peak("under_way", "conspectus_documents_under_way"),
    peak("oldest", "conspectus_queue_oldest_seconds"),
    *(
        count(f"cache_{tier}_{kinds}", "conspectus_cache_lookups_total", is_(tier=tier, result=one))
        for tier in TIERS
        for one, kinds in (("hit", "hits"), ("miss", "misses"))
    ),
    total("calls_answered", "conspectus_model_calls_total", is_(outcome="answered")),
    total(
        "calls_unanswered",
        "conspectus_model_calls_total",
        lambda labels: labels.get("outcome") != "answered",
    ),
    total("tokens_input", "conspectus_model_tokens_total", is_(kind="input")),
    total("tokens_output", "conspectus_model_tokens_total", is_(kind="output")),
    total("cost", "conspectus_model_cost_usd_total"),
    total("saved", "conspectus_model_saved_usd_total"),
    count("processor", "process_cpu_seconds_total"),
    peak("memory", "process_resident_memory_bytes"),
)
LEVEL = "conspectus_component_up"

HISTOGRAMS: Mapping[str, tuple[str, Callable[[Labels], bool]]] = {
    "conspectus_http_request_duration_seconds_bucket": (
        "answer_seconds",
        lambda labels: asked(labels) and not labels.get("route", "").endswith(WAITING),
    ),
    "conspectus_document_duration_seconds_bucket": ("document_seconds", _all),
}


def level(component: str) -> Figure:
    """Return the figure of how well a component is: 1 healthy, 0.5 degraded, 0 unhealthy."""
    return Figure(f"up_{component}", "least")


def figures(exposition: str) -> dict[Figure, float]:
    """Return the figures of an exposition in Prometheus' text format; what it lacks is missing."""
    found: dict[Figure, float] = {}
    rules: dict[str, list[Rule]] = {}
    for rule in RULES:
        rules.setdefault(rule.metric, []).append(rule)
    for family in text_string_to_metric_families(exposition):
        for rule in rules.get(f"{family.name}_total", ()):
            found[rule.figure] = 0.0
        for one in family.samples:
            for rule in rules.get(one.name, ()):
                more = one.value if rule.holds(one.labels) else 0.0
                found[rule.figure] = found.get(rule.figure, 0.0) + more
            if one.name == LEVEL:
                found[level(one.labels["component"])] = one.value
            if one.name in HISTOGRAMS:
                name, holds = HISTOGRAMS[one.name]
                if holds(one.labels):
                    bucket = Figure(name, "count", name, float(one.labels["le"]))
                    found[bucket] = found.get(bucket, 0.0) + one.value
    return found


async def exposition(at: Desk) -> str:
    """Return what `/metrics/` tells now."""
    return (await at.metrics.text()).decode()


async def look(at: Desk) -> None:
    """Take a sample into the history, unless there is a fresh one."""
    now = time.time()
    if at.history.last is None or not 0 <= now - at.history.last < FRESH_SECONDS:
        sample: Sample = figures(await exposition(at))
        at.history.add(now, sample)
