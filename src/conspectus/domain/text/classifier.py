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
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from conspectus.domain.errors import InvalidPlugin

STEM = 6
"""So many letters of a word tell it from others."""

LEAD = 80
"""So many characters before a list say what it is a list of."""

ABOUT = 0.5
"""What the words about a line weigh against its own."""

KEPT = 2048
"""So many lines are kept: the model and the ledger ask about the same."""

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z]+|[0$%]")

HUNDREDTHS = 100
"""In which the weights of terms stand in the file."""

FIELD: Final = "I"
SHIFT, MOST_TERMS = 1 << 16, 1 << 15
"""No weight is as large; the fields of so many terms add up without running over."""

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

    It is read when it is first asked: all then raise InvalidPlugin when it cannot be.
    """

    path: Path

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return self._weights.digest

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The column of each label."""
        return self._weights.columns

    def log_odds(
        self, lines: Sequence[Line], labels: Sequence[str] | None = None
    ) -> list[list[float]]:
        """Return the log-odds of labels, of all by column when none is named, by line.

        The lines are those of one document, in order.
        """
        columns = [self.columns[label] for label in labels] if labels else None
        biases = self._weights.biases
        biases = [biases[column] for column in columns] if columns else biases
        above = {path: list(map(self._sum, groups)) for path, groups in about(lines).items()}
        placed: dict[tuple[str, ...], list[float]] = {}
        found: list[list[float]] = []
        for line in lines:
            if line.headings not in placed:
                placed[line.headings] = _added(biases, above[line.headings], columns)
            sums = [self._said(line.text)]
            if line.kind == "item" and line.lead:
                sums.append(self._sum(lead(line.lead)))
            found.append(_added(placed[line.headings], sums, columns))
        return found

    @lru_cache(maxsize=KEPT)  # noqa: B019 - few classifiers, each for good
    def _said(self, text: str) -> "_Sum":
        return self._sum(own(text))

    def _sum(self, group: Group) -> "_Sum":
        """Return a row of summed weights, what it was shifted by, and the value of the terms."""
        value, terms = group
        rows = self._weights.rows
        known = rows.keys() & terms
        row = sum(map(rows.__getitem__, known))
        size = array(FIELD).itemsize * len(self.columns)
        fields = array(FIELD, row.to_bytes(size, sys.byteorder))
        return fields, len(known) * SHIFT, value / HUNDREDTHS

    @cached_property
    def _weights(self) -> "_Weights":
        try:
            return _read(self.path.read_bytes())
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError) as error:
            raise InvalidPlugin(
                f"The classifier {self.path.name} cannot be read ({type(error).__name__}): train "
                "it anew, or leave it out of the plugin."
            ) from error


class _Weights(NamedTuple):
    """What the file holds; a row has the weights of a term for all labels."""

    digest: str
    columns: Mapping[str, int]
    biases: list[float]
    rows: Mapping[Term, int]


_Sum = tuple["array[int]", int, float]
"""The fields of a row, what each was shifted by, and what its weights are worth."""


def _read(file: bytes) -> _Weights:
    """Return weights. Each row is one number, whose fields are shifted so that all are positive.

    So a few sums of numbers add up thousands of weights.
    """
    told = json.loads(file)
    columns = {str(label): column for column, label in enumerate(told["labels"])}
    biases = [float(bias) for bias in told["biases"]]
    rows: dict[Term, int] = {}
    for term, weights in told["terms"].items():
        fields = array(FIELD, [SHIFT]) * len(columns)
        for column, weight in weights:
            fields[column] += weight
        first, _, second = term.partition("_")
        row = int.from_bytes(fields.tobytes(), sys.byteorder)
        rows[(first, second) if second else first] = row
    if len(biases) != len(columns) or len(rows) > MOST_TERMS:
        raise ValueError("A bias for each label, and no more terms than add up in a field.")
    return _Weights(sha256(file).hexdigest(), columns, biases, rows)


def _added(start: list[float], sums: Iterable[_Sum], columns: Sequence[int] | None) -> list[float]:
    """Return sums with those of further terms, of some columns or all."""
    for fields, shift, value in sums:
        chosen = [fields[column] for column in columns] if columns else fields
        less = shift * value
        start = [one + value * field - less for one, field in zip(start, chosen, strict=True)]
    return start


def features(lines: Sequence[Line]) -> Iterator[list[Group]]:
    """Yield all terms of each line of a document, those of its heading and section first."""
    above = about(lines)
    for line in lines:
        led = [lead(line.lead)] if line.kind == "item" and line.lead else []
        yield [*above[line.headings], own(line.text), *led]


def about(lines: Iterable[Line]) -> dict[tuple[str, ...], list[Group]]:
    """Return the terms of the headings and sections of a document, by the headings over each."""
    sections: dict[tuple[str, ...], set[str]] = {}
    for line in lines:
        sections.setdefault(line.headings, set()).update(_words(line.text))
    return {
        path: [_group("h:", _words(path[-1]) if path else ()), _group("c:", words)]
        for path, words in sections.items()
    }


def own(text: str) -> Group:
    """Return the terms of a line itself."""
    words = _words(text)
    terms: Set[Term] = {*words, *pairwise(words)}
    return max(1, len(terms)) ** -0.5, terms


def lead(text: str) -> Group:
    """Return the terms of what leads to a list item."""
    return _group("l:", _words(text[-LEAD:]))


@lru_cache(maxsize=KEPT)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word[:STEM] for word in _WORDS.findall(_DIGITS.sub("0", text.lower())))


def _group(prefix: str, words: Iterable[str]) -> Group:
    terms: Set[Term] = {prefix + word for word in words}
    return ABOUT * max(1, len(terms)) ** -0.5, terms
