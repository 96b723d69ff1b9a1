"""Signs that change what a text says without a word: "$20\u00bd", "\u2260", a question mark."""

import re
from collections.abc import Iterator, Sequence

from conspectus.domain.text.fold import fold, squash

_ODD = re.compile(r"""[^\sA-Za-z0-9.,;:!?'"()\[\]/%&$+\-#*@<>\u2265\u2264_]""")
_EDGE = ".,;:!?'\"()[]"
_MINUS = re.compile(r"(?<!\S)-(?=[$\u20ac\u00a3]?\d)|(?<=[$\u20ac\u00a3])-(?=\d)")
_SHORT = re.compile(r"(?<!\w)[$\u20ac\u00a3]?\d[\d.,]*(?:k|bn|mn)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{3,}|\.{5,}|\bX{2,}\b")


def odd_signs(claim: str, quotes: Sequence[str]) -> Iterator[str]:
    """Yield a message for every word with a sign or foreign letter that no quote holds so.

    Such signs are seen on the page, and read as nothing here: a raised figure, a letter that only
    looks like another one, a crossed-out sign. A question, a minus or a blank must be the quotes',
    too.
    """
    text = fold(claim)
    if _ODD.search(text):
        held = squash(" ".join(quotes)).lower()
        for word in dict.fromkeys(text.split()):
            bare = word.strip(_EDGE)
            if _ODD.search(bare) and squash(bare).lower() not in held:
                yield f'no quote holds "{bare}" as it is written'
    told = [fold(quote) for quote in quotes]
    for pattern, what in ((_MINUS, "a minus"), (_SHORT, "such a figure"), (_BLANK, "a blank")):
        if pattern.search(text) and not any(map(pattern.search, told)):
            yield f"no quote holds {what}"
    if "?" in text and not any("?" in quote for quote in told):
        yield "no quote asks this"
