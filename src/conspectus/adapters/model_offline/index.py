"""Which texts hold a literal, found through the words they are made of."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from conspectus.domain.literals import DIGIT

_WORD = re.compile(r"[^\W_]+")
_NONE: frozenset[int] = frozenset()


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


class LiteralIndex:
    """An index over lower-case texts, built once, searched often.

    Every word is looked up in the list of all distinct words, which is far shorter than the
    texts; only the texts that hold all words of a literal are searched for the literal itself.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._places: dict[str, set[int]] = {}
        for index, text in enumerate(texts):
            for word in _WORD.findall(text):
                self._places.setdefault(word, set()).add(index)
        self._words = "\n".join(("", *self._places, ""))
        self._held: dict[str, frozenset[int]] = {}
        self._found = {DIGIT: self._holding_digit()}

    def holding(self, literal: str) -> frozenset[int]:
        """Return the numbers of the texts that contain the literal."""
        if literal not in self._found:
            self._found[literal] = self._search(literal)
        return self._found[literal]

    def _search(self, literal: str) -> frozenset[int]:
        if literal.isalnum():
            return self._holding_piece(literal)
        held: Set[int] | None = None
        for piece, whole in _pieces(literal):
            places = self._places.get(piece, _NONE) if whole else self._holding_piece(piece)
            held = places if held is None else held & places
            if not held:
                return _NONE
        some = range(len(self._texts)) if held is None else held
        return frozenset(index for index in some if literal in self._texts[index])

    def _holding_piece(self, piece: str) -> frozenset[int]:
        if piece not in self._held:
            self._held[piece] = frozenset(self._around(piece))
        return self._held[piece]

    def _around(self, piece: str) -> set[int]:
        """Return the places of all words in which a piece stands."""
        words, held = self._words, set[int]()
        at = words.find(piece)
        while at >= 0:
            end = words.index("\n", at)
            held |= self._places[words[words.rindex("\n", 0, at) + 1 : end]]
            at = words.find(piece, end)
        return held

    def _holding_digit(self) -> frozenset[int]:
        numbers = (held for word, held in self._places.items() if any(map(str.isdigit, word)))
        return frozenset().union(*numbers)
