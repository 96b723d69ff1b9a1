"""The words of a text as rules search them: lower case, plain quotes and dashes, same offsets."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from weakref import ref

from conspectus.domain.source import Passage, Source
from conspectus.domain.text.sentences import split

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


def quoted(text: str, most: int = 160) -> str:
    """Return the text, shortened between words, in quotation marks."""
    shown = text if len(text) <= most else text[: text.rfind(" ", 0, most)] + " \u2026"
    return f"\u201c{shown}\u201d"


@dataclass(frozen=True)
class Wording:
    """A text and its plain form. Its lines are passages; a match never runs over two of them."""

    text: str
    plain: str

    def line(self, position: int) -> tuple[int, int]:
        """Return start and end of the passage that holds the position."""
        end = self.text.find("\n", position)
        return self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end

    def sentence(self, position: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds the position."""
        start, end = self.line(position)
        for first, last in split(self.text[start:end]):
            if position - start < last:
                return start + first, start + last
        return start, end


@dataclass(frozen=True)
class SourceWording(Wording):
    """The passages of a source, one a line, with their offsets and the names of their places."""

    starts: tuple[int, ...]
    places: tuple[str, ...]
    guarded: dict[object, bool] = field(default_factory=dict, compare=False)
    """Which guards of rules were asked already, for several rules have the same, and hold."""

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
