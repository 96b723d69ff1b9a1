"""What a document says twice."""

import re
from collections.abc import Sequence
from functools import lru_cache

SHORT, LEAST_ALIKE, ALIKE = 5, 6, 0.8
"""Words of a short item; telling words from which two statements are compared, and their share."""

_TURNS = {"not", "no", "never", "nor", "none", "cannot", "without", "may", "will", "must"}

_EXCEPTED = re.compile(r"\b(?:other than|except|but not|unless|without)\b.*", re.IGNORECASE)


def said_before(text: str, item: bool, said: Sequence[str], here: Sequence[str]) -> bool:
    """Tell whether an earlier statement says the same, or nearly all of it.

    A short list item repeats only what its own section says, and does not except: elsewhere its
    words may serve another sense.
    """
    words = key(text)
    if item and len(words.split()) < SHORT:
        return any(words in key(_EXCEPTED.sub("", known)) for known in here)
    return any(words in earlier or _nearly(words, earlier) for earlier in said)


def _nearly(key: str, earlier: str) -> bool:
    ours, theirs = _words_of(key), _words_of(earlier)
    telling = _telling(key)
    if len(telling) < LEAST_ALIKE or len(ours) > 1.5 * len(theirs):
        return False
    new = telling - theirs
    return len(new) <= len(telling) * (1 - ALIKE) and not any(
        word.isdigit() or word in _TURNS for word in new | (theirs & _TURNS - ours)
    )


@lru_cache(maxsize=512)
def _words_of(key: str) -> frozenset[str]:
    return frozenset(key.split())


@lru_cache(maxsize=512)
def _telling(key: str) -> frozenset[str]:
    return frozenset(w for w in _words_of(key) if len(w) > 3 or w.isdigit() or w in _TURNS)


def goes_on(text: str, earlier: str) -> bool:
    """Tell whether a statement begins with all that an earlier one says."""
    return key(text).startswith(key(earlier))


def key(text: str) -> str:
    """Return the words alone, so that a full stop or a capital makes no new statement."""
    return f" {' '.join(re.findall(r'[^_ .,;:!?()]+', text.lower()))} "
