"""In which requests a form is asked: few, over what they need, and stable under an edit."""

import asyncio
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import Question
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.errors import ModelUnreachable
from conspectus.domain.facts import Facts
from conspectus.domain.request import Answer, Citation, Claim, Refused, Reply, Request
from conspectus.domain.source import Passage, Source, Upload
from conspectus.domain.usage import Usage
from conspectus.pipeline.extract import extract
from conspectus.pipeline.plan import Look, Plan, _interests
from conspectus.plugins.informed_consent_ki import plugin as ki
from conspectus.testing import ScriptedModel, text_source
from plugins import PAY, plugin

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.pdf"))
PAID = "You will be paid $20 for each visit."


@cache
def _example(path: Path) -> Source:
    return PdfParser().parse(Upload(path.name, path.read_bytes()))


def _first(source: Source, most_words: int = 6000) -> list[Look]:
    return Plan(source, ki, most_words).first()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_form_is_asked_in_few_requests(path: Path) -> None:
    """Each question in words is in one; with one more for each of two later looks, ten at most."""
    looks = _first(_example(path))
    assert 6 <= len(looks) <= 8
    names = [question.name for look in looks for question in look.request.questions]
    assert sorted(names) == sorted(question.name for question in ki.questions if question.ask)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_request_holds_less_than_the_whole_form(path: Path) -> None:
    """Each topic is given what it needs: less than half of the form on average."""
    source = _example(path)
    sizes = [len(look.passages) for look in _first(source)]
    assert sum(sizes) / len(sizes) < len(source.passages) / 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_passage_under_a_heading_of_risks_is_lost(path: Path) -> None:
    """Omitted risks are the known defect of summaries: the risk request holds them all."""
    source = _example(path)
    held = _numbers(look for look in _first(source) if look.request.questions[0].topic == "risks")
    risks = [p for p in source.passages if any("risk" in h.lower() for h in p.headings[-1:])]
    assert risks
    assert {p.number for p in risks} <= held


def _numbers(looks) -> set[int]:
    return {passage.number for look in looks for passage in look.passages}


def _requests(looks: list[Look]) -> list[Request]:
    return [replace(look.request, document="") for look in looks]


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_an_edit_changes_only_the_requests_that_hold_the_passage(data: st.DataObject) -> None:
    """What is chosen elsewhere does not hang on the words that were changed."""
    source = _example(data.draw(st.sampled_from(EXAMPLES)))
    index = data.draw(st.integers(0, len(source.passages) - 1))
    edited = replace(source.passages[index], text=data.draw(st.text("abc 123", max_size=60)))
    if edited.kind == "item" or any(p.kind == "item" for p in source.passages[index + 1 :][:1]):
        return  # the words before a list are read with its items
    passages = (*source.passages[:index], edited, *source.passages[index + 1 :])
    before, after = _first(source), _first(replace(source, passages=passages))
    kept = [look for look in before if edited.number not in {p.number for p in look.passages}]
    still = [look for look in after if edited.number not in {p.number for p in look.passages}]
    common = {q.name for look in kept for q in look.request.questions} & {
        q.name for look in still for q in look.request.questions
    }
    for name in common:
        assert [r for r in _requests(kept) if name in {q.name for q in r.questions}] == [
            r for r in _requests(still) if name in {q.name for q in r.questions}
        ]


def test_an_insertion_elsewhere_changes_no_request() -> None:
    """Passages are numbered inside the request; no page and no number of the form is in it."""
    source = _example(EXAMPLES[0])
    stray = Passage(0, "paragraph", "Zzz.", (), ("Elsewhere",))
    longer = replace(source, passages=(*source.passages, replace(stray, number=9999)))
    assert _requests(_first(longer)) == _requests(_first(source))
    for look in _first(source):
        assert [e.number for e in look.request.extracts] == list(range(1, len(look.passages) + 1))


