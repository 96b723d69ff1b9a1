"""Reviews: acts folded into a document, checked anew after each, and signed off."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.domain.errors import UnknownJob
from conspectus.domain.review.acts import (
    Act,
    ActedMeanwhile,
    ActRefused,
    Add,
    Approve,
    Cite,
    Correct,
    Delete,
    Done,
    Edit,
    Move,
    NotSignable,
    Resolve,
    Sign,
    Withdraw,
    act_data,
    act_of,
)
from conspectus.domain.review.review import Review, after, fold
from conspectus.domain.review.selection import Spot, selected
from conspectus.domain.source import Evidence
from conspectus.domain.trail import canonical
from conspectus.testing import text_source
from desks import Table, table
from plugins import FORM
from reports import CHOICE, DOCUMENT, REPORT, RISK, VISIT

Sit = Any


@pytest.fixture
def sit(tmp_path: Path) -> Sit:
    """Run a test at a table with one reviewed document."""
    return table(tmp_path)


def _with(*acts: Act) -> Review:
    return fold(REPORT, [Done(n, act) for n, act in enumerate(acts, 1)])


def _texts(review: Review, section: str) -> list[str]:
    found = next(one for one in review.document.sections if one.id == section)
    return [statement.text for statement in found.statements]


def test_no_act_leaves_all_as_it_is() -> None:
    """The fold of nothing is the report."""
    review = _with()
    assert (review.document, review.facts) == (REPORT.document, REPORT.facts)
    assert (review.status, review.seen) == ("draft", 0)


def test_statements_are_edited_added_deleted_and_moved() -> None:
    """Each act does one thing, at the place it names, and keeps the ids of all others."""
    review = _with(
        Edit("money-2", "You will get a $25 gift card."),
        Add("money", "First of all.", (RISK,)),
        Add("money", "Between.", (RISK,), after="money-1", item=True),
        Delete("money-3"),
        Move("about-2", "money", after="money-2"),
    )
    assert _texts(review, "money") == [
        "First of all.",
        "Liver damage: fewer than 1 in 100 people (<1%).",
        "Between.",
        "You will get a $25 gift card.",
        "You choose whether to join.",
    ]
    ids = [s.id for section, s in review.document.statements if section.id == "money"]
    assert ids == ["money-a2", "money-1", "money-a3", "money-2", "about-2"]
    assert "You choose whether to join." not in _texts(review, "about")
    assert review.written == {"money-2": 1, "money-a2": 2, "money-a3": 3}


def test_a_section_that_was_left_out_can_be_begun() -> None:
    """It gets its title with its first statement, and stands last."""
    review = _with(Add("more", "Words.", (RISK,), title="More"))
    assert review.document.sections[-1].title == "More"
    with pytest.raises(ActRefused):
        _with(Add("more", "Words.", (RISK,)))


@pytest.mark.parametrize(
    "act",
    [
        Edit("nothing", "Words."),
        Edit("about-1", "  "),
        Add("about", ""),
        Add("about", "Words.", after="money-1"),
        Delete("nothing"),
        Move("about-1", "nowhere"),
        Move("about-1", "money", after="about-2"),
        Move("about-1", "about", after="about-1"),
        Cite("nothing", (RISK,)),
        Correct("nothing", "x", (RISK,)),
        Correct("sponsor", "x"),
        Correct("sponsor", None, (RISK,)),
        Resolve((), "Why not."),
        Resolve(("line",), " "),
        Approve("nowhere"),
        Sign("", "approved"),
        Sign("Name", ""),
        Withdraw("Nothing is signed."),
    ],
    ids=repr,
)
def test_an_act_on_nothing_is_refused(act: Act) -> None:
    """Whoever names what is not there, or says nothing, is told so."""
    with pytest.raises(ActRefused):
        _with(act)


def test_own_words_without_a_quote_may_not_say_more_than_they_did() -> None:
    """A lead-in may be reworded; a claim put in its place needs evidence."""
    kinds = {
        text: next(
            s.kind
            for _, s in _with(Edit("taking-part-2", text)).document.statements
            if s.id == "taking-part-2"
        )
        for text in (
            "If you take part, the study includes:",
            "This drug will cure you.",
            "If you join, you get $5.",
        )
    }
    assert kinds == {
        "If you take part, the study includes:": "framing",
        "This drug will cure you.": "factual",
        "If you join, you get $5.": "factual",
    }


def test_what_changes_is_approved_no_more() -> None:
    """Of sections that an act touches, and of those that tell a fact that was corrected."""
    approved = [Approve(section.id) for section in DOCUMENT.sections]
    assert _with(*approved).unapproved == ()
    moved = _with(*approved, Move("about-2", "money"))
    assert set(moved.approved) == {"taking-part"}
    corrected = _with(*approved, Correct("duration", "12 months", (VISIT,)))
    assert set(corrected.approved) == {"about", "money"}


def test_any_later_act_makes_a_signed_review_a_draft() -> None:
    """Another sign-off stands beside the first; everything else ends both."""
    signed = _with(Sign("A", "reviewed"), Sign("B", "approved"))
    assert [one.name for one in signed.signatures] == ["A", "B"]
    for act in (Approve("about"), Delete("about-1"), Withdraw("Wrong form."), Resolve(("x",), "y")):
        assert after(signed, Done(3, act)).status == "draft"


EVIDENCE = st.sampled_from([(), (CHOICE,), (VISIT, RISK)])
IDS = st.sampled_from([s.id for _, s in DOCUMENT.statements] + ["about-a1", "money-a2", ""])
SECTIONS = st.sampled_from([s.id for s in DOCUMENT.sections] + ["nowhere"])
WORDS = st.text(max_size=20)
ACTS = st.one_of(
    st.builds(Edit, IDS, WORDS),
    st.builds(Add, SECTIONS, WORDS, EVIDENCE, st.just(("duration",)), IDS, st.booleans()),
    st.builds(Delete, IDS),
    st.builds(Move, IDS, SECTIONS, IDS),
    st.builds(Cite, IDS, EVIDENCE),
    st.builds(
        Correct,
        st.sampled_from([*REPORT.facts]),
        st.one_of(st.none(), WORDS, st.booleans(), st.lists(WORDS, max_size=3).map(tuple)),
        EVIDENCE,
    ),
    st.builds(Resolve, st.lists(WORDS, max_size=2).map(tuple), WORDS),
    st.builds(Approve, SECTIONS),
    st.builds(Sign, WORDS, WORDS),
    st.builds(Withdraw, WORDS),
)


@given(st.lists(ACTS, max_size=12))
@settings(max_examples=150, deadline=None)
def test_every_act_is_done_whole_or_refused(acts: list[Act]) -> None:
    """Whatever is asked: ids stay apart, approvals name sections as they are, data comes back."""
    review = _with()
    for number, act in enumerate(acts, 1):
        assert act_of(json.loads(canonical(act_data(act)))) == act
        try:
            review = after(review, Done(number, act))
        except ActRefused:
            continue
        ids = [s.id for _, s in review.document.statements]
        assert len(ids) == len(set(ids))
        assert set(review.written) <= set(ids)
        assert set(review.approved) <= {s.id for s in review.document.sections}
        assert review.status == "draft" or isinstance(act, Sign)


def test_a_report_is_reviewed_edited_and_signed_off(sit: Sit) -> None:
    """The whole way; the export bears a draft mark until then, and the sign-off after it."""

    async def work(at: Table) -> None:
        found = await at.open()
        assert (found.review.status, found.entries) == ("draft", ())
        assert b"Draft for review" in await at.reviews.export("w", at.document, "md")
        found = await at.act(Edit("money-2", "You get $20 for each visit."))
        assert "You get $20 for each visit." in found.examined.report.document.text
        (line,) = [one for one in found.examined.ledger if one.open]
        found = await at.act(
            Add(
                "harms",
                "Study doctor's telephone: 555-010-0199.",
                at.quote("Telephone: 555-010-0199"),
            )
        )
        assert line.id in [one.id for one in found.examined.ledger if not one.open]
        found = await at.finish()
        assert found.review.status == "signed"
        (signature,) = found.review.signatures
        assert (signature.name, signature.actor) == ("Dr. A. Reviewer", "me")
        assert signature.line == found.entries[-1].line.number
        for form in ("md", "html"):
            page = (await at.reviews.export("w", at.document, form)).decode()
            assert "Draft for review" not in page
            assert "Dr. A. Reviewer" in page.replace("\\", "")
            assert "reviewed and approved" in page
            assert "2023-11-14 22:13 UTC" in page
        data = json.loads(await at.reviews.export("w", at.document, "json"))["report"]
        assert data["review"]["status"] == "signed"
        await at.act(Delete("money-2"))
        assert b"Draft for review" in await at.reviews.export("w", at.document, "html")

    sit(work)


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (Edit("money-2", "You will be paid $200 for each visit."), "FID-NUM"),
        (Edit("money-2", "You will not be paid $20 for each visit."), "FID-NEG"),
        (Edit("money-2", "You will be paid $20 for each visit and for your travel."), "FID-CLAUSE"),
        (Cite("money-2", ()), "FID-QUOTE"),
        (Add("money", "The study is safe."), "FID-QUOTE"),
        (Edit("money-1", "You will be paid well:"), "FID-QUOTE"),
        (
            Cite("money-2", (Evidence(1, "1", None, "You will be paid $20", 5, 25),)),
            "FID-QUOTE",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_what_is_not_borne_out_is_found_at_once_and_never_signed(
    sit: Sit, act: Act, rule: str
) -> None:
    """The plugin of this review has no rules of its own; ours hold all the same."""

    async def work(at: Table) -> None:
        found = await at.act(act)
        wrong = [f for f in found.examined.report.findings if f.severity == "error"]
        assert rule in {finding.rule for finding in wrong}
        assert any(rule in told for told in found.examined.hindrances)
        with pytest.raises(NotSignable):
            await at.finish()
        assert (await at.open()).review.status == "draft"

    sit(work)


def test_a_fragment_that_hides_a_negation_proves_nothing(tmp_path: Path) -> None:
    """The whole sentence around what was selected must say so, too."""
    form = "# Payment\nIt is not true that you will be paid $20 for each visit.\n# Risks\nPain.\n"

    async def work(at: Table) -> None:
        quote = at.quote("you will be paid $20 for each visit")
        section = (await at.open()).examined.report.document.sections[0].id
        found = await at.act(Add(section, "You will be paid $20 for each visit.", quote))
        (wrong,) = [f for f in found.examined.report.findings if f.severity == "error"]
        assert (wrong.rule, wrong.statement) == ("FID-NEG", f"{section}-a1")

    table(tmp_path, form=form)(work)


def test_nothing_is_signed_while_a_line_is_open_or_a_section_unapproved(sit: Sit) -> None:
    """Each reason is told; the program's own reason for leaving out does not close a line."""

    async def work(at: Table) -> None:
        found = await at.open()
        assert [told.partition(":")[0] for told in found.examined.hindrances] == [
            "The ledger is open",
            "Not approved",
            "Not approved",
        ]
        with pytest.raises(NotSignable):
            await at.act(Sign("A", "approved"))
        line = next(one for one in found.examined.ledger if one.open)
        assert line.omission.reason == "No room."
        found = await at.act(Resolve((line.id,), "Stands in the full form."))
        told = next(
            one for one in found.examined.report.omissions if one.item == line.omission.item
        )
        assert (told.status, told.reason) == ("left_out", "Stands in the full form.")
        with pytest.raises(ActRefused):
            await at.act(Resolve(("strange",), "Why."))

    sit(work)


