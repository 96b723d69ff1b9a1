"""From a sentence of the source to a short, clean answer, by cutting only."""

import re
from collections.abc import Sequence
from itertools import zip_longest

LONG, BRIEF, MORE = 34, 18, 4
"""A sentence of more words is cut after a clause, if one ends beyond the words that answer.

The second holds where an answer would else be too long to be told whole.
"""

_ENUMERATOR = re.compile(
    r"^\s*(?:[\u2022\u25aa\u25cf\u25cb\u25e6\uf0b7\uf0a7\u2610-\u2612\-\u2013\u2014*]\s*)*"
    r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z]))?"
)
SPEAKER = re.compile(
    r"^\s*(?:parents?|mother|father|patient|participant|doctor|dr|nurse|researcher|investigator|"
    r"question|answer|q|a|you|we|us|me):\s+(?=\S)",
    re.IGNORECASE,
)
"""Who speaks, in a form written as a talk."""

_REFERENCE = re.compile(
    r"\s*\((?:[^()]*\b(?:see|refer to|section|page|below|above)\b[^()]*)\)", re.IGNORECASE
)
_POINTER = re.compile(
    r"\s+(?:as )?(?:listed|described|named|given|shown|explained) (?:in|on|under) "
    r"(?:Section|Part|Appendix|Question) [\w.]*\w(?: [\"\u201c][^\"\u201d]*[\"\u201d])?"
    r"(?: \((?:below|above)\))?"
)
_YES_NO = re.compile(r"^(?:Yes|No)(?:[.,;:]\s+(?=[A-Z])|,\s+(?=(?:you|your|we|the|there)\b))")
_CONNECTIVE = re.compile(
    r"^(?:However|In addition|Additionally|Also|Therefore|Moreover|Furthermore|Finally|Even so|"
    r"Please note that|Note that|Please be aware that),?\s+(?=\w)"
)
_ASIDE = re.compile(r"\s*\((?:[^\s()]+\s+){4,}[^()]*\)")
_CLAUSE_END = re.compile(
    r"(?:;|,(?= (?:which|who|because|although|such as|including)\b)"
    r"|,(?= (?:and|but|so|or) (?:you|we|it|they|he|she|there|your|our|their|this|these|no one)\b)"
    r"|,(?= (?:and|but) (?:must|will|may|can|should|has|have)\b)"
    r"|(?= \((?!s\))[^()]*\)(?:[.;]|$))|(?= because\b)| -{1,2}(?= )| \u2013(?= )|:(?= ))"
)
_INSERT = re.compile(
    r", (?:including|such as|for example|for instance|like|e\.g\.,?) "
    r"(?:(?!\b(?:not|unless|except|but)\b)[^;:.])*?,"
    r"(?= (?:will|is|are|may|can|must|would|should|has|have)\b)"
)
_HELD = re.compile(
    r"\b(?:only|just|solely|mainly|partly|not|or|and|is|are|was|were|includes?|including|if|who|"
    r"that|these|following|because|when|to|of|for|by|with)\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:We (?:are asking|invite|are inviting)|You (?:are|have been|were) (?:being )?(?:asked|"
    r"invited|approached))\b[^.,;]{0,90}? because (?=(?:you|your|he|she|they)\b)"
)
_FIGURE = re.compile(r"[<>~]?\s*[$\u00a3\u20ac]?\s*\d[\d.,]*\s*%?")
_TURN = re.compile(
    r"\b(?:unless|except|but|however|only|not|never|no|without|although|if)\b", re.IGNORECASE
)


def tidy(text: str, capital: bool = True) -> str:
    """Drop bullet, number or speaker in front, a leading "Yes." or "However," and references.

    >>> tidy("2) You will be paid $20 (see Section 8).")
    'You will be paid $20.'
    """
    text = SPEAKER.sub("", _ENUMERATOR.sub("", text, count=1)).strip()
    text = _CONNECTIVE.sub("", _YES_NO.sub("", text))
    text = text[:1].upper() + text[1:] if capital else text
    return " ".join(_POINTER.sub("", _REFERENCE.sub("", text)).split()).rstrip(" ;")


def without_asides(text: str) -> str:
    """Drop long remarks in brackets that do not turn the meaning.

    >>> without_asides("are 8 to 12 (a child who turns 13 can stay in it)")
    'are 8 to 12'
    """
    return _ASIDE.sub(lambda m: m.group() if _TURN.search(m.group()) else "", text)


def shorten(text: str, upto: int, most: int = LONG) -> str:
    """Cut a long sentence after a clause that ends beyond offset `upto`.

    Words that only say who is asked fall away first. Of clauses set apart by semicolons, those
    are kept that fit into `most` words or few more.
    The tail is kept when it turns the meaning ("unless", "except", "not" ...).
    """
    if len(text.split()) <= most:
        return text
    lead = _ASKED.match(text)
    if lead and lead.end() < upto:
        text, upto = text[lead.end() :][:1].upper() + text[lead.end() + 1 :], upto - lead.end()
        if len(text.split()) <= most:
            return text
    whole, text = text, _INSERT.sub("", text)
    upto -= len(whole) - len(text)
    if len(text.split()) <= most:
        return text
    cut = ""
    for match in _CLAUSE_END.finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        size = len(head.split())
        further = cut and (size > most + MORE or match.group() != ";")
        if further or match.start() < upto or size < 6:
            continue
        if head.count("(") > head.count(")") or _TURN.search(tail[:40]) or _HELD.search(head):
            continue
        cut = head.rstrip(" ,;:") + "."
        if match.group() != ";":
            break
    return cut or text


def told_row(text: str, columns: Sequence[str] = ()) -> str:
    """Read the cells of a table row as words; a question in the first cell is left out.

    Of several bare figures each is told with what heads its column.

    >>> told_row("Day 1 | Blood | 2 hours"), told_row("Will it help? | No.")
    ('Day 1: Blood; 2 hours', 'No.')
    >>> told_row("Calls (2) | $20 | $40", ("Visit", "For each", "In all"))
    'Calls (2): $20 (for each), $40 (in all)'
    """
    named = list(zip_longest((cell.strip() for cell in text.split(" | ")), columns, fillvalue=""))
    (first, _), *cells = [(cell, column) for cell, column in named if cell]
    if not cells:
        return first
    headed = tells_figures(text, columns)
    told = ""
    for cell, column in cells:
        figure = headed and _FIGURE.fullmatch(cell) is not None
        cell = f"{cell} ({_in_brackets(column)})" if figure else cell
        told += f"{', ' if figure and told.endswith(')') else '; ' if told else ''}{cell}"
    return told if first.endswith("?") else f"{first.rstrip(':')}: {told}"


def tells_figures(text: str, columns: Sequence[str]) -> bool:
    """Tell whether a row holds several bare figures which only its columns explain."""
    cells = [cell.strip() for cell in text.split(" | ")]
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in cells[1:])
    return figures > 1 and len(cells) == len(columns) and all(columns)


def _in_brackets(column: str) -> str:
    said = " ".join(column.replace("(", ", ").replace(")", " ").split()).replace(" ,", ",")
    return said[:1].lower() + said[1:] if said[1:2].islower() else said
