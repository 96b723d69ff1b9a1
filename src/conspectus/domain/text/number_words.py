"""Numbers in figures and words."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from conspectus.domain.text.lexicon import words
from conspectus.domain.text.units import UNITS
from conspectus.domain.text.words import Token

_NAMES = """
zero one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety
"""
_ONES, _TEENS, _TENS = (line.split() for line in _NAMES.strip().splitlines())
_WORTH = (
    {word: n for n, word in enumerate(_ONES + _TEENS)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {"once": 1, "twice": 2, "couple": 2, "thrice": 3, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5}
BEGINNINGS = {"a", "an", "half", *_WORTH, *_SCALES, *_PARTS}
_AFTER_ONCE = {"", *words(". , ; / ) and or on in at for during by a an per each every daily")}


class Number(NamedTuple):
    """A value, the index past its words, and whether it is a part ("half", "two thirds")."""

    value: Fraction
    end: int
    part: bool = False


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the text of a token, or nothing outside the text."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def number(tokens: Sequence[Token], at: int) -> Number | None:
    """Return the number that begins at a token, if one does."""
    if at >= len(tokens):
        return None
    if tokens[at].kind != "number" and tokens[at].text not in BEGINNINGS:
        return None
    if tokens[at].kind == "number":
        figure = Number(Fraction(tokens[at].text.replace(",", "")), at + 1)
        return _and_a_half(tokens, _scaled(tokens, figure))
    if word_at(tokens, at - 1) in ("for", "lasting") and tokens[at].text in ("a", "an"):
        return Number(Fraction(1), at + 1) if word_at(tokens, at + 1) in UNITS else None
    if part := _part(tokens, at):
        return part
    if tokens[at].text == "once" and word_at(tokens, at + 1) not in _AFTER_ONCE:
        return None
    spelled = _spelled(tokens, at)
    return _and_a_half(tokens, spelled) if spelled else None


def _spelled(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "one hundred and twenty-five" and the like."""
    word = word_at(tokens, at)
    if word in _SCALES and word_at(tokens, at - 1) == "a":
        return _scaled(tokens, Number(Fraction(1), at))
    if word not in _WORTH:
        return None
    value, end = _WORTH[word], at + 1
    if word in _TENS:
        following = end + (word_at(tokens, end) == "-")
        if word_at(tokens, following) in _ONES[1:]:
            value, end = value + _WORTH[tokens[following].text], following + 1
    return _scaled(tokens, Number(Fraction(value), end))


def _scaled(tokens: Sequence[Token], base: Number) -> Number:
    """Multiply by the "hundred" that follows, and add what follows that."""
    scale = _SCALES.get(word_at(tokens, base.end))
    if scale is None:
        return base
    value, end = base.value * scale, base.end + 1
    rest = _spelled(tokens, end + (word_at(tokens, end) == "and"))
    if rest and rest.value < scale:
        value, end = value + rest.value, rest.end
    return _scaled(tokens, Number(value, end))


def _part(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "half", "a third", "two thirds"; "the third" is no part."""
    word, before = word_at(tokens, at), word_at(tokens, at - 1)
    if word == "half" or (word in _PARTS and before == "a"):
        return Number(Fraction(1, _PARTS[word]), at + 1, True)
    following = word_at(tokens, at + 1)
    if word in ("one", "two", "three") and following in _PARTS:
        return Number(Fraction(_WORTH[word], _PARTS[following]), at + 2, True)
    return None


def _and_a_half(tokens: Sequence[Token], base: Number) -> Number:
    following = tuple(token.text for token in tokens[base.end : base.end + 3])
    if following == ("and", "a", "half"):
        return Number(base.value + Fraction(1, 2), base.end + 3)
    return base
