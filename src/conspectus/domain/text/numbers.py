"""Quantities of a text: numbers with their units, periods and bounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from conspectus.domain.text.lexicon import GRAMMAR, words
from conspectus.domain.text.number_words import BEGINNINGS, Number, number, word_at
from conspectus.domain.text.units import CURRENCIES, PERIODS, TURNS, UNITS, Unit
from conspectus.domain.text.words import Ideas, Token, ideas

_BOUNDS = (
    dict.fromkeys(["upto", "lessthan", "under", "maximum", "within"], "max")
    | dict.fromkeys(["atleast", "morethan", "over", "minimum", "exceeding"], "min")
    | {"exactly": "exact", "precisely": "exact"}
)
_LABELS = words("# phase stage grade class type part group arm cycle day study cohort")
_PER = words("a an per each every /")
_LISTED = words(", and or")
_TIMES = words("time times")
_BETWEEN = words("apart later before after ago earlier")
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` to `high` of a unit, for instance "3-5 hours a week".

    `kind` names what is measured ("time", "money", ... or "" for a count, or "rate" for a bare
    "every 3 months"), in whose smallest unit low and high are given; `figures` are the bare
    numbers. `noun` holds the ideas of what is counted. `period` is the length of "a week", `per`
    the ideas of "a visit". `bound` is "max" for "up to", "min" for "at least", "exact" for
    "exactly". `label` marks the number of a name ("part 2"), `total` a sum ("$80 in all").
    `start` and `end` are token indices.
    """

    low: Fraction
    high: Fraction
    figures: tuple[Fraction, Fraction]
    said: str
    start: int
    end: int
    kind: str = ""
    noun: Ideas = frozenset()
    period: Unit | None = None
    per: Ideas = frozenset()
    bound: str = ""
    label: bool = False
    total: bool = False


_OPENINGS = {*PERIODS, *CURRENCIES, *BEGINNINGS, "every", "each", "per"}
"""The words that a quantity may begin with."""


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Return every quantity of a text, in order; ratios such as "1 in 100" are shares."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind != "number" and token.text not in _OPENINGS:
            at += 1
            continue
        quantity = _rate(tokens, at) or _quantity(tokens, at)
        if quantity:
            found.append(quantity)
        at = quantity.end if quantity else at + 1
    return found


