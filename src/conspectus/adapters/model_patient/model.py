"""Waiting and trying again, around any model."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from time import monotonic

from conspectus.adapters.model_patient.breaker import Breaker
from conspectus.domain.errors import AnswerMalformed, ModelBusy, ModelError, ModelUnreachable
from conspectus.domain.happenings import Happening
from conspectus.domain.request import Answer, Request
from conspectus.domain.usage import Usage
from conspectus.ports import SILENCE, Model, Observer


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a call is tried, how long the pauses grow, how many calls run at once.

    `per_minute` calls are begun in a minute at the most (None: as many as come). A provider that
    asks for a longer pause than `longest` seconds is not waited for.
    """

    tries: int = 4
    first: float = 0.5
    longest: float = 60.0
    at_once: int = 4
    per_minute: int | None = None


class PatientModel:
    """Asks a model again where that may help; bounds concurrency and rate.

    `tell` is told in one line why a call is made again.
    """

    def __init__(
        self,
        model: Model,
        patience: Patience,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        tell: Callable[[str], None] = lambda line: None,
        observer: Observer = SILENCE,
    ) -> None:
        self._model = model
        self._observer = observer
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._tell = tell
        self._last = ""
        self._breaker = breaker or Breaker(clock)
        self._slots = asyncio.Semaphore(patience.at_once)
        self._next = 0.0
        self._open = False

    @property
    def name(self) -> str:
        """The name of the model."""
        return self._model.name

    @property
    def most_words(self) -> int | None:
        """As many as the model takes."""
        return self._model.most_words

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return what shapes the model's answer: patience does not."""
        return self._model.shape(request)

    async def ask(self, request: Request) -> Answer:
        """Raise the last ModelError when trying again did not help, with the usage of all tries.

        A malformed answer is asked for once more, what cannot be reached as often as is set.
        """
        spent, malformed = Usage(), 0
        for attempt in range(1, self._patience.tries + 1):
            async with self._slots:
                self._require_closed(spent)
                try:
                    answer = await self._try(request)
                except ModelError as error:
                    spent = error.usage = spent + error.usage
                    malformed += isinstance(error, AnswerMalformed)
                    if malformed > 1 or not self._worth_another(error, attempt):
                        raise
                    if isinstance(error, ModelUnreachable):
                        self._tell(f"{_what(error)}. Trying again.")
                    pause = self._pause(error, attempt)
                    self._observer.happened(Happening("retry", self.name))
                else:
                    return replace(answer, usage=spent + answer.usage)
            await self._sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _require_closed(self, spent: Usage) -> None:
        if not self._breaker.admits():
            seconds = self._breaker.seconds
            raise ModelUnreachable(
                f"{self._last}; it failed {self._breaker.failures} times in a row and is left "
                f"alone for {seconds:g} seconds. Check that the server runs well there, or try "
                "again later.",
                seconds,
                spent,
            )

    async def _try(self, request: Request) -> Answer:
        try:
            await self._turn()
            answer = await self._model.ask(request)
        except ModelError as error:
            ill = isinstance(error, ModelUnreachable) and not isinstance(error, ModelBusy)
            self._breaker.failed() if ill else self._breaker.succeeded()
            self._tell_breaker()
            self._last = _what(error)
            raise
        except BaseException:
            self._breaker.abandoned()
            raise
        self._breaker.succeeded()
        self._tell_breaker()
        return answer

    def _tell_breaker(self) -> None:
        if self._breaker.open != self._open:
            self._open = self._breaker.open
            self._observer.happened(Happening("breaker", self.name, float(self._open)))

    async def _turn(self) -> None:
        """Wait until the rate allows one more call."""
        if self._patience.per_minute is None:
            return
        now = self._clock()
        turn = max(now, self._next)
        self._next = turn + 60.0 / self._patience.per_minute
        if turn > now:
            await self._sleep(turn - now)

    def _worth_another(self, error: ModelError, attempt: int) -> bool:
        patience = self._patience
        short = (error.after or 0.0) <= patience.longest
        return error.retryable and short and attempt < patience.tries

    def _pause(self, error: ModelError, attempt: int) -> float:
        """As long as the provider asks for; else twice as long each time, less a random part."""
        if isinstance(error, AnswerMalformed):
            return 0.0
        if error.after is not None:
            return error.after + random.uniform(0.0, self._patience.first)
        grown = min(self._patience.longest, self._patience.first * 2 ** (attempt - 1))
        return random.uniform(grown / 2, grown)


def _what(error: ModelError) -> str:
    """Return the first sentence of an error: what went wrong, without the advice."""
    return str(error).partition(". ")[0].rstrip(".")
