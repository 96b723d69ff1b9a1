"""Words of a form are made plain, short and able to stand alone, and say the same."""

import re

import pytest

from conspectus import check_claim
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.breaking import broken, enumerated
from conspectus.plugins.informed_consent_ki.fitness import CRUMB, UNFIT, is_fragment
from conspectus.plugins.informed_consent_ki.pruning import undoubled
from conspectus.plugins.informed_consent_ki.wording import closed, shown, simplified


def _said(text: str) -> str:
    """Return the sentences as a template tells them."""
    return " ".join(closed(broken(sentence)) for sentence in sentences(simplified(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.2 The School will enroll 38 people.", "The School will enroll 38 people."),
        ("You may have the usual care described above.", "You may have the usual care."),
        ("It is done in one session, as described in section 5.", "It is done in one session."),
        ("Blood left after tests in Section A5 is kept.", "Blood left after tests is kept."),
        ("The band is worn at home (see Section 4).", "The band is worn at home."),
        ("Tissue is sent back, unless you agree to the optional storage below.",
         "Tissue is sent back, unless you agree to the optional storage."),
        ("Because of this, you must use birth control.", "You must use birth control."),
        ("As mentioned in the last chapter, the test takes an hour.", "The test takes an hour."),
        ("Your tests (see Part B) are free.", "Your tests are free."),
        ("All of the above: $205 for the family.", "In all: $205 for the family."),
        ("The visit takes one hour..", "The visit takes one hour."),
    ],
)  # fmt: skip
def test_what_points_elsewhere_is_dropped(text: str, said: str) -> None:
    """Numbering, pointers and opening words tie a sentence to what is not told."""
    assert _said(text) == said
    assert check_claim(said, [text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The band is worn below the knee.",
        "People aged 18 and above can join.",
        "Who pays is explained in Section 8.",
        "You cannot sue anyone except as described below.",
        "For people in part 2 or part 3, the visits are longer.",
        "In the weeks after the operation of the knee some people have had pain in the other knee "
        "too (about 2 to 3% with the usual operation of the knee).",
        "On each of the first three days of your stay you will get the new medicine of the study "
        "(which is either the medicine or a placebo).",
        "In addition to the nurse, a doctor sees you.",
        "Because of this radiation, pregnant women must not join.",
        "Otherwise they will be thrown away.",
        "Others may be helped one day, if a cure comes of it.",
        "Your name may be taken off the samples that the clinic keeps and used for other research, "
        "without asking you again.",
        "You will be paid (unless you leave before the end of the first visit of the study) for "
        "each of the visits that you complete.",
    ],
)
def test_what_carries_meaning_stays(text: str) -> None:
    """A place of the body, an age and a condition in brackets are no pointers and no asides."""
    assert _said(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("My samples may be kept in a biobank.", "Your samples may be kept in a biobank."),
        ("I know that taking part is voluntary and that I may withdraw at any time.",
         "Taking part is voluntary and you may withdraw at any time."),
        ("I was told that I can leave at any time.", "You can leave at any time."),
        ("I will have type I testing and CBT-I at my clinic.",
         "You will have type I testing and CBT-I at your clinic."),
        ("Because I am a patient of the clinic.",
         "You are asked because you are a patient of the clinic."),
        ("Call the study doctor, Dr. Ann Smith, if you feel ill.",
         "Call the study doctor if you feel ill."),
    ],
)  # fmt: skip
def test_the_reader_is_spoken_to_and_nobody_is_named(text: str, said: str) -> None:
    """What a form lets its reader say is said to the reader; a role does without its name."""
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("There is also a risk of death.", "Risk of death"),
        ("There is even a chance that a side effect may cause death",
         "A chance that a side effect may cause death"),
        ("An uncommon risk is a possible abnormal heart beat",
         "Possible abnormal heart beat (uncommon)"),
        ("Exam (U), blood and urine (R)", "Exam, blood and urine"),
        ("Other loss of trust: friends may read it", "Loss of trust: friends may read it"),
        ("Rare: A hole in the ear drum", "Rare: a hole in the ear drum"),
        ("Complaints: Pine River Office", "Complaints: Pine River Office"),
        ("Risks of a blood draw: Pain, a bruise", "Blood draw: pain, a bruise"),
        ("Chance that someone learns something, for instance",
         "Chance that someone learns something"),
        ("Imaging for Disease Assessment", "Imaging for disease assessment"),
        ("Beck Depression Inventory", "Beck Depression Inventory"),
        ("If the lessons (called Steady Days) help", "If the lessons (called Steady Days) help"),
        ("Allergic reactions like these are likely to be rare",
         "Allergic reactions are likely to be rare"),
    ],
)  # fmt: skip
def test_list_items_are_alike(text: str, item: str) -> None:
    """An item names its thing first, without a full stop; only names keep their capitals."""
    assert shown(text) == item


