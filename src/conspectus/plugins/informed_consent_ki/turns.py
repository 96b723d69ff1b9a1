"""Sentences of a form that turn the one before: "However, ...", "But ...", "Unless ..."."""

import re
from collections.abc import Iterator
from itertools import pairwise

from conspectus.domain.report import Omission
from conspectus.domain.source import Source
from conspectus.domain.text.searching import may_match
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.told import Told, telling

MOST_TURNS = 12

WORDS = 3
"""A turn of fewer telling words may share them with any statement."""

_TURN = re.compile(
    r"^(?:however|but|yet|nevertheless|nonetheless|even so|still,|on the other hand|unless"
    r"|except|the (?:only )?exceptions?|this does not (?:mean|apply)|this is not"
    r"|it is possible, though)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:however|nevertheless|on the other hand)\b,", re.IGNORECASE)
_TURNS = (_TURN, _WHEN)

_LIMIT = re.compile(
    r"\b(?:not|no|cannot|never|only|must|unless|except|without|may|might|could|risk)\b|n[\u2019']t\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?:benefit|help|encourage|free to|thank)", re.IGNORECASE)


def turn_lines(told: Told, source: Source) -> Iterator[Omission]:
    """Yield a line for each sentence that limits the told one before it, and is not told itself."""
    for passage in source.passages:
        lowered = passage.text.lower()
        if passage.kind == "heading" or not any(may_match(p.pattern, lowered) for p in _TURNS):
            continue
        said = sentences(passage.text)
        for before, turn in pairwise(said):
            if not (_TURN.match(turn) or _WHEN.search(turn[:80])):
                continue
            if not _LIMIT.search(turn) or _KIND.search(turn):
                continue
            citing = told.citing(source.locate(before, passage))
            if not citing or (len(telling(turn)) >= WORDS and told.says(turn)):
                continue
            evidence = source.locate(turn, passage)
            if told.citing(evidence):
                continue
            reason = f"It turns what the document tells: \u201c{citing[0].text}\u201d"
            yield Omission(f"turn: {turn}", "left_out", reason, evidence)
