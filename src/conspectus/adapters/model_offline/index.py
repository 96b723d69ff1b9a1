"""Which texts hold a literal, found through the words they are made of."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from conspectus.adapters.model_offline.vocabulary import END, START, WORD, Vocabulary, pieces
from conspectus.domain.text.literals import DIGIT


def each(texts: int) -> Iterator[int]:
    """Yield the numbers of the texts of a set, in order.

    >>> list(each(0b1101))
    [0, 2, 3]
    """
    while texts:
        lowest = texts & -texts
        yield lowest.bit_length() - 1
        texts ^= lowest


def among(texts: Iterable[int]) -> int:
    """Return the set of the texts of some numbers."""
    joined = 0
    for text in texts:
        joined |= 1 << text
    return joined


class LiteralIndex:
    """An index over lower-case texts, built once, searched often.

    Every word is looked up in the list of all distinct words, which is far shorter than the
    texts; only the texts that hold all words of a literal are searched for the literal itself.
    Those of a vocabulary are looked up at once; `silent` are its patterns that match nowhere.
    A set of texts is a number in which bit `n` stands for text `n`: such sets are met and joined
    far faster than others.
    """

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self._texts = texts
        self.all = (1 << len(texts)) - 1
        places: dict[str, int] = {}
        for index, text in enumerate(texts):
            this = 1 << index
            for word in set(WORD.findall(text)):
                places[word] = places.get(word, 0) | this
        self._places = {f"{START}{word}{END}": found for word, found in places.items()}
        self._words = "\n".join(("", *self._places, ""))
        self._held = vocabulary.held(self._places)
        nowhere, self.silent = vocabulary.nowhere(self._held)
        self._found = nowhere | {DIGIT: self._holding_digit()}

    def holding(self, literal: str) -> int:
        """Return the set of the texts that contain the literal."""
        if literal not in self._found:
            self._found[literal] = self._search(literal)
        return self._found[literal]

    def _search(self, literal: str) -> int:
        if literal.isalnum():
            return self._holding_piece(literal)
        held = self.all
        for piece in pieces(literal):
            held &= self._holding_piece(piece)
            if not held:
                return 0
        texts = self._texts
        return among([index for index in each(held) if literal in texts[index]])

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
