"""Statements are told with the sentences that they rest on, in the order of the source."""

from collections.abc import Iterator

import pytest

from conspectus import FactDoor, Parameters, Plugin, SectionTemplate
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.plugin import Item
from conspectus.domain.source import Source
from conspectus.domain.text.leaning import leans, turns
from conspectus.domain.text.sentences import sentences
from conspectus.pipeline.context import contexts
from conspectus.pipeline.write import write
from conspectus.testing import text_source


@pytest.mark.parametrize(
    "sentence",
    [
        "They take about ten minutes.",
        "It keeps the readings for a year.",
        "This call is short.",
        "Those costs are yours.",
        "After that, we phone you.",
        "If so, we will tell you.",
        "During that time you may feel worse.",
        "The other visits are short.",
        "Each takes an hour.",
        "Some of them are severe.",
        "Twice a day it asks you how you slept.",
    ],
)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    """Alone it does not say of what it speaks."""
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is up to you to join.",
        "It is possible that nothing helps.",
        "It costs nothing to join.",
        "This study lasts a year.",
        "This small pilot study lasts a year.",
        "Those who stop early keep their card.",
        "Some people get a headache.",
        "Others may benefit one day.",
        "If it turns out that you are anemic, we stop.",
        "Each person gets a number.",
        "The other choice is not to join.",
        "At this hospital you are seen weekly.",
    ],
)
def test_a_sentence_that_names_its_own_subject_does_not_lean(sentence: str) -> None:
    """Words like "it" and "this" do not always point back."""
    assert not leans(sentence)


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("However, the ring may break.", True),
        ("This does not apply if you fall at home.", True),
        ("The hospital, however, will not pay lost wages.", True),
        ("However, others may benefit.", False),
        ("But you keep all your legal rights.", False),
        ("The ring may break.", False),
    ],
)
def test_a_turn_limits_what_was_said(sentence: str, turned: bool) -> None:
    """What only adds a kindness limits nothing."""
    assert turns(sentence) is turned


FORM = (
    "A nurse clips a ring to your ear. It beeps when you snore. "
    "The ring is yours to keep. However, you must not sell it."
)


def test_what_leans_is_told_behind_the_sentence_before_it() -> None:
    """The sentence before it names what it speaks of, and is cited too."""
    told = _told(FORM, "It beeps when you snore.")
    assert told == ["A nurse clips a ring to your ear. It beeps when you snore."]


def test_what_leans_on_a_leaning_sentence_is_told_with_both() -> None:
    """The sentence that names the thing comes first."""
    form = "A nurse clips a ring to your ear. It beeps. That sound may wake you."
    form = form.replace("It beeps.", "It beeps when you snore.")
    assert _told(form, "That sound may wake you.") == [form]


def test_what_leans_on_a_sentence_too_long_to_tell_is_left_out() -> None:
    """What else answers is told, and the omission ledger names what is not."""
    long = f"A nurse clips to your ear {'a very small and quite light ' * 8}ring."
    form = f"{long} It beeps when you snore. We pay you $5."
    assert _told(form, "It beeps when you snore.", "We pay you $5.") == ["We pay you $5."]


def test_what_leans_is_told_when_it_is_all_there_is() -> None:
    """A fact is not taken for one that the form does not state."""
    long = f"A nurse clips to your ear {'a very small and quite light ' * 8}ring."
    form = f"{long} It beeps when you snore."
    assert _told(form, "It beeps when you snore.") == ["It beeps when you snore."]


@pytest.mark.parametrize("opening", ["", "What does it do? ", "The ring. "])
def test_what_opens_its_paragraph_stands_alone(opening: str) -> None:
    """Its heading or a question is what it rests on, and neither is a statement."""
    form = f"{opening}It beeps when you snore."
    assert _told(form, "It beeps when you snore.") == ["It beeps when you snore."]


def test_what_the_next_sentence_turns_is_told_with_it() -> None:
    """The limit is not left to the ledger."""
    told = _told(FORM, "The ring is yours to keep.")
    assert told == ["The ring is yours to keep. However, you must not sell it."]


def test_the_fact_stays_as_it_was_answered() -> None:
    """A context is how a part is told, no part of the answer: it takes no room from others."""
    source = text_source(FORM)
    facts = _facts(source, "It beeps when you snore.")
    plugin = _plugin(lambda part: f"{part.size} words: {part.text}")
    assert write(facts, plugin, {}, source).text.startswith("5 words: A nurse clips")


def test_what_an_earlier_section_said_is_said_again_where_another_sentence_leans_on_it() -> None:
    """Beside another sentence "it" would be something else."""
    source = text_source(FORM)
    facts = _facts(source, "A nurse clips a ring to your ear.", "It beeps when you snore.")

    def first(fact: FactDoor, parameters: Parameters) -> Iterator[str]:
        yield next(iter(fact("a").parts())).text

    def second(fact: FactDoor, parameters: Parameters) -> Iterator[str]:
        for part in tuple(fact("a").parts())[1:]:
            for sentence in sentences(part.text):
                assert part.text  # read again for every sentence
                yield sentence

    templates = (SectionTemplate("s", "S", first), SectionTemplate("t", "T", second))
    plugin = Plugin("t", "1.0.0", "T", "T", (), templates, {})
    told = [statement.text for statement in write(facts, plugin, {}, source).sections[1].statements]
    assert told == ["A nurse clips a ring to your ear.", "It beeps when you snore."]


