"""Figures about this service, for Prometheus and as JSON."""

import os
import platform
import resource
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from time import time
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.types import Scope

from conspectus.service.views import moment

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Metrics:
    """One set for each application.

    With PROMETHEUS_MULTIPROC_DIR set, the figures of all processes of a server are added up.
    """

    def __init__(self) -> None:
        self._several = "PROMETHEUS_MULTIPROC_DIR" in os.environ
        self._registry = registry = CollectorRegistry()
        self._began = time()
        self._requests = Counter(
            "conspectus_http_requests",
            "Requests by method, path template and status.",
            ("method", "route", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            "conspectus_http_request_seconds",
            "Seconds until the last byte of an answer, by method and path template.",
            ("method", "route"),
            buckets=_BUCKETS,
            registry=registry,
        )
        self._busy = Gauge(
            "conspectus_documents_under_way",
            "Documents that are being made by this server.",
            registry=registry,
            multiprocess_mode="livesum",
        )
        self._waiting = Gauge(
            "conspectus_documents_waiting",
            "Documents that wait for a worker.",
            registry=registry,
            multiprocess_mode="mostrecent",
        )
        if not self._several:
            ProcessCollector(registry=registry)

    def observe(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one request; a path that is no route has no name of its own."""
        route = getattr(scope.get("route"), "path_format", None) or "none"
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self, busy: int, waiting: int) -> bytes:
        """Return the figures in Prometheus' text format."""
        self._busy.set(busy)
        self._waiting.set(waiting)
        if not self._several:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # ships no types
        return generate_latest(together)

    def data(self, version: str, figures: Mapping[str, object]) -> dict[str, Any]:
        """Return figures of the machine and of the program."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        unit = 1 if sys.platform == "darwin" else 1024
        return {
            "system": {
                "platform": platform.platform(),
                "python": platform.python_version(),
                "processors": os.cpu_count() or 1,
                "load": list(os.getloadavg()),
                "cpu_seconds": used.ru_utime + used.ru_stime,
                "most_memory_bytes": used.ru_maxrss * unit,
            },
            "application": {
                "version": version,
                "uptime_seconds": round(time() - self._began, 3),
                "requests": int(self._total()),
                **figures,
            },
            "timestamp": moment(int(datetime.now(UTC).timestamp() * 1000)),
        }

    def _total(self) -> float:
        return sum(
            sample.value
            for family in self._requests.collect()
            for sample in family.samples
            if sample.name.endswith("_total")
        )


_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
