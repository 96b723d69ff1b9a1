"""What a document says twice."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

SHORT, LEAST_ALIKE, ALIKE = 5, 6, 0.8
"""Words of a short item; telling words from which two statements are compared, and their share."""

_TURNS = {"not", "no", "never", "nor", "none", "cannot", "without", "may", "will", "must"}

_EXCEPTED = re.compile(r"\b(?:other than|except|but not|unless|without)\b.*", re.IGNORECASE)


class Key(NamedTuple):
    """The words of a statement: in order, those it has, and the telling ones among them."""

    text: str
    words: frozenset[str]
    telling: frozenset[str]


def said_before(text: str, item: bool, said: Sequence[Key], here: Iterable[str]) -> bool:
    """Tell whether an earlier statement says the same, or nearly all of it.

    A short list item repeats only what its own section says, and does not except: elsewhere its
    words may serve another sense.
    """
    ours = key(text)
    if item and len(ours.text.split()) < SHORT:
        return any(ours.text in _plain(_EXCEPTED.sub("", known)) for known in here)
    if any(ours.text in earlier.text for earlier in said):
        return True
    if len(ours.telling) < LEAST_ALIKE:
        return False
    most = len(ours.telling) * (1 - ALIKE)
    return any(
        len(ours.telling - earlier.words) <= most and _nearly(ours, earlier) for earlier in said
    )


def _nearly(ours: Key, earlier: Key) -> bool:
    """Tell whether statements that share their telling words differ in nothing that turns them."""
    if len(ours.words) > 1.5 * len(earlier.words):
        return False
    other = (ours.telling - earlier.words) | (earlier.words & _TURNS - ours.words)
    return not any(word.isdigit() or word in _TURNS for word in other)


def goes_on(text: str, earlier: str) -> bool:
    """Tell whether a statement begins with all that an earlier one says."""
    return key(text).text.startswith(key(earlier).text)


@lru_cache(maxsize=512)
def key(text: str) -> Key:
    """Return the words alone, so that a full stop or a capital makes no new statement."""
    plain = _plain(text)
    words = frozenset(plain.split())
    telling = frozenset(w for w in words if len(w) > 3 or w.isdigit() or w in _TURNS)
    return Key(plain, words, telling)


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(r'[^_ .,;:!?()]+', text.lower()))} "
