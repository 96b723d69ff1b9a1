"""Scoring sentences for an aspect and taking the best."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.adapters.model_offline.cues import Matcher
from conspectus.adapters.model_offline.gather import listed
from conspectus.adapters.model_offline.phones import is_telephone
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect, Question
from conspectus.domain.searching import small, stands

HOME = 1.5
"""What standing under a heading of the question's home is worth; an outer heading counts less."""

OUTER = 0.6
BEAR = 0.5
"""A heading may lift a sentence, but its own cues must bear this share of the threshold."""

HOMELESS, FEW_HEADINGS = 0.6, 5
"""What every sentence of a letter, which has so few headings, is worth to a question without a
home there."""

WHOLE = 0.4
"""A heading over so large a share of the sentences says nothing about the place of any of them."""

LATER = 0.6
"""What the end of the document loses against its beginning."""

LONG_WORDS, LONG_LOSS = 45, 0.4
REFER_LOSS = 0.8
"""A sentence that sends the reader elsewhere says little itself."""

_REFERS = small(
    r"\b(?:is|are|be|as) (?:\w+ )?(?:described|explained|discussed|listed|detailed|found|given|"
    r"shown|told)(?: \w+)? "
    r"(?:(?:in|on|under) (?:the )?(?:section|part|page|appendix|table)|below|above|elsewhere)\b",
)

UNCLEAR_LOSS = 0.3
"""A sentence about "these" or with an unfilled placeholder is not clear by itself."""

_UNCLEAR = small(
    r"^(?:They|These|Those|Such|He|She)\b|\[[^\]]*\b(?:insert|inset|specify|name of)\b|_{4,}",
)
DRAFT_LOSS = 9.0
"""A note to those who fill in a model form is no part of the form."""

_DRAFT = small(
    r"please (?:replace|delete|remove|adapt|insert|choose the)\b|\bappropriate language\b|"
    r"\b(?:delete|remove|insert) (?:this (?:section|paragraph|sentence)|(?:if|as) "
    r"(?:not )?applicable)|^(?:note|instructions?) to (?:the )?(?:investigators?|"
    r"researchers?|sites?)\b",
)
_CONDITION = re.compile(
    r"\b(?:if(?! (?:you|your \w+|we) (?:agree|choose|consent|decide|enroll|join|participate|"
    r"say yes|take part))|when|because|unless|reasons?|examples?|include|including)\b[^.?!]{0,50}$",
    re.IGNORECASE,
)

_BROKEN = re.compile(
    r"\b(?:by|of|the|an?|and|or|to|for|from|with|in|on|at|your|our|their|that|which|than)$",
    re.IGNORECASE,
)
"""The end of a sentence that lacks its own end."""

_TAIL = 8
"""Such an end is no longer."""

