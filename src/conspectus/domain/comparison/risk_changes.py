"""Risks that only one of two versions of a form names.

Where in doubt a risk is told: one too many costs a glance, one too few may cost more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from conspectus.domain.comparison.comparison import FactChange, RiskChange, Version, meet, stands
from conspectus.domain.comparison.passage_changes import PassageChange
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source, grouped
from conspectus.domain.text.tokens import Tokens, bare, tokens_of

RISK = re.compile(r"risk|side effect|discomfort|hazard|harm|danger|\bdeath", re.IGNORECASE)
_MEMBERS = re.compile(r"[,;:|()\n]|(?<=\w)\.\s|\band\b|\bor\b")
_FIGURES = re.compile(
    r"(?:\b(?:about|around|up to|at least|at most|between|(?:fewer|less|more) than|or more)\s+)?"
    r"\d[\d.,]*\s*%?(?:\s*(?:to|in|out of|of|and|-|\u2013)\s*\d[\d.,]*\s*%?)*"
    r"(?:\s*(?:percent|people|persons?|patients|participants|children|women|men)\b)?"
    r"(?:\s*(?:or more|so far)\b)?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"rare(?:ly)?|(?:un)?common|very|(?:un)?likely|less|more|most|some(?:times)?|also|such|often"
    r"|mild|moderate|severe|serious|usually|may|can|could|might|will|th(?:is|at|ese|ose)|other"
    r"|which"
)
_LEAST_LETTERS = 4
_DENIED = r"(?:\b(?:no|not|nor|never|nobody|none|neither|without|cannot)\b|n['\u2019]t\b)"
_DENIALS = re.compile(_DENIED, re.IGNORECASE)
_LEADS = re.compile(
    rf"^(?!.*{_DENIED})"
    r".*\b(?:cause[sd]?|include[sd]?|including|such as)\s+(?=\w)",
    re.IGNORECASE,
)
"""What leads to the first of several risks, unless it denies them."""

_MAY = re.compile(r"\b(?:may|might|can|could|cause[sd]?|died?|deaths?)\b", re.IGNORECASE)

Kind = Literal["appeared", "vanished"]
Places = tuple[Evidence, ...]
_Found = tuple[str, Places, str]


class _Change(NamedTuple):
    """Sentences of one version, what stands in their place in the other, and where they are."""

    own: str
    other: str
    places: Places
    risky: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """One version as it is seen beside the other."""

    here: Version
    there: Version
    changes: Sequence[_Change]


def risk_changes(
    old: Version, new: Version, facts: Iterable[FactChange], passages: Iterable[PassageChange]
) -> Iterator[RiskChange]:
    """Yield risks that only one version names; of a list in both, the members that differ."""
    told, changes = list(facts), list(passages)
    come = [_Change(c.new, c.old, c.new_evidence, _under_risks(c)) for c in changes if c.new]
    gone = [_Change(c.old, c.new, c.old_evidence, _under_risks(c)) for c in changes if c.old]
    sides: tuple[tuple[Kind, _Side], ...] = (
        ("appeared", _Side(new, old, come)),
        ("vanished", _Side(old, new, gone)),
    )
    for kind, side in sides:
        for risk, places in _of_side(side, told):
            yield RiskChange(kind, risk, places)


def _under_risks(change: PassageChange) -> bool:
    return any(map(RISK.search, (*change.headings, change.old, change.new)))


def _of_side(side: _Side, facts: Iterable[FactChange]) -> Iterator[tuple[str, Places]]:
    """Yield each risk once. A name that the form does not have is told only if nothing else is."""
    own, other = _text(side.here.source), _text(side.there.source)
    named = [*_listed(side.here, facts), *_ledger(side.here.report.omissions)]
    named.sort(key=lambda risk: _times(own, tokens_of(risk[0])) == 0)
    told: list[tuple[str, Places]] = []
    for risk, places, instead in (*_of_named(named, side), *_of_changes(named, side)):
        words = tokens_of(risk)
        times = _times(own, words)
        denied = _times(_spaced(tokens_of(instead)), words)  # or it would be told in both
        if 0 < times <= _times(other, words) and not denied:
            continue
        known = (text for text, there in told if _meet(places, there))
        if any(_spaced(words) in _spaced(tokens_of(text)) or not times for text in known):
            continue
        told.append((risk, places))
    yield from told


def _of_named(risks: Iterable[tuple[str, Places]], side: _Side) -> Iterator[_Found]:
    """Yield risks that a report names, with their sentences and what stands instead of them."""
    for name, evidence in risks:
        found = [change for change in side.changes if _meet(change.places, evidence)]
        for change in found:
            here = tuple(one for one in change.places if _meet((one,), evidence))
            for risk in _differing(change) if change.other else (name,):
                yield risk, here, change.other
        if not found and not stands(evidence, side.there.source):
            yield name, evidence, ""


def _of_changes(risks: Iterable[tuple[str, Places]], side: _Side) -> Iterator[_Found]:
    """Yield what no report names of sentences about risks that say what may happen."""
    known = [piece for _, evidence in risks for piece in evidence]
    for change in side.changes:
        if not change.risky:
            continue
        if change.other:
            if _MAY.search(change.own):
                yield from ((risk, change.places, change.other) for risk in _differing(change))
            continue
        for here in grouped(change.places):
            sentence = " ".join(" ".join(one.quote for one in here).split())
            if _MAY.search(sentence) and not _meet(here, known):
                yield sentence, here, ""


def _differing(change: _Change) -> Iterator[str]:
    """Yield what only the one version of a sentence has."""
    known = {bare(tokens_of(member)) for member in _members(change.other)}
    words = tokens_of(_FIGURES.sub(" ", change.other))
    alike = len(_DENIALS.findall(change.own)) == len(_DENIALS.findall(change.other))
    for member in _members(change.own):
        own = tokens_of(member)
        if bare(own) not in known and not (alike and _spaced(own) in _spaced(words)):
            yield member


def _members(text: str) -> Iterator[str]:
    """Yield what is told one after the other, without figures."""
    for member in _MEMBERS.split(_FIGURES.sub(" ", text)):
        told = _LEADS.sub("", " ".join(member.split())).strip(" .\u2013-")
        if any(len(w) >= _LEAST_LETTERS and not _NO_NAME.fullmatch(w) for w in tokens_of(told)):
            yield told


def _ledger(omissions: Iterable[Omission]) -> Iterator[tuple[str, Places]]:
    """Yield the risks that a ledger names: lines such as "grave risk: liver damage"."""
    for omission in omissions:
        kind, colon, name = omission.item.partition(": ")
        if colon and RISK.search(kind) and omission.status != "absent" and omission.evidence:
            yield name.strip(" \u2026"), omission.evidence


def _listed(version: Version, facts: Iterable[FactChange]) -> Iterator[tuple[str, Places]]:
    for change in facts:
        fact = version.report.facts.get(change.fact)
        if fact and isinstance(fact.value, tuple) and RISK.search(change.fact):
            yield from ((part.text, part.evidence) for part in fact.parts if part.evidence)


def _text(source: Source) -> str:
    return _spaced(tokens_of("\n".join(passage.text for passage in source.passages)))


def _times(text: str, words: Tokens) -> int:
    """Return how often words stand together in a text."""
    return text.count(_spaced(words)) if words else 0


def _spaced(words: Tokens) -> str:
    return f" {'  '.join(words)} "


def _meet(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    others = tuple(others)
    return any(meet(one, other) for one in some for other in others)
