"""What a document tells beside the answers: duties, status, groups, criteria, the rest whole."""

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.source import Evidence, Page, Passage, Source, Span
from conspectus.domain.text.readability import words
from conspectus.pipeline.extract import ask, facts_of
from conspectus.pipeline.further import further
from conspectus.pipeline.room import AMPLE, USUAL, fitted
from conspectus.pipeline.write import write
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.plugins.informed_consent_ki.arms_read import arms
from conspectus.testing import text_source

FORM = """# About this study

The study takes nine weeks.

We are asking whether {asked} calms hay fever. You will be put into one of two groups by chance.

# What happens

{happens}

# Who can take part

You can take part if you are 18 or older and have hay fever.

{barred}

# Risks

You may have a rash.

# Costs

{costs}
"""
PARTS = {
    "asked": "Nasolin", "happens": "You come to the clinic three times.", "barred": "", "costs": "",
}  # fmt: skip


PARAMETERS = {"max_words": 850, "audience": "auto", "sections": []}


def _parts(*texts: str, start: int = 0) -> tuple[Part, ...]:
    return tuple(
        Part(text, (Evidence(1, "1", None, text, 2 * n + start, 2 * n + start + len(text)),))
        for n, text in enumerate(texts)
    )


def _unstated() -> Facts:
    names = (question.name for question in plugin.questions if not question.adds_to)
    return {name: Fact(name, None, "unstated") for name in names}


def _told(section: str, **parts: str) -> list[str]:
    source = text_source(FORM.format(**{**PARTS, **parts}))
    facts = facts_of(OfflineModel().answer(ask(source, plugin)), source, plugin)
    document = write(further(facts, plugin, source), plugin, PARAMETERS)
    found = next(part for part in document.sections if part.id == section)
    return [f"- {s.text}" if s.item else s.text for s in found.statements]


@pytest.mark.parametrize(
    "duty",
    [
        "Call 911 or go to an emergency room at once if your throat swells.",
        "Do not stop your asthma inhaler on your own.",
        "You must not drive for 24 hours after the spray.",
        "Somebody has to be there, so do not drive home alone.",
        "Women must use birth control until 3 months after the last spray.",
        "If you are vomiting or have a fever, skip the spray and call us right away.",
        "No live vaccine may be given until the end of the summer.",
        "Do not donate blood for 8 weeks.",
        "You may not eat or drink for 6 hours before the visit, so please bring a snack.",
    ],
)
def test_a_duty_of_safety_is_told_with_what_happens(duty: str) -> None:
    """It stands whatever the part of the form in which it is said is about."""
    assert duty in _told("taking-part", happens=f"You come to the clinic three times. {duty}")


@pytest.mark.parametrize(
    "text",
    [
        "You do not have to stop your medicines.",
        "The nurses must call the doctor at once.",
        "You can stop at any time, and you should tell us.",
        "If you have such thoughts, call us at once.",
        "No study medicine is given at that visit.",
        "Please sign this form before you drive home.",
        "You cannot take part if you have to drive at night.",
    ],
)
def test_what_binds_others_or_nobody_is_no_duty(text: str) -> None:
    """Nor is a choice, a criterion, or a sentence that leans on the one before it."""
    told = _told("taking-part", happens=f"You come to the clinic three times. {text}")
    assert not any(text in line for line in told)


def test_several_duties_are_a_list_the_gravest_first() -> None:
    """Whom to call stands before what to avoid."""
    happens = "Do not donate blood for 8 weeks. Call 911 at once if your throat swells."
    told = _told("taking-part", happens=f"You come three times. {happens}")
    assert told[-3:] == [
        "What you must do or avoid:",
        "- Call 911 at once if your throat swells.",
        "- Do not donate blood for 8 weeks.",
    ]


def test_that_a_drug_is_not_approved_and_new_is_told_with_the_purpose() -> None:
    """A reader learns how far the drug has come."""
    new = "Nasolin has not been approved by any authority."
    first = "This study is the first time that Nasolin is given to children."
    told = _told("purpose", happens=f"You come three times. {new} {first}")
    assert told[-2:] == [new, first]


def test_who_knows_the_group_is_told_before_what_is_done() -> None:
    """It belongs to the design, in the order in which the form says it."""
    blind = "Neither you nor the nurses will know which spray you get."
    told = _told("taking-part", happens=f"You come three times. {blind}")
    assert told[:3] == [
        "You come three times.",
        blind,
        "You will be put into one of two groups by chance.",
    ]


def test_one_named_group_is_not_told_without_the_other() -> None:
    """What one group gets would read as what all get."""
    told = _told("taking-part", happens="You come three times. Group A gets two sprays a day.")
    assert not any("two sprays" in line for line in told)


