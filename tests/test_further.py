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
    part = facts["key_risks"].more[0]
    assert f"{part.text}." == risk
    assert [piece.quote for piece in part.evidence] == [risk]
    assert part.text in _told(source, _facts())


@pytest.mark.parametrize(
    "harmless",
    [
        "We teach you how to use the patch.",
        "Nobody has died in earlier studies.",
        "There is no risk of a stroke.",
        "You can skip a visit or stop.",
        "Every patch has its dangers.",
    ],
)
def test_what_is_no_harm_or_is_denied_is_left_to_the_answers(harmless: str) -> None:
    """The ledger still has what no statement tells."""
    assert further(_facts(), plugin, _source(harmless))["key_risks"].more == ()


def test_a_grave_risk_that_an_answer_tells_is_not_told_twice() -> None:
    """Its part already has the telling words."""
    said = "The patch can bring on a stroke"
    source = _source(f"{said}.")
    (passage,) = (one for one in source.passages if one.kind != "heading")
    part = Part(said, source.locate(f"{said}.", passage))
    assert further(_facts(key_risks=part), plugin, source)["key_risks"].more == ()


def test_what_the_form_makes_much_of_is_told_before_the_rest() -> None:
    """The gravest, then the main risk and the frequent one, then those told where there is room."""
    main = "Mistakes are the greatest worry: tired people stumble."
    often = "Very common: a dry tongue."
    source = _source("You may have a mild rash.", often, main, "The patch can bring on a stroke.")
    more = further(_facts(), plugin, source)["key_risks"].more
    assert [(part.text, part.aspect) for part in more] == [
        ("The patch can bring on a stroke", "grave"),
        ("Mistakes are the greatest worry: tired people stumble", "stressed"),
        ("Very common: a dry tongue", "stressed"),
        ("You may have a mild rash", "other"),
    ]


def test_a_risk_that_points_back_is_told_with_what_it_points_to() -> None:
    """It cites both sentences, and what is advised about it gives way."""
    first, then = "The two tablets bring on hiccups.", "They may leave you blind; wear a hat."
    part, *_ = further(_facts(), plugin, _source(f"{first} {then}"))["key_risks"].more
    assert part.text == f"{first} They may leave you blind"
    assert [piece.quote for piece in part.evidence] == [first, then]


def test_a_bare_list_of_harms_is_told_with_what_brings_them() -> None:
    """Its heading is cited where it stands above the list, and not where its words stand first."""
    form = "The eye drops come at noon.\n# Risks\n## Risks of the eye drops\nA stroke in the eye."
    source = text_source(form)
    (part,) = further(_facts(), plugin, source)["key_risks"].more
    assert part.text == "Eye drops: A stroke in the eye"
    assert [piece.quote for piece in part.evidence] == [
        "Risks of the eye drops",
        "A stroke in the eye.",
    ]


def test_a_lesser_risk_is_told_where_the_document_has_room() -> None:
    """It takes no room from anything that is told in a document of its usual length."""
    source = _source("You may have a mild rash.", "The patch can bring on a stroke.")
    facts = further(_facts(), plugin, source)
    wide = write(facts, plugin, PARAMETERS)
    tight = write(facts, plugin, {**PARAMETERS, "max_words": len(wide.text.split()) - 4})
    assert "You may have a mild rash" in wide.text
    assert "You may have a mild rash" not in tight.text
    assert "The patch can bring on a stroke" in tight.text


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
