r"""Rules as data: a TOML file of rules, each made of declarative checks.

    [guard.minors]                      # when a rule applies
    any = ['\bassent\b']               # the form says one of these,
    often = ['\bparents?\b']           # or these `least` times in all (3 unless told),
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
    code = "quotes"                     # a decided check by name, see check_table

    [phrase.assent]                     # words that several rules use: any, unless
    any = ['\bassent\b']

    [[rule.check.source.need]]          # `source` or `statements`; `need` or `never`
    what = "that the child is asked too"
    any = ['\bassent\b']               # over lower-case text with plain quotes and dashes
    # phrase = "assent"                 # instead of `any` and `unless`
    facts = ["is_pediatric"]            # need only: a stated fact stands for the words
    unless = ['\bno assent\b']         # a sentence that matches does not count

A `never` of `statements` may be narrowed by `section` (patterns over titles) and `cites` (facts).
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from conspectus.domain.checks.check_table import SEVERITIES, Terms, read_checks
from conspectus.domain.checks.phrases import Guard
from conspectus.domain.checks.tables import Table
from conspectus.domain.document import Document
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.rules import Decide, Rule, RuleKind, RuleScope
from conspectus.domain.source import Source


def load_rules(text: str) -> tuple[Rule, ...]:
    """Read the rules of a TOML text, in its order. Raise InvalidPlugin with place and remedy."""
    try:
        top = Table("rules", tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise InvalidPlugin(f"rules: this is not TOML: {problem}") from None
    terms = Terms(dict(_guards(top)), dict(_phrases(top)))
    rules: dict[str, Rule] = {}
    for table in top.tables("rule"):
        rule = _rule(table, terms)
        if rule.id in rules:
            raise InvalidPlugin(f"rules: `{rule.id}` stands twice; give every rule its own id")
        rules[rule.id] = rule
    top.done()
    return tuple(rules.values())


def _phrases(top: Table) -> Iterator[tuple[str, Table]]:
    tables = top.table("phrase", {})
    for name in tables.values:
        table = tables.table(name)
        words = Table(table.where, table.values)
        words.patterns("any"), words.patterns("unless", ())
        words.done()
        yield name, table


def _guards(top: Table) -> Iterator[tuple[str, Guard]]:
    tables = top.table("guard", {})
    for name in tables.values:
        table = tables.table(name)
        guard = Guard(
            table.patterns("any", ()),
            table.patterns("often", ()),
            int(table.number("least", 3)),
            table.text("fact", ""),
        )
        if not (guard.any or guard.often or guard.fact):
            raise table.error("give `any`, `often` or `fact`")
        table.done()
        yield name, guard


def _rule(table: Table, terms: Terms) -> Rule:
    name = table.text("id")
    table.where = f"rule {name}"
    severity = cast(Severity, table.choice("severity", SEVERITIES, "warning"))
    kind = cast(RuleKind, table.choice("kind", "DFJ"))
    check = table.table("check") if table.has("check") else None
    decides, weigh = read_checks(check, severity, terms) if check else ([], None)
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
        decide=_guarded(decides, *(_guard(table, k, terms.guards) for k in ("when", "unless"))),
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
