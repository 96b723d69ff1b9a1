"""Numbers in words and figures, with their units, periods and bounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from conspectus.domain.claim_words import Token, ideas, stem
from conspectus.domain.lexicon import GRAMMAR

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = """second third fourth fifth sixth seventh eighth ninth tenth eleventh
twelfth""".split()
_WORTH = (
    {word: Fraction(n) for n, word in enumerate(_ONES)}
    | {word: Fraction(10 * n) for n, word in enumerate(_TENS, 2)}
    | {"dozen": Fraction(12), "twice": Fraction(2), "thrice": Fraction(3)}
    | {"couple": Fraction(2)}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}
_PARTS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(1, 3),
    "quarter": Fraction(1, 4), "quarters": Fraction(1, 4), "fifth": Fraction(1, 5),
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_LABELS = {"phase", "stage", "grade", "class", "type", "part", "group", "arm", "cycle", "day"}

# unit -> (kind, how many of the kind's smallest); kinds are never converted into each other
_UNITS: dict[str, tuple[str, Fraction]] = {}
for _kind, _sizes in {
    "time": {
        "second seconds sec secs": Fraction(1, 60),
        "minute minutes min mins": 1,
        "hour hours hr hrs h": 60,
        "day days": 1440,
        "week weeks wk wks": 10080,
    },
    "calendar": {"month months mo mos": 1, "year years yr yrs": 12, "decade decades": 120},
    "mass": {
        "ng nanogram nanograms": Fraction(1, 1000),
        "mcg μg ug microgram micrograms": 1,
        "mg milligram milligrams": 1000,
        "g gm gram grams": 1000000,
        "kg kilogram kilograms kilo kilos": 1000000000,
    },
    "pound": {"lb lbs pound pounds": 1},
    "volume": {"ml cc milliliter milliliters millilitre millilitres": 1, "l liter liters": 1000},
    "teaspoon": {"teaspoon teaspoons tsp": 1},
    "tablespoon": {"tablespoon tablespoons tbsp": 1},
    "cup": {"cup cups": 1},
    "ounce": {"ounce ounces oz": 1},
    "length": {
        "mm millimeter millimeters": 1,
        "cm centimeter centimeters": 10,
        "m meter meters": 1000,
        "km kilometer kilometers": 1000000,
    },
    "inch": {"inch inches": 1},
    "foot": {"foot feet ft": 1},
    "mile": {"mile miles": 1},
    "radiation": {"gy gray grays": 1000, "cgy": 10, "msv millisievert millisieverts": 1},
    "money": {"$ dollar dollars usd": 100, "cent cents": 1},
    "euro": {"€ euro euros eur": 1},
    "sterling": {"£ gbp": 1},
    "share": {"% percent percentage": 1},
    "degree": {"degree degrees °": 1},
    "tesla": {"tesla": 1},
    "unit": {"iu units": 1},
}.items():
    for _names, _size in _sizes.items():
        for _name in _names.split():
            _UNITS[_name] = (_kind, Fraction(_size))

_PERIODS = {
    "hourly": ("time", 60), "daily": ("time", 1440), "nightly": ("time", 1440),
    "weekly": ("time", 10080), "biweekly": ("time", 20160), "monthly": ("calendar", 1),
    "quarterly": ("calendar", 3), "yearly": ("calendar", 12), "annually": ("calendar", 12),
    "annual": ("calendar", 12),
}  # fmt: skip
_DAYTIMES = {"evening", "morning", "night", "afternoon", "bedtime"}
_ONCE = (Fraction(1), Fraction(1))
_AFTER_ONCE = {"", ".", ",", ";", ")", "and", "or", "on", "in", "at", "for", "during", "by"}
_BOUNDS = {"upto": "max", "lessthan": "max", "under": "max", "maximum": "max", "within": "max"} | {
    "atleast": "min", "morethan": "min", "over": "min", "minimum": "min", "exceeding": "min"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` to `high` of a unit, for instance "3-5 hours a week".

    `figures` are the bare numbers;
    `kind` names what is measured ("time", "money", ... or "" for a count), in whose smallest unit
    low and high are given; `noun` holds the ideas of what is counted. `period` is the length of
    "a week", `per` the ideas of "a visit". `bound` is "max" for "up to", "min" for "at least".
    `start` and `end` are token indices.
    """

    low: Fraction
    high: Fraction
    figures: tuple[Fraction, Fraction]
    said: str
    start: int
    end: int
    kind: str = ""
    noun: frozenset[str] = frozenset()
    period: tuple[str, Fraction] | None = None
    per: frozenset[str] = frozenset()
    bound: str = ""
    label: bool = False


