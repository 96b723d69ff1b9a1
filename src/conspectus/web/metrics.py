"""Figures about this service, for Prometheus and as JSON."""

import os
import platform
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.registry import Collector

from conspectus.service.views import moment

TEXT, OPEN_METRICS = "text", "openmetrics"
MEDIA_TYPES = {
    TEXT: "text/plain; version=0.0.4; charset=utf-8",
    OPEN_METRICS: "application/openmetrics-text; version=1.0.0; charset=utf-8",
}
LOOK_SECONDS = 1.0

Gather = Callable[[], Awaitable[list[Family]]]


class Metrics:
    """Tells what `gather` gives."""

    def __init__(self, gather: Gather, version: str) -> None:
        self._gather = gather
        self._version = version
        self._looked: tuple[float, float] | None = None
        self._busy = 0.0

    async def text(self, form: str = TEXT) -> bytes:
        """Return the figures in Prometheus' text format, or as OpenMetrics with examples."""
        registry = CollectorRegistry()
        registry.register(_Given(await self._gather()))
        if form == OPEN_METRICS:
            told: bytes = openmetrics.generate_latest(registry)  # type: ignore[no-untyped-call]
            return told
        return generate_latest(registry)

    async def data(self) -> dict[str, Any]:
        """Return figures of the machine and of the program.

        `uptime` is in seconds, `memory_usage` in bytes, `cpu_usage` in percent of one processor
        since the last look; `avg_response_time` in seconds. What is not known is null.
        """
        figures = Figures(await self._gather())
        return {
            "system": self._system(figures),
            "application": _application(figures, self._version),
            "timestamp": moment(time.time_ns() // 1_000_000),
        }

    def _system(self, figures: "Figures") -> dict[str, Any]:
        uptime = figures.sum("conspectus_uptime_seconds") or 0.0
        used = figures.sum("process_cpu_seconds_total")
        return {
            "uptime": round(uptime, 3),
            "memory_usage": figures.sum("process_resident_memory_bytes"),
            "cpu_usage": None if used is None else round(100 * self._share(used, uptime), 2),
            "cpu_seconds": used,
            "disk_free_bytes": figures.sum("conspectus_disk_free_bytes"),
            "processors": os.cpu_count() or 1,
            "load": list(os.getloadavg()),
            "python": platform.python_version(),
            "platform": platform.platform(),
        }

    def _share(self, used: float, uptime: float) -> float:
        """Return the processors in use since the last look, that lies a while back."""
        now = time.monotonic()
        before = self._looked or (now - max(uptime, LOOK_SECONDS), 0.0)
        if now - before[0] >= LOOK_SECONDS:
            self._busy = max(0.0, used - before[1]) / (now - before[0])
            self._looked = now, used
        return self._busy


class Figures:
    """Looks figures up in families."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._samples: dict[str, list[tuple[Mapping[str, str], float]]] = {}
        for family in families:
            for one in family.samples:
                self._samples.setdefault(one.name, []).append((one.labels, one.value))

    def sum(self, name: str, **labels: str) -> float | None:
        """Return the sum of the samples with these labels; None when there is no such metric."""
        if name not in self._samples:
            return None
        return sum(
            value
            for has, value in self._samples[name]
            if all(has.get(label) == wanted for label, wanted in labels.items())
        )

    def by(self, label: str, name: str) -> dict[str, float]:
        """Return the sums of a metric by the values of a label."""
        found: dict[str, float] = {}
        for has, value in self._samples.get(name, ()):
            found[has[label]] = found.get(has[label], 0.0) + value
        return found

    def count(self, name: str, **labels: str) -> int:
        """Return a sum as a whole number; 0 when there is nothing."""
        return int(self.sum(name, **labels) or 0)


def _application(figures: Figures, version: str) -> dict[str, Any]:
    statuses = figures.by("status", "conspectus_http_requests_total")
    seconds = figures.sum("conspectus_http_request_duration_seconds_sum") or 0.0
    answered = figures.count("conspectus_http_request_duration_seconds_count")
    return {
        "version": version,
        "request_count": int(sum(statuses.values())),
        "refused_count": int(sum(n for status, n in statuses.items() if status[0] == "4")),
        "error_count": int(sum(n for status, n in statuses.items() if status[0] == "5")),
        "avg_response_time": round(seconds / answered, 6) if answered else 0.0,
        "documents": _whole(figures.by("status", "conspectus_documents_total")),
        "documents_waiting": figures.count("conspectus_queue_documents"),
        "documents_under_way": figures.count("conspectus_documents_under_way"),
        "oldest_waiting_seconds": figures.sum("conspectus_queue_oldest_seconds"),
        "jobs": _whole(figures.by("status", "conspectus_jobs")),
        "workers": figures.count("conspectus_workers"),
        "llm_call_count": figures.count("conspectus_model_calls_total"),
        "llm_calls": _whole(figures.by("outcome", "conspectus_model_calls_total")),
        "llm_tokens": _whole(figures.by("kind", "conspectus_model_tokens_total")),
        "llm_cost_usd": figures.sum("conspectus_model_cost_usd_total") or 0.0,
        "llm_saved_usd": figures.sum("conspectus_model_saved_usd_total") or 0.0,
        **_cache(figures),
        "components": figures.by("component", "conspectus_component_up"),
    }


def _cache(figures: Figures) -> dict[str, Any]:
    """Return how often an answer was kept: a job's own answers are looked for before the others."""
    lookups = "conspectus_cache_lookups_total"
    hits = figures.count(lookups, result="hit")
    own = figures.count(lookups, tier="job", result="hit")
    shared = own + figures.count(lookups, tier="memory")
    asked = max(figures.count(lookups, tier="job"), shared)
    return {
        "cache_hit_rate": round(hits / asked, 6) if asked else 0.0,
        "cache_hits": hits,
        "cache_misses": asked - hits,
        "cache_coalesced": figures.count("conspectus_cache_coalesced_total"),
        "cache_bytes": _whole(figures.by("tier", "conspectus_cache_bytes")),
    }


def _whole(found: Mapping[str, float]) -> dict[str, int]:
    return {name: int(value) for name, value in found.items()}


class _Given(Collector):
    def __init__(self, families: list[Family]) -> None:
        self._families = families

    def collect(self) -> Iterable[Family]:
        return self._families
