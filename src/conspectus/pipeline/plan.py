"""In which requests a source is asked: the questions of a topic, over the passages they need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

from conspectus.domain.budget import Budget
from conspectus.domain.facts import Question
from conspectus.domain.plugin import Plugin
from conspectus.domain.request import Extract, Refused, Request
from conspectus.domain.source import Passage, Source
from conspectus.pipeline.retrieve import ENOUGH, WIDE, Interests, interests

OPENING = 15
"""So many passages at the beginning say what the document is; the first topic reads them."""

SMALL = 2_000
"""A source of so many words is read whole for every topic: choosing would save little."""


@dataclass(frozen=True, slots=True)
class Look:
    """A request and the passages that its extracts are, in the same order."""

    request: Request
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Plan:
    """Makes the requests for one source. `most_words` bounds the passages of each."""

    source: Source
    plugin: Plugin
    most_words: int
    workspace: str = ""
    budget: Budget | None = None

    @cached_property
    def _interests(self) -> Interests:
        return replace(_interests(self.plugin.questions))  # what it keeps goes with the source

    def whole(self) -> Look:
        """Return all questions over all passages, however many."""
        return self._look(self.plugin.questions, self.source.passages)

    def first(self) -> list[Look]:
        """Return each topic's questions over the passages that bear on it, in reading order.

        A topic with more passages than fit into one request is asked in several. A small source
        is read whole for every topic.
        """
        every = self.source.passages
        known = self._interests
        if _words(every) <= min(SMALL, self.most_words):
            bearing = {topic: list(every) for topic in known.topics}
        else:
            bearing = _bearing(every, known)
        return [
            self._look(_asked(self.plugin, topic), part)
            for topic, passages in bearing.items()
            for part in _parted(passages, self.most_words)
        ]

    def again(self, refused: Sequence[tuple[Refused, Sequence[Passage]]]) -> list[Look]:
        """Return one request for refused claims, over the passages that they cite.

        They stand with the passages around them; a claim that cites none is given what fits of
        the passages it was asked over.
        """
        names = {claim.question for claim, _ in refused}
        wanted = {passage.number for _, passages in refused for passage in passages}
        around = {n for number in wanted for n in (number - 1, number, number + 1)}
        order = [p for p in self.source.passages if p.number in wanted]
        order += [p for p in self.source.passages if p.number in around - wanted]
        asked = [question for question in self.plugin.questions if question.name in names]
        passages = _fitting(order, self.most_words)
        claims = tuple(claim for claim, _ in refused)
        return [self._look(asked, passages, claims)] if passages else []

    def second(self, open_: Sequence[Question], first: Sequence[Look]) -> list[Look]:
        """Return one request for questions without an answer, over what they were not asked over.

        Of more passages than fit, those that no request held come first, whatever they are about;
        then those that bear most on the topics.
        """
        seen: dict[str, set[int]] = {}
        for look in first:
            for question in look.request.questions:
                seen.setdefault(question.topic, set()).update(p.number for p in look.passages)
        read = set().union(*seen.values())
        topics = {question.topic for question in open_}
        weighed = []
        for passage in self.source.passages:
            unseen = [topic for topic in topics if passage.number not in seen.get(topic, ())]
            weights = self._interests.weigh(passage)
            most = max((weights[topic] for topic in unseen), default=0.0)
            unread = passage.number not in read
            if unread or most >= WIDE / ENOUGH:
                weighed.append((not unread, -most, passage))
        weighed.sort(key=lambda found: (*found[:2], found[2].number))
        passages = _fitting([passage for *_, passage in weighed], self.most_words)
        return [self._look(open_, passages)] if open_ and passages else []

    def blank(self) -> Request:
        """Return a request that asks nothing yet."""
        return self._look((), ()).request

    def _look(
        self,
        questions: Iterable[Question],
        passages: Sequence[Passage],
        refused: tuple[Refused, ...] = (),
    ) -> Look:
        request = Request(
            tuple(questions),
            tuple(_extract(number, passage) for number, passage in enumerate(passages, 1)),
            refused,
            plugin=f"{self.plugin.id} {self.plugin.version}",
            workspace=self.workspace,
            document=self.source.digest,
            classifier=self.plugin.classifier,
            budget=self.budget,
        )
        return Look(request, tuple(passages))


def _asked(plugin: Plugin, topic: str) -> list[Question]:
    return [question for question in plugin.questions if question.topic == topic and question.ask]


def _bearing(passages: Sequence[Passage], known: Interests) -> dict[str, list[Passage]]:
    """Return the passages of each topic; a chosen list item brings the words that lead to it."""
    chosen: dict[str, set[int]] = {topic: set() for topic in known.topics}
    first = next(iter(chosen), "")
    lead = 0
    for index, passage in enumerate(passages):
        if passage.kind != "item":
            lead = index
        topics = known.of(passage)
        for topic in topics:
            chosen[topic].add(index)
            if passages[lead].headings == passage.headings:
                chosen[topic].add(lead)
        if index < OPENING:
            chosen[first].add(index)
    return {topic: [passages[i] for i in sorted(found)] for topic, found in chosen.items()}


def _parted(passages: Sequence[Passage], most_words: int) -> Iterator[list[Passage]]:
    """Part passages between sections, within one only where it is too large by itself."""
    part: list[Passage] = []
    for _, section in groupby(passages, lambda passage: passage.headings):
        together = list(section)
        if part and _words(part) + _words(together) > most_words:
            yield part
            part = []
        for passage in together:
            if part and _words(part) + _words([passage]) > most_words:
                yield part
                part = []
            part.append(passage)
    if part:
        yield part


def _fitting(passages: Iterable[Passage], most_words: int) -> list[Passage]:
    """Return the first passages that fit, in reading order."""
    taken: list[Passage] = []
    left = most_words
    for passage in passages:
        left -= _words([passage])
        if left < 0 and taken:
            break
        taken.append(passage)
    return sorted(taken, key=lambda passage: passage.number)


def _words(passages: Iterable[Passage]) -> int:
    return sum(len(passage.text.split()) for passage in passages)


def _extract(number: int, passage: Passage) -> Extract:
    return Extract(
        number,
        passage.kind,
        passage.text,
        passage.headings,
        passage.level,
        passage.cells,
        passage.columns,
        passage.checked,
    )


@lru_cache(maxsize=8)
def _interests(questions: tuple[Question, ...]) -> Interests:
    return interests(questions)
