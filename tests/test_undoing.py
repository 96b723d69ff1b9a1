"""Taking the last act back, and putting a line of the ledger into the document."""

import asyncio
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.report import Omission
from conspectus.domain.review.acts import (
    Act,
    ActRefused,
    Add,
    Approve,
    Cite,
    Correct,
    Delete,
    Done,
    Edit,
    Move,
    Resolve,
    act_data,
)
from conspectus.domain.review.data import concerned
from conspectus.domain.review.placement import placed
from conspectus.domain.review.review import Review, after, fold
from conspectus.domain.review.undoing import undoing
from conspectus.domain.source import Evidence
from conspectus.testing import text_source
from desks import Table, table
from reports import CHOICE, REPORT, RISK, VISIT

IDS = [statement.id for _, statement in REPORT.document.statements]
SECTIONS = [section.id for section in REPORT.document.sections]
ACTS = st.one_of(
    st.builds(Edit, st.sampled_from(IDS), st.sampled_from(["You get $5.", "Words."])),
    st.builds(Add, st.sampled_from(SECTIONS), st.just("Words."), st.just((RISK,))),
    st.builds(Delete, st.sampled_from(IDS)),
    st.builds(Move, st.sampled_from(IDS), st.sampled_from(SECTIONS), st.sampled_from(["", *IDS])),
    st.builds(Cite, st.sampled_from(IDS), st.sampled_from([(RISK,), (CHOICE, VISIT), ()])),
    st.builds(
        Correct, st.just("sponsor"), st.sampled_from(["X", None]), st.sampled_from([(), (RISK,)])
    ),
)


def _last(before: Review, act: Act, stands: Review) -> Act | None:
    number = before.seen + 1
    words = {
        "act": act_data(act),
        "before": concerned(before, act, number),
        "after": concerned(stands, act, number),
    }
    return undoing(stands, json.loads(json.dumps(words)))


def _told(review: Review) -> list[tuple[str, list[tuple[str, str, bool, tuple[Evidence, ...]]]]]:
    return [
        (section.id, [(s.text, s.kind, s.item, s.evidence) for s in section.statements])
        for section in review.document.sections
    ]


@given(st.lists(ACTS, max_size=4), ACTS)
@settings(max_examples=300)
def test_what_was_done_last_can_be_taken_back(acts: list[Act], act: Act) -> None:
    """Words, order, evidence and facts are as they were; a deleted statement has a fresh id."""
    before = fold(REPORT, [])
    for one in acts:
        try:
            before = after(before, Done(before.seen + 1, one))
        except ActRefused:
            continue
    try:
        stands = after(before, Done(before.seen + 1, act))
    except ActRefused:
        return
    last = _last(before, act, stands)
    assert last is not None
    undone = after(stands, Done(stands.seen + 1, last))
    assert _told(undone) == _told(before)
    assert {n: f.value for n, f in undone.facts.items()} == {
        n: f.value for n, f in before.facts.items()
    }


@pytest.mark.parametrize("act", [Approve(SECTIONS[0]), Resolve(("x",), "No.")], ids=repr)
def test_what_a_person_said_stays_said(act: Act) -> None:
    """An approval or a reason is not taken back: it is overtaken by a further act."""
    before = fold(REPORT, [])
    assert _last(before, act, after(before, Done(1, act))) is None


def test_the_service_takes_one_act_back(tmp_path: Path) -> None:
    """As a further act on the trail, which keeps both; with nothing done, there is nothing."""

    async def work(at: Table) -> None:
        with pytest.raises(ActRefused):
            await at.reviews.undo("w", "me", at.document, 0)
        statement = next(s for _, s in (await at.open()).review.document.statements if s.evidence)
        wrong = await at.act(Edit(statement.id, "You will be paid $90."))
        assert wrong.examined.report.findings
        found = await at.reviews.undo("w", "me", at.document, 1)
        assert not found.examined.report.findings
        assert found.review.seen == 2
        assert [entry.line.action for entry in found.entries] == ["review.edit"] * 2

    table(tmp_path)(work)


def test_a_line_of_the_ledger_is_told_in_the_words_of_the_source(tmp_path: Path) -> None:
    """It closes, rests on its words, stands beside what is near; deleted, it is open again."""

    async def work(at: Table) -> None:
        found = await at.open()
        (line,) = [x for x in found.examined.ledger if x.open]
        found = await at.reviews.tell("w", "me", at.document, 0, line.id)
        assert not [x for x in found.examined.ledger if x.open]
        told = next(s for _, s in found.review.document.statements if s.id in found.review.written)
        assert set(told.evidence) == set(line.omission.evidence)
        assert not [f for f in found.examined.report.findings if f.statement == told.id]
        found = await at.act(Delete(told.id))
        assert [x.id for x in found.examined.ledger if x.open] == [line.id]
        with pytest.raises(ActRefused):
            await at.reviews.tell("w", "me", at.document, 2, "no-line")

    table(tmp_path)(work)


def test_a_negation_of_the_words_does_not_close_a_line(tmp_path: Path) -> None:
    """Who writes that it is not so may hold the words: the statement itself is not borne out."""

    async def work(at: Table) -> None:
        (line,) = [x for x in (await at.open()).examined.ledger if x.open]
        found = await at.reviews.tell("w", "me", at.document, 0, line.id)
        (id_,) = found.review.written
        told = next(s for _, s in found.review.document.statements if s.id == id_)
        found = await at.act(Edit(id_, f"It is not true that {told.text}"))
        assert [f.rule for f in found.examined.report.findings if f.statement == id_]
        assert found.examined.hindrances

    table(tmp_path)(work)


def test_a_line_without_words_of_the_source_has_no_place() -> None:
    """A person has to say where and how."""
    source = text_source("Nothing.", "x.txt")
    assert placed(Omission("risk: death", "left_out", ""), REPORT.document, source) is None


def test_reviews_are_examined_once(tmp_path: Path) -> None:
    """Whoever looks again at what was looked at gets the same; after an act, what is true then."""

    async def work(at: Table) -> None:
        one, other = await asyncio.gather(at.open(), at.open())
        assert one.examined is other.examined
        statement = next(s for _, s in one.review.document.statements if s.evidence)
        await at.act(Edit(statement.id, "You will be paid $90."))
        assert (await at.open()).examined.report.findings

    table(tmp_path)(work)


def test_a_risk_goes_to_the_risks_however_near_another_statement_is() -> None:
    """Whatever the section is called: its statements tell a fact of risks."""
    source = text_source("You may bleed.\nYou come to visits.\nOne person died.", "x.txt")

    def said(words: str, fact: str) -> Statement:
        (evidence,) = source.locate(words)
        return Statement(fact, words, "factual", (fact,), (evidence,))

    document = Document(
        "Key information",
        (
            Section("visits", "What will happen", (said("You come to visits.", "procedures"),)),
            Section("against", "Reasons against", (said("You may bleed.", "key_risks"),)),
        ),
    )
    death = Omission("grave risk: One person died.", "left_out", "", said("died", "x").evidence)
    act = placed(death, document, source)
    assert act
    assert act.section == "against"
