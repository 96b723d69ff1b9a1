"""The offline model: answers from the wording of the passages alone."""

import asyncio

import pytest

from conspectus import Aspect, Cue, Question
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.cues import Matcher
from conspectus.adapters.model_offline.sheet import Sheet
from conspectus.adapters.model_offline.trim import shorten, tidy
from conspectus.domain.request import Extract, Reply, Request
from conspectus.domain.text.literals import needs
from plugins import CALL, CHANCE, HARMS, NAME, PAY


def _extracts(*texts: str, heading: str = "") -> tuple[Extract, ...]:
    """Passages under one heading; a text that begins with "- " is a list item."""
    path = (heading,) if heading else ()
    return tuple(
        Extract(
            number, "item" if text.startswith("- ") else "paragraph", text.removeprefix("- "), path
        )
        for number, text in enumerate(texts, 1)
    )


def _ask(question: Question, extracts: tuple[Extract, ...]) -> Reply:
    """Ask about the passages at the head of a form that is long enough to have sections."""
    filler = tuple(
        Extract(len(extracts) + n, "paragraph", f"Nothing of note is told in part {n}.", ("Rest",))
        for n in range(1, 9)
    )
    answer = asyncio.run(OfflineModel().ask(Request((question,), extracts + filler)))
    return answer.replies[0]


def _texts(question: Question, *texts: str, heading: str = "") -> list[str]:
    return [c.text for c in _ask(question, _extracts(*texts, heading=heading)).claims]


def test_the_answer_is_taken_from_the_right_section() -> None:
    """The same words elsewhere lose against those under a heading of the question's home."""
    extracts = (
        Extract(1, "paragraph", "In another study people will be paid $900.", ("Background",)),
        Extract(2, "paragraph", "You will be paid $20 for each visit.", ("Payment",)),
    )
    assert [c.text for c in _ask(PAY, extracts).claims] == ["You will be paid $20 for each visit."]


def test_a_section_that_is_away_gives_no_answer() -> None:
    """An optional sub-study does not answer for the study."""
    assert _texts(PAY, "You will be paid $50.", heading="Optional samples") == []


def test_a_letter_without_sections_answers_from_its_words_alone() -> None:
    """Where no heading can be home to the question, the wording has to do."""
    question = Question(
        "who", "text", "Who may join?", (Aspect("may", (Cue("may join", 1.5),), threshold=1.7),),
        home=("join",),
    )  # fmt: skip
    said = Extract(1, "paragraph", "Nurses of all wards may join.")
    letter = asyncio.run(OfflineModel().ask(Request((question,), (said,)))).replies[0]
    assert [c.text for c in letter.claims] == ["Nurses of all wards may join."]
    titles = ("Costs", "Risks", "Pay", "Privacy", "Leaving")
    parts = tuple(
        Extract(number, "paragraph", "Nothing is told here.", (title,))
        for number, title in enumerate(titles, 2)
    )
    form = asyncio.run(OfflineModel().ask(Request((question,), (said, *parts)))).replies[0]
    assert form.claims == ()


def test_only_a_sentence_with_the_value_is_captured() -> None:
    """Cues that only weigh cannot make a sentence without a value the answer."""
    cues = (Cue(r"called (?P<value>[A-Z]\w+)", 1.0), Cue(r"study", 1.5), Cue("name", 1.5))
    question = Question("title", "text", "?", (Aspect("named", cues, form="capture"),))
    assert _texts(question, "The name of a study matters.", "The study is called Moonrise.") == [
        "Moonrise"
    ]


def test_a_fallback_aspect_is_silent_when_the_first_one_answers() -> None:
    """`unless` keeps "not paid" of one part from standing beside a payment."""
    both = ("You will be paid $20.", "You will not be paid for the survey.")
    assert _texts(PAY, *both) == ["You will be paid $20."]
    assert _texts(PAY, both[1]) == [both[1]]


def test_a_claim_quotes_the_whole_sentence_it_comes_from() -> None:
    """The citation holds the words and the number of the passage."""
    claim = _ask(HARMS, _extracts("You may feel pain or have some bleeding.")).claims[0]
    assert claim.citations[0].quote == "You may feel pain or have some bleeding."
    assert claim.citations[0].extract == 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("You will be put in a group by chance.", True),
        ("You will not be randomized.", False),
        ("The weather is fine.", False),
    ],
)
def test_a_boolean_weighs_yes_against_no(text: str, answer: bool) -> None:
    """A negated cue answers no; silence answers what the question says it means."""
    reply = _ask(CHANCE, _extracts(text))
    assert reply.boolean is answer
    assert bool(reply.claims) == (text != "The weather is fine.")


def test_a_captured_value_is_the_named_group() -> None:
    """A label and its value on two lines are read together."""
    extracts = (
        Extract(1, "heading", "Study title:"),
        Extract(2, "paragraph", "A trial of shoes", ("Study title:",)),
    )
    (claim,) = _ask(NAME, extracts).claims
    assert claim.text == "A trial of shoes"
    assert [c.quote for c in claim.citations] == ["A trial of shoes", "Study title"]


