"""Ways to make a true claim false: one word changed, or a clause put in.

Each takes a claim and a random generator and returns the corrupted claim, or None when it does
not apply.
"""

import random
import re
from collections.abc import Callable
from pathlib import Path

Corruption = Callable[[str, random.Random], str | None]

NUMBER = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/]|[.,]\d|-\d{3})")
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]


def swap(text: str, pairs: dict[str, str], rng: random.Random) -> str | None:
    """Replace one of the words by its partner."""
    hits = [
        (match, partner)
        for word, partner in pairs.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w'-])", text, re.I)
    ]
    if not hits:
        return None
    match, partner = rng.choice(hits)
    if match[0][0].isupper():
        partner = partner[:1].upper() + partner[1:]
    return text[: match.start()] + partner + text[match.end() :]


def number(text: str, rng: random.Random) -> str | None:
    """Change a number."""
    hits = list(NUMBER.finditer(text))
    words = [m for m in re.finditer(r"\b[a-z]+\b", text) if m[0] in NUMBER_WORDS]
    if not hits and not words:
        return None
    if hits and rng.random() < 0.3:
        digit = rng.choice(list(re.finditer(r"\d", text)))
        another = str((int(digit[0]) + rng.randint(1, 9)) % 10)
        return text[: digit.start()] + another + text[digit.end() :]
    match = rng.choice(hits + words)
    if match in words:
        other = rng.choice([word for word in NUMBER_WORDS if word != match[0]])
    else:
        value = float(match[0].replace(",", ""))
        near = rng.choice([value + 1, value * 10, value + 7, value * 2, max(value - 1, value / 2)])
        other = f"{near:g}" if near < 1e5 else f"{near:.0f}"
    return text[: match.start()] + other + text[match.end() :]


UNITS = {
    "hours": "days", "hour": "day", "minutes": "hours", "minute": "hour", "days": "weeks",
    "day": "week", "weeks": "months", "week": "month", "months": "years", "month": "year",
    "years": "months", "year": "month", "mg": "mcg", "mL": "L", "mm": "cm", "kg": "g",
    "mcg": "mg", "teaspoon": "cup", "teaspoons": "tablespoons", "tablespoon": "teaspoon",
    "miles": "feet", "per visit": "per week", "each visit": "each week", "per hour": "per visit",
    "Gy": "cGy",
}  # fmt: skip


PERIODS = {
    "years": "months", "months": "weeks", "weeks": "days", "days": "hours", "hours": "minutes",
    "year": "month", "month": "week", "week": "day", "day": "week", "hour": "minute",
}  # fmt: skip


def unit(text: str, rng: random.Random) -> str | None:
    """Change a unit, mostly one behind a number."""
    if rng.random() < 0.3 and (changed := swap(text, PERIODS, rng)):
        return changed
    pairs = {
        word: other
        for word, other in UNITS.items()
        if re.search(rf"(?:\d|{'|'.join(NUMBER_WORDS)})[ -]{word}\b|\$.*{word}\b", text)
        or word.startswith(("per ", "each "))
    }
    if re.search(r"\d ?%", text) and rng.random() < 0.5:
        return re.sub(r"(\d) ?%", r"\1 mg", text, count=1)
    if re.search(r"\$\d", text) and rng.random() < 0.3:
        return re.sub(r"\$(\d[\d,]*)", r"\1 miles", text, count=1)
    return swap(text, pairs, rng)


AUXILIARY = re.compile(
    r"\b(?:will|may|can|should|must|could|would|is|are|was|were|does|do|has been|have been)\b"
    r"(?! not\b)"
)
NAMED = re.compile(r"(?!(?:No|Not|The|A|An|To|In|You|If)\b)[A-Za-z]+")
AFFIRMATIVE = re.compile(r"\b(?:not?|never|nothing|you|we|it|they|cannot)\b|n't", re.I)


def negated(text: str, rng: random.Random) -> str | None:
    """Put a negation in."""
    ways = [
        text[: match.end()] + rng.choice([" not", " never", " in no way"]) + text[match.end() :]
        for match in AUXILIARY.finditer(text)
    ]
    ways += [
        text[: match.end()] + rng.choice(["do not ", "never "]) + text[match.end() :]
        for match in re.finditer(r"\b(?:You|you|We|we) (?=(?:receive|get|pay|leave|join)\b)", text)
    ]
    ways += [
        f"{text[: match.start()]}does not {match[0][:-1]}{text[match.end() :]}"
        for match in re.finditer(r"\b(?:pays|provides|gives|includes|covers|protects)\b", text)
    ]
    for aux, short in (("will", "won't"), ("is", "isn't"), ("are", "aren't"), ("can", "can't")):
        if re.search(rf"\b{aux}\b(?! not)", text):
            ways.append(re.sub(rf"\b{aux}\b(?! not)", short, text, count=1))
    if not ways:
        bare = NAMED.match(text) and not AFFIRMATIVE.search(text)
        ways = [f"No {text[0].lower()}{text[1:]}"] if bare else []
    return rng.choice(ways) if ways else None


