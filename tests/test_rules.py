"""Every rule has something that breaks it and something that holds."""

from dataclasses import replace

import pytest

from conspectus.domain.checks.conflicts import said_two_ways
from conspectus.domain.checks.decided import facts_cited
from conspectus.domain.document import Document
from conspectus.domain.facts import Fact, Part
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Passage
from rule_cases import (
    ACROSS,
    AGAINST,
    BLOOD,
    BOTH,
    BY_ID,
    CASES,
    FOR,
    FOUR,
    PILLS,
    PLAIN,
    REGISTRY,
    SPLIT,
    YEARS,
    Case,
    document,
    facts_of,
    found,
    proved,
    quote,
    said,
    source_of,
)


@pytest.mark.parametrize("name", BY_ID)
def test_each_rule_is_broken_by_something(name: str) -> None:
    """A document or form that breaks the rule yields a finding with its id and citation."""
    findings = found(BY_ID[name], CASES[name][0])
    assert findings
    for finding in findings:
        assert finding.rule == name
        assert finding.citation == BY_ID[name].citation
        assert len(finding.message) > 20


@pytest.mark.parametrize("name", BY_ID)
def test_each_rule_is_held_by_something(name: str) -> None:
    """A document or form that keeps the rule yields no finding."""
    assert found(BY_ID[name], CASES[name][1]) == []


def test_no_case_is_left_of_a_rule_that_is_gone() -> None:
    """The cases and the rules are the same set."""
    assert CASES.keys() == BY_ID.keys()


# ------------------------------------------------------------------ wordings of many institutions

HELD_BY = [
    ("CR-B8", "You do not have to join. Your care will not be affected. You may quit at any time."),
    ("CR-B8", "It is up to you. You will not lose any benefits. Feel free to leave at any point."),
    ("CR-B8", "You are free to decline; it does not change your care. Withdraw whenever you like."),
    ("CR-B8", "You need not join. You will not be penalized. You can quit at any time."),
    ("CR-B9", "Researchers may use the data in other studies without asking you again."),
    ("CR-B9", "We may share coded samples with other investigators."),
    ("CR-B9", "Information collected here will not be kept for research after the study ends."),
    ("CR-B5", "Nobody outside the team will see your name; it is replaced by a code."),
    (
        "CR-B5-FDA",
        f"{PILLS} The sponsor and the U.S. Food and Drug Administration may see records.",
    ),
    ("CR-B5-FDA", f"{PILLS} Your data will be sent to the ethics board and the FDA."),
    ("CR-B6", "If you get hurt, get medical help. There are no plans to pay you."),
    ("CR-B6", "This study has no more than minimal risk."),
    ("CR-B4", "You do not have to be in this study to get care."),
    ("CR-C2", "The sponsor can end the study early."),
    ("CR-C5", "We may learn something new that could change your mind."),
    ("CR-C6", "We expect to enroll 1,200 adults at 40 hospitals."),
    ("CR-C6", "Forty-five healthy volunteers will take part."),
    ("CR-C8", "You will not get the results of the research tests."),
    ("FDA-25c", f"{PILLS} This is a Phase 1 study."),
    ("FDA-25c", f"{PILLS} {REGISTRY.replace('http://www.', '').replace('Law', 'law')}"),
]


@pytest.mark.parametrize(("name", "text"), HELD_BY)
def test_forms_say_it_in_many_ways(name: str, text: str) -> None:
    """A rule knows more than one university's wording."""
    assert found(BY_ID[name], Case(source=source_of(text), facts=BLOOD)) == []


