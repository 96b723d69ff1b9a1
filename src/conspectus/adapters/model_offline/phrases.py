"""The short phrase around a match: a list item's head, a table cell, a clause, or one member of a
list in a sentence."""

import re

MOST_WORDS, GROUP_WORDS = 13, 10
"""A cut phrase is no longer; neighbours in a list are kept together up to so many words."""

SHORT_WORDS, WHOLE_WORDS = 16, 20
"""A sentence of so few words stands as it is, one of so few when no part of it can."""

_ENUMERATOR = re.compile(
    r"^\s*(?:[\u2022\u25aa\u25cf\u25cb\u25e6\uf0b7\uf0a7\u2610-\u2612\-\u2013\u2014*]\s*)*"
    r"(?:\(?(?:\d{1,2}(?:\.\d+)*|[a-zA-Z]|[ivx]{1,4})[.)]\s+|[A-Z]?\d{1,2}(?:\.\d{1,2})+\s+)?"
)
_SEGMENT = re.compile(r";| \| |:(?=\s|$)| [\u2013\u2014-]{1,2} |\.\s+(?=[A-Z])|\.(?=[A-Z][a-z])")
_LEAD = re.compile(
    r"\b(?:side effects? (?:[\w,-]+ ){0,8}?(?:is|are|was|were)|risks? (?:[\w,-]+ ){0,6}?(?:is|are)|"
    r"include[sd]?|including|causes?|causing|such as|have|having|had|gets?|getting|feel|feeling|"
    r"experienc(?:e[sd]?|ing)|result in|lead to|risks? of|risk for|chances? of|possibility of|"
    r"there (?:is|are|may be)(?= (?:also )?(?:an?|the) (?:\w+ )?(?:risk|chance|possibility) that)|"
    r"develop|associated with|related to|due to|for example|receive|"
    r"(?:be )?given|undergo|complete|perform|asked (?:to|for)|need to|you will(?: come (?:in )?for)?|"
    r"(?:assigned|randomi[sz]ed)(?: \([^)]*\))? to|we will|suffer from|seen with)"
    r"(?:\s+(?:also|have|a|an|the|some|any|to|take|get|receive|undergo|be|given|do|side effects?|"
    r"like))*\b[\s:]*",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"serious|severe|permanent|danger|death|fatal|\blife\b|last(?:ing)?\b|\d", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:may|might|can|could|will|would|is|are|was|were|has|have)\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"^(?:after|before|when|if|once|as|while|because|although|since|during|between|for|from|in|at|on)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^(?:during|at|on|between|from|before|after)\b[^,]{2,60},\s+", re.IGNORECASE
)
_CLAUSE = re.compile(r"\w \b(?:you|we|they) (?:will|may|can|should|would)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_POINTER = re.compile(r"^(?:this|these|they|it|those|such|most of)\b", re.IGNORECASE)
_TURN = re.compile(
    r"\s*(?:,\s*(?:which|but|so|because|especially|who|where|while|though|as)\b"
    r"|\s(?:which|while|because|so that|whereas|that (?:may|can|could|will|does|is|are))\b).*$",
    re.IGNORECASE | re.S,
)
_CONDITION = re.compile(
    r"(?<!for example )\b(?:if|unless|only|except|until|not)\b", re.IGNORECASE
)
_MEMBER = re.compile(r"\s*,\s*(?:(?:and/or|and|or|also)\s+)?|\s+(?:and/or|and|or|as well as)\s+")
_STOP = re.compile(
    r",|\s(?=(?:on|during|for|at|by|in|to|into|with|from|through|using|over|about|after|before|as|"
    r"and|or|every|each|once|that|than|who)\b)"
)
_EDGE = re.compile(
    r"^(?:(?:a|an|the|some|other|also|any|having|your|possible|and|or|both|either|receive|get|"
    r"undergo|have)\s+)+",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^(?:however|additionally|also|in addition|furthermore|moreover|therefore|but),? +(?=\w)",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"^you(?:r child|r baby)? (?:will|would) (?:also |then )?(?:receive|get|have|undergo|be asked to|"
    r"need to|be given)\s+(?=\w)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"[\s,]+(?:and|or|of|the|a|an|your|that|which|as|than|is|are|may|can|"
    r"about|every|each|more|less|this|these|will|be|rarely|sometimes|also|such|not|has|have|if|when|some|for example|"
    r"such as|including)$",
    re.IGNORECASE,
)
_HEADLESS = re.compile(
    r"^(?:that|which|by|of|to|for|with|from|be|been|is|are|was|were|has|have|it|its|they|but|if|"
    r"when|while|as|than|who|whose|against|linked|seen|prior|called|not|even|lead|leads|cause[sd]?|"
    r"(?:\w+ly )?(?:associated|seen|reported)|go(?:es)?|come|happen|occur|increase|decrease|affect|except|where|this|these|also)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\s*\((?:[^()]*\b(?:see|refer to|section|page|below|above)\b[^()]*)\)"
    r"|,? (?:listed|described|shown|explained|given|named) (?:in (?:section|part|table)\b"
    r".*?(?=[.,;](?:\s|$)|$)|above|below)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"(?:\b(?:no|never|without|neither|nor|none of|instead of|rather than|free of|unlikely)\b"
    r"|(?:\bnot|n['\u2019]t)\b(?!\s+(?:only|known?|sure|certain|clear|yet|limited|everyone|all|be able|improve|work|"
    r"get better|go away)))[^.;:]{0,45}$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|without|never)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:may|might|can|could) (?:not|or may not)\b[^.;:]{0,45}$", re.IGNORECASE)


def negated(text: str, start: int, end: int) -> bool:
    """Tell whether the words before or inside `text[start:end]` deny it.

    >>> negated("No blood is taken.", 3, 8), negated("You may not feel pain.", 17, 21)
    (True, False)
    """
    before = text[:start]
    denied = bool(_NEGATION.search(before)) and not _MODAL.search(before)
    return denied or bool(_NONE.search(text[start:end]))


def phrase(text: str, start: int, end: int, listed: bool) -> str:
    """Return the few words around `text[start:end]` that name it, "" when none stand alone.

    `listed` says that the text is an item, heading or cell, whose head names it.

    >>> phrase("You may have a headache, a rash or, at worst, a seizure that may last.", 15, 23, False)
    'headache, a rash'
    """
    if ": " in text[: start if listed else None] and len(text.split()) <= SHORT_WORDS:
        return _tidied(_ENUMERATOR.sub("", text))
    left, right = segment(text, start, end)
    bit = _REFERENCE.sub("", _ENUMERATOR.sub("", text[left:right]))
    at = bit.lower().find(text[start:end].lower())
    if at < 0 or (not listed and _POINTER.match(bit)):
        return ""
    to = at + end - start
    turn = next((m for m in _TURN.finditer(bit) if m.start() >= to), None)
    if turn and listed and not _GRAVE.search(turn.group()):
        bit, turn = _closed(bit[: turn.start()]), None
    if len(bit.split()) <= SHORT_WORDS and (listed or left == 0):
        return _tidied(bit)
    if turn:
        bit = _closed(bit[: turn.start()])
    if listed and len(bit.split()) > MOST_WORDS and to <= bit.find("("):
        bit = _ASIDE.sub("", bit)
    if listed and len(bit.split()) <= MOST_WORDS:
        return _tidied(bit)
    whole = bit
    begin, most = _led(bit, at)
    if begin == 0 and (intro := _WHEN.match(bit, 0, at)):
        begin = intro.end()
    bit, at, to = bit[begin:], at - begin, to - begin
    inside = False
    if len(bit.split()) > most:
        member, at, to = _member(bit, at, to)
        bit, inside = member, not bit.startswith(member)
    if len(bit.split()) > most:
        bit = "" if _SUBORDINATE.match(bit) else _stopped(bit, at, to)
    said = _EDGE.sub("", _tidied(bit))
    if said and not (begin or inside) or _stands(said, inside):
        return said
    return _tidied(whole) if left == 0 and len(whole.split()) <= WHOLE_WORDS else ""


def _stands(said: str, inside: bool) -> bool:
    """Tell whether words cut out of a sentence can stand alone."""
    if not said or _HEADLESS.match(said) or _CLAUSE.search(said):
        return False
    return not (inside and _FINITE.search(said))


def _led(bit: str, at: int) -> tuple[int, int]:
    """Return where the phrase begins, behind the first lead that makes it short, and its length.

    A "chance that" or "risk that" is never left out.
    """
    leads = list(_LEAD.finditer(bit, 0, at))
    if not leads or len(bit.split()) <= MOST_WORDS:
        return 0, MOST_WORDS
    for lead in leads:
        most = SHORT_WORDS if lead.group().lower().startswith("there") else MOST_WORDS
        if len(bit[lead.end() :].split()) <= most:
            return lead.end(), most
    return leads[-1].end(), MOST_WORDS


def segment(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch between two strong marks outside of parentheses."""
    marks = [m for m in _SEGMENT.finditer(text) if _open(text[: m.start()]) == 0]
    left = max((m.end() for m in marks if m.end() <= start), default=0)
    right = min((m.start() for m in marks if m.start() >= end), default=len(text))
    return left, right


def _open(text: str) -> int:
    return text.count("(") - text.count(")")


def _member(bit: str, at: int, to: int) -> tuple[str, int, int]:
    """Return the member of the list that holds the match, with neighbours while they are short."""
    marks = [m for m in _MEMBER.finditer(bit) if _open(bit[: m.start()]) == 0]
    starts = [0, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), len(bit)]
    first = max(i for i, s in enumerate(starts) if s <= max(at, 0))
    last = max(first, min((i for i, e in enumerate(ends) if e >= to), default=len(ends) - 1))
    while last + 1 < len(ends) and len(bit[starts[first] : ends[last + 1]].split()) <= GROUP_WORDS:
        last += 1
    while first > 0 and len(bit[starts[first - 1] : ends[last]].split()) <= GROUP_WORDS:
        first -= 1
    begin, member = starts[first], bit[starts[first] : ends[last]]
    if ends[last] < len(bit):
        member = _closed(member)
    return member, at - begin, to - begin


def _stopped(bit: str, at: int, to: int) -> str:
    cut = ""
    for mark in _STOP.finditer(bit):
        head = bit[: mark.start()]
        if mark.start() >= to and len(head.split()) <= MOST_WORDS and _open(head) == 0:
            cut = head
    return "" if _CONDITION.search(bit[len(cut) :]) else _closed(cut)


def _closed(bit: str) -> str:
    """Drop words that cannot end a phrase."""
    while (shorter := _DANGLING.sub("", bit.rstrip(" ,"))) != bit:
        bit = shorter
    return bit


def _tidied(bit: str) -> str:
    bit = " ".join(bit.split()).strip(" .,;:|\u2013\u2014-*\u2020\u2021\u00a7")
    bit = _YOU.sub("", _LINK.sub("", bit))
    if bit.startswith("(") and bit.endswith(")"):
        bit = bit[1:-1]
    if _open(bit) > 0:
        bit = bit[: bit.rfind("(")].rstrip(" ,;:")
    return bit
