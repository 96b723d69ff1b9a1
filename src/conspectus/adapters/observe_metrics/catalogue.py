"""Every metric: its name, what it says, its unit, its labels, and over what it is added up."""

from typing import Literal, NamedTuple

REQUEST_BUCKETS = (0.01, 0.05, 0.25, 1.0, 5.0, 30.0)
WORK_BUCKETS = (0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0, 300.0)

Kind = Literal["counter", "gauge", "histogram"]
Over = Literal["server", "records", "machine"]
"""`server`: counted in all processes of one machine that share a data folder, since the first of
them began; add those of several machines up. `records`: read from the records, alike wherever they
are asked for, lasting; take one of several, never their sum. `machine`: as it is now."""


class Metric(NamedTuple):
    """`name` is as it is exposed: that of a counter ends in `_total`.

    `mode` says how a gauge is added up over processes, in the words of prometheus-client.
    """

    name: str
    kind: Kind
    unit: str
    labels: tuple[str, ...]
    told: str
    over: Over = "server"
    buckets: tuple[float, ...] = ()
    mode: str = ""

    @property
    def family(self) -> str:
        """The name without `_total`."""
        return self.name.removesuffix("_total") if self.kind == "counter" else self.name


def _counter(name: str, unit: str, labels: str, told: str, over: Over = "server") -> Metric:
    return Metric(f"conspectus_{name}_total", "counter", unit, tuple(labels.split()), told, over)


def _gauge(name: str, unit: str, labels: str, told: str, over: Over, mode: str = "") -> Metric:
    return Metric(f"conspectus_{name}", "gauge", unit, tuple(labels.split()), told, over, (), mode)


def _seconds(name: str, labels: str, told: str, buckets: tuple[float, ...]) -> Metric:
    full = f"conspectus_{name}_duration_seconds"
    return Metric(full, "histogram", "seconds", tuple(labels.split()), told, "server", buckets)


def _process(name: str, unit: str, told: str, mode: str, kind: Kind = "gauge") -> Metric:
    return Metric(f"process_{name}", kind, unit, (), told, "server", (), mode)


METRICS = (
    _counter("http_requests", "requests", "method route status", "Requests answered."),
    _seconds(
        "http_request",
        "method route",
        "Until an answer's last byte; no probes, no refusals.",
        REQUEST_BUCKETS,
    ),
    _counter("errors", "errors", "code", "Problems answered, and documents that failed, by code."),
    _counter("documents", "documents", "status", "Documents that ended.", "records"),
    _seconds("document", "", "From the start of a document to its end.", WORK_BUCKETS),
    _seconds("stage", "stage", "Of one stage of a document.", WORK_BUCKETS),
    _gauge("jobs", "jobs", "status", "Jobs that are kept.", "records"),
    _gauge("queue_documents", "documents", "", "Documents that wait for a worker.", "records"),
    _gauge("queue_oldest_seconds", "seconds", "", "Wait of the first in the queue.", "records"),
    _gauge("documents_under_way", "documents", "", "Documents that are being made.", "records"),
    _gauge("workers", "workers", "", "Workers that live.", "records"),
    _counter("model_calls", "calls", "model outcome", "Calls of language models.", "records"),
    _seconds("model_call", "model", "Of one call of a language model.", WORK_BUCKETS),
    _counter("model_tokens", "tokens", "model kind", "Tokens of language models.", "records"),
    _counter("model_cost_usd", "US dollars", "model", "Cost, where prices are known.", "records"),
    _counter("model_saved_usd", "US dollars", "model", "Cost that kept answers saved.", "records"),
    _counter("model_retries", "calls", "model", "Calls that were made again."),
    _gauge("model_breaker_open", "0 or 1", "model", "Left alone for a while.", "server", "livemax"),
    _counter("budget_stops", "calls", "", "Calls that a document's budget did not allow."),
    _counter("cache_lookups", "lookups", "tier result", "Looks for a kept answer."),
    _counter("cache_coalesced", "answers", "", "Answers shared with an identical call under way."),
    _counter("cache_refused", "answers", "", "Kept answers that were not as they were written."),
    _counter("cache_evictions", "answers", "tier", "Answers that made room for others."),
    _gauge("cache_bytes", "bytes", "tier", "Room of kept answers.", "server", "livesum"),
    _gauge("cache_breaker_open", "0 or 1", "", "Redis is left alone.", "server", "livemax"),
    _counter("read_failures", "files", "reason", "Files that could not be read."),
    _gauge("component_up", "0 to 1", "component", "1 healthy, 0.5 degraded, 0 not.", "machine"),
    _gauge("disk_free_bytes", "bytes", "", "Room on the disk of the data folder.", "machine"),
    _gauge("build_info", "1", "version python", "What runs.", "machine"),
    _gauge("uptime_seconds", "seconds", "", "Since the first process began.", "machine"),
    _process("cpu_seconds_total", "seconds", "Processor time used.", "", "counter"),
    _process("resident_memory_bytes", "bytes", "Memory used.", "livesum"),
    _process("virtual_memory_bytes", "bytes", "Memory addressed.", "livesum"),
    _process("start_time_seconds", "seconds since 1970", "Start of the first.", "livemin"),
    _process("open_fds", "descriptors", "Open file descriptors.", "livesum"),
    _process("max_fds", "descriptors", "Most open file descriptors of one.", "livemin"),
)

BY_NAME = {metric.name: metric for metric in METRICS}
