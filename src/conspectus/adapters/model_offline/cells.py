"""The cell of a table row in which something is said, and how often."""

import re
from dataclasses import dataclass

from conspectus.adapters.model_offline.sheet import Sentence

QUOTE_LETTERS = 12
"""A shorter cell is quoted with its row."""

_RATE = re.compile(
    r"\d+ ?%|\b\d[\d,]* (?:in|out of|of) (?:every )?\d|\b(?:common|uncommon|rare|rarely|likely|"
    r"often|frequent|occasional|sometimes)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a row, or the whole of another sentence, in which a mention stands.

    `rate` is the other cell when the row has two and that one says how often.
    """

    text: str
    start: int
    end: int
    quote: str
    rate: str = ""

    @classmethod
    def of(cls, sentence: Sentence, start: int, end: int) -> "Cell":
        """Return the cell around `sentence.text[start:end]`."""
        text = sentence.text
        if sentence.kind != "row":
            return cls(text, start, end, text)
        left = text.rfind(" | ", 0, start) + 3 if " | " in text[:start] else 0
        right = text.find(" | ", end)
        cell = text[left : right if right >= 0 else len(text)]
        rest = [c for c in text.split(" | ") if c and c != cell]
        rated = len(rest) == 1 and left == 0 and _RATE.search(rest[0]) is not None
        quote = text if rated or len(cell) < QUOTE_LETTERS else cell
        rate = rest[0].split(", ")[0] if rated else ""
        return cls(cell, start - left, end - left, quote, rate)
