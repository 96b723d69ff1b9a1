"""Facts in the words of other houses, and what sounds like them and is none."""

import re
from io import BytesIO

import pytest
from docx import Document

from conspectus import check_claim
from conspectus.adapters.read_docx import DocxParser
from conspectus.adapters.read_pdf import PdfParser
from conspectus.domain.request import Reply
from conspectus.domain.source import Upload
from one_answer import answered
from pdf_forms import BOLD, PROSE, REGULAR, Form, wrapped

ROOMS = {
    "about": "About this study",
    "who": "Who can be in it",
    "what": "What happens",
    "time": "Time",
    "risks": "Risks and discomforts",
    "good": "Benefits",
    "else": "Other choices",
    "pay": "Will you pay me?",
    "costs": "Costs",
    "hurt": "If you are hurt",
    "data": "Privacy",
    "free": "Your rights",
    "out": "Can I take it back?",
}
FORM = dict.fromkeys(ROOMS.values(), "Read this with a friend.")


def _reply(name: str, room: str, text: str) -> Reply:
    return answered(FORM, name, ROOMS[room], text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("By a draw, 20 people get the gel and 20 get a cream with nothing in it.", True),
        ("Your group is decided by a draw.", True),
        ("A random number then settles whether you sing or walk.", True),
        ("Which of the two masks you get is a matter of luck.", True),
        ("You have an even chance of the drug or the dummy pill.", True),
        ("Neither you nor your doctor can choose which group you are in.", True),
        (
            "Two out of three people get the drug and one gets placebo, as chosen by a machine.",
            True,
        ),
        ("By a draw of blood we learn your iron level.", False),
        ("By drawing a clock you show us how well you remember.", False),
        ("You draw a card and say the word on it.", False),
        ("One in three people gets a headache from the scan.", False),
        ("The computer chooses the message based on your answers.", False),
        ("A random code is written on your tubes.", False),
        ("There is no draw: you choose which class you join.", False),
        ("The first 10 children get the low dose and the next 10 the high dose.", False),
    ],
)
def test_groups_made_by_a_draw_or_by_luck(text: str, said: bool) -> None:
    """What is drawn, chosen or even by other means makes no groups."""
    assert _reply("randomized", "what", text).boolean is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You will not be asked to give up your heart pills.", False),
        ("You do not have to come off your antidepressant.", False),
        ("There is no need to stop taking your blood thinners before the visit.", False),
        ("We never tell people to quit their pain pills.", False),
        ("You won't be told to skip your insulin before the test.", False),
        ("The study drug is stopped before surgery.", False),
        ("You will be asked to give up your sleeping pills for two weeks.", True),
        ("You will not be asked to stop your other pills, but you must stop aspirin for a week "
         "before surgery.", True),
        ("You cannot use nasal sprays until the last visit.", True),
        ("You must be free of lithium for 14 days before you start.", True),
        ("Your blood thinner is paused for 3 days before the operation.", True),
    ],
)  # fmt: skip
def test_who_need_not_stop_a_medicine_is_not_told_to(text: str, said: bool) -> None:
    """A denied demand is none, unless the sentence goes on to make another."""
    assert _reply("washout_required", "what", text).boolean is said


