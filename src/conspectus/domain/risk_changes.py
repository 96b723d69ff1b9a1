"""Risks that only one of two versions of a form names."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from conspectus.domain.comparison import FactChange, RiskChange, Version, meet, stands
from conspectus.domain.passage_changes import PassageChange
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source
from conspectus.domain.tokens import Tokens, bare, says, tokens_of

_NAME_WORDS = 8
_MEMBERS = re.compile(r"[,;]|\band\b|\bor\b")
RISK = re.compile(r"risk|side effect|discomfort|hazard|harm|danger|\bdeath", re.IGNORECASE)


def risk_changes(
    old: Version, new: Version, facts: Iterable[FactChange], passages: Iterable[PassageChange]
) -> Iterator[RiskChange]:
    """Yield risks that only one version names; of a list in both, the members that differ."""
    seen: set[tuple[str, str]] = set()
    told, changed = list(facts), [one for one in passages if one.kind == "changed"]
    sides: tuple[tuple[Literal["appeared", "vanished"], Version, Version], ...] = (
        ("appeared", new, old),
        ("vanished", old, new),
    )
    for kind, here, there in sides:
        text = _tokens(there.source)
        for name, evidence in (*_ledger(here.report.omissions), *_listed(here, told)):
            if stands(evidence, there.source):
                continue
            for risk in _named(name, evidence, changed, kind == "appeared"):
                words = tokens_of(risk)
                if (kind, bare(words)) not in seen and not says(text, words):
                    seen.add((kind, bare(words)))
                    yield RiskChange(kind, risk, evidence)


def _named(
    name: str, evidence: tuple[Evidence, ...], changed: Iterable[PassageChange], later: bool
) -> Iterator[str]:
    """Yield a risk; of a sentence that both versions have, only the members that one has."""
    for change in changed:
        own, other = (change.new, change.old) if later else (change.old, change.new)
        there = change.new_evidence if later else change.old_evidence
        if any(meet(mine, theirs) for mine in evidence for theirs in there):
            known = {tokens_of(member) for member in _MEMBERS.split(other)}
            yield from (
                member.strip(" .")
                for member in _MEMBERS.split(own)
                if (words := tokens_of(member)) and words not in known and not _figures(words)
            )
            return
    yield name


def _figures(words: Tokens) -> bool:
    """Tell whether words count or say something longer than the name of a risk."""
    return len(words) > _NAME_WORDS or any(char.isdigit() for word in words for char in word)


def _ledger(omissions: Iterable[Omission]) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Yield the risks that a ledger names: lines such as "grave risk: liver damage"."""
    for omission in omissions:
        kind, colon, name = omission.item.partition(": ")
        if colon and RISK.search(kind) and omission.status != "absent" and omission.evidence:
            yield name.strip(" \u2026"), omission.evidence


def _listed(
    version: Version, facts: Iterable[FactChange]
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for change in facts:
        fact = version.report.facts.get(change.fact)
        if fact and isinstance(fact.value, tuple) and RISK.search(change.fact):
            yield from ((part.text, part.evidence) for part in fact.parts if part.evidence)


def _tokens(source: Source) -> Tokens:
    return tokens_of("\n".join(passage.text for passage in source.passages))
