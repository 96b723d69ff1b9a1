"""Citation marks, the places they name, and the text as it is shown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.document import Document, Section
from conspectus.domain.notes import Note, notes, numbered, places, quotes
from conspectus.domain.source import Evidence
from conspectus.domain.text.legible import legible
from reports import BROKEN, CHOICE, DOCUMENT, PARAGRAPH, RISK, TABLE, VISIT, in_paragraph, statement


def test_quotes_are_numbered_in_reading_order_each_once() -> None:
    """A quote that is cited again keeps its number."""
    cited, marks = notes(DOCUMENT)
    assert [note.number for note in cited] == list(range(1, 8))
    assert marks["about-1"] == marks["about-2"] == (1,)
    assert marks["about-3"] == ()
    assert marks["taking-part-7"] == (1, 4)


def test_a_quote_that_stands_twice_under_a_statement_has_one_mark() -> None:
    """The same words prove a statement once."""
    twice = Section("s", "S", (statement("s-1", "Yours.", CHOICE, VISIT, CHOICE),))
    assert notes(Document("T", (twice,)))[1]["s-1"] == (1, 2)


def test_a_quote_over_a_page_break_is_one_note() -> None:
    """Its pages are named as a range, its printed numbers too."""
    note = Note(1, BROKEN)
    assert note.place == "pages 3-4 (printed 2-3)"
    assert note.quote == "You will be in the study for about … 12 months and have 6 visits."
    assert [one.place for one in quotes((CHOICE, *BROKEN))] == ["page 1", note.place]


def test_paragraphs_of_a_docx_are_named_in_words() -> None:
    """The steps of an anchor are spelled out; one that has no steps stands as it is."""
    anchors = ["p12", "t1r2c1p1", "t1r2c1p3", "p4b1p2", "footnote2p1", "elsewhere"]
    assert [Note(1, (in_paragraph(anchor, "x"),)).place for anchor in anchors] == [
        "paragraph 12",
        "table 1, row 2, column 1",
        "table 1, row 2, column 1, paragraph 3",
        "paragraph 4, box 1, paragraph 2",
        "footnote 2",
        "elsewhere",
    ]


def test_the_places_of_several_pieces_are_named_once_each() -> None:
    """Pages come in order; evidence without pages is named by its paragraphs."""
    assert places((RISK, CHOICE, *BROKEN, CHOICE)) == "pages 1, 3, 4, 5"
    assert places((RISK,)) == "page 5"
    assert places((PARAGRAPH, TABLE, PARAGRAPH)) == "paragraph 12; table 1, row 2, column 1"
    assert places(()) == ""


def test_a_line_end_hyphen_is_shown_and_what_is_unseen_is_not() -> None:
    """A PDF library's sign for a hyphen becomes one; marks that turn the text are left out."""
    assert legible("FNP\ufffe59 is\n a  drug\u200b") == "FNP-59 is a drug"
    assert legible("dose \u202e01\u202c mg") == "dose 01 mg"


@given(st.text())
def test_text_that_is_shown_stays_as_it_is(text: str) -> None:
    """Showing it a second time changes nothing, and no letter or digit is lost."""
    shown = legible(text)
    assert legible(shown) == shown
    assert [c for c in shown if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_sign_of_the_source_s_own_font_is_shown_as_a_bullet() -> None:
    """Another font would show an empty box."""
    assert legible("Dry skin \uf0b7 Fever") == "Dry skin \u2022 Fever"


def test_a_quote_within_a_note_is_known_by_its_number() -> None:
    """The ledger refers to the note instead of writing the words again."""
    whole = Evidence(3, None, None, "pain or fever", 10, 23)
    part, other = replace(whole, quote="fever", start=18), replace(whole, page=4)
    numbers, rest = numbered((part, other), (Note(7, (whole,)),))
    assert numbers == (7,)
    assert [note.pieces for note in rest] == [(other,)]
