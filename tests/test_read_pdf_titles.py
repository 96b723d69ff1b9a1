"""Titles of sections: numbered in several ways, run into a numbered item, and no titles at all."""

from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Passage, Upload
from pdf_forms import BOLD, ITALIC, PROSE, REGULAR, Form, wrapped


def _passages(form: Form) -> tuple[Passage, ...]:
    return PdfParser().parse(Upload("form.pdf", form.data())).passages


def _paths(form: Form) -> list[tuple[str, ...]]:
    """Return the headings above each paragraph."""
    return [p.headings for p in _passages(form) if p.kind == "paragraph"]


def test_a_number_before_a_bar_numbers_a_section() -> None:
    """The next section closes the parts of the one before it."""
    form = Form()
    for size, font, title in (
        (13, BOLD, "5 | What may harm you"),
        (11, ITALIC, "5.1 The operation"),
        (11, ITALIC, "5.2 The implant"),
        (13, BOLD, "6 | What good may come"),
        (13, BOLD, "7 | Money"),
    ):
        form.line(title, font=font, size=size).space(4).prose()
    assert _paths(form) == [
        ("5 | What may harm you",),
        ("5 | What may harm you", "5.1 The operation"),
        ("5 | What may harm you", "5.2 The implant"),
        ("6 | What good may come",),
        ("7 | Money",),
    ]


def test_a_title_of_the_same_type_closes_numbered_parts() -> None:
    """A section without a number is no part of the numbered ones before it."""
    form = Form()
    for size, font, title in (
        (13, BOLD, "Risks of the study"),
        (11, BOLD, "1.1 The drug"),
        (13, BOLD, "Benefits of the study"),
    ):
        form.line(title, font=font, size=size).space(4).prose()
    assert _paths(form) == [
        ("Risks of the study",),
        ("Risks of the study", "1.1 The drug"),
        ("Benefits of the study",),
    ]


def test_a_bold_title_runs_into_a_numbered_item() -> None:
    """It heads what follows, though no stop parts it from the text."""
    form = Form()
    for title in ("1. Introduction", "2. Payment and costs"):
        first, *rest = wrapped(f"{title} {PROSE}", 440, 11)
        form.mixed((BOLD, title), (REGULAR, first[len(title) :]))
        for line in rest:
            form.line(line)
        form.space(7)
    assert list(dict.fromkeys(_paths(form))) == [("1. Introduction",), ("2. Payment and costs",)]


def test_a_numbered_item_with_a_bold_label_stays_an_item() -> None:
    """The number of a list is not bold, nor is a label with a colon a title."""
    form = Form().prose()
    for number, name in enumerate(("Blood", "Urine"), 1):
        form.mixed((REGULAR, f"{number}. "), (BOLD, f"{name}:"), (REGULAR, " One tube is taken."))
    assert [p.text for p in _passages(form) if p.kind == "item"] == [
        "Blood: One tube is taken.",
        "Urine: One tube is taken.",
    ]


def test_the_last_line_of_a_column_is_no_label_of_the_next_column() -> None:
    """Its sentence goes on from the line above, however far apart the lines are set."""
    form = Form()
    top = form.y
    for line in [*wrapped(PROSE * 4, 210, 11)[:26], "and walks on."]:
        form.line(line, lead=20)
    form.y = top - 5
    for line in wrapped(PROSE * 4, 210, 11)[:28]:
        form.line(line, x=320, lead=20)
    assert not [p.text for p in _passages(form) if p.kind == "heading"]


def test_a_title_in_the_margin_heads_the_text_beside_it() -> None:
    """Its letter makes it no item of a list, though its text stands on the same row."""
    form = Form()
    for title in ("A. Purpose", "B. Who may join", "C. Benefit"):
        form.at(36, form.y, title, font=BOLD, size=9)
        form.prose(x=150, width=380)
    assert _paths(form) == [("A. Purpose",), ("B. Who may join",), ("C. Benefit",)]
