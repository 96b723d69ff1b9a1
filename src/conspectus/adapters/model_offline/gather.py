"""A sentence that opens a list, told together with the first items of the list."""

import re
from collections.abc import Sequence

from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import without_asides

MANY_WORDS, MOST_WORDS, FEW_WORDS = 52, 36, 28
"""A lead and its items have no more words; the first items are told in any case.

The first holds where nothing else is left out for it, the last where an answer would else be too
long to be told whole.
"""

LEAST = 3
"""So many items are told when they can be told in `MANY_WORDS`."""

OPENER_WORDS = 7
"""So few words after a lead may open its list in its place."""

_OPEN = re.compile(
    r"(?::|\b(?:you|if|who|they|she|must|should|can|cannot|may|will|child|baby|infant|teen|are|"
    r"have|following|because|when|includes?|like))\s*:?\s*$",
    re.IGNORECASE,
)
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


def joined(lead: str, items: Sequence[str], most: int = MOST_WORDS) -> tuple[str, list[int]]:
    """Join a lead and the items that fit into `most` words; return the text and which they are.

    >>> joined("3.2 You can join if you:", ["are 18 or older; and", "have asthma."])
    ('You can join if you: are 18 or older; have asthma.', [0, 1])
    >>> joined("We may end your part.", ["Some reasons are:", "You move away."])
    ('We may end your part. Some reasons are: You move away.', [0, 1])
    """
    text, told = _NUMBER.sub("", lead), []
    if items[0].endswith(":"):
        text, told = f"{text} {items[0]}", [0]
    opened, text = [*told], f"{text.rstrip(' :')}:"
    for number, item in enumerate(items[len(told) :], len(told)):
        said = _CLOSE.sub("", without_asides(item))
        size = len(text.split()) + len(said.split())
        if told != opened and size > (most if len(told) - len(opened) >= LEAST else MANY_WORDS):
            continue
        text += f"{'' if text.endswith(':') else ';'} {said}"
        told.append(number)
    return f"{text}.", told
