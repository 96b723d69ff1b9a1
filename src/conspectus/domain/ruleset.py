"""Rules as data: a TOML file of rules, each made of declarative checks.

    [guard.minors]                      # when a rule applies
    any = ['\\bassent\\b']               # the form says one of these, `least` times in all,
    fact = "is_pediatric"               # or this fact is true

    [[rule]]
    id = "UNI-1"
    citation = "University policy 12.3"
    effective = "2025-01-01"
    scope = "KI"                        # KI the summary, SRC the uploaded form
    kind = "D"                          # D text alone, F a fact must be there, J judgement
    asks = "Is the assent of the child named?"
    severity = "warning"                # error, warning (default), info
    when = "minors"                     # optional; also `unless`
    open = "Ask a child."               # optional: what a person must still judge

    [rule.check]
    facts = { purpose = "why the study is done" }   # cited if stated; `unstated` = severity
    balance = { for = ["benefit"], against = ["key_risks"], most = 6 }
    length = { fewest = 350, most = 900, pages = 3 }        # words, printed pages
    reading = { warn = 8, fail = 10, mean = 15, longest = 25 }  # grades, words a sentence
    languages = ["en"]
    code = "quotes"                     # a decided check by name, see CODES

    [[rule.check.source.need]]          # `source` or `statements`; `need` or `never`
    what = "that the child is asked too"
    any = ['\\bassent\\b']               # over lower-case text with plain quotes and dashes
    facts = ["is_pediatric"]            # need only: a stated fact stands for the words
    unless = ['\\bno assent\\b']         # a sentence that matches does not count

A `never` of `statements` may be narrowed by `section` (patterns over titles) and `cites` (facts).
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from conspectus.domain import artefacts, checks, fidelity
from conspectus.domain.checks import Ban, Guard, Need
from conspectus.domain.document import Document
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.rules import Decide, Rule, RuleKind, RuleScope, Weigh
from conspectus.domain.source import Source
from conspectus.domain.tables import Table
from conspectus.domain.wording import Phrase

CODES: Mapping[str, Decide] = {
    "quotes": fidelity.quotes_stand,
    "numbers": fidelity.numbers_borne_out,
    "negations": fidelity.negations_borne_out,
    "clauses": fidelity.clauses_borne_out,
    "pointers": fidelity.sections_point,
    "placeholders": artefacts.unfinished_source,
    "product-names": artefacts.product_called_treatment,
}
"""The decided checks that a rule may name as its `code`, besides "omissions"."""

LEDGER: Mapping[str, Weigh] = {"omissions": fidelity.omission_findings}
_SEVERITIES = ("error", "warning", "info")


def load_rules(text: str) -> tuple[Rule, ...]:
    """Read the rules of a TOML text, in its order. Raise InvalidPlugin with place and remedy."""
    try:
        top = Table("rules", tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise InvalidPlugin(f"rules: this is not TOML: {problem}") from None
    guards = dict(_guards(top)) if top.has("guard") else {}
    rules: dict[str, Rule] = {}
    for table in top.tables("rule"):
        rule = _rule(table, guards)
        if rule.id in rules:
            raise InvalidPlugin(f"rules: `{rule.id}` stands twice; give every rule its own id")
        rules[rule.id] = rule
    top.done()
    return tuple(rules.values())


def _guards(top: Table) -> Iterator[tuple[str, Guard]]:
    tables = top.table("guard")
    for name in tables.values:
        table = tables.table(name)
        guard = Guard(
            table.patterns("any", ()), int(table.number("least", 1)), table.text("fact", "")
        )
        if not guard.any and not guard.fact:
            raise table.error("give `any`, `fact` or both")
        table.done()
        yield name, guard


def _rule(table: Table, guards: Mapping[str, Guard]) -> Rule:
    name = table.text("id")
    table.where = f"rule {name}"
    severity = cast(Severity, table.choice("severity", _SEVERITIES, "warning"))
    kind = cast(RuleKind, table.choice("kind", "DFJ"))
    check = table.table("check") if table.has("check") else None
    decides, weigh = _checks(check, severity) if check else ([], None)
    if not decides and weigh is None and kind != "J":
        raise table.error("`check` is missing; only a rule of kind J may do without")
    rule = Rule(
        id=name,
        citation=table.text("citation"),
        effective=_date(table, "effective"),
        scope=cast(RuleScope, table.choice("scope", ("KI", "SRC"))),
        kind=kind,
        asks=table.text("asks"),
        severity=severity,
        decide=_guarded(decides, *(_guard(table, k, guards) for k in ("when", "unless"))),
        open=table.text("open", ""),
        weigh=weigh,
    )
    table.done()
    return rule


def _date(table: Table, key: str) -> str:
    value = table.text(key)
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise table.error(f"`{key}` is {value!r}, not a date like 2026-01-31") from None


def _guard(table: Table, key: str, guards: Mapping[str, Guard]) -> Guard | None:
    return guards[table.choice(key, guards.keys())] if table.has(key) else None


def _guarded(decides: Sequence[Decide], when: Guard | None, unless: Guard | None) -> Decide | None:
    if not decides:
        return None

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        if when and not when.holds(facts, source):
            return
        if unless and unless.holds(facts, source):
            return
        for check in decides:
            yield from check(document, facts, source)

    return decide


def _checks(table: Table, severity: Severity) -> tuple[list[Decide], Weigh | None]:
    decides: list[Decide] = []
    weigh: Weigh | None = None
    unstated = cast(Severity, table.choice("unstated", _SEVERITIES, "warning"))
    if table.has("facts"):
        labels = table.table("facts")
        named = {name: labels.text(name) for name in labels.values}
        decides.append(checks.facts_cited(named, severity, unstated))
    for key, build in _BUILDERS.items():
        if table.has(key):
            part = table.table(key)
            decides.append(build(part, severity))
            part.done()
    if table.has("languages"):
        decides.append(checks.language_among(table.texts("languages"), severity))
    if table.has("code"):
        code = table.choice("code", [*CODES, *LEDGER])
        weigh = LEDGER.get(code)
        decides += [CODES[code]] if code in CODES else []
    table.done()
    return decides, weigh


def _balance(part: Table, severity: Severity) -> Decide:
    sides = (part.texts("for"), part.texts("against"))
    return checks.sides_balanced(sides, part.number("most"), severity)


def _length(part: Table, severity: Severity) -> Decide:
    fewest, most, pages = (part.number(key) for key in ("fewest", "most", "pages"))
    return checks.length_within(int(fewest), int(most), pages, severity)


def _reading(part: Table, severity: Severity) -> Decide:
    return checks.reads_easily(*(part.number(key) for key in ("warn", "fail", "mean", "longest")))


def _statements(part: Table, severity: Severity) -> Decide:
    return checks.statements_say(_needs(part), _bans(part, narrowed=True), severity)


def _source(part: Table, severity: Severity) -> Decide:
    return checks.source_says(_needs(part), _bans(part, narrowed=False), severity)


_BUILDERS: Mapping[str, Callable[[Table, Severity], Decide]] = {
    "balance": _balance,
    "length": _length,
    "reading": _reading,
    "statements": _statements,
    "source": _source,
}


def _needs(part: Table) -> list[Need]:
    needs = []
    for table in part.tables("need"):
        needs.append(Need(_phrase(table), table.texts("facts", ())))
        table.done()
    return needs


def _bans(part: Table, narrowed: bool) -> list[Ban]:
    bans = []
    for table in part.tables("never"):
        phrase, section, cites = _phrase(table), None, frozenset[str]()
        if narrowed:
            section = table.patterns("section", ())
            cites = frozenset(table.texts("cites", ()))
        bans.append(Ban(phrase, section or (), cites))
        table.done()
    return bans


def _phrase(table: Table) -> Phrase:
    return Phrase(table.text("what"), table.patterns("any"), table.patterns("unless", ()))
