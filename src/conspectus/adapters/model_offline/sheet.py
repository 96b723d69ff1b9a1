"""The passages of a request, cut into the sentences that can answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.adapters.model_offline.index import LiteralIndex
from conspectus.domain.request import Extract
from conspectus.domain.sentences import split

NEAR = 4
"""Boxes so many passages apart belong to one choice."""

_RUN = re.compile(r"([^\w\s]|_)(?: ?\1){59,}")

LABEL_WORDS, NAME_WORDS = 14, 60
"""A heading followed by so few words, or by a name of so few, is read as label and value."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item, table row or heading that may answer a question.

    `lead` is the paragraph or heading that introduces a list item; `full` is the text that cues
    are matched against (a label and its value are read together); `start` is where the sentence
    itself begins in `full`.
    """

    index: int
    extract: int
    kind: str
    text: str
    full: str
    headings: tuple[str, ...]
    lead: str = ""
    level: int = 0
    checked: bool | None = None

    @property
    def start(self) -> int:
        """Where the sentence itself begins in `full`."""
        return len(self.full) - len(self.text)


class Sheet:
    """All sentences of a request in order, with a fast search for literals."""

    def __init__(self, extracts: Sequence[Extract]) -> None:
        self.sentences = tuple(_sentences(list(_chosen(extracts))))
        self.texts = [sentence.full for sentence in self.sentences]
        self.lowered = [text.lower() for text in self.texts]
        self._index = LiteralIndex(self.lowered)

    def holding(self, literal: str) -> frozenset[int]:
        """Return the indexes of the sentences that contain a lower-case literal."""
        return self._index.holding(literal)


def _chosen(extracts: Sequence[Extract]) -> Iterator[Extract]:
    """Leave out the unticked boxes beside a ticked one, and rows of dots or lines to write on."""
    for number, extract in enumerate(extracts):
        near = extracts[max(0, number - NEAR) : number + NEAR + 1]
        passed_over = extract.checked is False and any(other.checked for other in near)
        if not passed_over and not _RUN.search(extract.text):
            yield extract


def _sentences(extracts: Sequence[Extract]) -> list[Sentence]:
    found: list[Sentence] = []
    heading, lead = "", ""
    for extract in extracts:
        headings = extract.headings
        if extract.kind == "heading":
            found.append(_whole(len(found), extract, "", ""))
            heading, lead = extract.text, extract.text
            continue
        if extract.kind == "item":
            found.extend(_pieces(len(found), extract, lead, ""))
        elif extract.kind == "row":
            found.append(_row(len(found), extract, lead))
        else:
            label = heading if _labels(heading, extract.text) else ""
            found.extend(_pieces(len(found), extract, headings[-1] if headings else "", label))
            lead = extract.text
        heading = ""
    return found


def _labels(heading: str, text: str) -> bool:
    size = len(text.split())
    if size <= LABEL_WORDS:
        return True
    return size <= NAME_WORDS and len(heading.split()) <= LABEL_WORDS and text[-1:] not in ".?!:;"


def _pieces(index: int, extract: Extract, lead: str, label: str) -> list[Sentence]:
    cuts = split(extract.text)
    asked = _asked(extract, cuts)
    pieces = []
    for number, (start, end) in enumerate(cuts):
        text = extract.text[start:end]
        full = f"{label.rstrip(' :')}: {text}" if label and number == 0 else text
        pieces.append(
            Sentence(
                index + number,
                extract.number,
                extract.kind,
                text,
                full,
                (*extract.headings, *(asked if number else ())),
                lead,
                extract.level,
                extract.checked,
            )
        )
    return pieces


def _asked(extract: Extract, cuts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the short question with which a paragraph opens: it heads the rest."""
    opening = extract.text[slice(*cuts[0])] if len(cuts) > 1 else ""
    asks = opening.endswith("?") and len(opening.split()) <= LABEL_WORDS
    return (opening,) if asks and extract.kind == "paragraph" else ()


def _whole(index: int, extract: Extract, lead: str, label: str) -> Sentence:
    return Sentence(
        index, extract.number, extract.kind, extract.text, extract.text, extract.headings, lead
    )


def _row(index: int, extract: Extract, lead: str) -> Sentence:
    cells = [cell for cell in extract.cells if cell]
    full = ": ".join((cells[0].rstrip(" :"), cells[1])) if len(cells) == 2 else extract.text
    return Sentence(index, extract.number, "row", extract.text, full, extract.headings, lead)
