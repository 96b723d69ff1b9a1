"""The offline model: sentences that lean on others, and contacts without a telephone."""

import asyncio
from types import SimpleNamespace

import pytest

from conspectus import Aspect, Cue, Question
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.claiming import likely
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.request import Claim, Extract, Request
from conspectus.plugins.informed_consent_ki.questions.contact import CONTACT
from plugins import CALL, PAY

USE = Question("use", "text", "Who may use them?", (Aspect("who", (Cue("other studies", 2.0),)),))


def _claims(question: Question, *texts: str, heading: str = "") -> tuple[Claim, ...]:
    path = (heading,) if heading else ()
    extracts = tuple(Extract(n, "paragraph", text, path) for n, text in enumerate(texts, 1))
    answer = asyncio.run(OfflineModel().ask(Request((question,), extracts)))
    return answer.replies[0].claims


def test_a_sentence_on_them_comes_with_the_sentence_that_names_them() -> None:
    """A sentence that begins with "They" says nothing alone; both are told and quoted."""
    (claim,) = _claims(USE, "The tubes stay here. They may be used in other studies.")
    assert claim.text == "The tubes stay here. They may be used in other studies."
    assert [citation.quote for citation in claim.citations] == [
        "The tubes stay here.",
        "They may be used in other studies.",
    ]


def test_a_long_sentence_before_is_not_told() -> None:
    """An answer stays an answer: a sentence that leans on a long one is told without it."""
    long = " ".join(["The tubes", *["and jars"] * 20, "stay here."])
    (claim,) = _claims(USE, f"{long} They may be used in other studies.")
    assert claim.text == "They may be used in other studies."


def test_a_question_is_no_answer() -> None:
    """A question inside of a paragraph is not told as what the form says."""
    assert _claims(PAY, "See below. Will you be paid $20?", heading="Payment") == ()


def test_a_note_to_the_writer_of_the_form_is_no_answer() -> None:
    """What a model form says to those who fill it in is not said to the reader."""
    note = "If people will be paid $20, please replace the above with appropriate language."
    assert _claims(PAY, note, heading="Payment") == ()


def test_a_role_without_a_telephone_has_its_e_mail_address() -> None:
    """Forms of surveys often name no number; where a role has one, the number is told."""
    said = "Write to the study doctor: team@college.example. Or the IRB, 555-203-1188, irb@x.org."
    assert [claim.text for claim in _claims(CALL, said, heading="Contact")] == [
        "Study doctor: team@college.example",
        "IRB: 555-203-1188",
    ]


def test_a_remark_behind_a_number_names_no_other_number() -> None:
    """Brackets after a number belong to it, not to the number that follows."""
    said = "Study doctor: 555-203-1100 (investigator) or 555-203-1101."
    assert [claim.text for claim in _claims(CALL, said, heading="Contact")] == [
        "Study doctor: 555-203-1100"
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Study doctor: Ann Vale, MD, Assistant Professor\nTelephone: 555-203-1100",
         "Study doctor: 555-203-1100"),
        ("Surgeon, nights and weekends 555-203-1100.",
         "Surgeon, nights and weekends: 555-203-1100"),
        ("Study doctor on duty (24 hours): 555-203-1100.",
         "Study doctor on duty, 24 hours: 555-203-1100"),
    ],
)  # fmt: skip
def test_a_number_has_the_role_of_its_holder(said: str, told: str) -> None:
    """A rank behind a name is no role, and a time of day says nobody to call."""
    (contact,) = (question for question in CONTACT if question.name == "contact")
    assert _claims(contact, *said.splitlines(), heading="Contact")[0].text == told


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("Pine Falls, OH 43210-2800 is where the board sits.", False),
        ("Version 3.0 of 8 March 2022 for the board.", False),
        ("Ring the bell or call 555-203-1100 at night.", True),
        ("Write to board@college.example about it.", True),
    ],
)
def test_no_likely_sentence_is_a_contact_that_reaches_nobody(text: str, reached: bool) -> None:
    """The classifier takes addresses, dates and versions for contacts: they hold no number."""
    sentence = Sentence(0, 1, "paragraph", text, text, ())
    odds = SimpleNamespace(likely=lambda question, alone: sentence)
    assert bool(likely(CALL, [], odds, [sentence])) is reached  # type: ignore[arg-type]
