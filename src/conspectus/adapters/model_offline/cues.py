"""Matching cues against sentences, only where a literal of the cue stands at all."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cached_property, lru_cache

from conspectus.adapters.model_offline.literals import Branch, Options, alternatives, literals
from conspectus.adapters.model_offline.sheet import Lines
from conspectus.domain.facts import Cue

_CAPITAL = re.compile(r"(?<!\\)[A-Z]|\(\?-i")


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled, case-insensitive pattern."""
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=8192)
def small(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern for texts in small letters."""
    return re.compile(pattern)


@lru_cache(maxsize=8192)
def _searcher(pattern: str) -> tuple[Callable[[str], re.Match[str] | None], bool]:
    """Return what searches a pattern fastest, and whether it wants small letters."""
    if _CAPITAL.search(pattern) or "(?P<" in pattern:
        return compiled(pattern).search, False
    return small(pattern).search, True


def stands(pattern: str, text: str, lowered: str) -> bool:
    """Tell whether a pattern matches somewhere in a text, which is given in small letters too."""
    search, lower = _searcher(pattern)
    return search(lowered if lower else text) is not None


class Matcher:
    """The matches of cues over one sheet, each searched once."""

    def __init__(self, sheet: Lines) -> None:
        self.sheet = sheet
        self._hits: dict[str, dict[int, re.Match[str]]] = {}
        self._held: dict[str, Collection[int]] = {}
        self._unions: dict[Options, frozenset[int]] = {}
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
        parts = alternatives(pattern)
        for part, needed in zip(parts, literals(pattern) or [()] * len(parts), strict=True):
            search, lower = _searcher(part)
            texts = self.sheet.lowered if lower else self.sheet.texts
            for index in self._meeting(needed) if needed else range(len(self.sheet.sentences)):
                match = search(texts[index])
                if match and (index not in found or match.start() < found[index].start()):
                    found[index] = match
        return found

    def _holding(self, pattern: str) -> Collection[int]:
        if pattern not in self._held:
            branches = literals(pattern)
            self._held[pattern] = (
                frozenset().union(*map(self._meeting, branches))
                if branches
                else range(len(self.sheet.sentences))
            )
        return self._held[pattern]

    def _meeting(self, branch: Branch) -> frozenset[int]:
        """Return the sentences that hold something of all that one alternative needs."""
        return frozenset.intersection(*map(self._holding_any, branch))

    def _holding_any(self, options: Options) -> frozenset[int]:
        if options not in self._unions:
            self._unions[options] = frozenset().union(*map(self.sheet.holding, options))
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
        if index not in self._holding(pattern):
            return False
        key = (pattern, index)
        if key not in self._tested:
            sheet = self.sheet
            self._tested[key] = stands(pattern, sheet.texts[index], sheet.lowered[index])
        return self._tested[key]
