"""What forms say of risks in other words: each is told or stands in the ledger, and no denial."""

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Request
from conspectus.domain.text.titles import run_in_titles
from conspectus.plugins.informed_consent_ki.named_risks import risks_of
from conspectus.plugins.informed_consent_ki.risk_places import Places
from conspectus.testing import text_source
from one_answer import ASKED, FORM, answered
from test_risks_told import _made

TITLED = (
    "OUR REASON We want to know what keeps sheep farmers well.",
    "PAINS AND PERILS The finger stick may leave a bruise.",
    "Your neighbors may learn that you are ill.",
    "MONEY You get a mug.",
)


def _risks(text: str) -> list[str]:
    claims = answered(FORM, "key_risks", "Risks and discomforts", text).claims
    return [claim.text for claim in claims]


def _left_out(text: str) -> list[str]:
    _, ledger, _ = _made(text)
    kinds = ("risk:", "grave risk:", "death:", "frequent risk:")
    return [o.item for o in ledger if o.status == "left_out" and o.item.startswith(kinds)]


@pytest.mark.parametrize(
    "text",
    [
        "A severe rash can come up. It may be deadly if it is not seen at once.",
        "Rare (1 in 2,000): swelling of the throat. This has been fatal in some cases.",
        "Clots may form in the leg. These can kill.",
        "The lung may collapse. Three people died of this.",
    ],
)
def test_a_short_sentence_of_death_is_told_with_the_harm_before_it(text: str) -> None:
    """Without each other neither sentence says what may happen."""
    assert text in " ".join(_risks(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some people get an inflamed pancreas, which can kill.", "which can kill"),
        ("A clot may form in a vein of the leg and move from there into the lung, which can be "
         "fatal.", "fatal"),
        ("Death is unlikely but not ruled out.", "Death"),
        ("A stroke is very unlikely but cannot be excluded.", "stroke"),
        ("Dying of this is very unlikely, though not impossible.", "Dying"),
        ("You could pass the virus on to people at home.", "pass the virus"),
        ("You may infect others while you shed the germ.", "infect others"),
        ("If you are on placebo your pain will go untreated for eight weeks.", "untreated"),
        ("Your asthma will be without treatment for a month.", "without treatment"),
        ("You may live on with worse disability.", "disability"),
        ("Your sleep may grow worse.", "worse"),
        ("There is a small chance that your answers get into the wrong hands.", "wrong hands"),
        ("If facts about you became known, it might cost you your job.", "job"),
        ("Loss of privacy: if your file is stolen, it may shame you.", "privacy"),
        ("The first dose may sting; a reaction in the mother can harm the unborn baby.",
         "can harm the unborn baby"),
        ("Because the gel dulls your nose, smoke may go unnoticed for hours and lead to death.",
         "death"),
    ],
)  # fmt: skip
def test_grave_and_plain_harms_are_told_in_other_words(text: str, told: str) -> None:
    """What is unlikely, what comes of no treatment and what others suffer are risks too."""
    assert told in " ".join(_risks(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this study can harm an unborn baby.",
        "Nothing we do is known to cause pain.",
        "There is nothing in the cream that could burn the skin.",
        "The gel is not known to harm a pregnancy.",
        "None of the tests can hurt the baby.",
        "If your answers suggest that you might harm yourself, a therapist will call you.",
        "Most people were well after two days.",
    ],
)
def test_what_denies_harm_or_cares_for_it_is_no_risk(text: str) -> None:
    """It is neither told nor missed."""
    told, _, _ = _made(text)
    assert told == []
    assert _left_out(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is known about the effect on an unborn child.",
        "It is not known whether the drug harms an unborn child.",
        "If the nerve is torn, nothing can be done and the foot stays paralyzed.",
        "Half the people get no active medicine, so their asthma is without treatment.",
        "Such drugs can increase thoughts of suicide.",
        "Without help this leads to death.",
        "It may be deadly if it is not seen at once.",
    ],
)
def test_words_of_denial_do_not_hide_a_harm(text: str) -> None:
    """What nobody knows, and what comes where there is no help, is told or found missing."""
    told, _, _ = _made(text)
    assert told or _left_out(text)


def test_a_harm_of_pregnancy_that_is_denied_is_none() -> None:
    """A "nothing" denies as "no" does, but that nothing is known is a risk."""
    said = {
        "Nothing in this study is thought to hurt the pregnancy.": False,
        "The pads are not known to harm an unborn child.": False,
        "Nothing is known about what the pads do to an unborn child.": True,
    }
    for text, value in said.items():
        assert (
            answered(FORM, "reproductive_risks", "Risks and discomforts", text).boolean is value
        ), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The drug can pass into semen.", True),
        ("Men must not make anybody pregnant for 3 months.", True),
        ("Your periods may stop for good.", True),
        ("You may become sterile.", True),
        ("You could lose the pregnancy.", True),
        ("A pregnancy would have to be prevented.", True),
        ("The tablets may make it harder to have children later.", True),
        ("Sterile needles are used.", False),
        ("We will stop calling if you lose the pregnancy.", False),
        ("There is no danger to a pregnancy.", False),
        ("The walks are safe in pregnancy.", False),
        ("Pregnant women may join.", False),
        ("The tests do not harm the unborn baby.", False),
        ("We will ask whether you use birth control.", False),
    ],
)
def test_harm_to_offspring_is_known_by_more_than_one_word(text: str, value: bool) -> None:
    """The words of a harm also stand where there is none."""
    assert answered(FORM, "reproductive_risks", "Risks and discomforts", text).boolean is value


