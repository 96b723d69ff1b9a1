"""Telephone numbers (e-mail addresses where there are none), by the role named nearest to them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect
from conspectus.domain.request import Citation, Claim
from conspectus.domain.text.searching import compiled, may_match

BEFORE = 6
"""How many sentences before a number may name the role it belongs to."""

HOME, FARTHER, AFTER = 2.0, 0.1, 0.3
"""What a home heading adds to a number, and what each sentence between or a later role takes."""

NUMBER = re.compile(
    r"(?:(?<![\w-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. \u2013])\d{3}[-. \u2013]\d{4}(?![\d-])"
    r"|(?<![\w-])\+\d{1,3}[ -](?:\(?\d{1,5}\)?[ -]){1,4}\d{2,6}(?!\d)"
    r"|(?<![\w-])1-8\d\d-[\dA-Z-]{7,9}(?!\w)"
    r"|(?<![\w.,-])0\d{1,4} \d{3,4} ?\d{3,4}(?!\d)"
    r"|(?<![\w.,-])\d{5} \d{5}(?![\d-])"
    r"|(?<![\w.,-])\d{3}-\d{4}(?:-\d{3})?(?![\d-]))(?:,? (?:ext\.?|extension|x) ?\d+)?"
)
BLANK = re.compile(
    r"\[[^\[\]]*\b(?:tele)?phone[^\[\]]*\]|(?:tele)?phone(?: number)?(?: at| is)?\s*:?\s*_{4,}"
    r"|\(?\bxxx\)?[-. ]xxx[-. ]xxxx\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SIGNS = {
    NUMBER: re.compile(r"\d\D*\d\D*\d\D*\d"),
    BLANK: re.compile(r"\[|_|x[xX]|X[xX]"),
    ADDRESS: re.compile("@"),
}
"""Without which a sentence need not be searched."""

TEAM = "Study team"
"""What a person is told as who is known only by name: a cue names one by its group `person`."""

_FAX = re.compile(r"\bfax\b[^0-9]{0,12}$", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s+(?:at|by|or|in|the|of|for|and|is))+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


WHOLE_DIGITS = 9
"""What has fewer digits may be a number of another kind."""


def is_telephone(match: re.Match[str]) -> bool:
    """Tell whether all digits that a cue captures as `value` are those of a telephone number."""
    start, end = match.span("value")
    for number in NUMBER.finditer(match.string):
        if number.start() < end and start < number.end():
            outside = match.string[start : number.start()] + match.string[number.end() : end]
            if sum(map(str.isdigit, number.group())) >= WHOLE_DIGITS:
                return not any(map(str.isdigit, outside))
    return False


def reaches(text: str) -> bool:
    """Tell whether a text holds a telephone number or an e-mail address."""
    return NUMBER.search(text) is not None or ADDRESS.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Role:
    aspect: Aspect
    words: str
    holder: Sentence
    score: float


def phone_claims(sentences: tuple[Sentence, ...], aspects: Iterable[Aspect]) -> list[Claim]:
    """Return one claim, "role: number", for each aspect whose role a number follows.

    An aspect whose threshold no number reaches takes away the numbers of its role. Where a role
    has no number its e-mail address is told; a number that the form leaves blank is told as such.
    """
    aspects = tuple(aspects)
    blank, written, filled = (
        _best(sentences, aspects, pattern) for pattern in (BLANK, ADDRESS, NUMBER)
    )
    chosen = blank | written | filled
    return [
        chosen[aspect.name][1]
        for aspect in aspects
        if aspect.name in chosen and chosen.keys().isdisjoint(aspect.unless)
    ]


def _best(
    sentences: tuple[Sentence, ...], aspects: tuple[Aspect, ...], pattern: re.Pattern[str]
) -> dict[str, tuple[float, Claim]]:
    best: dict[str, tuple[float, Claim]] = {}
    sign = _SIGNS[pattern]
    for sentence in sentences:
        if not sign.search(sentence.text):
            continue
        for number in pattern.finditer(sentence.text):
            role = _role(sentences, sentence, number, aspects)
            if role is None or role.score < role.aspect.threshold:
                continue
            if role.aspect.name in best and best[role.aspect.name][0] >= role.score:
                continue
            best[role.aspect.name] = (role.score, _claim(role, sentence, number, pattern is BLANK))
    return best


def _claim(role: _Role, sentence: Sentence, number: re.Match[str], blank: bool) -> Claim:
    citations = [Citation(sentence.extract, sentence.text)]
    if role.holder is not sentence:
        citations.insert(0, Citation(role.holder.extract, role.holder.text))
    said = f"telephone number left blank: {number.group()}" if blank else number.group()
    text = f"{role.words[:1].upper()}{role.words[1:]}: {said}"
    return Claim(text, tuple(citations), role.aspect.name)


def _role(
    sentences: tuple[Sentence, ...],
    at: Sentence,
    number: re.Match[str],
    aspects: tuple[Aspect, ...],
) -> _Role | None:
    before, after = at.text[: number.start()], at.text[number.end() :]
    if _FAX.search(before):
        return None
    *earlier, own = NUMBER.split(before)
    if earlier and (remark := _BRACKETS.match(own)):
        own = own[remark.end() :]
    brackets = _BRACKETS.match(after)
    alone = brackets and not NUMBER.search(brackets[1]) and not _last(own, aspects)
    if brackets and alone and (named := _last(brackets[1], aspects)):
        return _placed(named, at, at, 0.0)
    main = tuple(aspect for aspect in aspects if not aspect.unless)
    person: _Role | None = None
    for distance, (sentence, text) in enumerate(_window(sentences, at, before)):
        if person and distance and NUMBER.search(text):
            break
        named = _last(text, main) or (None if person else _last(text, aspects))
        if named and named[1] == TEAM:
            person = _placed(named, at, sentence, distance * FARTHER)
        elif named and (person is None or named[0].name in person.aspect.unless):
            return _placed(named, at, sentence, distance * FARTHER)
    if person:
        return person
    if named := _last(NUMBER.split(after)[0], aspects):
        return _placed(named, at, at, AFTER)
    return None


def _placed(named: tuple[Aspect, str], at: Sentence, holder: Sentence, loss: float) -> _Role | None:
    aspect, words = named
    if _under(at, aspect.away):
        return None
    return _Role(aspect, words, holder, 1.0 + HOME * _under(at, aspect.home) - loss)


def _under(at: Sentence, patterns: Iterable[str]) -> bool:
    return any(compiled(pattern).search(heading) for pattern in patterns for heading in at.headings)


def _window(
    sentences: tuple[Sentence, ...], at: Sentence, before: str
) -> Iterator[tuple[Sentence, str]]:
    """Yield the text before the number, nearest first, up to the heading above it."""
    yield at, before
    for sentence in reversed(sentences[max(0, at.index - BEFORE) : at.index]):
        yield sentence, sentence.text
        if sentence.kind == "heading":
            return


def _last(text: str, aspects: tuple[Aspect, ...]) -> tuple[Aspect, str] | None:
    """Return the role that is named last in the text."""
    text = ADDRESS.sub("", text) if "@" in text else text
    lowered = text.lower()
    found = [
        (match.end(), len(match.group()), aspect, TEAM if match.lastgroup else match.group())
        for aspect in aspects
        for cue in aspect.cues
        if may_match(cue.pattern, lowered)
        for match in compiled(cue.pattern).finditer(text)
    ]
    if not found:
        return None
    *_, aspect, words = max(found, key=lambda f: f[:2])
    words = words if ")" in words else words.replace(" (", ", ")
    return aspect, _LOOSE_END.sub("", " ".join(words.split()))
