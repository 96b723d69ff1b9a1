"""Whether the quantities of a claim stand in its quotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from conspectus.domain.claims.parts import Reading
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.numbers import Quantity
from conspectus.domain.text.words import stem

_NEAR = 6
_PERIODS = words("minute minutes hour hours day days week weeks month months year years")
_FEW = ("one", "two")
_PARTS = set(map(stem, words("part study cohort")))
_TOTALS = words("total all altogether maximum")
_WHOLE = words("whole entire complete sum most")
_JOINERS = words("and or to through") | {"-"}
_TIMES = {stem("times")}


def unborne_numbers(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every number, unit, rate or code that no quote bears out.

    And for every number that the quotes only say "up to" or "at least" of.
    """
    for quantity in claim.quantities:
        bearing = (
            other
            for quote in quotes
            for other in quote.quantities
            if _bears(quote, other, quantity)
        )
        first = next(bearing, None)
        if first is None:
            if not _only_counts(quantity, quotes):
                yield f'"{quantity.said}" does not stand in the evidence'
        elif first.bound and not quantity.bound and all(other.bound for other in bearing):
            yield f'"{quantity.said}" is bounded in the evidence'
    yield from _bare_units(claim, quotes)
    yield from _doubled(claim, quotes)
    codes = [token.text for token in claim.tokens if token.kind == "code"]
    digits = [_digits(token.text) for quote in quotes for token in quote.tokens if codes]
    for code in codes:
        if not _stands(code, digits, quotes):
            yield f'"{code}" does not stand in the evidence'


def _bare_units(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every "weeks" without a number that no quote says."""
    stated = {stem(token.text) for quote in quotes for token in quote.tokens}
    for word in claim.words:
        if word.text in _PERIODS and word.stem not in stated:
            yield f'"{word.text}" does not stand in the evidence'


def _doubled(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every "7 and 7": one of the two is another number in the quotes."""
    stated = Counter(token.text for quote in quotes for token in quote.tokens)
    for pair in _pairs(claim):
        if stated[pair[0]] < len(pair) - 1:
            yield f'"{" ".join(pair)}" does not stand in the evidence'


def _pairs(text: Reading) -> Iterator[tuple[str, str, str]]:
    said = [token.text for token in text.tokens]
    for at, token in enumerate(text.tokens[2:]):
        if token.kind == "number" and said[at] == token.text and said[at + 1] in _JOINERS:
            yield said[at], said[at + 1], token.text


def _only_counts(claimed: Quantity, quotes: Sequence[Reading]) -> bool:
    """Tell whether this is the "one" or "two" of plain speech, of what no quote counts."""
    if claimed.kind or claimed.said.split()[0] not in _FEW:
        return False
    return not any(
        not claimed.noun.isdisjoint(other.noun) for quote in quotes for other in quote.quantities
    )


def _stands(code: str, digits: Sequence[str], quotes: Sequence[Reading]) -> bool:
    wanted = _digits(code)
    if any(token.text == code for quote in quotes for token in quote.tokens):
        return True
    return len(wanted) >= 6 and wanted in digits


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _bears(quote: Reading, stated: Quantity, claimed: Quantity) -> bool:
    """Tell whether a quantity of a quote bears out that of a claim."""
    if claimed.kind == "rate" or stated.kind == "rate":
        return _same_rate(stated, claimed)
    return (
        _same_value(stated, claimed)
        and _same_unit(quote, stated, claimed)
        and _same_period(quote, stated, claimed)
        and _same_bound(quote, stated, claimed)
    )


def _same_rate(stated: Quantity, claimed: Quantity) -> bool:
    if claimed.period is None or claimed.period != stated.period:
        return False
    if claimed.kind == stated.kind == "rate":
        return True
    return claimed.low == claimed.high == stated.low == stated.high == 1


def _same_value(stated: Quantity, claimed: Quantity) -> bool:
    """Equal ends; one end of a range is enough for "up to" and "at least"."""
    bare = not claimed.kind
    low, high = claimed.figures if bare else (claimed.low, claimed.high)
    least, most = stated.figures if bare else (stated.low, stated.high)
    if (low, high) == (least, most):
        return True
    if low != high or least == most:
        return False
    return (claimed.bound == "max" and high == most) or (claimed.bound == "min" and low == least)


def _same_unit(quote: Reading, stated: Quantity, claimed: Quantity) -> bool:
    if claimed.kind or stated.kind:
        bare = not (claimed.kind or claimed.noun or claimed.label)
        return claimed.kind == stated.kind or (bare and stated.kind in ("time", "calendar"))
    if not claimed.noun or not stated.noun:
        return claimed.label == stated.label
    if claimed.label and stated.label and _PARTS & claimed.noun and _PARTS & stated.noun:
        return True
    if not claimed.noun.isdisjoint(stated.noun) or _TIMES & (stated.noun | claimed.noun):
        return True
    if any(not claimed.noun.isdisjoint(other.noun) for other in quote.quantities):
        return False
    return not claimed.noun.isdisjoint(_around(quote, stated))


def _same_period(quote: Reading, stated: Quantity, claimed: Quantity) -> bool:
    if claimed.period:
        return claimed.period == stated.period
    if claimed.per:
        return not claimed.per.isdisjoint(stated.per | _around(quote, stated, 2 * _NEAR))
    if claimed.total and (stated.per or stated.period or _is_part(quote, stated)):
        return stated.total
    return not (claimed.kind == "money" and stated.period)


def _is_part(quote: Reading, stated: Quantity) -> bool:
    """Tell whether a sum is one of several of a quote that speaks of no whole."""
    sums = [q for q in quote.quantities if q.kind == "money"]
    whole = any(token.text in _TOTALS | _WHOLE for token in quote.tokens)
    return stated.kind == "money" and len(sums) > 1 and not whole


def _same_bound(quote: Reading, stated: Quantity, claimed: Quantity) -> bool:
    """Tell whether the bounds agree, but for one left out; a claim may say "up to" of a total."""
    if claimed.bound == "exact":
        return not stated.bound
    if not claimed.bound or claimed.bound == stated.bound or claimed.low == 0:
        return True
    near = {token.text for token in quote.tokens[max(0, stated.start - _NEAR) : stated.end + 3]}
    return claimed.bound == "max" and not stated.bound and not near.isdisjoint(_TOTALS)


def _around(quote: Reading, stated: Quantity, reach: int = _NEAR) -> frozenset[str]:
    """Return the ideas of the words near a quantity."""
    return frozenset().union(
        *(
            word.ideas
            for word in quote.words
            if stated.start - reach <= word.at <= stated.end + reach
        )
    )
