"""What a document tells: which places of the form it cites, and what its statements say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from conspectus.domain.document import Statement
from conspectus.domain.source import Evidence
from conspectus.domain.text.lexicon import FRAMING, GRAMMAR, words
from conspectus.domain.text.words import Ideas, ideas
from conspectus.plugins.informed_consent_ki.denials import affirmed

ENOUGH = 0.7
"""Share of the telling words of a text that one statement must have to tell it."""

SOME = 0.34
"""Share of the telling words of a clause that statements which cite it must have to tell it."""

CITED = 0.6
"""Share of a sentence that the quotes of a statement must cover to cite it."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLAIN = GRAMMAR | FRAMING
_HAZARD = words(
    "risk risks side effect effects cause causes caused causing happen happens occur occurs "
    "occurred common commonly likely rare rarely severe serious mild moderate drug drugs medicine "
    "medicines medication medications very temporary reported seen"
)
VAGUE = _PLAIN | _HAZARD
"""Words that say nothing by themselves of what may happen."""


class Told:
    """The statements of a document, or some of them."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = tuple(statements)
        self._ideas = tuple(_ideas(statement.text) for statement in self._statements)
        self._quotes: dict[tuple[int | None, str | None], list[tuple[int, Evidence]]] = {}
        for number, statement in enumerate(self._statements):
            for quote in statement.evidence:
                place = quote.page, quote.anchor
                self._quotes.setdefault(place, []).append((number, quote))
        self._saying: dict[str, tuple[int, ...]] = {}
        self.text = "\n".join(statement.text for statement in self._statements)

    def says(self, text: str) -> bool:
        """Tell whether one statement has most of the telling words of a text."""
        return any(self.saying(text))

    def saying(self, text: str) -> Iterator[str]:
        """Yield the texts of the statements that have most of the telling words of a text."""
        weighty = telling(text)
        said = Counter(number for word in weighty for number in self._numbers(word))
        for number, count in said.items():
            if count >= ENOUGH * len(weighty):
                yield self._statements[number].text

    def touches(self, text: str) -> bool:
        """Tell whether the statements together have some of the telling words of a text."""
        weighty = telling(text)
        return sum(bool(self._numbers(word)) for word in weighty) >= SOME * len(weighty)

    def _numbers(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the statements that say a word in one way or another."""
        if (known := self._saying.get(word)) is not None:
            return known
        meant = ideas(word)
        found = tuple(n for n, said in enumerate(self._ideas) if not said.isdisjoint(meant))
        self._saying[word] = found
        return found

    def naming(self, pattern: re.Pattern[str]) -> Statement | None:
        """Return the first statement that names what a pattern finds and does not deny it."""
        return next((s for s in self._statements if affirmed(pattern, s.text)), None)

    def citing(self, evidence: Iterable[Evidence]) -> tuple[Statement, ...]:
        """Return the statements whose quotes cover most of the evidence."""
        numbers = {
            number
            for piece in evidence
            for number, quote in self._quotes.get((piece.page, piece.anchor), ())
            if _covers(quote, piece)
        }
        return tuple(self._statements[number] for number in sorted(numbers))


@lru_cache(maxsize=1024)
def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about: no grammar, no talk of risk."""
    said = frozenset(_WORD.findall(text.lower()))
    return (said - VAGUE) or (said - GRAMMAR)


def is_vague(text: str) -> bool:
    """Tell whether a text only talks of risks, and names none."""
    return frozenset(_WORD.findall(text.lower())) <= VAGUE


@lru_cache(maxsize=512)
def _ideas(text: str) -> Ideas:
    return frozenset(idea for word in _WORD.findall(text.lower()) for idea in ideas(word))


def _covers(quote: Evidence, piece: Evidence) -> bool:
    shared = min(quote.end, piece.end) - max(quote.start, piece.start)
    return shared >= CITED * (piece.end - piece.start)
