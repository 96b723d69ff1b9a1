"""The classifier of sentences: its sums, its labels, the forms it was trained on, what it adds."""

import asyncio
import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from bench.unseen import scored
from hypothesis import given
from hypothesis import strategies as st
from training.marked import FORMS, HELD, digest, marked

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_offline.sheet import Sheet
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Question
from conspectus.domain.request import Extract, Reply, Request, shape_of
from conspectus.domain.text.classifier import Classifier, features
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS

WORDS = st.lists(
    st.sampled_from(["you", "may", "bleed", "be", "paid", "$20", "for", "4", "visits", "or", "not"])
)
LABELS = ("pay", "harm+", "harm-")


@dataclass(frozen=True)
class Line:
    """A line as the classifier sees it."""

    kind: str
    text: str
    headings: tuple[str, ...]
    lead: str


LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(("paragraph", "item")),
        WORDS.map(" ".join),
        WORDS.map(lambda words: tuple(words[:2])),
        WORDS.map(" ".join),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    """Return a classifier with weights for some of the words."""
    terms = {
        "paid": [[0, 310], [1, -120]],
        "bleed": [[1, 250]],
        "may_bleed": [[1, 90], [2, -70]],
        "h:paid": [[0, 44]],
        "c:visits": [[2, 5]],
        "l:not": [[2, 123]],
    }
    path = tmp_path_factory.mktemp("weights") / "classifier.json"
    path.write_text(json.dumps({"labels": LABELS, "biases": [-1.0, -2.5, 0.5], "terms": terms}))
    return Classifier(path)


@given(lines=LINES)
def test_log_odds_are_the_bias_and_the_weights_of_the_terms(
    small: Classifier, lines: list[Line]
) -> None:
    """Each term adds its weight, as much as its group of terms has value."""
    weights = json.loads(small.path.read_text())
    for line, odds, groups in zip(lines, small.log_odds(lines), features(lines), strict=True):
        expected = list(weights["biases"])
        for value, terms in groups:
            for term in terms:
                name = term if isinstance(term, str) else "_".join(term)
                for column, hundredths in weights["terms"].get(name, ()):
                    expected[column] += value * hundredths / 100
        assert odds == pytest.approx(expected), line
    some = small.log_odds(lines, ("harm-", "pay"))
    assert some == [[odds[2], odds[0]] for odds in small.log_odds(lines)]


@given(words=WORDS)
def test_a_line_is_its_words_and_their_pairs(words: list[str]) -> None:
    """Figures are all alike, and of a long word its beginning stands for it."""
    text = " ".join(words)
    (groups,) = features([Line("paragraph", text, (), "")])
    said = [w.replace("20", "0").replace("4", "0") for w in text.replace("$20", "$ 20").split()]
    assert groups[-1][1] == {*said, *pairwise(said)}


@pytest.mark.parametrize(
    "weights",
    [
        "no JSON",
        "{}",
        '{"labels": ["a"], "biases": [], "terms": {}}',
        '{"labels": ["a"], "biases": ["much"], "terms": {}}',
        '{"labels": ["a"], "biases": [1], "terms": {"bleed": [[1, 5]]}}',
        '{"labels": ["a"], "biases": [1], "terms": {"bleed": [[0, -70000]]}}',
    ],
)
def test_weights_that_cannot_be_read_are_named(tmp_path: Path, weights: str) -> None:
    """One line says which file, and what to do; nothing is answered with half of them."""
    path = tmp_path / "odd.json"
    path.write_text(weights)
    with pytest.raises(InvalidPlugin, match=r"odd\.json cannot be read .*train it anew"):
        Classifier(path).log_odds([Line("item", "You may bleed.", (), "")])


def test_the_shipped_weights_are_of_the_forms_that_are_there() -> None:
    """Whoever changes a form of `training/forms` trains again (`make train`)."""
    assert json.loads(CLASSIFIER.path.read_bytes())["forms"] == digest(FORMS.glob("*.txt"))


def test_labels_are_questions_of_the_plugin() -> None:
    """With a sign for those of yes or no, in the weights and in the forms."""
    known = {q.name for q in QUESTIONS if q.kind != "boolean"}
    known |= {q.name + mark for q in QUESTIONS if q.kind == "boolean" for mark in "+-"}
    marks = {
        label
        for path in (*FORMS.glob("*.txt"), *HELD.glob("*.txt"))
        for borne in marked(path.read_text("utf-8"))[1]
        for label in borne
    }
    assert set(CLASSIFIER.columns) <= known
    assert marks <= known


def test_forms_to_measure_with_were_not_trained_on() -> None:
    """None of their lines that answer a question stands in a form that was."""
    learned, held = (
        {
            extract.text
            for path in folder.glob("*.txt")
            for extract, borne in zip(*marked(path.read_text("utf-8")), strict=True)
            if borne and len(extract.text.split()) > 4
        }
        for folder in (FORMS, HELD)
    )
    assert learned & held == set()