def test_a_line_opens_again_when_its_statement_is_taken_out(sit: Sit) -> None:
    """The ledger is drawn up anew for the document as it is."""

    async def work(at: Table) -> None:
        told = next(
            s for _, s in (await at.open()).review.document.statements if "pain" in s.text.lower()
        )
        found = await at.act(Delete(told.id))
        assert "word: pain" in [one.omission.item for one in found.examined.ledger if one.open]

    sit(work)


def test_a_corrected_fact_is_held_against_its_words(sit: Sit) -> None:
    """Its value must be borne out, and be of the kind that was asked for."""

    async def work(at: Table) -> None:
        quote = at.quote("You will be paid $20 for each visit.")
        found = await at.act(Correct("pay", "$50 for each visit", quote))
        assert "FID-FACT" in {f.rule for f in found.examined.report.findings}
        assert any("FID-FACT" in told for told in found.examined.hindrances)
        found = await at.act(Correct("pay", "$20 for each visit", quote))
        rules = [(f.rule, f.statement) for f in found.examined.report.findings]
        assert ("REV-FACT", "money-2") in rules
        assert "FID-FACT" not in dict(rules)
        found = await at.act(
            Correct("chance", False, at.quote("You will be put in a group by chance."))
        )
        assert "FID-FACT" in {f.rule for f in found.examined.report.findings}
        found = await at.act(Correct("chance", None))
        assert found.review.facts["chance"].status == "unstated"
        for wrong in (Correct("pay", True, quote), Correct("harms", "pain", quote)):
            with pytest.raises(ActRefused):
                await at.act(wrong)

    sit(work)


