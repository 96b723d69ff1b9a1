"""The clauses of a long sentence of risks, and what of harm each of them names."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conspectus.plugins.informed_consent_ki.denials import affirmations
from conspectus.plugins.informed_consent_ki.harms import GRAVE, gravity
from conspectus.plugins.informed_consent_ki.risk_words import BODY, HARM, VERB

MOST_WORDS = 36
"""A sentence of no more words is one clause."""

LISTED = 3
"""With more cuts a clause lists things: "a rash, hives or a migraine"."""

_END = re.compile(
    r"(?:[;:]|,(?= (?:and|or|but|which|whereas|while|so|one|in|with|by|a|an|the|upon|after"
    r"|since)\b)"
    r"|,(?= \w+ing\b)|(?= (?:and|but) (?:may|can|might|could|has|have|had|the|a|an|some|one"
    r"|two)\b))\s+",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*(?:[,;\u2022]|\band/or\b|\b(?:and|or)\b)\s*")
_NAME = re.compile(
    r"(?!(?:with|in|on|at|for|from|by|to|of|as|if|when|while|after|before|during|which|that|who|but"
    r"|so|then|not|especially|usually|often|sometimes|rarely|including|such|tell|call|ask)\b"
    r"|\w+ing (?:at|in|on|with|by|from|to)\b)"
    r"(?:[\w'\u2019-]+\s*){1,5}"
)
"""A part of a list that is a name: no preposition or verb opens it."""

_OPEN = re.compile(r"\([^()]*\Z")
_WORD_START = re.compile(r"[\w-]*\Z")
_WORD_END = re.compile(r"[\w-]*")


class Member(NamedTuple):
    """A part between two commas that affirms a harm, or only names a thing, and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a sentence; `grave` are the grave harms that it affirms, in whole words.

    `harmful` tells whether it affirms any harm, `gravity` how grave, see `harms.gravity`;
    `members` are those of its parts that do, or that only name a thing beside them.
    """

    text: str
    grave: tuple[str, ...]
    harmful: bool
    gravity: int
    members: tuple[Member, ...] = ()


@lru_cache(maxsize=512)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, short ones together, up to `MOST_WORDS` where it can be."""
    grave = [match.span() for match in affirmations(GRAVE, sentence)]
    harms = [m.span() for pattern in (HARM, BODY) for m in affirmations(pattern, sentence)]
    begins = {first for first, _ in (*grave, *harms)}
    found: list[Clause] = []
    for start, end in _bounds(sentence):
        within = [span for span in grave if start <= span[0] < end]
        words = tuple(_whole(sentence, *span) for span in within)
        harmful = any(start <= first < end for first, _ in harms) or bool(within)
        text = sentence[start:end].strip(" ,;:")
        rank = min((gravity(word) for word in words), default=gravity(text) if harmful else 3)
        members = tuple(_members(sentence, start, end, begins))
        found.append(Clause(text, words, harmful, rank, members))
    return tuple(found)


def _members(sentence: str, start: int, end: int, harms: Container[int]) -> Iterator[Member]:
    opens = sentence.find(": ", start, end) + 2
    first = opens if opens > 1 else start
    cuts = [first, *(m.end() for m in _PART.finditer(sentence, first, end)), end]
    for left, right in pairwise(cuts):
        words = _PART.sub("", sentence[left:right].lower()).strip(" .:()")
        named = left > start and len(cuts) > LISTED and _NAME.fullmatch(words)
        if (named and not VERB.search(words)) or any(at in harms for at in range(left, right)):
            yield Member(left - start, right - start, words)


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
