"""Reading words that stand in columns with nothing but white space between them."""

import pytest

from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.source import Passage, Source, Upload
from pdf_forms import BOLD, PROSE, REGULAR, Form, wrapped

SYMPTOMS = (("Nausea", "Common"), ("Rash", "Rare"), ("Headache", "Very common"))


def read(form: Form) -> Source:
    """Read a form."""
    return PdfParser().parse(Upload("form.pdf", form.data()))


def rows(source: Source) -> list[Passage]:
    """Return the rows of tables."""
    return [passage for passage in source.passages if passage.kind == "row"]


def spread(
    form: Form, *cells: str, xs: tuple[float, ...] = (72, 300, 420), font: str = REGULAR
) -> None:
    """Set the cells of one row."""
    for x, words in zip(xs, cells, strict=False):
        form.at(x, form.y, words, font, 11)
    form.space(16)


def test_a_table_without_rulings_is_read_row_by_row() -> None:
    """What stands side by side stays together, and apart from the next row."""
    form = Form().prose()
    for cells in SYMPTOMS:
        spread(form, *cells)
    source = read(form.space(10).prose())
    assert [row.cells for row in rows(source)] == list(SYMPTOMS)
    assert rows(source)[0].text == "Nausea | Common"
    assert [p.text for p in source.passages if p.kind == "paragraph"] == [PROSE.strip()] * 2


def test_the_first_row_heads_the_columns_when_it_is_set_apart() -> None:
    """A bold row names the columns of the rows below it."""
    form = Form().prose()
    spread(form, "Side effect", "How often", "How long", font=BOLD)
    for name, often in SYMPTOMS:
        spread(form, name, often, "A day")
    source = read(form)
    assert rows(source)[1].columns == ("Side effect", "How often", "How long")
    assert [row.cells for row in rows(source)[1:]] == [(*cells, "A day") for cells in SYMPTOMS]


def test_an_entry_over_two_lines_stays_in_its_row() -> None:
    """A line that goes on below one column belongs to the row above."""
    form = Form().prose()
    spread(form, "Nausea", "Common, in about")
    form.at(300, form.y + 3, "half of all people", size=11).space(13)
    spread(form, "Rash", "Rare")
    spread(form, "Headache", "Very common")
    assert [row.cells for row in rows(read(form))] == [
        ("Nausea", "Common, in about half of all people"),
        *SYMPTOMS[1:],
    ]


def test_figures_set_flush_right_are_a_column() -> None:
    """A column may be aligned on its right edge."""
    form = Form().prose()
    for name, sum_ in (("Screening", "$5"), ("Each of six visits", "$50"), ("All", "$305")):
        form.at(72, form.y, name, size=11)
        form.canvas.drawRightString(340, form.y, sum_)
        form.space(16)
    assert [row.cells[1] for row in rows(read(form))] == ["$5", "$50", "$305"]


def test_two_rows_are_no_table() -> None:
    """Less than three rows may stand side by side by chance."""
    form = Form().prose()
    for cells in SYMPTOMS[:2]:
        spread(form, *cells)
    assert rows(read(form.prose())) == []


@pytest.mark.parametrize("across", [True, False])
def test_two_columns_of_text_are_read_one_after_the_other(across: bool) -> None:
    """Whether the file draws them line by line or column by column."""
    left = (
        "The first column tells what the doctors want to learn and why they ask you to help them. "
        * 2
    )
    right = (
        "The second column says that nobody must take part and that everyone may leave the study. "
        * 2
    )
    form = Form().prose()
    columns = [wrapped(text, 200, 11) for text in (left, right)]
    assert len(columns[0]) == len(columns[1])
    places = [(i, c) for i in range(len(columns[0])) for c in (0, 1)]
    for i, column in places if across else sorted(places, key=lambda place: place[1]):
        form.at((72, 310)[column], form.y - 13.5 * i, columns[column][i], size=11)
    source = read(form.space(13.5 * len(columns[0]) + 10).prose())
    assert [p.text for p in source.passages] == [
        PROSE.strip(),
        left.strip(),
        right.strip(),
        PROSE.strip(),
    ]


def test_a_list_in_two_columns_keeps_its_items() -> None:
    """Bullets side by side are items, not the entries of a row."""
    form = Form().prose()
    for one, two in (("nausea", "rash"), ("headache", "fever"), ("cough", "pain")):
        spread(form, f"\u2022 {one}", f"\u2022 {two}")
    items = [p.text for p in read(form).passages if p.kind == "item"]
    assert items == ["nausea", "headache", "cough", "rash", "fever", "pain"]


def test_labels_and_blanks_make_no_table() -> None:
    """Names before their values and lines to sign on are read as they were."""
    form = Form().prose()
    for label in ("Sponsor:", "Doctor:", "Phone:"):
        spread(form, label, "somebody", xs=(72, 160))
    for label in ("Subject", "Parent", "Witness"):
        spread(form, f"{label} ________________", "Date ________")
    assert rows(read(form)) == []