@pytest.mark.parametrize(
    ("name", "room", "text", "said"),
    [
        ("biospecimens", "about", "There are visits, blood, urine and questionnaires.", True),
        ("biospecimens", "what", "Hair and urine of the baby, with a cotton pad.", True),
        ("biospecimens", "what", "Nasal swabs come every month.", True),
        ("biospecimens", "what", "We will not take any blood, urine or other samples.", False),
        ("biospecimens", "about", "Diseases of blood, liver and bone are common.", False),
        ("biospecimens", "what", "Your blood pressure, weight and height are measured.", False),
        ("is_pediatric", "who", "Mothers and then their babies are followed for a year.", True),
        ("is_pediatric", "who", "Teenagers from 13 on may join with a parent's consent.", True),
        ("is_pediatric", "who", "Women with babies who nurse cannot join.", False),
        ("is_pediatric", "who", "Adults of any age may give samples.", False),
        ("direct_benefit", "good", "People who have the pill may get sleep back.", True),
        ("direct_benefit", "good", "Those who get the device may walk farther.", True),
        ("direct_benefit", "good", "We hope that the pump keeps you out of the hospital.", True),
        ("direct_benefit", "good", "People with gout may one day have better drugs.", False),
        ("direct_benefit", "good", "People who take the drug may get rashes.", False),
        ("affects_treatment_options", "else",
         "During that time your gout may be without effective treatment.", True),
        ("affects_treatment_options", "else",
         "Having had this one, you could not get another one made the same way.", True),
        ("affects_treatment_options", "else", "You will not be left without standard care.", False),
    ],
)  # fmt: skip
def test_yes_and_no(name: str, room: str, text: str, said: bool) -> None:
    """A list without a verb says yes too; what denies or is of others says no."""
    assert _reply(name, room, text).boolean is said


@pytest.mark.parametrize(
    ("name", "room", "text", "told"),
    [
        ("duration", "time", "It takes seven weeks of your life altogether.", "seven weeks"),
        ("duration", "time", "All in all you will give us ten months.", "ten months"),
        ("duration", "time", "Ten weeks.", "[Tt]en weeks"),
        ("duration", "time", "The treatment part lasts up to 18 weeks.", "18 weeks"),
        ("population", "who", "We look for 90 persons who had a stroke more than six months ago, "
         "are 40 or older, and can walk. You can't be in it if you have a pacemaker.", "stroke"),
        ("population", "who", "You may be able to take part if you are 20 to 60 and have been told "
         "that you have gout. You cannot take part if you have kidney stones.", "gout"),
        ("population", "who", "This project is for people with asthma who smoke. You can't join if "
         "you have had cancer.", "asthma"),
        ("number_of_participants", "who",
         "84 healthy adults, 18 to 45 years old, who have passed a test.", "84"),
        ("number_of_participants", "about", "500 mothers and their babies are sought.", "500"),
        ("number_of_participants", "about", "The sample size is 320.", "320"),
        ("number_of_participants", "about", "Number of subjects: 48", "48"),
        ("number_of_participants", "about", "There will be 160 of you.", "160"),
        ("study_id", "about", "The project bears the number 24-1187.", "24-1187"),
        ("study_id", "about", "NUMBER: VX-2025-06 / IND 30217", "VX-2025-06"),
        ("study_id", "about", "Our IRB knows this bank as file 11-0233.", "11-0233"),
        ("alternatives", "else", "This study treats nothing, so the other way is not to join.",
         "not to join"),
        ("alternatives", "else", "Not joining is the alternative.", "Not joining"),
        ("alternatives", "else", "Doctors usually give ibuprofen, naproxen or colchicine.",
         "ibuprofen"),
        ("alternatives", "else", "You do not have to take part to be treated. Sertraline, "
         "venlafaxine, light therapy and ECT are available.", "ertraline"),
        ("compensation", "pay", "Taking part is unpaid. Bus fares, or mileage, up to $40 for each "
         "visit, will be refunded.", "unpaid.*40"),
        ("costs", "costs", "There is none. Food, bed and tests are given.", "Food"),
        ("costs", "costs", "Veltrix pays for BX-22. Your plan is charged for the rest.",
         "Veltrix.*charged"),
        ("benefit", "good", "You will not benefit. Others may, one day, if a pill comes of it.",
         "Others may"),
        ("injury", "hurt", "Call the nurse. Oakridge will pay the usual costs of medical treatment "
         "for harm caused by the drug. Signing does not take away your legal rights.", "Oakridge"),
        ("confidentiality", "data", "We write a number in place of your name.", "number"),
        ("data_sharing", "data", "Your scans may be sold to companies.", "companies"),
        ("alternatives", "else", "If you do not give samples, your care is the same.", "same"),
        ("costs", "costs", "None of the research tests will show up on your bill.", "on your bill"),
        ("intervention", "about", "AVX-9 is a virus that carries a gene.", "AVX-9"),
        ("voluntary", "free", "You decide. You can go whenever you wish.", "decide.*whenever"),
        ("voluntary", "free", "It is yours alone to decide. If you step out, your care goes on.",
         "goes on"),
        ("early_termination", "out", "The coach can ask you to go home if you quarrel.", "quarrel"),
        ("early_termination", "out", "You could be dropped if your weight falls.", "dropped"),
        ("purpose", "about", "The bank exists so that scientists can study why gout comes back.",
         "comes back"),
        ("purpose", "about", "The goal is to compare two kinds of care: home visits by nurses and "
         "phone calls.", "home visits"),
        ("intervention", "about", "We want to learn if GutVax-2 is safe. Half get the vaccine.",
         "GutVax-2"),
        ("study_title", "about", "Infusion of BX-7 Within Six Hours of a Severe Burn: A Trial IRB "
         "file 25-0917B | IND 161,442", "^Infusion .* Trial$"),
    ],
)  # fmt: skip
def test_a_fact_is_told(name: str, room: str, text: str, told: str) -> None:
    """The answer holds the fact, and its quotes bear it out."""
    claims = _reply(name, room, text).claims
    assert re.search(told, " ".join(claim.text for claim in claims))
    for claim in claims:
        assert check_claim(claim.text, [citation.quote for citation in claim.citations]) == []


