"""Which sentences of a form are risks: by their words, beside which words, under which heading."""

from collections.abc import Mapping

import pytest

from conspectus.plugins.informed_consent_ki.beside_risks import (
    CARES,
    ELSEWHERE,
    OTHERS_FIRST,
    PLAIN,
    TALKS,
)
from conspectus.plugins.informed_consent_ki.clauses import clauses
from conspectus.plugins.informed_consent_ki.named_risks import risks_of
from conspectus.plugins.informed_consent_ki.patterns import any_of
from conspectus.plugins.informed_consent_ki.risk_crumbs import CRUMBS, LEADS
from conspectus.plugins.informed_consent_ki.risk_places import Places
from conspectus.testing import text_source

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "talks": {
        "of risk as what is studied": "Risk factors for gout are entered in a model.",
        "about telling of risks": "There is a leaflet with information about the risks.",
        "of what a word means": "Apnea refers to pauses of the breath.",
        "of risks at large": "All medicines have risks.",
        "of what care does anyway": "The risks are no different from those at your clinic.",
        "of what passes": "Most pass within an hour.",
        "of getting well": "Most were well within two days.",
        "of where it comes from": "The swelling is mostly due to the salt in the drip.",
    },
    "cares": {
        "advice": "Tell the nurse if you have a rash.",
        "duties and permissions": "You should drink water against headaches.",
        "to whom it is said": "When you visit the clinic for pain, bring the diary.",
        "what is done about it": "We will treat a fever with tablets.",
        "that there is little": "The pain is too small to notice.",
        "what is hoped for": "Your legs could feel calmer and hurt less.",
        "comparisons": "Headaches were as common with placebo.",
        "questions, leads and boards": "Could it hurt?",
    },
    "plain": {
        "choices": "You can skip the puzzle.",
        "pointers": "Section 7 tells the rest.",
        "what is done": "The strip will be attached with tape.",
        "what a test is": "The spirogram is a breathing test.",
        "purposes": "The aim is a lighter boot.",
        "care and safeguards": "The lamps are inspected by a works engineer.",
        "that there is little": "The light is as low as in a cinema.",
        "what is hoped for": "It opens the nose, so that it is easier to smell.",
        "laws": "A state law makes such questions illegal.",
    },
    "others first": {
        "back": "These come from the glue.",
        "the staff": "The researchers could be in the next hall.",
    },
    "crumbs": {
        "a frequency": "Less likely",
        "a number": "About 3 out of 40",
        "a mark": "None",
        "a visit": "Month 6",
        "a heading": "Unforeseen risks",
        "a pointer": "See next page",
        "a name with a telephone": "Dr. Ilse Brandt 202-555-0199.",
    },
}
"""What each group of words shuts out; a group without a sentence is a test that fails."""

TABLES = {
    "talks": TALKS,
    "cares": CARES,
    "plain": PLAIN,
    "others first": OTHERS_FIRST,
    "crumbs": CRUMBS,
}


def _risks(*lines: str) -> list[str]:
    source = text_source("\n".join(lines))
    return [risk.text for risk in risks_of(Places(source))]


@pytest.mark.parametrize("table", TABLES)
def test_each_group_of_words_has_its_sentence(table: str) -> None:
    """Who adds a group shows what it is for."""
    assert SENTENCES[table].keys() == TABLES[table].keys()


@pytest.mark.parametrize(
    ("table", "group", "said"),
    [(table, group, said) for table, groups in SENTENCES.items() for group, said in groups.items()],
)
def test_what_stands_among_risks_and_is_none_is_shut_out(table: str, group: str, said: str) -> None:
    """By the group that names it, even under a heading of risks."""
    assert any_of({group: TABLES[table][group]}).search(said.lower())
    assert _risks("# What are the risks?", said) == []


@pytest.mark.parametrize(
    "said",
    [
        "It fades in some people, but others keep a rash.",
        "A few go lame.",
        "The pump goes off without warning.",
        "All operations have risks, and this one can stop the heart.",
        "Lie flat after the puncture, because the fluid can leak.",
        "If you have a weak chest, the gas can tighten your throat.",
        "If you notice yellow skin, your liver may be inflamed.",
        "You must hold your arm up for an hour, which hurts.",
        "You will have a lump.",
        "The tube will be placed in the gullet, which can tear.",
        "Blood will be drawn so often that it leaves you weak.",
        "We will stop your heart for some minutes.",
        "We have seen three cases of jaundice.",
        "Compared with placebo, twice as many people had a stroke.",
        "The relative risk of a stroke was doubled.",
        "Risk factors such as smoking make clots more likely during the study.",
        "The lifetime risk of cancer goes up by 1 in 700.",
        "The law does not forbid a landlord to ask for the result.",
        "Your child should expect to vomit.",
        "Take note: the drops may blind you.",
        "What is cut out cannot be put back.",
        "A nurse has to hold your child down.",
        "3 deaths",
        "A blockage of the gut that may get better on its own and need no surgery.",
    ],
)
def test_a_risk_is_not_shut_out_by_the_words_beside_it(said: str) -> None:
    """Advice, care and talk of risks hide no harm that the same sentence names."""
    assert _risks("# What are the risks?", said) == [said]


