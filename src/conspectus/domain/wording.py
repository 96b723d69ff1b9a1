"""The words of a text as rules search them: lower case, plain quotes and dashes, same offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from weakref import ref

from conspectus.domain.sentences import split
from conspectus.domain.source import Passage, Source

_PLAIN = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2013", "-"),
    ("\u2014", "-"), ("\u2011", "-"), ("\u2010", "-"), ("\u00a0", " "),
)  # fmt: skip


def plain(text: str) -> str:
    """Return the text in lower case with plain quotes, dashes and spaces, of the same length."""
    for fancy, simple in _PLAIN:
        text = text.replace(fancy, simple)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@dataclass(frozen=True)
class Wording:
    """A text and its plain form. Its lines are passages; a match never runs over two of them."""

    text: str
    plain: str

    def sentence(self, position: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds the position."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        line = self.text[start : len(self.text) if end < 0 else end]
        for first, last in split(line):
            if position - start < last:
                return start + first, start + last
        return start, start + len(line)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that a text may say, in any of several wordings.

    `what` names it in a message. A match does not count in a sentence that one of `unless` matches.
    """

    what: str
    any: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...] = ()

    def find(self, wording: Wording) -> Iterator[tuple[int, int]]:
        """Yield the sentences that say it, as offsets; one may come more than once."""
        for pattern in self.any:
            for match in pattern.finditer(wording.plain):
                start, end = match.span()
                if wording.plain.find("\n", start, end) >= 0:
                    continue
                first, last = wording.sentence(start)
                sentence = wording.plain[first:last]
                if not any(pattern.search(sentence) for pattern in self.unless):
                    yield first, last

    def said(self, wording: Wording) -> bool:
        """Tell whether the text says it."""
        return next(self.find(wording), None) is not None


@dataclass(frozen=True)
class SourceWording(Wording):
    """The passages of a source, one a line, with their offsets and the names of their places."""

    starts: tuple[int, ...]
    places: tuple[str, ...]

    def place(self, position: int) -> str:
        """Name the page that holds the position, or the heading above it in a DOCX."""
        return self.places[bisect_right(self.starts, position) - 1]


def place(source: Source, passage: Passage) -> str:
    """Name where a passage stands: "Page 3", or the heading above it in a DOCX."""
    if passage.spans and (number := source.pages[passage.spans[0].page].number) is not None:
        return f"Page {number}"
    return f"Under \u201c{passage.headings[-1]}\u201d" if passage.headings else "At the beginning"


_latest: tuple[ref[Source], SourceWording] | None = None


def wording_of(source: Source) -> SourceWording:
    """Return the words of a source; those of the latest one are kept, as many rules ask in turn."""
    global _latest
    if (kept := _latest) and kept[0]() is source:
        return kept[1]
    texts = [passage.text.replace("\n", " ") for passage in source.passages]
    text = "\n".join(texts)
    starts = tuple(accumulate((len(part) + 1 for part in texts[:-1]), initial=0))
    places = tuple(place(source, passage) for passage in source.passages)
    wording = SourceWording(text, plain(text), starts, places)
    _latest = ref(source), wording
    return wording
