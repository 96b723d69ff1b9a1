"""A budget stops before it is exceeded."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.model_llm import prices
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.prompt import Sampling
from conspectus.domain.budget import Budget
from conspectus.domain.errors import BudgetExceeded, ModelError, ModelUnreachable
from conspectus.domain.request import Answer, Extract, Request
from language_models import with_model
from openai_server import Fault, empty, openai_server
from plugins import PAY


async def _call(budget: Budget, most: float, cost: float) -> bool:
    try:
        async with budget.hold(most) as hold:
            await asyncio.sleep(0)
            hold.spent_usd = cost
    except BudgetExceeded:
        return False
    return True


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50)), max_size=30))
def test_no_order_of_calls_exceeds_the_limit(calls: list[tuple[int, int]]) -> None:
    """Whatever runs at once, what is spent stays within the limit."""
    budget = Budget(100.0)

    async def all_at_once() -> list[bool]:
        return await asyncio.gather(*(_call(budget, most, min(most, cost)) for most, cost in calls))

    made = asyncio.run(all_at_once())
    assert budget.spent_usd <= 100.0
    spent = sum(min(most, cost) for (most, cost), was in zip(calls, made, strict=True) if was)
    assert budget.spent_usd == spent
    assert all(made) or max(most for most, _ in calls) + budget.spent_usd > 100.0


def test_a_call_waits_for_those_under_way_before_it_gives_up() -> None:
    """What they may cost at the most is more than what they do cost."""
    budget = Budget(10.0)

    async def two() -> list[bool]:
        return await asyncio.gather(_call(budget, 8.0, 1.0), _call(budget, 8.0, 1.0))

    assert asyncio.run(two()) == [True, True]
    assert budget.spent_usd == 2.0


def test_the_error_says_what_was_spent() -> None:
    """One line tells spent, limit and the setting."""
    budget = Budget(1.0)
    asyncio.run(_call(budget, 1.0, 0.75))

    async def too_much() -> None:
        async with budget.hold(0.5):
            pass

    with pytest.raises(BudgetExceeded, match=r"\$0\.7500 .*\$1 .*CONSPECTUS_BUDGET_USD"):
        asyncio.run(too_much())


def test_a_failed_call_gives_back_what_it_held() -> None:
    """An error in between does not use up the budget."""
    budget = Budget(1.0)

    async def fails() -> None:
        async with budget.hold(1.0):
            raise ModelUnreachable("down")

    with pytest.raises(ModelUnreachable):
        asyncio.run(fails())
    assert asyncio.run(_call(budget, 1.0, 0.5))


@pytest.fixture
def _priced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the stand-in server the prices of a known model."""
    monkeypatch.setitem(prices._SELLERS, "openai-compatible", "openai")


@pytest.mark.usefixtures("_priced")
def test_calls_of_a_priced_model_are_counted_and_stopped() -> None:
    """The account grows by what the tokens cost; the call that may be too much is not made."""
    request = Request((PAY,), (Extract(1, "paragraph", "You will be paid $20."),))

    def asking(budget: Budget) -> Callable[[SimpleNamespace], object]:
        return lambda model: model.ask(replace(request, budget=budget))

    generous, tight = Budget(1.0), Budget(0.001)
    with openai_server(empty) as server:
        ask = asking(generous)
        answer = with_model(server.url, ask, given="openai-compatible:gpt-4.1-mini")
        assert isinstance(answer, Answer)
        assert answer.usage.cost_usd == generous.spent_usd == pytest.approx(0.00056)
        with pytest.raises(BudgetExceeded):
            with_model(server.url, asking(tight), given="openai-compatible:gpt-4.1-mini")
        assert len(server.bodies) == 1


@pytest.mark.usefixtures("_priced")
@pytest.mark.parametrize(
    ("fault", "charged"),
    [
        (Fault(hang=True), True),
        (Fault(status=500), True),
        (Fault(body=b"<html>"), True),
        (Fault(status=429), False),
        (Fault(status=400), False),
        (None, False),
    ],
)
def test_what_a_provider_may_charge_for_is_spent(fault: Fault | None, charged: bool) -> None:
    """A call that was given up may be paid for; one that was never begun, or refused, is not."""
    budget = Budget(1.0)
    request = Request((PAY,), (Extract(1, "paragraph", "You will be paid."),), budget=budget)
    with openai_server(empty) as server:
        server.faults = [fault] if fault else []
        with pytest.raises(ModelError):
            with_model(
                server.url if fault else "http://127.0.0.1:9/v1",
                lambda model: model.ask(request),
                Sampling(seconds=0.5),
                given="openai-compatible:gpt-4.1-mini",
            )
    assert (budget.spent_usd > 0) is charged


def test_rare_letters_may_cost_more() -> None:
    """A token can be a part of one letter: bytes are counted, not letters."""
    name = model_name("openai:gpt-4.1")
    plain, rare = (
        prices.most_usd(name, "a" * 4000, 0),
        prices.most_usd(name, "\U00012000" * 4000, 0),
    )
    assert plain is not None
    assert rare is not None
    assert rare > 3.9 * plain


@pytest.mark.parametrize(
    "given",
    [
        "openai:gpt-4.1",
        "anthropic:claude-haiku-4-5",
        "google:gemini-2.5-flash",
        "azure:gpt-4.1@https://my.openai.azure.com",
    ],
)
def test_known_models_have_a_price(given: str) -> None:
    """The price list that is shipped knows them, and more tokens cost more."""
    name = model_name(given)
    small, large = prices.cost_usd(name, 1000, 100), prices.cost_usd(name, 2000, 100)
    assert small is not None
    assert large is not None
    assert 0 < small < large


def test_an_unknown_model_has_no_price() -> None:
    """Neither a price of 0 nor a guess."""
    assert prices.cost_usd(model_name("openai:no-such-model"), 1000, 100) is None
