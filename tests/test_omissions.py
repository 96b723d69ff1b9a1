"""The omission ledger: what the form stresses, and where it went."""

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Page, Passage, Source, Span
from conspectus.plugins.informed_consent_ki.omissions import omissions


def _source(*lines: tuple[str, str]) -> Source:
    """Return a form of one page; a line is a heading and the passage under it."""
    text, passages = "", []
    for heading, said in lines:
        span = Span(0, len(text), len(text) + len(said))
        passages.append(Passage(len(passages) + 1, "paragraph", said, (span,), (heading,)))
        text += said + "\n"
    return Source("f.pdf", "0", "application/pdf", "en", (Page(1, text),), tuple(passages))


def _ledger(source: Source, told: str = "", facts: Facts | None = None) -> list[Omission]:
    statement = Statement("s-1", told or "Nothing.", "framing", (), ())
    document = Document("T", (Section("s", "S", (statement,)),))
    return list(omissions(document, facts or {}, source))


def _line(ledger: list[Omission], start: str) -> Omission:
    return next(line for line in ledger if line.item.startswith(start))


def test_harms_that_the_form_does_not_name_are_one_line() -> None:
    """A survey is not followed by eighteen lines about harms that it cannot do."""
    ledger = _ledger(_source(("Risks", "You may feel upset.")), "You may feel upset.")
    assert _line(ledger, "risk: distress").status == "included"
    absent = [line for line in ledger if line.item.startswith("risks looked for")]
    assert len(absent) == 1
    assert absent[0].status == "absent"
    assert "death" in absent[0].item


def test_risks_are_looked_for_where_the_main_risks_were_found() -> None:
    """A heading that is not about risks by its words may still hold them."""
    said = "Your child could die."
    source = _source(("What else?", said))
    fact = Fact(
        "key_risks", (said,), "stated", (Part(said, (Evidence(1, "1", None, said, 0, 21),)),)
    )
    assert _line(_ledger(source), "risks looked for").status == "absent"
    assert _line(_ledger(source, facts={"key_risks": fact}), "risk: death").status == "left_out"


def test_a_number_is_shown_among_its_words() -> None:
    """A bare per cent tells a reviewer nothing, and 9% is not found in 29%."""
    source = _source(("Risks", "A rash was seen in 9% of people."))
    line = _line(_ledger(source, "Nausea (29%)"), "number: 9%")
    assert line.status == "left_out"
    assert "A rash was seen in 9% of people." in line.item
    assert _line(_ledger(source, "Rash (9%)"), "number: 9%").status == "included"


def test_duties_are_whole_sentences_the_strictest_first() -> None:
    """Lead-ins, choices and the duty to sign are no duties of a subject."""
    source = _source(
        ("Visits", "During the study you must:"),
        ("Visits", "If you agree, you will also need to give one more sample."),
        ("Visits", "You will need to come back to the clinic for a test."),
        ("Visits", "You must not drive a car on the day of the test."),
        ("Visits", "You must sign this form before the first test is done."),
    )
    items = [line.item for line in _ledger(source) if line.item.startswith("duty")]
    assert items == [
        "duty: You must not drive a car on the day of the test.",
        "duty: You will need to come back to the clinic for a test.",
    ]


def test_a_duty_told_in_other_words_is_included() -> None:
    """Most of its words in one statement are enough."""
    source = _source(("Visits", "You must not drive a car on the day of the test."))
    assert (
        _line(
            _ledger(source, "Do not drive a car that day of the test; you must not."), "duty"
        ).status
        == "included"
    )


def test_a_fact_that_was_not_found_is_said_to_be_just_that() -> None:
    """The ledger does not claim that the form is silent."""
    assert _line(_ledger(_source(("Risks", "None."))), "payment").reason == "Not found in the form."
