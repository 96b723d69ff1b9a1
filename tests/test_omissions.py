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


def test_a_row_away_from_the_risks_is_none_for_its_other_cells() -> None:
    """The doses of two arms stand in one row with what may come of them."""
    cells = ("Grovane 40 mg", "It can cause a stroke or heart failure and other serious harm.")
    text = " | ".join(cells)
    row = Passage(1, "row", text, (Span(0, 0, len(text)),), ("Weeks 1 to 6",), 0, cells, ())
    source = Source("f.pdf", "0", "application/pdf", "en", (Page(1, text),), (row,))
    assert [item for item in _left_out(_ledger(source)) if "risk:" in item] == [
        f"grave risk: {cells[1]}"
    ]


def test_on_what_condition_a_part_ends_is_no_risk() -> None:
    """An item below "because:" says when somebody is taken out, not what will come."""
    end = ("# Ending", "Your part may be ended, for example because:", "- you have a stroke")
    left = _left_out(_ledger(_form("# Risks", "You may faint.", *end)))
    assert [item for item in left if "risk" in item] == ["risk: You may faint."]


def test_a_list_whose_lead_only_says_what_is_more_names_risks() -> None:
    """What a lead compares with is the lead's own: its items are not denied by it."""
    lead = "The chance is higher because two wires are laid instead of one:"
    source = _form("# Risks", lead, "- bleeding in the brain", "- a torn wire")
    assert {"grave risk: bleeding in the brain", "risk: a torn wire"} <= set(
        _left_out(_ledger(source))
    )


@pytest.mark.parametrize(
    "said",
    ["Blurred sight until noon; do not ride a bicycle.", "Hiccups (3% against 1% with placebo)"],
)
def test_advice_and_a_comparison_beside_a_risk_do_not_hide_it(said: str) -> None:
    """A semicolon and brackets part what is said of the harm from what is said beside it."""
    assert f"risk: {said}" in _left_out(_ledger(_form("# Risks", f"- {said}")))


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


def test_a_harm_that_the_form_speaks_of_in_other_words_is_not_absent() -> None:
    """The ledger may not know how a form says it, and does not say that it is silent."""
    source = _form("# Risks", "A thief could find out who you are.", "# Records", "Liver tests.")
    item = _line(_ledger(source), "risks looked for").item
    assert "confidentiality" not in item
    assert "liver" not in item
    assert "kidney" in item


def test_risks_are_looked_for_where_the_main_risks_were_found() -> None:
    """A heading that is not about risks by its words may still hold them."""
    found, other = "Your child may feel sick.", "You may have to wait."
    source = _form("# What else?", found, other, "Bring this letter with you.", "We open at nine.")
    part = Part(found, source.locate(found))
    fact = Fact("key_risks", (found,), "stated", (part,))
    assert _left_out(_ledger(source, found)) == []
    assert _left_out(_ledger(source, found, facts={"key_risks": fact})) == [f"risk: {other}"]


@pytest.mark.parametrize(
    "said",
    [
        "We know of no cure and the wound can be deadly.",
        "Without the inhaler you may die.",
        "Do not skip the tablets, as a seizure may follow.",
        "Although it has not happened here, the gut can tear.",
        "No fewer than 5 patients had a stroke.",
        "It is not uncommon to have a stroke.",
        "To avoid rejection you take tablets that may cause lymphoma.",
        "If you do not eat first, you may have a seizure.",
        "The gel may reduce your fertility.",
        "No one knows whether it can cause a stroke.",
    ],
)
def test_not_every_negation_denies_what_follows(said: str) -> None:
    """What is lacking, what no one knows and what stands in another clause is not denied."""
    assert gravity(said) < 2


@pytest.mark.parametrize(
    "said",
    [
        "None of these was seen here: liver failure, coma, stroke.",
        "Nobody in this study, or in the one before, has had a stroke.",
        "No one bled or had a stroke.",
        "Stroke, coma or death have never been reported.",
        "You get no drugs that can cause a stroke.",
        "A stroke was seen in nobody.",
    ],
)
def test_a_denial_holds_for_its_whole_clause(said: str) -> None:
    """A list, an aside or a relative clause does not end it."""
    assert gravity(said) == 3


