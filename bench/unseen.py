"""How the built-in model answers for forms that it was not trained on and no cue was written for.

The forms of `training/held` say of each line which questions it answers. A question is missed when
its answer cites no line that answers it, or has the wrong sign. A risk is passed over in silence
when neither a statement of the document nor a line of the omission ledger cites it.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from training.marked import HELD, Labels, marked

from bench.measure import Figure
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.domain.facts import Question
from conspectus.domain.request import Extract, Reply, Request
from conspectus.domain.source import Upload
from conspectus.domain.text.classifier import Classifier
from conspectus.pipeline.generate import Parts, generate
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS
from conspectus.service.parameters import complete
from conspectus.testing import TextReader

MISSED, ANSWERED, MISPLACED, SILENT = 0.15, 0.5, 0.25, 0.15
"""Shares of the questions, of those left open, of the lines cited, of those that name a risk."""


@dataclass
class Score:
    """Questions asked and missed, or open in the form and answered; lines cited, and misplaced."""

    asked: int = 0
    missed: int = 0
    open: int = 0
    answered: int = 0
    cited: int = 0
    misplaced: int = 0


def figures() -> Iterator[Figure]:
    """Measure."""
    score, bare = scored(CLASSIFIER), scored(None)
    yield Figure("questions missed, forms not trained on", score.missed / score.asked, MISSED, "")
    yield Figure("the same, against cues alone", score.missed / bare.missed, 0.6, "x")
    share = score.answered / score.open
    yield Figure("questions answered that the form leaves open", share, ANSWERED, "")
    share = score.misplaced / score.cited
    yield Figure("cited lines that bear on another question", share, MISPLACED, "")
    silent, risks = asyncio.run(passed_over())
    yield Figure("risks that neither document nor ledger tells", silent / risks, SILENT, "")


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
    score.open += not right
    score.answered += not right and bool(reply.claims)
    score.asked += bool(right)
    score.missed += bool(right) and not right & body
    score.cited += len(body)
    score.misplaced += len(body - right)


async def passed_over() -> tuple[int, int]:
    """Return how many lines that name a risk are told nowhere, and how many there are."""
    silent = risks = 0
    reader = TextReader()
    parts = Parts(reader, OfflineModel(), SilentObserver())
    for path in sorted(HELD.glob("*.txt")):
        extracts, labels = marked(path.read_text("utf-8"))
        upload = Upload(path.name, "\n\n".join(map(_line, extracts)).encode())
        source = await reader.read(upload)
        report, _ = await generate(upload, plugin, complete(plugin, {}), parts, "0")
        told = [e for _, statement in report.document.statements for e in statement.evidence]
        told += [e for line in report.omissions for e in line.evidence]
        for passage, borne in zip(source.passages, labels, strict=True):
            if "key_risks" in borne and passage.kind != "heading":
                (span,) = passage.spans
                risks += 1
                silent += not any(e.start < span.end and e.end > span.start for e in told)
    return silent, risks


def _line(extract: Extract) -> str:
    """Return an extract as a TextReader reads it."""
    sign = {"heading": "#" * extract.level + " ", "item": "- "}.get(extract.kind, "")
    return sign + extract.text
