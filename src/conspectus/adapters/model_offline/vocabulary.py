"""The literals that all patterns of a request need, by the pieces of words they are made of."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from conspectus.domain.text.literals import DIGIT, needs

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


_ANY = ""
"""A piece that stands in every text."""


def _longest(literal: str) -> str:
    found = pieces(literal)
    return found[0] if found and literal != DIGIT else _ANY


class Vocabulary:
    """The literals of some patterns: most stand nowhere in a form, which is told at once."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._silent = dict.fromkeys(patterns)
        branches = [(pattern, branch) for pattern in self._silent for branch in needs(pattern)]
        literals = {one for _, branch in branches for options in branch for one in options}
        self._none = dict.fromkeys(literals, 0)
        self._made: dict[str, list[str]] = {_ANY: []}
        self._pieces: dict[str, int] = {}
        self._lengths: dict[str, set[int]] = {}
        for literal in literals:
            self._made.setdefault(_longest(literal), []).append(literal)
            for piece in pieces(literal):
                self._pieces[piece] = 0
                self._lengths.setdefault(piece[:OPENING], set()).add(len(piece))
        self._woken: dict[str, set[str]] = {}
        for pattern, branch in branches:
            for piece in map(_longest, branch[0]) if branch else (_ANY,):
                self._woken.setdefault(piece, set()).add(pattern)

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

    def nowhere(self, held: Mapping[str, int]) -> tuple[dict[str, int], dict[str, None]]:
        """Return the literals whose longest piece stands nowhere, each with an empty set.

        With them the patterns that match nowhere, for they cannot do without such a literal.
        """
        none, silent = dict(self._none), dict(self._silent)
        for piece, literals in self._made.items():
            if piece == _ANY or held[piece]:
                for literal in literals:
                    del none[literal]
                for pattern in self._woken.get(piece, ()):
                    silent.pop(pattern, None)
        return none, silent


NONE = Vocabulary()
"""With it every literal is looked up when it is asked for."""
