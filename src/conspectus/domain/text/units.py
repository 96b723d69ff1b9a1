"""Units of measure, and how many of the smallest of its kind each holds."""

from fractions import Fraction

Unit = tuple[str, Fraction]
"""The kind of measure, and the size in its smallest unit. Kinds never turn into each other: a
month is no number of weeks."""

_SIZES: dict[str, dict[str, int | Fraction]] = {
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
}

UNITS: dict[str, Unit] = {
    name: (kind, Fraction(size))
    for kind, sizes in _SIZES.items()
    for names, size in sizes.items()
    for name in names.split()
}

PERIODS: dict[str, Unit] = {
    "hourly": UNITS["hour"],
    "daily": UNITS["day"],
    "nightly": UNITS["day"],
    "weekly": UNITS["week"],
    "biweekly": ("time", Fraction(20160)),
    "monthly": UNITS["month"],
    "quarterly": ("calendar", Fraction(3)),
    "yearly": UNITS["year"],
    "annually": UNITS["year"],
    "annual": UNITS["year"],
}
TURNS: dict[str, Unit] = dict.fromkeys(
    ["evening", "morning", "night", "afternoon", "bedtime"], UNITS["day"]
) | {name: unit for name, unit in UNITS.items() if unit[0] in ("time", "calendar")}
"""What "every" and "a" may be followed by."""

CURRENCIES = frozenset("$€£")