def test_a_harm_is_the_lightest_when_only_its_heading_tells_it() -> None:
    """What no word of harm marks stands last in the ledger."""
    said = ("Your nails turn blue.", "You may have a stroke.", "You may have a rash.")
    assert _risks("# What are the risks?", *said) == [said[1], said[2], said[0]]


def test_under_a_heading_of_benefits_only_grave_harm_counts() -> None:
    """Though a heading above it names risks and benefits together."""
    form = ("# Risks and benefits", "## Benefits", "- A free lamp", "It may cause a stroke.")
    assert _risks(*form) == ["It may cause a stroke."]


@pytest.mark.parametrize(
    "heading",
    ["Sample size to study risk factors", "Cancer risk assessment", "Definition of problems"],
)
def test_risk_that_is_studied_is_none_of_taking_part(heading: str) -> None:
    """A protocol speaks of the risk of a disease, of odds and of power."""
    assert _risks(f"# {heading}", "- Prostate", "Smoking may add to the risk of gout.") == []


def test_what_makes_risks_less_is_no_risk_but_what_remains_is() -> None:
    """A list of safeguards stands under its own heading."""
    form = ("# Risks", "## These risks will be minimized by:", "The box is closed at all times.")
    assert _risks(*form) == []
    assert _risks(*form, "There may be a loss of privacy.") == ["There may be a loss of privacy."]


@pytest.mark.parametrize(
    ("group", "lead"),
    [
        ("means", "Use one of these methods of birth control:"),
        ("care", "To lower these risks:"),
        ("conditions", "You may not take part with:"),
    ],
)
def test_the_lead_of_a_list_tells_what_its_items_are(group: str, lead: str) -> None:
    """A contraceptive, a safeguard or a bar to joining is no risk, though it stands among them."""
    assert any_of({group: LEADS[group]}).search(lead.lower())
    assert _risks("# Risks", lead, "- A copper coil", "- A heart valve") == []
    assert _risks("# Risks", "It can bring:", "- Boils") == ["Boils"]


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("what is hoped for", "In 4 of 9 people the lymphoma went into remission."),
        ("when a study ends", "The sponsor may stop this trial if a child dies."),
        ("who is at risk", "You are at a high risk of a stroke for some weeks."),
        ("who is looked for", "We may read registry data on deaths to identify people."),
    ],
)
def test_away_from_the_risks_not_every_grave_word_is_one(group: str, said: str) -> None:
    """A disease that yields, a trial that is halted, a register of deaths: no harm of the study."""
    assert any_of({group: ELSEWHERE[group]}).search(said.lower())
    around = ("The clinic is in the old town.", "It opens at nine.", "Bring this letter with you.")
    assert _risks("# How the study runs", *around[:2], said, *around[2:]) == []
    assert _risks("# How the study runs", "The drug has caused a stroke in one man.") != []


def test_every_group_of_words_elsewhere_has_been_tried() -> None:
    """The two tables that need a place of their own are whole as well."""
    assert ELSEWHERE.keys() == {
        "what is hoped for", "who is at risk", "when a study ends", "who is looked for",
    }  # fmt: skip
    assert LEADS.keys() == {"means", "care", "conditions"}


def test_groups_become_one_pattern_that_looks_where_words_begin() -> None:
    """Only what says so is looked for where the text begins, or anywhere."""
    pattern = any_of({"a": r"^\W*now\b|ache", "b": r"[?]$|(?<!no )harm"})
    assert [m[0] for m in pattern.finditer("now ache headache now harm, no harm?")] == [
        "now", "ache", "harm", "?",
    ]  # fmt: skip


def test_a_clause_does_not_end_within_brackets() -> None:
    """Half a bracket is no line that anyone can read."""
    inside = "(clots in the small vessels of the body; these block the flow of blood to the organs)"
    said = f"One illness that was seen in people who took it is a purple rash {inside}, "
    said += "and the kidneys of two people failed some weeks after they had stopped taking it."
    assert all(clause.text.count("(") == clause.text.count(")") for clause in clauses(said))
    assert len(clauses(said)) == 2
