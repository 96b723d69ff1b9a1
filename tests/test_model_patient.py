"""Waiting and trying again: in one place, with a clock that the tests turn."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from conspectus.adapters.model_fallback import FallbackModel
from conspectus.adapters.model_patient import Breaker, Patience, PatientModel
from conspectus.domain.errors import (
    AnswerFiltered,
    AnswerMalformed,
    BudgetExceeded,
    ModelBusy,
    ModelError,
    ModelUnreachable,
)
from conspectus.domain.request import Answer, Reply, Request
from conspectus.domain.usage import Usage
from conspectus.testing import ScriptedModel, UnreachableModel
from language_models import with_model
from openai_server import Fault, empty, openai_server
from plugins import PAY

REQUEST = Request((PAY,), ())
USUAL = Patience()
DOWN = ModelUnreachable("down")
TOKENS = Usage(calls=1, input_tokens=10, cost_usd=0.5)


@dataclass
class Clock:
    """Time that passes only where somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let time pass, and others run."""
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class FailingModel(ScriptedModel):
    """Raises the errors it was made with, one a call, and answers after them."""

    errors: list[ModelError] = field(default_factory=list)

    async def ask(self, request: Request) -> Answer:
        """Fail or answer."""
        self.asked.append(request)
        if self.errors:
            raise self.errors.pop(0)
        return Answer((Reply("pay"),), TOKENS)


def _patient(
    errors: Sequence[ModelError] = (), patience: Patience = USUAL
) -> tuple[PatientModel, FailingModel, Clock]:
    clock, model = Clock(), FailingModel({}, errors=list(errors))
    return PatientModel(model, patience, clock=clock, sleep=clock.sleep), model, clock


def test_what_cannot_be_reached_is_tried_again_after_growing_pauses() -> None:
    """Each pause is at most twice the one before, and never quite the same."""
    patient, model, clock = _patient([DOWN] * 3)
    assert asyncio.run(patient.ask(REQUEST)).replies == (Reply("pay"),)
    assert len(model.asked) == 4
    for pause, most in zip(clock.slept, (0.5, 1.0, 2.0), strict=True):
        assert most / 2 <= pause <= most


def test_the_last_try_raises_what_went_wrong() -> None:
    """Nobody waits after the last try."""
    patient, model, clock = _patient([DOWN] * 9, Patience(tries=3))
    with pytest.raises(ModelUnreachable):
        asyncio.run(patient.ask(REQUEST))
    assert (len(model.asked), len(clock.slept)) == (3, 2)


def test_the_pause_that_the_provider_asks_for_is_kept() -> None:
    """Retry-After is waited for in full, and a little longer so that not all return at once."""
    patient, _, clock = _patient([ModelBusy("busy", after=7.0)])
    asyncio.run(patient.ask(REQUEST))
    assert 7.0 <= clock.slept[0] <= 7.5


def test_too_long_a_pause_is_not_waited_for() -> None:
    """A provider that asks for an hour has failed."""
    patient, _, clock = _patient([ModelBusy("busy", after=3600.0)])
    with pytest.raises(ModelBusy):
        asyncio.run(patient.ask(REQUEST))
    assert clock.slept == []


def test_a_malformed_answer_is_asked_for_once_more_and_both_are_counted() -> None:
    """What the first try cost is not lost from the account."""
    patient, model, clock = _patient([AnswerMalformed("no JSON", usage=TOKENS)])
    assert asyncio.run(patient.ask(REQUEST)).usage == TOKENS + TOKENS
    patient, model, clock = _patient([AnswerMalformed("no JSON", usage=TOKENS)] * 2)
    with pytest.raises(AnswerMalformed) as caught:
        asyncio.run(patient.ask(REQUEST))
    assert len(model.asked) == 2
    assert sum(clock.slept) == 0
    assert caught.value.usage == TOKENS + TOKENS


def test_what_another_try_cannot_mend_is_not_tried_again() -> None:
    """A withheld answer would be withheld again."""
    patient, model, _ = _patient([AnswerFiltered("withheld")])
    with pytest.raises(AnswerFiltered):
        asyncio.run(patient.ask(REQUEST))
    assert len(model.asked) == 1


def test_a_server_that_keeps_failing_is_left_alone_for_a_while() -> None:
    """The breaker opens; later one call tries, and its success closes it."""
    clock, model = Clock(), FailingModel({}, errors=[DOWN] * 4)
    patience = Patience(tries=1)
    patient = PatientModel(model, patience, Breaker(clock, 3, 30.0), clock, clock.sleep)

    async def failures(count: int) -> None:
        for _ in range(count):
            with pytest.raises(ModelUnreachable):
                await patient.ask(REQUEST)

    asyncio.run(failures(5))
    assert len(model.asked) == 3
    clock.now += 31.0
    asyncio.run(failures(2))
    assert len(model.asked) == 4
    clock.now += 31.0
    asyncio.run(patient.ask(REQUEST))
    asyncio.run(patient.ask(REQUEST))
    assert len(model.asked) == 6


def test_a_busy_server_is_not_taken_for_a_broken_one() -> None:
    """Being told to slow down does not open the breaker."""
    clock, model = Clock(), FailingModel({}, errors=[ModelBusy("busy")] * 5)
    patient = PatientModel(model, Patience(tries=6), Breaker(clock, 2, 30.0), clock, clock.sleep)
    asyncio.run(patient.ask(REQUEST))
    assert len(model.asked) == 6


def test_a_call_that_is_given_up_leaves_the_next_one_free_to_try() -> None:
    """A cancelled trial does not keep the breaker open for ever."""
    clock = Clock()
    breaker = Breaker(clock, 1, 30.0)
    breaker.failed()
    clock.now += 31.0
    assert breaker.admits()
    assert not breaker.admits()
    breaker.abandoned()
    assert breaker.admits()


def test_calls_begin_no_faster_than_the_rate() -> None:
    """Thirty a minute is one in two seconds."""
    patient, _, clock = _patient(patience=Patience(per_minute=30))

    async def several() -> None:
        for _ in range(4):
            await patient.ask(REQUEST)

    asyncio.run(several())
    assert clock.now == pytest.approx(6.0)


def test_no_more_calls_run_at_once_than_are_set() -> None:
    """The server sees the bound."""
    with openai_server(empty) as server:
        server.latency = 0.05

        async def many(model) -> None:
            patient = PatientModel(model, Patience(at_once=2))
            await asyncio.gather(*(patient.ask(REQUEST) for _ in range(6)))

        with_model(server.url, many)
    assert len(server.bodies) == 6
    assert server.most_at_once == 2


def test_a_real_server_that_recovers_is_asked_again() -> None:
    """An overload, a broken answer and a failure later, the answer is there."""
    with openai_server(empty) as server:
        server.faults = [
            Fault(status=429, headers={"Retry-After": "0"}),
            Fault(status=500),
            Fault(content="no JSON"),
        ]

        async def ask(model) -> Answer:
            return await PatientModel(model, Patience(first=0.001)).ask(REQUEST)

        answer = with_model(server.url, ask)
    assert len(server.bodies) == 4
    assert answer.usage.calls == 2


def test_patience_shapes_no_answer() -> None:
    """The same question has the same shape, however patiently it is asked."""
    patient, model, _ = _patient()
    assert patient.shape(REQUEST) == model.shape(REQUEST)
    assert (patient.name, patient.most_words) == (model.name, model.most_words)


def test_a_second_model_is_asked_where_the_first_fails() -> None:
    """What the first one took is on the account."""
    first = FailingModel({}, errors=[AnswerMalformed("no JSON", usage=TOKENS)])
    second = FailingModel({}, name="second", most_words=100)
    model = FallbackModel(first, second)
    assert asyncio.run(model.ask(REQUEST)).usage == TOKENS + TOKENS
    assert len(second.asked) == 1
    assert asyncio.run(model.ask(REQUEST)).usage == TOKENS
    assert len(second.asked) == 1
    assert (model.name, model.most_words) == ("scripted, else second", 100)


def test_a_second_model_is_no_way_around_a_budget() -> None:
    """An exceeded budget stops both."""
    second = ScriptedModel({})
    model = FallbackModel(FailingModel({}, errors=[BudgetExceeded("spent")]), second)
    with pytest.raises(BudgetExceeded):
        asyncio.run(model.ask(REQUEST))
    assert second.asked == []


def test_the_error_of_the_second_model_is_told_when_both_fail() -> None:
    """The last word is the last model's."""
    with pytest.raises(ModelUnreachable):
        asyncio.run(FallbackModel(UnreachableModel(), UnreachableModel()).ask(REQUEST))


