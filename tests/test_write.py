"""Templates reach facts only through their door, and every reading is cited."""

from collections.abc import Iterator

import pytest

from conspectus import FactDoor, Parameters, Plugin, SectionTemplate
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.source import Evidence
from conspectus.pipeline.write import write
from plugins import plugin


def _piece(words: str) -> Evidence:
    return Evidence(1, "1", None, words, 0, len(words))


def _facts() -> Facts:
    return {
        "pay": Fact(
            "pay", "You get $20.", "stated", (Part("You get $20.", (_piece("$20"),), "a"),)
        ),
        "harms": Fact(
            "harms",
            ("pain", "fever"),
            "stated",
            (Part("pain", (_piece("pain"),)), Part("fever", (_piece("fever"),))),
        ),
        "chance": Fact("chance", True, "stated", (Part("by chance", (_piece("chance"),)),)),
    }


def _plugin(*lines: object) -> Plugin:
    def template(fact: FactDoor, parameters: Parameters) -> Iterator[str]:
        for line in lines:
            yield line(fact) if callable(line) else str(line)

    return Plugin("t", "1.0.0", "T", "T", (), (SectionTemplate("s", "S", template),), {})


def _quotes(statement) -> list[str]:
    return [piece.quote for piece in statement.evidence]


def test_a_statement_cites_what_was_read_for_it() -> None:
    """Reading a part cites that part's evidence and no other."""
    document = write(_facts(), plugin, {})
    harms = document.sections[1].statements
    assert [(s.text, _quotes(s)) for s in harms] == [
        ("These may happen:", []),
        ("pain", ["pain"]),
        ("fever", ["fever"]),
        ("You will be put in a group by chance.", ["chance"]),
    ]


def test_a_statement_that_read_no_fact_is_framing() -> None:
    """Our own words carry no evidence and claim none."""
    statement = write(_facts(), plugin, {}).sections[0].statements[0]
    assert (statement.kind, statement.facts, statement.evidence) == ("framing", (), ())


def test_reading_a_value_cites_all_evidence_of_the_fact() -> None:
    """The whole value rests on all quotes."""
    made = _plugin(lambda fact: f"Harms: {', '.join(fact('harms').value)}.")
    assert _quotes(write(_facts(), made, {}).sections[0].statements[0]) == ["pain", "fever"]


def test_asking_whether_a_fact_is_stated_cites_nothing() -> None:
    """A condition alone is no citation."""
    made = _plugin(lambda fact: "Stated." if fact("pay").stated and fact("pay").says("20") else "")
    assert write(_facts(), made, {}).sections[0].statements[0].kind == "framing"


@pytest.mark.parametrize(("value", "yes", "no"), [(True, True, False), (False, False, True)])
def test_a_boolean_is_yes_or_no_only_when_stated(value: bool, yes: bool, no: bool) -> None:
    """An unstated boolean is neither."""
    stated = {"chance": Fact("chance", value, "stated", (Part("x", (_piece("x"),)),))}
    silent = {"chance": Fact("chance", value, "unstated")}
    seen = _plugin(lambda fact: f"{fact('chance').yes} {fact('chance').no}")
    assert write(stated, seen, {}).sections[0].statements[0].text == f"{yes} {no}"
    assert write(silent, seen, {}).sections[0].statements[0].text == "False False"


def test_the_parameter_sections_chooses_and_keeps_the_order() -> None:
    """Only the sections asked for are written, in the plugin's order."""
    document = write(_facts(), plugin, {"sections": ["harms"]})
    assert [section.id for section in document.sections] == ["harms"]


def test_statement_ids_are_unique() -> None:
    """A finding can point at one statement."""
    ids = [statement.id for _, statement in write(_facts(), plugin, {}).statements]
    assert len(ids) == len(set(ids))


def test_a_statement_cites_no_quote_that_it_does_not_need() -> None:
    """An item cut from a sentence of several quotes keeps the one that bears it."""
    made = _plugin(lambda fact: f"{fact('harms').value[1]}")
    assert _quotes(write(_facts(), made, {}).sections[0].statements[0]) == ["fever"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You will have 12 visits.", "a number"),
        ("You come twice a week.", "a number"),
        ("One in ten people feel it.", "a number"),
        ("Some people died.", "the harm 'died'"),
        ("It can cause nausea.", "the harm 'nausea'"),
    ],
)
def test_a_framing_statement_that_needs_a_quote_is_refused(text: str, told: str) -> None:
    """Words of the plugin alone may tell no number and no harm."""
    with pytest.raises(InvalidPlugin, match=f"'t', section 's'.*tells {told}"):
        write(_facts(), _plugin(text), {})


@pytest.mark.parametrize(
    "text",
    [
        "The main risks are:",
        "Nothing was found in the form about injuries or side effects.",
        "One of these may happen:",
        "The most serious come first.",
    ],
)
def test_framing_names_subjects(text: str) -> None:
    """A lead-in names what follows, and a gap what is not there."""
    assert write(_facts(), _plugin(text), {}).text == text


def test_a_cited_statement_may_tell_a_number() -> None:
    """What rests on a quote is for the rules to check, not for the templates' door."""
    made = _plugin(lambda fact: next(iter(fact("pay").parts())).text)
    assert write(_facts(), made, {}).text == "You get $20."
