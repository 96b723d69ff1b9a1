"""Sentences, syllables and the grades made of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.checks.wording import Wording, plain
from conspectus.domain.text.readability import Readability, measure, words
from conspectus.domain.text.search import Search
from conspectus.domain.text.sentences import sentences, split
from conspectus.domain.text.syllables import syllables

SYLLABLES = {
    1: "the you time weeks drugs dose test risk asked told nurse one once done have give leave "
    "cause don't taste ache aches called used years eyes through please twelve signed learned "
    "breathe felt rash clothes breathes shared stored pain death rare sore gene",
    2: "doctor taking treatment needed patient risky table causes people every being going quiet "
    "diet science trial client baseline lifetime sometimes therefore someone safely careful "
    "placement treatments technique handled enrolled hundred social special partial fluid cruel "
    "fuel nation million union didn't business headaches payment disease bruising fatigue "
    "language statement injured beyond player employed rhythm asthma vaccine protein issue rescue "
    "changes react fetus liver severe fatal mileage values safety lawyer unknown withdraw",
    3: "medicine hospital injury benefit placebo diseases requirement improvement agreement "
    "employee equipment usual actual period serious various previous radio area idea nausea "
    "biopsy creation potential physician technician continue dementia happier earliest "
    "studying pregnancy infection insulin theory video nuclear element behavior opinion "
    "commercial initial condition permission guardian scientist management questionnaire surgery "
    "discomfort provided annual influence recipe entitled completely reimbursed penalty embryo",
    4: "voluntary diarrhea leukemia pneumonia society anxiety variety material reliable "
    "cooperate associate initiate radiation eligible participate usually evaluate diabetes "
    "psychiatrist ingredient experience continuous compensation alternative temporary bacterial "
    "january emergency residential situation certificate hypertension anonymous cutaneous "
    "reimbursement appropriate sterility",
    5: "immediately initiation association individual evaluation investigator participation "
    "antibiotic physiology subcutaneous approximately simultaneous metabolism coordinator "
    "chemotherapy laboratory infertility colonoscopy abnormality authorization university "
    "randomization",
    6: "cardiovascular gastrointestinal osteoporosis hyperglycemia "
    "identifiable hospitalization rehabilitation",
    7: "confidentiality electrocardiogram",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, listed in SYLLABLES.items() for word in listed.split()],
)
def test_syllables_of_common_and_clinical_words(word: str, count: int) -> None:
    """The counter agrees with the dictionary."""
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("token", "count"),
    [
        ("MRI", 3),
        ("CT", 2),
        ("x-ray", 2),
        ("follow-up", 3),
        ("12", 1),
        ("a.b@c.org", 1),
        ("YOU", 1),
    ],
)
def test_syllables_of_tokens_that_are_no_words(token: str, count: int) -> None:
    """Abbreviations are spelled out, hyphenated words added up, numbers and addresses are one."""
    assert syllables(token) == count


@pytest.mark.parametrize(
    "one",
    [
        "Ask Dr. Smith about it, e.g. by telephone.",
        "The dose is 2.5 mg. per day, i.e. two tablets.",
        "The U.S. Food and Drug Administration may look at the records.",
        "This is study No. 12-345 of Acme Corp. in Ohio.",
        "The form bears IRB no. AB-2031-0077 on every page.",
        "Call (555) 123-4567 or write to help.desk@example.org at any time.",
        "Look at https://www.example.org/a.b?c=d for more.",
        "We compare placebo vs. Drug X in adults.",
        "J. Doe leads the study.",
        "1. You will come to the clinic.",
        "a. You will come to the clinic.",
        "\u2022 Fever",
    ],
)
def test_a_dot_inside_a_sentence_does_not_end_it(one: str) -> None:
    """Abbreviations, decimals, initials, enumerators and addresses stay within a sentence."""
    assert sentences(one) == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("You may stop. You lose nothing.", ["You may stop.", "You lose nothing."]),
        ("Is it safe? No. We do not know!", ["Is it safe?", "No.", "We do not know!"]),
        ("Was it no. B12 helps.", ["Was it no.", "B12 helps."]),
        ("It is sold in the U.S. You may ask.", ["It is sold in the U.S.", "You may ask."]),
        ("Come at 8 a.m. Bring a list.", ["Come at 8 a.m.", "Bring a list."]),
        ("(You pay nothing.) We pay.", ["(You pay nothing.)", "We pay."]),
        ("Fever\nChills\n- Rash", ["Fever", "Chills", "- Rash"]),
        (
            "You may have: \u2022 fever \u2022 chills",
            ["You may have:", "\u2022 fever", "\u2022 chills"],
        ),
        ("There is no fee.You may stop now.", ["There is no fee.", "You may stop now."]),
        ("You join group B. If not, you leave.", ["You join group B.", "If not, you leave."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    """A mark before a new beginning, a line end and a bullet end a sentence."""
    assert sentences(text) == parts


@given(st.text(alphabet="aB1 .?!\n\u2022()\u201d-", max_size=80) | st.text(max_size=60))
def test_sentences_cover_the_text(text: str) -> None:
    """Spans are in order, hold no outer white space, and leave out nothing but white space."""
    spans = split(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()


def test_grades_follow_the_published_formulas() -> None:
    """Ten words of one syllable in two sentences; then thirty words with 48 syllables in one."""
    easy = measure("You can stop at once. We will not mind it.")
    assert easy == Readability(-1.8, 3.1, 10, 2, 5.0, 5)
    hard = measure(
        "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
        "conceived in Liberty, and dedicated to the proposition that all men are created equal."
    )
    assert (hard.words, hard.sentences, hard.longest_sentence_words) == (30, 1, 30)
    assert hard.flesch_kincaid_grade == round(0.39 * 30 + 11.8 * 48 / 30 - 15.59, 1)
    assert hard.smog == round(1.043 * (30 * 5) ** 0.5 + 3.1291, 1)


def test_text_without_words_measures_nothing() -> None:
    """No words, no grade; the keys of the report stay the same."""
    assert set(measure(" \u2013 \n").as_mapping().values()) == {0}
    assert list(measure("").as_mapping()) == [
        "flesch_kincaid_grade",
        "smog",
        "words",
        "sentences",
        "mean_sentence_words",
        "longest_sentence_words",
    ]


@given(st.lists(st.sampled_from(["you", "12", "follow-up", "a@b.org", "\u2014", "...", "don't"])))
def test_marks_are_no_words(tokens: list[str]) -> None:
    """Only what holds a letter or a digit counts as a word."""
    spoken = [token for token in tokens if re.search(r"\w", token)]
    assert words(" ".join(tokens)) == spoken


@given(st.text())
def test_plain_wording_keeps_every_offset(text: str) -> None:
    """Folding case, quotes and dashes changes no length, so a match can be shown as it stands."""
    assert len(plain(text)) == len(text)


@given(
    st.sampled_from([r"\bab+\b", r"\b(?:a|ba)b", r"\ba|b", r"\bb[^.\n]{0,3}a", r"^a\b", r"\b\W+a"]),
    st.text(alphabet="ab .\n", max_size=30),
)
def test_quick_search_finds_what_a_slow_one_finds(pattern: str, text: str) -> None:
    """Taking the word boundary off a pattern's front changes no match."""
    quick = [match.span() for match in Search.of(pattern).all(text)]
    assert quick == [match.span() for match in re.finditer(pattern, text, re.MULTILINE)]


def test_the_sentence_of_a_position_stays_within_its_passage() -> None:
    """A finding quotes one sentence of one passage."""
    text = "One is here. Two is here.\nThree is here."
    wording = Wording(text, plain(text))
    assert text[slice(*wording.sentence(text.index("wo i")))] == "Two is here."
    assert text[slice(*wording.sentence(text.index("Three")))] == "Three is here."
