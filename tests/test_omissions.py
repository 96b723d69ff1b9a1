"""The omission ledger: what the form stresses, and where it went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.report import Omission
from conspectus.domain.source import Page, Passage, Source, Span
from conspectus.plugins.informed_consent_ki.harms import gravity
from conspectus.plugins.informed_consent_ki.omissions import omissions
from conspectus.plugins.informed_consent_ki.risk_lines import MOST_LEFT_OUT
from conspectus.testing import text_source


def _form(*lines: str) -> Source:
    return text_source("\n".join(lines))


def _told(source: Source, *texts: str, fact: str = "key_risks", quote: str = "") -> Document:
    """Make a document of risks, each quoted as it is told, or all by one quote."""
    statements = tuple(
        Statement(f"s-{n}", text, "factual", (fact,), source.locate(quote or text), item=True)
        for n, text in enumerate(texts)
    )
    return Document("T", (Section("s", "S", statements),))


def _ledger(source: Source, *texts: str, facts: Facts | None = None) -> list[Omission]:
    return list(omissions(_told(source, *texts), facts or {}, source))


def _left_out(ledger: list[Omission]) -> list[str]:
    return [line.item for line in ledger if line.status == "left_out"]


def _line(ledger: list[Omission], start: str) -> Omission:
    return next(line for line in ledger if line.item.startswith(start))


# ------------------------------------------------------------------ risks


def test_every_risk_that_is_not_told_is_a_line_the_gravest_first() -> None:
    """Rare harms need no name in the program: sentences, items and cells of the part on risks."""
    source = _form(
        "# Risks",
        "- Hiccups",
        "- Gangrene of a toe",
        "The tablets may turn your teeth grey. They can also tear the aorta (dissection).",
        "In rare cases it led to a ruptured spleen.",
        "Some people have died.",
    )
    assert _left_out(_ledger(source)) == [
        "death: Some people have died.",
        "grave risk: Gangrene of a toe",
        "grave risk: They can also tear the aorta (dissection).",
        "grave risk: In rare cases it led to a ruptured spleen.",
        "risk: Hiccups",
        "risk: The tablets may turn your teeth grey.",
    ]


def test_each_cell_of_a_table_of_risks_is_looked_at() -> None:
    """A column tells how often; what a cell only counts is no risk."""
    cells = ("Nausea", "12%", "Gangrene")
    text = " | ".join(cells)
    row = Passage(
        1, "row", text, (Span(0, 0, len(text)),), ("Side effects",), 0, cells,
        ("Common", "How many", "Rare"),
    )  # fmt: skip
    source = Source("f.pdf", "0", "application/pdf", "en", (Page(1, text),), (row,))
    left = [item for item in _left_out(_ledger(source)) if not item.startswith("number")]
    assert left == ["grave risk: Gangrene", "frequent risk: Nausea"]


def test_what_is_told_is_not_left_out_though_it_stands_twice() -> None:
    """The same risk in other words, or in an item of its own, is told already."""
    source = _form(
        "# Risks",
        "You may have severe headaches.",
        "- Headache",
        "- Rash, headache, swollen feet",
    )
    assert _left_out(_ledger(source, "You may have severe headaches.")) == [
        "risk: Rash, swollen feet"
    ]


def test_a_grave_harm_in_a_cited_sentence_must_be_told_too() -> None:
    """To cite a sentence and tell its harmless half is to leave out the other."""
    sentence = "You may feel dizzy and, very rarely, go blind."
    source = _form("# Risks", sentence)
    half = _told(source, "You may feel dizzy", quote=sentence)
    assert _left_out(list(omissions(half, {}, source))) == [f"grave risk: {sentence}"]
    assert _left_out(_ledger(source, sentence)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Nobody died of the study drug.",
        "The study drug lowers the risk of stroke.",
        "There is no risk of infection.",
        "A stroke has not been reported so far.",
        "You may benefit from the study drug.",
        "Please call us if you have chest pain.",
        "Headaches were as common with placebo.",
    ],
)
def test_what_is_denied_or_no_risk_is_no_line(said: str) -> None:
    """Denials, benefits, advice and what befell others stand among risks and are none."""
    assert _left_out(_ledger(_form("# Risks", said))) == []


def test_a_list_opened_by_a_denial_names_no_risks() -> None:
    """The lead of a list holds for its items."""
    source = _form("# Risks", "The study drug does not cause:", "- Hair loss", "- Stroke")
    assert _left_out(_ledger(source)) == []


def test_grave_harm_elsewhere_and_optional_parts_are_named_with_that_reason() -> None:
    """Only what the study may do counts: a disease that is described is none of its risks."""
    source = _form(
        "# Procedures",
        "The scan dye may cause kidney failure.",
        "# Why is this study done?",
        "Diabetes can cause blindness.",
        "# Risks of the optional substudy",
        "The extra biopsy may cause bleeding in the lung.",
    )
    ledger = _ledger(source)
    assert "elsewhere" in _line(ledger, "grave risk: The scan dye").reason
    assert "optional" in _line(ledger, "grave risk: The extra biopsy").reason
    assert not any("Diabetes" in line.item for line in ledger)


def test_the_ledger_is_bounded_and_says_how_much_more_there_is() -> None:
    """The last line counts the others and points at their pages."""
    words = [f"{a}{b}algia" for a in "bcdfghjklm" for b in "aeiou"]
    source = text_source("# Risks\n" + "\n".join(f"- {w.capitalize()}" for w in words))
    left = [line for line in _ledger(source) if line.status == "left_out"]
    assert len(left) == MOST_LEFT_OUT + 1
    assert left[-1].item == f"{len(words) - MOST_LEFT_OUT} more risks"
    assert left[-1].evidence


def test_a_form_that_names_death_elsewhere_in_the_document_has_no_line_of_death() -> None:
    """Once the document tells of death, another cause of it is a grave risk among others."""
    source = _form("# Risks", "You could die.", "A fall of the platelets can be fatal.")
    assert _left_out(_ledger(source, "You could die.")) == [
        "grave risk: A fall of the platelets can be fatal."
    ]


def test_harms_that_the_form_does_not_name_are_one_line() -> None:
    """A survey is not followed by eighteen lines about harms that it cannot do."""
    ledger = _ledger(_form("# Risks", "You may feel upset."), "You may feel upset.")
    assert _line(ledger, "risk: distress").status == "included"
    absent = [line for line in ledger if line.item.startswith("risks looked for")]
    assert len(absent) == 1
    assert absent[0].status == "absent"
    assert "death" in absent[0].item


def test_risks_are_looked_for_where_the_main_risks_were_found() -> None:
    """A heading that is not about risks by its words may still hold them."""
    found, other = "Your child may feel sick.", "A nosebleed may happen."
    source = _form("# What else?", found, other)
    part = Part(found, source.locate(found))
    fact = Fact("key_risks", (found,), "stated", (part,))
    assert _left_out(_ledger(source, found)) == []
    assert _left_out(_ledger(source, found, facts={"key_risks": fact})) == [f"risk: {other}"]


@given(st.sampled_from(["may cause", "can lead to"]), st.sampled_from(["gangrene", "a stroke"]))
def test_a_denied_harm_is_never_graver_than_a_said_one(cause: str, harm: str) -> None:
    """A negation takes the gravity of what it denies, whatever the words."""
    assert gravity(f"The drug {cause} {harm}.") == 1
    assert gravity(f"There is no reason to think that the drug {cause} {harm}.") == 3


# ------------------------------------------------------------------ turns, numbers and duties


def test_a_sentence_that_limits_a_told_one_is_named() -> None:
    """What a "However" takes back must not be lost; what adds a kindness limits nothing."""
    told = "You may stop at any time."
    for turn, named in (
        ("However, you must return the pump.", True),
        ("However, we encourage you to ask first.", False),
    ):
        source = _form("# Leaving", f"{told} {turn}")
        ledger = list(omissions(_told(source, told, fact="voluntary"), {}, source))
        assert (f"turn: {turn}" in _left_out(ledger)) is named
    both = _told(source, told, turn, fact="voluntary")
    assert not any(line.item.startswith("turn") for line in omissions(both, {}, source))


def test_a_number_is_shown_among_its_words() -> None:
    """A bare per cent tells a reviewer nothing, and 9% is not found in 29%."""
    source = _form("# Risks", "A rash was seen in 9% of people.")
    line = _line(_ledger(source, "Nausea (29%)"), "number: 9%")
    assert line.status == "left_out"
    assert "A rash was seen in 9% of people." in line.item
    assert _line(_ledger(source, "Rash (9%)"), "number: 9%").status == "included"


def test_duties_are_whole_sentences_the_strictest_first() -> None:
    """Lead-ins, choices and the duty to sign are no duties of a subject."""
    source = _form(
        "# Visits",
        "During the study you must:",
        "If you agree, you will also need to give one more sample.",
        "You will need to come back to the clinic for a test.",
        "You must not drive a car on the day of the test.",
        "You must sign this form before the first test is done.",
    )
    items = [line.item for line in _ledger(source) if line.item.startswith("duty")]
    assert items == [
        "duty: You must not drive a car on the day of the test.",
        "duty: You will need to come back to the clinic for a test.",
    ]


def test_a_duty_told_in_other_words_is_included() -> None:
    """Most of its words in one statement are enough."""
    source = _form("# Visits", "You must not drive a car on the day of the test.")
    ledger = _ledger(source, "Do not drive a car that day of the test; you must not.")
    assert _line(ledger, "duty").status == "included"


# ------------------------------------------------------------------ facts


def test_a_fact_that_was_not_found_is_said_to_be_just_that() -> None:
    """The ledger does not claim that the form is silent."""
    assert _line(_ledger(_form("# Risks", "None.")), "payment").reason == "Not found in the form."


def test_a_fact_that_was_not_found_points_at_the_heading_about_it() -> None:
    """Where the form has a heading, the program has failed to read it and says where to look."""
    line = _line(_ledger(_form("# Payment", "See the leaflet.")), "payment")
    assert line.status == "left_out"
    assert line.evidence[0].quote == "Payment"


def test_a_fact_that_another_statement_tells_is_included() -> None:
    """A sentence told once for two facts is left out of neither."""
    told = "The scan exposes you to a small amount of radiation."
    source = _form("# Risks", told)
    facts = {"radiation": Fact("radiation", True, "stated", (Part(told, source.locate(told)),))}
    assert _line(_ledger(source, told, facts=facts), "radiation").status == "included"
    assert _line(_ledger(source, facts=facts), "radiation").status == "left_out"