def test_who_cannot_take_part_is_told_and_the_rest_of_a_list_pointed_at() -> None:
    """A list that may be cut short does not stand as if it were whole."""
    barred = "You cannot take part if you:\n\n- are pregnant\n- have heart disease"
    assert _told("people", barred=barred)[-4:] == [
        "You cannot take part if you:",
        "- Are pregnant",
        "- Have heart disease",
        "The full form has the whole list.",
    ]


def test_what_has_no_room_in_an_answer_is_told_where_there_is_room() -> None:
    """Each in its place: what one pays stands after what is free, as in the form."""
    free = "The sprays and all visits of the study are free of charge."
    own = "You or your insurance will have to pay for all medicines that you take anyway" + (
        ", for the visits to your own doctor, for the tests that he or she orders, for the"
        " hospital, and for the co-payments of each of them."
    )
    told = " ".join(_told("money", costs=f"{free} {own}"))
    assert "free of charge" in told
    assert "You or your insurance will have to pay" in told


def _document(size: int) -> Document:
    text = " ".join(["word"] * size)
    return Document("", (Section("s", "", (Statement("s-1", text, "framing", (), ()),)),))


@pytest.mark.parametrize(("most", "least"), [(100, 75), (450, 400), (5_000, 1_000)])
def test_a_document_is_as_long_as_it_may_be(most: int, least: int) -> None:
    """Between a round that is too long and one that fits the best is sought, and no further."""
    rooms: list[float] = []

    def written(room: float) -> Document:
        rooms.append(room)
        return _document(round(500 * room))

    assert least <= len(words(fitted(written, most)[0].text)) <= most
    assert (rooms[0], max(rooms) <= AMPLE, len(rooms) <= 12) == (USUAL, True, True)


def test_all_groups_of_a_list_are_told_together() -> None:
    """Groups that differ in a word are no repetition of each other."""
    groups = (
        "- Group A: one spray of nasolin each morning\n\n"
        "- Group B: one spray of salt water each morning"
    )
    told = _told("taking-part", happens=f"You come three times.\n\n{groups}")
    assert (
        "The groups are: Group A: one spray of nasolin each morning. "
        "Group B: one spray of salt water each morning."
    ) in told


def _rows(*rows: tuple[str, ...]) -> Source:
    text = "\n".join(" ".join(cells) for cells in rows)
    starts = [text.index(" ".join(cells)) for cells in rows]
    passages = tuple(
        Passage(
            n, "row", " | ".join(cells), (Span(0, start, start + len(" ".join(cells))),),
            cells=cells, columns=rows[0] if n else (),
        )
        for n, (cells, start) in enumerate(zip(rows, starts, strict=True))
    )  # fmt: skip
    return Source("form", "0" * 64, "text/plain", "en", (Page(1, text),), passages)


def test_a_table_of_groups_is_told_with_what_heads_its_columns() -> None:
    """What a group gets would not say when; of one group alone nothing is told."""
    head = ("Group", "First month", "Second month")
    first, second = ("A", "two sprays", "one spray"), ("B", "one spray", "two sprays")
    assert [part.text for part in arms(_rows(head, first, second))] == [
        "Group A \u2013 First month: two sprays; Second month: one spray",
        "Group B \u2013 First month: one spray; Second month: two sprays",
    ]
    assert arms(_rows(head, first)) == ()


def test_what_is_done_is_told_where_all_get_the_same() -> None:
    """Beside a placebo everybody does the same; of two treatments one would be told as all's."""
    act = "You will take two puffs of the spray each morning."
    same = "The comparison is a placebo spray of salt water."
    assert act in _told("taking-part", happens=f"You come three times. {act} {same}")
    other = "The other group has an operation on the nose."
    assert act not in _told("taking-part", happens=f"You come three times. {act} {other}")


def test_it_is_told_behind_its_name() -> None:
    """What "it" is stands in the line before."""
    new = "It is not approved for sale in any country."
    told = _told("purpose", happens=f"You come three times. Nasolin is a new nose spray. {new}")
    assert told[-1] == new


def test_what_leans_on_a_sentence_keeps_its_place_behind_it() -> None:
    """Nothing that is told beside them comes between the two."""
    parts = _parts("The drug is free.", "It comes by mail.")
    (between,) = _parts("Parking for each of the visits costs ten dollars.", start=1)
    fact = Fact("costs", "", "stated", parts, (between,))
    document = write({**_unstated(), "costs": fact}, plugin, PARAMETERS)
    told = [statement.text for _, statement in document.statements if "costs" in statement.facts]
    assert told == [part.text for part in parts]


def test_what_further_parts_tell_whole_is_not_cut_short() -> None:
    """The last member of a list of criteria counts as much as the first."""
    (short,), (whole,) = (
        _parts("You may join if you are 18."),
        _parts("You may join if you are 18 and have hay fever."),
    )
    fact = Fact("population", "", "stated", (short,), (whole,))
    document = write({**_unstated(), "population": fact}, plugin, PARAMETERS)
    assert whole.text in [statement.text for _, statement in document.statements]