QUIET = [
    ("CR-A6", "You do not give up any of your legal rights by signing."),
    ("CR-A6", "You are not giving up your right to sue the hospital."),
    ("CR-A6", "Nothing in this form waives your rights or releases the sponsor from liability."),
    ("CR-A6", "Signing does not mean that you or your child waive any legal claims."),
    ("CR-A6", "You give up none of your legal rights."),
    ("CR-A6", "What legal rights do I give up by signing?"),
    ("CR-A6", "The clinic may release your medical records to the sponsor."),
    ("CR-A6", "The fee for parking will be waived."),
    ("CR-A6", "The board waived the need for written consent."),
    ("DX-1", "You may choose other treatments."),
    ("DX-1", "Standard treatment is surgery."),
    ("DX-1", "You will get treatment for a study-related injury."),
    ("DX-1", "This study is not a treatment for your illness."),
    ("DX-1", "Ask about other experimental treatments."),
    ("DX-2", "You will not be paid for taking part."),
    ("DX-2", "Payment is not a benefit of the study."),
    ("DX-3", "It is not known whether the drug is safe or effective."),
    ("DX-3", "We want to learn how safe the drug is."),
    ("DX-3", "You must use an effective method of birth control."),
    ("DX-3", "The purpose is to find out if the drug is effective."),
    ("DX-3", "No study is without risks."),
    ("DX-3", "There is no risk of infection with this device."),
    ("DX-3", "The drug does not cure diabetes."),
    ("KI-F4", "There is no promise that you will benefit."),
    ("KI-F4", "The doctors hope your child will benefit."),
    ("ART-1", "You may be in group A or B."),
    ("ART-1", "The dose is 5 mg for people < 60 kg and > 18 years."),
]


@pytest.mark.parametrize(("name", "text"), QUIET)
def test_rules_raise_no_false_alarm(name: str, text: str) -> None:
    """Sentences that sound alike and are right pass."""
    case = Case(
        said(text, "benefit", section="Benefits"),
        source_of("The drug is investigational."),
        facts_of("benefit"),
    )
    assert found(BY_ID[name], case) == []


LOUD = [
    ("CR-A6", "I release the university from all liability."),
    ("CR-A6", "You will hold the clinic harmless."),
    ("CR-A6", "You agree not to sue the sponsor."),
    ("CR-A6", "If you do not want surgery, you waive any right to compensation."),
    ("DX-1", "This new therapy is given by mouth."),
    ("DX-1", "Treatment with ABC-123 takes one year."),
    ("DX-2", "You will receive a gift card."),
    ("DX-3", "The vaccine is completely safe."),
    ("DX-3", "This device is safe and effective."),
    ("DX-3", "There is no risk."),
    ("DX-3", "This drug can cure your cancer."),
    ("KI-F4", "Your child will get better."),
    ("ART-1", "N/A"),
    ("ART-1", "Call [INSERT NUMBER] with questions."),
    ("ART-1", "TODO: add the risks."),
]


@pytest.mark.parametrize(("name", "text"), LOUD)
def test_rules_name_the_sentence(name: str, text: str) -> None:
    """The finding points to the statement and quotes it."""
    facts = facts_of("benefit")
    facts["intervention"] = Fact("intervention", "ABC-123", "stated", (Part("ABC-123", ()),))
    source = source_of("The drug ABC-123 is investigational.")
    case = Case(said(text, "benefit", section="Benefits"), source, facts)
    findings = found(BY_ID[name], case)
    assert findings
    assert {(finding.section, finding.statement) for finding in findings} == {("s1", "s1-1")}


# ------------------------------------------------------------------ what a fact's absence means


def test_an_unstated_fact_is_told_as_a_gap_of_the_form() -> None:
    """The summary cannot say what the form does not; it is no error of the summary."""
    case = Case(facts=facts_of("purpose", status="unstated", value=None))
    (finding,) = found(BY_ID["KI-F2a"], case)
    assert finding.severity == "warning"
    assert "not found to say why the study is done" in finding.message


def test_a_rejected_fact_is_told_apart() -> None:
    """An answer without words in the form is left out, and the reader is told so."""
    case = Case(facts=facts_of("purpose", status="rejected", value=None))
    (finding,) = found(BY_ID["KI-F2a"], case)
    assert "its words are not in the source" in finding.message


def test_alternatives_need_not_exist() -> None:
    """An element that the law asks for only if there is any yields an info."""
    case = Case(facts=facts_of("alternatives", status="unstated", value=None))
    assert [f.severity for f in found(BY_ID["KI-F5"], case)] == ["info"]


def test_a_stated_fact_stands_for_words_of_the_form() -> None:
    """What extraction found is not reported as missing, however the form words it."""
    gap = Case(source=source_of("We ask about food."), facts=facts_of("number_of_participants"))
    assert found(BY_ID["CR-C6"], gap) == []


@pytest.mark.parametrize(
    ("grade_text", "severity"),
    [
        ("You will receive the medication in the hospital on several occasions.", "error"),
        ("You will receive the study medication in the hospital for about three weeks.", "warning"),
    ],
)
def test_the_grade_warns_and_then_fails(grade_text: str, severity: str) -> None:
    """Above grade 8 is a warning, above 10 an error."""
    findings = found(BY_ID["CR-A3"], Case(said(grade_text)))
    assert [finding.severity for finding in findings if "grade" in finding.message] == [severity]


