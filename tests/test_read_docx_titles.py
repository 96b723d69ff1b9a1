"""Titles of Word forms that name no heading style, and boxes that hold whole sections."""

import pytest

from conspectus.adapters.read_docx import DocxParser
from conspectus.domain.source import Passage, Upload
from docx_files import docx, listed, p, run, table

LONG = "You will come to the clinic four times in three months and wear a watch all the time."
BLUE = '<w:color w:val="1F4E99"/>'
LARGE = '<w:sz w:val="32"/>'
BODY = '<w:sz w:val="22"/>'


def _passages(*body: str) -> tuple[Passage, ...]:
    return DocxParser().parse(Upload("form.docx", docx(*body))).passages


def _paths(*body: str) -> list[tuple[str, ...]]:
    """Return the headings above each passage that is none."""
    return [x.headings for x in _passages(*body) if x.kind != "heading"]


def _kinds(*body: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in _passages(*body)]


@pytest.mark.parametrize("look", ["<w:i/>", BLUE, LARGE])
def test_a_few_words_in_italics_color_or_large_type_are_a_title(look: str) -> None:
    """They stand alone above the text that they head."""
    body = [
        part for n in ("One", "Two") for part in (p(run(f"Visit {n}", look)), p(run(LONG, BODY)))
    ]
    assert _paths(*body) == [("Visit One",), ("Visit Two",)]


@pytest.mark.parametrize(
    "text", ["Please initial here", "Everything you say stays secret.", "(next page)", "and more"]
)
def test_other_words_in_italics_are_no_title(text: str) -> None:
    """Requests, sentences, brackets and small letters are text."""
    assert _kinds(p(run(text, "<w:i/>")), p(LONG))[0] == ("paragraph", text)


def test_grey_words_in_the_size_of_the_body_are_text() -> None:
    """Grey is no color, and only larger type is a title's."""
    grey = p(run("Some Words", '<w:color w:val="444444"/>' + BODY))
    assert _kinds(grey, p(run(LONG, BODY)))[0] == ("paragraph", "Some Words")


def test_italic_titles_stand_below_bold_ones() -> None:
    """Bold alone ranks above bold italics, and both above italics."""
    looks = ("<w:b/>", "<w:b/><w:i/>", "<w:i/>")
    body = [part for n, look in enumerate(looks) for part in (p(run(f"Title {n}", look)), p(LONG))]
    assert _paths(*body)[-1] == ("Title 0", "Title 1", "Title 2")


@pytest.mark.parametrize(
    ("title", "look", "rest"),
    [
        ("Screening.", "<w:i/>", " The doctor will look at your heart."),
        ("Taking part", "<w:b/>", " You will see the doctor four times."),
        ("YOUR RIGHTS:", "", " You may leave the study at any time."),
    ],
)
def test_titles_run_into_their_text(title: str, look: str, rest: str) -> None:
    """In italics with a stop, in bold before what only begins a sentence, in plain capitals."""
    assert _kinds(p(run(title, look), run(rest)))[:2] == [
        ("heading", title),
        ("paragraph", rest.strip()),
    ]


def test_a_name_in_bold_is_no_title() -> None:
    """What follows goes on with the sentence."""
    text = p(run("Orchard Vale", "<w:b/>"), run(" Clinic is open on all days of the week."))
    assert [kind for kind, _ in _kinds(text)] == ["paragraph"]


def test_decimal_numbers_and_questions_head_lists() -> None:
    """No paragraph need stand between a title and its list, nor a long one below it."""
    body = (p("4.4 Your Part"), p("You must:"), p("Can the tests harm me?"), listed("bruises"))
    assert _paths(*body) == [("4.4 Your Part",), ("Can the tests harm me?",)]


def test_the_last_item_numbered_by_hand_is_no_title() -> None:
    """Its number counts on from the item before, though a long paragraph follows."""
    body = (p("You must:"), p("1. Come to the clinic"), p("2. Bring the watch"), p(LONG))
    assert [kind for kind, _ in _kinds(*body)] == ["paragraph", "item", "item", "paragraph"]


def test_a_title_in_a_box_heads_the_text_below_the_box() -> None:
    """A table of one cell is but a frame."""
    body = [x for n in ("One", "Two") for x in (table([p(f"Visit {n}", bold=True)]), p(LONG))]
    assert _paths(*body) == [("Visit One",), ("Visit Two",)]


def test_the_upper_cell_of_a_box_heads_the_lower_one() -> None:
    """The text after the box belongs to what stood above it."""
    box = table([p("Visit One", bold=True)], [p(LONG)])
    assert _paths(p("Visits", bold=True), p(LONG), box, p(LONG)) == [
        ("Visits",),
        ("Visit One",),
        ("Visits",),
    ]