SAME = 0.6
"""Of two sentences that share so many of their words one is enough."""

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
        self._heads = {heading for s in self._sentences for heading in s.headings}
        self._losses = [self._loss(sentence) for sentence in self._sentences]
        self._ranked: dict[tuple[str, int], list[Pick]] = {}
        self._said: dict[tuple[str, str], bool] = {}
        self._said_any: dict[tuple[tuple[str, ...], str], bool] = {}

    def best(self, question: Question, aspect: Aspect, taken: set[int]) -> list[Pick]:
        """Return the best sentences for the aspect, best first, none of them in `taken`.

        A question may ask again with others taken: the sentences are ranked once.
        """
        key = (question.name, question.aspects.index(aspect))
        if key not in self._ranked:
            self._ranked[key] = self._rank(question, aspect)
        ranked = self._ranked[key]
        if aspect.form != "capture":
            ranked = [pick for pick in ranked if pick.sentence.index not in taken]
        return _distinct(ranked, aspect.most)

    def _rank(self, question: Question, aspect: Aspect) -> list[Pick]:
        """Return the sentences that may answer the aspect, best first."""
        weights = self._matcher.weigh(aspect.cues)
        if aspect.form == "capture":
            weights = {index: weights[index] for index in sorted(self._captured(aspect))}
        homes, aways = question.home + aspect.home, question.away + aspect.away
        places: dict[tuple[str, ...], float | None] = {}
        homeless = 0.0 if self._homely(homes) else HOMELESS
        picks = []
        for index, weight in weights.items():
            if weight < BEAR * aspect.threshold:
                continue
            sentence = self._sentences[index]
            if sentence.headings not in places:
                places[sentence.headings] = self._place(sentence.headings, homes, aways)
            place = places[sentence.headings]
            if place is None or not self._may_answer(sentence, question, aspect):
                continue
            score = weight + (place or homeless) - self._losses[index]
            if score >= aspect.threshold:
                score -= self._matcher.against(aspect.avoid, index)
            if score >= aspect.threshold:
                picks.append(Pick(sentence, aspect, score))
        picks.sort(key=lambda pick: (-pick.score, pick.sentence.index))
        return picks

    def _captured(self, aspect: Aspect) -> set[int]:
        """Return the sentences in which a cue of the aspect captures a value."""
        return {
            index
            for cue in aspect.cues
            for index, match in self._matcher.hits(cue.pattern).items()
            if match.groupdict().get("value") and not is_telephone(match)
        }

    def _may_answer(self, sentence: Sentence, question: Question, aspect: Aspect) -> bool:
        """Tell whether a sentence can stand for itself.

        A question is no answer, nor is a heading, but for a captured value or the list that it
        opens; an item under "if" or "for example" says nothing without its lead.
        """
        if sentence.kind == "paragraph" and aspect.form == "sentence" and sentence.text[-1:] == "?":
            return False
        tail = max(0, len(sentence.text) - _TAIL)
        if aspect.form == "sentence" and _BROKEN.search(sentence.text, tail):
            return bool(listed(self._sentences, sentence))
        if sentence.kind == "item" and aspect.form == "sentence" and question.kind == "text":
            return not _CONDITION.search(sentence.lead)
        if sentence.kind != "heading" or aspect.form == "capture":
            return True
        return aspect.form == "sentence" and bool(listed(self._sentences, sentence))

    def _loss(self, sentence: Sentence) -> float:
        lowered = sentence.text.lower()
        loss = LATER * sentence.index / max(1, len(self._sentences))
        if sentence.kind == "row" and sentence.text.count(" | ") > 1:
            loss += ROW_LOSS
        if _REFERS.search(lowered):
            loss += REFER_LOSS
        if _DRAFT.search(lowered):
            loss += DRAFT_LOSS
        if _UNCLEAR.search(lowered):
            loss += UNCLEAR_LOSS
        return loss + (LONG_LOSS if len(sentence.text.split()) > LONG_WORDS else 0.0)

    def _place(
        self, headings: tuple[str, ...], homes: tuple[str, ...], aways: tuple[str, ...]
    ) -> float | None:
        """Return what the headings are worth, None when they exclude."""
        depth = 0
        while depth < len(headings) and headings[: depth + 1] in self._wide:
            depth += 1
        inner = headings[depth:]
        if any(self._says_any(aways, heading) for heading in inner):
            return None
        for outer, heading in enumerate(reversed(inner)):
            if self._says_any(homes, heading):
                return OUTER if outer else HOME
        return 0.0

    def _homely(self, homes: tuple[str, ...]) -> bool:
        """Tell whether only a heading of the question's home can lift a sentence."""
        if not homes or len(self._heads) >= FEW_HEADINGS:
            return True
        return any(self._says_any(homes, head) for head in self._heads)

    def _says_any(self, patterns: tuple[str, ...], heading: str) -> bool:
        key = (patterns, heading)
        if key not in self._said_any:
            self._said_any[key] = any(self._says(pattern, heading) for pattern in patterns)
        return self._said_any[key]

    def _says(self, pattern: str, heading: str) -> bool:
        key = (pattern, heading)
        if key not in self._said:
            self._said[key] = stands(pattern, heading, heading.lower())
        return self._said[key]


def _wide(sentences: Sequence[Sentence]) -> set[tuple[str, ...]]:
    """Return the paths of headings that stand over a large part of the form, as its title does."""
    counts = Counter(
        s.headings[:depth] for s in sentences for depth in range(1, len(s.headings) + 1)
    )
    return {path for path, count in counts.items() if count > WHOLE * len(sentences)}


def _distinct(picks: list[Pick], most: int) -> list[Pick]:
    chosen: list[Pick] = []
    for pick in picks:
        if not any(_alike(pick.sentence, other.sentence) for other in chosen):
            chosen.append(pick)
        if len(chosen) == most:
            break
    return chosen


def _alike(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences say much the same; rows with other figures do not."""
    words, others = set(one.text.lower().split()), set(other.text.lower().split())
    if one.kind == other.kind == "row" and _figures(words) != _figures(others):
        return False
    return len(words & others) >= SAME * min(len(words), len(others))


def _figures(words: set[str]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}