def test_a_long_sentence_is_pointed_at() -> None:
    """The longest sentence is quoted with its place."""
    text = "You can come" + " and go" * 13
    findings = found(BY_ID["CR-A3"], Case(said(text)))
    (finding,) = [finding for finding in findings if finding.statement]
    assert "the longest has 29" in finding.message


def test_reasons_far_out_of_balance_are_reported() -> None:
    """Eight times as many words against as for are not in balance."""
    case = Case(document(("Why", [FOR]), ("Why not", [(AGAINST[0] * 9, AGAINST[1])])), facts=BOTH)
    (finding,) = found(BY_ID["CR-A5-WHY"], case)
    assert "out of balance" in finding.message


def test_more_than_three_pages_fail() -> None:
    """The draft guidance's outer bound is an error, not a warning."""
    (finding,) = found(BY_ID["CR-A5-LEN"], Case(said(PLAIN * 12)))
    assert finding.severity == "error"


# ------------------------------------------------------------------ evidence


def test_a_factual_statement_without_evidence_is_an_error() -> None:
    """Nothing factual stands unproved; framing needs no proof."""
    (finding,) = found(BY_ID["FID-QUOTE"], Case(proved("You stay 4 years."), YEARS))
    assert (finding.severity, finding.statement) == ("error", "s1-1")
    assert found(BY_ID["FID-QUOTE"], Case(proved("Time:", kind="framing"), YEARS)) == []


def test_a_quote_over_a_page_break_must_be_whole() -> None:
    """Both pieces of a group hold; one alone does not."""
    assert found(BY_ID["FID-QUOTE"], Case(proved("It may be worse.", *ACROSS), SPLIT)) == []
    (finding,) = found(BY_ID["FID-QUOTE"], Case(proved("It may be worse.", ACROSS[0]), SPLIT))
    assert "not complete" in finding.message


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FOUR, page=7),
        replace(FOUR, quote=FOUR.quote.replace("4", "9")),
        replace(FOUR, quote="", end=FOUR.start),
    ],
)
def test_evidence_that_does_not_stand_is_an_error(wrong: Evidence) -> None:
    """A page that is not there, a changed digit and an empty quote prove nothing."""
    (finding,) = found(BY_ID["FID-QUOTE"], Case(proved("You stay 4 years.", wrong), YEARS))
    assert finding.severity == "error"


def test_what_is_left_out_with_a_reason_is_one_info() -> None:
    """The ledger is summed up in one finding; a line without a reason gets its own."""
    lines = [Omission(f"risk {n}", "left_out", "Rare.") for n in range(9)]
    case = Case(omissions=(*lines, Omission("death", "left_out", " ")))
    findings = found(BY_ID["FID-OMIT"], case)
    assert [finding.severity for finding in findings] == ["warning", "info"]
    assert "9 things" in findings[1].message


def test_a_risk_must_come_from_the_part_on_risks_or_tell_of_harm() -> None:
    """What is done with data is no risk because a model calls it one; a heading may make it one."""
    told = "Your data may be used for future research."
    for heading, broken in (("# Future use", True), ("# What are the risks?", False)):
        source = source_of(heading, told)
        risky = proved(told, quote(told, source), fact="key_risks")
        case = Case(risky, source, facts_of("key_risks"))
        assert bool(found(BY_ID["KI-F3"], case)) is broken


def test_a_death_left_out_is_an_error_and_grave_harm_a_warning() -> None:
    """A reason does not excuse it; eight lines are named, the others counted."""
    lines = [Omission(f"grave risk: harm {n}", "left_out", "No room.") for n in range(10)]
    case = Case(omissions=(*lines, Omission("death: You could die.", "left_out", "No room.")))
    grave = found(BY_ID["FID-GRAVE"], case)
    assert [finding.severity for finding in grave] == ["warning"] * 9
    assert "2 more lines" in grave[-1].message
    assert grave[0].message.startswith("\u201charm 0\u201d is a grave harm")
    (death,) = found(BY_ID["FID-DEATH"], case)
    assert death.severity == "error"


# ------------------------------------------------------------------ unfinished forms

