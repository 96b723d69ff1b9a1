"""Numbers in figures and words."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from conspectus.domain.claim_words import Token

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORTH = (
    {word: n for n, word in enumerate(_ONES)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {"once": 1, "twice": 2, "couple": 2, "thrice": 3, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5}
_AFTER_ONCE = frozenset(
    ["", *".,;)/", *["and", "or", "on", "in", "at", "for", "during", "by", "a", "an", "per", "each", "every", "daily", "weekly"]]
)


class Number(NamedTuple):
    """A value, the index past its words, and whether it is a part ("half", "two thirds")."""

    value: Fraction
    end: int
    part: bool = False


def word_at(words: Sequence[Token], at: int) -> str:
    """Return the text of a token, or nothing outside the text."""
    return words[at].text if 0 <= at < len(words) else ""


def number(words: Sequence[Token], at: int) -> Number | None:
    """Return the number that begins at a token, if one does."""
    if at >= len(words):
        return None
    if words[at].kind == "number":
        figure = Number(Fraction(words[at].text.replace(",", "")), at + 1)
        return _and_a_half(words, _scaled(words, figure))
    if part := _part(words, at):
        return part
    if words[at].text == "once" and word_at(words, at + 1) not in _AFTER_ONCE:
        return None
    spelled = _spelled(words, at)
    return _and_a_half(words, spelled) if spelled else None


def _spelled(words: Sequence[Token], at: int) -> Number | None:
    """ "one hundred and twenty-five" and the like."""
    word = word_at(words, at)
    if word in _SCALES and word_at(words, at - 1) == "a":
        return _scaled(words, Number(Fraction(1), at))
    if word not in _WORTH:
        return None
    value, end = _WORTH[word], at + 1
    if word in _TENS:
        following = end + (word_at(words, end) == "-")
        if word_at(words, following) in _ONES[1:10]:
            value, end = value + _WORTH[words[following].text], following + 1
    return _scaled(words, Number(Fraction(value), end))


def _scaled(words: Sequence[Token], found: Number) -> Number:
    """Multiply by the "hundred" that follows, and add what follows that."""
    scale = _SCALES.get(word_at(words, found.end))
    if scale is None:
        return found
    value, end = found.value * scale, found.end + 1
    rest = _spelled(words, end + (word_at(words, end) == "and"))
    if rest and rest.value < scale:
        value, end = value + rest.value, rest.end
    return _scaled(words, Number(value, end))


def _part(words: Sequence[Token], at: int) -> Number | None:
    """ "half", "a third", "two thirds"; the third one is no part."""
    word, before = word_at(words, at), word_at(words, at - 1)
    if word == "half" or (word in _PARTS and before == "a"):
        return Number(Fraction(1, _PARTS[word]), at + 1, True)
    following = word_at(words, at + 1)
    if word in ("one", "two", "three") and following in _PARTS:
        return Number(Fraction(_WORTH[word], _PARTS[following]), at + 2, True)
    return None


def _and_a_half(words: Sequence[Token], found: Number) -> Number:
    following = tuple(token.text for token in words[found.end : found.end + 3])
    if following == ("and", "a", "half"):
        return Number(found.value + Fraction(1, 2), found.end + 3)
    return found
