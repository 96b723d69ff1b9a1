"""How each component is looked at. No model is ever asked for it."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from conspectus.domain.errors import NotKept, StorageError
from conspectus.domain.patience import Patience
from conspectus.ports import Archive, JobEngine, Records
from conspectus.service.health import PATIENCE, Component, Look
from conspectus.service.pulse import ALIVE_SECONDS

LITTLE_BYTES, LEAST_BYTES = 1_000_000_000, 100_000_000
"""With less room than that a disk is degraded, and unhealthy."""

WELL = Component()


class Watch(Protocol):
    """What this process knows of its models from their last real calls."""

    def failing(self) -> Sequence[str]:
        """Name those that fail."""

    def faltering(self) -> Sequence[str]:
        """Name those that often fail."""

    def asked(self) -> bool:
        """Tell whether any was asked lately."""


@dataclass(frozen=True, slots=True)
class OwnWorker:
    """The worker of this server: whether it goes on, and why it cannot write things down.

    `returns` tells of one that has ended whether it is started again in a moment.
    """

    works: Callable[[], bool]
    ailment: Callable[[], StorageError | None]
    returns: Callable[[], bool] = lambda: False


def database(records: Records, engine: JobEngine) -> Look:
    """Ask the records and the queue something small."""

    async def look() -> Component:
        await asyncio.gather(records.ended(0, 1), engine.waiting())
        return WELL

    return look


def archive(kept: Archive) -> Look:
    """Ask for what is not there."""

    async def look() -> Component:
        with suppress(NotKept):
            await kept.get("health")
        return WELL

    return look


def workers(records: Records, own: OwnWorker | None = None) -> Look:
    """See who has said lately that it lives."""

    async def look() -> Component:
        if own and (ailment := own.ailment()):
            return Component("unhealthy", "The worker cannot write its work down.", str(ailment))
        if own and not own.works():
            if own.returns():
                return Component("degraded", "The worker is started again.", "See the log for why.")
            advice = "See the log for why; start the server anew."
            return Component("unhealthy", "The worker has ended.", advice)
        alive = len(await records.alive(ALIVE_SECONDS))
        if not alive and not own:
            advice = "Run `conspectus serve` or `conspectus worker`; what is queued waits for it."
            return Component("degraded", "No worker lives.", advice)
        return Component(reason=f"{alive or 1} at work." if alive != 1 else "One at work.")

    return look


def models(records: Records, watch: Watch, asked: Collection[str], main: str = "") -> Look:
    """See how the last real calls went, here and in all workers. `asked` are language models."""
    beside = Patience(lambda: records.alive(ALIVE_SECONDS), PATIENCE / 2)

    async def look() -> Component:
        if not asked:
            return Component(reason="The built-in model needs no connection.")
        failing = {*watch.failing()}
        with suppress(StorageError, TimeoutError):  # then the records are ill, and not the models
            failing |= {name for names in (await beside()).values() for name in names}
        advice = "See the log for what it answers; check key, credit, address, and its own status."
        if failing:
            status = "unhealthy" if main in failing or failing >= {*asked} else "degraded"
            told = f"The last calls failed: {', '.join(sorted(failing))}."
            return Component("unhealthy" if status == "unhealthy" else "degraded", told, advice)
        if faltering := watch.faltering():
            told = f"Most of the last calls failed: {', '.join(faltering)}."
            return Component("degraded", told, advice)
        return WELL if watch.asked() else Component(reason="Not asked lately.")

    return look


def cache(ailing: Callable[[], Awaitable[Sequence[str]]], used: bool = True) -> Look:
    """Ask each tier something small. Without the cache answers are paid for again, and no more."""

    async def look() -> Component:
        if not used:
            return Component(reason="Not used.")
        if ill := await ailing():
            advice = "Check REDIS_URL, or the file answers.db in the data folder."
            return Component("degraded", f"Not usable: {', '.join(ill)}.", advice)
        return WELL

    return look


def disk(folder: Path) -> Look:
    """See how much room there is, and whether the folder can be written to."""

    def look() -> Component:
        free = shutil.disk_usage(folder).free
        told = f"{free / 1e9:.1f} GB free."
        if not os.access(folder, os.W_OK):
            return Component("unhealthy", "The data folder cannot be written to.", str(folder))
        if free >= LITTLE_BYTES:
            return Component(reason=told)
        advice = f"Free some space for {folder}, or lower CONSPECTUS_RETENTION_DAYS."
        return Component("unhealthy" if free < LEAST_BYTES else "degraded", told, advice)

    async def looked() -> Component:
        return await asyncio.to_thread(look)

    return looked
