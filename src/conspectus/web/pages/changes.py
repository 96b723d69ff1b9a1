"""A comparison as a page shows it: both versions side by side, each quote with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conspectus.domain.apparatus import in_words
from conspectus.domain.comparison.comparison import Comparison, FactChange, RiskChange, beside
from conspectus.domain.comparison.list_changes import both_sides, in_order, items_apart
from conspectus.domain.facts import Value
from conspectus.domain.notes import quotes
from conspectus.domain.source import Evidence
from conspectus.domain.text.word_marks import Piece, word_marks

MOST_LETTERS = 60_000
"""A page shows passages of so many letters; the rest is in what can be downloaded."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote in pieces, where it stands in words, and the spots that mark it in the source."""

    pieces: Sequence[Piece]
    place: str
    spots: Sequence[str]


Pair = tuple[list[Quoted], list[Quoted]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `kind` is a class and a word; `old` and `new` are values if it has some.

    Of values that are `listed`, only the items that differ.
    """

    kind: str
    title: str
    pair: Pair
    about: str = ""
    listed: bool = False
    old: Sequence[Sequence[Piece]] = ()
    new: Sequence[Sequence[Piece]] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is shown, and how many passages are not."""

    risks: list[Change]
    facts: list[Change]
    stale: list[Change]
    passages: list[Change]
    hidden: int


def changes(found: Comparison) -> Changes:
    """Return what changed, as it is shown."""
    shown, letters = list[Change](), 0
    for one in found.passages:
        letters += len(one.old) + len(one.new)
        if shown and letters > MOST_LETTERS:
            break
        pair = _pair(one.old_evidence, one.new_evidence)
        shown.append(Change(one.kind, one.headings[-1] if one.headings else "", pair))
    return Changes(
        [_risk(found, one) for one in found.risks],
        [_fact(found, one) for one in found.facts],
        [
            Change("stale", one.statement.text, _pair(one.statement.evidence, one.now), one.reason)
            for one in found.stale
        ],
        shown,
        len(found.passages) - len(shown),
    )


def _risk(found: Comparison, one: RiskChange) -> Change:
    vanished = one.kind == "vanished"
    other = beside(one.evidence, found.passages, later=vanished)
    own = beside(other, found.passages, later=not vanished) or one.evidence
    return Change(one.kind, one.risk, _pair(own, other) if vanished else _pair(other, own))


def _fact(found: Comparison, one: FactChange) -> Change:
    listed = isinstance(one.old, tuple) and isinstance(one.new, tuple)
    values = items_apart(found, one) if listed else (_lines(one.old), _lines(one.new))
    old, new = word_marks(*values)
    return Change(
        one.kind, in_words(one.fact), _pair(*both_sides(found, one)), "", listed, old, new
    )


def _lines(value: Value) -> list[str]:
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return [value] if isinstance(value, str) else [*(value or ())]


def _pair(old: Iterable[Evidence], new: Iterable[Evidence]) -> Pair:
    notes = [quotes(in_order(evidence)) for evidence in (old, new)]
    marked = word_marks(*([note.quote for note in side] for side in notes))
    before, after = (
        [
            Quoted(pieces, note.place, [_spot(piece, note.number) for piece in note.pieces])
            for note, pieces in zip(side, marks, strict=True)
        ]
        for side, marks in zip(notes, marked, strict=True)
    )
    return before, after


def _spot(piece: Evidence, number: int) -> str:
    """Name a place by page or paragraph, its letters and its quote: no words of a document."""
    where = piece.anchor if piece.page is None else piece.page
    return f"{where}.{piece.start}.{piece.end}.{number}"
