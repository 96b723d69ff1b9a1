"""The clauses of a long sentence of risks, and what of harm each of them names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from conspectus.plugins.informed_consent_ki.denials import affirmations
from conspectus.plugins.informed_consent_ki.harms import GRAVE, gravity
from conspectus.plugins.informed_consent_ki.risk_words import BODY, HARM

MOST_WORDS = 36
"""A sentence of no more words is one clause."""

_END = re.compile(
    r"(?:[;:]|,(?= (?:and|or|but|which|whereas|while|so|one|in|with|by|a|an|the|upon|after"
    r"|since)\b)"
    r"|,(?= \w+ing\b)|(?= (?:and|but) (?:may|can|might|could|has|have|had|the|a|an|some|one"
    r"|two)\b))\s+",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\([^()]*\Z")
_WORD_START = re.compile(r"[\w-]*\Z")
_WORD_END = re.compile(r"[\w-]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a sentence; `grave` are the grave harms that it affirms, in whole words.

    `harmful` tells whether it affirms any harm, `gravity` how grave, see `harms.gravity`.
    """

    text: str
    grave: tuple[str, ...]
    harmful: bool
    gravity: int


@lru_cache(maxsize=512)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, short ones together, up to `MOST_WORDS` where it can be."""
    grave = [match.span() for match in affirmations(GRAVE, sentence)]
    harms = [m.span() for pattern in (HARM, BODY) for m in affirmations(pattern, sentence)]
    found: list[Clause] = []
    for start, end in _bounds(sentence):
        within = [span for span in grave if start <= span[0] < end]
        words = tuple(_whole(sentence, *span) for span in within)
        harmful = any(start <= first < end for first, _ in harms) or bool(within)
        text = sentence[start:end].strip(" ,;:")
        rank = min((gravity(word) for word in words), default=gravity(text) if harmful else 3)
        found.append(Clause(text, words, harmful, rank))
    return tuple(found)


def _bounds(sentence: str) -> Iterator[tuple[int, int]]:
    start = end = 0
    ends = (match.end() for match in _END.finditer(sentence))
    stops = [end for end in ends if not _OPEN.search(sentence, 0, end)] + [len(sentence)]
    for stop in stops if len(sentence.split()) > MOST_WORDS else [len(sentence)]:
        if end > start and len(sentence[start:stop].split()) > MOST_WORDS:
            yield start, end
            start = end
        end = stop
    yield start, end


def _whole(text: str, start: int, end: int) -> str:
    """Return a match with the rest of the words in which it begins and ends."""
    first, last = _WORD_START.search(text, 0, start), _WORD_END.match(text, end)
    return text[first.start() if first else start : last.end() if last else end]
