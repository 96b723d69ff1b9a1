"""Every rule has something that breaks it and something that holds."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pytest

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, FactStatus, Part, Value
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission
from conspectus.domain.rules import Rule, combine, judge
from conspectus.domain.ruleset import load_rules
from conspectus.domain.source import Evidence, Passage, Source
from conspectus.plugins.informed_consent_ki.rules import RULES
from conspectus.testing import text_source

BY_ID = {rule.id: rule for rule in RULES}
PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

# ------------------------------------------------------------------ making documents and sources


def source_of(*lines: str) -> Source:
    """A form of one page, a passage a line."""
    return text_source("\n".join(lines) or "A form.")


def quote(text: str, source: Source) -> Evidence:
    """The evidence for words of a source; wrong on purpose when they are not there."""
    for page in source.pages:
        if (start := page.text.find(text)) >= 0:
            return Evidence(page.number, page.label, None, text, start, start + len(text))
    return Evidence(1, "1", None, text, 0, len(text))


def said(text: str, *facts: str, section: str = "About the study") -> Document:
    """A document of one factual statement that quotes itself."""
    return document((section, [(text, facts)]))


def document(*sections: tuple[str, list[tuple[str, tuple[str, ...]]]]) -> Document:
    """A document of titled sections of statements with the facts they cite."""
    lines = "\n".join(text for _, statements in sections for text, _ in statements)
    source = source_of(*lines.split("\n"))
    return Document(
        "Key information",
        tuple(
            Section(
                f"s{n}",
                title,
                tuple(
                    Statement(f"s{n}-{m}", text, "factual", facts, (quote(text, source),))
                    for m, (text, facts) in enumerate(statements, 1)
                ),
            )
            for n, (title, statements) in enumerate(sections, 1)
        ),
    )


def facts_of(*names: str, status: FactStatus = "stated", value: Value = "said") -> Facts:
    """Facts of one status."""
    return {name: Fact(name, value, status) for name in names}


NOTHING = Document("Key information", ())


@dataclass(frozen=True)
class Case:
    """What a rule is given."""

    document: Document = NOTHING
    source: Source = source_of()
    facts: Facts | None = None
    omissions: tuple[Omission, ...] = ()


def found(rule: Rule, case: Case) -> list[Finding]:
    """The findings of a rule without the question it always leaves open."""
    findings = judge([rule], case.document, case.facts or {}, case.source, case.omissions)
    return [finding for finding in findings if finding.message not in (rule.open, rule.asks)]


# ------------------------------------------------------------------ cases

DRUG = ("The study drug is new.", "Take the study drug daily.", "Keep the study drug cold.")
REGISTRY = (
    "A description of this clinical trial will be available on http://www.ClinicalTrials.gov, as "
    "required by U.S. Law. This Web site will not include information that can identify you. At "
    "most, the Web site will include a summary of the results. You can search this Web site at "
    "any time."
)


def cited(name: str, text: str = "The study lasts one year.") -> tuple[Case, Case]:
    """A stated fact that no statement cites, and one that a statement cites."""
    facts = facts_of(name)
    return Case(said("Nothing of it."), facts=facts), Case(said(text, name), facts=facts)


VOLUNTARY = "This is a research study. It is up to you whether to take part."
PLAIN = "You will come to the clinic two times. We will ask how you feel. " * 30
BOTH = facts_of("benefit", "key_risks")
FOR = ("You may or may not feel better.", ("benefit",))
AGAINST = ("You may feel sick or have a headache.", ("key_risks",))
SPLIT = text_source("You may have a fever\nor worse.\fAnd then\nthe end.")
ACROSS = (
    Evidence(1, "1", None, "or worse.", 21, 30, group="g"),
    Evidence(2, "2", None, "And then", 0, 8, group="g"),
)


def proved(text: str, *evidence: Evidence, kind: Literal["factual", "framing"] = "factual") -> Document:
    """A document of one statement with this evidence."""
    statement = Statement("s1-1", text, kind, ("duration",), evidence)
    return Document("Key information", (Section("s1", "Time", (statement,)),))


YEARS = source_of("You will be in the study for about 4 years. You may stop at any time.")
FOUR = quote("You will be in the study for about 4 years.", YEARS)

KI: dict[str, tuple[Case, Case]] = {
    "KI-F1": (
        Case(said("You may get a drug.", "voluntary"), facts=facts_of("voluntary")),
        Case(said(VOLUNTARY, "voluntary"), facts=facts_of("voluntary")),
    ),
    "KI-F2a": cited("purpose"),
    "KI-F2b": cited("duration"),
    "KI-F2c": cited("procedures"),
    "KI-F3": cited("key_risks"),
    "KI-F4": (
        Case(said("You will benefit from this drug.", "benefit"), facts=facts_of("benefit")),
        Case(said("We do not know if you will benefit.", "benefit"), facts=facts_of("benefit")),
    ),
    "KI-F5": cited("alternatives"),
    "CR-A3": (
        Case(said("Investigational immunotherapeutic administration necessitates hospitalization.")),
        Case(said("You will come to the clinic two times. We will ask how you feel.")),
    ),
    "CR-A5-LEN": (Case(said("You may stop.")), Case(said(PLAIN))),
    "CR-A5-WHY": (
        Case(document(("Risks", [AGAINST])), facts=BOTH),
        Case(document(("Benefits", [FOR]), ("Risks", [AGAINST])), facts=BOTH),
    ),
    "CR-A6": (
        Case(said("By signing you waive all legal claims.")),
        Case(said("You do not give up any of your legal rights.")),
    ),
    "G24-INJ": cited("injury"),
    "G24-COST": cited("costs"),
    "G24-PTR": (
        Case(proved("You stay 4 years.", replace(FOUR, page=None)), YEARS),
        Case(proved("You stay 4 years.", FOUR), YEARS),
    ),
    "DX-1": (
        Case(said("You will get the study treatment."), source_of("The drug is investigational.")),
        Case(said("You will get the study drug."), source_of("The drug is investigational.")),
    ),
    "DX-2": (
        Case(said("You will be paid $50.", section="Benefits of taking part")),
        Case(said("You will be paid $50.", section="Payment and benefits")),
    ),
    "DX-3": (
        Case(said("The study drug is safe.")),
        Case(said("We want to see if the study drug is safe.")),
    ),
    "FID-QUOTE": (
        Case(proved("You stay 4 years.", replace(FOUR, start=1)), YEARS),
        Case(proved("You stay 4 years.", FOUR), YEARS),
    ),
    "FID-NUM": (
        Case(proved("You will be in the study for about 9 years.", FOUR), YEARS),
        Case(proved("You will be in the study for about four years.", FOUR), YEARS),
    ),
    "FID-NEG": (
        Case(proved("You will not be in the study for about 4 years.", FOUR), YEARS),
        Case(proved(FOUR.quote, FOUR), YEARS),
    ),
    "FID-CLAUSE": (
        Case(proved("You will be in the study for about 4 years, and you will die.", FOUR), YEARS),
        Case(proved(FOUR.quote, FOUR), YEARS),
    ),
    "FID-OMIT": (
        Case(omissions=(Omission("death", "left_out", ""),)),
        Case(omissions=(Omission("death", "included", ""), Omission("cost", "absent", ""))),
    ),
    "ART-1": (
        Case(said("As an AI language model I do not know the sponsor.")),
        Case(said("You may ask at any time.")),
    ),
}

SRC: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "CR-A6-SRC": (
        ("You give up all claims against the hospital.",),
        ("Signing this form does not waive any of your legal rights.",),
    ),
    "CR-B1": (
        ("Thank you for reading this.",),
        (
            "The purpose of this research is to test a diet.",
            "Taking part lasts six weeks.",
            "You will be asked to keep a diary.",
        ),
    ),
    "CR-B1-EXP": (DRUG, (*DRUG, "The study drug is experimental.")),
    "CR-B2": (("We ask about food.",), ("Blood draws have risks, such as bruises.",)),
    "CR-B3": (
        ("If you refuse, there is no loss of benefits to which you are entitled.",),
        ("You will not benefit directly.",),
    ),
    "CR-B4": (("We ask about food.",), ("Instead of being in this study you may diet alone.",)),
    "CR-B5": (("We ask about food.",), ("Your answers are kept private.",)),
    "CR-B5-FDA": (
        (*DRUG, "The U.S. Food and Drug Administration (FDA) has not approved it."),
        (*DRUG, "The FDA may inspect your records."),
    ),
    "CR-B6": (
        ("We ask about food.",),
        ("If you are injured, we will treat you. Your insurance will be billed.",),
    ),
    "CR-B7": (
        ("Please contact us with questions about the study.",),
        (
            "Call the study team with questions, or if you are hurt.",
            "For questions about your rights as a research participant, call the review board.",
        ),
    ),
    "CR-B8": (
        ("Taking part is voluntary.",),
        ("It is your choice. There is no penalty for saying no. You may stop at any time.",),
    ),
    "CR-B9": (
        ("We ask about food.",),
        ("Your samples will not be used for future research, even without your name.",),
    ),
    "CR-C1": (("We ask about food.",), ("There may be risks that are not yet known.",)),
    "CR-C2": (("We ask about food.",), ("The doctor may take you out of the study.",)),
    "CR-C3": (("We ask about food.",), ("There is no cost to you for being in the study.",)),
    "CR-C4": (("We ask about food.",), ("If you withdraw, we keep the data we already have.",)),
    "CR-C5": (("We ask about food.",), ("We will tell you about new findings.",)),
    "CR-C6": (
        ("Nausea: 3 in 100 people take part of a day off.",),
        ("About 120 people will take part.",),
    ),
    "CR-C7": (("We draw blood.",), ("Your blood may be used for profit; you get no share.",)),
    "CR-C8": (
        ("The results will be published.",),
        ("We will share test results with you.",),
    ),
    "CR-C9": (("We draw blood.",), ("We will do whole genome sequencing.",)),
    "FDA-25c": ((*DRUG, REGISTRY.replace("as required by U.S. Law", "as is usual")), (*DRUG, REGISTRY)),
    "SRC-PH": (("The study will last [insert number] weeks.",), ("The study lasts 4 weeks [1].",)),
}
BLOOD = {"biospecimens": Fact("biospecimens", True, "stated")}
CASES = {
    **KI,
    **{
        name: (Case(source=source_of(*bad), facts=BLOOD), Case(source=source_of(*good), facts=BLOOD))
        for name, (bad, good) in SRC.items()
    },
}


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
    ("CR-B8", "You do not have to take part. Your care will not be affected. You may quit at any time."),
    ("CR-B8", "The choice is up to you. You will not lose any benefits. Feel free to leave at any point."),
    ("CR-B8", "You are free to decline. We will not hold it against your care; it does not change your "
     "treatment here. You can withdraw whenever you like."),
    ("CR-B9", "Researchers may use the data in other studies without asking you again."),
    ("CR-B9", "We may share coded samples with other investigators."),
    ("CR-B9", "Information collected here will not be kept for research after the study ends."),
    ("CR-B5", "Nobody outside the team will see your name; it is replaced by a code."),
    ("CR-B5-FDA", " ".join(DRUG) + " People who may see your records include the sponsor, the U.S. "
     "Food and Drug Administration, and the ethics board."),
    ("CR-B6", "If you get hurt, get medical help. There are no plans to pay you."),
    ("CR-B6", "This study has no more than minimal risk."),
    ("CR-B4", "You do not have to be in this study to get care."),
    ("CR-C2", "The sponsor can end the study early."),
    ("CR-C5", "We may learn something new that could change your mind."),
    ("CR-C6", "We expect to enroll 1,200 adults at 40 hospitals."),
    ("CR-C6", "Forty-five healthy volunteers will take part."),
    ("CR-C8", "You will not get the results of the research tests."),
    ("FDA-25c", " ".join(DRUG) + " This is a Phase 1 study."),
    ("FDA-25c", " ".join(DRUG) + " " + REGISTRY.replace("http://www.", "").replace("U.S. Law", "U.S. law")),
]  # fmt: skip


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
    assert "its words are not in the form" in finding.message


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
        ("You will get the medicine in the hospital and then take it for several weeks.", "warning"),
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
    case = Case(
        document(("Why", [FOR]), ("Why not", [(AGAINST[0] * 9, AGAINST[1])])), facts=BOTH
    )
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


# ------------------------------------------------------------------ judging

OWN = """
[guard.minors]
any = ['\\bassent\\b']