@pytest.mark.parametrize(
    "said",
    [
        "In 2 of 30 people the tablets made the heart stop.",
        "One woman needed a breathing machine.",
        "Several have tried to end their own lives.",
        "The flu killed some of the older people.",
        "Your thumb may be stiff for good.",
        "Two children had fits.",
        "A blood clot in the lung was found.",
        "The surgeon may have to take out your spleen.",
        "She coughed up blood.",
    ],
)
def test_grave_harm_has_many_names(said: str) -> None:
    """Forms in plain words tell of death and lasting harm without the words of a textbook."""
    assert gravity(said) < 2


@pytest.mark.parametrize(
    "said",
    ["Heat kills germs.", "The drug may kill cancer cells.", "Both groups stay double-blind."],
)
def test_words_of_harm_that_befall_no_person_are_not_grave(said: str) -> None:
    """What kills germs kills nobody."""
    assert gravity(said) == 3


@given(st.sampled_from(["may cause", "can lead to"]), st.sampled_from(["gangrene", "a stroke"]))
def test_a_denied_harm_is_never_graver_than_a_said_one(cause: str, harm: str) -> None:
    """A negation takes the gravity of what it denies, whatever the words."""
    assert gravity(f"The drug {cause} {harm}.") == 1
    assert gravity(f"There is no reason to think that the drug {cause} {harm}.") == 3


def test_a_heading_of_risks_makes_a_risk_of_a_sentence_without_a_word_of_harm() -> None:
    """Who writes plainly names harms that no list has; they come last, and advice is none."""
    source = _form(
        "# What are the risks?",
        "Your skin turns orange. The glue will itch for days.",
        "You may skip a question. See section 4.",
        "When you get up you may black out. The placebo group may fall ill.",
    )
    left = _left_out(_ledger(source))
    assert left[-1] == "risk: Your skin turns orange."
    assert len(left) == 4


def test_each_grave_harm_of_a_sentence_must_be_told() -> None:
    """That the first one is told hides none of the others."""
    said = "A stroke, a coma or a torn artery may follow: one man had a stroke and is now blind."
    source = _form("# Risks", said)
    half = _told(source, "A stroke or a coma or a torn artery may follow", quote=said)
    assert _left_out(list(omissions(half, {}, source))) == [f"grave risk: {said}"]


def test_a_long_sentence_is_left_out_clause_by_clause() -> None:
    """A line of the ledger is short enough to be read, and shows the harm that is not told."""
    first = "The operation, which is done under sedation in the day clinic on the second morning,"
    middle = " may leave you with a bruise on the arm that fades over the following two weeks"
    last = ", and the wire that is passed along the vein to the chest can, once in a while, tear it"
    grave = " so that there is heavy bleeding"
    source = _form("# Risks", first + middle + last + grave + ".")
    grave_line, other = _left_out(_ledger(source))
    assert grave_line.startswith("grave risk: \u2026 and the wire")
    assert grave_line.endswith("heavy bleeding.")
    assert other == f"risk: {first}{middle}"


def test_a_short_lead_that_names_no_harm_is_no_line() -> None:
    """When something was written is not what was left out."""
    source = _form(
        "# Risks",
        "When this form was written, a man in another study, who took the tablets each morning and"
        " each night for eleven weeks together with the usual medicine for his gout and his heart,"
        " had a rash on both legs.",
    )
    assert not any(item.startswith("risk: When") for item in _left_out(_ledger(source)))
    assert any("rash on both legs" in item for item in _left_out(_ledger(source)))


def test_what_is_left_of_a_list_has_its_own_gravity() -> None:
    """Once the grave member is told, the others are not grave for its sake."""
    source = _form("# Risks", "- Stroke, dry lips, hiccups")
    assert _left_out(_ledger(source)) == ["grave risk: Stroke, dry lips, hiccups"]
    assert _left_out(_ledger(source, "Stroke")) == ["risk: dry lips, hiccups"]


