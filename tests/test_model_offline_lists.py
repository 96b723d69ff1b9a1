"""The offline model on list questions: short phrases that can stand alone."""

import asyncio
import re
from dataclasses import replace

import pytest

from conspectus import Aspect, Cue, Question
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.phrases import phrase
from conspectus.domain.request import Extract, Request

HARMS = Question(
    "harms",
    "list",
    "What may go wrong?",
    tuple(
        Aspect(name, (Cue(topic), Cue(r"\bmay\b", 0.3)), threshold=2.2)
        for name, topic in (("nausea", "nausea"), ("rash", "rash"), ("fall", r"\bfalls?\b"))
    ),
    home=("risks",),
)


def _items(*passages: tuple[str, str]) -> list[str]:
    """Return the phrases found in passages of (heading, text)."""
    extracts = tuple(
        Extract(number, "paragraph", text, (heading,))
        for number, (heading, text) in enumerate(passages, 1)
    )
    answer = asyncio.run(OfflineModel().ask(Request((HARMS,), extracts)))
    return [claim.text for claim in answer.replies[0].claims]


def test_a_section_that_names_the_aspects_is_a_home_whatever_its_heading() -> None:
    """Under a heading of its own tongue a section answers when most of it is to the point."""
    rest = [(f"Part {n}", "Nothing of note is told here.") for n in range(6)]
    found = _items(
        *rest, ("Thorns", "It may bring nausea."), ("Thorns", "A rash may come too."), *rest
    )
    assert "A rash may come too" in found
    assert _items(*rest, ("Thorns", "A rash may come too."), *rest) == []


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (
            "The data could, if it ever got out to somebody else in the trade or to the press at "
            "large, harm you.",
            "data",
        ),
        (
            "With the other medicines of this kind many of the older patients have died of liver "
            "failure in the first year.",
            "liver",
        ),
    ],
)
def test_no_phrase_ends_in_a_condition_or_begins_without_its_subject(text: str, match: str) -> None:
    """A phrase that would say half of what is meant is not cut out."""
    start = text.index(match)
    said = phrase(text, start, start + len(match), False)
    assert not said.startswith("died")
    assert "if it" not in said or "harm you" in said


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Wearing the belt while you nurse may expose the newborn child to serious harm from "
            "the lamp in it.",
            "child",
        ),
        (
            "The risk from light of this amount is considered to be similar to other risks of "
            "daily life in town.",
            "risk from light",
        ),
    ],
)
def test_no_phrase_ends_before_what_completes_it(text: str, named: str) -> None:
    """To what one is exposed, or to what a risk is similar, is what the phrase tells."""
    at = text.index(named)
    assert phrase(text, at, at + len(named), False) == text.rstrip(".")


def test_a_title_before_a_name_ends_no_phrase() -> None:
    """The full stop of "Dr." is no end."""
    text = "A rash may come, and then Dr. Roe will look at it in the clinic within two days."
    assert not phrase(text, 2, 6, False).endswith("Dr")


def test_items_below_a_denial_are_no_mentions() -> None:
    """A list of what does not happen names no risk."""

    def found(lead: str) -> list[str]:
        extracts = (
            Extract(1, "paragraph", lead, ("Risks",)),
            Extract(2, "item", "Nausea may come", ("Risks",)),
            *(Extract(n, "paragraph", "Nothing of note.", (f"Part {n}",)) for n in range(3, 9)),
        )
        answer = asyncio.run(OfflineModel().ask(Request((HARMS,), extracts)))
        return [claim.text for claim in answer.replies[0].claims]

    assert found("The drug may cause:") == ["Nausea may come"]
    assert found("The drug does not cause:") == []


@pytest.mark.parametrize(
    ("text", "match", "whole"),
    [
        (
            "You will swallow two tablets at breakfast and two tablets at bedtime on every day of "
            "the first part.",
            "two tablets at breakfast and two tablets",
            "two tablets at bedtime",
        ),
        (
            "The heart scan is done again in months 2, 4, 8 and 16 by the nurse who sees you at "
            "the clinic each time.",
            "heart scan",
            "2, 4, 8 and 16",
        ),
    ],
)
def test_a_count_that_goes_on_is_not_cut_in_half(text: str, match: str, whole: str) -> None:
    """Half of a dose, or of the times, would be a false statement."""
    start = text.index(match)
    said = phrase(text, start, start + len(match), False)
    assert whole in said or not re.search(r"\band two|months", said)


def test_a_list_item_under_a_frequency_keeps_it_while_words_are_left() -> None:
    """A heading that says how often goes in front of its items, if nothing is left out for it."""
    extracts = (
        Extract(1, "heading", "Rare (1 in 1,000)", ("Risks",), level=2),
        Extract(2, "item", "Nausea may come", ("Risks", "Rare (1 in 1,000)")),
        *(Extract(n, "paragraph", "Nothing of note.", (f"Part {n}",)) for n in range(3, 9)),
    )

    def told(question: Question) -> list[str]:
        answer = asyncio.run(OfflineModel().ask(Request((question,), extracts)))
        return [claim.text for claim in answer.replies[0].claims]

    assert told(HARMS) == ["Rare: Nausea may come"]
    assert told(replace(HARMS, most_words=3)) == ["Nausea may come"]


@pytest.mark.parametrize(
    ("text", "named", "said"),
    [
        (
            "You will be lent a chest belt to wear day and night for nine days at the start, in "
            "week 4 and in week 8.",
            "chest belt",
            "lent a chest belt to wear day and night for nine days",
        ),
        (
            "Interviews are held in month 2, month 5, month 8 and month 11 by video or in our "
            "rooms near the station; each takes 50 minutes.",
            "Interviews",
            "Interviews are held in month 2, month 5, month 8 and month 11",
        ),
        (
            "By lot, 20 people swallow a capsule and 20 swallow a pill that seems and weighs the "
            "same with no drug at all in it (sham).",
            "capsule",
            "20 people swallow a capsule and 20 swallow a pill",
        ),
    ],
)
def test_a_phrase_ends_within_no_pair_and_no_row_of_dates(text: str, named: str, said: str) -> None:
    """What is cut off would leave half of a thing, or a schedule that seems whole and is not."""
    start = text.index(named)
    assert phrase(text, start, start + len(named), False) == said


def test_a_phrase_does_not_open_with_the_last_date_of_a_row() -> None:
    """The other dates of the row would be lost."""
    text = "Surveys come in week 2, week 4 and week 9 by telephone."
    start = text.index("telephone")
    assert not phrase(text, start, start + 9, False).startswith("week 9")