@pytest.mark.parametrize("most_words", [200, 700, 2000])
def test_a_topic_with_too_many_words_is_asked_in_several_requests(most_words: int) -> None:
    """None is above the bound, and nothing is dropped."""
    source = _example(EXAMPLES[1])
    parts = _first(source, most_words)
    for look in parts:
        words = sum(len(p.text.split()) for p in look.passages)
        assert words <= most_words or len(look.passages) == 1
    assert _numbers(parts) == _numbers(_first(source, 10**6))


def test_a_plugin_without_topics_or_cues_is_asked_all_at_once() -> None:
    """The words of the question alone find its passages."""
    bare = replace(plugin, questions=(Question("pay", "text", "How are you paid for a visit?"),))
    (look,) = Plan(text_source(f"# A\nThe sky.\n# B\n{PAID}\n"), bare, 100).first()
    assert PAID in [passage.text for passage in look.passages]


FORM = f"""# Payment
{PAID}
# Extra
Money comes by mail in June.
"""


class Model(ScriptedModel):
    """Takes little at once, and answers each request by the next reply."""

    def __init__(self, *answers: tuple[Reply, ...]) -> None:
        super().__init__({}, most_words=1000)
        self.answers = list(answers)

    async def ask(self, request: Request) -> Answer:
        """Give the next answer."""
        self.asked.append(request)
        return Answer(self.answers.pop(0) if self.answers else ())


def _extract(model: Model, form: str = FORM) -> tuple[Facts, Usage]:
    one = replace(plugin, questions=(PAY,))
    return asyncio.run(extract(text_source(form), one, model))


def _told(text: str, quote: str, number: int = 2) -> tuple[Reply, ...]:
    return (Reply("pay", (Claim(text, (Citation(number, quote),)),)),)


def test_a_refused_claim_is_asked_again_once_with_its_passage() -> None:
    """The second request says what was refused and why; its answer counts."""
    model = Model(_told("You will be paid $200 for each visit.", PAID), _told(PAID, PAID, 2))
    facts, usage = _extract(model)
    assert (facts["pay"].status, facts["pay"].value) == ("stated", PAID)
    first, again = model.asked
    assert first.refused == ()
    (refused,) = again.refused
    assert (refused.question, refused.text) == ("pay", "You will be paid $200 for each visit.")
    assert "200" in refused.reason
    assert PAID in [extract_.text for extract_ in again.extracts]
    assert usage.calls == 2


def test_a_claim_that_is_refused_twice_is_rejected() -> None:
    """There is no third time."""
    lie = _told("You will be paid $200 for each visit.", PAID)
    model = Model(lie, lie, lie)
    facts, _ = _extract(model)
    assert (facts["pay"].status, facts["pay"].value) == ("rejected", None)
    assert len(model.asked) == 2


def test_what_no_passage_answered_is_looked_for_once_in_others() -> None:
    """The second look holds only passages that the first one did not."""
    model = Model()
    form = "# Opening\n" + "Sky and sea.\n" * 20 + FORM + "# Receipt\nA visit is paid by cheque.\n"
    facts, usage = _extract(model, form)
    assert facts["pay"].status == "unstated"
    assert usage.calls == len(model.asked) <= 2
    seen = [{extract_.text for extract_ in request.extracts} for request in model.asked]
    if len(seen) == 2:
        assert not seen[0] & seen[1]


def test_the_second_look_takes_what_bears_most_when_not_all_fits() -> None:
    """A bound holds there too, and the passages stay in reading order."""
    source = text_source("".join(f"You will be paid ${n} for a visit.\n" for n in range(100)))
    one = replace(plugin, questions=(PAY,))
    plan = Plan(source, one, 50)
    (look,) = plan.second([PAY], [])
    numbers = [passage.number for passage in look.passages]
    assert numbers == sorted(numbers)
    assert sum(len(p.text.split()) for p in look.passages) <= 50


def test_no_refused_claim_and_no_open_question_means_no_further_call() -> None:
    """A good answer is asked for once."""
    model = Model(_told(PAID, PAID))
    _extract(model)
    assert len(model.asked) == 1


