"""House styles: what is drawn and not set, margins, boxes in boxes, titles of every make."""

import pytest

from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Passage, Source, Upload
from pdf_forms import BOLD, ITALIC, PROSE, REGULAR, Form, wrapped

SHORT = "You may leave the study whenever you want. Nobody will be cross with you for it."


def _read(form: Form) -> Source:
    return PdfParser().parse(Upload("form.pdf", form.data()))


def _kinds(source: Source, kind: str) -> list[str]:
    return [passage.text for passage in source.passages if passage.kind == kind]


def _under(source: Source, text: str) -> tuple[str, ...]:
    """Return the headings above the first passage that holds a text and is no heading."""
    return _passage(source, text).headings


def _passage(source: Source, text: str) -> Passage:
    return next(p for p in source.passages if text in p.text and p.kind != "heading")


def _underlined(form: Form, text: str, rest: str = "", x: float = 72, lead: float = 13.5) -> None:
    """Set a line whose first words are underlined."""
    width = form.canvas.stringWidth(text, REGULAR, 11)
    form.canvas.setLineWidth(0.6)
    form.canvas.line(x, form.y - 2, x + width, form.y - 2)
    form.line(text + rest, x=x, lead=lead)


# Lists


@pytest.mark.parametrize("shape", ["disc", "ring", "square"])
def test_a_bullet_that_is_drawn_marks_an_item(shape: str) -> None:
    """Printers of web pages draw the bullets of lists as shapes, not as characters."""
    form = Form().prose()
    names = ("a blood test every week", "an X-ray of the chest", "a talk with the nurse")
    for name in names:
        if shape == "square":
            form.canvas.rect(80, form.y + 2, 4, 4, stroke=0, fill=1)
        else:
            form.canvas.circle(82, form.y + 3.5, 2, stroke=shape == "ring", fill=shape == "disc")
        form.line(name, x=92)
    source = _read(form.space(8).prose())
    assert _kinds(source, "item") == list(names)


@pytest.mark.parametrize("marks", [("\u2022", "\u2022"), ("1.", "2.")])
def test_a_mark_drawn_after_its_text_still_begins_the_item(marks: tuple[str, str]) -> None:
    """A file may place all marks of a list once their texts are set."""
    form = Form().prose()
    texts = (PROSE.split(". ")[0] + ".", PROSE.split(". ")[1] + ".")
    for mark, text in zip(marks, texts, strict=True):
        top = form.y
        for line in wrapped(text, 420, 11):
            form.line(line, x=100)
        form.at(82, top, mark, size=11)
    assert _kinds(_read(form.space(8).prose()), "item") == list(texts)


def test_the_last_item_of_a_numbered_list_is_no_heading() -> None:
    """Its number counts on from the items before it, though a paragraph follows."""
    form = Form().prose().line("These groups may look at your records:")
    for text in ("1. The sponsor", "2. The agency", "3. The review board"):
        form.line(text, x=90)
    source = _read(form.space(7).prose())
    assert _kinds(source, "heading") == []
    assert _kinds(source, "item") == ["The sponsor", "The agency", "The review board"]


# Margins


def test_line_numbers_in_the_margin_are_no_part_of_the_text() -> None:
    """They break no sentence, hide no line beside a running header and are no page numbers."""
    form = Form()
    for page in (1, 2):
        form.at(72, 740, "Consent form of the sleep study")
        for count, line in enumerate(wrapped((PROSE, SHORT)[page - 1] * 3, 440, 11), 1):
            form.at(48, form.y, str(count), size=8).line(line)
        form.at(300, 30, f"Page {page} of 2").page()
    source = _read(form)
    assert _kinds(source, "paragraph")[:2] == [(PROSE * 3).strip(), SHORT * 3]
    assert [page.label for page in source.pages] == ["1", "2"]


def test_items_numbered_at_the_margin_of_the_text_are_no_line_numbers() -> None:
    """Line numbers stand outside of all other text."""
    form = Form().prose()
    for number in range(1, 8):
        form.mixed((REGULAR, f"{number}    Visit the clinic and bring the watch"))
    assert "3 Visit" in _read(form.prose()).pages[0].text


@pytest.mark.parametrize("font", [BOLD, REGULAR])
def test_a_title_in_the_margin_heads_the_text_beside_it(font: str) -> None:
    """Numbered or not, over one line or two, beside a paragraph or the lead of a list."""
    form = Form()
    for title, text in (
        ("1. Purpose", PROSE),
        ("2. Your part in\nthe study", PROSE),
        ("3. Tests", "These tests are done:"),
    ):
        for row, words in enumerate(title.split("\n")):
            form.at(72, form.y - 13.5 * row, words, font, 11)
        for line in wrapped(text, 340, 11):
            form.line(line, x=200)
        form.space(8)
    for item in ("blood", "urine"):
        form.line(f"\u2022 {item}", x=212)
    source = _read(form)
    titles = ["1. Purpose", "2. Your part in the study", "3. Tests"]
    assert _kinds(source, "heading") == titles
    assert _kinds(source, "paragraph")[:2] == [PROSE.strip()] * 2
    assert [_under(source, text) for text in ("These tests", "urine")] == [("3. Tests",)] * 2


