"""The metrics that a process counts itself, as prometheus-client keeps them."""

from bisect import bisect_left
from time import time
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.samples import Exemplar, Sample

from conspectus.adapters.observe_metrics.catalogue import BY_NAME, METRICS, Metric

INFINITY = float("inf")
_BOUNDS = {metric.name: (*metric.buckets, INFINITY) for metric in METRICS}


class Families:
    """Counts what the catalogue has over a `server`, by the names there."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        own = [metric for metric in METRICS if metric.over == "server"]
        self._made: dict[str, Any] = {metric.name: self._make(metric) for metric in own}
        self._children: dict[tuple[str, ...], Any] = {}
        self._exemplars: dict[tuple[str, tuple[str, ...], float], Exemplar] = {}

    def add(self, name: str, *labels: str, amount: float = 1.0) -> None:
        """Add to a counter."""
        self._of(name, labels).inc(amount)

    def put(self, name: str, value: float, *labels: str) -> None:
        """Set a gauge."""
        self._of(name, labels).set(value)

    def observe(self, name: str, seconds: float, *labels: str, trace: str = "") -> None:
        """Add to a histogram; the last trace of each bucket is its example."""
        self._of(name, labels).observe(seconds)
        if trace:
            bounds = _BOUNDS[name]
            place = name, labels, bounds[bisect_left(bounds, seconds)]
            self._exemplars[place] = Exemplar({"trace_id": trace}, seconds, time())

    def exemplified(self, family: Family) -> None:
        """Give the buckets of a histogram their examples."""
        if family.type == "histogram":
            family.samples = [self._with_example(family.name, one) for one in family.samples]

    def _with_example(self, name: str, sample: Sample) -> Sample:
        if not sample.name.endswith("_bucket"):
            return sample
        labels = tuple(sample.labels[label] for label in BY_NAME[name].labels)
        example = self._exemplars.get((name, labels, float(sample.labels["le"])))
        return sample._replace(exemplar=example) if example else sample

    def _of(self, name: str, labels: tuple[str, ...]) -> Any:
        if not labels:
            return self._made[name]
        key = (name, *labels)
        if key not in self._children:
            self._children[key] = self._made[name].labels(*labels)
        return self._children[key]

    def _make(self, metric: Metric) -> Counter | Gauge | Histogram:
        head = (metric.family, metric.told, metric.labels)
        if metric.kind == "counter":
            return Counter(*head, registry=self.registry)
        if metric.kind == "gauge":
            mode: Any = metric.mode
            return Gauge(*head, registry=self.registry, multiprocess_mode=mode)
        return Histogram(*head, registry=self.registry, buckets=metric.buckets)
