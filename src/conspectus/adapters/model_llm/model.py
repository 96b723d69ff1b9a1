"""A language model: one request, one attempt, one checked answer."""

import asyncio
import json
from collections.abc import Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any

from conspectus.adapters.model_llm.causes import NotConnected, outcome_of, status_of
from conspectus.adapters.model_llm.names import ModelName
from conspectus.adapters.model_llm.prompt import INSTRUCTIONS, VERSION, Sampling, prompt_of
from conspectus.adapters.model_llm.schema import replies_of, schema_of
from conspectus.domain.budget import Hold
from conspectus.domain.errors import (
    BudgetExceeded,
    ModelBusy,
    ModelError,
    ModelRefused,
    UnknownModel,
)
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.request import Answer, Request
from conspectus.domain.usage import Usage
from conspectus.ports import SILENCE, Observer

FREE = (NotConnected, ModelRefused, ModelBusy)
"""No provider charges for these; what else fails may be paid for all the same."""

if TYPE_CHECKING:  # slow to load, and not needed where every answer is in the cache
    from conspectus.adapters.model_llm.caller import Caller


class LlmModel:
    """Asks a language model; knows no retries, see PatientModel."""

    def __init__(
        self,
        name: ModelName,
        key: str,
        most_words: int,
        sampling: Sampling,
        observer: Observer = SILENCE,
    ) -> None:
        self.name = str(name)
        self.most_words = most_words
        self._name = name
        self._key = key
        self._sampling = sampling
        self._observer = observer
        self._caller: Caller | None = None
        self._opening = asyncio.Lock()

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return everything that shapes the answer; time-outs, keys and budgets do not."""
        return {
            "instructions": INSTRUCTIONS,
            "prompt": prompt_of(request),
            "schema": schema_of(request.questions),
            "version": VERSION,
            "plugin": request.plugin,
            "model": self.name,
            "base_url": self._name.url,
            "temperature": self._sampling.temperature,
            "output_tokens": self._sampling.output_tokens,
        }

    async def ask(self, request: Request) -> Answer:
        """Ask once. Raise the ModelError that says what went wrong.

        Raises UnknownModel when the request has a budget and the model no known price.
        """
        prompt, schema = prompt_of(request), schema_of(request.questions)
        if request.budget is None:
            return await self._answer(request, prompt, schema, Hold())
        most = self._most_usd(prompt, schema)
        try:
            async with request.budget.hold(most) as hold:
                hold.spent_usd = most  # until more is known: a call given up may be paid for
                return await self._answer(request, prompt, schema, hold)
        except BudgetExceeded:
            self._observer.happened(Happening("stopped", self.name))
            raise

    async def caller(self) -> "Caller":
        """Return who makes the calls, made at the first one."""
        async with self._opening:
            if self._caller is None:
                self._caller = await asyncio.to_thread(self._connected)
        return self._caller

    async def aclose(self) -> None:
        """Close the connections."""
        if self._caller:
            await self._caller.aclose()

    def _connected(self) -> "Caller":
        from conspectus.adapters.model_llm.caller import Caller  # slow to load
        from conspectus.adapters.model_llm.providers import connect  # as above

        client, http = connect(self._name, self._key, self._sampling.seconds)
        return Caller(self._name, client, http, self._sampling)

    async def _answer(
        self, request: Request, prompt: str, schema: dict[str, Any], hold: Hold
    ) -> Answer:
        caller = await self.caller()
        work = Work("call", self.name, outcome="failed")
        with self._observer.during(work):
            started = perf_counter()
            try:
                response = await caller.call(prompt, schema)
                work.usage = usage = caller.usage(response, perf_counter() - started)
                hold.spent_usd = usage.cost_usd or 0.0
                replies = replies_of(caller.whole(response, usage), request.questions, usage)
            except ModelError as error:
                if isinstance(error, FREE):
                    hold.spent_usd = 0.0
                elif not error.usage.calls and status_of(error) is None:  # who knows what it cost
                    error.usage = Usage(1, cost_usd=None, seconds=perf_counter() - started)
                work.outcome = outcome_of(error)
                raise
            work.outcome = "answered"
        return Answer(replies, usage, self.name)

    def _most_usd(self, prompt: str, schema: dict[str, Any]) -> float:
        from conspectus.adapters.model_llm.prices import most_usd  # slow to load

        sent = INSTRUCTIONS + prompt + json.dumps(schema)
        most = most_usd(self._name, sent, self._sampling.output_tokens)
        if most is None:
            raise UnknownModel(
                f"The price of {self.name} is unknown, so no budget can be kept. Unset "
                "CONSPECTUS_BUDGET_USD or choose another model."
            )
        return most