# Titles


@pytest.mark.parametrize("font", [BOLD, ITALIC])
def test_a_title_without_a_stop_runs_into_a_sentence(font: str) -> None:
    """Bold words before a word that only begins sentences are a title; italic ones need a stop."""
    form = Form()
    for title in ("Taking part", "Your rights"):
        first, *rest = wrapped(f"{title} {SHORT}", 440, 11)
        form.mixed((font, title), (REGULAR, first[len(title) :]))
        for line in rest:
            form.line(line)
        form.space(8)
    found = _kinds(_read(form), "heading")
    assert found == (["Taking part", "Your rights"] if font == BOLD else [])


def test_bold_words_that_begin_a_sentence_are_no_title() -> None:
    """The sentence goes on in small letters, or with the rest of a name."""
    form = Form()
    for bold, rest in (("The study drug", " may harm you."), ("Orchard Vale", " Clinic is near.")):
        form.mixed((BOLD, bold), (REGULAR, f"{rest} {SHORT}"[:70]))
        form.line("It goes on here and says what you have to know.").space(8)
    assert _kinds(_read(form), "heading") == []


def test_an_underlined_title_runs_into_its_text() -> None:
    """With a number and a stop, or with a colon alone."""
    form = Form()
    for title in ("1. Purpose.", "2. Costs.", "Contacts:"):
        first, *rest = wrapped(f"{title} {PROSE}", 440, 11)
        _underlined(form, title, first[len(title) :])
        for line in rest:
            form.line(line)
        form.space(8)
    assert _kinds(_read(form), "heading") == ["1. Purpose.", "2. Costs.", "Contacts"]


def test_labels_with_colons_head_whole_sections_where_nothing_else_does() -> None:
    """The list and the second paragraph belong to the label above them."""
    form = Form()
    for title in ("Procedures:", "Benefits:"):
        form.mixed((BOLD, title), (REGULAR, " The doctors will do these things with you now:"))
        form.line("\u2022 a test of your blood", x=90).space(8)
        form.line(SHORT).space(8)
    source = _read(form)
    assert [p.headings for p in source.passages if p.kind != "heading"] == [
        *[("Procedures",)] * 3,
        *[("Benefits",)] * 3,
    ]


def test_a_label_below_a_title_covers_one_paragraph_and_its_list() -> None:
    """What follows the list belongs to the title again."""
    form = Form().line("Your rights", font=BOLD, size=14).space(6).prose()
    form.mixed((BOLD, "Note:"), (REGULAR, " You may always do the following:"))
    form.line("\u2022 ask questions", x=90).space(8).line(SHORT)
    source = _read(form)
    assert _under(source, "ask questions") == ("Your rights", "Note")
    assert _under(source, "whenever") == ("Your rights",)


def test_capitals_over_two_lines_run_into_their_text() -> None:
    """The title ends with its colon, however the text after it is set."""
    form = Form().line("RIGHT TO REFUSE AND OTHER WAYS OF EARNING", font=BOLD)
    form.line("THE BONUS: If you do not wish to join you may do it", font=BOLD)
    form.line("at home. Nobody will be cross with you for it.")
    source = _read(form)
    assert _kinds(source, "heading") == ["RIGHT TO REFUSE AND OTHER WAYS OF EARNING THE BONUS"]
    assert _kinds(source, "paragraph")[0].startswith("If you do not wish")


def test_a_title_on_a_bar_needs_no_bold_type() -> None:
    """The shaded area behind one line alone sets it apart."""
    form = Form()
    for title in ("Purpose of it", "Your part in it"):
        form.canvas.setFillGray(0.85)
        form.canvas.rect(68, form.y - 4, 470, 16, stroke=0, fill=1)
        form.canvas.setFillGray(0)
        form.line(title).space(9).prose()
    assert _kinds(_read(form), "heading") == ["Purpose of it", "Your part in it"]


def test_small_capitals_are_capitals() -> None:
    """Large first letters before small letters set as capitals make a title."""
    form = Form().prose()
    for words in (("Study", "Visits"), ("Your", "Part")):
        x = 72.0
        for word in words:
            for text, size in ((word[0], 11), (word[1:].upper(), 8), (" ", 11)):
                form.at(x, form.y, text, size=size)
                x += form.canvas.stringWidth(text, REGULAR, size)
        form.space(20).prose()
    assert [text.casefold() for text in _kinds(_read(form), "heading")] == [
        "study visits",
        "your part",
    ]


