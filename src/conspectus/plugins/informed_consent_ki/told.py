"""What a document tells: which places of the form it cites, and what its statements say."""

import re
from collections.abc import Iterable
from functools import lru_cache

from conspectus.domain.claim_words import Ideas, ideas
from conspectus.domain.document import Statement
from conspectus.domain.lexicon import FRAMING, GRAMMAR, words
from conspectus.domain.source import Evidence
from conspectus.plugins.informed_consent_ki.harms import affirmed

ENOUGH = 0.7
"""Share of the telling words of a text that one statement must have to tell it."""

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
        self.text = "\n".join(statement.text for statement in self._statements)

    def says(self, text: str) -> bool:
        """Tell whether one statement has most of the telling words of a text."""
        weighty = telling(text)
        return bool(weighty) and any(
            sum(not said.isdisjoint(ideas(word)) for word in weighty) >= ENOUGH * len(weighty)
            for said in self._ideas
        )

    def naming(self, pattern: re.Pattern[str]) -> Statement | None:
        """Return the first statement that names what a pattern finds and does not deny it."""
        return next((s for s in self._statements if affirmed(pattern, s.text)), None)

    def citing(self, evidence: Iterable[Evidence]) -> tuple[Statement, ...]:
        """Return the statements whose quotes cover most of the evidence."""
        pieces = tuple(evidence)
        return tuple(
            statement
            for statement in self._statements
            if any(_covers(statement.evidence, piece) for piece in pieces)
        )


@lru_cache(maxsize=8192)
def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about: no grammar, no talk of risk."""
    said = frozenset(_WORD.findall(text.lower()))
    return (said - VAGUE) or (said - GRAMMAR)


def is_vague(text: str) -> bool:
    """Tell whether a text only talks of risks, and names none."""
    return frozenset(_WORD.findall(text.lower())) <= VAGUE


@lru_cache(maxsize=1024)
def _ideas(text: str) -> Ideas:
    return frozenset(idea for word in _WORD.findall(text.lower()) for idea in ideas(word))


def _covers(quotes: Iterable[Evidence], piece: Evidence) -> bool:
    size = piece.end - piece.start
    return any(
        min(quote.end, piece.end) - max(quote.start, piece.start) >= CITED * size
        for quote in quotes
        if (quote.page, quote.anchor) == (piece.page, piece.anchor)
    )
