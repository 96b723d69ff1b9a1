"""The short phrase around a match: the head of an item, a cell, a clause, a member of a list."""

import re
from functools import lru_cache

from conspectus.adapters.model_offline.cuts import (
    MOST_WORDS,
    SHORT_WORDS,
    Bit,
    bit_of,
    clean,
    led,
    member,
    stopped,
    turned,
    without_aside,
)
from conspectus.adapters.model_offline.members import unclosed

WHOLE_WORDS = 20
"""A sentence of so few words stands as it is when no part of it can."""

_SEGMENT = re.compile(
    r";| \| |:(?=\s|$)|(?<!\d) [\u2013\u2014-]{1,2} (?!\d)|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)"
    r"(?<!\bProf)(?<!\bSt)\.\s+(?=[A-Z])|\.(?=[A-Z][a-z])"
)
_POINTER = re.compile(
    r"^(?:this|these|they|those|such|most of|it(?! is (?:also )?(?:possible|likely|common)))\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"^(?:if|once|unless)\b[^,]*$", re.IGNORECASE)
"""A condition without what follows from it."""

_WHEN = re.compile(r"^(?:during|after|before|between|until|since) (?:\S+ ?){1,3}$", re.IGNORECASE)
_GRAVE = re.compile(
    r"serious|severe|permanent|danger|death|fatal|deadly|\bkill|\bdie[sd]?\b|lethal|stroke|blind|paraly|"
    r"hospital|not go away|\blife\b|last(?:ing)?\b|\d",
    re.IGNORECASE,
)
_DEADLY = re.compile(r"death|deadly|fatal|lethal|\bkill|\bdie\b|life.threat", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:may|might|can|could|will|would|is|are|was|were|has|have|developed|recovered|required)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\w \b(?:you|we|they) (?:will|may|can|should|would)\b", re.IGNORECASE)
_EDGE = re.compile(
    r"^(?:(?:a|an|the|some|other|also|any|having|your|possible|and|or|both|either|receive|get|"
    r"undergo|have)\s+)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^your (?:child|baby|infant|teen|son|daughter|doctor)\b", re.IGNORECASE)
_HEADLESS = re.compile(
    r"^(?:that|which|by|of|to|for|with|from|be|been|is|are|was|were|has|have|it|its|they|"
    r"(?:he|she) (?:has|had|is|was)|but|if|"
    r"when|while|as|than|who|whose|against|linked|seen|prior|called|not|even|lead|leads|"
    r"cause[sd]?|(?:\w+ly )?(?:associated|seen|reported)|go(?:es)?|come|happen|occur|increase|"
    r"decrease|affect|except|where|this|these|those|also|runs?|drips?)\b"
    r"|^(?:taken|given|made|done|seen) |^\d+ (?:with|of|in|on|to)\b"
    r"|^(?:day|week|month|year|visit) \d+ (?:by|at|in|on|through|over|with)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?:into|onto|upon|in (?!(?:an?|one|two|three|four|five|six|some|few|many|most|about|rare|"
    r"very|\d)\b))|^in [^,]{3,30}, (?!in\b)[a-z]+ (?:an?|the|your)\b",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(
    r"^(?!(?:give|take|wear|use|do|play|write|complete|answer|keep|fill|attend|measure|draw|collect|"
    r"swallow|drink|provide|check|look|have|record|test|review|follow|scan|during|after|before|"
    r"damage|both|all)\b)[a-z]+ (?:the|a|an|your|you|my|their|his|her|them|us|it)\b",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"^[a-z]+ed(?:,| (?:of|by|to|or|and)\b)|^[a-z]+ly (?:\(|and\b)"
    r"|, (?:developed|died|recovered|had|was|were|required|needed|showed)\b",
    re.IGNORECASE,
)
_CLAUSAL = re.compile(
    r"\s*(?:an?|the|your|some|many|most|few|people|patients|women|men|children) (?:[\w-]+ ){1,5}?"
    r"(?:may|might|can|could|will)\b(?! (?:not )?(?:then )?(?:be (?:asked|told|given)|help))",
    re.IGNORECASE,
)
"""A clause with a subject of its own, behind a semicolon."""

_COUNT = re.compile(
    r"(?:,|,? and) (?:about |another |some )?(?:\d+|one|two|three|four|five) (?:had|got|have|felt"
    r"|were|threw|vomited|fainted|developed|needed|died)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"(?:\b(?:no|nothing(?! (?:is|was) known (?:about|of|on))|never|without|neither|nor|none of"
    r"|instead of|rather than|free of|unlikely)\b"
    r"|(?:\bnot|n['\u2019]t)\b(?!\s+(?:only|known?\b(?! to\b(?! what))|sure|certain|clear|yet"
    r"|limited|everyone|all|be able|improve|work|get better|go away)))[^.;:]{0,45}$",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"\b(?:none of (?:the following|these|this|them)\b|(?:not|never) (?:been )?(?:seen|found|"
    r"observed|reported)\b)[^.;:]*:[^.;]*$",
    re.IGNORECASE,
)
"""A denial of the whole list that it opens."""

_OWN = re.compile(
    r"\b(?:without|instead of|rather than|free of) (?!.{0,24}\b(?:following|these)\W*$)"
    r"|\b(?:because|since|although|though|while)\b.*",
    re.IGNORECASE,
)
"""In the lead of a list: the absence of what the lead names itself, or a side clause."""

_NONE = re.compile(r"\b(?:no|without|never)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:may|might|can|could) (?:not|or may not)\b[^.;:]{0,45}$", re.IGNORECASE)


def counts(text: str) -> bool:
    """Tell whether a text counts whom several things befell: "4 had a rash, 3 had fever"."""
    return _COUNT.search(text) is not None


def negated(text: str, start: int, end: int) -> bool:
    """Tell whether the words before or inside `text[start:end]` deny it.

    >>> negated("No blood is taken.", 3, 8), negated("You may not feel pain.", 17, 21)
    (True, False)
    """
    before = text[:start]
    denied = _NEGATION.search(before) is not None and not _MODAL.search(before)
    denied = denied or _NONE_OF.search(before) is not None
    return denied or _NONE.search(text[start:end]) is not None


def denies_items(lead: str) -> bool:
    """Tell whether the lead of a list denies its items.

    >>> denies_items("We do not expect"), denies_items("It is riskier with two instead of one")
    (True, False)
    """
    own = _OWN.sub("", lead)
    return negated(own, len(own), len(own))


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a match between two strong marks outside of brackets."""
    marks = _marks(text)
    left = max((behind for _, behind in marks if behind <= start), default=0)
    right = min((at for at, _ in marks if at >= end), default=len(text))
    return left, right


@lru_cache(maxsize=256)
def _marks(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the strong marks outside of brackets stand; a list of risks is asked often."""
    marks = _SEGMENT.finditer(text)
    return tuple(one.span() for one in marks if unclosed(text[: one.start()]) == 0)


def phrase(text: str, start: int, end: int, listed: bool) -> str:
    """Return the few words around `text[start:end]` that name it, "" when none stand alone.

    `listed` says that the text is an item, heading or cell, whose head names it.

    >>> phrase("You may, in the first few weeks of taking it, have headaches, a rash or, at worst, "
    ...     "seizures.", 51, 60, False)
    'headaches, a rash or, at worst, seizures'
    """
    said = _phrase(text, start, end, listed)
    adrift = not listed and (_POINTER.match(said) or _HALF.match(said))
    return "" if adrift or _WHEN.match(said) else said


def _phrase(text: str, start: int, end: int, listed: bool) -> str:
    if ": " in text[: start if listed else None] and len(text.split()) <= SHORT_WORDS:
        return clean(text)
    left, right = segment(text, start, end)
    bit = bit_of(text[left:right], text[start:end])
    if bit is None:
        return ""
    if bit.words > SHORT_WORDS:
        bit = without_aside(bit)
    head, tail = turned(bit)
    if tail and listed and not _GRAVE.search(tail):
        bit = head
    pointing = not listed and _POINTER.match(bit.text) is not None
    deadly = _DEADLY.search(tail) and not _DEADLY.search(head.text)
    short = WHOLE_WORDS if deadly else SHORT_WORDS
    if bit.words <= short and (listed or left == 0) and not pointing:
        return clean(bit.text)
    if listed and head.words <= MOST_WORDS:
        return clean(head.text)
    if left and head.words <= SHORT_WORDS and _CLAUSAL.match(head.text):
        return clean(head.text)
    said = _cut(head, pointing)
    if said or left or head.words > WHOLE_WORDS:
        return said
    return clean(head.text)


def _cut(bit: Bit, pointing: bool) -> str:
    """Return the part of a long stretch that names the match, "" when none stands alone.

    A stretch that opens by `pointing` back ("They may cause") loses its lead even if it is short.
    """
    behind, most = led(bit, pointing)
    part = member(behind) if behind.words > most else behind
    inside = not behind.text.startswith(part.text)
    if part.words > most:
        part = stopped(part)
    said = clean(part.text)
    said = said if _FINITE.search(said) or _SUBJECT.match(said) else _EDGE.sub("", said)
    whole = behind.text == bit.text and not inside
    if said and (whole or _stands(said, inside)):
        return said
    if not (inside and _PLACED.match(said)) or behind.words > WHOLE_WORDS:
        return ""
    said = clean(behind.text)
    return said if _stands(said, False) else ""


def _stands(said: str, inside: bool) -> bool:
    """Tell whether words cut out of a sentence, or out of a list inside it, can stand alone."""
    if _HEADLESS.match(said) or _CLAUSE.search(said) or _VERBAL.search(said):
        return False
    if counts(said):
        return False
    return not (
        inside and (_FINITE.search(said) or _SUBJECTLESS.match(said) or _PLACED.match(said))
    )
