"""The offline model on what is said around a fact: who, how far, against what, of which thing."""

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Reply, Request
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS

_FORM = {
    "What is this study about?": "We want to learn if a nose rinse helps people with hay fever.",
    "What will I do?": "You will rinse your nose each day. You will come to the clinic 3 times.",
    "Who will see my data?": "Your data are kept under a code.",
    "How long will it take?": "You will be in the study for 6 weeks.",
    "What if I change my mind?": "You may leave at any time.",
}


def _ask(name: str, *extracts: Extract) -> Reply:
    question = next(question for question in QUESTIONS if question.name == name)
    return OfflineModel().answer(Request((question,), extracts)).replies[0]


def _passages(**said: str) -> tuple[Extract, ...]:
    """Return a short form in which a heading of the caller's is followed by what is said there."""
    form = {heading.replace("_", " "): text for heading, text in said.items()} | _FORM
    found: list[Extract] = []
    for heading, text in form.items():
        found.append(Extract(len(found) + 1, "heading", heading, ()))
        found.append(Extract(len(found) + 1, "paragraph", text, (heading,)))
    return tuple(found)


def _told(name: str, **said: str) -> str:
    return " ".join(claim.text for claim in _ask(name, *_passages(**said)).claims)


def _rows(name: str, heading: str, columns: tuple[str, ...], *rows: tuple[str, ...]) -> list[str]:
    table = [
        Extract(n, "row", " | ".join(cells), (heading,), cells=cells, columns=columns)
        for n, cells in enumerate(rows, start=100)
    ]
    return [claim.text for claim in _ask(name, *_passages(), *table).claims]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Dr. Ines Vale, 555-010-0137.", "555-010-0137"),
        ("Ines Vale, PhD, 555-010-0137.", "555-010-0137"),
        ("Call nurse Ines Vale at 555-010-0137.", "555-010-0137"),
        ("Ines Vale, 555-010-0137.", "555-010-0137"),
        ("Dr. Ines Vale, mobile 94470 01377 (day and night).", "94470 01377"),
    ],
)
def test_a_person_without_a_role_is_the_study_team(said: str, number: str) -> None:
    """The number is told, the name is not."""
    assert _told("contact", Contact=said) == f"Study team: {number}"


def test_a_role_further_up_is_told_rather_than_a_person() -> None:
    """What stands over the name says who it is."""
    said = "The principal investigator is here for you. Ines Vale, MD, 555-010-0137."
    assert _told("contact", Contact=said) == "Principal investigator: 555-010-0137"


def test_an_institution_is_no_person() -> None:
    """Capitals alone make nobody a member of the team."""
    assert not _told("contact", Contact="Poison Control Center, 555-010-0137.")


def test_a_harm_that_needs_treatment_is_no_procedure() -> None:
    """Of a table of tests only the tests are done, not what may come of them."""
    columns = ("What is done", "How often", "What may come of it")
    row = ("Liver biopsy", "Once", "Bleeding that needs an operation to stop it")
    told = _rows("procedures", "What we will do", columns, row)
    assert any("Liver biopsy" in text for text in told)
    assert not any("leeding" in text for text in told)


def test_a_harm_of_a_table_keeps_the_head_of_its_row() -> None:
    """How bad a thing is says nothing without the thing."""
    columns = ("Effect", "Drug (out of 100)", "How bad")
    rows = (("Taking too much at once (if alone)", "2", "Often fatal"), ("Hiccups", "9", "Mild"))
    told = _rows("key_risks", "Table of harms", columns, *rows)
    assert "Taking too much at once: Often fatal" in told


def test_an_unknown_rate_is_no_risk() -> None:
    """A cell that only says that nothing is known names no harm."""
    columns = ("Effect", "Drug (out of 100)", "Pill (out of 100)")
    told = _rows("key_risks", "Table of harms", columns, ("Newborn jitters", "unknown", "unknown"))
    assert "unknown" not in [text.lower() for text in told]


