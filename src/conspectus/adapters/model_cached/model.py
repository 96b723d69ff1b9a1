"""The cache: an answer is looked up, or asked for once however many ask at once."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from random import random

from conspectus.adapters.model_cached.flight import LEASE_SECONDS, Flight
from conspectus.adapters.model_cached.key import key_of
from conspectus.domain.answers import Kept, Tags, footprint
from conspectus.domain.errors import BudgetExceeded, ModelError
from conspectus.domain.happenings import Happening
from conspectus.domain.request import Answer, Request
from conspectus.domain.usage import Usage
from conspectus.ports import SILENCE, AnswerStore, Model, Observer

JITTER = 0.1
"""So much earlier than its time an answer may become stale, so that not all do at once."""

MILLIONTHS = 1_000_000
COALESCED = Happening("coalesced")

_log = logging.getLogger("conspectus.cache")


class CachedModel:
    """A Model around a Model. Only whole answers are kept: the model raises for all others.

    `ttl` is in seconds; None keeps answers until they are purged. `counts` are the statistics of
    this process: hits by tier, misses, coalesced, and the tokens and millionths of a US dollar that
    both saved. `tiers` names those of the store in the order of reading; the observer is told of
    hits and misses in them.

    Of identical requests at the same time one is asked. When that call fails, whoever waited for
    it tries once more, again together; then each gets the error of that second call.
    """

    def __init__(
        self,
        model: Model,
        store: AnswerStore,
        ttl: float | None = None,
        counts: Counter[str] | None = None,
        lease_seconds: float = LEASE_SECONDS,
        clock: Callable[[], float] = time.time,
        observer: Observer = SILENCE,
        tiers: Sequence[str] = (),
    ) -> None:
        self._model = model
        self._observer = observer
        self._misses = tuple(Happening("miss", tier) for tier in tiers)
        self._hits = {tier: Happening("hit", tier) for tier in tiers}
        self._store = store
        self._ttl = ttl
        self._counts = Counter[str]() if counts is None else counts
        self._lease_seconds = lease_seconds
        self._clock = clock
        self._flights: dict[str, Flight] = {}
        self._told = False

    @property
    def name(self) -> str:
        """The name of the model inside."""
        return self._model.name

    @property
    def most_words(self) -> int | None:
        """As many words as the model inside takes."""
        return self._model.most_words

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return what shapes the answer of the model inside."""
        return self._model.shape(request)

    async def ask(self, request: Request) -> Answer:
        """Return a kept answer, or the model's. Raise its ModelError."""
        key = key_of(self._model.shape(request), request.plugin, request.workspace)
        kept = await self._store.get(key)
        if kept is not None:
            return self._hit(kept)
        self._counts["misses"] += 1
        for missed in self._misses:
            self._observer.happened(missed)
        return await self._together(key, request)

    def _hit(self, kept: Kept) -> Answer:
        self._counts[f"hits_{kept.tier}"] += 1
        self._found(kept.tier)
        usage = Usage(cache_hits=1, saved_usd=self._saved(kept))
        return Answer(kept.answer.replies, usage, kept.tags.model)

    def _found(self, tier: str) -> None:
        """Tell of the tier that had the answer, and of those before it that had not."""
        if hit := self._hits.get(tier):
            for missed in self._misses:
                if missed.name == tier:
                    break
                self._observer.happened(missed)
            self._observer.happened(hit)

    def _saved(self, kept: Kept) -> float | None:
        """Count what was not paid again; return its US dollars."""
        took, counts = kept.answer.usage, self._counts
        counts["input_tokens_saved"] += took.input_tokens
        counts["output_tokens_saved"] += took.output_tokens
        if took.cost_usd is None or took.saved_usd is None:
            counts["unpriced_hits"] += 1
            return None
        worth = took.cost_usd + took.saved_usd  # a cache within may have saved it too
        counts["millionths_saved"] += round(worth * MILLIONTHS)
        if worth:
            self._observer.happened(Happening("saved", kept.tags.model, worth))
        return worth

    async def _together(self, key: str, request: Request) -> Answer:
        failures = 0
        while True:
            flight = self._flights.get(key)
            led = flight is None
            if flight is None:
                flight = self._flights[key] = self._flight(key, request)
            try:
                kept = await flight.join()
            except ModelError as error:
                # the budget of another document says nothing about this one's
                failures += not isinstance(error, BudgetExceeded)
                if led:
                    raise
                if failures > 1:
                    raise _unbilled(error) from error
            else:
                return self._shared(kept, flight)

    def _shared(self, kept: Kept, flight: Flight) -> Answer:
        if flight.take_bill():
            return kept.answer
        self._counts["coalesced"] += 1
        self._observer.happened(COALESCED)
        usage = Usage(coalesced=1, saved_usd=self._saved(kept))
        return Answer(kept.answer.replies, usage, kept.tags.model)

    def _flight(self, key: str, request: Request) -> Flight:
        async def ask() -> Kept:
            asked = self._clock()
            answer = await self._model.ask(request)
            told = answer.model or self.name
            tags = Tags(request.plugin, told, request.document, request.workspace)
            return Kept(answer, tags, asked, self._expiry(), footprint(answer))

        def landed() -> None:
            if self._flights.get(key) is flight:
                del self._flights[key]
                self._told = self._told and bool(self._flights)

        flight = Flight(key, ask, self._store, self._lease_seconds, self._waits, landed)
        return flight

    def _waits(self) -> None:
        """Tell why nothing happens, once however many answers are waited for."""
        if not self._told:
            self._told = True
            _log.warning(
                "Another process asks the same: waiting for its answers, or until it is given up.",
                extra={"told": {"seconds": self._lease_seconds}},
            )

    def _expiry(self) -> float | None:
        if self._ttl is None:
            return None
        return self._clock() + self._ttl * (1 - JITTER * random())


def _unbilled(error: ModelError) -> ModelError:
    """Return the error as it is told to who did not make the call: it cost them nothing."""
    told = copy(error)
    told.usage = Usage()
    return told