def test_harm_stands_under_headings_that_do_not_name_it() -> None:
    """In the part on an arm or a hoped-for good, what happened or may happen is a risk."""
    source = _form(
        "# Arm 2: long course",
        "Sleep was broken in 2 of 9 people. You take a tablet at noon.",
        "# What good may come of it",
        "In two of the people so far the ring burst.",
        "# Less serious",
        "- Round cheeks",
        "# Optional part: jumping",
        "You may get a sprain in a fall.",
        "# Not seen so far",
        "- Baldness",
    )
    assert sorted(_left_out(_ledger(source)))[:4] == [
        "grave risk: In two of the people so far the ring burst.",
        "risk: Round cheeks",
        "risk: Sleep was broken in 2 of 9 people.",
        "risk: You may get a sprain in a fall.",
    ]


def test_a_column_of_harms_is_one_of_risks_with_the_name_of_its_row() -> None:
    """What is done and how often are no risks; the harm is told with what it comes from."""
    cells = ("Patch test", "Weekly", "The tape may snap. Sores for a day")
    text = " | ".join(cells)
    row = Passage(
        1, "row", text, (Span(0, 0, len(text)),), ("What we do",), 0, cells,
        ("Procedure", "How often", "What may come of it"),
    )  # fmt: skip
    source = Source("f.pdf", "0", "application/pdf", "en", (Page(1, text),), (row,))
    assert sorted(_left_out(_ledger(source))) == [
        "risk: Patch test: Sores for a day",
        "risk: Patch test: The tape may snap.",
    ]


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


def test_a_number_is_told_only_of_what_it_counts() -> None:
    """The same digits stand beside other harms; each counts by what its own words say."""
    source = _form("# Risks", "A rash came to 4 in 100.", "Hoarseness came to 4 in 100.")
    line = _line(_ledger(source, "A rash came to 4 in 100."), "number")
    assert (line.status, line.evidence[0].quote) == ("left_out", "Hoarseness came to 4 in 100.")
    both = _ledger(source, "A rash came to 4 in 100.", "Hoarseness came to 4 in 100.")
    assert _line(both, "number").status == "included"


def test_the_tail_of_a_cited_sentence_is_named_when_it_holds_a_harm() -> None:
    """A citation covers the harms that are told of it, and no others of the sentence."""
    said = "The tablets may slow the growth, thin the bones and open the way to pneumonia."
    source = _form("# Risks", said)
    half = _told(source, "The tablets may slow the growth", quote=said)
    assert _left_out(list(omissions(half, {}, source))) == [
        "risk: \u2026 thin the bones and open the way to pneumonia"
    ]


def test_a_name_without_a_word_of_harm_is_missed_among_the_harms_of_its_list() -> None:
    """What stands between two harms is one: no list of harms knows them all."""
    said = "There may be hives, a sooty tongue, a rash, and a fall."
    half = _told(_form("# Risks", said), "Hives, a rash, a fall", quote=said)
    assert _left_out(list(omissions(half, {}, _form("# Risks", said)))) == [
        "risk: \u2026 a sooty tongue"
    ]


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


def test_a_fact_of_which_the_form_speaks_in_a_sentence_is_not_absent() -> None:
    """Where no heading names it, the sentence is shown."""
    source = _form("# Visits", "A coin is tossed: 1:1, by chance.", "You come on 3 visits.")
    line = _line(_ledger(source), "assignment by chance")
    assert line.status == "left_out"
    assert "by chance" in line.evidence[0].quote
    told = _ledger(source, "You get a lamp by chance.")
    assert _line(told, "assignment by chance").status == "included"


def test_the_name_of_a_harm_is_found_where_a_word_begins() -> None:
    """An adrenal crisis is no harm of the kidney, and who upsets a stomach is not distressed."""
    source = _form("# Risks", "An adrenal crisis may follow. The pill upsets the stomach.")
    absent = _line(_ledger(source), "risks looked for").item
    assert "kidney" in absent
    assert "distress" in absent
