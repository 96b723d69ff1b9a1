"""Matching cues against sentences, only where a literal of the cue stands at all."""

import re
from collections.abc import Iterable
from functools import cached_property, reduce
from operator import or_

from conspectus.adapters.model_offline.index import each
from conspectus.adapters.model_offline.sheet import Lines
from conspectus.domain.facts import Cue
from conspectus.domain.literals import Branch, Options, needs
from conspectus.domain.searching import searchers, stands

FEW = 3
"""So few sentences are searched at once, without a look for further literals."""


def weight_in(text: str, cues: tuple[Cue, ...]) -> float:
    """Return the summed weight of the cues that match in a text."""
    lowered = text.lower()
    return sum(cue.weight for cue in cues if stands(cue.pattern, text, lowered))


class Matcher:
    """The matches of cues over one sheet, each searched once."""

    def __init__(self, sheet: Lines) -> None:
        self.sheet = sheet
        self._hits: dict[str, dict[int, re.Match[str]]] = {}
        self._held: dict[str, int] = {}
        self._unions: dict[Options, int] = {}
        self._tested: dict[tuple[str, int], bool] = {}

    @cached_property
    def cells(self) -> "Matcher":
        """The matches of cues over the pieces of the sheet's table rows."""
        return Matcher(Lines(self.sheet.cells))

    def hits(self, pattern: str) -> dict[int, re.Match[str]]:
        """Return the first match of the pattern in each sentence that has one."""
        if pattern not in self._hits:
            self._hits[pattern] = self._search(pattern)
        return self._hits[pattern]

    def _search(self, pattern: str) -> dict[int, re.Match[str]]:
        """Search each alternative only where its own literals stand."""
        found: dict[int, re.Match[str]] = {}
        lowered, texts = self.sheet.lowered, self.sheet.texts
        for needed, in_small, as_written in searchers(pattern):
            for index in each(self._meeting(needed)):
                match = in_small(lowered[index]) if in_small else None
                if as_written and (match or not in_small):
                    match = as_written(texts[index])
                if match and (index not in found or match.start() < found[index].start()):
                    found[index] = match
        return found

    def may_match(self, pattern: str, index: int) -> bool:
        """Tell whether a sentence holds the literals without which the pattern cannot match."""
        if pattern not in self._held:
            self._held[pattern] = reduce(or_, map(self._meeting, needs(pattern)))
        return bool(self._held[pattern] >> index & 1)

    def _meeting(self, branch: Branch) -> int:
        """Return the set of sentences that hold something of all that one alternative needs."""
        held = self.sheet.index.all
        for options in branch:
            if held.bit_count() <= FEW:
                break
            held &= self._holding_any(options)
        return held

    def _holding_any(self, options: Options) -> int:
        if options not in self._unions:
            self._unions[options] = reduce(or_, map(self.sheet.index.holding, options), 0)
        return self._unions[options]

    def weigh(self, cues: Iterable[Cue]) -> dict[int, float]:
        """Return the summed weight of the cues that match, by sentence."""
        total: dict[int, float] = {}
        for cue in cues:
            for index in self.hits(cue.pattern):
                total[index] = total.get(index, 0.0) + cue.weight
        return total

    def against(self, cues: Iterable[Cue], index: int) -> float:
        """Return the summed weight of the cues that match in one sentence."""
        return sum(cue.weight for cue in cues if self._matches(cue.pattern, index))

    def _matches(self, pattern: str, index: int) -> bool:
        if not self.may_match(pattern, index):
            return False
        key = (pattern, index)
        if key not in self._tested:
            sheet = self.sheet
            self._tested[key] = stands(pattern, sheet.texts[index], sheet.lowered[index])
        return self._tested[key]
