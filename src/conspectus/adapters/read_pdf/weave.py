"""Joins printed lines into running text: single spaces, line-end hyphens resolved."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.source import Span
from conspectus.domain.text.word_edges import splits_number

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENS = ("-", "\u2010")
_LAST = re.compile(r"([^\W\d_]+)[-\u2010]$")
_END = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"^[^\W\d_]+")
_LONG = 5
_SPACES = re.compile(r"\s+")
_PREFIXES = frozenset({
    "anti", "co", "double", "ex", "follow", "high", "inter", "intra", "life", "long", "low",
    "multi", "non", "off", "on", "one", "open", "over", "placebo", "post", "pre", "re", "self",
    "short", "single", "three", "two", "under", "up", "well",
})  # fmt: skip


class Weaver:
    """Joins lines; the words of the whole document decide which line-end hyphens are real."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines

    @cached_property
    def _words(self) -> frozenset[str]:
        """The whole words of the document, halves at line ends left out."""
        whole: set[str] = set()
        broken = False
        for line in self._lines:
            cut = line.text.endswith(_HYPHENS)
            if broken or cut:
                found = _WORD.findall(line.text)
                whole.update(found[int(broken) : len(found) - int(cut)])
            else:
                whole.update(line.text.split())
            broken = cut
        return frozenset(word.lower() for some in whole for word in _WORD.findall(some))

    def join(self, lines: Iterable[TextLine]) -> str:
        """Return the text of the lines as it would stand on one endless line."""
        text = ""
        page = None
        for line in lines:
            if text.endswith(_HYPHENS) and not text.endswith((" -", "--")):
                text = self._hyphen(text, line.text)
            elif splits_number(text, line.text) or (
                page not in (None, line.page) and self._splits_word(text, line.text)
            ):
                text += line.text
            else:
                text = f"{text} {line.text}" if text else line.text
            page = line.page
        plain = text.isprintable() and "  " not in text  # no white space but single spaces
        return text if plain else _SPACES.sub(" ", text)

    def _splits_word(self, text: str, after: str) -> bool:
        """Whether a page ends within a word that stands whole elsewhere, unlike one of its halves.

        Each half counts once as a word itself, where the page breaks it.
        """
        head, tail = _END.search(text), _FIRST.match(after)
        if not head or not tail or not tail[0][0].islower():
            return False
        one, two = head[0].lower(), tail[0].lower()
        return one + two in self._words and min(self._often(one), self._often(two)) <= 1

    def _often(self, word: str) -> int:
        found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return len(found.findall("\n".join(line.text for line in self._lines)))

    def _hyphen(self, text: str, after: str) -> str:
        head, tail = _LAST.search(text), _FIRST.match(after)
        if not head or not tail or not tail[0][0].islower():
            return text + after
        one, two = head[1].lower(), tail[0].lower()
        if one + two in self._words:
            real = False
        elif f"{one}-{two}" in self._words or one in _PREFIXES:
            real = True
        else:
            real = two in self._words and (one in self._words or len(two) >= _LONG)
        return (text if real else text[:-1]) + after


def spans(lines: Iterable[TextLine]) -> tuple[Span, ...]:
    """Return where the lines stand, neighbouring lines of a page joined to one span."""
    found: list[Span] = []
    for line in lines:
        last = found[-1] if found else None
        if last and last.page == line.page and 0 <= line.start - last.end <= 3:
            found[-1] = Span(line.page, last.start, line.end)
        else:
            found.append(Span(line.page, line.start, line.end))
    return tuple(found)
