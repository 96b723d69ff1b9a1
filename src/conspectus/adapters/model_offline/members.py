"""Where a list in a sentence parts its members, and where a comma or "and" parts none."""

import re

_MEMBER = re.compile(
    r"\s*,(?!\d)\s*(?:(?:and/or|and|or|also)\b,?\s+)?"
    r"|(?<!\bnow)(?<!\bagain)(?<!\bover)(?<!\bback)\s+(?:and/or|and|or|as well as)\s+"
)
_CASE = re.compile(
    r"\bin (?:\w+ ){1,3}?(?:instances?|cases?|people|persons|patients|children|babies|women|"
    r"men|of them)$"
    r"|\bat (?:worst|best|least|most|times)$|^(?:rarely|sometimes|often)$",
    re.IGNORECASE,
)
"""How often or how badly something comes, said before it: no member of a list."""

_PAIR = re.compile(
    r"\b(?:day|night|back|up|on|off|in|out|before|after|now|again|head|neck|ears?|nose|throat|"
    r"hands?|feet|arms?|legs?) (?:and|or) (?:night|day|forth|down|off|on|out|in|after|before|then|"
    r"again|neck|head|throat|nose|feet|hands?|legs?|arms?)\b",
    re.IGNORECASE,
)
"""Two words that stand for one: "day and night"."""

_COUNTED = re.compile(
    r"(?:another |then )?(?:\d[\d.,]{0,12}|an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"half|once|twice)\b\s*(?P<what>[\w-]+)?",
    re.IGNORECASE,
)
_UNIT = r"(?:months?|days?|weeks?|years?|hours?|minutes?|visits?|cycles?|parts?|grades?)"
_DATED = re.compile(rf"{_UNIT} \d+\b", re.IGNORECASE)
_SERIES = re.compile(rf"\b{_UNIT} (?:\d+,? )*\d+$", re.IGNORECASE)
_PLACED = re.compile(r"in|at|on|each|every|before|after|with|for|during", re.IGNORECASE)


def marks(text: str) -> list[re.Match[str]]:
    """Return the marks between the members of a list, outside of brackets and counts."""
    pairs = [pair.span() for pair in _PAIR.finditer(text)]
    return [
        mark
        for mark in _MEMBER.finditer(text)
        if unclosed(text[: mark.start()]) == 0
        and not any(start < mark.start() < end for start, end in pairs)
        and not _counts_on(text, mark)
        and not _CASE.search(text[: mark.start()])
    ]


def halves(text: str, cut: int) -> bool:
    """Tell whether a cut leaves half of a pair or of a count: "two pills at noon and two pills"."""
    if any(pair.start() < cut < pair.end() for pair in _PAIR.finditer(text)):
        return True
    if (mark := _MEMBER.match(text, cut)) and _counts_on(text, mark):
        return True
    last = list(_MEMBER.finditer(text[:cut]))[-1:]
    return any(
        _counts_on(text[:cut], m)
        and not _DATED.match(text, m.end())
        and len(text[m.end() : cut].split()) < 4
        for m in last
    )


def unclosed(text: str) -> int:
    """Count the brackets that are open at the end."""
    return text.count("(") - text.count(")")


def _counts_on(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a count goes on behind a mark: "two pills at noon and two pills at night".

    So do figures in a row: "in months 1, 3 and 6", "at week 6, month 3 and month 9".
    """
    if _DATED.match(text, mark.end()):
        return _SERIES.search(text[: mark.start()]) is not None
    counted = _COUNTED.match(text, mark.end())
    if counted is None:
        return False
    before, what = text[: mark.start()], (counted["what"] or "").lower()
    if counted.group()[0].isdigit() and _SERIES.search(before):
        return not re.fullmatch(_UNIT, what)
    words = {word.strip(",").rstrip("s") for word in before.lower().split()}
    return not what or what.rstrip("s") in words or _PLACED.fullmatch(what) is not None
