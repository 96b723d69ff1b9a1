"""Where a line of the omission ledger belongs in a document, and how it can be said there."""

import re
from collections.abc import Iterator

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.report import Omission
from conspectus.domain.review.acts import Add
from conspectus.domain.source import Evidence, Source, grouped, quoted_words
from conspectus.domain.text.legible import legible

_LETTERS = re.compile(r"\w+")
_ENDS = (".", "!", "?", ":", ";")


def placed(omission: Omission, document: Document, source: Source) -> Add | None:
    """Return the act that tells an omission in the words of the source, beside what is closest.

    It goes behind the statement that rests on the nearest words of the source, of those that tell
    a fact named after its kind ("risk": "key_risks"), or stand in a section that is, if there are
    any. None when the omission has no evidence, or no statement has any.
    """
    kind = _LETTERS.findall(omission.item.partition(":")[0].lower())
    cited = [one for one in _cited(document, source) if omission.evidence]
    if not cited:
        return None
    at = _place(omission.evidence[0], source)
    own = [one for one in cited if kind and kind[-1] in _names(*one[:2])]
    section, beside, _ = min(own or cited, key=lambda one: _distance(one[2], at))
    text = _words(omission, beside.item)
    return Add(section.id, text, omission.evidence, (), beside.id, beside.item)


def _names(section: Section, statement: Statement) -> str:
    return f"{section.id} {section.title} {' '.join(statement.facts)}".lower()


def _cited(
    document: Document, source: Source
) -> Iterator[tuple[Section, Statement, tuple[int, int]]]:
    for section, statement in document.statements:
        for piece in statement.evidence:
            yield section, statement, _place(piece, source)


def _place(piece: Evidence, source: Source) -> tuple[int, int]:
    for index, page in enumerate(source.pages):
        if (page.number, page.anchor) == (piece.page, piece.anchor):
            return index, piece.start
    return len(source.pages), 0


def _distance(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, bool]:
    """Return pages and characters between two places; what comes before is nearer."""
    return abs(one[0] - other[0]), abs(one[1] - other[1]), one > other


def _words(omission: Omission, item: bool) -> str:
    """Return the quotes as text: as the ledger has them, if these are the same words."""
    said = [
        legible(" ".join(quoted_words(pieces))).strip(" ,;")
        for pieces in grouped(omission.evidence)
    ]
    told = legible(omission.item.partition(": ")[2])
    if len(said) == 1 and _letters(told) == _letters(said[0]):
        said = [told]
    if item and len(said) == 1:
        return said[0]
    return " ".join(one if one.endswith(_ENDS) else f"{one}." for one in said)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text.lower()))
