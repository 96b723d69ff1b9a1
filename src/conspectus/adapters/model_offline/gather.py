"""A sentence that opens a list, told together with the first items of the list."""

import re
from collections.abc import Sequence

from conspectus.adapters.model_offline.sheet import Sentence

MOST_WORDS = 36
"""A lead and its items stop before they have more words; the first item is always told."""

_OPEN = re.compile(
    r"(?::|\b(?:you|if|who|they|she|must|should|can|cannot|may|will|child|baby|infant|teen|are|"
    r"have|following))\s*:?\s*$",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[\s;,.:]+(?:and|or|and/or)?[\s;,.:]*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]?\s+")


def listed(sentences: Sequence[Sentence], lead: Sentence) -> list[Sentence]:
    """Return the first sentence of each list item that `lead` opens, none when it opens no list."""
    if not _OPEN.search(lead.text):
        return []
    items: list[Sentence] = []
    for sentence in sentences[lead.index + 1 :]:
        if sentence.kind != "item" or (items and sentence.level < items[0].level):
            break
        if sentence.extract != (items[-1].extract if items else lead.extract) and (
            not items or sentence.level == items[0].level
        ):
            items.append(sentence)
    return items


def joined(lead: str, items: Sequence[str], most: int = MOST_WORDS) -> tuple[str, int]:
    """Join a lead and as many items as fit into `most` words; return the text and their number.

    >>> joined("3.2 You can join if you:", ["are 18 or older; and", "have asthma."])
    ('You can join if you: are 18 or older; have asthma.', 2)
    """
    text, count = f"{_NUMBER.sub('', lead).rstrip(' :')}:", 0
    for item in items:
        said = _CLOSE.sub("", item)
        if count and len(text.split()) + len(said.split()) > most:
            break
        text += f"{';' if count else ''} {said}"
        count += 1
    return f"{text}.", count
