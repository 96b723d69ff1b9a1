"""What forms say in other words: one fact at a time, under plain headings, by the offline model."""

import re

import pytest

from conspectus import check_claim
from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Request
from one_answer import ASKED, FORM, answered


@pytest.mark.parametrize(
    ("name", "heading", "text", "told"),
    [
        ("population", "Why me?", "You teach in a school of our county.", "teach"),
        ("population", "Who can be in it", "You qualify if you have gout and are over 40.", "gout"),
        ("number_of_participants", "About this study",
         "We gather spit from 3,000 people in two towns.", "3,000"),
        ("number_of_participants", "About this study", "24 volunteers, aged 20 to 40, are sought.",
         "24"),
        ("procedures", "What happens", "You spend a night in the sleep lab.", "sleep lab"),
        ("procedures", "What happens", "You live in our unit for ten days.", "ten days"),
        ("procedures", "What happens", "You watch a 10-minute video on vaccines.", "video"),
        ("procedures", "What happens", "A small pump is put under the skin.", "pump"),
        ("duration", "Time", "Each nurse's part lasts nine months.", "nine months"),
        ("duration", "Time", "All parts together take 14 weeks.", "14 weeks"),
        ("visits_or_time", "Time", "Set aside 30 minutes for the survey.", "30 minutes"),
        ("visits_or_time", "Time", "Come back on day 3, day 7 and day 28.", "day 28"),
        ("visits_or_time", "Time", "Each month we send questions. It takes 20 minutes.",
         "questions. It takes 20 minutes"),
        ("benefit", "Benefits", "Not for you personally.", "Not for you"),
        ("benefit", "Benefits", "If you get the pill your breath at night may improve.", "breath"),
        ("benefit", "Benefits", "In the long run this may help to cure gout.", "cure gout"),
        ("alternatives", "Other choices", "You could stay on dialysis.", "dialysis"),
        ("alternatives", "Other choices", "A licensed shot can be had from your doctor.", "shot"),
        ("compensation", "Will you pay me?",
         "We will not pay you for the survey. Those who talk to us later get a $30 card.",
         "not pay you.*30"),
        ("costs", "Costs", "Quillane pays for the scans.", "Quillane pays"),
        ("costs", "Costs", "None of this is billed.", "billed"),
        ("injury", "If you are hurt", "You or your insurance would have to pay for care.", "pay"),
        ("injury", "If you are hurt", "Alder has not set money aside for this.", "aside"),
        ("confidentiality", "Privacy", "We do not ask for your name.", "name"),
        ("data_sharing", "Privacy", "Your data will not be used for any other research.", "not be"),
        ("voluntary", "Your rights", "Nothing about your job depends on it.", "job"),
        ("early_termination", "Can I take it back?",
         "We do not know which are yours, so we can't delete them.", "delete"),
        ("contact", "Contacts", "Nurse: 555-555-0100", "Nurse: 555-555-0100"),
        ("contact", "Contacts", "The lead professor's office at 555-555-0101.", "0101"),
        ("study_id", "About this study", "Exempt study 2031-K-0077", "2031-K-0077"),
        ("purpose", "About this study", "Does it work? That is what this study asks.",
         "work. That"),
        ("condition", "About this study", "We study migraine.", "[Mm]igraine"),
        ("intervention", "What happens", "Half wear a mask, half drink salt water.", "mask"),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_whatever_words(name: str, heading: str, text: str, told: str) -> None:
    """The answer holds the fact, and its quotes bear it out."""
    claims = answered(FORM, name, heading, text).claims
    assert re.search(told, " ".join(claim.text for claim in claims))
    for claim in claims:
        assert check_claim(claim.text, [citation.quote for citation in claim.citations]) == []


@pytest.mark.parametrize(
    ("name", "heading", "text", "said"),
    [
        ("randomized", "What happens", "Which pill you get is left to chance.", True),
        ("randomized", "What happens", "You and your doctor decide which pill you get.", False),
        ("washout_required", "What happens",
         "If you use a nose spray, you must stay off it for 2 weeks before the test.", True),
        ("washout_required", "What happens", "Your own medicines are not changed.", False),
        ("biospecimens", "What happens", "We keep a bit of the tumor that is cut out.", True),
        ("direct_benefit", "Benefits", "Your answers may help schools treat teachers better.",
         False),
        ("direct_benefit", "Benefits", "The drug might take away some of your pain.", True),
        ("is_pediatric", "Who can be in it", "Nobody under 18 can be in the study.", False),
        ("is_pediatric", "Who can be in it", "The study is for newborns in our ward.", True),
        ("reproductive_risks", "Risks and discomforts", "It could hurt a baby in the womb.", True),
        ("affects_treatment_options", "Other choices",
         "Once it is in, a transplant may no longer be possible.", True),
        ("affects_treatment_options", "Other choices", "Your usual care goes on.", False),
    ],
)  # fmt: skip
def test_yes_and_no_are_told_in_whatever_words(
    name: str, heading: str, text: str, said: bool
) -> None:
    """What denies a thing is not taken for its mention."""
    assert answered(FORM, name, heading, text).boolean is said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Your joints may ache.", "ache"),
        ("Slower growth is possible.", "growth"),
        ("The drug may lower the number of sperm.", "sperm"),
        ("The drug gets into breast milk.", "breast milk"),
        ("Memory lapses have been seen.", "Memory"),
        ("Some people panic in the chamber.", "panic"),
        ("The cut will leave a scar.", "scar"),
        ("If it breaks you will need surgery.", "surgery"),
        ("Some people had to be taken to the hospital.", "hospital"),
        ("Most people put on weight.", "weight"),
        ("Fluid under the retina may reduce your sight.", "retina"),
        ("Other students will hear what you say.", "hear"),
        ("If others learned of your genes, it could upset your family.", "upset your family"),
    ],
)
def test_a_risk_is_told_in_whatever_words(text: str, told: str) -> None:
    """No half of a condition is told, nor is a risk left out for its words."""
    claims = answered(FORM, "key_risks", "Risks and discomforts", text).claims
    assert any(told in claim.text for claim in claims)


