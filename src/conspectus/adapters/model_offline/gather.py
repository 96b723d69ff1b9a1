"""Lists told with the sentence that opens them, and what fits into the words of an answer."""

import re
from collections.abc import Sequence
from itertools import takewhile

from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import tidy, told_row, without_asides
from conspectus.domain.request import Claim

MANY_WORDS, MOST_WORDS, FEW_WORDS = 54, 36, 28
"""A lead and its items have no more words; the first item is told in any case.

The first holds where nothing else is left out for it, the last where an answer would else be too
long to be told whole.
"""

OPENER_WORDS = 7
"""So few words after a lead may open its list in its place."""

POINTED_WORDS = 60
"""A sentence that points at a list has, with the list, no more words."""

_POINTS = re.compile(
    r"\b(?:the following|(?:listed|shown|named|given|found) (?:\w+ ){0,3}?below|table below)\b"
    r"(?! (?:up|visit|day|week|month|year)s?\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?::|\b(?:you|if|who|they|she|must|should|can|cannot|may|will|child|baby|infant|teen|are|"
    r"have|following|because|when|includes?|like))\s*:?\s*$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if(?! (?:you|your \w+|we) (?:agree|choose|consent|decide|enroll|join|participate|"
    r"say yes|take part))|when|because|unless|reasons?)\b[^.?!]{0,50}$",
    re.IGNORECASE,
)
"""The end of a lead under whose condition its items stand."""

_CLOSE = re.compile(r"[\s;,.:]+(?:and|or|and/or)?[\s;,.:]*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]?\s+")


def listed(sentences: Sequence[Sentence], lead: Sentence) -> list[Sentence]:
    """Return what `lead` opens: the first sentence of each list item, none when it opens no list.

    A few words between ("Some examples are:") come before the items.
    """
    start = lead.index + 1
    between = sentences[start : start + 1] if not _OPEN.search(lead.text) else ()
    if between:
        opener = between[0]
        if (
            opener.extract != lead.extract
            or not opener.text.endswith(":")
            or len(opener.text.split()) > OPENER_WORDS
        ):
            return []
        items = listed(sentences, opener)
        return [opener, *items] if items else []
    items = []
    for sentence in sentences[start:]:
        if sentence.kind != "item" or (items and sentence.level < items[0].level):
            break
        if sentence.extract != (items[-1].extract if items else lead.extract) and (
            not items or sentence.level == items[0].level
        ):
            items.append(sentence)
    return items


def hangs(sentence: Sentence) -> bool:
    """Tell whether an item says nothing, or the contrary, without the condition in its lead."""
    return sentence.kind == "item" and _CONDITION.search(sentence.lead) is not None


def lead_of(sentences: Sequence[Sentence], item: Sentence) -> Sentence | None:
    """Return the sentence that opens the list of an item, None when it is not there."""
    above = next((s for s in reversed(sentences[: item.index]) if s.kind != "item"), None)
    return above if above and item.lead.endswith(above.text) else None


def hung(
    sentences: Sequence[Sentence], item: Sentence, most: int, first: Sequence[str] = ()
) -> tuple[str, list[Sentence]]:
    """Return an item with its lead, and both; with them what of the list fits into `most` words.

    Items with the texts `first` come first; of an item without a lead nothing is returned.
    """
    lead = lead_of(sentences, item)
    if lead is None:
        return "", []
    others = [one for one in listed(sentences, lead) if one != item]
    before = [one for one in others if one.text in first]
    items = [*before, item, *(one for one in others if one not in before)]
    said = [tidy(one.text, capital=False) for one in items]
    text, shown = joined(tidy(lead.text), said, most)
    told = [items[number] for number in shown]
    return (text, [lead, *told]) if item in told else ("", [])


def pointed(sentences: Sequence[Sentence], lead: Sentence) -> tuple[str, list[Sentence]]:
    """Return a sentence with the list it points at ("any of the following"), and what tells it.

    Of a sentence that points at no list or table, nothing is returned.

    All is told, or of the rows of a table only what opens each, or what fits of that.
    """
    if not _POINTS.search(lead.text):
        return "", []
    below = _below(sentences, lead)
    if not below:
        return "", []
    whole = [_CLOSE.sub("", told_row(s.text) if s.kind == "row" else s.text) for s in below]
    heads = [_CLOSE.sub("", s.text.split(" | ")[0]) for s in below]
    opening = _NUMBER.sub("", lead.text).rstrip(" :.")
    room = POINTED_WORDS - len(opening.split())
    said = whole if len(" ".join(whole).split()) <= room else heads
    text, told = joined(f"{opening}:", said, POINTED_WORDS)
    return text, [below[number] for number in told]


def _below(sentences: Sequence[Sentence], lead: Sentence) -> list[Sentence]:
    """Return the items or the rows of the table that follow a paragraph, without its header."""
    after = sentences[lead.index + 1 :]
    kind = after[0].kind if after else ""
    if kind not in ("item", "row") or lead.kind in ("row", "heading"):
        return []
    run = list(takewhile(lambda s: s.kind == kind, after))
    firsts = {s.extract: s for s in reversed(run)}
    heads = {s.columns for s in run}
    return [
        s
        for s in reversed(firsts.values())
        if tuple(s.text.split(" | ")) not in heads and s.level <= run[0].level
    ]


def joined(lead: str, items: Sequence[str], most: int = MOST_WORDS) -> tuple[str, list[int]]:
    """Join a lead and the items that fit into `most` words; return the text and which they are.

    >>> joined("3.2 You can join if you:", ["are 18 or older; and", "have asthma."])
    ('You can join if you: are 18 or older; have asthma.', [0, 1])
    >>> joined("We may end your part.", ["Some reasons are:", "You move away."])
    ('We may end your part. Some reasons are: You move away.', [0, 1])
    """
    opened = items[0].endswith(":")
    lead = without_asides(lead)
    text = _NUMBER.sub("", f"{lead} {items[0]}" if opened else lead).rstrip(" :") + ":"
    told: list[int] = []
    for number in range(int(opened), len(items)):
        said = _CLOSE.sub("", without_asides(items[number]))
        size = len(text.split()) + len(said.split())
        if told and size > most:
            continue
        text += f"{';' if told else ''} {said}"
        told.append(number)
    return f"{text}.", [0, *told] if opened else told


def balanced(claims: list[Claim], most_words: int) -> list[Claim]:
    """Keep the claims that fit, the first of every aspect before the further ones of any."""
    first = list({claim.aspect: claim for claim in reversed(claims)}.values())[::-1]
    others = [claim for claim in claims if claim not in first]
    kept = fitting([*first, *others], most_words)
    return [claim for claim in claims if claim in kept]


def fitting(claims: list[Claim], most_words: int) -> list[Claim]:
    """Keep the claims, in their order, that fit into `most_words` together."""
    kept: list[Claim] = []
    for claim in claims:
        if _words(kept) + _words([claim]) <= most_words:
            kept.append(claim)
    return kept


def _words(claims: list[Claim]) -> int:
    return sum(len(claim.text.split()) for claim in claims)