def test_titles_in_body_type_are_found_where_no_others_are() -> None:
    """A form without any emphasis still has sections; one with titles has only those."""
    titles = ("Introduction", "Purpose of the Study", "Your Rights")
    plain, emphasised = Form(), Form()
    for title in titles:
        plain.line(title).space(8).prose()
        emphasised.line(title, font=BOLD).space(6).prose().line("Some Other Words").space(8).prose()
    emphasised.line("Contacts", font=BOLD).space(6).prose()
    assert _kinds(_read(plain), "heading") == list(titles)
    assert _kinds(_read(emphasised), "heading") == [*titles, "Contacts"]


def test_an_italic_title_parts_paragraphs_without_any_space() -> None:
    """It stands close below the paragraph before it, which ends."""
    form = Form()
    for title in ("The drug", "The tests"):
        form.line(title, font=ITALIC)
        for line in wrapped(PROSE, 440, 11):
            form.line(line)
    assert _kinds(_read(form), "heading") == ["The drug", "The tests"]


def test_a_title_numbered_by_a_small_letter_is_a_title() -> None:
    """It stands in bold by itself above its text."""
    form = Form()
    for title in ("a) Blood tests", "b) Scans"):
        form.line(title, font=BOLD).space(6).prose()
    assert _kinds(_read(form), "heading") == ["a) Blood tests", "b) Scans"]


# Text


def test_a_sentence_goes_on_in_the_next_column() -> None:
    """Though its next line begins with a capital letter; a shortened title is no end."""
    form = Form()
    top = form.y
    for line in (
        "Someone of the study team will",
        "call you, or you can call the",
        "office of Dr.",
    ):
        form.line(line, lead=14)
    form.y = top
    lines = ("Marion Oduya in the clinic by the", "river. It is open on all days of", "the week.")
    for line in lines:
        form.line(line, x=240, lead=14)
    text = " ".join(_kinds(_read(form), "paragraph"))
    assert "the office of Dr. Marion Oduya" in text


# Boxes


def test_a_table_inside_a_cell_is_read_where_it_stands() -> None:
    """The label of the cell heads its rows, and the text below them stays below."""
    form = Form()
    top = form.y
    form.at(80, top - 16, "Visits", BOLD, 11)
    form.at(170, top - 16, "You will come to the clinic on these days:", size=11)
    form.y = top - 26
    form.table((170, 270, 400), (("Visit", "Week"), ("First", "1"), ("Second", "4")))
    form.at(170, form.y + 8, "Each visit takes an hour.", size=11)
    low = form.y
    form.at(80, low - 16, "Costs", BOLD, 11)
    form.at(170, low - 16, "You pay nothing for the visits and the tests.", size=11)
    for y in (top, low, low - 30):
        form.canvas.line(72, y, 540, y)
    for x in (72, 160, 540):
        form.canvas.line(x, top, x, low - 30)
    source = _read(form)
    assert [(p.kind, p.text) for p in source.passages] == [
        ("heading", "Visits"),
        ("paragraph", "You will come to the clinic on these days:"),
        ("row", "Visit | Week"),
        ("row", "First | 1"),
        ("row", "Second | 4"),
        ("paragraph", "Each visit takes an hour."),
        ("heading", "Costs"),
        ("paragraph", "You pay nothing for the visits and the tests."),
    ]
    assert _under(source, "Second | 4") == ("Visits",)


def test_a_table_that_touches_the_box_around_it_is_read_alone() -> None:
    """The text of the box stays before and after the rows, as it stands."""
    form = Form()
    top = form.y
    form.at(84, top - 16, "You will come to the clinic on these days:", size=11)
    form.y = top - 26
    form.table((80, 270, 538), (("Visit", "Week"), ("First", "1"), ("Second", "4")))
    form.at(84, form.y + 8, "Each visit takes an hour.", size=11)
    form.canvas.rect(72, form.y, 468, top - form.y)
    assert [(p.kind, p.cells or p.text) for p in _read(form).passages] == [
        ("paragraph", "You will come to the clinic on these days:"),
        ("row", ("Visit", "Week")),
        ("row", ("First", "1")),
        ("row", ("Second", "4")),
        ("paragraph", "Each visit takes an hour."),
    ]


def test_a_slanted_stamp_over_a_table_is_left_out() -> None:
    """It is no label of the table, whose rows are read as they stand."""
    form = Form().prose()
    form.table((72, 270, 500), (("Visit", "Week"), *((f"Visit {n}", str(n)) for n in range(9))))
    form.canvas.translate(200, form.y + 60)
    form.canvas.rotate(40)
    form.at(0, 0, "DRAFT", size=60)
    source = _read(form)
    assert "DRAFT" not in source.pages[0].text
    assert _passage(source, "Visit 3").cells == ("Visit 3", "3")
