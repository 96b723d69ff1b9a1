"""Where a sentence stands: under which headings, in which list, in whose paragraph."""

import re
from collections import Counter
from functools import lru_cache

from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.text.searching import stands

HOME, RUN_IN, KIN, ADRIFT = 1.0, 0.7, 0.9, 0.6
"""What it is worth to stand under a home heading, in a paragraph that opens like one, in a section
that says much the same, elsewhere when the question has no home in the document."""

OWN, LISTED, HEADING = 0.4, 0.4, 0.2
"""What it adds to stand under a heading on the very aspect, in a list, to be a heading."""

WHOLE = 0.6
"""A heading over a larger part of the document is its title."""

HEADING_WORDS, OPENING_WORDS = 9, 12
"""A heading of more words is no phrase; a longer sentence opens no paragraph as a heading does."""


class Places:
    """The places of the sentences of one sheet."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._above = _stacked(sentences)
        self._last = _nearest(sentences)
        counts = Counter(
            s.headings[:end] for s in sentences for end in range(1, len(s.headings) + 1)
        )
        self._titles = {path for path, count in counts.items() if count > WHOLE * len(sentences)}
        self._openings: dict[int, str] = {}
        for sentence in sentences:
            self._openings.setdefault(sentence.extract, sentence.text)

    def worth(
        self,
        sentence: Sentence,
        homes: tuple[str, ...],
        aways: tuple[str, ...],
        own: tuple[str, ...],
        elsewhere: float,
    ) -> float | None:
        """Return what the place of a sentence is worth, None under a heading that is away.

        `elsewhere` is the least that a sentence outside of every home is worth.
        """
        path = self._path(sentence)
        if any(matches(aways, heading) for heading in path):
            return None
        leaf = path[-1] if path and sentence.kind != "heading" else sentence.text
        opener = left_open(sentence.lead) if sentence.kind == "item" else ""
        extra = OWN * (matches(own, leaf) or matches(own, opener))
        if any(matches(homes, heading) for heading in path) or matches(homes, opener):
            kinds = {"paragraph": 0.0, "heading": HEADING}
            return HOME + extra + kinds.get(sentence.kind, LISTED)
        opening = self._openings[sentence.extract]
        if sentence.kind == "paragraph" and len(opening.split()) <= OPENING_WORDS:
            worth = HOME if opening.endswith(("?", ":")) else RUN_IN
            extra += worth * matches(homes, opening)
        return extra if sentence.kind == "heading" else max(extra, elsewhere)

    def _path(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the headings above, those that stand right over one of them, and the last one."""
        path = sentence.headings
        more = [h for end in range(1, len(path) + 1) for h in self._above.get(path[:end], ())]
        while path and sentence.headings[: len(sentence.headings) - len(path) + 1] in self._titles:
            path = path[1:]
        last = self._last[sentence.index]
        return (*more, *path, *([last] if last and last not in path else ()))


def _stacked(sentences: tuple[Sentence, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return, by heading path, the headings of any rank that stand right above its last one."""
    above: dict[tuple[str, ...], tuple[str, ...]] = {}
    run: tuple[str, ...] = ()
    for sentence in sentences:
        if sentence.kind != "heading":
            run = ()
            continue
        path = (*sentence.headings, sentence.text)
        if run:
            above[path] = run
        run = (*run, sentence.text)
    return above


def _nearest(sentences: tuple[Sentence, ...]) -> list[str]:
    """Return for each sentence the heading before it in reading order, "" when there is none."""
    last, found = "", []
    for sentence in sentences:
        found.append(last)
        if sentence.kind == "heading":
            last = sentence.text
    return found


@lru_cache(maxsize=256)
def left_open(lead: str) -> str:
    """Return the last sentence of a lead if it is left open, as before a list.

    >>> left_open("Please read this. You may have:"), left_open("Please read this.")
    ('You may have:', '')
    """
    last = lead.rstrip()
    return "" if last.endswith((".", "?", "!")) else re.split(r"\.\s+", last)[-1]


def is_name(heading: str, most: int = HEADING_WORDS) -> bool:
    """Tell whether a heading is a short name, no question and no lead."""
    return 0 < len(heading.split()) <= most and not heading.rstrip().endswith(("?", ":"))


@lru_cache(maxsize=512)
def matches(patterns: tuple[str, ...], text: str) -> bool:
    """Tell whether one of the patterns matches somewhere in the text."""
    lowered = text.lower()
    return bool(text) and any(stands(pattern, text, lowered) for pattern in patterns)
