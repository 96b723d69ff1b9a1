"""Checking a plugin against the contract before anyone relies on it."""

import re
from collections import Counter
from collections.abc import Iterator

from jsonschema import Draft202012Validator, SchemaError

from conspectus.domain.errors import ConspectusError
from conspectus.domain.facts import Aspect, Fact, Facts, Part, Question
from conspectus.domain.plugin import Plugin
from conspectus.domain.source import Evidence
from conspectus.pipeline.write import write
from conspectus.service.parameters import complete

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def check_plugin(plugin: Plugin) -> list[str]:
    """Return what is wrong with a plugin, one line each; an empty list means nothing."""
    return [*_identity(plugin), *_questions(plugin), *_parameters(plugin), *_sections(plugin)]


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
    for question in plugin.questions:
        if not question.ask.strip().endswith("?"):
            yield f"question '{question.name}': `ask` is not a question"
        for aspect in question.aspects:
            for complaint in _aspect(question, aspect):
                yield f"question '{question.name}', aspect '{aspect.name}': {complaint}"


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
        Draft202012Validator.check_schema(dict(plugin.parameters))
        complete(plugin, {})
    except SchemaError as error:
        yield f"parameters: {error.message}"
    except ConspectusError as error:
        yield f"parameters: the defaults do not hold: {error}"


def _sections(plugin: Plugin) -> Iterator[str]:
    """Try every template on no facts and on made-up ones; it must cope with both."""
    if any(_parameters(plugin)):
        return
    parameters = complete(plugin, {})
    for facts, called in ((_unstated(plugin), "no fact"), (_stated(plugin), "every fact")):
        try:
            write(facts, plugin, parameters)
        except Exception as error:  # noqa: BLE001  # a stranger's template may raise anything
            yield f"sections: with {called} stated, writing fails: {type(error).__name__}: {error}"


def _unstated(plugin: Plugin) -> Facts:
    return {q.name: Fact(q.name, None, "unstated") for q in plugin.questions}


def _stated(plugin: Plugin) -> Facts:
    return {question.name: _made_up(question) for question in plugin.questions}


def _made_up(question: Question) -> Fact:
    text = "You will have 2 visits."
    evidence = (Evidence(1, None, None, text, 0, len(text)),)
    names = [aspect.name for aspect in question.aspects] or [""]
    parts = tuple(Part(text, evidence, name) for name in names)
    value = True if question.kind == "boolean" else (text,) if question.kind == "list" else text
    return Fact(question.name, value, "stated", parts)