def quantities(words: Sequence[Token]) -> list[Quantity]:
    """Return every quantity of a text, in order; ratios such as "1 in 100" are shares."""
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        reader = _Reader(words, at)
        quantity = reader.read()
        if quantity:
            found.append(quantity)
            at = max(quantity.end, at + 1)
        else:
            at += 1
    return found


class _Reader:
    """Reads one quantity at a place."""

    def __init__(self, words: Sequence[Token], at: int) -> None:
        self.words = words
        self.start = self.at = at

    def text(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def read(self) -> Quantity | None:
        first = self.text()
        if first in _PERIODS:
            return self._adverb(first)
        if first in ("every", "each", "per") and (rate := self._every()):
            return rate
        if first in ("$", "€", "£"):
            self.at += 1
        elif first == "once" and self._period(1) is None and self.text(1) not in _AFTER_ONCE:
            return None
        low = self._value()
        if low is None:
            return None
        return self._measure(low, first if first in ("$", "€", "£") else "")

    def _value(self) -> Fraction | None:
        """A number in figures or words, moved past."""
        start = self.at
        total, part, seen = Fraction(0), Fraction(0), False
        while True:
            word, kind = self.text(), self.words[self.at].kind if self.at < len(self.words) else ""
            if kind == "number" and not seen:
                part, seen = Fraction(word.replace(",", "")), True
            elif word in _WORTH and (not seen or (part % 100 >= 20 and _WORTH[word] < 10)
                                     or (part % 100 == 0 and self.text(-1) != word)):
                if seen and self.words[start].kind == "number":
                    break
                part, seen = part + _WORTH[word], True
            elif word in _SCALES and (seen or self.text(-1) == "a"):
                scale = _SCALES[word]
                part = (part or Fraction(1)) * scale
                seen = True
                if scale > 100:
                    total, part = total + part, Fraction(0)
            elif word in _PARTS and (not seen or part < 10) and self._is_part():
                self.at += 1
                return (part or Fraction(1)) * _PARTS[word]
            elif word == "once" and not seen:
                part, seen = Fraction(1), True
            elif seen and word in ("-", "and") and (
                self.words[self.at - 1].kind == "word"
                and (
                    self.text(-1) in _TENS and self.text(1) in _ONES[1:10]
                    if word == "-"
                    else self.text(-1) in _SCALES and self.text(1) in (*_ONES[1:], *_TENS)
                )
            ):
                pass
            else:
                break
            self.at += 1
        return total + part if seen else None

    def _measure(self, low: Fraction, currency: str) -> Quantity | None:
        start, high = self.start, low
        share = self.text(-1) in _PARTS
        before = self.words[start - 1].text if start else ""
        label = before in _LABELS or before.rstrip("s") in _LABELS or before == "#"
        unit_first = _UNITS.get(self.text()) if self.text() not in ("second", "m") else None
        if self.text() in ("-", "to", "and") or (
            unit_first and self.text(1) in ("-", "to") and self._is_number(2)
        ):
            near = {word.text for word in self.words[max(0, start - 4) : start]}
            if self.text() == "and" and "between" not in near:
                pass
            else:
                mark = self.at
                self.at += 2 if unit_first else 1
                if self.text() in ("$", "€", "£"):
                    self.at += 1
                top = self._value()
                if top is None or top <= low:
                    self.at = mark
                else:
                    high = top
        if self.text() in ("in", "of") or (self.text() == "out" and self.text(1) == "of"):
            if ratio := self._ratio(low, high):
                return ratio
        bound = _BOUNDS.get(before, "")
        if before in ("about", "approximately"):
            bound = _BOUNDS.get(self.words[start - 2].text, "") if start > 1 else ""
        kind, size, noun = self._unit(currency)
        if share and not kind:
            kind, size, low, high = "share", Fraction(100), low, low
        if self.text() in ("atleast", "upto"):
            bound = _BOUNDS[self.text()]
            self.at += 1
            if not kind and not noun:
                kind, size, noun = self._unit("")
        period, per = self._per()
        said = " ".join(word.text for word in self.words[start : self.at])
        return Quantity(
            low * size, high * size, (low, high), said, start, self.at, kind, noun, period, per, bound, label
        )

    def _is_part(self) -> bool:
        """Tell a third of something from the third one."""
        return self.text() == "half" or self.text(-1) in ("a", "one", "two", "three")

    def _is_number(self, ahead: int) -> bool:
        at = self.at + ahead
        return at < len(self.words) and (
            self.words[at].kind == "number" or self.words[at].text in _WORTH
        )

    def _ratio(self, low: Fraction, high: Fraction) -> Quantity | None:
        mark = self.at
        self.at += 2 if self.text() == "out" else 1
        if self.text() == "every":
            self.at += 1
        whole = self._value() if self._is_number(0) else None
        if not whole or whole < high:
            self.at = mark
            return None
        said = " ".join(word.text for word in self.words[self.start : self.at])
        return Quantity(
            low * 100 / whole, high * 100 / whole, (low, high), said, self.start, self.at, "share"
        )

    def _unit(self, currency: str) -> tuple[str, Fraction, frozenset[str]]:
        """The unit or the thing counted that follows, moved past when it is a unit."""
        if currency:
            kind, size = _UNITS[currency]
            return kind, size, frozenset()
        if self.text() == "-":
            self.at += 1 if self.text(1) in _UNITS else 0
        if self.text() in _UNITS and not (self.text() == "m" and self.text(1) == "."):
            kind, size = _UNITS[self.text()]
            self.at += 1
            return kind, size, frozenset()
        return "", Fraction(1), self._noun()

    def _noun(self, reach: int = 3) -> frozenset[str]:
        """The ideas of the words counted: "11 clinic visits"."""
        found: frozenset[str] = frozenset()
        for ahead in range(reach):
            at = self.at + ahead
            if at >= len(self.words) or self.words[at].kind != "word":
                break
            word = self.words[at].text
            if word in GRAMMAR and word not in ("of", "more", "additional", "other"):
                break
            found |= ideas(word)
        return found

    def _adverb(self, word: str) -> Quantity:
        kind, size = _PERIODS[word]
        self.at += 1
        return Quantity(
            Fraction(1), Fraction(1), _ONCE, word, self.start, self.at, "rate",
            period=(kind, Fraction(size)),
        )

    def _every(self) -> Quantity | None:
        """ "every 3 months", "every other week", "each day"."""
        self.at += 1
        count = Fraction(1)
        if self.text() in ("other", "second") and self.text(1) in _UNITS:
            count = Fraction(2)
            self.at += 1
        elif self._is_number(0):
            count = self._value() or count
        if self.text() in ("-",):
            self.at += 1
        word = self.text()
        unit = ("time", Fraction(1440)) if word in _DAYTIMES else _UNITS.get(word)
        if not unit or unit[0] not in ("time", "calendar"):
            self.at = self.start
            return None
        self.at += 1
        said = " ".join(token.text for token in self.words[self.start : self.at])
        return Quantity(
            Fraction(1), Fraction(1), _ONCE, said, self.start, self.at, "rate",
            period=(unit[0], count * unit[1]),
        )

    def _period(self, ahead: int) -> tuple[str, Fraction] | None:
        times = self.text(ahead - 1) in ("once", "twice", "time", "times")
        if self.text(ahead) in _PERIODS and times:
            kind, size = _PERIODS[self.text(ahead)]
            return kind, Fraction(size)
        if self.text(ahead) in ("a", "an", "per", "each", "every", "/", "in"):
            if self.text(ahead) == "in" and self.text(ahead + 1) not in ("a", "each", "every"):
                return None
            skip = 2 if self.text(ahead) == "in" else 1
            word = self.text(ahead + skip)
            if word in _DAYTIMES:
                return "time", Fraction(1440)
            unit = _UNITS.get(word)
            if unit and unit[0] in ("time", "calendar"):
                return unit
        return None

    def _past(self, ahead: int) -> None:
        """Move past the words of a period at this place."""
        skip = 0 if self.text(ahead) in _PERIODS else 2 if self.text(ahead) == "in" else 1
        self.at += ahead + skip + 1

    def _per(self) -> tuple[tuple[str, Fraction] | None, frozenset[str]]:
        """ "a week", "per visit", "for each visit", after the thing counted."""
        for ahead in range(4):
            if period := self._period(ahead):
                if ahead == 0 or self.text() in ("time", "times"):
                    self._past(ahead)
                return period, frozenset()
            word = self.text(ahead)
            if word in ("per", "/", "each", "every") or (word in ("a", "an") and not ahead):
                mark, self.at = self.at, self.at + ahead + 1
                noun = self._noun()
                self.at = mark
                return None, noun
            if word not in ("for", "of", "times", "time") and stem(word) in ("", word[:0]):
                break
            if ahead < 3 and word and self.words[self.at + ahead].kind != "word":
                break
        return None, frozenset()
