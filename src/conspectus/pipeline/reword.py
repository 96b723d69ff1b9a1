"""Plainer words for the hard sentences of a document, from a language model and under guard."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.domain.claims.check import check_claim
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.errors import ModelError
from conspectus.domain.facts import Question
from conspectus.domain.request import Extract, Request
from conspectus.domain.source import quoted_words
from conspectus.domain.text.readability import measure, words
from conspectus.domain.usage import Usage
from conspectus.ports import Model

HARD, GROWTH, AT_ONCE = 8.0, 1.5, 20
"""The grade from which a sentence is hard, how much longer a plainer one may be, and how many
sentences one request holds; there are at most two."""

_ASK = (
    "Say passage {now} in plainer words, for a reader of grade 8. Leave nothing out and add "
    "nothing: every number, negation and uncertainty stays. Quote passage {proof}."
)


async def reword(document: Document, model: Model, request: Request) -> tuple[Document, Usage]:
    """Return the document with plainer words where they stand up to the guard.

    `request` says for whom and over which source the model is asked. A wording stands only when
    the statement's own evidence bears it out, it says all that the template's wording says, and
    it is no harder to read and not much longer. Where the model fails, the template's wording
    stands.
    """
    hard = [s for _, s in document.statements if _is_hard(s)][: 2 * AT_ONCE]
    plainer: dict[str, str] = {}
    usage = Usage()
    for start in range(0, len(hard), AT_ONCE):
        some = hard[start : start + AT_ONCE]
        try:
            answer = await model.ask(_request(some, request))
        except ModelError as error:
            usage += error.usage
            break
        usage += answer.usage
        told = {r.question: " ".join(c.text for c in r.claims) for r in answer.replies}
        plainer |= {s.id: told[s.id] for s in some if stands(told.get(s.id, ""), s)}
    sections = tuple(_reworded(section, plainer) for section in document.sections)
    return replace(document, sections=sections), usage


def stands(text: str, statement: Statement) -> bool:
    """Tell whether a wording may take the place of the template's."""
    return (
        bool(text)
        and len(words(text)) <= GROWTH * len(words(statement.text))
        and _grade(text) <= _grade(statement.text)
        and not check_claim(text, quoted_words(statement.evidence), strict=True)
        and not check_claim(statement.text, [text])
    )


def _is_hard(statement: Statement) -> bool:
    return statement.kind == "factual" and not statement.item and _grade(statement.text) > HARD


def _grade(text: str) -> float:
    return measure(text).flesch_kincaid_grade


def _request(statements: Sequence[Statement], request: Request) -> Request:
    questions, extracts = [], []
    for number, statement in enumerate(statements):
        now, proof = 2 * number + 1, 2 * number + 2
        most = round(GROWTH * len(words(statement.text)))
        questions.append(
            Question(statement.id, "text", _ASK.format(now=now, proof=proof), most_words=most)
        )
        quotes = " ".join(quoted_words(statement.evidence))
        extracts += [
            Extract(now, "paragraph", statement.text),
            Extract(proof, "paragraph", quotes),
        ]
    return replace(request, questions=tuple(questions), extracts=tuple(extracts))


def _reworded(section: Section, plainer: dict[str, str]) -> Section:
    return replace(
        section,
        statements=tuple(
            replace(statement, text=plainer.get(statement.id, statement.text))
            for statement in section.statements
        ),
    )
