"""Checking a plugin against the contract before anyone relies on it."""

import re
from collections import Counter
from collections.abc import Iterator

from conspectus.domain.errors import ConspectusError, InvalidPlugin
from conspectus.domain.facts import Aspect, Fact, Facts, Part, Question
from conspectus.domain.plugin import Plugin
from conspectus.domain.source import Evidence, Page, Passage, Source, Span
from conspectus.pipeline.further import further
from conspectus.pipeline.generate import examine
from conspectus.pipeline.write import write
from conspectus.service.parameters import complete

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TEXT = "You will have 2 visits."
_SOURCE = Source(
    "made-up", "0" * 64, "text/plain", "en", (Page(1, _TEXT),),
    (Passage(1, "paragraph", _TEXT, (Span(0, 0, len(_TEXT)),)),),
)  # fmt: skip
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def check_plugin(plugin: Plugin) -> list[str]:
    """Return what is wrong with a plugin, one line each; an empty list means nothing."""
    parts = (_identity, _questions, _classifier, _parameters, _writing)
    return [complaint for part in parts for complaint in part(plugin)]


def _identity(plugin: Plugin) -> Iterator[str]:
    if not _ID.fullmatch(plugin.id):
        yield f"id '{plugin.id}': use lower-case words joined by hyphens"
    if not _VERSION.fullmatch(plugin.version):
        yield f"version '{plugin.version}': use MAJOR.MINOR.PATCH"
    if not plugin.questions:
        yield "questions: a plugin asks at least one"
    if not plugin.sections:
        yield "sections: a plugin writes at least one"
    for kind, names in (
        ("question", [question.name for question in plugin.questions]),
        ("section", [section.id for section in plugin.sections]),
        ("rule", [rule.id for rule in plugin.rules]),
    ):
        for name, count in Counter(names).items():
            if count > 1:
                yield f"{kind} '{name}' is defined {count} times"


def _questions(plugin: Plugin) -> Iterator[str]:
    facts = _unstated(plugin)
    for question in plugin.questions:
        if question.adds_to and question.adds_to not in facts:
            yield f"question '{question.name}' adds to '{question.adds_to}', which is no fact"
        silent = question.adds_to and not question.ask
        if not silent and not question.ask.strip().endswith("?"):
            yield f"question '{question.name}': `ask` is not a question"
        for aspect in question.aspects:
            for complaint in _aspect(question, aspect):
                yield f"question '{question.name}', aspect '{aspect.name}': {complaint}"


def _classifier(plugin: Plugin) -> Iterator[str]:
    """Each label is a question; with a sign, one of yes or no."""
    labels = {q.name for q in plugin.questions if q.kind != "boolean"}
    labels |= {q.name + sign for q in plugin.questions if q.kind == "boolean" for sign in "+-"}
    try:
        known = set(plugin.classifier.columns) if plugin.classifier else set[str]()
    except InvalidPlugin as error:
        yield str(error)
        return
    for label in sorted(known - labels):
        yield f"classifier: no question asks for its label '{label}'"


def _aspect(question: Question, aspect: Aspect) -> Iterator[str]:
    cues = (*aspect.cues, *aspect.avoid)
    avoided = {cue.pattern for cue in aspect.avoid}
    patterns = [*(cue.pattern for cue in cues), *aspect.home, *aspect.away]
    for pattern in (*patterns, *question.home, *question.away):
        try:
            regex = re.compile(pattern)
        except re.error as error:
            yield f"pattern {pattern!r}: {error}"
            continue
        if regex.match("") and pattern not in avoided:
            yield f"pattern {pattern!r} matches everything"
    if aspect.form == "capture" and not any("(?P<value>" in cue.pattern for cue in aspect.cues):
        yield "form 'capture' needs a group named `value` in a cue"


def _parameters(plugin: Plugin) -> Iterator[str]:
    try:
        complete(plugin, {})
    except InvalidPlugin as error:
        yield str(error)
    except ConspectusError as error:
        yield f"parameters: the defaults do not hold: {error}"


def _writing(plugin: Plugin) -> Iterator[str]:
    """Try all functions on no facts and on made-up ones; they must cope with both."""
    if any(_parameters(plugin)):
        return
    parameters = complete(plugin, {})
    for facts, called in ((_unstated(plugin), "no fact"), (_stated(plugin), "every fact")):
        try:
            facts = further(facts, plugin, _SOURCE)
            document = write(facts, plugin, parameters)
            examine(_SOURCE, plugin, parameters, facts, document)
        except ConspectusError as error:
            yield f"with {called} stated: {error}"


def _unstated(plugin: Plugin) -> Facts:
    return {q.name: Fact(q.name, None, "unstated") for q in plugin.questions if not q.adds_to}


def _stated(plugin: Plugin) -> Facts:
    return {q.name: _made_up(q) for q in plugin.questions if not q.adds_to}


def _made_up(question: Question) -> Fact:
    evidence = (Evidence(1, None, None, _TEXT, 0, len(_TEXT)),)
    names = [aspect.name for aspect in question.aspects] or [""]
    parts = tuple(Part(_TEXT, evidence, name) for name in names)
    value = True if question.kind == "boolean" else (_TEXT,) if question.kind == "list" else _TEXT
    return Fact(question.name, value, "stated", parts)
