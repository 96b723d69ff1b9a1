"""Statements of a text: sentences, and the parts of them that have a subject of their own."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conspectus.domain.claims.grammar import MOODS, PRESENT, PRONOUNS
from conspectus.domain.claims.parts import Reading, Word
from conspectus.domain.claims.predicates import verb_at
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Ideas, Token, stem

_ENDS = frozenset(".;!?|")
_ABBREVIATED = words("dr mr mrs ms vs prof st approx e g i")
_JOINS = words("and but while whereas then")
_SUBJECT = 6
"""Words of the longest subject that may follow an "and"."""
_GROUPS = words("group groups arm arms cohort part")
_TIMES = words("before during after")


class Statement(NamedTuple):
    """What a statement speaks of: the ideas of every word of its subject or heading.

    Among them are the labels of groups ("group b") and, in a heading, the time it speaks of
    ("before the study:"). `predicate` holds its other words; `about` all ideas of the subject,
    `ideas` all there are. `headed` tells that a colon and not a verb ends the subject.
    """

    subject: tuple[Ideas, ...]
    predicate: tuple[Word, ...]
    about: Ideas
    ideas: Ideas
    headed: bool


def sentences(found: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Yield from where to where every sentence reaches, as token indices."""
    start = 0
    for at, token in enumerate(found):
        short = at > 0 and (found[at - 1].text in _ABBREVIATED or found[at - 1].kind == "mark")
        if token.text in _ENDS and not (token.text == "." and short):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(found):
        yield start, len(found)


@lru_cache(maxsize=512)
def statements(text: Reading) -> tuple[Statement, ...]:
    """Return the statements of a text, in order; a note without a verb has no subject."""
    told = [word for word in text.words if not word.framing]
    return tuple(
        _statement(text.tokens, told, start, end)
        for first, last in sentences(text.tokens)
        for start, end in pairwise([first, *_joints(text.tokens, first, last), last])
    )


def _joints(found: tuple[Token, ...], first: int, last: int) -> Iterator[int]:
    """Yield where another subject, with a modal or an "is", follows an "and"."""
    for at in range(first + 1, last):
        if found[at].text in _JOINS:
            for token in found[at + 2 : min(last, at + 2 + _SUBJECT)]:
                if token.kind == "mark" or token.text in _JOINS:
                    break
                if token.text in MOODS or token.text in PRESENT:
                    yield at
                    break


def _statement(found: tuple[Token, ...], told: list[Word], start: int, end: int) -> Statement:
    heading = next((at for at in range(start, end) if found[at].text == ":"), end)
    verb = verb_at(found, start, heading)
    turn = verb if verb < end else heading
    spoken = any(token.text in PRONOUNS for token in found[start:turn])
    if turn == end or spoken:
        turn = start
    inside = [word for word in told if start <= word.at < end]
    predicate = tuple(word for word in inside if word.at >= turn)
    names = (frozenset({name}) for name in _names(found, start, turn))
    subject = (*(word.ideas for word in inside if word.at < turn), *names)
    about = frozenset[str]().union(*subject)
    every = about.union(*(word.ideas for word in predicate))
    return Statement(subject, predicate, about, every, turn == heading)


def _names(found: tuple[Token, ...], start: int, turn: int) -> Iterator[str]:
    for at in range(start, turn):
        if found[at].text in _GROUPS and at + 1 < turn and len(found[at + 1].text) <= 2:
            yield f"group {found[at + 1].text}"
        elif found[turn].text == ":" and found[at].text in _TIMES:
            yield stem(found[at].text)