@pytest.mark.parametrize(
    ("name", "heading", "text"),
    [
        ("purpose", "About this study",
         "A research study is not the same as medical care: its goal is to gain knowledge."),
        ("duration", "What happens",
         "If you would rather not be heard, you may sit out on those two days."),
        ("duration", "What happens",
         "Birth control must be used from the first visit until 4 months after the last dose."),
        ("condition", "Who can be in it", "People who have had a transplant cannot join."),
        ("key_risks", "Risks and discomforts",
         "A law called GINA says that insurers may not use your genes against you."),
    ],
)  # fmt: skip
def test_what_speaks_of_other_things_is_no_answer(name: str, heading: str, text: str) -> None:
    """The words of a fact may stand in a sentence that does not tell it."""
    assert answered(FORM, name, heading, text).claims == ()


def test_what_a_sentence_calls_it_is_named_by_the_heading_above() -> None:
    """A risk of "it" is told with its name, and both are cited."""
    extracts = (
        Extract(1, "heading", "What could go wrong?"),
        Extract(2, "heading", "The needle", ("What could go wrong?",), 1),
        Extract(3, "paragraph", "It may hurt, leave a bruise, or make you faint.",
                ("What could go wrong?", "The needle")),
    )  # fmt: skip
    claims = OfflineModel().answer(Request((ASKED["key_risks"],), extracts)).replies[0].claims
    assert [claim.text for claim in claims] == [
        "The needle: It may hurt, leave a bruise, or make you faint."
    ]
    assert [citation.extract for citation in claims[0].citations] == [3, 2]


def test_a_question_that_opens_an_item_heads_it() -> None:
    """A summary of bullets, each with its question, has a home for every answer."""
    items = ("What could go wrong? The cut might get infected.", "Must I? No.")
    extracts = tuple(Extract(n, "item", text, ("Summary",)) for n, text in enumerate(items, 1))
    claims = OfflineModel().answer(Request((ASKED["key_risks"],), extracts)).replies[0].claims
    assert "infected" in " ".join(claim.text for claim in claims)
