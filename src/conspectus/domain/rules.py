"""Rules: what must hold of a document, and the findings when it does not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from conspectus.domain.document import Document
    from conspectus.domain.report import Omission
    from conspectus.domain.source import Source

RuleKind = Literal["D", "F", "J"]
RuleScope = Literal["KI", "SRC"]

Decide = Callable[["Document", Facts, "Source"], Iterable[Finding]]
"""Yields a finding for each breach. Its rule and citation are filled in by `judge`."""

Weigh = Callable[[Sequence["Omission"]], Iterable[Finding]]
"""Yields findings from the omission ledger. Their rule and citation are filled in by `judge`."""

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement with its legal or own source.

    `kind`: D decided by the text alone, F a fact of the source must be present, J needs
    judgement (reported as open, never passed by itself). `scope`: KI the generated document, SRC
    the uploaded form. `effective` is the date (ISO) since which it holds. `asks` is the question
    it answers. A J rule has no `decide`. `open` says what a person must still judge, whatever
    `decide` finds. `weigh` decides from the omission ledger.
    """

    id: str
    citation: str
    effective: str
    scope: RuleScope
    kind: RuleKind
    asks: str
    severity: Severity = "warning"
    decide: Decide | None = None
    open: str = ""
    weigh: Weigh | None = None


def judge(
    rules: Iterable[Rule],
    document: "Document",
    facts: Facts,
    source: "Source",
    omissions: Sequence["Omission"] = (),
) -> tuple[Finding, ...]:
    """Return what the rules find: errors first, then in the order of the rules and the document."""
    place: dict[str | None, int] = {None: -1}
    for section, statement in document.statements:
        place.setdefault(section.id, len(place))
        place.setdefault(statement.id, len(place))
    found: list[Finding] = []
    for rule in rules:
        breaches: list[Finding] = []
        if rule.decide:
            breaches += rule.decide(document, facts, source)
        if rule.weigh:
            breaches += rule.weigh(omissions)
        breaches.sort(key=lambda f: place.get(f.statement or f.section, len(place)))
        if rule.open or rule.kind == "J":
            breaches.append(Finding(rule.id, "info", rule.open or rule.asks))
        found += (replace(b, rule=rule.id, citation=b.citation or rule.citation) for b in breaches)
    return tuple(sorted(found, key=lambda f: _RANK[f.severity]))


def combine(*sets: Iterable[Rule]) -> tuple[Rule, ...]:
    """Join sets of rules; a rule of a later set replaces the one of the same id, in its place."""
    return tuple({rule.id: rule for rules in sets for rule in rules}.values())