@pytest.mark.parametrize(
    ("name", "room", "text"),
    [
        ("duration", "who", "We look for 150 people who finished treatment three months ago."),
        ("number_of_participants", "about", "Of 100 people who took this drug, 12 had a rash."),
        ("number_of_participants", "what", "72 hours after the infusion we call you."),
        ("study_id", "about", "Your kit has the code 77-B12."),
        ("study_id", "about", "It has the room number B-12."),
        ("alternatives", "hurt", "If so, care is available in the usual way, and the usual way "
         "of paying, you or your insurance, applies."),
        ("early_termination", "out", "If your answers show that you might take your life, the "
         "nurse will call you."),
        ("condition", "about", "Title: GUARD-MI."),
        ("visits_or_time", "time",
         "Infusion of BX-7 Begun Within Eight Hours of a Severe Burn: A Blinded Trial"),
        ("voluntary", "free", "You choose one of two colors."),
    ],
)  # fmt: skip
def test_what_sounds_alike_is_not_told(name: str, room: str, text: str) -> None:
    """A criterion is no stay, a count of others no sample, a bill no option, a title no visit."""
    assert not _reply(name, room, text).claims


def test_what_is_given_for_pay_is_not_free() -> None:
    """That a thing is given says that it is free only where nothing is said of paying."""
    text = "You may have to pay for the visits at which the drug is given to you by us."
    assert {claim.aspect for claim in _reply("costs", "costs", text).claims} == {"you_pay"}


def test_bold_capitals_head_what_they_run_into() -> None:
    """No stop parts them from the text; the text itself is not in capitals."""
    form = Form()
    for title in ("WHO IS ASKED", "INJURY"):
        first, *rest = wrapped(f"{title} {PROSE}", 440, 11)
        form.mixed((BOLD, title), (REGULAR, first[len(title) :]))
        for line in rest:
            form.line(line)
        form.space(8)
    passages = PdfParser().parse(Upload("form.pdf", form.data())).passages
    assert [p.headings for p in passages if p.kind == "paragraph"] == [
        ("WHO IS ASKED",),
        ("INJURY",),
    ]


def test_bold_capitals_head_a_paragraph_of_a_docx_file() -> None:
    """As they do in a PDF file; one bold word of a sentence heads nothing."""
    document = Document()
    for lead, body in (("INJURY", f" {PROSE}"), ("Please", f" do not sign it today. {PROSE}")):
        paragraph = document.add_paragraph()
        paragraph.add_run(lead).bold = True
        paragraph.add_run(body)
    data = BytesIO()
    document.save(data)
    passages = DocxParser().parse(Upload("form.docx", data.getvalue())).passages
    assert [p.text for p in passages if p.kind == "heading"] == ["INJURY"]
