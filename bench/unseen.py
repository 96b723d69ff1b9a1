"""How the built-in model answers for forms that it was not trained on and no cue was written for.

The forms of `training/held` say of each line which questions it answers. A question is missed when
its answer cites no line that answers it, or has the wrong sign.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from training.marked import HELD, Labels, marked

from bench.measure import Figure
from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.facts import Question
from conspectus.domain.request import Extract, Reply, Request
from conspectus.domain.text.classifier import Classifier
from conspectus.plugins.informed_consent_ki import CLASSIFIER
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS

MISSED, MISPLACED = 0.15, 0.25
"""Shares of the questions, and of the lines cited."""


@dataclass
class Score:
    """Questions asked and missed; lines cited, and those of them that answer something else."""

    asked: int = 0
    missed: int = 0
    cited: int = 0
    misplaced: int = 0


def figures() -> Iterator[Figure]:
    """Measure."""
    score, bare = scored(CLASSIFIER), scored(None)
    yield Figure("questions missed, forms not trained on", score.missed / score.asked, MISSED, "")
    yield Figure("the same, against cues alone", score.missed / bare.missed, 0.6, "x")
    share = score.misplaced / score.cited
    yield Figure("cited lines that bear on another question", share, MISPLACED, "")


def scored(classifier: Classifier | None) -> Score:
    """Return how the questions are answered for all held forms."""
    score = Score()
    for path in sorted(HELD.glob("*.txt")):
        extracts, labels = marked(path.read_text("utf-8"))
        request = Request(QUESTIONS, tuple(extracts), classifier=classifier)
        replies = {reply.question: reply for reply in OfflineModel().answer(request).replies}
        for question in QUESTIONS:
            if not question.adds_to:
                _judge(score, question, replies[question.name], extracts, labels)
    return score


def _judge(
    score: Score, question: Question, reply: Reply, extracts: list[Extract], labels: list[Labels]
) -> None:
    if question.kind == "boolean":
        signs = {mark for borne in labels for mark in "+-" if question.name + mark in borne}
        score.asked += len(signs) == 1
        score.missed += len(signs) == 1 and (reply.boolean is True) is not ("+" in signs)
        return
    right = {number for number, borne in enumerate(labels) if question.name in borne}
    cited = {one.extract - 1 for claim in reply.claims for one in claim.citations}
    body = {number for number in cited if extracts[number].kind != "heading"} or cited
    score.asked += bool(right)
    score.missed += bool(right) and not right & body
    score.cited += len(body)
    score.misplaced += len(body - right)
