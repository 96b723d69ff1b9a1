"""The evidence guard: a verdict needs its cue, a fragment its sentence, a quote its passage."""

from collections.abc import Sequence

import pytest

from conspectus import Question
from conspectus.domain.request import Citation, Claim, Reply
from conspectus.pipeline.guard import Verdict, fact_of, judge
from conspectus.pipeline.quotes import Sent
from conspectus.plugins.informed_consent_ki import plugin as ki
from conspectus.testing import text_source
from plugins import CHANCE, PAY

IRRELEVANT = "The study team may call you at home to ask how you are."


def _judged(
    question: Question, text: str, said: str, quote: str, boolean: bool | None = None
) -> Verdict:
    source = text_source(text)
    reply = Reply(question.name, (Claim(said, (Citation(1, quote),)),), boolean)
    return judge(question, reply, Sent(source.passages), source)


def _reasons(verdict: Verdict) -> list[str]:
    return [refused.reason for refused, _ in verdict.refused]


BOOLEANS = [question for question in ki.questions if question.kind == "boolean"]


@pytest.mark.parametrize("question", BOOLEANS, ids=lambda question: question.name)
@pytest.mark.parametrize("boolean", [True, False])
def test_a_true_but_irrelevant_quote_bears_no_verdict(question: Question, boolean: bool) -> None:
    """Else any sentence of the form could take a risk out of the document, or put one in."""
    verdict = _judged(question, IRRELEVANT, IRRELEVANT, IRRELEVANT, boolean)
    assert _reasons(verdict) == ["The quote does not say so."]
    fact = fact_of(question, [verdict])
    assert (fact.status, fact.value) == ("rejected", question.silence)


@pytest.mark.parametrize(
    ("quote", "boolean", "reasons"),
    [
        ("You will be put in a group by chance.", True, []),
        ("You will be put in a group by chance.", False, ["The quote says the opposite."]),
        ("You will not be randomized.", False, []),
    ],
)
def test_a_verdict_stands_with_its_cue(quote: str, boolean: bool, reasons: list[str]) -> None:
    """A quote that says so is enough, one that says the opposite is against it."""
    assert _reasons(_judged(CHANCE, quote, quote, quote, boolean)) == reasons


def test_a_question_without_cues_takes_any_quote() -> None:
    """Nothing is known of what would say so."""
    bare = Question("bare", "boolean", "Is it so?", ())
    assert not _judged(bare, IRRELEVANT, IRRELEVANT, IRRELEVANT, True).refused


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that you will be paid $20 for each visit.",
        "You will be paid $20 for each visit only if you finish the study.",
        "Nobody says that you will be paid $20 for each visit.",
    ],
)
def test_a_fragment_is_held_against_its_whole_sentence(sentence: str) -> None:
    """What turns a sentence around is easily left out of a quote."""
    said = "You will be paid $20 for each visit."
    fragment = "will be paid $20 for each visit"
    (reason,) = _reasons(_judged(PAY, sentence, said, fragment))
    assert "sentence does not say so" in reason or "evidence" in reason


def test_a_fragment_that_its_sentence_bears_out_stands() -> None:
    """Most sentences only say more."""
    sentence = "You will be paid $20 for each visit and get a bus ticket."
    said = "You will be paid $20 for each visit."
    assert not _judged(PAY, sentence, said, said.rstrip(".")).refused


def _cited(number: int, held: Sequence[int]) -> list[int | None]:
    twice = "You will be paid $20 for each visit."
    source = text_source(f"# An earlier study\n{twice}\n\f# This study\n{twice}\nThank you.\n")
    passages = [p for p in source.passages if p.spans[0].page in held]
    reply = Reply("pay", (Claim(twice, (Citation(number, twice),)),))
    verdict = judge(PAY, reply, Sent(passages), source)
    return [piece.page for part in verdict.parts for piece in part.evidence]


@pytest.mark.parametrize("number", [1, 2, 3, 99])
def test_a_wrong_number_leads_to_no_page_that_was_not_sent(number: int) -> None:
    """A sentence that stands twice is cited where the model read it."""
    assert _cited(number, [1]) == [2]
    assert _cited(number, [0]) == [1]