[phrase.text-message]
any = ['\\btext(?:ing)? messages?\\b']

[[rule]]
id = "UNI-7"
citation = "University policy 7.2"
effective = "2025-06-01"
scope = "KI"
kind = "D"
asks = "Is texting explained?"
severity = "info"
[[rule.check.statements.never]]
what = "speaks of text messages. Use the word of policy 7.2."
phrase = "text-message"

[[rule]]
id = "UNI-8"
citation = "University policy 8"
effective = "2025-06-01"
scope = "SRC"
kind = "D"
asks = "Does the form tell how a minor says no?"
severity = "error"
when = "minors"
[[rule.check.source.need]]
what = "how a minor says no"
any = ['\\bminor may say no\\b']
"""


def test_an_institution_adds_rules_without_code() -> None:
    """Rules of a TOML file judge like built-in ones, errors first."""
    case = Case(said("You will get text messages."), source_of("We ask for the assent of minors."))
    findings = judge(load_rules(OWN), case.document, {}, case.source)
    assert [(f.rule, f.severity, f.citation) for f in findings] == [
        ("UNI-8", "error", "University policy 8"),
        ("UNI-7", "info", "University policy 7.2"),
    ]
    assert "text messages" in findings[1].message


def test_a_guarded_rule_rests_where_it_does_not_apply() -> None:
    """Without minors the rule for minors asks nothing."""
    assert judge(load_rules(OWN), NOTHING, {}, source_of("Adults only.")) == ()


def test_a_later_rule_replaces_the_one_of_its_id() -> None:
    """An institution may be stricter than a built-in rule, in the same place."""
    own = load_rules(OWN.replace("UNI-8", "CR-A3"))
    joined = combine(RULES, own)
    assert [rule.id for rule in joined] == [rule.id for rule in RULES] + ["UNI-7"]
    assert {rule.id: rule for rule in joined}["CR-A3"].citation == "University policy 8"


def test_what_needs_judgement_is_reported_as_open() -> None:
    """A rule of kind J has no check and never passes by itself."""
    text = re.sub(r"\[\[rule\.check.*?\n\n", "\n", OWN, count=1, flags=re.DOTALL)
    rules = load_rules(text.replace('kind = "D"', 'kind = "J"', 1))
    (finding,) = judge(rules[:1], NOTHING, {}, source_of())
    assert (finding.severity, finding.message) == ("info", "Is texting explained?")


def test_judging_is_deterministic_and_in_reading_order() -> None:
    """Errors come first, then rules in their order, then statements as they are read."""
    texts = [(f"The drug is safe {n}.", ("x",)) for n in range(12)]
    case = Case(document(("One", texts[:6]), ("Two", texts[6:])), source_of("Call us."))
    once = judge(RULES, case.document, {}, case.source)
    assert once == judge(RULES, case.document, {}, case.source)
    ranks = [("error", "warning", "info").index(finding.severity) for finding in once]
    assert ranks == sorted(ranks)
    places = [finding.statement for finding in once if finding.rule == "DX-3"]
    assert places == [statement.id for _, statement in case.document.statements]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "D"', 'kind = "Q"', "`kind` is 'Q', not one of D, F, J"),
        ('citation = "University policy 7.2"\n', "", "rule UNI-7: `citation` is missing"),
        ("2025-06-01", "June 2025", "not a date like"),
        ("UNI-8", "UNI-7", "stands twice"),
        ("severity", "severty", "`severty` is not known here"),
        ('when = "minors"', 'when = "adults"', "not one of minors"),
        ("assent\\\\b", "assent(\\\\b", "which is no pattern"),
        ("minor may", "Minor may", "searches lower-case text"),
        ('phrase = "text-message"', 'phrase = "fax"', "not one of text-message"),
        ("[[rule]]", "[[rule]", "not TOML"),
        ("rule.check.source.need", "rule.check.source.needs", "`needs` is not known here"),
        ("[[rule.check.source.need]]", "[rule.check]\ncode = 'magic'\n[x]", "'magic', not one of"),
        ("any = ['\\bminor may say no\\b']", "any = []", "must be a list of texts"),
    ],
)
def test_a_broken_rules_file_says_where_and_why(old: str, new: str, told: str) -> None:
    """The message names the rule, the key and what would be right."""
    broken = OWN.replace(old.replace("\\\\", "\\"), new.replace("\\\\", "\\"))
    assert broken != OWN
    with pytest.raises(InvalidPlugin) as error:
        load_rules(broken)
    assert told in str(error.value)


def test_a_fact_that_the_plugin_lacks_is_the_rule_s_fault() -> None:
    """A misspelt fact is reported, not passed over."""
    own = OWN.replace("[[rule.check.statements.never]]", "[rule.check]\nfacts.purpse = 'why'\n[[rule.check.statements.never]]")
    findings = judge(load_rules(own)[:1], NOTHING, facts_of("purpose"), source_of())
    assert [("purpse" in finding.message) for finding in findings] == [True]


# ------------------------------------------------------------------ documentation


def test_every_rule_is_documented() -> None:
    """The page of rules has a row for each, with its citation, date and question."""
    rows = {row[0]: row[1:] for row in re.findall(
        r"^\| `([^`]+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", PAGE.read_text("utf-8"), re.M
    )}  # fmt: skip
    assert rows == {
        rule.id: (
            rule.citation,
            rule.effective,
            f"{rule.scope} {rule.kind}",
            rule.severity,
            rule.asks,
        )
        for rule in RULES
    }


def test_the_example_of_the_documentation_loads() -> None:
    """What the page tells an institution to write is accepted."""
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert [rule.id for rule in load_rules(example)] == ["UNI-1", "UNI-2"]
