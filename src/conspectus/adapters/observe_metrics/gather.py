"""Everything that is told, from where it is counted: processes, records, this machine."""

import asyncio
import platform
import shutil
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from time import monotonic, time

from prometheus_client.metrics_core import Metric as Family
from prometheus_client.samples import Sample

from conspectus.adapters.observe_metrics.catalogue import BY_NAME, METRICS
from conspectus.adapters.observe_metrics.observer import MetricsObserver
from conspectus.domain.errors import StorageError
from conspectus.domain.job import ENDED
from conspectus.domain.patience import Patience
from conspectus.domain.totals import NANO, Standing, Total

FRESH_SECONDS = 1.0
"""So long what the records told serves all who ask."""

PATIENCE = 1.0
JOBS = ("queued", "running", *sorted(ENDED))
BYTES = "conspectus_cache_bytes"
START = "process_start_time_seconds"

Held = Callable[[], Awaitable[Mapping[str, int]]]


async def _nothing() -> Mapping[str, int]:
    return {}


class Gatherer:
    """Gives all families; what the records do not tell in time is left out.

    `stands` gives how the installation stands, `components` how well each component is (0 to 1),
    `held` the bytes of tiers of the cache that processes share.
    """

    def __init__(
        self,
        observer: MetricsObserver,
        stands: Callable[[], Awaitable[Standing]],
        version: str,
        folder: Path,
        components: Callable[[], Mapping[str, float]] = dict,
        held: Held = _nothing,
    ) -> None:
        self._observer = observer
        self._stands = Patience(stands, PATIENCE)
        self._version = version
        self._folder = folder
        self._components = components
        self._held = held
        self._known: tuple[float, Standing | None] = (float("-inf"), None)
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self) -> list[Family]:
        """Return what can be told now, in the order of the catalogue."""
        counted = {family.name: family for family in self._observer.families()}
        standing, held = await self._standing(), await self._held()
        told = _of_records(standing) if standing else {}
        began = counted.get(START)
        uptime = time() - began.samples[0].value if began and began.samples else 0.0
        told |= {
            "conspectus_component_up": {(name,): up for name, up in self._components().items()},
            "conspectus_build_info": {(self._version, platform.python_version()): 1.0},
            "conspectus_uptime_seconds": {(): max(0.0, uptime)},
            "conspectus_disk_free_bytes": _free(self._folder),
        }
        for name, values in told.items():
            counted[BY_NAME[name].family] = _family(name, values)
        room = counted.setdefault(BYTES, _family(BYTES, {}))
        room.samples += [Sample(BYTES, {"tier": tier}, float(size)) for tier, size in held.items()]
        return [counted[metric.family] for metric in METRICS if metric.family in counted]

    async def _standing(self) -> Standing | None:
        async with self._one_at_a_time:
            if monotonic() - self._known[0] >= FRESH_SECONDS:
                try:
                    found: Standing | None = await self._stands()
                except (StorageError, TimeoutError):
                    found = None
                self._known = monotonic(), found
            return self._known[1]


Values = dict[tuple[str, ...], float]


def _of_records(standing: Standing) -> dict[str, Values]:
    documents: Values = {(state,): 0.0 for state in ("succeeded", "failed", "cancelled")}
    told: dict[str, Values] = {
        "conspectus_documents_total": documents,
        "conspectus_jobs": {(status,): float(standing.jobs.get(status, 0)) for status in JOBS},
        "conspectus_queue_documents": {(): float(standing.waiting)},
        "conspectus_queue_oldest_seconds": {(): standing.oldest_seconds},
        "conspectus_documents_under_way": {(): float(standing.under_way)},
        "conspectus_workers": {(): float(len(standing.workers))},
        **{_NAMES[name]: {} for name in ("calls", "tokens", "spent", "saved")},
    }
    for total, number in standing.totals.items():
        name, labels, value = _exposed(total, number)
        told[name][labels] = value
    return told


_NAMES = {
    "documents": "conspectus_documents_total",
    "calls": "conspectus_model_calls_total",
    "tokens": "conspectus_model_tokens_total",
    "spent": "conspectus_model_cost_usd_total",
    "saved": "conspectus_model_saved_usd_total",
}


def _exposed(total: Total, number: int) -> tuple[str, tuple[str, ...], float]:
    if total.name == "documents":
        return _NAMES["documents"], (total.kind,), float(number)
    if total.name == "nano_usd":
        return _NAMES[total.kind], (total.model,), number / NANO
    return _NAMES[total.name], (total.model, total.kind), float(number)


def _family(name: str, values: Values) -> Family:
    metric = BY_NAME[name]
    family = Family(metric.family, metric.told, metric.kind)
    for labels, value in values.items():
        family.add_sample(name, dict(zip(metric.labels, labels, strict=True)), value)
    return family


def _free(folder: Path) -> Values:
    try:
        return {(): float(shutil.disk_usage(folder).free)}
    except OSError:
        return {}
