"""A linear classifier of the lines of a document: one logistic regression for each label.

What it looks at are the words and pairs of words of a line, the words of the heading over it, those
of the section in which it stands and, for a list item, those that lead to it. The length of a text
does not count (Joachims 1998, "Text categorization with support vector machines: learning with many
relevant features"). `python -m training` finds the weights.
"""

import json
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final, Protocol, TypedDict

STEM = 6
"""So many letters of a word tell it from others."""

LEAD = 80
"""So many characters before a list say what it is a list of."""

ABOUT = 0.5
"""What the words about a line weigh against its own."""

ABOVE = 2
"""So many groups of terms all lines of a section have in common."""

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z]+|[0$%]")

HUNDREDTHS = 100
"""In which the weights of terms stand in the file."""

FIELD: Final = "I"
SHIFT = 1 << 16
"""More than any weight; the terms of a line are so few that their sum fits into a field."""

Term = str | tuple[str, str]
"""A word or a pair of words of a line; `h:`, `c:` or `l:` before a word say that it is of the
heading, the section or the lead."""

Group = tuple[float, Set[Term]]
"""Terms, and the value that each of them has."""


class Line(Protocol):
    """What is classified: its own words, and where it stands."""

    @property
    def kind(self) -> str:
        """Paragraph, item, row or heading."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings over it, the innermost last."""

    @property
    def lead(self) -> str:
        """What leads to it when it is an item."""


@dataclass(frozen=True)
class Classifier:
    """The weights in a file of JSON: `labels`, `biases`, and pairs of column and weight by term.

    It is read when it is first asked.
    """

    path: Path

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self._bytes).hexdigest()

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The column of each label."""
        return {label: column for column, label in enumerate(self._weights["labels"])}

    def log_odds(self, lines: Sequence[Line]) -> list[list[float]]:
        """Return the log-odds of all labels, by line of one document."""
        found: list[list[float]] = []
        placed: dict[tuple[str, ...], list[float]] = {}
        for line, groups in zip(lines, features(lines), strict=True):
            if line.headings not in placed:
                placed[line.headings] = self._added(self._weights["biases"], groups[:ABOVE])
            found.append(self._added(placed[line.headings], groups[ABOVE:]))
        return found

    def _added(self, sums: list[float], groups: Iterable[Group]) -> list[float]:
        """Return sums with what terms weigh added to them."""
        size = array(FIELD).itemsize * len(self.columns)
        for value, terms in groups:
            known = self._rows.keys() & terms
            row = sum(map(self._rows.__getitem__, known)).to_bytes(size, sys.byteorder)
            shift, value = len(known) * SHIFT, value / HUNDREDTHS
            fields = array(FIELD, row)
            sums = [one + value * (field - shift) for one, field in zip(sums, fields, strict=True)]
        return sums

    @cached_property
    def _rows(self) -> dict[Term, int]:
        """The weights of each term for all labels, as the fields of one number.

        So a few sums of numbers add up thousands of weights. Each field is shifted to be positive.
        """
        rows: dict[Term, int] = {}
        for term, weights in self._weights["terms"].items():
            fields = array(FIELD, [SHIFT]) * len(self.columns)
            for column, weight in weights:
                fields[column] += weight
            first, _, second = term.partition("_")
            rows[(first, second) if second else first] = int.from_bytes(
                fields.tobytes(), sys.byteorder
            )
        return rows

    @cached_property
    def _bytes(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def _weights(self) -> "_Weights":
        weights: _Weights = json.loads(self._bytes)
        return weights


class _Weights(TypedDict):
    labels: list[str]
    biases: list[float]
    terms: dict[str, list[tuple[int, int]]]


def features(lines: Sequence[Line]) -> Iterator[list[Group]]:
    """Yield the terms of each line of a document, those of its heading and section first."""
    said = [_words(line.text) for line in lines]
    sections: dict[tuple[str, ...], set[str]] = {}
    for line, words in zip(lines, said, strict=True):
        sections.setdefault(line.headings, set()).update(words)
    above = {
        path: [_group("h:", _words(path[-1]) if path else ()), _group("c:", words)]
        for path, words in sections.items()
    }
    for line, words in zip(lines, said, strict=True):
        terms: Set[Term] = {*words, *pairwise(words)}
        groups = [*above[line.headings], (max(1, len(terms)) ** -0.5, terms)]
        if line.kind == "item" and line.lead:
            groups.append(_group("l:", _words(line.lead[-LEAD:])))
        yield groups


def _words(text: str) -> list[str]:
    return [word[:STEM] for word in _WORDS.findall(_DIGITS.sub("0", text.lower()))]


def _group(prefix: str, words: Iterable[str]) -> Group:
    terms: Set[Term] = {prefix + word for word in words}
    return ABOUT * max(1, len(terms)) ** -0.5, terms
