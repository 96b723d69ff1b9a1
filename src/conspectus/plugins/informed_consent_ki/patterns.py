"""Patterns of many alternatives, and how to search them quickly."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache


def alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern that stand outside of its brackets."""
    depth, start = 0, 0
    for place, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            yield pattern[start:place]
            start = place + 1
    yield pattern[start:]


@lru_cache(maxsize=256)
def at_words(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern whose alternatives are looked for only where a word begins.

    Python tries every alternative at every letter otherwise: five times as slow. One that may
    begin within a word says so with `\w*`.
    """
    bare = (alternative.removeprefix(r"\b") for alternative in alternatives(pattern))
    return re.compile(rf"\b(?:{'|'.join(dict.fromkeys(bare))})")


def any_of(groups: Mapping[str, str]) -> re.Pattern[str]:
    """Compile named groups of alternatives into one pattern.

    They are looked for where a word begins, as by `at_words`; those with "^" where the text begins,
    those that begin with a class of characters or an assertion anywhere.
    """
    starts: list[str] = []
    words: list[str] = []
    anywhere: list[str] = []
    for alternative in (a for pattern in groups.values() for a in alternatives(pattern)):
        if alternative.startswith("^"):
            starts.append(alternative[1:])
        elif alternative.startswith(("[", "(?<")):
            anywhere.append(alternative)
        else:
            words.append(alternative.removeprefix(r"\b"))
    kinds = (rf"^(?:{'|'.join(starts)})" if starts else "", *anywhere)
    within = rf"\b(?:{'|'.join(words)})" if words else ""
    return re.compile("|".join(kind for kind in (*kinds, within) if kind))
