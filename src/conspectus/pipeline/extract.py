"""Ask the model and let through only what the source bears out."""

from conspectus.domain.claims import check_claim
from conspectus.domain.facts import Fact, Facts, Part, Question, Value
from conspectus.domain.plugin import Plugin
from conspectus.domain.request import Answer, Citation, Claim, Extract, Reply, Request
from conspectus.domain.source import Evidence, Source, quoted_words
from conspectus.domain.usage import Usage
from conspectus.ports import Model

LEAST_LETTERS = 8
"""A quote of fewer letters and digits proves nothing by itself; it is widened to its lines."""


async def extract(
    source: Source, plugin: Plugin, model: Model, workspace: str = ""
) -> tuple[Facts, Usage]:
    """Return a fact for every question of the plugin, in its order, and what the answers took.

    Each claim of the model's answer must pass the evidence guard: its quotes are found in the
    source, and the claim says nothing that they do not (`check_claim`). Raises ModelError.
    """
    answer = await model.ask(ask(source, plugin, workspace))
    return facts_of(answer, source, plugin), answer.usage


def ask(source: Source, plugin: Plugin, workspace: str = "") -> Request:
    """Return the request for all questions over all passages."""
    extracts = tuple(
        Extract(
            number,
            passage.kind,
            passage.text,
            passage.headings,
            passage.level,
            passage.cells,
            passage.columns,
            passage.checked,
        )
        for number, passage in enumerate(source.passages, 1)
    )
    return Request(
        plugin.questions,
        extracts,
        plugin=f"{plugin.id} {plugin.version}",
        workspace=workspace,
        document=source.digest,
    )


def facts_of(answer: Answer, source: Source, plugin: Plugin) -> Facts:
    """Pass an answer through the evidence guard."""
    replies = {reply.question: reply for reply in answer.replies}
    return {
        question.name: _fact(question, replies.get(question.name), source)
        for question in plugin.questions
    }


def _fact(question: Question, reply: Reply | None, source: Source) -> Fact:
    if reply is None:
        return Fact(question.name, None, "unstated")
    parts = tuple(part for claim in reply.claims if (part := _part(question, claim, source)))
    if question.kind == "boolean":
        return _boolean(question, reply, parts)
    if parts:
        return Fact(question.name, _value(question, parts), "stated", parts)
    return Fact(question.name, None, "rejected" if reply.claims else "unstated")


def _boolean(question: Question, reply: Reply, parts: tuple[Part, ...]) -> Fact:
    """Return what silence means to the question, unstated, where there is no evidence."""
    if parts and reply.boolean is not None:
        return Fact(question.name, reply.boolean, "stated", parts)
    return Fact(question.name, question.silence, "rejected" if reply.claims else "unstated")


def _part(question: Question, claim: Claim, source: Source) -> Part | None:
    evidence = tuple(e for citation in claim.citations for e in _evidence(citation, source))
    if not evidence:
        return None
    if question.kind != "boolean" and check_claim(claim.text, quoted_words(evidence), strict=True):
        return None
    return Part(claim.text, tuple(dict.fromkeys(evidence)), claim.aspect)


def _evidence(citation: Citation, source: Source) -> tuple[Evidence, ...]:
    known = 1 <= citation.extract <= len(source.passages)
    near = source.passages[citation.extract - 1] if known else None
    return source.locate(citation.quote, near, LEAST_LETTERS)


def _value(question: Question, parts: tuple[Part, ...]) -> Value:
    texts = tuple(part.text for part in parts)
    if question.kind == "list":
        return texts
    text = texts[0]
    for following in texts[1:]:
        text += (" " if text.endswith((".", "!", "?")) else "; ") + following
    return text
