"""Searching texts for patterns, only where a literal that a pattern cannot do without stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from conspectus.domain.text.literals import DIGIT, Branch, alternatives, needs

Search = Callable[[str, int], re.Match[str] | None]
"""Searches a text from an offset on."""

_CASED = "(?-i"
_NAMED = "(?P<"
_CAPITAL = re.compile(r"(?:\\.|\(\?P)|[A-Z]")
_DIGIT = re.compile(r"\d")


class Searcher(NamedTuple):
    """What searches one alternative of a pattern.

    `small` searches the text in small letters, which is far faster than to pass over case;
    `written` the text as it is written, where `small` cannot tell or not tell all. At least one is
    there; with both, what `small` does not find `written` does not find either.
    """

    needed: Branch
    small: Search | None
    written: Search | None


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled, case-insensitive pattern."""
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=4096)
def small(pattern: str) -> re.Pattern[str]:
    """Return the pattern for texts in small letters; its own letters may be capitals."""
    return re.compile(_CAPITAL.sub(_lowered, pattern))


def _lowered(letter: re.Match[str]) -> str:
    return letter.group().lower() if len(letter.group()) == 1 else letter.group()


@lru_cache(maxsize=4096)
def searchers(pattern: str) -> tuple[Searcher, ...]:
    """Return what searches each alternative of a pattern."""
    return tuple(
        Searcher(
            needed,
            None if _CASED in part else small(part).search,
            compiled(part).search if _CASED in part or _NAMED in part else None,
        )
        for part, needed in zip(alternatives(pattern), needs(pattern), strict=True)
    )


def prepare(patterns: Iterable[str]) -> None:
    """Compile patterns before the first text is searched for them."""
    for pattern in patterns:
        searchers(pattern)


def first(pattern: str, text: str, lowered: str, at: int = 0) -> re.Match[str] | None:
    """Return where a pattern matches first in a text, which is given in small letters too.

    What stands before the offset `at` is passed over.
    """
    best: re.Match[str] | None = None
    for needed, in_small, as_written in searchers(pattern):
        if holds(lowered, needed):
            match = in_small(lowered, at) if in_small else as_written and as_written(text, at)
            if match and (best is None or match.start() < best.start()):
                best = match
    return best


def every(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches in a text, from left to right, without overlap."""
    lowered, at = text.lower(), 0
    while match := first(pattern, text, lowered, at):
        yield match
        at = max(match.end(), match.start() + 1)


def stands(pattern: str, text: str, lowered: str) -> bool:
    """Tell whether a pattern matches somewhere in a text, which is given in small letters too."""
    for needed, in_small, as_written in searchers(pattern):
        if holds(lowered, needed) and (
            in_small(lowered, 0) if in_small else as_written and as_written(text, 0)
        ):
            return True
    return False


def any_phrase(phrases: Iterable[str]) -> str:
    r"""Return a pattern of whole phrases, the longest first, of which each begins with a letter.

    Those with the same first letter stand together: Python looks at no others.

    >>> any_phrase(["of age", "old", "a child"])
    '\\b(?<!-)(?:a(?:\\ child)|o(?:f\\ age|ld))(?![\\w-])'
    """
    alike = groupby(sorted(phrases, key=lambda phrase: (phrase[0], -len(phrase))), itemgetter(0))
    groups = ((letter, (re.escape(phrase[1:]) for phrase in group)) for letter, group in alike)
    either = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in groups)
    return rf"\b(?<!-)(?:{either})(?![\w-])"


def may_match(pattern: str, lowered: str) -> bool:
    """Tell whether a text in small letters holds what one alternative of a pattern needs."""
    return any(holds(lowered, needed) for needed in needs(pattern))


def holds(lowered: str, needed: Branch) -> bool:
    """Tell whether a text in small letters holds something of all that is needed."""
    for options in needed:
        for literal in options:
            if literal in lowered or (literal == DIGIT and _DIGIT.search(lowered)):
                break
        else:
            return False
    return True
