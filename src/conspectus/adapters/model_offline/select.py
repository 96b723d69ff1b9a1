"""Scoring sentences for an aspect and taking the best."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.adapters.model_offline.cues import Matcher, compiled
from conspectus.adapters.model_offline.gather import listed
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect, Question

HOME = 1.5
"""What standing under a heading of the question's home is worth; an outer heading counts less."""

OUTER = 0.6
BEAR = 0.5
"""A heading may lift a sentence, but its own cues must bear this share of the threshold."""

WHOLE = 0.4
"""A heading over so large a share of the sentences says nothing about the place of any of them."""

LATER = 0.6
"""What the end of the document loses against its beginning."""

LONG_WORDS, LONG_LOSS = 45, 0.4
ROW_LOSS = 0.5
"""A row of several columns reads badly as a statement."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence chosen for an aspect."""

    sentence: Sentence
    aspect: Aspect
    score: float


class Selector:
    """Chooses sentences of one sheet."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._sentences = matcher.sheet.sentences
        self._wide = _wide(self._sentences)
        self._places: dict[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], float] = {}

    def best(self, question: Question, aspect: Aspect, taken: set[int]) -> list[Pick]:
        """Return the best sentences for the aspect, best first, none of them in `taken`."""
        weights = self._matcher.weigh(aspect.cues)
        picks = []
        for index, weight in weights.items():
            sentence = self._sentences[index]
            place = self._place(sentence.headings, question, aspect)
            if index in taken or place is None or not self._may_answer(sentence, aspect):
                continue
            if weight < BEAR * aspect.threshold:
                continue
            score = weight + place - self._loss(sentence)
            if score >= aspect.threshold:
                score -= self._matcher.against(aspect.avoid, index)
            if score >= aspect.threshold:
                picks.append(Pick(sentence, aspect, score))
        picks.sort(key=lambda pick: (-pick.score, pick.sentence.index))
        return _distinct(picks, aspect.most)

    def _may_answer(self, sentence: Sentence, aspect: Aspect) -> bool:
        """A heading holds no answer, but for a captured value or the list that it opens."""
        if sentence.kind != "heading" or aspect.form == "capture":
            return True
        return aspect.form == "sentence" and bool(listed(self._sentences, sentence))

    def _loss(self, sentence: Sentence) -> float:
        loss = LATER * sentence.index / max(1, len(self._sentences))
        if sentence.kind == "row" and sentence.text.count(" | ") > 1:
            loss += ROW_LOSS
        return loss + (LONG_LOSS if len(sentence.text.split()) > LONG_WORDS else 0.0)

    def _place(
        self, headings: tuple[str, ...], question: Question, aspect: Aspect
    ) -> float | None:
        """Return what the headings are worth, None when they exclude."""
        homes, aways = question.home + aspect.home, question.away + aspect.away
        key = (headings, homes, aways)
        if key not in self._places:
            inner = headings
            while inner and headings[: len(headings) - len(inner) + 1] in self._wide:
                inner = inner[1:]
            self._places[key] = _place(inner, homes, aways)
        value = self._places[key]
        return None if value < 0 else value


def _wide(sentences: Sequence[Sentence]) -> set[tuple[str, ...]]:
    """Return the paths of headings that stand over a large part of the form, as its title does."""
    counts = Counter(s.headings[:depth] for s in sentences for depth in range(1, len(s.headings) + 1))
    return {path for path, count in counts.items() if count > WHOLE * len(sentences)}


def _place(headings: tuple[str, ...], homes: tuple[str, ...], aways: tuple[str, ...]) -> float:
    if any(compiled(away).search(heading) for away in aways for heading in headings):
        return -1.0
    for depth, heading in enumerate(reversed(headings)):
        if any(compiled(home).search(heading) for home in homes):
            return HOME if depth == 0 else OUTER
    return 0.0


def _distinct(picks: list[Pick], most: int) -> list[Pick]:
    chosen: list[Pick] = []
    for pick in picks:
        words = set(pick.sentence.text.lower().split())
        if all(_overlap(words, set(c.sentence.text.lower().split())) < 0.6 for c in chosen):
            chosen.append(pick)
        if len(chosen) == most:
            break
    return chosen


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
