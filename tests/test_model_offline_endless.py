"""Text that no one wrote to be read costs the offline model no more than prose of its length."""

import re
from collections.abc import Iterator
from time import process_time

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Request
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS

TIMES = 10
"""So many times the cost of prose is far less than what a quadratic search would take."""

LENGTHS = 500, 5000
"""The shorter text is searched first: there a cubic pattern fails at once, and does not hang."""

PROSE = "You may have pain or a rash where the needle goes in. We pay you $20 for each visit. "
UNITS = (".", "_", "- ", " ", "a", "1", "1.", "| ", "the ", "a-")


def _patterns() -> Iterator[str]:
    for question in QUESTIONS:
        yield from (*question.home, *question.away)
        for aspect in question.aspects:
            yield from (*aspect.home, *aspect.away)
            yield from (cue.pattern for cue in (*aspect.cues, *aspect.avoid))


SEARCHES = [re.compile(pattern, re.IGNORECASE) for pattern in sorted(set(_patterns()))]


def _searching(unit: str, length: int) -> float:
    text = (unit * length)[:length]
    start = process_time()
    for search in SEARCHES:
        search.search(text)
    return process_time() - start


def _answering(unit: str) -> float:
    text = (unit * LENGTHS[-1])[: LENGTHS[-1]]
    extracts = (
        Extract(1, "heading", text),
        Extract(2, "paragraph", text, (text, "Risks")),
        Extract(3, "item", text, ("Risks",)),
        Extract(4, "row", f"{text} | {text}", ("Risks",), cells=(text, text)),
    )
    start = process_time()
    OfflineModel().answer(Request(QUESTIONS, extracts))
    return process_time() - start


@pytest.fixture(scope="module")
def searching_prose() -> dict[int, float]:
    """Return what all patterns take for ordinary words, by the length of the text."""
    return {length: _searching("Xylo vex 12 zap, (qua) hum; wax. ", length) for length in LENGTHS}


@pytest.mark.parametrize("unit", UNITS)
def test_no_pattern_of_a_question_goes_round_in_circles(
    unit: str, searching_prose: dict[int, float]
) -> None:
    """What repeats a character or two is searched about as fast as words are."""
    for length in LENGTHS:
        assert _searching(unit, length) < TIMES * searching_prose[length]


@pytest.fixture(scope="module")
def answering_prose() -> float:
    """Return what an answer takes for ordinary words, once all patterns are compiled."""
    _answering(PROSE)
    return _answering(PROSE)


@pytest.mark.parametrize("unit", UNITS)
def test_a_passage_without_end_is_answered_like_any_other(
    unit: str, answering_prose: float
) -> None:
    """A heading, paragraph, item or row of nothing but a few characters holds nobody up."""
    assert _answering(unit) < TIMES * answering_prose


def test_what_follows_a_row_of_dots_is_still_read() -> None:
    """What is no text is left out, and nothing else."""
    extracts = (
        Extract(1, "paragraph", ". - " * 2000, ("Risks",)),
        Extract(2, "paragraph", f"{'word ' * 2000}. It may cause nausea.", ("Risks",)),
    )
    risks = next(question for question in QUESTIONS if question.name == "key_risks")
    answer = OfflineModel().answer(Request((risks,), extracts))
    assert any("nausea" in claim.text for claim in answer.replies[0].claims)