def test_a_marked_form_is_read_with_its_headings_items_and_rows() -> None:
    """Labels fall away from the words; a heading of two signs stands under one of one."""
    extracts, labels = marked(
        "# Risks\nThese are known: [key_risks]\n- pain [key_risks radiation-]\n"
        "## Rare\nNausea | 3 % [key_risks]\n# Money\nNone.\n"
    )
    assert [(e.kind, e.text, e.headings) for e in extracts] == [
        ("heading", "Risks", ()),
        ("paragraph", "These are known:", ("Risks",)),
        ("item", "pain", ("Risks",)),
        ("heading", "Rare", ("Risks",)),
        ("row", "Nausea | 3 %", ("Risks", "Rare")),
        ("heading", "Money", ()),
        ("paragraph", "None.", ("Money",)),
    ]
    assert labels[2] == {"key_risks", "radiation-"}
    assert labels[-1] == frozenset()


def test_more_questions_are_answered_with_it_than_without() -> None:
    """Forms of houses that it does not know are answered with lines that bear on the questions."""
    told, bare = scored(CLASSIFIER), scored(None)
    assert told.missed < 0.7 * bare.missed
    assert told.misplaced / told.cited < bare.misplaced / bare.cited + 0.03


def _form(*texts: str) -> list[Extract]:
    """Return a form: headings begin with "# "."""
    return marked("\n".join(texts))[0]


def _asked(name: str, *texts: str, classifier: Classifier | None = CLASSIFIER) -> Reply:
    request = Request(QUESTIONS, tuple(_form(*texts)), classifier=classifier)
    answer = asyncio.run(OfflineModel().ask(request))
    return next(reply for reply in answer.replies if reply.question == name)


LETTER = (
    "# About this letter",
    "We are three people at a school of nursing.",
    "# Goodies",
    "A tin of biscuits and a bus ticket are yours on each of the two mornings.",
    "# If you would rather not",
    "Nobody minds at all, and your place on the ward list stays where it is.",
)


def test_a_sentence_in_words_that_no_cue_expects_answers() -> None:
    """It is told whole, and cites itself."""
    words = "Your gift for a finished diary is a tote bag and a $15 voucher for the market."
    reply = _asked("compensation", *LETTER, words)
    assert words in [citation.quote for claim in reply.claims for citation in claim.citations]


def test_where_nothing_is_likely_nothing_is_told() -> None:
    """A form that says nothing of harm to the unborn or of injuries is not made to."""
    lines = ("# Hours", "The library opens at nine.", "Bring a pencil.")
    assert _asked("injury", *lines).claims == ()
    assert _asked("compensation", *lines).claims == ()


def test_a_classifier_is_part_of_what_is_asked() -> None:
    """An answer that was found with other weights is not given again."""
    extracts = tuple(_form(*LETTER))
    plain, told = (
        shape_of(Request(QUESTIONS, extracts, classifier=one)) for one in (None, CLASSIFIER)
    )
    assert plain != told
    assert CLASSIFIER.digest in told.values()


def test_a_plugin_without_classifier_answers_by_its_cues() -> None:
    """Nothing is asked of weights that are not there."""
    reply = _asked(
        "contact", "# Questions", "Call the study nurse at (555) 010-2000.", classifier=None
    )
    assert "(555) 010-2000" in reply.claims[0].text


def test_a_question_without_a_label_is_left_to_its_cues(small: Classifier) -> None:
    """A classifier need not know every question."""
    extracts = (Extract(1, "paragraph", "You may bleed."),)
    request = Request(
        (Question("pay", "text", "Pay?"), Question("more", "text", "More?")), extracts
    )
    answer = OfflineModel().answer(Request(request.questions, extracts, classifier=small))
    assert [reply.claims for reply in answer.replies] == [(), ()]


def test_the_same_file_is_the_same_classifier(tmp_path: Path) -> None:
    """It is known by its file and has the digest of its bytes."""
    assert Classifier(CLASSIFIER.path) == CLASSIFIER
    other = tmp_path / "other.json"
    other.write_bytes(CLASSIFIER.path.read_bytes() + b"\n")
    assert Classifier(other).digest != CLASSIFIER.digest


def test_sentences_of_a_sheet_are_lines() -> None:
    """What the model reads is what the classifier was trained on."""
    sentences = Sheet(_form(*LETTER)).sentences
    assert len(CLASSIFIER.log_odds(sentences)) == len(sentences)


def test_a_cue_does_not_outvote_a_sentence_that_says_the_contrary() -> None:
    """What names a scan only to say that there is none is no radiation."""
    lines = ("# Rays", "X-rays and other scans are not part of this and none are taken.")
    assert _asked("radiation", *LETTER, *lines).boolean is not True


def test_nothing_is_told_beside_a_name() -> None:
    """A sponsor who was found is not told with a sentence in which "the sponsor" does something."""
    sponsor = _asked(
        "sponsor",
        "# Front page",
        "Sponsor: Larkfield Medicines, Inc.",
        "# 10.2 If the study doctor or Sponsor decides",
        "The Sponsor, the FDA or the Institutional Review Board (IRB) can also stop the whole "
        "study at any time.",
    )
    assert [claim.text for claim in sponsor.claims] == ["Larkfield Medicines, Inc"]
