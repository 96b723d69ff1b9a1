"""Comparing forms whose words are all the same, and stand elsewhere; and what was not read."""

from dataclasses import replace

import pytest

from conspectus.adapters.render_comparison import comparison_markdown
from conspectus.domain.comparison.data import comparison_data
from conspectus.domain.comparison.passage_changes import passage_changes
from conspectus.domain.findings import Finding
from conspectus.testing import text_source
from plugins import FORM
from test_compare import compared

CAN, CANNOT = "You can take part if you:", "You cannot take part if you:"
LISTS = f"# Who\n{CAN}\n- are 18 or older;\n- live nearby\n{CANNOT}\n- are pregnant\n- smoke\n"
ARMS = "# Group A\nYou get the drug.\n# Group B\nYou get a placebo.\n"


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """Return kind, old and new words of each change, and what they stand under."""
    changes = passage_changes(text_source(old), text_source(new))
    return [(one.kind, one.old, one.new, "".join(one.headings[-1:])) for one in changes]


@pytest.mark.parametrize("bullet", ["- ", ""])
def test_an_item_that_went_to_another_list_is_a_change(bullet: str) -> None:
    """Every word still stands there, and who may take part is another."""
    old = LISTS.replace("- ", bullet)
    new = old.replace(f"{bullet}are pregnant\n", "").replace(
        f"{CANNOT}\n", f"{bullet}are pregnant\n{CANNOT}\n"
    )
    assert told(old, new) == [
        ("removed", "are pregnant", "", CANNOT),
        ("added", "", "are pregnant", CAN),
    ]


def test_groups_that_changed_places_are_a_change() -> None:
    """Who gets what is told, though each sentence stands in both versions."""
    new = "# Group A\nYou get a placebo.\n# Group B\nYou get the drug.\n"
    assert {one[3] for one in told(ARMS, new)} == {"Group A", "Group B"}


@pytest.mark.parametrize(
    "new",
    [
        LISTS.replace("- are pregnant\n- smoke", "- smoke\n- are pregnant"),
        f"# Who\n{CANNOT}\n- are pregnant\n- smoke\n{CAN}\n- are 18 or older;\n- live nearby\n",
        LISTS.replace("- ", "* "),
        LISTS.replace("- ", ""),
    ],
)
def test_the_order_of_a_list_and_of_lists_is_no_change(new: str) -> None:
    """As long as each item stands under its line."""
    assert told(LISTS, new) == []


def test_a_line_in_other_words_changes_itself_and_not_its_list() -> None:
    """One change is told, and not one for each item."""
    ((kind, _, new, _),) = told(LISTS, LISTS.replace(CAN, "You may take part if you:"))
    assert (kind, new) == ("changed", "You may take part if you:")


def test_every_change_of_two_long_forms_is_told() -> None:
    """What is too much to compare in one piece is compared in pieces, and nothing is lost."""
    old = [f"You will be paid ${n} for visit {n} of the study." for n in range(700)]
    changes = told("\n".join(old), "\n".join(one.replace("paid", "given") for one in old))
    assert len(" ".join(one[1] for one in changes).split("$")) == 701
    assert len(" ".join(one[2] for one in changes).split("$")) == 701
    ((kind, _, _),) = (one[:3] for one in told("a b " * 9000, "b a " * 9000))
    assert kind == "changed"


def test_what_was_not_read_is_said_before_nothing_changed() -> None:
    """Two versions that are the same in what was read may differ in the rest."""
    found = compared(FORM, FORM)
    remark = Finding("SRC-READ", "warning", "Page 2 could not be read.", citation="ocr")
    found = replace(found, new=replace(found.new, findings=(*found.new.findings, remark)))
    text = comparison_markdown(found).decode()
    assert text.index("Page 2 could not be read") < text.index("In what could be read, nothing")
    data = comparison_data(found)
    assert (data["same"], data["new"]["remarks"]) == (True, ["Page 2 could not be read."])
