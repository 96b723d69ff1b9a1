"""Reads the `check` table of a rule: which declarative and decided checks it is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from conspectus.domain.checks import artefacts, decided, fidelity
from conspectus.domain.checks.conflicts import said_two_ways
from conspectus.domain.checks.grounds import grounded
from conspectus.domain.checks.ledger_words import left_out
from conspectus.domain.checks.phrases import Ban, Guard, Need, Phrase, source_says, statements_say
from conspectus.domain.checks.tables import Table
from conspectus.domain.findings import Severity
from conspectus.domain.rules import Decide, Weigh

CODES: Mapping[str, Decide] = {
    "quotes": fidelity.quotes_stand,
    "numbers": fidelity.numbers_borne_out,
    "negations": fidelity.negations_borne_out,
    "clauses": fidelity.clauses_borne_out,
    "pointers": fidelity.sections_point,
    "placeholders": artefacts.unfinished_source,
    "conflicts": said_two_ways,
    "product-names": artefacts.product_called_treatment,
}
"""The decided checks that a rule may name as its `code`, besides "omissions"."""

LEDGER: Mapping[str, Weigh] = {"omissions": fidelity.omission_findings}
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Terms:
    """The guards and phrases of a file, which its rules refer to by name."""

    guards: Mapping[str, Guard]
    phrases: Mapping[str, Table]


def read_checks(
    table: Table, severity: Severity, terms: Terms
) -> tuple[list[Decide], Weigh | None]:
    """Return the checks of a rule and how it weighs the omission ledger, if it does."""
    decides: list[Decide] = []
    weigh: Weigh | None = None
    unstated = cast(Severity, table.choice("unstated", SEVERITIES, "warning"))
    if table.has("facts"):
        labels = table.table("facts")
        named = {name: labels.text(name) for name in labels.values}
        decides.append(decided.facts_cited(named, severity, unstated))
    for key, build in _BUILDERS.items():
        if table.has(key):
            part = table.table(key)
            decides.append(build(part, severity))
            part.done()
    for key, texts in (("statements", statements_say), ("source", source_says)):
        if table.has(key):
            decides.append(_texts(table.table(key), terms, severity, texts))
    if table.has("languages"):
        decides.append(decided.language_among(table.texts("languages"), severity))
    if table.has("code"):
        code = table.choice("code", [*CODES, *LEDGER])
        weigh = LEDGER.get(code)
        decides += [CODES[code]] if code in CODES else []
    if table.has("left-out"):
        weigh = _left_out(table.tables("left-out"), terms, severity)
    table.done()
    return decides, weigh


def _balance(part: Table, severity: Severity) -> Decide:
    sides = (part.texts("for"), part.texts("against"))
    return decided.sides_balanced(sides, part.number("most"), severity)


def _length(part: Table, severity: Severity) -> Decide:
    fewest, most, pages = (part.number(key) for key in ("fewest", "most", "pages"))
    return decided.length_within(int(fewest), int(most), pages, severity)


def _reading(part: Table, severity: Severity) -> Decide:
    return decided.reads_easily(*(part.number(key) for key in ("warn", "fail", "mean", "longest")))


def _grounds(part: Table, severity: Severity) -> Decide:
    headings, words = part.patterns("headings"), part.patterns("any", ())
    return grounded(part.text("fact"), part.text("what"), headings, words, severity)


def _left_out(parts: Sequence[Table], terms: Terms, severity: Severity) -> Weigh:
    phrases = []
    for part in parts:
        phrases.append(_phrase(part, terms.phrases))
        part.done()
    return left_out(phrases, severity)


_BUILDERS: Mapping[str, Callable[[Table, Severity], Decide]] = {
    "balance": _balance,
    "length": _length,
    "reading": _reading,
    "grounds": _grounds,
}


def _texts(
    part: Table,
    terms: Terms,
    severity: Severity,
    build: Callable[[Sequence[Need], Sequence[Ban], Severity], Decide],
) -> Decide:
    needs, bans = [], []
    for table in part.tables("need"):
        needs.append(Need(_phrase(table, terms.phrases), table.texts("facts", ())))
        table.done()
    for table in part.tables("never"):
        narrow = build is statements_say
        section = table.patterns("section", ()) if narrow else ()
        cites = frozenset(table.texts("cites", ())) if narrow else frozenset[str]()
        bans.append(Ban(_phrase(table, terms.phrases), section, cites))
        table.done()
    part.done()
    if not needs and not bans:
        raise part.error("give a `need` or a `never`")
    return build(needs, bans, severity)


def _phrase(table: Table, phrases: Mapping[str, Table]) -> Phrase:
    what = table.text("what")
    words = phrases[table.choice("phrase", phrases)] if table.has("phrase") else table
    return Phrase(what, words.patterns("any"), words.patterns("unless", ()))
