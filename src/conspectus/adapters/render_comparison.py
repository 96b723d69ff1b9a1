"""A comparison as Markdown: what appeared or vanished first, old words beside the words of now."""

from collections.abc import Iterable, Iterator, Sequence

from conspectus.domain.apparatus import in_words
from conspectus.domain.comparison.comparison import Comparison, FactChange, RiskChange, Stale
from conspectus.domain.comparison.list_changes import items_apart
from conspectus.domain.comparison.passage_changes import PassageChange
from conspectus.domain.facts import Value
from conspectus.domain.notes import quotes
from conspectus.domain.source import Evidence
from conspectus.domain.text.markdown import escaped

_KINDS = {"changed": "Changed", "added": "Added", "removed": "Removed"}
_RISKS = {"appeared": "Appeared", "vanished": "Vanished"}


def comparison_markdown(found: Comparison) -> bytes:
    """Return UTF-8 Markdown; the same comparison gives the same bytes."""
    return ("\n".join(_lines(found)).rstrip() + "\n").encode()


def _lines(found: Comparison) -> Iterator[str]:
    old, new = (escaped(report.source.name) for report in (found.old, found.new))
    yield from (f"# {old} and {new}", "")
    for name, told in found.remarks:
        yield from (f"**{escaped(name)}**: {escaped(told)}", "")
    if found.same:
        read = "In what could be read, nothing" if found.remarks else "Nothing"
        yield f"{read} changed but the layout, if that."
        return
    yield from _part("Risks that appeared or vanished", map(_risk, found.risks))
    yield from _part("Facts that changed", (_fact(found, one) for one in found.facts))
    yield from _part("Statements of the old document that are stale", map(_stale, found.stale))
    yield from _part("Passages that changed", map(_passage, found.passages))


def _part(title: str, entries: Iterable[Sequence[str]]) -> Iterator[str]:
    told = [line for entry in entries for line in entry]
    if told:
        yield from (f"## {title}", "", *told, "")


def _risk(one: RiskChange) -> list[str]:
    return [
        f"- **{_RISKS[one.kind]}**: {escaped(one.risk)}",
        *_quotes(_RISKS[one.kind], one.evidence),
    ]


def _fact(found: Comparison, one: FactChange) -> list[str]:
    old, new = one.old, one.new
    if isinstance(old, tuple) and isinstance(new, tuple):  # of lists, the items that differ
        old, new = items_apart(found, one)
    return [
        f"- **{escaped(in_words(one.fact))}**: {_value(old)} \u2192 {_value(new)}",
        *_quotes("Old", one.old_evidence),
        *_quotes("New", one.new_evidence),
    ]


def _stale(one: Stale) -> list[str]:
    return [
        f"- {escaped(one.statement.text)} ({escaped(one.section)}): {escaped(one.reason)}",
        *_quotes("Old", one.statement.evidence),
        *_quotes("New", one.now),
    ]


def _passage(one: PassageChange) -> list[str]:
    where = f" under {escaped(one.headings[-1])}" if one.headings else ""
    return [
        f"- **{_KINDS[one.kind]}**{where}",
        *_quotes("Old", one.old_evidence),
        *_quotes("New", one.new_evidence),
    ]


def _quotes(name: str, evidence: Iterable[Evidence]) -> list[str]:
    return [
        f"  - {name}, {escaped(note.place)}: \u201c{escaped(note.quote)}\u201d"
        for note in quotes(evidence)
    ]


def _value(value: Value) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return escaped("; ".join(value) or "nothing more" if isinstance(value, tuple) else value)