def test_a_count_of_harms_is_not_cut_in_two() -> None:
    """Figures belong to the harms before and behind them, and to how many people there were."""
    text = "Of 40 people who took it, about 12 had fever, 9 had cramps and 3 threw up."
    assert _risks(text) == [text.rstrip(".")]


def test_short_heads_of_columns_are_quoted_with_their_row() -> None:
    """A few letters stand in many places: alone they would prove nothing."""
    heads = ("Harm", "ZX-4", "No pill")
    rows = (heads, ("Pneumonia", "27%", "19%"), ("Kidney failure", "3%", "1%"))
    extracts = [Extract(1, "heading", "Risks")]
    extracts += [
        Extract(n, "row", " | ".join(row), ("Risks",), cells=row, columns=() if n == 2 else heads)
        for n, row in enumerate(rows, 2)
    ]
    request = Request((ASKED["key_risks"],), tuple(extracts))
    claims = OfflineModel().answer(request).replies[0].claims
    assert "Pneumonia (ZX-4: 27%; No pill: 19%)" in [claim.text for claim in claims]
    quotes = {citation.quote for claim in claims for citation in claim.citations}
    assert "Harm | ZX-4 | No pill" in quotes
    assert not quotes & {"ZX-4", "No pill"}


@pytest.mark.parametrize("name", ["Unborn children", "Pregnancy", "What may happen"])
def test_a_bare_title_is_no_risk(name: str) -> None:
    """It says what the text below it is about, which may be a denial."""
    extracts = (
        Extract(1, "heading", "Risks"),
        Extract(2, "heading", name, ("Risks",)),
        Extract(3, "paragraph", "Ask the midwife.", ("Risks", name)),
    )
    claims = OfflineModel().answer(Request((ASKED["key_risks"],), extracts)).replies[0].claims
    assert claims == ()


def test_a_title_that_runs_into_a_paragraph_heads_it_and_is_not_told() -> None:
    """Its paragraph and those up to the next title are at home in it."""
    extracts = tuple(Extract(n, "paragraph", text) for n, text in enumerate(TITLED, 1))
    claims = OfflineModel().answer(Request((ASKED["key_risks"],), extracts)).replies[0].claims
    assert next(claim.text for claim in claims) == "The finger stick may leave a bruise"
    assert not any("PERILS" in claim.text for claim in claims)


def test_the_ledger_reads_titles_that_run_into_paragraphs() -> None:
    """What stands under such a title of risks is a line, without the title."""
    source = text_source("\n\n".join(TITLED))
    named = {risk.text: risk.place for risk in risks_of(Places(source))}
    assert named["The finger stick may leave a bruise."] == "risks"
    assert named["Your neighbors may learn that you are ill."] == "risks"
    assert len(named) == 2


def test_a_letter_without_headings_opens_its_risks_with_a_sentence() -> None:
    """Who announces risks in a few words heads what follows in the same paragraph."""
    source = text_source(
        "We would like you to join.\n\n"
        "It has some downsides. For two weeks you will feel sleepier. You may be bored.\n\n"
        "There are no dangers. The bus stops at the door."
    )
    named = [risk.text for risk in risks_of(Places(source))]
    assert "For two weeks you will feel sleepier." in named
    assert "The bus stops at the door." not in named


def test_a_name_in_capitals_is_no_title() -> None:
    """Titles come in numbers, each another one."""
    names = ["NOMAD Health runs the study.", "NOMAD Health pays.", "NOMAD Health will call you."]
    assert run_in_titles(names) == [0, 0, 0]
    assert run_in_titles(
        ["COSTS There are none.", "RISKS You may fall.", "MONEY We pay $5 a day."]
    ) == [6, 6, 6]


def test_what_the_classifier_takes_for_a_risk_is_on_the_ledger_whatever_it_stands_under() -> None:
    """A heading that no list of headings knows does not hide the harms below it."""
    source = text_source(
        "# Good to know\n\n"
        "We meet in the old library, which has two doors.\n\n"
        "# Of the needle\n\n"
        "- Soreness and a bruise where it went in\n\n"
        "- Now and then somebody faints\n\n"
        "# Of the tablets\n\n"
        "They can upset the stomach and, very seldom, hurt the liver.\n\n"
        "# When we are open\n\n"
        "Monday to Friday from nine to five."
    )
    named = {risk.text for risk in risks_of(Places(source))}
    assert named == {
        "Soreness and a bruise where it went in",
        "Now and then somebody faints",
        "They can upset the stomach and, very seldom, hurt the liver.",
    }


def test_an_incidence_before_a_colon_is_no_mere_number() -> None:
    """What follows it is what befalls people."""
    source = text_source(
        "# Risks\n\n20 or more: low blood counts, infection, mouth sores\n\n1 in 10"
    )
    assert [risk.text[:10] for risk in risks_of(Places(source))] == ["20 or more"]
