"""What a review does not let pass: words without meaning, scraps joined, lines turned round."""

from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.domain.checks.fidelity import quotes_stand
from conspectus.domain.claims.leading import turned_items
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Part
from conspectus.domain.review.acts import (
    Act,
    ActRefused,
    Add,
    Approve,
    Correct,
    Edit,
    Move,
    Resolve,
    Withdraw,
)
from conspectus.domain.source import Evidence
from conspectus.plugins.informed_consent_ki.omissions import omissions
from conspectus.testing import text_source
from conspectus.web.act_shapes import Proposal
from desks import Table, table

LISTS = text_source(
    "# Who can take part\nYou can take part if you:\n- are 18 or older\n- live near the clinic\n"
    "You cannot take part if you:\n- are pregnant\n- have liver disease\n"
)


@pytest.mark.parametrize("words", ["\u2026", "\u2800", "\u200c", "\u3164", "\U000e0041", "\u2014"])
def test_words_that_nobody_sees_are_no_words(tmp_path: Path, words: str) -> None:
    """Neither as a statement nor as a reason; what is unseen is taken out before."""

    def asked(**act: object) -> Act:
        return Proposal.model_validate({"seen": 0, "act": act}).act.act(())

    async def work(at: Table) -> None:
        line = next(one.id for one in (await at.open()).examined.ledger if one.open)
        for act in (
            asked(kind="edit", statement="money-2", text=words),
            asked(kind="resolve", lines=[line], reason=words),
            asked(kind="sign", name=words, meaning="approved"),
        ):
            with pytest.raises(ActRefused):
                await at.act(act)
        assert (await at.open()).review.seen == 0

    table(tmp_path)(work)


@pytest.mark.parametrize("reason", [".", "x", "-"])
def test_a_mark_is_no_reason(tmp_path: Path, reason: str) -> None:
    """Who comes later must be able to read why."""

    async def work(at: Table) -> None:
        line = next(one.id for one in (await at.open()).examined.ledger if one.open)
        for act in (Resolve((line,), reason), Withdraw(reason)):
            with pytest.raises(ActRefused):
                await at.act(act)

    table(tmp_path)(work)


def test_an_act_that_was_done_is_not_refused_later(tmp_path: Path) -> None:
    """A review that holds a reason which would not do today can still be opened."""

    async def work(at: Table) -> None:
        held, at.reviews._held = at.reviews._held, lambda found, act: act  # type: ignore[method-assign]
        line = next(one.id for one in (await at.open()).examined.ledger if one.open)
        await at.act(Resolve((line,), "."))
        at.reviews._held = held  # type: ignore[method-assign]
        assert (await at.open()).review.seen == 1

    table(tmp_path)(work)


def test_scraps_of_two_pages_are_no_quote(tmp_path: Path) -> None:
    """Only what runs on over the page break is one quote; what was left between is told."""
    form = (
        "# Payment\nYou will be paid $20. Please keep your receipts.\n"
        "\fYou will not lose your benefits. Group\n"
    )

    async def work(at: Table) -> None:
        (first,) = at.quote("You will")
        (second,) = at.quote("lose your benefits")
        (whole,) = at.quote("You will be paid $20. Please keep your receipts.")
        pair = tuple(replace(one, group="g") for one in (first, second))
        section = (await at.open()).review.document.sections[0].id
        found = await at.act(Add(section, "You will lose your benefits", pair))
        rules = [(f.rule, f.message) for f in found.examined.report.findings]
        assert any(r == "FID-QUOTE" and "do not follow" in told for r, told in rules)
        (start,) = at.quote("You will not lose your benefits.")
        honest = tuple(replace(one, group="h") for one in (whole, start))
        document = Document("T", (Section("s", "S", (_said(honest),)),))
        assert list(quotes_stand(document, {}, at.source)) == []

    table(tmp_path, form=form)(work)


def _said(evidence: tuple[Evidence, ...]) -> Statement:
    return Statement("s-1", "Words.", "factual", (), evidence)


def _item(id_: str, words: str) -> Statement:
    return Statement(id_, words, "factual", (), LISTS.locate(words), item=True)


CAN = Statement("can", "You can take part if you:", "framing")
CANNOT = Statement("cannot", "You cannot take part if you:", "framing")
OLD, NEAR, PREGNANT = (
    _item("a", "are 18 or older"), _item("b", "live near the clinic"), _item("c", "are pregnant"),
)  # fmt: skip
MADE = Document("T", (Section("s", "S", (CAN, OLD, NEAR, CANNOT, PREGNANT)),))


