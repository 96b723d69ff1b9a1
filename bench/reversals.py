"""More ways to make a true claim false: opposites, restrictions, bounds, figures, who does what.

As in `corruptions`, each returns the corrupted claim, or None when it does not apply.
"""

import random
import re

from bench.corruptions import AUXILIARY, Corruption, swap

_OPPOSITES = """
    raise/lower raises/lowers increase/decrease increases/decreases higher/lower before/after
    left/right more/less more/fewer better/worse start/stop starts/stops begin/end with/without
    minimum/maximum include/exclude includes/excludes included/excluded a.m./p.m. am/pm first/last
    early/late earlier/later older/younger longer/shorter open/close accept/refuse join/leave
    public/private same/different inside/outside male/female day/night morning/evening above/below
    enter/leave safe/unsafe known/unknown possible/impossible eligible/ineligible
"""
ANTONYMS = dict(pair.split("/") for pair in _OPPOSITES.split())
ANTONYMS |= {other: word for word, other in ANTONYMS.items() if other not in ANTONYMS}


def antonym(text: str, rng: random.Random) -> str | None:
    """Put a word for its opposite."""
    return None if IDIOMATIC.search(text) else swap(text, ANTONYMS, rng)


IDIOMATIC = re.compile(r"right away|first aid|no l(?:onger|ater)|\\bthe right|^first", re.I)
RESTRICTION = re.compile(
    r"(?<![\w-])(only(?! if)|solely|except|unless|until|without|if|only if|as long as)(?![\w-]) ?",
    re.I,
)
BOUND_WORDS = {
    "up to": ("at least", "more than", "exactly"), "at least": ("up to", "less than", "at most"),
    "more than": ("less than", "up to"), "less than": ("more than", "at least"),
    "no more than": ("no less than", "more than"), "a maximum of": ("a minimum of",),
    "at most": ("at least",), "or more": ("or less",), "or less": ("or more",),
    "or older": ("or younger",), "over": ("under",), "under": ("over",), "within": ("after",),
    "in total": ("per visit", "per month"), "per visit": ("in total",), "per month": ("in total",),
    "for each visit": ("in total",), "each visit": ("in total",), "an hour": ("in total",),
    "per hour": ("in total",), "a week": ("in total",), "a total of": ("per visit",),
}  # fmt: skip
FIGURE = re.compile(r"(?:\$ ?)?\d[\d,.]*(?= ?(?:%|[a-z]))|\$ ?\d[\d,.]*")


def restriction(text: str, rng: random.Random) -> str | None:
    """Drop an "only", "if", "unless" or "without", or put one in."""
    hits = list(RESTRICTION.finditer(text))
    verbs = [match for match in AUXILIARY.finditer(text) if match.start()]
    if hits and (rng.random() < 0.7 or not verbs):
        match = rng.choice(hits)
        if match[1].lower() == "if" and not match.start():
            return None
        return text[: match.start()] + text[match.end() :]
    if not verbs:
        return None
    match = rng.choice(verbs)
    end = text.rstrip(".;: ")
    tail = rng.choice([" only if you ask for it", " unless you object", " except on weekends"])
    return rng.choice([f"{text[: match.end()]} only{text[match.end() :]}", end + tail])


MEASURED = re.compile(
    r"%| ?(?:days?|weeks?|months?|years?|hours?|minutes?|people|participants|visits|mg|mL"
    r"|teaspoons?|tablespoons?)\b"
)


def bound(text: str, rng: random.Random) -> str | None:
    """Change, put in or take away what bounds a number, or what it counts in."""
    pairs = {word: rng.choice(others) for word, others in BOUND_WORDS.items()}
    figures = [
        match
        for match in FIGURE.finditer(text)
        if re.search(r"\d", match[0]) and not re.search(r"[\w/#-]$", text[: match.start()])
    ]
    numbered = {
        word: other
        for word, other in pairs.items()
        if re.search(rf"\b{word} (?:about )?\$?\d|\d[^.;]* {word}\b", text, re.I)
    }
    if changed := swap(text, numbered, rng):
        return changed
    measured = [
        match
        for match in figures
        if match[0].startswith("$") or MEASURED.match(text[match.end() :])
    ]
    if not measured or re.search(r"up to|at least|more than|less than|maximum", text):
        return None
    match = rng.choice(measured)
    put = rng.choice(["more than ", "less than ", "at least "])
    return text[: match.start()] + put + text[match.start() :]


LOST = re.compile(
    r"\b(?:up to|at least|at most|(?:no )?(?:more|less|fewer) than|a maximum of) (?=\$?\d)", re.I
)


def unbounded(text: str, rng: random.Random) -> str | None:
    """Take away what bounds a number."""
    hits = list(LOST.finditer(text))
    if not hits:
        return None
    match = rng.choice(hits)
    return text[: match.start()] + text[match.end() :]


SHARED = re.compile(r"\d+(?:\.\d+)? ?%|\$ ?\d[\d,.]*\d|\d+ (?:in|out of) \d+")


def exchanged(text: str, rng: random.Random) -> str | None:
    """Give one thing of a list the rate or sum of another, and the other its own."""
    hits = list(SHARED.finditer(text))
    pairs = [
        (one, two) for at, one in enumerate(hits) for two in hits[at + 1 :] if one[0] != two[0]
    ]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    between = text[one.end() : two.start()]
    return text[: one.start()] + two[0] + between + one[0] + text[two.end() :]


ROLES = {
    "you": "the sponsor", "the sponsor": "you", "the study": "you", "study doctor": "family doctor",
    "your doctor": "the study doctor", "the study team": "your family", "we": "you",
    "your insurance": "the sponsor", "insurance": "the sponsor", "the FDA": "your employer",
    "other researchers": "your relatives", "researchers": "insurers", "the doctor": "the sponsor",
    "your child": "your doctor", "your name": "your code", "the participant": "the sponsor",
}  # fmt: skip


def role(text: str, rng: random.Random) -> str | None:
    """Let another one do, pay or get it."""
    pays = r"\b(?:pays?|paid|bill(?:ed)?|charged?|stop|end|see|get|call|tell|share[ds]?)\b"
    return swap(text, ROLES, rng) if re.search(pays, text) else None


REVERSALS: dict[str, Corruption] = {
    "antonym": antonym, "restriction": restriction, "bound": bound, "bound taken out": unbounded,
    "figures exchanged": exchanged, "role": role,
}  # fmt: skip
