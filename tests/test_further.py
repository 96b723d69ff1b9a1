"""Grave risks that no answer tells: the plugin reads them in the source; the guard judges."""

from dataclasses import replace

import pytest

from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.source import Evidence, Source
from conspectus.pipeline.further import further
from conspectus.pipeline.write import write
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.testing import text_source

PARAMETERS = {name: schema["default"] for name, schema in plugin.parameters["properties"].items()}


def _source(*risks: str) -> Source:
    return text_source("\n\n".join(("# Risks", *risks)))


def _facts(**stated: Part) -> Facts:
    """Return no facts but the ones given, each of one part."""
    names = [question.name for question in plugin.questions if not question.adds_to]
    facts = {name: Fact(name, None, "unstated") for name in names}
    return facts | {
        name: Fact(name, (part.text,), "stated", (part,)) for name, part in stated.items()
    }


def _told(source: Source, facts: Facts) -> list[str]:
    document = write(further(facts, plugin, source), plugin, PARAMETERS)
    return [statement.text for _, statement in document.statements if statement.item]


@pytest.mark.parametrize(
    "risk",
    [
        "In one earlier study a man died of a torn vessel.",
        "The patch can bring on a stroke.",
        "The tablet may make your kidneys fail for good.",
    ],
)
def test_a_grave_risk_that_no_answer_names_is_told_in_the_words_of_the_form(risk: str) -> None:
    """It cites the words it stands in."""
    source = _source("You may have a mild rash.", risk)
    facts = further(_facts(), plugin, source)
    (part,) = facts["key_risks"].more
    assert f"{part.text}." == risk
    assert [piece.quote for piece in part.evidence] == [risk]
    assert part.text in _told(source, _facts())


@pytest.mark.parametrize(
    "harmless",
    [
        "You may have a mild rash.",
        "Nobody has died in earlier studies.",
        "There is no risk of a stroke.",
    ],
)
def test_what_is_not_grave_or_is_denied_is_left_to_the_answers(harmless: str) -> None:
    """The ledger still has what no statement tells."""
    assert further(_facts(), plugin, _source(harmless))["key_risks"].more == ()


def test_a_grave_risk_that_an_answer_tells_is_not_told_twice() -> None:
    """Its part already has the telling words."""
    said = "The patch can bring on a stroke"
    source = _source(f"{said}.")
    (passage,) = (one for one in source.passages if one.kind != "heading")
    part = Part(said, source.locate(f"{said}.", passage))
    assert further(_facts(key_risks=part), plugin, source)["key_risks"].more == ()


def test_a_part_that_its_quotes_do_not_bear_is_dropped() -> None:
    """A plugin cannot say more than the source."""
    quote = Evidence(1, None, None, "You may have a mild rash.", 0, 25)
    parts = [
        Part("You may have a mild rash", (quote,)),
        Part("You may die", (quote,)),
        Part("X", ()),
    ]
    saying = replace(plugin, further=lambda f, s: {"key_risks": parts})
    assert further(_facts(), saying, _source())["key_risks"].more == (parts[0],)


def test_a_plugin_that_fails_is_named() -> None:
    """The error says which part of it."""
    failing = replace(plugin, further=lambda f, s: {}["x"])
    with pytest.raises(InvalidPlugin, match=r"informed-consent-ki.*its further parts.*KeyError"):
        further(_facts(), failing, _source())


def test_a_table_read_in_one_row_is_no_risk_to_tell() -> None:
    """So many words in one item belong to several; each of them is told by itself or listed."""
    row = " ".join(f"a rash, a fever ({number}%)" for number in range(20))
    short = "The patch can bring on a stroke"
    source = _source(f"{row}.", f"{short}.")
    passages = [one for one in source.passages if one.kind != "heading"]
    parts = [
        Part(said, source.locate(f"{said}.", passage))
        for said, passage in zip((row, short), passages, strict=True)
    ]
    facts = _facts()
    facts["key_risks"] = replace(facts["key_risks"], status="stated", more=tuple(parts))
    document = write(facts, plugin, PARAMETERS)
    assert [s.text for _, s in document.statements if s.item] == [short]
