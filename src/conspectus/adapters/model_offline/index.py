"""Which texts hold a literal, found through the words they are made of."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

from conspectus.domain.literals import DIGIT

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=32768)
def _pieces(literal: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of a literal, longest first, and of each whether it can be no part of one.

    >>> _pieces("t out of p")
    (('out', True), ('of', True), ('t', False), ('p', False))
    """
    found = [
        (match.group(), match.start() > 0 and match.end() < len(literal))
        for match in _WORD.finditer(literal)
    ]
    return tuple(sorted(found, key=lambda piece: -len(piece[0])))


def each(texts: int) -> Iterator[int]:
    """Yield the numbers of the texts of a set, in order.

    >>> list(each(0b1101))
    [0, 2, 3]
    """
    while texts:
        lowest = texts & -texts
        yield lowest.bit_length() - 1
        texts ^= lowest


class LiteralIndex:
    """An index over lower-case texts, built once, searched often.

    Every word is looked up in the list of all distinct words, which is far shorter than the
    texts; only the texts that hold all words of a literal are searched for the literal itself.
    A set of texts is a number in which bit `n` stands for text `n`: such sets are met and joined
    far faster than others.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.all = (1 << len(texts)) - 1
        self._places: dict[str, int] = {}
        for index, text in enumerate(texts):
            for word in set(_WORD.findall(text)):
                self._places[word] = self._places.get(word, 0) | 1 << index
        self._words = "\n".join(("", *self._places, ""))
        self._held: dict[str, int] = {}
        self._found = {DIGIT: self._holding_digit()}

    def holding(self, literal: str) -> int:
        """Return the set of the texts that contain the literal."""
        if literal not in self._found:
            self._found[literal] = self._search(literal)
        return self._found[literal]

    def _search(self, literal: str) -> int:
        if literal.isalnum():
            return self._holding_piece(literal)
        held = self.all
        for piece, whole in _pieces(literal):
            held &= self._places.get(piece, 0) if whole else self._holding_piece(piece)
            if not held:
                return 0
        return sum(1 << index for index in each(held) if literal in self._texts[index])

    def _holding_piece(self, piece: str) -> int:
        if piece not in self._held:
            self._held[piece] = self._around(piece)
        return self._held[piece]

    def _around(self, piece: str) -> int:
        """Return the places of all words in which a piece stands."""
        words, held = self._words, 0
        at = words.find(piece)
        while at >= 0:
            end = words.index("\n", at)
            held |= self._places[words[words.rindex("\n", 0, at) + 1 : end]]
            at = words.find(piece, end)
        return held

    def _holding_digit(self) -> int:
        numbers = (held for word, held in self._places.items() if any(map(str.isdigit, word)))
        return reduce(or_, numbers, 0)
