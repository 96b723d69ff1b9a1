"""Which texts hold a literal, found through the words they are made of."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from conspectus.adapters.model_offline.literals import DIGIT

_WORD = re.compile(r"[^\W_]+")


class LiteralIndex:
    """An index over lower-case texts, built once, searched often.

    Every word is looked up in the list of all distinct words, which is far shorter than the
    texts; only the texts that hold all words of a literal are searched for the literal itself.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        places: dict[str, set[int]] = {}
        for index, text in enumerate(texts):
            for word in _WORD.findall(text):
                places.setdefault(word, set()).add(index)
        self._places = list(places.values())
        self._words = "\n".join(places)
        self._starts = [0, *accumulate(len(word) + 1 for word in places)]
        self._pieces: dict[str, frozenset[int]] = {}
        self._found = {DIGIT: self._holding_digit(places)}

    def holding(self, literal: str) -> frozenset[int]:
        """Return the numbers of the texts that contain the literal."""
        if literal not in self._found:
            self._found[literal] = self._search(literal)
        return self._found[literal]

    def _search(self, literal: str) -> frozenset[int]:
        pieces = _WORD.findall(literal)
        if not pieces:
            return frozenset(i for i, text in enumerate(self._texts) if literal in text)
        held = frozenset.intersection(*map(self._holding_piece, pieces))
        if pieces == [literal]:
            return held
        return frozenset(index for index in held if literal in self._texts[index])

    def _holding_piece(self, piece: str) -> frozenset[int]:
        if piece not in self._pieces:
            self._pieces[piece] = frozenset().union(
                *(self._places[word] for word in self._words_with(piece))
            )
        return self._pieces[piece]

    def _words_with(self, piece: str) -> set[int]:
        found: set[int] = set()
        at = self._words.find(piece)
        while at >= 0:
            word = bisect_right(self._starts, at) - 1
            found.add(word)
            at = self._words.find(piece, self._starts[word + 1])
        return found

    def _holding_digit(self, places: dict[str, set[int]]) -> frozenset[int]:
        numbers = (found for word, found in places.items() if any(map(str.isdigit, word)))
        return frozenset().union(*numbers)
