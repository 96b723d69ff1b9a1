"""Ask the model and let through only what the source bears out."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from conspectus.domain.budget import Budget
from conspectus.domain.errors import ModelError
from conspectus.domain.facts import Facts
from conspectus.domain.plugin import Plugin
from conspectus.domain.request import Answer, Request
from conspectus.domain.source import Source
from conspectus.domain.usage import Usage
from conspectus.pipeline.guard import Verdict, fact_of, judge
from conspectus.pipeline.hands import Hands
from conspectus.pipeline.plan import Look, Plan
from conspectus.pipeline.quotes import Sent
from conspectus.ports import Model

Verdicts = dict[str, list[Verdict]]
"""By question, in the order of the requests."""


async def extract(
    source: Source,
    plugin: Plugin,
    model: Model,
    workspace: str = "",
    budget: Budget | None = None,
    hands: Hands | None = None,
) -> tuple[Facts, Usage]:
    """Return a fact for every question that adds to no other, and what the answers took.

    Each claim of the model's answers must pass the evidence guard: its quotes are found in the
    source, and the claim says nothing that they do not (`check_claim`). A model that takes no
    whole source is asked topic by topic; what the guard refuses is asked again once, and what no
    passage answered is looked for once more in other passages. Raises ModelError, whose usage is
    that of all answers and failures.
    """
    aside = hands or Hands()
    if model.most_words is None:
        whole = await aside(lambda: Plan(source, plugin, 0, workspace, budget).whole())
        verdicts, usage = await _judged([whole], model, source, aside)
        return await aside(_facts, verdicts, plugin), usage
    plan = Plan(source, plugin, model.most_words, workspace, budget)
    first = plan.first()
    verdicts, usage = await _judged(first, model, source, aside)
    again = plan.again([told for each in verdicts.values() for v in each for told in v.refused])
    second = plan.second(
        [
            question
            for question in plugin.questions
            if not question.adds_to and not any(v.answers for v in verdicts.get(question.name, ()))
        ],
        first,
    )
    later, usage = await _judged([*again, *second], model, source, aside, usage)
    for name, following in later.items():
        verdicts.setdefault(name, []).extend(following)
    return _facts(verdicts, plugin), usage


def ask(source: Source, plugin: Plugin, workspace: str = "") -> Request:
    """Return the request for all questions over all passages."""
    return Plan(source, plugin, 0, workspace).whole().request


def facts_of(answer: Answer, source: Source, plugin: Plugin) -> Facts:
    """Pass the answer to the request for everything through the evidence guard."""
    look = Plan(source, plugin, 0).whole()
    return _facts(_verdicts([look], [answer], source), plugin)


async def _judged(
    looks: Sequence[Look], model: Model, source: Source, aside: Hands, spent: Usage | None = None
) -> tuple[Verdicts, Usage]:
    """Ask all requests at once; return what is borne out, and the usage with what was spent before.

    The first error is raised when all are done, with the usage of all: none is paid twice.
    """
    asked = (model.ask(look.request) for look in looks)
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    took = (one.usage for one in outcomes if isinstance(one, Answer | ModelError))
    usage = sum(took, spent or Usage())
    answers: list[Answer] = []
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise _billed(outcome, usage)
        answers.append(outcome)
    return await aside(_verdicts, looks, answers, source), usage


def _billed(error: BaseException, usage: Usage) -> BaseException:
    if isinstance(error, ModelError):
        error.usage = usage
    return error


def _verdicts(looks: Sequence[Look], answers: Sequence[Answer], source: Source) -> Verdicts:
    verdicts: Verdicts = {}
    for look, answer in zip(looks, answers, strict=True):
        sent = Sent(look.passages)
        replies = {reply.question: reply for reply in answer.replies}
        for question in look.request.questions:
            if reply := replies.get(question.name):
                verdict = judge(question, reply, sent, source)
                verdicts.setdefault(question.name, []).append(verdict)
    return verdicts


def _facts(verdicts: Verdicts, plugin: Plugin) -> Facts:
    found = {q.name: fact_of(q, verdicts.get(q.name, ())) for q in plugin.questions}
    for question in plugin.questions:
        if question.adds_to:
            more = found.pop(question.name).parts
            known = found[question.adds_to]
            found[question.adds_to] = replace(known, more=known.more + more)
    return found