@pytest.mark.parametrize(
    ("sentence", "listing"),
    [
        ("You cannot join if you: are pregnant; take aspirin; or smoke.",
         ("You cannot join if you:", ("are pregnant", "take aspirin", "smoke"))),
        ("We may stop your part in the study if you move far away, if you are ill, or if the "
         "sponsor ends it.",
         ("We may stop your part in the study if:",
          ("you move far away", "you are ill", "the sponsor ends it"))),
        (
            "The purpose of this study is to find out whether the tablet helps people with pain in "
            "their joints, and whether it is safe.",
            (
                "The purpose of this study is to find out:",
                (
                    "whether the tablet helps people with pain in their joints",
                    "whether it is safe",
                ),
            ),
        ),
        ("Time: two hours.", None),
        ("You can join if you are well, and if your doctor agrees to all that the study asks of "
         "you and of the clinic.", None),
    ],
)  # fmt: skip
def test_what_enumerates_is_a_list(sentence: str, listing: object) -> None:
    """Alternatives become items; conditions that must all hold stay one sentence."""
    assert enumerated(sentence) == listing


def test_a_reason_that_denies_is_a_sentence_of_its_own() -> None:
    """It holds whatever the condition in front; after a denial it might turn the sense."""
    billed = "If the study makes you ill, you or your plan will be billed for all of the treatment"
    assert _said(f"{billed}, as the study does not pay for illness.") == (
        f"{billed}. The study does not pay for illness."
    )
    denied = "If the study makes you ill, you will not be paid for the time that you lose in bed"
    assert _said(f"{denied}, as the study does not pay for it.").count(".") == 1


@pytest.mark.parametrize(
    "text",
    [
        "If you leave before the end of the study, there will be no penalty to you, and you will "
        "lose no benefits at all.",
        "After you have left the hospital with your doctor's leave, we will call you twice, and we "
        "will see you once more.",
        "Whatever you decide about this research study, you will not be penalized, and you will "
        "keep your place here.",
    ],
)
def test_what_an_opening_governs_is_not_broken_off(text: str) -> None:
    """A condition or a time in front holds for the whole sentence."""
    assert _said(text).count(".") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Chest X-ray | X | | |",
        "YES, I agree to give the extra sample.",
        "If this is not true for your site, please replace it.",
        "Dr. Halvorsen has given paid lectures.",
        "Some of the reasons that you cannot join are.",
        "Call [describe the person] first.",
        "I have read this and had time to think.",
        "I was shown the band.",
        "Name and title (please print)",
        "The study is run by",
    ],
)
def test_rows_notes_choices_and_names_are_unfit(text: str) -> None:
    """What no reader can use is not told."""
    assert re.search(UNFIT, text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "crumb"),
    [
        ("BEFORE SURGERY", True),
        ("ECG", False),
        ("Because you become pregnant", True),
        ("If your answers worry us, Dr", True),
        ("Blood tests", False),
        ("Benefits that you are entitled to keep", False),
    ],
)
def test_half_clauses_are_no_items(text: str, crumb: bool) -> None:
    """Headings in capitals and cut-off ends are crumbs; abbreviations are not."""
    assert bool(re.search(CRUMB, text, re.IGNORECASE)) is crumb


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Adults who have asthma and have never smoked.", True),
        ("From now until your baby is 12 weeks old.", True),
        ("Men of 21 years or more who have decided upon surgery may join.", False),
        ("Starting a week after the operation you will come here each day.", False),
        ("Days on which you will come here.", True),
        ("We\u2019re doing a study.", False),
        ("Parking is free.", False),
    ],
)
def test_a_text_without_a_verb_of_its_own_is_a_fragment(text: str, fragment: bool) -> None:
    """The verb of a clause inside does not count."""
    assert is_fragment(text) is fragment


@pytest.mark.parametrize(
    "text",
    [
        "Liquid iron, or iron by vein",
        "You may, or may not, be told more or more often be asked",
        "Pain over and over",
        "Child care or care for the old",
    ],
)
def test_a_word_said_twice_for_two_things_stays(text: str) -> None:
    """Only what stands for itself both times is said once."""
    assert undoubled(text) == text
