"""The answers that are kept for all jobs: what they save, and taking them away."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from conspectus.domain.answers import Purge
from conspectus.domain.errors import StorageError
from conspectus.ports import AnswerStore


class AnswerCache:
    """`totals` gives the statistics of all runs; `tiers` names those that outlive a process."""

    def __init__(
        self,
        answers: AnswerStore,
        totals: Callable[[], Awaitable[Mapping[str, int]]],
        tiers: Sequence[str] = (),
    ) -> None:
        self._tiers = tiers
        self._answers = answers
        self._totals = totals

    async def stats(self) -> dict[str, Any]:
        """Return what each tier holds, and the statistics."""
        sizes = await self._answers.sizes()
        lasting = {tier: asdict(size) for tier, size in sizes.items() if tier != "memory"}
        return {"tiers": lasting, "totals": figures(await self._totals())}

    async def purge(self, older_than: float = 0, **tags: str | None) -> dict[str, int]:
        """Take away answers asked more than so many seconds ago that have all tags of Purge.

        Return how many by tier. Raises StorageError when they are still there.
        """
        if model := tags.get("model"):
            tags["model"] = model_tag(model)
        gone = await self._answers.purge(Purge(uuid4().hex, time.time() - older_than, **tags))
        if "sqlite" not in gone and "dict" not in gone:
            raise StorageError("The kept answers cannot be taken away now.")
        return {tier: count for tier, count in gone.items() if tier != "memory"}

    def away(self, gone: Mapping[str, int]) -> list[str]:
        """Return the tiers that a purge did not reach: it is noted, and done when they are back."""
        return sorted(set(self._tiers) - set(gone))


def model_tag(given: str) -> str:
    """Return what the answers of a model are tagged with: its name without its address."""
    return given.partition("@")[0]


def figures(totals: Mapping[str, int]) -> dict[str, float]:
    """Return the statistics in the order of their telling, dollars as dollars."""
    hits = {name: totals[name] for name in sorted(totals) if name.startswith("hits_")}
    failures = {name: totals[name] for name in sorted(totals) if name.startswith("failures_")}
    names = ("misses", "coalesced", "refused", "evictions")
    tokens = ("input_tokens_saved", "output_tokens_saved", "unpriced_hits")
    return {
        **hits,
        **{name: totals.get(name, 0) for name in (*names, *tokens)},
        "usd_saved": totals.get("millionths_saved", 0) / 1_000_000,
        **failures,
    }
