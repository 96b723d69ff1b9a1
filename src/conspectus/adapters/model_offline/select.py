"""Scoring sentences for an aspect and taking the best."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from conspectus.adapters.model_offline.cues import SheetMatcher
from conspectus.adapters.model_offline.gather import hangs, listed
from conspectus.adapters.model_offline.homes import Homes
from conspectus.adapters.model_offline.index import each
from conspectus.adapters.model_offline.odds import Odds
from conspectus.adapters.model_offline.phones import is_telephone
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect, Question
from conspectus.domain.text.searching import stands

BEAR = 0.5
"""A heading may lift a sentence, but its own cues must bear this share of the threshold."""

LATER = 0.6
"""What the end of the document loses against its beginning."""

LONG_WORDS, LONG_LOSS = 45, 0.4
REFER_LOSS = 0.8
"""A sentence that sends the reader elsewhere says little itself."""

_REFERS = (
    r"\b(?:is|are|be|as) (?:\w+ )?(?:described|explained|discussed|listed|detailed|found|given|"
    r"shown|told)(?: \w+)? "
    r"(?:(?:in|on|under) (?:the )?(?:section|part|page|appendix|table)|below|above|elsewhere)\b"
)

UNCLEAR_LOSS = 0.3
"""A sentence about "these" or with an unfilled placeholder is not clear by itself."""

_UNCLEAR = re.compile(r"(?:they|these|those|such|he|she)\b", re.IGNORECASE)
_UNFILLED = r"\[[^\]]*\b(?:insert|inset|specify|name of)\b|____"
DRAFT_LOSS = 9.0
"""A note to those who fill in a model form is no part of the form."""

_DRAFT = (
    r"please (?:replace|delete|remove|adapt|insert|choose the)\b|\bappropriate language\b|"
    r"\b(?:delete|remove|insert) (?:this (?:section|paragraph|sentence)|(?:if|as) "
    r"(?:not )?applicable)|^(?:note|instructions?) to (?:the )?(?:investigators?|"
    r"researchers?|sites?)\b"
)
_EXAMPLES = re.compile(r"\b(?:examples?|include|including)\b[^.?!]{0,50}$", re.IGNORECASE)

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


WEAK = 0.8
"""What is so little above the threshold must be likely by the classifier too."""

VALUE = "(?P<value>"
"""What a cue that captures a value holds."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence chosen for an aspect."""

    sentence: Sentence
    aspect: Aspect
    score: float


_Key = tuple[int, int, str, tuple[str, ...], tuple[str, ...]]


class Selector:
    """Chooses sentences of one sheet."""

    def __init__(self, matcher: SheetMatcher, homes: Homes, odds: Odds) -> None:
        self._matcher = matcher
        self._odds = odds
        self._sentences = matcher.sheet.sentences
        self._homes = homes
        self._losses = self._lost()
        self._ranked: dict[_Key, tuple[float, list[Pick]]] = {}

    def best(self, question: Question, aspect: Aspect, taken: set[int]) -> list[Pick]:
        """Return the best sentences for the aspect, best first, none of them in `taken`.

        A question may ask again with others taken, and one that adds to it with the same cues: the
        sentences are ranked once.
        """
        homes, aways = question.home + aspect.home, question.away + aspect.away
        key = id(aspect.cues), id(aspect.avoid), aspect.form, homes, aways
        least, ranked = self._ranked.get(key, (inf, []))
        if aspect.threshold < least:
            ranked = self._rank(question, aspect)
            self._ranked[key] = aspect.threshold, ranked
        elif aspect.threshold > least:
            ranked = [pick for pick in ranked if pick.score >= aspect.threshold]
        if aspect.form != "capture":
            ranked = [pick for pick in ranked if pick.sentence.index not in taken]
        return _distinct(ranked, aspect.most)

    def _rank(self, question: Question, aspect: Aspect) -> list[Pick]:
        """Return the sentences that may answer the aspect, best first."""
        places = self._likely(aspect, question.home + aspect.home, question.away + aspect.away)
        bear = BEAR * aspect.threshold
        least = {
            index: max(bear, aspect.threshold - place + self._losses[index])
            for index, place in places.items()
        }
        picks = []
        for index, weight in self._matcher.reached(aspect.cues, least):
            score = weight + places[index] - self._losses[index]
            if weight < bear or score < aspect.threshold:
                continue
            if aspect.form == "capture" and not self._captures(aspect, index):
                continue
            sentence = self._sentences[index]
            if not self._may_answer(sentence, question, aspect):
                continue
            score -= self._matcher.against(aspect.avoid, index)
            weak = score < aspect.threshold + WEAK
            if weak and self._odds.unlikely(question, sentence):
                continue
            if score >= aspect.threshold:
                picks.append(Pick(sentence, aspect, score))
        picks.sort(key=lambda pick: (-pick.score, pick.sentence.index))
        return picks

    def _likely(
        self, aspect: Aspect, homes: tuple[str, ...], aways: tuple[str, ...]
    ) -> dict[int, float]:
        """Return what its place is worth, by sentence that may reach the threshold of an aspect."""
        capturing = [cue for cue in aspect.cues if VALUE in cue.pattern]
        likely: dict[int, float] = {}
        for place, within in self._homes.places(homes, aways):
            if not within:
                continue
            least = max(BEAR * aspect.threshold, aspect.threshold - place)
            within = self._matcher.reaching(aspect.cues, least, within)
            if aspect.form == "capture":
                within = self._matcher.reaching(capturing, 0.0, within)
            likely |= dict.fromkeys(each(within), place)
        return likely

    def _captures(self, aspect: Aspect, index: int) -> bool:
        """Tell whether a cue of the aspect captures a value in a sentence, no telephone number."""
        hits = (self._matcher.hit(c.pattern, index) for c in aspect.cues if VALUE in c.pattern)
        return any(h and h.groupdict().get("value") and not is_telephone(h) for h in hits)

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
            return not hangs(sentence) and not _EXAMPLES.search(sentence.lead)
        if sentence.kind != "heading" or aspect.form == "capture":
            return True
        return aspect.form == "sentence" and bool(listed(self._sentences, sentence))

    def _lost(self) -> list[float]:
        """Return what each sentence loses, wherever it stands and whatever is asked."""
        losses = [LATER * s.index / max(1, len(self._sentences)) for s in self._sentences]
        for index, sentence in enumerate(self._sentences):
            if sentence.kind == "row" and sentence.text.count(" | ") > 1:
                losses[index] += ROW_LOSS
        for pattern, loss in ((_REFERS, REFER_LOSS), (_DRAFT, DRAFT_LOSS)):
            for index in self._standing(pattern):
                losses[index] += loss
        unfilled = set(self._standing(_UNFILLED))
        for index, sentence in enumerate(self._sentences):
            if index in unfilled or _UNCLEAR.match(sentence.text):
                losses[index] += UNCLEAR_LOSS
            if len(sentence.text.split()) > LONG_WORDS:
                losses[index] += LONG_LOSS
        return losses

    def _standing(self, pattern: str) -> Iterator[int]:
        """Yield the sentences in whose own words a pattern matches, without a label before them."""
        for index in each(self._matcher.holding(pattern)):
            lowered = self._sentences[index].text.lower()
            if stands(pattern, lowered, lowered):
                yield index


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
