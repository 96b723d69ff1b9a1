"""Matching cues against sentences, only where a literal of the cue stands at all."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from operator import or_

from conspectus.adapters.model_offline.index import among, each
from conspectus.adapters.model_offline.sheet import Lines, Texts
from conspectus.domain.facts import Cue
from conspectus.domain.text.literals import Branch, Options
from conspectus.domain.text.searching import Searcher, searchers, stands

FEW = 3
"""So few sentences are searched at once, without a look for further literals."""

NEARLY = 1e-9
"""What sums of weights may differ by when they are added in another order."""


def _hope(cue: Cue) -> float:
    """Return the most that a cue adds where it may match."""
    return max(0.0, cue.weight)


class Matcher:
    """The matches of cues over some texts: a text is searched once, and only when asked for.

    A set of texts is a number, as in a LiteralIndex.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._silent = silent = texts.index.silent
        self._branches: dict[str, list[tuple[int, Searcher]]] = {}
        self._held: dict[str, int] = dict.fromkeys(silent, 0)
        self._unions: dict[Options, int] = {}
        nothing: dict[int, re.Match[str]] = {}
        self._hits = dict.fromkeys(silent, nothing)
        self._first: dict[tuple[str, int], re.Match[str] | None] = {}
        self._tested: dict[tuple[str, int], bool] = {}

    def hits(self, pattern: str) -> dict[int, re.Match[str]]:
        """Return the first match of the pattern in each sentence that has one."""
        if pattern not in self._hits:
            found: dict[int, re.Match[str]] = {}
            for held, searcher in self._searched(pattern):
                for index in each(held):
                    match = self._search(searcher, index)
                    if match and (index not in found or match.start() < found[index].start()):
                        found[index] = match
            self._hits[pattern] = found
        return self._hits[pattern]

    def matching(self, pattern: str) -> int:
        """Return the set of the texts in which the pattern matches."""
        return among(self.hits(pattern))

    def hit(self, pattern: str, index: int) -> re.Match[str] | None:
        """Return the first match of the pattern in one sentence."""
        if pattern in self._hits:
            return self._hits[pattern].get(index)
        key = (pattern, index)
        if key not in self._first:
            first = None
            for held, searcher in self._searched(pattern):
                match = self._search(searcher, index) if held >> index & 1 else None
                if match and (first is None or match.start() < first.start()):
                    first = match
            self._first[key] = first
        return self._first[key]

    def _search(self, searcher: Searcher, index: int) -> re.Match[str] | None:
        _, in_small, as_written = searcher
        match = in_small(self._texts.lowered[index], 0) if in_small else None
        if as_written and (match or not in_small):
            match = as_written(self._texts.texts[index], 0)
        return match

    def _searched(self, pattern: str) -> list[tuple[int, Searcher]]:
        """Return the alternatives that some sentence may match, with the set of those."""
        if pattern not in self._branches:
            met = ((self._meeting(one.needed), one) for one in searchers(pattern))
            self._branches[pattern] = [(held, searcher) for held, searcher in met if held]
        return self._branches[pattern]

    def holding(self, pattern: str) -> int:
        """Return the set of sentences that hold the literals without which none can match."""
        if pattern not in self._held:
            self._held[pattern] = reduce(or_, (held for held, _ in self._searched(pattern)), 0)
        return self._held[pattern]

    def reaching(self, cues: Iterable[Cue], least: float, within: int) -> int:
        """Return those of a set of texts in which the cues that may match weigh `least`."""
        reached, short = 0, {0.0: within}
        for cue in self._live(cues):
            held = self.holding(cue.pattern)
            for weight, texts in tuple(short.items()):
                met = texts & held
                if not met:
                    continue
                short[weight] ^= met
                more = weight + _hope(cue)
                if more > least - NEARLY:
                    reached |= met
                else:
                    short[more] = short.get(more, 0) | met
        return reached

    def weigh(self, cues: Iterable[Cue], within: int) -> dict[int, float]:
        """Return the summed weight of the cues that match, by sentence of a set."""
        total: dict[int, float] = {}
        for cue in self._live(cues):
            for index in each(self.holding(cue.pattern) & within):
                if self.hit(cue.pattern, index):
                    total[index] = total.get(index, 0.0) + cue.weight
        return total

    def reached(
        self, cues: Sequence[Cue], least: Mapping[int, float]
    ) -> Iterator[tuple[int, float]]:
        """Yield the texts in which the cues that match may weigh their `least`, with their weight.

        The heaviest cues are looked for first, and no further once the rest cannot be enough.
        """
        if not least:
            return
        likely: dict[int, list[int]] = {index: [] for index in least}
        hopes = dict.fromkeys(least, NEARLY)
        within = among(least)
        weights = [_hope(cue) for cue in cues]
        for number in sorted(range(len(cues)), key=lambda number: -cues[number].weight):
            for index in each(self.holding(cues[number].pattern) & within):
                likely[index].append(number)
                hopes[index] += weights[number]
        for index, enough in least.items():
            hope, found = hopes[index], list[int]()
            for number in likely[index]:
                if hope < enough:
                    break
                if self.hit(cues[number].pattern, index):
                    found.append(number)
                else:
                    hope -= weights[number]
            if found and hope >= enough:
                yield index, sum(cues[number].weight for number in sorted(found))

    def _live(self, cues: Iterable[Cue]) -> list[Cue]:
        """Return the cues that may match in some text."""
        return [cue for cue in cues if cue.pattern not in self._silent]

    def _meeting(self, branch: Branch) -> int:
        """Return the set of sentences that hold something of all that one alternative needs."""
        held = self._texts.index.all
        for options in branch:
            if held.bit_count() <= FEW:
                break
            held &= self._holding_any(options)
        return held

    def _holding_any(self, options: Options) -> int:
        if options not in self._unions:
            self._unions[options] = reduce(or_, map(self._texts.index.holding, options), 0)
        return self._unions[options]

    def against(self, cues: Iterable[Cue], index: int) -> float:
        """Return the summed weight of the cues that match in one sentence."""
        return sum(cue.weight for cue in cues if self._matches(cue.pattern, index))

    def _matches(self, pattern: str, index: int) -> bool:
        key = (pattern, index)
        if key not in self._tested:
            text, lowered = self._texts.texts[index], self._texts.lowered[index]
            self._tested[key] = stands(pattern, text, lowered)
        return self._tested[key]


class SheetMatcher(Matcher):
    """The matches of cues over the sentences of a sheet."""

    def __init__(self, sheet: Lines) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self._parts: dict[str, dict[str, bool]] = {}

    @cached_property
    def cells(self) -> "SheetMatcher":
        """The matches of cues over the pieces of the sheet's table rows."""
        return SheetMatcher(Lines(self.sheet.cells, (), self.sheet.vocabulary))

    def weight_in(self, text: str, cues: Iterable[Cue]) -> float:
        """Return the summed weight of the cues that match in a part of a sentence."""
        known, lowered = self._parts.setdefault(text, {}), text.lower()
        weight = 0.0
        for cue in cues:
            if cue.pattern not in known:
                known[cue.pattern] = stands(cue.pattern, text, lowered)
            if known[cue.pattern]:
                weight += cue.weight
        return weight