def test_who_has_not_seen_the_last_act_is_refused(sit: Sit) -> None:
    """Of two acts on what both saw, one is done; nobody's words are lost unseen."""

    async def work(at: Table) -> None:
        both = (at.act(Approve("money"), 0), at.act(Approve("harms"), 0))
        done = await asyncio.gather(*both, return_exceptions=True)
        assert sorted(type(one).__name__ for one in done) == ["ActedMeanwhile", "Opened"]
        with pytest.raises(ActedMeanwhile):
            await at.act(Approve("money"), 7)

    sit(work)


def test_another_workspace_sees_no_review(sit: Sit) -> None:
    """Neither to read nor to act on."""

    async def work(at: Table) -> None:
        with pytest.raises(UnknownJob):
            await at.reviews.open("other", at.document)
        with pytest.raises(UnknownJob):
            await at.reviews.act("other", "me", at.document, 0, Approve("money"))

    sit(work)


def test_a_selection_is_widened_to_whole_words_and_numbers(sit: Sit) -> None:
    """Half a word or a number without its sign would prove what the source does not say."""

    async def work(at: Table) -> None:
        (line,) = at.quote("You will be paid $20 for each visit.")
        start = line.start + line.quote.index("20")
        (piece,) = selected(at.source, [Spot(1, None, start, start + 1)])
        assert piece.quote == "$20"
        (piece,) = selected(at.source, [Spot(1, None, line.start + 5, line.start + 10)])
        assert piece.quote == "will be"
        found = await at.act(
            Cite(
                "money-2",
                await at.reviews.select("w", at.document, [Spot(1, None, line.start, line.end)]),
            )
        )
        assert found.examined.report.findings == ()
        for wrong in (
            Spot(9, None, 0, 5),
            Spot(1, "p1", 0, 5),
            Spot(1, None, 5, 5),
            Spot(1, None, -1, 5),
            Spot(1, None, 0, 10**6),
        ):
            with pytest.raises(ActRefused):
                selected(at.source, [wrong])

    sit(work)


@given(st.integers(0, 200), st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_whatever_is_selected_stands_where_it_says(start: int, length: int) -> None:
    """Evidence of a selection is verbatim, holds it, and begins and ends where words do."""
    source = text_source(FORM)
    page = source.pages[0]
    taken = page.text[start : start + length]
    try:
        (piece,) = selected(source, [Spot(1, None, start, start + length)])
    except ActRefused:
        assert start + length > len(page.text) or not any(map(str.isalnum, taken))
        return
    assert page.text[piece.start : piece.end] == piece.quote
    assert taken.strip() in piece.quote
    assert not (piece.start and page.text[piece.start - 1 : piece.start + 1].isalnum())
    assert not page.text[piece.end - 1 : piece.end + 1].isalnum() or piece.end == len(page.text)
