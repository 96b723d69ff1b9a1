"""The figures of one process at a port of its own, for one that has no other door."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.registry import Collector

from conspectus.adapters.observe_metrics.observer import MetricsObserver
from conspectus.domain.errors import UsageError


class _Counted(Collector):
    def __init__(self, observer: MetricsObserver) -> None:
        self._observer = observer

    def collect(self) -> Iterable[Family]:
        return self._observer.families()


@contextmanager
def told_at(host: str, port: int, observer: MetricsObserver) -> Iterator[None]:
    """Answer at `http://HOST:PORT/metrics` meanwhile. Raises UsageError when it is taken."""
    registry = CollectorRegistry()
    registry.register(_Counted(observer))
    try:
        server, thread = start_http_server(port, host, registry)
    except OSError as error:
        reason = error.strerror or "it cannot be used"
        raise UsageError(f"{host} port {port}: {reason}. Give another --metrics-port.") from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
