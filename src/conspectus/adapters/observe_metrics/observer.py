"""Counts what happens."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import perf_counter

from prometheus_client.metrics_core import Metric as Family

from conspectus.adapters.observe_metrics.families import Families
from conspectus.adapters.observe_metrics.folder import Folder
from conspectus.adapters.observe_metrics.process import ProcessFigures
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.totals import OTHER, Few
from conspectus.domain.trace import current
from conspectus.ports import Observer

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
NOT_ALLOWED = "405"
"""A method that a route does not take is `other`, or whoever tries all made a series of each."""

ENDED = ("succeeded", "failed")
PROBES = frozenset(("livez", "readyz", "health", "metrics", "static"))
"""Parts of the paths that are counted and not timed: they say nothing of what people wait for."""


class MetricsObserver(Observer):
    """Alone, or with the other processes of a `folder`."""

    def __init__(self, folder: Folder | None = None) -> None:
        self._folder = folder
        self._count = Families()
        self._process = ProcessFigures(self._count)
        self._process.look()
        self._model = Few()
        self._told: dict[str, Callable[[Happening], None]] = {
            "hit": lambda what: self._lookup(what.name, "hit"),
            "miss": lambda what: self._lookup(what.name, "miss"),
            "coalesced": lambda what: self._add("conspectus_cache_coalesced_total"),
            "refused": lambda what: self._add("conspectus_cache_refused_total"),
            "evicted": lambda what: self._add("conspectus_cache_evictions_total", what.name),
            "retry": lambda what: self._add(
                "conspectus_model_retries_total", self._model(what.name)
            ),
            "stopped": lambda what: self._add("conspectus_budget_stops_total"),
            "unread": lambda what: self._add("conspectus_read_failures_total", what.name),
            "error": lambda what: self._add("conspectus_errors_total", what.name),
            "breaker": self._breaker,
            "held": lambda what: self._count.put("conspectus_cache_bytes", what.amount, what.name),
        }

    def families(self) -> list[Family]:
        """Return what was counted, by all processes that count together."""
        self._process.look()
        counted = self._folder.families if self._folder else self._count.registry.collect
        found = [*counted()]
        for family in found:
            family.samples = [s for s in family.samples if not s.name.endswith("_created")]
            self._count.exemplified(family)
        return found

    def beat(self) -> None:
        """Let the others see how this process is."""
        self._process.look()

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Measure it."""
        return _Measuring(work, self._measured)

    def happened(self, what: Happening) -> None:
        """Count it."""
        if tell := self._told.get(what.kind):
            tell(what)

    def _measured(self, work: Work, seconds: float, trace: str) -> None:
        observe = self._count.observe
        if work.kind == "request":
            known = work.detail in METHODS and work.outcome != NOT_ALLOWED
            method = work.detail if known else OTHER
            self._add("conspectus_http_requests_total", method, work.name, work.outcome or "0")
            if not work.outcome.startswith("4") and PROBES.isdisjoint(work.name.split("/")):
                name = "conspectus_http_request_duration_seconds"
                observe(name, seconds, method, work.name, trace=trace)
        elif work.kind == "stage":
            observe("conspectus_stage_duration_seconds", seconds, work.name, trace=trace)
        elif work.kind == "call":
            name = "conspectus_model_call_duration_seconds"
            observe(name, seconds, self._model(work.name), trace=trace)
        elif work.outcome in ENDED:
            observe("conspectus_document_duration_seconds", seconds, trace=trace)

    def _breaker(self, what: Happening) -> None:
        if ":" in what.name:
            model = self._model(what.name)
            self._count.put("conspectus_model_breaker_open", what.amount, model)
        else:
            self._count.put("conspectus_cache_breaker_open", what.amount)

    def _lookup(self, tier: str, result: str) -> None:
        self._add("conspectus_cache_lookups_total", tier, result)

    def _add(self, name: str, *labels: str) -> None:
        self._count.add(name, *labels)


class _Measuring:
    """Measures one piece of work."""

    __slots__ = ("_began", "_tell", "_work")

    def __init__(self, work: Work, tell: Callable[[Work, float, str], None]) -> None:
        self._work = work
        self._tell = tell

    def __enter__(self) -> None:
        self._began = perf_counter()

    def __exit__(self, *_: object) -> None:
        trace = current()
        self._tell(self._work, perf_counter() - self._began, trace.id if trace else "")
