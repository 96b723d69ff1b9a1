"""Documents that need not be made again."""

import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass

import orjson

from conspectus.domain.envelope import usage_data
from conspectus.domain.errors import NotKept
from conspectus.domain.job import JobDocument, Order, report_key
from conspectus.domain.usage import Usage
from conspectus.ports import Archive, Records

DAY = 86_400_000
AT_HAND_SECONDS, AT_HAND_BYTES = 10.0, 16_000_000
"""What was given a moment ago is held in memory, so many bytes of it."""

_END = b"\n}\n"


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was made before, and its envelope as it is given again."""

    document: JobDocument
    envelope: bytes


class Seen:
    """Finds what an order would come to, when that was made of the same file before.

    `models` are those whose document of the same order is always the same: the answers of others
    are governed by the answer cache alone. What was made before this process was started, or more
    than a day ago, is made again: so no change of an installation can hide behind it. `clock`
    gives the milliseconds that the records go by.
    """

    def __init__(
        self,
        records: Records,
        archive: Archive,
        models: Collection[str],
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._records = records
        self._archive = archive
        self._models = models
        self._clock = clock
        self._started = clock()
        self._at_hand: OrderedDict[tuple[str, int], tuple[float, Known]] = OrderedDict()

    async def find(self, workspace: str, order: Order, name: str, sha256: str) -> Known | None:
        """Return the latest document of the workspace that is the same, if there is one.

        The records are asked each time: what was deleted, by whomever, is known no more.
        """
        if order.model not in self._models:
            return None
        since = max(self._started, self._clock() - DAY)
        found = await self._records.made(workspace, order, name, sha256, since)
        if found is None:
            return None
        key, now = (found.id, found.times["succeeded"]), time.monotonic()
        self._let_go(now)
        if key in self._at_hand:
            return self._at_hand[key][1]
        try:
            known = Known(found, whole(await self._archive.get(report_key(found.id)), again(found)))
        except NotKept:
            return None
        self._at_hand[key] = now, known
        return known

    def _let_go(self, now: float) -> None:
        held = self._at_hand
        size = sum(len(known.envelope) for _, known in held.values())
        while held and (
            size > AT_HAND_BYTES or next(iter(held.values()))[0] < now - AT_HAND_SECONDS
        ):
            _, (_, known) = held.popitem(last=False)
            size -= len(known.envelope)


def again(document: JobDocument) -> Usage:
    """Return what it takes to give a document again: nothing, and what it took before is saved."""
    took = document.usage
    hits = took.calls + took.cache_hits + took.coalesced
    paid, spared = took.cost_usd, took.saved_usd
    worth = None if paid is None or spared is None else paid + spared
    return Usage(cache_hits=hits, saved_usd=worth)


def whole(report: bytes, usage: Usage) -> bytes:
    """Return a report as it is kept together with a usage, as the JSON renderer writes both."""
    more = orjson.dumps({"usage": usage_data(usage)}, option=orjson.OPT_INDENT_2)
    return b"".join((report.removesuffix(_END), b",\n", more.removeprefix(b"{\n"), b"\n"))
