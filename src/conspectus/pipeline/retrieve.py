"""Which topics a passage bears on.

Each passage is weighed by its own words and headings, never against the rest of the document: an
edit elsewhere leaves the choice as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from conspectus.domain.facts import Question
from conspectus.domain.source import Passage

ENOUGH, WIDE = 1.3, 0.6
"""The weight from which a passage is read for a topic, at the first look and at the second."""

LISTS = 3.0
"""So much more is enough for a topic with a list question, whose words are many."""

SHARE = 0.65
"""A topic that bears less than this share of what the best one bears is not what is meant."""

HOME, OUTER_HOME, LENGTH = 6.0, 3.6, 0.01
"""What the nearest heading weighs when a topic is at home there, and the one above it; by how much
each word of a passage thins out its weight."""

_NEAREST = (HOME, OUTER_HOME)
_LEAST_SHARE, _POWER, _LETTERS, _ASK = 0.15, 1.5, 6, 2
_WORD = re.compile(r"[a-z]{3,}")
_SYNTAX = re.compile(r"\\[a-zA-Z]|\[[^\]]*\]|\(\?[a-zA-Z!<=:-]+|\{[0-9,]+\}")


@dataclass(frozen=True)
class Interest:
    """What a topic looks for: the worth of word stems, the headings it is at home under."""

    worth: Mapping[str, float]
    home: tuple[re.Pattern[str], ...]
    least: float
    """How many times the usual weight is enough."""


@dataclass
class Interests:
    """The interests of all topics; one for each source, as it keeps the headings it has weighed."""

    topics: Mapping[str, Interest]
    _homes: dict[tuple[str, ...], Mapping[str, float]] = field(default_factory=dict, init=False)

    def weigh(self, passage: Passage) -> dict[str, float]:
        """Return how much the passage bears on each topic; 1.0 is enough at any topic."""
        stems = _stems(passage.text)
        thinned = 1 + LENGTH * len(passage.text.split())
        homes = self._at_home(passage.headings[-2:])
        return {
            topic: (sum(interest.worth.get(stem, 0.0) for stem in stems) / thinned + homes[topic])
            / (ENOUGH * interest.least)
            for topic, interest in self.topics.items()
        }

    def of(self, passage: Passage) -> list[str]:
        """Return the topics that the passage bears on."""
        weights = self.weigh(passage)
        best = max(weights.values(), default=0.0)
        return [
            topic
            for topic, weight in weights.items()
            if weight >= 1 and (weight >= SHARE * best or self.topics[topic].least > 1)
        ]

    def _at_home(self, headings: tuple[str, ...]) -> Mapping[str, float]:
        if headings not in self._homes:
            self._homes[headings] = {
                topic: max(
                    (
                        worth
                        for heading, worth in zip(headings[::-1], _NEAREST, strict=False)
                        if any(home.search(heading) for home in interest.home)
                    ),
                    default=0.0,
                )
                for topic, interest in self.topics.items()
            }
        return self._homes[headings]


def interests(questions: Sequence[Question]) -> Interests:
    """Return the interests of the topics.

    They look for the words of their questions and cues; a stem is worth the more, the more often
    a topic names it and the less the other topics do.
    """
    named: dict[str, Counter[str]] = {}
    for question in questions:
        named.setdefault(question.topic, Counter()).update(_named(question))
    sizes = {topic: stems.total() for topic, stems in named.items()}
    spread: Counter[str] = Counter()
    for topic, stems in named.items():
        for stem, count in stems.items():
            spread[stem] += count / sizes[topic]  # type: ignore[assignment]  # shares add up too
    found = {}
    for topic, stems in named.items():
        shares = {stem: count / sizes[topic] / spread[stem] for stem, count in stems.items()}
        own = [question for question in questions if question.topic == topic]
        found[topic] = Interest(
            {
                stem: share**_POWER * log2(1 + stems[stem])
                for stem, share in shares.items()
                if share > _LEAST_SHARE
            },
            tuple(_homes(own)),
            LISTS if any(question.kind == "list" for question in own) else 1.0,
        )
    return Interests(found)


def _named(question: Question) -> Counter[str]:
    counted = Counter(dict.fromkeys(_stems(question.ask), _ASK))
    for aspect in question.aspects:
        counted.update(_stems(" ".join(_SYNTAX.sub(" ", cue.pattern) for cue in aspect.cues)))
    return counted


def _homes(questions: Iterable[Question]) -> list[re.Pattern[str]]:
    patterns = [
        pattern
        for question in questions
        for pattern in (*question.home, *(p for a in question.aspects for p in a.home))
    ]
    return [re.compile(pattern, re.IGNORECASE) for pattern in dict.fromkeys(patterns)]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in _WORD.findall(text.lower()))
