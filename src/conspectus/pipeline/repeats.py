"""What a document says twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SHORT, LEAST_ALIKE, ALIKE = 5, 6, 0.8
"""Words of a short item; telling words from which two statements are compared, and their share."""

_TURNS = {"not", "no", "never", "nor", "none", "cannot", "without", "may", "will", "must"}

_EXCEPTED = re.compile(r"\b(?:other than|except|but not|unless|without)\b.*", re.IGNORECASE)


class Key(NamedTuple):
    """The words of a statement: in order, those it has, and the telling ones among them.

    `stated` holds, in order, those that it does not except.
    """

    text: str
    words: frozenset[str]
    telling: frozenset[str]
    stated: str


class Said:
    """What the statements of a document have said so far, and which of them has each word."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._keys: list[Key] = []
        self._texts: list[str] = []
        self._having: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, text: str) -> None:
        """Add a statement."""
        known = key(text)
        for word in known.words:
            self._having[word].append(len(self._keys))
        self._keys.append(known)
        self._texts.append(known.text)

    def take_back(self) -> None:
        """Take the latest statement back."""
        self._texts.pop()
        for word in self._keys.pop().words:
            self._having[word].pop()

    def before(self, text: str, item: bool, here: Iterable[str]) -> bool:
        """Tell whether an earlier statement says the same, or nearly all of it.

        A short list item repeats only what its own section says `here`, and does not except:
        elsewhere its words may serve another sense.
        """
        ours = key(text)
        if item and len(ours.text.split()) < SHORT:
            return any(ours.text in key(known).stated for known in here)
        if ours.text in ".".join(self._texts):  # no text holds a full stop
            return True
        size = len(ours.telling)
        if size < LEAST_ALIKE:
            return False
        shared = Counter(number for word in ours.telling for number in self._having.get(word, ()))
        return any(
            size - count <= size * (1 - ALIKE) and _nearly(ours, self._keys[number])
            for number, count in shared.items()
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
    return Key(plain, words, telling, _plain(_EXCEPTED.sub("", text)))


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(r'[^_ .,;:!?()]+', text.lower()))} "
