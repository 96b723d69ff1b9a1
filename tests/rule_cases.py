"""Documents, forms and facts that break or keep each rule of key information."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Facts, FactStatus, Value
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission
from conspectus.domain.rules import Rule, judge
from conspectus.domain.source import Evidence, Source
from conspectus.plugins.informed_consent_ki.rules import RULES
from conspectus.testing import text_source

BY_ID = {rule.id: rule for rule in RULES}

# ------------------------------------------------------------------ making documents and sources


def source_of(*lines: str) -> Source:
    """Make a form of one page, a passage a line."""
    return text_source("\n".join(lines) or "A form.")


def quote(text: str, source: Source) -> Evidence:
    """Make the evidence for words of a source; wrong on purpose when they are not there."""
    for page in source.pages:
        if (start := page.text.find(text)) >= 0:
            return Evidence(page.number, page.label, None, text, start, start + len(text))
    return Evidence(1, "1", None, text, 0, len(text))


def said(text: str, *facts: str, section: str = "About the study") -> Document:
    """Make a document of one factual statement that quotes itself."""
    return document((section, [(text, facts)]))


def document(*sections: tuple[str, Sequence[tuple[str, tuple[str, ...]]]]) -> Document:
    """Make a document of titled sections of statements with the facts they cite."""
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
    """Make facts of one status."""
    return {name: Fact(name, value, status) for name in names}


NOTHING = Document("Key information", ())
ANY_FORM = source_of()


@dataclass(frozen=True)
class Case:
    """What a rule is given."""

    document: Document = NOTHING
    source: Source = ANY_FORM
    facts: Facts | None = None
    omissions: tuple[Omission, ...] = ()


def found(rule: Rule, case: Case) -> list[Finding]:
    """Return the findings of a rule without the question it always leaves open."""
    findings = judge([rule], case.document, case.facts or {}, case.source, case.omissions)
    return [finding for finding in findings if finding.message not in (rule.open, rule.asks)]


# ------------------------------------------------------------------ cases

DRUG = ("The study drug is new.", "Take the study drug daily.", "Keep the study drug cold.")
PILLS = " ".join(DRUG)
REGISTRY = (
    "A description of this clinical trial will be available on http://www.ClinicalTrials.gov, as "
    "required by U.S. Law. This Web site will not include information that can identify you. At "
    "most, the Web site will include a summary of the results. You can search this Web site at "
    "any time."
)


def cited(name: str, text: str = "The study lasts one year.") -> tuple[Case, Case]:
    """Make two cases: a stated fact that no statement cites, and one that a statement cites."""
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


def proved(
    text: str,
    *evidence: Evidence,
    kind: Literal["factual", "framing"] = "factual",
    fact: str = "duration",
) -> Document:
    """Make a document of one statement with this evidence."""
    statement = Statement("s1-1", text, kind, (fact,), evidence)
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
    "KI-F3": (
        Case(said("You may share your answers.", "key_risks"), facts=facts_of("key_risks")),
        Case(said("You may have a headache.", "key_risks"), facts=facts_of("key_risks")),
    ),
    "KI-F4": (
        Case(said("You will benefit from this drug.", "benefit"), facts=facts_of("benefit")),
        Case(said("We do not know if you will benefit.", "benefit"), facts=facts_of("benefit")),
    ),
    "KI-F5": cited("alternatives"),
    "CR-A3": (
        Case(
            said("Investigational immunotherapeutic administration necessitates hospitalization.")
        ),
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
    "FID-DEATH": (
        Case(omissions=(Omission("death: You could die.", "left_out", "No room."),)),
        Case(omissions=(Omission("risk: death", "included", ""),)),
    ),
    "FID-GRAVE": (
        Case(omissions=(Omission("grave risk: Gangrene", "left_out", "No room."),)),
        Case(omissions=(Omission("risk: a rash", "left_out", "No room."),)),
    ),
    "FID-TURN": (
        Case(omissions=(Omission("turn: However, you must pay.", "left_out", "It turns."),)),
        Case(omissions=(Omission("duty: You must pay.", "left_out", "No room."),)),
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
    "FDA-25c": (
        (*DRUG, REGISTRY.replace("as required by U.S. Law", "as is usual")),
        (*DRUG, REGISTRY),
    ),
    "SRC-TWO-WAYS": (
        ("The study lasts 6 weeks.", "Your participation will last 11 weeks."),
        ("The study lasts six weeks.", "Your participation will last 6 weeks."),
    ),
    "SRC-ONE-STUDY": (("Study Two: the lamp",), ("A study of two lamps",)),
    "SRC-FORM": (
        ("Visitors may park in the garage from 9 to 5.",),
        ("You are asked to give your consent to take part in research.",),
    ),
    "SRC-PH": (("The study will last [insert number] weeks.",), ("The study lasts 4 weeks [1].",)),
}
BLOOD = {"biospecimens": Fact("biospecimens", True, "stated")}
CASES = {
    **KI,
    **{
        name: (
            Case(source=source_of(*bad), facts=BLOOD),
            Case(source=source_of(*good), facts=BLOOD),
        )
        for name, (bad, good) in SRC.items()
    },
}
