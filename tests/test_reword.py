"""Plainer words from a language model: only what the evidence bears, and only if it is plainer."""

import asyncio
from dataclasses import dataclass, field

import pytest

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.request import Answer, Claim, Reply, Request
from conspectus.domain.source import Evidence, Upload
from conspectus.pipeline.generate import Parts, generate
from conspectus.pipeline.reword import AT_ONCE, reword, stands
from conspectus.testing import ListObserver, ScriptedModel, TextReader, UnreachableModel
from plugins import FORM, plugin

QUOTE = (
    "Participation necessitates approximately 12 ambulatory visits, and discontinuation of "
    "participation will not result in any penalty."
)
HARD = Statement("s-1", QUOTE, "factual", ("visits",), (Evidence(1, "1", None, QUOTE, 0, 10),))
PLAIN = "Participation needs about 12 ambulatory visits. Stopping will not result in any penalty."
BLANK = Request((), ())


@dataclass
class Rewording(ScriptedModel):
    """Gives every statement the same other words."""

    words: str = ""
    most: list[int] = field(default_factory=list)

    async def ask(self, request: Request) -> Answer:
        """Reword all."""
        self.asked.append(request)
        return Answer(tuple(Reply(q.name, (Claim(self.words, ()),)) for q in request.questions))


def _document(*statements: Statement) -> Document:
    return Document("Title", (Section("one", "One", statements),))


def _text(words: str, *statements: Statement) -> str:
    model = Rewording({}, words=words)
    document, _ = asyncio.run(reword(_document(*(statements or (HARD,))), model, BLANK))
    return document.text


def test_plainer_words_that_the_evidence_bears_take_the_place_of_the_template() -> None:
    """The statement keeps its id, its facts and its evidence."""
    model = Rewording({}, words=PLAIN)
    document, usage = asyncio.run(reword(_document(HARD), model, BLANK))
    ((_, statement),) = document.statements
    assert statement.text == PLAIN
    assert (statement.id, statement.facts, statement.evidence) == (
        "s-1",
        ("visits",),
        HARD.evidence,
    )
    assert usage.calls == 1


@pytest.mark.parametrize(
    "words",
    [
        "",
        PLAIN.replace("12", "20"),
        PLAIN.replace("will not", "will"),
        "There are about 12 visits and you may die.",
        "Stopping will not result in any penalty.",
        QUOTE + " " + QUOTE,
        QUOTE.replace("visits", "consultations notwithstanding"),
    ],
)
def test_other_words_leave_the_template_as_it_is(words: str) -> None:
    """A changed number, a lost negation, an invention, a loss, a longer or harder text: refused."""
    assert not stands(words, HARD)
    assert _text(words) == QUOTE


def test_only_hard_sentences_are_offered() -> None:
    """What is plain already, framing and list items are not sent."""
    plain = Statement("s-2", "You will be paid.", "factual", (), HARD.evidence)
    framing = Statement("s-3", QUOTE, "framing")
    item = Statement("s-4", QUOTE, "factual", (), HARD.evidence, item=True)
    model = Rewording({}, words=PLAIN)
    asyncio.run(reword(_document(plain, framing, item), model, BLANK))
    assert model.asked == []
    asyncio.run(reword(_document(plain, HARD), model, BLANK))
    (request,) = model.asked
    assert [question.name for question in request.questions] == ["s-1"]
    assert [extract.text for extract in request.extracts] == [QUOTE, QUOTE]


def test_a_long_document_takes_two_requests_at_most() -> None:
    """Plain words are worth little money."""
    many = [Statement(f"s-{n}", QUOTE, "factual", (), HARD.evidence) for n in range(3 * AT_ONCE)]
    model = Rewording({}, words=PLAIN)
    asyncio.run(reword(_document(*many), model, BLANK))
    assert [len(request.questions) for request in model.asked] == [AT_ONCE, AT_ONCE]


def test_where_the_model_fails_the_template_stands() -> None:
    """The document is whole without it."""
    document, usage = asyncio.run(reword(_document(HARD), UnreachableModel(), BLANK))
    assert document.text == QUOTE
    assert usage.calls == 0


@pytest.mark.parametrize("plain", [False, True])
def test_the_report_says_who_worded_it(plain: bool) -> None:
    """A document with the template's words alone has no trace of the other way."""
    model = ScriptedModel({}, most_words=1000)
    parts = Parts(TextReader(), model, ListObserver(), plain=plain)
    upload = Upload("form.txt", FORM.encode())
    report, _ = asyncio.run(generate(upload, plugin, {}, parts, "1"))
    assert report.provenance.get("wording") == ("model" if plain else None)