def test_a_claim_that_cites_no_passage_is_asked_again_over_what_it_was_asked_over() -> None:
    """The model gets something to quote from."""
    plan = Plan(text_source(FORM), replace(plugin, questions=(PAY,)), 1000)
    (first,) = plan.first()
    (again,) = plan.again([(Refused("pay", "lie", "why"), first.passages)])
    assert set(first.passages) <= set(again.passages)


def test_answers_over_parts_of_a_form_are_taken_in_turn() -> None:
    """The gravest of each part come before the lesser ones of any; what is said twice is once."""
    harms = next(question for question in plugin.questions if question.name == "harms")
    lines = ["pain in the arm", "some bleeding", "a fever at night", "pain in the arm"]
    source = text_source("# Risks\n" + "".join(f"- {line}\n" for line in lines))

    def told(*numbers: int) -> tuple[Reply, ...]:
        return (Reply("harms", tuple(_item(lines[n]) for n in numbers)),)

    def _item(text: str) -> Claim:
        return Claim(text, (Citation(0, text),))

    model = Model(told(0, 1), told(2, 3))
    model.most_words = 8
    facts, _ = asyncio.run(extract(source, replace(plugin, questions=(harms,)), model))
    assert facts["harms"].value == ("pain in the arm", "a fever at night", "some bleeding")


def test_a_small_form_is_read_whole_for_every_topic() -> None:
    """Where choosing would save little, nothing is left unread."""
    source = text_source(FORM + "# Zebra\nA zebra may bite.\n")
    looks = Plan(source, ki, 12_000).first()
    assert len(looks) > 5
    assert all(look.passages == source.passages for look in looks)


def test_the_second_look_takes_what_nobody_read_first() -> None:
    """However little it seems to bear on the topics: what no request held is the blind spot."""
    filler = "".join(f"You will be paid ${n} for a visit.\n" for n in range(400))
    source = text_source(f"# Payment\n{filler}# Zebra\nThe gnu grazes at dusk.\n")
    plan = Plan(source, replace(plugin, questions=(PAY,)), 10_000)
    held = [p for p in source.passages if "gnu" not in p.text]
    (look,) = plan.second([PAY], [plan._look([PAY], held[: len(held) // 2])])
    assert "The gnu grazes at dusk." in [p.text for p in look.passages]


def test_a_plan_leaves_no_words_of_its_form_behind() -> None:
    """What is kept for the next form knows the questions alone."""
    Plan(text_source("# Zebra crossing\n" + "You will be paid.\n" * 3000), ki, 500).first()
    assert _interests(ki.questions)._homes == {}


class Failing(Model):
    """Answers some requests, then fails at one and answers the others."""

    failing: int = 1

    async def ask(self, request: Request) -> Answer:
        """Give the next answer, or fail."""
        answer = await super().ask(request)
        if len(self.asked) == self.failing:
            raise ModelUnreachable("down", usage=Usage(calls=1, input_tokens=5))
        return replace(answer, usage=Usage(calls=1, input_tokens=7))


def test_the_error_counts_all_that_was_paid() -> None:
    """Seven answers of eight are paid for, though no document comes of them."""
    model = Failing()
    model.failing = 6
    with pytest.raises(ModelUnreachable) as caught:
        asyncio.run(extract(_example(EXAMPLES[0]), ki, model))
    count = len(model.asked)
    assert count > 6
    assert caught.value.usage == Usage(calls=count, input_tokens=7 * (count - 1) + 5)


def test_the_error_of_a_later_look_counts_the_first_one_too() -> None:
    """Nothing that was paid is forgotten."""
    model = Failing(_told("You will be paid $200 for each visit.", PAID))
    model.failing = 2
    with pytest.raises(ModelUnreachable) as caught:
        _extract(model)
    assert caught.value.usage == Usage(calls=2, input_tokens=12)