def test_the_error_of_both_models_counts_what_both_took() -> None:
    """What was paid before the end is on the account."""
    failed = AnswerMalformed("no JSON", usage=TOKENS)
    first, second = FailingModel({}, errors=[failed]), FailingModel({}, errors=[failed])
    with pytest.raises(AnswerMalformed) as caught:
        asyncio.run(FallbackModel(first, second).ask(REQUEST))
    assert caught.value.usage == TOKENS + TOKENS


def test_it_is_told_when_another_model_takes_over() -> None:
    """The line says what went wrong, and who is asked instead."""
    told: list[str] = []
    second = FailingModel({}, name="second")
    first = FailingModel({}, errors=[ModelUnreachable("a at b is down. Try again later.")])
    asyncio.run(FallbackModel(first, second, told.append).ask(REQUEST))
    assert told == ["a at b is down. second is asked instead."]


def test_it_is_told_why_a_call_is_made_again() -> None:
    """A server that hangs is not waited for in silence."""
    told: list[str] = []
    clock = Clock()
    model = FailingModel({}, errors=[ModelUnreachable("a at b is down. Try again later.")])
    patient = PatientModel(model, USUAL, clock=clock, sleep=clock.sleep, tell=told.append)
    asyncio.run(patient.ask(REQUEST))
    assert told == ["a at b is down. Trying again."]


def test_a_server_that_is_left_alone_is_named_with_what_befell_it() -> None:
    """Host, port and reason are not lost when the breaker opens."""
    clock = Clock()
    model = FailingModel({}, errors=[ModelUnreachable("a at b:9 is down. Try again later.")] * 3)
    patient = PatientModel(model, Patience(tries=1), Breaker(clock, 2, 30.0), clock, clock.sleep)

    async def three() -> None:
        for _ in range(2):
            with pytest.raises(ModelUnreachable):
                await patient.ask(REQUEST)
        await patient.ask(REQUEST)

    with pytest.raises(ModelUnreachable, match=r"^a at b:9 is down; it failed 2 times in a row"):
        asyncio.run(three())