def test_the_effects_of_an_arm_are_not_the_arm() -> None:
    """Symptoms under the name of a group are no answer to what the group is given."""
    said = "Headache (21%) and vomiting (12%). Less likely: hiccups."
    assert "Headache" not in _told("intervention", Group_2_low_dose=said)


@pytest.mark.parametrize("said", ["You may or may not gain weight.", "He may put on some weight."])
def test_a_harm_is_no_benefit(said: str) -> None:
    """What may come, or may not, is a benefit only if it is good."""
    assert "weight" not in _told("benefit", What_good_might_come=said)
    assert _ask("direct_benefit", *_passages(What_good_might_come=said)).boolean is False


@pytest.mark.parametrize(
    "said",
    [
        {"Risks_of_not_taking_part": "There are none."},
        {"What_will_not_happen": "You will not get antibiotics as part of the study."},
        {"Good_to_know": "Stopping the pills suddenly can make your heart race."},
    ],
)
def test_what_is_not_given_or_comes_of_stopping_is_no_washout(said: dict[str, str]) -> None:
    """Nobody is told to stop a medicine there."""
    assert _ask("washout_required", *_passages(**said)).boolean is False


def test_a_yes_that_leans_names_its_subject() -> None:
    """The sentence that says what "they" are comes first."""
    said = "Water pills change your salts. They and all other pills must be stopped for 7 days."
    told = _told("washout_required", Before_the_study=said)
    assert told.startswith("Water pills change")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "The skin cut can get infected deep down into the muscle, though we have seen this in "
            "only one of all the people so far.",
            "skin cut can get infected deep down into the muscle",
        ),
        (
            "Nearly everyone is sore for a day, the dye now and then upsets the liver and in "
            "people whose liver is already weak may do lasting harm, which we have seen twice.",
            "dye now and then upsets the liver",
        ),
        (
            "The operation has led to weakness of one arm, in loss of speech, and, in one "
            "instance, in death, as far as the centers that took part have told us until now.",
            "weakness of one arm, in loss of speech, and, in one instance, in death",
        ),
        (
            "Kidney biopsy: blood in the urine for a day (1 in 20), bleeding that needs a "
            "transfusion (1 in 300), and the loss of the kidney (fewer than 1 in 10,000).",
            "Kidney biopsy: bleeding that needs a transfusion (1 in 300)",
        ),
    ],
)
def test_a_cut_loses_neither_harm_nor_subject(said: str, told: str) -> None:
    """No phrase ends before the place or the word that it leans on, nor without its label."""
    assert told in _told("key_risks", What_are_the_risks=said)


def test_a_list_of_what_was_not_seen_names_no_risk() -> None:
    """The denial that opens a list reaches to its end; what follows it counts."""
    said = "None of the following has been seen: liver failure, fits. Half of them had a headache."
    told = _told("key_risks", Side_effects=said)
    assert "liver" not in told
    assert "headache" in told


@pytest.mark.parametrize("heading", ["Side-effects", "Serious", "Less serious", "Problems"])
def test_a_bare_harm_counts_under_many_headings_of_risks(heading: str) -> None:
    """Two words are a risk where the heading says so."""
    item = Extract(90, "item", "Kidney failure", (heading,))
    told = _ask("key_risks", *_passages(), Extract(89, "heading", heading, ()), item)
    assert [claim.text for claim in told.claims] == ["Kidney failure"]


def test_who_reads_the_records_is_no_risk() -> None:
    """Under a heading of risks too."""
    said = "Records may be seen by the Ethics Committee. The rinse may burn."
    assert _told("key_risks", What_are_the_risks=said) == "The rinse may burn"


def test_how_long_is_not_how_many() -> None:
    """The months that one person is in the study are no count of people."""
    assert not _told("number_of_participants", What_you_do="You will be in the study for 9 months.")


def test_a_question_is_no_risk() -> None:
    """What somebody asks in a form written as a talk tells of no harm."""
    said = "Parent: Could it hurt her? Doctor: The tape can leave a sore spot for a day."
    told = _told("key_risks", What_are_the_risks=said)
    assert "Could it hurt" not in told
    assert "sore spot" in told
    assert "Doctor" not in told


