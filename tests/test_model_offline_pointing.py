"""The offline model on what a form points at, on bare figures, and on pages for the child."""

import asyncio

import pytest

from conspectus import Aspect, Cue, Question
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.audience import to_the_reader
from conspectus.adapters.model_offline.gather import POINTED_WORDS
from conspectus.adapters.model_offline.phrases import phrase
from conspectus.adapters.model_offline.trim import told_row
from conspectus.domain.request import Claim, Extract, Request

STOP = Question(
    "stop", "boolean", "Must medicines be stopped?", (Aspect("stop", (Cue("have to stop"),)),)
)
PAID = Question("paid", "text", "What is paid?", (Aspect("paid", (Cue("calls", 3.0),)),))
LEAD = "If you take any of the following, you will have to stop before Day 1."


def _claim(question: Question, *extracts: Extract) -> Claim:
    answer = asyncio.run(OfflineModel().ask(Request((question,), extracts)))
    return answer.replies[0].claims[0]


def _rows(*names: str) -> list[Extract]:
    rows = [("Medicine", "Stop at least"), *((name, "two weeks before") for name in names)]
    return [
        Extract(n, "row", " | ".join(row), (), 0, row, rows[0] if n > 2 else ())
        for n, row in enumerate(rows, 2)
    ]


def test_a_sentence_that_points_at_a_list_is_told_with_it() -> None:
    """Every item is told and cited."""
    items = [Extract(n, "item", f"{name};") for n, name in enumerate(("redol", "blutine"), 2)]
    claim = _claim(STOP, Extract(1, "paragraph", LEAD), *items)
    assert claim.text == f"{LEAD.rstrip('.')}: redol; blutine."
    assert [citation.extract for citation in claim.citations] == [1, 2, 3]


def test_a_sentence_that_points_at_a_table_is_told_with_its_rows() -> None:
    """The row of the headers is none of them."""
    claim = _claim(STOP, Extract(1, "paragraph", LEAD), *_rows("Redol", "Blutine"))
    assert claim.text.endswith(": Redol: two weeks before; Blutine: two weeks before.")


def test_of_a_long_table_only_what_opens_each_row_is_told() -> None:
    """All names are told rather than some rows; the words are bounded."""
    names = [f"Medicine{n}" for n in range(20)]
    claim = _claim(STOP, Extract(1, "paragraph", LEAD), *_rows(*names))
    assert claim.text.endswith(": " + "; ".join(names) + ".")
    assert len(claim.text.split()) <= POINTED_WORDS


def test_a_sentence_that_points_at_nothing_is_told_alone() -> None:
    """A paragraph behind it is no list."""
    claim = _claim(STOP, Extract(1, "paragraph", LEAD), Extract(2, "paragraph", "Drink water."))
    assert claim.text == LEAD


def test_bare_figures_are_told_with_what_heads_their_columns() -> None:
    """The claim cites the row of the headers, which bears them out."""
    heads, row = ("Visit", "For each", "In all"), ("Phone calls (2)", "$20", "$40")
    claim = _claim(
        PAID,
        Extract(1, "row", " | ".join(heads), (), 0, heads),
        Extract(2, "row", " | ".join(row), (), 0, row, heads),
    )
    assert claim.text == "Phone calls (2): $20 (for each), $40 (in all)"
    assert {citation.extract for citation in claim.citations} == {1, 2}


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        ("Day 1 | Blood | 2 hours", ("Day", "What", "Time"), "Day 1: Blood; 2 hours"),
        ("In all |  | $90", ("Visit", "Each", "Total"), "In all: $90"),
        ("Fall | 1 | 0 | May be bad", (), "Fall: 1; 0; May be bad"),
        (
            "Fall | 1 | 0 | May be bad",
            ("Harm", "Drug (of 100)", "None (of 100)", "How bad"),
            "Fall: 1 (drug, of 100), 0 (none, of 100); May be bad",
        ),
    ],
)
def test_only_several_figures_need_their_columns(
    text: str, columns: tuple[str, ...], told: str
) -> None:
    """Words speak for themselves, and so does one figure."""
    assert told_row(text, columns) == told


def _form(*more: Extract, spoken: str = "Your child may stop.") -> list[str]:
    body = [Extract(n, "paragraph", f"{n}: {spoken}") for n in range(1, 7)]
    return [extract.text for extract in to_the_reader((*body, *more))][6:]


ASSENT = Extract(7, "paragraph", "ASSENT: PAGES FOR YOUR CHILD (AGES 8 TO 12)")
SAID = Extract(8, "paragraph", "You might get fewer headaches.")


def test_the_childs_pages_of_a_parental_form_are_left_out() -> None:
    """What comes after them is read again, and so is what every page repeats."""
    permission = Extract(9, "heading", "Permission of the parent")
    footer = Extract(10, "paragraph", "IRB 123", ("Footer",))
    assert _form(ASSENT, SAID, footer) == ["IRB 123"]
    assert _form(ASSENT, SAID, permission) == ["Permission of the parent"]


def test_an_assent_is_read_where_it_is_the_form() -> None:
    """A form that does not speak to a parent keeps its pages; a sentence opens none."""
    assert _form(ASSENT, SAID, spoken="You may stop.") == [ASSENT.text, SAID.text]
    talk = Extract(7, "paragraph", "Your child will be asked for assent.")
    assert _form(talk, SAID) == [talk.text, SAID.text]


def test_a_thing_done_is_not_joined_to_a_name_before_it() -> None:
    """The lead of the name is cut, so that it would say nothing beside the act."""
    text = (
        "We review this form, ask about your child's health and headaches, measure height, weight "
        "and blood pressure, fit the wristband, and put the diary app on a phone."
    )
    at = text.index("measure height, weight")
    said = phrase(text, at, at + len("measure height, weight"), True)
    assert said.startswith("measure height, weight and blood pressure")
