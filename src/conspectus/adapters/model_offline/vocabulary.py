"""The literals that all patterns of a request need, by the pieces of words they are made of."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from conspectus.domain.text.literals import needs

WORD = re.compile(r"[^\W_]+")


START, END = "<", ">"
"""Stand before and behind a word."""

OPENING = 3
"""By so many letters a piece is looked for; only a mark and a letter are less."""


@lru_cache(maxsize=32768)
def pieces(literal: str) -> tuple[str, ...]:
    """Return the words of a literal, longest first, marked where they surely start and end.

    >>> pieces("t out of p")
    ('<out>', '<of>', 't>', '<p')
    """
    found = [
        START * (match.start() > 0) + match.group() + END * (match.end() < len(literal))
        for match in WORD.finditer(literal)
    ]
    return tuple(sorted(found, key=lambda piece: -len(piece)))


class Vocabulary:
    """The literals of some patterns: most stand nowhere in a form, which is told at once."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        literals = {
            literal
            for pattern in patterns
            for branch in needs(pattern)
            for options in branch
            for literal in options
        }
        self._none = dict.fromkeys(literals, 0)
        self._made: dict[str, list[str]] = {}
        self._pieces: dict[str, int] = {}
        self._lengths: dict[str, set[int]] = {}
        for literal in literals:
            made = pieces(literal)
            self._made.setdefault("".join(made[:1]), []).append(literal)
            for piece in made:
                self._pieces[piece] = 0
                self._lengths.setdefault(piece[:OPENING], set()).add(len(piece))

    def held(self, places: Mapping[str, int]) -> dict[str, int]:
        """Return, by piece, the union of the places of all marked words in which it stands."""
        held = dict(self._pieces)
        for word, found in places.items():
            if word[:2] in held:
                held[word[:2]] |= found
            for start in range(len(word) - 1):
                for length in self._lengths.get(word[start : start + OPENING], ()):
                    piece = word[start : start + length]
                    if piece in held:
                        held[piece] |= found
        return held

    def nowhere(self, held: Mapping[str, int]) -> dict[str, int]:
        """Return, each with an empty set, the literals whose longest piece stands nowhere."""
        none = dict(self._none)
        for piece, literals in self._made.items():
            if not piece or held[piece]:
                for literal in literals:
                    del none[literal]
        return none


NONE = Vocabulary()
"""With it every literal is looked up when it is asked for."""


@lru_cache(maxsize=8)
def vocabulary_of(patterns: tuple[str, ...]) -> Vocabulary:
    """Return the vocabulary of a plugin's patterns, which every document is searched for."""
    return Vocabulary(patterns)
