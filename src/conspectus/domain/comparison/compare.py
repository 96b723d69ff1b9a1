"""Comparing two versions of a form: which facts and risks changed, and what is stale by that."""

from collections.abc import Iterable, Iterator

from conspectus.domain.comparison.comparison import Comparison, FactChange, Version, stands
from conspectus.domain.comparison.passage_changes import Kind, PassageChange, passage_changes
from conspectus.domain.comparison.risk_changes import RISK, risk_changes
from conspectus.domain.comparison.stale import stale_statements
from conspectus.domain.facts import Fact, Part, Value
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.tokens import bare, tokens_of


def compare(old: Version, new: Version) -> Comparison:
    """Compare two versions of a form."""
    passages = sorted(passage_changes(old.source, new.source), key=lambda one: not _risky(one))
    facts = sorted(_facts(old, new), key=lambda one: not RISK.search(one.fact))
    return Comparison(
        old.report,
        new.report,
        tuple(risk_changes(old, new, facts, passages)),
        tuple(facts),
        tuple(stale_statements(old, new, facts, passages)),
        tuple(passages),
    )


def _risky(change: PassageChange) -> bool:
    return any(map(RISK.search, (*change.headings, change.old, change.new)))


def _facts(old: Version, new: Version) -> Iterator[FactChange]:
    before, after = old.report.facts, new.report.facts
    for name in dict.fromkeys((*before, *after)):
        was, is_ = (facts.get(name) or Fact(name, None, "unstated") for facts in (before, after))
        if _value(was) == _value(is_):
            continue
        gone = _only(was, is_, new.source)
        come = _only(is_, was, old.source)
        if gone or come:
            kind: Kind = "changed" if _told(was) and _told(is_) else "removed"
            kind = "added" if not _told(was) else kind
            yield FactChange(kind, name, _shown(was), _shown(is_), gone, come)


def _told(fact: Fact) -> bool:
    return fact.status == "stated"


def _shown(fact: Fact) -> Value:
    return fact.value if _told(fact) else None


def _value(fact: Fact) -> object:
    """Return what makes two values the same."""
    if isinstance(fact.value, tuple):
        return frozenset(bare(tokens_of(item)) for item in fact.value)
    return bare(tokens_of(fact.value)) if isinstance(fact.value, str) else (fact.value, _told(fact))


def _only(fact: Fact, other: Fact, source: Source) -> tuple[Evidence, ...]:
    """Return the evidence of what a fact says and the other does not, where no source bears both.

    Which of two sentences answers is the extraction's choice; only words that the other version
    does not have are a change of the form.
    """
    known = {bare(tokens_of(part.text)) for part in other.parts}
    parts: Iterable[Part] = (p for p in fact.parts if bare(tokens_of(p.text)) not in known)
    if isinstance(fact.value, bool):
        parts = fact.parts
    found = (e for part in parts for e in part.evidence if not stands((e,), source))
    return tuple(dict.fromkeys(found))