AFFIRMED = {
    "cannot": "can", "can't": "can", "won't": "will", "don't": "do", "doesn't": "does",
    "do not": "do", "does not": "does", "will not": "will", "may not": "may", "is not": "is",
    "are not": "are", "was not": "was", "not": "", "no": "", "never": "", "without": "with",
    "no longer": "", "unable": "able",
}  # fmt: skip


IDIOM = re.compile(
    r"or (?:may )?not|no (?:more|longer|later|matter)|\bno[.:]|say no\b|need not"
    r"|^\W*not\b|or no\b",
    re.I,
)


def affirmed(text: str, rng: random.Random) -> str | None:
    """Take a negation out."""
    if IDIOM.search(text):
        return None
    return swap(text, AFFIRMED, rng)


MODALS = {
    "may cause": ("causes",), "may": ("will", "must", "cannot"),
    "will": ("may", "might", "should", "could"), "can": ("cannot", "must", "can never"),
    "must": ("may", "can", "should"), "should": ("must", "may", "will"), "might": ("will",),
    "could": ("will", "must"), "cannot": ("can", "may"), "will not": ("may", "will", "may not"),
    "may not": ("will", "will not"), "have to": ("may",), "need to": ("can",),
    "required to": ("allowed to",),
}  # fmt: skip


def modal(text: str, rng: random.Random) -> str | None:
    """Change a modal."""
    if "may or may not" in text:
        return text.replace("may or may not", rng.choice(["may", "will", "may not"]), 1)
    return swap(text, {word: rng.choice(others) for word, others in MODALS.items()}, rng)


FREQUENCIES = {
    "rare": ("common", "very common"), "rarely": ("often", "always", "usually"),
    "uncommon": ("common",), "infrequent": ("common", "frequent"), "common": ("rare", "uncommon"),
    "often": ("rarely", "always", "sometimes"), "frequent": ("rare",),
    "usually": ("always", "never"), "sometimes": ("always", "never"),
    "always": ("sometimes", "usually"), "never": ("sometimes",),
    "likely": ("unlikely", "certain"), "unlikely": ("likely",), "daily": ("weekly", "twice daily"),
    "weekly": ("daily", "monthly"), "monthly": ("daily", "yearly"), "some": ("all", "most", "no"),
    "all": ("some", "most", "a few"), "most": ("all", "some", "a few"), "many": ("all", "few"),
    "once": ("twice", "three times"), "twice": ("once", "four times"),
    "every day": ("every week", "every other day"), "a day": ("a week", "a month"),
    "per week": ("per month",), "a week": ("a day",), "every year": ("every month",),
    "every other week": ("every week",), "every 3 months": ("every 3 weeks",),
}  # fmt: skip


def frequency(text: str, rng: random.Random) -> str | None:
    """Change a frequency or share."""
    if re.search(
        r"\bonce (?:the|your|you|it|we)\b|\b(?:in|at) all\b|as always|at most", text, re.I
    ):
        return None
    return swap(text, {word: rng.choice(others) for word, others in FREQUENCIES.items()}, rng)


CLAUSES = [
    line
    for line in Path(__file__).with_name("clauses.txt").read_text().splitlines()
    if not line.startswith("#")
]


PLACE = re.compile(r"(?<=\w)(?=[,;:.] )|(?<=\w)(?= (?:and|or|for|to|in|during) )")


def clause(text: str, rng: random.Random) -> str | None:
    """Put a clause in, at the end or inside."""
    added = rng.choice(CLAUSES)
    bare = re.sub(r"^(?:and|but|so|because) ", "", added)
    places = [match.start() for match in PLACE.finditer(text)]
    if places and rng.random() < 0.5:
        at = rng.choice(places)
        form = rng.choice([", {},", " ({})", " - {} -", " {}"])
        return text[:at] + form.format(added) + text[at:]
    stripped = text.rstrip(".;: ")
    form = rng.choice([", {0}", "; {1}", " {0}", ". {2}.", " ({1})"])
    return stripped + form.format(added, bare, bare[0].upper() + bare[1:])


KINDS: dict[str, Corruption] = {
    "number": number, "unit": unit, "negation put in": negated, "negation taken out": affirmed,
    "modal": modal, "frequency": frequency, "clause": clause,
}  # fmt: skip
