"""Whom a part of a form speaks to: the child's pages of a parental form are not the reader's."""

import re
from collections.abc import Iterator, Sequence

from conspectus.domain.request import Extract

HEADING_WORDS = 14
"""What opens a part of the form is no longer."""

PARENTAL = 5
"""So many passages that say "your child" make a form a parental one."""

_EDGES = (("Header",), ("Footer",))
"""The headings under which a reader puts what every page repeats."""

_CHILD = re.compile(r"\byour (?:child|baby|infant|son|daughter|teen(?:ager)?)\b", re.IGNORECASE)
_ASSENT = re.compile(r"\bassent\b", re.IGNORECASE)
_ELSE = re.compile(r"\b(?:permission|consent|parents?|guardians?|adults?)\b", re.IGNORECASE)


def to_the_reader(extracts: Sequence[Extract]) -> Iterator[Extract]:
    """Leave out what a parental form says to the child: from the assent to what is no more of it.

    A form of which the assent is the whole, or which never spoke to a parent, is kept whole.
    """
    parental, to_child = 0, False
    for extract in extracts:
        if _opens(extract):
            assent = _ASSENT.search(extract.text) is not None
            to_child = (
                assent and parental >= PARENTAL if assent else to_child and not _ends(extract)
            )
        parental += not to_child and _of_child(extract.text)
        if not to_child or extract.headings[:1] in _EDGES:
            yield extract


def _opens(extract: Extract) -> bool:
    text = extract.text
    opening = extract.kind in ("heading", "paragraph") and text[-1:] not in ".;,"
    return opening and len(text.split()) <= HEADING_WORDS


def _of_child(text: str) -> bool:
    return "your " in text.lower() and _CHILD.search(text) is not None


def _ends(extract: Extract) -> bool:
    return extract.kind == "heading" and _ELSE.search(extract.text) is not None
