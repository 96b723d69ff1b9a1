"""Words of a claim or a quote: their tokens, their stems and the ideas they stand for."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from conspectus.domain.text.fold import fold
from conspectus.domain.text.forms import IRREGULAR
from conspectus.domain.text.idioms import PHRASES
from conspectus.domain.text.lexicon import GRAVE
from conspectus.domain.text.searching import any_phrase
from conspectus.domain.text.synonyms import SYNONYMS

Kind = Literal["word", "number", "code", "mark"]
Ideas = frozenset[str]


class Token(NamedTuple):
    """A word, number, code (letters with digits, telephone number, date) or punctuation mark."""

    text: str
    kind: Kind


_CANNOT = re.compile(r"\bcan(?:no|')t\b")
_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'(?:re|m)\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'[sd]\b|'(?=\W|$)"), ""),
)
_NO_OBJECT = re.compile(
    r"\b(gives?|gets?|receives?|loses?|pays?|costs?|needs?|offers?|provides?|forfeits?)"
    r" no (?=[a-z])"
)
_FREE = re.compile(r"\b(is|are|be)( not)? free(?= (?:for|to) you\b| ?[.,;:)]|$)")
_SIGNS = {"≥": " atleast ", "≤": " upto ", ">": " morethan ", "<": " lessthan ", "&": " and "}
_ACRONYM = re.compile(r" ?\(([A-Z][A-Za-z-]{0,6}[A-Z])\)")
_DASH = re.compile(r"(?<!\d) - | - (?!\d)| -- ")
_COUNTED = ("phase ", "stage ", "grade ", "class ")
_ROMAN = re.compile(rf"(?<={'|'.join(_COUNTED)})(?:i{{1,3}}|iv|v)\b")
_ARABIC = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<=\d) ?([ap])\.? ?m\b\.?(?! [a-z])|(?<=\d) ?([ap])\.? ?m\b")
_JOINED = re.compile(r"\b(x|follow|co|breast|de|e|re|pre|post|anti|un|over)-(?=[a-z])")
_PHRASE = re.compile(any_phrase(PHRASES))
_TOKEN = re.compile(
    r"(?P<plain>[^\W\d_]++(?=[\s,;)]|\Z))"  # by far the most: not the beginning of anything else
    r"|(?P<code>(?:\+?1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|\d{3}-\d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|[\w.+-]+@[\w.-]+\.\w+|https?://\S+|www\.\S+)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\w)\.\d+)(?![\w])"
    r"|(?P<mixed>v\d+(?:\.\d+)*|\d+(?:\.\d+)?[^\W\d_]+|[^\W_]*\d[^\W_]*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])"
)
_KINDS: Mapping[str, Kind] = {
    "plain": "word", "code": "code", "number": "number", "word": "word", "mark": "mark"
}  # fmt: skip
_MEASURED = re.compile(r"(\d+(?:\.\d+)?)([^\W\d_]+)")
_DAY_MONTH_YEAR = re.compile(
    r"(\d{1,2})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(\d{4})"
)


def tokens(text: str) -> list[Token]:
    """Split a text, folded and in lower case, with phrases of one meaning put into one word."""
    found: list[Token] = []
    for match in _TOKEN.finditer(_written(_ACRONYM.sub(r" \1", fold(text)).lower())):
        if kind := _KINDS.get(str(match.lastgroup)):
            found.append(Token(match[0], kind))
        else:
            found += _parted(match[0])
    return found


def _written(text: str) -> str:
    """Return a text with signs, contractions and phrases written in the one way known here."""
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word)
    if "-" in text:
        text = _DASH.sub(" ; ", text)
    if "can" in text:
        text = _CANNOT.sub("can not", text)
    if "'" in text:
        for pattern, plain in _CONTRACTIONS:
            text = pattern.sub(plain, text)
    text = _numbered(text)
    if "-" in text:
        text = _JOINED.sub(r"\1", text)
    text = _PHRASE.sub(lambda match: PHRASES[match[0]], text)
    if " no " in text:
        text = _NO_OBJECT.sub(r"not \1 any ", text)
    if " free" in text:
        text = _FREE.sub(_of_no_cost, text)
    return text


def _numbered(text: str) -> str:
    """Return a text with stages in figures ("phase 2") and the hours of a day as such."""
    if any(word in text for word in _COUNTED):
        text = _ROMAN.sub(lambda match: _ARABIC[match[0]], text)
    if _DIGIT.search(text):
        text = _CLOCK.sub(lambda match: f" {match[1] or match[2]}mhour", text)
    return text


def _of_no_cost(match: re.Match[str]) -> str:
    return f"{match[1]} cost" if match[2] else f"{match[1]} not cost"


def _parted(said: str) -> list[Token]:
    """Return the tokens of digits and letters written together."""
    if date := _DAY_MONTH_YEAR.fullmatch(said):
        return [Token(date[1], "number"), Token(date[2], "word"), Token(date[3], "number")]
    if measured := _MEASURED.fullmatch(said):
        if measured[2] in ("st", "nd", "rd", "th"):
            return [Token(measured[1], "number"), Token("th", "word")]
        if len(measured[2]) <= 4:
            return [Token(measured[1], "number"), Token(measured[2], "word")]
    if version := re.fullmatch(r"v(\d+(?:\.\d+)?)", said):
        return [Token("version", "word"), Token(version[1], "number")]
    return [Token(said, "code")]


_SUFFIX = re.compile(
    r"(?:izations?|isations?|ations?|itions?|ments?|ness|ities|ity|ically|ically|ical|ially|ional"
    r"|ions?|ances?|ences?|ingly|ings?|edly|ied|ed|ers?|ors?|ives?|ively|ables?|ably|ibles?|ally"
    r"|als?|ants?|ents?|ates?|ating|ated|ies|ly|ously|fully|ful|ous|ic|es|s|(?<![aeiou])y|e)$"
)

_ENDING = re.compile(r"(?:es|s|ed|e|(?<![aeiou])y)$")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the common beginning of the forms of a word ("participation" and "participates")."""
    word = IRREGULAR.get(word, word)
    if len(word) > 7 and word.endswith(("ness", "ly")):
        word = re.sub("(?:iness|ness|ly)$", "", word)
    if len(word) <= 3 or word in _BASES:
        return word
    cut = _SUFFIX.sub("", word)
    if len(cut) < 3 or not re.search("[aeiouy]", cut):
        cut = _ENDING.sub("", word) if len(word) > 4 else word.rstrip("s")
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "sl":
        cut = cut[:-1]
    return cut.rstrip("i") if len(cut) > 4 else cut


_BASES = frozenset(IRREGULAR.values())


def _groups() -> dict[str, Ideas]:
    ideas: dict[str, set[str]] = defaultdict(set)
    for number, group in enumerate(SYNONYMS):
        for word in group:
            ideas[stem(word)].add(f"#{number}")
    return {word: frozenset(groups) for word, groups in ideas.items()}


_IDEAS = _groups()
_GRAVE = frozenset(map(stem, GRAVE))
_GRAVE_GROUPS = frozenset(
    f"#{number}"
    for number, group in enumerate(SYNONYMS)
    if all(stem(word) in _GRAVE for word in group)
)


@lru_cache(maxsize=16384)
def ideas(word: str) -> Ideas:
    """Return what a word stands for; two words say the same when their ideas meet."""
    base = stem(word)
    return _IDEAS.get(base, frozenset()) | {base}


def grave(word: str) -> Ideas:
    """Return the ideas that bear out a grave word, none for any other word."""
    return ideas(word) & (_GRAVE | _GRAVE_GROUPS) if stem(word) in _GRAVE else frozenset()