@pytest.mark.parametrize(
    ("name", "heading", "said"),
    [
        ("costs", "Costs", "The rinse is free for 6 weeks. After that it costs $15 a month."),
        ("compensation", "Payment", "You will be paid CHF 90. Half of it is withheld for a year."),
        ("compensation", "Payment", "You get $90. The payment is taxable."),
        ("compensation", "Pay", "You get $90. Joining may make you lose your housing benefits."),
        ("injury", "Injury", "For harm from the rinse Acme pays. For harm from a scan you pay."),
        ("injury", "Injury", "The Sponsor will pay for injuries. This does not apply to smokers."),
        ("benefit", "Benefits", "The rinse may help you. In a past trial it did no better."),
        ("benefit", "Benefits", "You may cough less. You may not."),
    ],
)
def test_both_halves_of_a_truth_are_told(name: str, heading: str, said: str) -> None:
    """The sentence that bounds a statement follows it."""
    if "did no better" in said:
        said = said.replace("better.", "better than salt water.")
    assert _told(name, **{heading: said}) == said


def test_a_sum_in_rupees_is_whole() -> None:
    """An abbreviation of a currency ends no sentence and opens a sum."""
    said = "Rs. 900 per visit shall be paid; total Rs. 2,700."
    assert _told("compensation", Payment=said) == said


def test_a_telephone_number_is_no_study_number() -> None:
    """The number of the board's telephone does not become that of the study."""
    assert not _told("study_id", Contact="IRB 555-010-0137. Ethics Committee: 0487 255 0137.")
    assert _told("study_id", Contact="IRB 25-3307. Tel. 555-010-0137.") == "IRB 25-3307"


def test_who_pays_is_no_title() -> None:
    """A line on the money is not the name of the study, nor is the word before the name."""
    said = "Paid for by the Greater Vale Lung Health Trust."
    assert "Paid for" not in _told("study_title", Research=said)
    heading = Extract(1, "heading", "Consent to be in Research: Salt Rinse for Chronic Hay Fever")
    told = [claim.text for claim in _ask("study_title", heading, *_passages()).claims]
    assert told == ["Salt Rinse for Chronic Hay Fever"]


@pytest.mark.parametrize(
    "said",
    [
        "You choose whether to be in it.",
        "You may say yes or no.",
        "This is research and your choice.",
        "People join on an entirely voluntary basis.",
        "If you say no you may lose your place in the queue.",
    ],
)
def test_a_free_choice_is_known_in_many_words(said: str) -> None:
    """So is what a refusal costs."""
    assert said in _told("voluntary", Your_choice=said)


@pytest.mark.parametrize(
    ("said", "held_out"),
    [
        ("You may use your inhaler less.", True),
        ("Neither study is likely to help you.", False),
        ("No benefit is expected.", False),
    ],
)
def test_hope_and_its_absence_are_known_in_many_words(said: str, held_out: bool) -> None:
    """The sentence is told, and the answer is yes or no as it says."""
    assert said in _told("benefit", Benefits=said)
    assert _ask("direct_benefit", *_passages(Benefits=said)).boolean is held_out


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Choices", "Tablets, nose sprays, or allergy shots from your own doctor."),
        ("What_else_you_could_do", "You can have allergy shots without being in the study."),
    ],
)
def test_options_are_told_under_their_heading(heading: str, said: str) -> None:
    """A bare list of other treatments answers, and the right to say no does not stand for it."""
    no = "You can say no and you will still get your care."
    assert _told("alternatives", Summary=no, **{heading: said}) == said


def test_a_number_behind_a_title_is_no_part_of_it() -> None:
    """What counts the protocol does not name it."""
    said = "Study title: Warm Baths for Sore Feet in Older Adults Protocol 26-02-0311."
    assert _told("study_title", Research=said) == "Warm Baths for Sore Feet in Older Adults"
