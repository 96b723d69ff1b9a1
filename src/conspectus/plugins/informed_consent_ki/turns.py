"""Sentences of a form that turn the one before: "However, ...", "But ...", "Unless ..."."""

from collections.abc import Iterator
from itertools import pairwise

from conspectus.domain.report import Omission
from conspectus.domain.source import Source
from conspectus.domain.text.leaning import turns
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.told import Told, telling

MOST_TURNS = 12

WORDS = 3
"""A turn of fewer telling words may share them with any statement."""


def turn_lines(told: Told, source: Source) -> Iterator[Omission]:
    """Yield a line for each sentence that limits the told one before it, and is not told itself."""
    for passage in source.passages:
        if passage.kind == "heading":
            continue
        for before, turn in pairwise(sentences(passage.text)):
            if not turns(turn):
                continue
            citing = told.citing(source.locate(before, passage))
            if not citing or (len(telling(turn)) >= WORDS and told.says(turn)):
                continue
            evidence = source.locate(turn, passage)
            if told.citing(evidence):
                continue
            reason = f"It turns what the document tells: \u201c{citing[0].text}\u201d"
            yield Omission(f"turn: {turn}", "left_out", reason, evidence)