def _rate(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read "daily", "every 3 months", "every other week", "each day"."""
    if word_at(tokens, at) in PERIODS:
        return _of_rate(tokens, at, at + 1, PERIODS[tokens[at].text])
    if word_at(tokens, at) not in ("every", "each", "per"):
        return None
    count, end = _ONE, at + 1
    if word_at(tokens, end) in ("other", "second") and word_at(tokens, end + 1) in TURNS:
        count, end = Fraction(2), end + 1
    elif several := number(tokens, end):
        count, end = several.value, several.end
    end += word_at(tokens, end) == "-"
    unit = TURNS.get(word_at(tokens, end))
    return _of_rate(tokens, at, end + 1, (unit[0], count * unit[1])) if unit else None


def _of_rate(tokens: Sequence[Token], start: int, end: int, period: Unit) -> Quantity:
    said = _said(tokens, start, end)
    return Quantity(_ONE, _ONE, (_ONE, _ONE), said, start, end, "rate", period=period)


def _quantity(tokens: Sequence[Token], start: int) -> Quantity | None:
    currency = word_at(tokens, start) if word_at(tokens, start) in CURRENCIES else ""
    low = number(tokens, start + bool(currency))
    if low is None:
        return None
    high = _top(tokens, start, low)
    before = word_at(tokens, start - 1)
    bound = _BOUNDS.get(word_at(tokens, start - 2) if before in ("about", "some") else before, "")
    if ratio := _ratio(tokens, start, low, high, bound):
        return ratio
    (kind, size), end = _unit(tokens, high.end, currency)
    if before == "over" and kind in ("time", "calendar"):
        bound = ""  # "over 3 months" is as long as they last
    if word_at(tokens, end) == "of" and word_at(tokens, end + 1) == "age":
        end += 2
    if word_at(tokens, end) in ("atleast", "upto"):
        bound = _BOUNDS[tokens[end].text]
        (kind, size), end = ((kind, size), end + 1) if kind else _unit(tokens, end + 1, "")
    if low.part and not kind:
        kind, size = "share", Fraction(100)
    label = before if before.rstrip("s") in _LABELS else _label_before(tokens, start)
    noun = frozenset() if kind else _noun(tokens, end)
    if not kind and not noun and not label:
        kind, size = _unit_of_list(tokens, end)
    period, per, end = _per(tokens, end)
    return Quantity(
        low.value * size,
        high.value * size,
        (low.value, high.value),
        _said(tokens, start, end),
        start,
        end,
        kind,
        noun | ideas(label) if label else noun,
        period,
        per,
        bound,
        bool(label),
        word_at(tokens, end) == "in" and word_at(tokens, end + 1) in ("total", "all"),
    )


def _label_before(tokens: Sequence[Token], start: int) -> str:
    """Return the label that a number of a list shares: "days 1, 8 and 15"."""
    at = start - 1
    while word_at(tokens, at) in _LISTED and number(tokens, at - 1):
        at -= 2
    word = word_at(tokens, at)
    return word if at < start - 1 and word.rstrip("s") in _LABELS else ""


def _unit_of_list(tokens: Sequence[Token], end: int) -> Unit:
    """Return the unit that a number of a list shares: "6, 12 and 24 months"."""
    while word_at(tokens, end) in _LISTED and (following := number(tokens, end + 1)):
        unit, _ = _unit(tokens, following.end, "")
        if unit[0]:
            return unit
        end = following.end
    return "", _ONE


def _said(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(word.text for word in tokens[start:end])


def _top(tokens: Sequence[Token], start: int, low: Number) -> Number:
    """Return the upper end of "3-5", "3 to 5", "between 3 and 5", "$3 to $5", "3 mg to 5 mg"."""
    at = low.end
    if word_at(tokens, at) in UNITS and word_at(tokens, at + 1) in ("-", "to"):
        at += 1
    near = {word.text for word in tokens[max(0, start - 4) : start]}
    if word_at(tokens, at) not in ("-", "to", *(["and"] if "between" in near else [])):
        return low
    at += 1
    at += word_at(tokens, at) in _LABELS and word_at(tokens, at) in near
    high = number(tokens, at + (word_at(tokens, at) in CURRENCIES))
    return high if high and high.value > low.value else low


def _ratio(
    tokens: Sequence[Token], start: int, low: Number, high: Number, bound: str
) -> Quantity | None:
    """Read "1 in 100", "2 out of 3", "1 of every 5"."""
    at = high.end
    if word_at(tokens, at) not in ("in", "of", "out"):
        return None
    at += 2 if word_at(tokens, at) == "out" else 1
    at += word_at(tokens, at) == "every"
    whole = number(tokens, at)
    if not whole or not whole.value or whole.value < high.value:
        return None
    figures = (low.value, high.value)
    least, most = (100 * figure / whole.value for figure in figures)
    said = _said(tokens, start, whole.end)
    return Quantity(least, most, figures, said, start, whole.end, "share", bound=bound)


def _unit(tokens: Sequence[Token], at: int, currency: str) -> tuple[Unit, int]:
    """Return the unit that follows and the index past it; no kind when none does."""
    if currency:
        return UNITS[currency], at
    following = at + (word_at(tokens, at) == "-")
    if word_at(tokens, following) in UNITS:
        return UNITS[tokens[following].text], following + 1
    return ("", _ONE), at


def _noun(tokens: Sequence[Token], at: int) -> Ideas:
    """Return the ideas of the words counted: "11 clinic visits"."""
    found: Ideas = frozenset()
    for token in tokens[at : at + 3]:
        if token.kind != "word" or (token.text in GRAMMAR and token.text not in ("of", "other")):
            break
        found |= ideas(token.text)
    return found


def _per(tokens: Sequence[Token], end: int) -> tuple[Unit | None, Ideas, int]:
    """Read "a week", "per visit", "for each visit", soon after the thing counted."""
    times = word_at(tokens, end) in _TIMES or word_at(tokens, end - 1) in ("once", "twice")
    for at in range(end, end + 6):
        word = word_at(tokens, at)
        after = at + 1 + (word == "in")
        if word in PERIODS and times:
            return PERIODS[word], frozenset(), at + 1
        if word in _PER or (word == "in" and word_at(tokens, at + 1) in _PER):
            unit = TURNS.get(word_at(tokens, after))
            if unit and word_at(tokens, after + 1) in _BETWEEN:
                break
            if unit:
                return unit, frozenset(), after + 1 if at == end or times else end
            if number(tokens, after):
                break
            if word not in ("a", "an", "in") or at == end:
                return None, _noun(tokens, after), end
        if at >= len(tokens) or tokens[at].kind != "word":
            break
    return None, frozenset(), end