LONG = "We invite adults of 40 or more, who sleep badly, and who own a telephone."
CUT = "We invite adults of 40 or more, who sleep badly."


@pytest.mark.parametrize(("most", "told"), [(20, LONG), (12, CUT), (None, LONG)])
def test_a_sentence_that_was_cut_is_told_whole_where_there_is_room(
    most: int | None, told: str
) -> None:
    """Its end may be a condition; only a document without room does without."""
    source = text_source(LONG)
    part = Part(CUT, source.locate(LONG), "")
    facts: Facts = {"a": Fact("a", CUT, "stated", (part,))}
    plugin = _plugin(lambda part: part.text)
    assert write(facts, plugin, {"max_words": most}, source).text == told


@pytest.mark.parametrize("most", [20, None])
def test_a_list_that_was_cut_is_told_whole_where_there_is_room(most: int | None) -> None:
    """What looks like all the conditions must be all of them; the room is for the list."""
    form = "You cannot join if you:\n\n- smoke; or\n\n- snore loudly; or\n\n- sleep by day."
    source = text_source(form)
    told = "You cannot join if you: smoke; sleep by day."
    quotes = ("You cannot join if you:", "smoke; or", "sleep by day.")
    part = Part(told, tuple(e for quote in quotes for e in source.locate(quote)), "")
    facts: Facts = {"a": Fact("a", told, "stated", (part,))}
    written = write(facts, _plugin(lambda part: part.text), {"max_words": most}, source)
    assert written.text == "You cannot join if you: smoke; sleep by day; snore loudly."


def test_the_rest_of_a_list_keeps_its_signs() -> None:
    """A sum that loses its currency on the way is no longer what the form says."""
    form = "You are paid:\n\n- $20 for a call; and\n\n- $160 for a scan; and\n\n- a mug."
    source = text_source(form)
    told = "You are paid: $20 for a call; a mug."
    quotes = ("You are paid:", "$20 for a call; and", "a mug.")
    part = Part(told, tuple(e for quote in quotes for e in source.locate(quote)), "")
    facts: Facts = {"a": Fact("a", told, "stated", (part,))}
    written = write(facts, _plugin(lambda part: part.text), {"max_words": None}, source)
    assert written.text == "You are paid: $20 for a call; a mug; $160 for a scan."


def test_as_much_of_what_was_cut_is_told_as_there_is_room_for() -> None:
    """One more end that does not fit leaves the others told."""
    source = text_source(f"{LONG}\n\nA nurse sees you once a week, and she rings you at night.")
    second = "A nurse sees you once a week."
    ends = (source.locate(source.passages[0].text), source.locate(source.passages[1].text))
    parts = (Part(CUT, ends[0], ""), Part(second, ends[1], ""))
    facts: Facts = {"a": Fact("a", f"{CUT} {second}", "stated", parts)}
    written = write(facts, _plugin(lambda part: part.text), {"max_words": 22}, source)
    assert [statement.text for _, statement in written.statements] == [LONG, second]


def test_a_sentence_cut_in_front_stays_cut_there() -> None:
    """Words that only say who is asked are no end."""
    source = text_source("You are asked because you smoke.")
    part = Part("You smoke.", source.locate(source.passages[0].text), "")
    facts: Facts = {"a": Fact("a", "You smoke.", "stated", (part,))}
    assert contexts(facts, source, 99) == {}


def test_sentences_side_by_side_in_the_source_are_told_in_its_order() -> None:
    """Wherever their facts stand, what goes on from a sentence comes behind it."""
    form = "First we weigh you. Then we measure you. Last you rest."
    told = _told(form, "Then we measure you.", "Last you rest.", "First we weigh you.", alone=True)
    assert told == ["First we weigh you.", "Then we measure you.", "Last you rest."]


def test_sentences_apart_in_the_source_keep_the_order_of_the_section() -> None:
    """What matters most stays in front."""
    form = "We weigh you. Nobody minds. We pay you $5."
    told = _told(form, "We pay you $5.", "We weigh you.", alone=True)
    assert told == ["We pay you $5.", "We weigh you."]


def test_a_lead_in_of_our_own_keeps_its_items_and_its_place() -> None:
    """The order of the source moves no list."""
    source = text_source("We weigh you. We measure you. We pay you $5.")
    facts = _facts(source, "We measure you.", "We weigh you.")

    def template(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
        yield "We do:"
        yield from (Item(part.text) for part in fact("a").parts())

    plugin = Plugin("t", "1.0.0", "T", "T", (), (SectionTemplate("s", "S", template),), {})
    told = [statement.text for _, statement in write(facts, plugin, {}).statements]
    assert told == ["We do:", "We measure you.", "We weigh you."]


def _facts(source: Source, *said: str) -> Facts:
    parts = tuple(Part(text, source.locate(text), "") for text in said)
    return {"a": Fact("a", " ".join(said), "stated", parts)}


def _plugin(tell) -> Plugin:
    def template(fact: FactDoor, parameters: Parameters) -> Iterator[str]:
        yield from (tell(part) for part in fact("a").parts())

    return Plugin("t", "1.0.0", "T", "T", (), (SectionTemplate("s", "S", template),), {})


def _told(form: str, *said: str, alone: bool = False) -> list[str]:
    """Return the statements of a document that tells these sentences of a form."""
    source = text_source(form)
    facts = _facts(source, *said)
    plugin = _plugin(lambda part: part.text)
    document = write(facts, plugin, {}, None if alone else source)
    return [statement.text for _, statement in document.statements]