PLACEHOLDERS = [
    "Call [Insert IHCS] first.",
    "You will visit <study site name> twice.",
    "The sponsor is [NAME OF COMPANY].",
    "You will stay for XX weeks.",
    "Call (XXX) XXX-XXXX at night.",
    "You will be paid $XX a visit.",
    "You will be paid $____ for each visit.",
    "You will give about ______ teaspoons of blood.",
    "Contact {{pi_name}} with questions.",
    "The study (insert short title) is new.",
    "The end date is TBD.",
    "Lorem ipsum dolor sit amet.",
]
FINISHED = [
    "Signature of participant: ______________ Date: ________",
    "I, ______________, agree to take part.",
    "____ Yes, you may keep my samples. ____ No",
    "Printed name ________",
    "Write to <help@example.org> or see <https://example.org>.",
    "Platelets < 100 and > 50 are fine.",
    "You will have a PET scan with [18F] FDG.",
    "Men have XY chromosomes and women have XX chromosomes.",
    "The risk is low [see page 3].",
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholders_are_found(text: str) -> None:
    """What a form's author forgot to fill in is named with its page."""
    findings = found(BY_ID["SRC-PH"], Case(source=source_of("A form.", text)))
    assert findings
    assert all(finding.message.startswith("Page 1: an unfilled") for finding in findings)


@pytest.mark.parametrize("text", FINISHED)
def test_signature_lines_and_signs_are_no_placeholders(text: str) -> None:
    """Lines to sign on, addresses and less-than signs belong to a finished form."""
    assert found(BY_ID["SRC-PH"], Case(source=source_of(text))) == []


def test_comments_instructions_and_other_languages_are_named() -> None:
    """Reviewers' notes (set apart or in the text), drafting text and the language are told."""
    source = replace(
        source_of("Commented [C21]: shorten this", "Sample consent language for sites."),
        comments=(Passage(1, "paragraph", "Is this right?", ()),),
        language="es",
    )
    told = " ".join(finding.message for finding in found(BY_ID["SRC-PH"], Case(source=source)))
    for part in ("Is this right?", "shorten this", "Sample consent language", "\u201ces\u201d"):
        assert part in told


def test_a_form_of_placeholders_is_a_template() -> None:
    """Many different placeholders make a template; the list of them stays short."""
    lines = [f"Fill in [insert item {n}] here." for n in range(40)]
    findings = found(BY_ID["SRC-PH"], Case(source=source_of(*lines)))
    assert findings[0].severity == "error"
    assert "template" in findings[0].message
    assert "30 more" in " ".join(finding.message for finding in findings)
    assert len(findings) == 12


def test_two_sums_paid_in_all_are_a_conflict_and_a_sum_a_visit_is_none() -> None:
    """Only totals are compared, and the finding shows both."""
    totals = ("You will be paid $90.", "You will receive $20 a visit ($120 total).")
    found = list(said_two_ways(Document("T", ()), {}, source_of(*totals)))
    assert "$90" in found[0].message
    assert "$120" in found[0].message
    same = ("You will be paid $20 for each visit.", "That is $120 in total.", "In all: $120.00")
    assert list(said_two_ways(Document("T", ()), {}, source_of(*same))) == []


def test_two_lengths_of_taking_part_are_a_conflict_and_the_same_in_words_is_none() -> None:
    """Eight and 8 weeks agree; what a part of the study lasts is not compared."""
    two = ("The study lasts 8 weeks.", "You will be in this study for 14 weeks.")
    (finding,) = said_two_ways(Document("T", ()), {}, source_of(*two))
    assert "8 weeks" in finding.message
    assert "14 weeks" in finding.message
    one = ("The study lasts eight weeks.", "It lasts about 8 weeks.", "You rest for 2 weeks.")
    assert list(said_two_ways(Document("T", ()), {}, source_of(*one))) == []


def test_a_fact_told_by_a_statement_of_another_fact_is_told() -> None:
    """One quote may answer two questions; it need not be told twice."""
    text = "It lasts 9 weeks with 4 visits."
    told = said(text, "visits_or_time")
    evidence = told.sections[0].statements[0].evidence
    fact = Fact("duration", text, "stated", (Part(text, evidence),))
    check = facts_cited({"duration": "how long taking part lasts"}, "error", "warning")
    assert list(check(told, {"duration": fact}, source_of(text))) == []
    assert list(check(said("Another.", "visits_or_time"), {"duration": fact}, source_of(text)))
