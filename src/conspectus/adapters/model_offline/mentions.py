"""List questions: for each aspect a short phrase, taken where the document says most about it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from conspectus.adapters.model_offline.cues import SheetMatcher
from conspectus.adapters.model_offline.index import among
from conspectus.adapters.model_offline.phrases import counts, denies_items, negated, segment
from conspectus.adapters.model_offline.places import (
    ADRIFT,
    KIN,
    Places,
    is_name,
    left_open,
    matches,
)
from conspectus.adapters.model_offline.rates import how_often
from conspectus.adapters.model_offline.repeats import (
    GATHERS,
    HEAD_WORDS,
    heads,
    holds,
    merged,
    repeats,
    same,
)
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.telling import BACK, Mention, rated_above, tell
from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.domain.request import Claim
from conspectus.domain.text.searching import every

FIRST, BARE, LATER = 0.3, 0.5, 0.3
"""What it is worth to stand among the first words; what a phrase of one word, and the end of the
document, lose."""

LONG, LONG_WORDS, LONG_LABELLED = 0.025, 9, 16
"""What a phrase, without a label or with one, loses with every word beyond so many."""

GRAVE = 1.0
"""Avoided words of so much weight also count in the lead of a list and in a following sentence."""

SPARE = 8
"""So many mentions of an aspect are tried for a good phrase."""

FEW = 4
"""With fewer phrases under home headings the whole document is searched."""

KINDRED = 0.5
"""A section of whose sentences so large a share name aspects is a home, whatever its heading."""

_WHEN = re.compile(
    r"\d|\b(?:visits?|days?|weeks?|months?|years?|hours?|screening|baseline|start|end|before|after|"
    r"during|follow.?up)\b",
    re.IGNORECASE,
)


class Mentions:
    """Finds where the sentences of one sheet mention the aspects of a list question.

    The first cue of an aspect names it and must match; its other cues only weigh. A mention that
    is denied does not count, nor do avoided words in the lead of its list or in a sentence after
    it that points back.
    """

    def __init__(self, matcher: SheetMatcher) -> None:
        self._matcher = matcher
        self._sentences = matcher.sheet.sentences
        self._cells = matcher.cells
        self._tables = {sentence.index for sentence in matcher.sheet.cells}
        self._places = Places(self._sentences)

    def claims(self, question: Question) -> list[Claim]:
        """Return the phrases in the order of the aspects, none twice."""
        told = self._claims(question, None)
        if len(told) < FEW:
            told = self._claims(question, self._kindred(question))
        return rated_above(told, self._sentences, question.most_words)

    def _kindred(self, question: Question) -> set[tuple[str, ...]]:
        """Return the heading paths under which at least two sentences, and most, name aspects."""
        topics, others = set[int](), set[int]()
        for aspect in question.aspects:
            topics |= self._matcher.hits(aspect.cues[0].pattern).keys()
            others |= self._matcher.weigh(aspect.cues[1:], self._matcher.sheet.index.all).keys()
        every = Counter(s.headings for s in self._sentences if s.kind != "heading")
        named = Counter(
            self._sentences[index].headings
            for index in topics & others
            if self._sentences[index].kind != "heading"
        )
        return {path for path, count in named.items() if 2 <= count >= KINDRED * every[path]}

    def _claims(self, question: Question, adrift: set[tuple[str, ...]] | None) -> list[Claim]:
        claims: list[Claim] = []
        for aspect in question.aspects:
            names = {claim.aspect for claim in claims}
            told = [a for a in question.aspects if a.name in names]
            if any(a.name in aspect.unless for a in told):
                continue
            if aspect.most == 1 and any(heads(claim.text, aspect) for claim in claims):
                continue
            for claim in self._best(self._ranked(question, aspect, adrift), aspect, told, claims):
                claims = merged(claims, claim)
        return claims

    def _best(
        self, mentions: list[Mention], aspect: Aspect, told: list[Aspect], claims: list[Claim]
    ) -> list[Claim]:
        """Return the phrases of one aspect, best first.

        A mention that stands in the words of an earlier claim is told already.
        """
        tried: list[tuple[float, Claim]] = []
        for mention in mentions[: SPARE * aspect.most]:
            claim = tell(mention, aspect, self._sentences)
            if claim is None or repeats(claim.text, mention.sentence, aspect, told):
                continue
            if any(holds(other, mention.sentence, aspect) for other in claims):
                break
            if not any(claim.text in other.text for other in claims):
                tried.append((mention.score - _ill(claim.text), claim))
        tried.sort(key=lambda pair: -pair[0])
        found: list[Claim] = []
        for _, claim in tried:
            if len(found) < aspect.most and not any(same(claim.text, f.text) for f in found):
                found.append(claim)
        return found

    def _ranked(
        self, question: Question, aspect: Aspect, adrift: set[tuple[str, ...]] | None
    ) -> list[Mention]:
        topic, *others = aspect.cues
        named = list(self._holding(topic.pattern))
        weights = self._matcher.weigh(others, among(s.index for s in named))
        aways = question.away + aspect.away
        mentions = []
        for sentence in named:
            index = sentence.index
            elsewhere = 0.0
            if adrift is not None and index in weights:
                elsewhere = KIN if self._sentences[index].headings in adrift else ADRIFT
            place = self._places.worth(sentence, question.home, aways, aspect.home, elsewhere)
            if place is None or not _may_name(sentence, aspect, place):
                continue
            if _is_label(sentence, question, aspect):
                continue
            score = topic.weight + weights.get(index, 0.0) + place
            score -= LATER * index / len(self._sentences)
            if score + FIRST < aspect.threshold:
                continue
            match = _affirmed(sentence, topic.pattern)
            if match is None:
                continue
            labelled = bool(sentence.cell and sentence.cell.label)
            first = len(sentence.text[: match.start()].split()) < 3 and not labelled
            score += FIRST * first
            score -= self._against(sentence, match, aspect.avoid)
            if score >= aspect.threshold:
                labelled = _labels(sentence, question)
                mentions.append(Mention(sentence, match.start(), match.end(), score, labelled))
        return sorted(mentions, key=lambda m: (-m.score, m.sentence.index))

    def _holding(self, pattern: str) -> Iterator[Sentence]:
        """Yield the sentences and the pieces of table rows that match."""
        for index in self._matcher.hits(pattern):
            if index not in self._tables:
                yield self._sentences[index]
        for number in self._cells.hits(pattern):
            yield self._cells.sheet.sentences[number]

    def _against(self, sentence: Sentence, match: re.Match[str], avoid: tuple[Cue, ...]) -> float:
        """Weigh the avoided words around the mention; outside of its sentence only grave ones."""
        left, right = segment(sentence.text, match.start(), match.end())
        weight = self._matcher.weight_in(sentence.text[left:right], avoid)
        grave = tuple(cue for cue in avoid if cue.weight >= GRAVE)
        if sentence.kind in ("item", "row"):
            weight += self._matcher.weight_in(left_open(sentence.lead), grave)
        after = self._sentences[sentence.index + 1 : sentence.index + 2]
        if after and after[0].extract == sentence.extract and BACK.match(after[0].text):
            weight += self._matcher.weight_in(after[0].text, grave)
        return weight


def _affirmed(sentence: Sentence, pattern: str) -> re.Match[str] | None:
    """Return the first match that is not denied, one behind a label if there is any."""
    text = sentence.text
    opened = left_open(sentence.lead).rstrip(" :") if sentence.kind in ("item", "row") else ""
    if denies_items(opened):
        return None
    found = (m for m in every(pattern, text) if not negated(text, m.start(), m.end()))
    first = next(found, None)
    label = text.find(": ") if sentence.kind == "paragraph" else -1
    if len(text[: max(label, 0)].split()) > HEAD_WORDS:
        label = -1
    if first is None or first.start() > label:
        return first
    return next((m for m in found if m.start() > label), first)


def _labels(sentence: Sentence, question: Question) -> bool:
    """Tell whether the cell that opens a row labels this one: "Blood draw: | pain"."""
    cell = sentence.cell
    if cell is None or not cell.label or _WHEN.search(cell.label):
        return False
    if not cell.column:
        return cell.label.endswith(":")
    return matches(question.home, cell.column) and not matches(question.home, cell.names[0])


def _is_label(sentence: Sentence, question: Question, aspect: Aspect) -> bool:
    """Tell whether a cell opens a row only to label the others; if they are at home it may name."""
    cell = sentence.cell
    if cell is None or cell.label or not cell.names:
        return False
    return _labelling(cell.names, question.home, aspect.most >= GATHERS)


@lru_cache(maxsize=256)
def _labelling(names: tuple[str, ...], home: tuple[str, ...], gathers: bool) -> bool:
    """Tell whether the first of some columns, headed by `names`, labels the others."""
    first, *others = names
    if any(map(how_often, others)) and not how_often(first):
        return True
    homely = any(matches(home, name) for name in others)
    return gathers and homely and not matches(home, first)


def _may_name(sentence: Sentence, aspect: Aspect, place: float) -> bool:
    """Tell whether a sentence may, which a question may not.

    A heading may only under a home heading, and it is not gathered.
    """
    if sentence.kind != "heading":
        return sentence.text[-1:] != "?"
    return place > 0 and aspect.most < GATHERS and is_name(sentence.text)


def _ill(text: str) -> float:
    """Say what a phrase loses that is too bare or too long to read well."""
    words = 0 if counts(text) else len(text.split())
    most = LONG_LABELLED if ": " in text else LONG_WORDS
    return BARE if len(text.split()) < 2 else LONG * max(0, words - most)
