"""Where the sentences of an English text begin and end."""

import re
from functools import lru_cache

_BREAK = re.compile(
    r"""[.!?\u2026\r\n\f\v\u2028\u2029\u2022\u25aa\u25cf\u25e6\uf0b7](?:
        (?<=[\r\n\f\v\u2028\u2029])\s*                     # each line is its own sentence
      | (?<=\s(?P<item>[\u2022\u25aa\u25cf\u25e6\uf0b7]))(?=\s)  # a bullet in a line begins one
      | (?<=[.!?\u2026])[.!?\u2026]*(?P<close>["'\u201d\u2019)\]]*)(?:\s+|(?=[A-Z][a-z]*\s))
    )""",
    re.VERBOSE,
)
_BULLET = re.compile(r"[\u2022\u25aa\u25cf\u25e6\uf0b7\-\u2013\u2014*\s]*")
_OPENING = "\"'\u201c\u2018([\u2022\u25aa\u25cf\u25e6\uf0b7-\u2013\u2014* \t"
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})(?:\.\d{1,2})*\)?")
_LETTERED = re.compile(r"\(?[a-z]\)\s")
_INITIALS = re.compile(r"[A-Za-z](?:\.[A-Za-z])*")
_NUMBERED = re.compile(r"[\d#]")
_CODE = re.compile(r"(?=(?:\D*\d){3})[A-Z]+[/-]?\d")
_ADDRESS = re.compile(r"@|//|www\.", re.IGNORECASE)

_TITLES, _BEFORE_NUMBER, _NAMES, _STARTERS = (
    frozenset(words.split())
    for words in (
        # never the last word of a sentence
        "dr drs mr mrs ms mx prof st rev hon gov sen rep capt sgt lt col gen vs v cf eg ie al "
        "approx e.g i.e viz ca ave blvd",
        # followed by a number ("no. 7", "no. PC-2025-88"); otherwise a word like others
        "no nos fig figs vol sec sect ch pp p art eq ref tel ext jan feb mar apr jun jul aug sep "
        "sept oct nov dec app tab pt rs",
        # end a sentence only before a word that often begins one, as initials do
        "inc ltd co corp llc jr sr ph.d bros dept univ",
        # words that often begin a sentence
        "a about after all also although an and any as at because before both but by during each "
        "either even every find for from he her his how however i if in is it its many may most "
        "my no not of on once one only or other our participants patients people please research "
        "several she should since so some study such taking talk tell that the their then there "
        "these they this those to under unless until what when where whether while who why will "
        "with without would yes you your we",
    )
)


@lru_cache(maxsize=512)  # several parts of one document ask of the same text
def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the sentences: `text[start:end]`, without white space at either end.

    Every line is at least one sentence, and so is every bulleted item. Abbreviations, decimals,
    initials, enumerators ("1.", "a."), phone numbers, e-mail and web addresses do not end one.
    The spans are in order and do not overlap; only white space lies between them.
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _BREAK.finditer(text):
        if match["close"] is None:
            end = start + len(text[start : match.start()].rstrip())
        elif match.start() >= start and _ends(text, start, match):
            end = match.end("close")
        else:
            continue
        if end > start:
            spans.append((start, end))
        start = match.start() if match["item"] else match.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return tuple(spans)


def sentences(text: str) -> list[str]:
    """Return the sentences of the text, in order."""
    return [text[start:end] for start, end in split(text)]


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    after = match.end()
    while after < len(text) and text[after] in _OPENING:
        after += 1
    follower = text[after : after + 1]
    if any(c in "\r\n\f\v" for c in text[match.end("close") : match.end()]):
        return True
    if follower.islower() and not _LETTERED.match(text, match.end()):
        return False
    dot = match.start()
    word = text[max(text.rfind(" ", start, dot), text.rfind("\t", start, dot), start - 1) + 1 : dot]
    if match.end() == match.end("close"):
        return len(word) > 2 and word[-2:].islower() and not _ADDRESS.search(word)
    if text[dot : match.start("close")] != ".":
        return True
    word = word.lstrip(_OPENING)
    first = _is_first(text, start, dot - len(word))
    if first and _ENUMERATOR.fullmatch(word):
        return match["close"] != "" or not follower
    if match["close"]:
        return True
    return _word_ends(word, text, after, first)


def _is_first(text: str, start: int, position: int) -> bool:
    begun = _BULLET.match(text, start)
    return begun is not None and begun.end() >= position


def _word_ends(word: str, text: str, after: int, first: bool) -> bool:
    key = word.lower()
    if key in _TITLES:
        return False
    following = text[after : after + 24].split(maxsplit=1)
    follower = following[0] if following else ""
    if key in _BEFORE_NUMBER:
        return not (_NUMBERED.match(follower) or (not first and _CODE.match(follower)))
    if key in ("a.m", "p.m"):
        return True
    if key in _NAMES or _INITIALS.fullmatch(word):
        return follower.strip(".,;:'\u2019").lower() in _STARTERS
    return True
