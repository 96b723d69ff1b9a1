"""Medical terms and the plain words for them: either stands for the other, and for no more."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache, partial

from conspectus.domain.text.lay_terms import LAY_TERMS

_LONGEST_FIRST = sorted(LAY_TERMS.items(), key=lambda pair: -len("".join(pair)))
_WORD = re.compile(r"\w+")
_PLACES: dict[str, list[int]] = defaultdict(list)
"""Where in the list the words stand of which the longest word is this one."""

for _place, _pair in enumerate(_LONGEST_FIRST):
    for _said in _pair:
        _PLACES[max(_WORD.findall(_said), key=len)].append(_place)


def termed_alike(claim: str, quotes: Sequence[str]) -> str:
    """Return the claim with the term of a quote for its plain words, or the reverse.

    Both of them, one in brackets behind the other, become what the quotes say.

    >>> termed_alike("Blood in the urine (hematuria, 5%)", ["Hematuria (5%)"])
    'hematuria (5%)'
    >>> termed_alike("Blood in the urine", ["Hematuria"])
    'hematuria'
    """
    near = {place for word in _WORD.findall(claim.lower()) for place in _PLACES.get(word, ())}
    said = " ".join(" ".join(quotes).lower().split()) if near else ""
    for term, plain in (_LONGEST_FIRST[place] for place in sorted(near)):
        if _holds(said, term):
            claim = _replaced(claim, plain, term, not _holds(said, plain))
        elif _holds(said, plain):
            claim = _replaced(claim, term, plain, True)
    return claim


def _holds(text: str, words: str) -> bool:
    return words in text and _whole(words).search(text) is not None


def _replaced(claim: str, words: str, by: str, alone: bool) -> str:
    """Put `by` for the two together, and where they stand `alone` for the words."""
    for first, second in ((words, by), (by, words)):
        if f"{first} ({second}" in claim.lower():
            claim = _both(first, second).sub(partial(_left, by), claim)
    return _whole(words).sub(by, claim) if alone and words in claim.lower() else claim


def _left(by: str, match: re.Match[str]) -> str:
    return by if match[0].endswith(")") else f"{by} ("


@lru_cache(maxsize=512)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=512)
def _both(first: str, second: str) -> re.Pattern[str]:
    one, other = re.escape(first), re.escape(second)
    return re.compile(rf"(?<![\w-]){one} \({other}(?:\)|, )", re.IGNORECASE)