def test_a_number_goes_to_the_role_named_nearest_before_it_and_fax_to_none() -> None:
    """The study doctor and the review board keep their own numbers."""
    texts = (
        "Your study doctor is A. Nobody.",
        "Telephone: 555-010-0199",
        "Institutional Review Board (IRB): 555-010-0177",
        "Fax: 555-010-0178",
    )
    answers = _texts(CALL, *texts, heading="Contacts")
    assert [a.rpartition(": ")[2] for a in answers] == ["555-010-0199", "555-010-0177"]
    assert "Nobody" not in " ".join(answers)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\u2022 You may leave.", "You may leave."),
        ("2) You may leave (see Section 7).", "You may leave."),
        ("Yes. You may leave.", "You may leave."),
        ("14 people take part.", "14 people take part."),
    ],
)
def test_tidy_drops_what_is_not_the_answer(raw: str, clean: str) -> None:
    """Bullets, numbers of items and references go; numbers that say something stay."""
    assert tidy(raw) == clean


def test_a_long_sentence_is_cut_after_a_clause_but_never_before_a_turn() -> None:
    """A tail that says "unless" or "not" is kept, however long; who is asked falls away first."""
    head = "You will be paid twenty dollars for each of the visits that you complete in the clinic"
    more = " " + "word " * 25
    assert shorten(f"{head}, which{more}end.", 20) == f"{head}."
    turned = f"{head}, which is not so{more}end."
    assert shorten(turned, 20) == turned
    held = f"You will be paid for the visits that you make to the clinic only because{more}end."
    assert shorten(held, 20) == held
    asked = f"You are being asked to join because you have asthma{more}end."
    assert shorten(asked, len(asked), 30) == f"You have asthma{more}end."


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"will be paid|will receive \$", [[{"will be paid"}], [{"will receive $"}]]),
        (r"randomi[sz]ed", [[{"randomi"}]]),
        (r"\bpayments?\b", [[{"payment"}]]),
        (r"(?:paid|given) .{0,9}\d", [[{"paid", "given"}, {r"\d"}]]),
        (r"\d+ (?:of|from) seven", [[{" seven"}, {r"\d"}]]),
        (r"(?:drugs?|drug store|pill)\b", [[{"drug", "pill"}]]),
        (r"\w+ (?:a|of)|paid", [[], [{"paid"}]]),
    ],
)
def test_literals_are_in_every_match(pattern: str, needed: list[list[set[str]]]) -> None:
    """The fast search may pass over a sentence only when no match is possible."""
    assert [[set(options) for options in branch] for branch in needs(pattern)] == needed


def test_the_fast_search_finds_what_the_pattern_finds() -> None:
    """Skipping sentences without the literal loses no match."""
    texts = ("You will be PAID.", "Payments are made.", "Nothing here.", "re-paid in full")
    sheet = Sheet(_extracts(*texts))
    hits = Matcher(sheet).hits(r"\bpaid\b|payments?")
    assert sorted(hits) == [0, 1, 3]


def test_small_letters_search_what_is_written_in_capitals_unless_case_counts() -> None:
    """A search in small letters loses no match, no captured capital and no letter's case."""
    texts = ("An IV line.", "an iv line", "Sponsor: Acme", "sponsor: acme")
    matcher = Matcher(Sheet(_extracts(*texts)))
    assert sorted(matcher.hits(r"\bIV\b")) == [0, 1]
    named = matcher.hits(r"sponsor: (?P<value>\w+)")
    assert [named[n]["value"] for n in sorted(named)] == ["Acme", "acme"]
    assert sorted(matcher.hits(r"sponsor: (?-i:[A-Z])\w+")) == [2]


def test_a_stranger_s_question_without_guidance_gets_no_answer() -> None:
    """Without cues the offline model abstains rather than guesses."""
    assert _ask(Question("x", "text", "What?"), _extracts("Anything.")).claims == ()


def test_the_words_of_an_answer_are_bounded() -> None:
    """Aspects that no longer fit are left out, whole."""
    question = Question(
        "x",
        "text",
        "What?",
        tuple(Aspect(w, (Cue(rf"\b{w}\b"),)) for w in ("one", "two", "three")),
        most_words=9,
    )
    texts = ("Here is one more thing.", "Here is two more thing.", "And three here now.")
    assert sum(len(t.split()) for t in _texts(question, *texts)) <= 9


def test_an_unticked_box_beside_a_ticked_one_gives_no_answer() -> None:
    """What was not chosen is not told."""
    extracts = (
        Extract(1, "item", "You will be paid $900.", ("Payment",), checked=False),
        Extract(2, "item", "You will be paid $20.", ("Payment",), checked=True),
    )
    assert [c.text for c in _ask(PAY, extracts).claims] == ["You will be paid $20."]


def test_a_row_of_dots_is_passed_over() -> None:
    """A line to write on answers nothing and costs no time."""
    assert _texts(PAY, "You will be paid " + "." * 2000, "You will be paid $20.") == [
        "You will be paid $20."
    ]


def test_one_line_tells_all_the_values_it_holds() -> None:
    """A number of the board and one of the registry may stand in the same sentence."""
    board = Aspect("board", (Cue(r"IRB (?P<value>[\d-]+)"),), form="capture")
    registry = Aspect("registry", (Cue(r"(?P<value>NCT\d+)"),), form="capture")
    numbers = Question("numbers", "text", "Which number?", (board, registry))
    assert _texts(numbers, "It is known as IRB 2024-1188 and NCT04567890.") == [
        "2024-1188",
        "NCT04567890",
    ]