@pytest.mark.parametrize(
    ("statements", "turned"),
    [
        ((CAN, NEAR, OLD, CANNOT, PREGNANT), []),
        ((CANNOT, PREGNANT, CAN, OLD, NEAR), []),
        ((CAN, OLD, PREGNANT, NEAR, CANNOT), [("c", True)]),
        ((CAN, OLD, NEAR, PREGNANT), [("c", True)]),
        ((OLD, NEAR, CANNOT, PREGNANT), [("a", False), ("b", False)]),
        ((CAN, OLD, CANNOT, NEAR, PREGNANT), [("b", True)]),
        ((CAN, OLD, _item("n", "have liver disease"), NEAR), [("n", True)]),
        ((CANNOT, PREGNANT, _item("n", "have liver disease")), []),
        ((replace(CAN, id="back"), OLD, NEAR, CANNOT, PREGNANT), []),
    ],
)
def test_an_item_under_a_line_that_turns_it_round_is_told(
    statements: tuple[Statement, ...], turned: list[tuple[str, bool]]
) -> None:
    """Moved there, left there when its own line went, or added; order within a list is free."""
    now = Document("T", (Section("s", "S", statements),))
    found = [(one.statement, one.denied) for one in turned_items(MADE, now, LISTS)]
    assert found == turned


def test_a_moved_item_is_to_be_read_again(tmp_path: Path) -> None:
    """Under another line that denies nothing it warns, and stands in nobody's way."""

    async def work(at: Table) -> None:
        found = await at.act(Move("harms-2", "money", "money-1"))
        assert ("REV-LEAD", "harms-2") in {
            (f.rule, f.statement) for f in found.examined.report.findings
        }
        assert not any("REV-LEAD" in told for told in found.examined.hindrances)

    table(tmp_path)(work)


def test_what_the_form_does_not_say_is_read_again_when_it_does(tmp_path: Path) -> None:
    """Correcting a fact that was not found makes "the form does not say" stale."""
    form = "# Payment\nTravel: the sponsor gives $20.\n# Risks\nYou may feel pain.\n"

    async def work(at: Table) -> None:
        await at.act(Approve("money"))
        found = await at.act(
            Correct("pay", "the sponsor gives $20", at.quote("the sponsor gives $20"))
        )
        assert "money" not in found.review.approved
        assert ("REV-FACT", "money-2") in {
            (f.rule, f.statement) for f in found.examined.report.findings
        }

    table(tmp_path, form=form)(work)


DUTY = "You must not be pregnant or become pregnant while you are in the study."
RAYS = "The x-rays in this study expose you to radiation."
FORM = text_source(f"# Your part\n{DUTY}\n# Risks\n{RAYS}\nYou may leave.\n")
TRUE = {"radiation": Fact("radiation", True, "stated", (Part("", FORM.locate(RAYS)),))}


@pytest.mark.parametrize(
    ("text", "quote", "fact", "item", "status"),
    [
        (DUTY, DUTY, "", "duty", "included"),
        ("You must not become pregnant.", DUTY, "", "duty", "included"),
        ("You are in the study.", DUTY, "", "duty", "left_out"),
        ("You will have x-rays.", RAYS, "radiation", "radiation", "included"),
        ("You may leave.", "You may leave.", "radiation", "radiation", "left_out"),
        ("You are in this study.", RAYS, "radiation", "radiation", "left_out"),
    ],
)
def test_a_ledger_line_is_told_by_words_and_not_by_a_mere_citation(
    text: str, quote: str, fact: str, item: str, status: str
) -> None:
    """A statement that was emptied, or only names the fact, leaves its line open."""
    statement = Statement("s-1", text, "factual", (fact,) * bool(fact), FORM.locate(quote))
    document = Document("T", (Section("s", "S", (statement,)),))
    lines = [one for one in omissions(document, TRUE, FORM) if one.item.startswith(item)]
    assert {one.status for one in lines} == {status}


def test_a_framing_may_not_be_denied(tmp_path: Path) -> None:
    """Words without evidence are held against what they said before."""

    async def work(at: Table) -> None:
        found = await at.act(Edit("harms-1", "These may not happen:"))
        assert any("FID-QUOTE (harms-1)" in told for told in found.examined.hindrances)
        found = await at.act(Edit("harms-1", "These may happen:"))
        assert not any("FID-" in told for told in found.examined.hindrances)

    table(tmp_path)(work)
