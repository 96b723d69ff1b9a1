"""Which words of two versions of a text differ, so that a reader need not look for them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from conspectus.domain.text.tokens import bare, tokens_of


class Piece(NamedTuple):
    """Words of a text, and whether the other version does not have them there."""

    text: str
    marked: bool


Marked = list[list[Piece]]


class _Word(NamedTuple):
    """A word of a quote: its place in it, and what makes it the same as another."""

    quote: int
    start: int
    end: int
    key: str


_WORD = re.compile(r"""[^\s()\[\]"\u201c\u201d;!?|]*[^\s()\[\]"\u201c\u201d;!?|.,:]""")


def word_marks(old: Sequence[str], new: Sequence[str]) -> tuple[Marked, Marked]:
    """Return the quotes of both versions in pieces; case and punctuation are not marked.

    Where one version has no quote, nothing of the other is marked: all of it differs.
    """
    texts = [[" ".join(quote.split()) for quote in side] for side in (old, new)]
    sides = [[*_words(side)] for side in texts]
    marked: tuple[set[_Word], set[_Word]] = (set(), set())
    if old and new:
        before, after = ([word.key for word in side] for side in sides)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for tag, i, k, j, m in matcher.get_opcodes():
            if tag != "equal":
                marked[0].update(sides[0][i:k])
                marked[1].update(sides[1][j:m])
    left, right = (
        [
            [*_pieces(text, [word for word in words if word.quote == number], differing)]
            for number, text in enumerate(quotes)
        ]
        for quotes, words, differing in zip(texts, sides, marked, strict=True)
    )
    return left, right


def _words(quotes: Iterable[str]) -> Iterator[_Word]:
    for number, quote in enumerate(quotes):
        for match in _WORD.finditer(quote):
            if key := bare(tokens_of(match[0])):
                yield _Word(number, match.start(), match.end(), key)


def _pieces(text: str, words: Sequence[_Word], differing: set[_Word]) -> Iterator[Piece]:
    """Yield the pieces of one quote; joined they are the quote on one line."""
    done = 0
    for differs, run in groupby(words, differing.__contains__):
        several = [*run]
        if differs:
            start, end = several[0].start, several[-1].end
            if start > done:
                yield Piece(text[done:start], False)
            yield Piece(text[start:end], True)
            done = end
    if done < len(text):
        yield Piece(text[done:], False)
