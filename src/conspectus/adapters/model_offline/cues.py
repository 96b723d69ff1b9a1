"""Matching cues against sentences, only where a literal of the cue stands at all."""

import re
from collections.abc import Iterable
from functools import lru_cache

from conspectus.adapters.model_offline.sheet import Sheet
from conspectus.domain.facts import Cue


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled, case-insensitive pattern."""
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=4096)
def literals(pattern: str) -> tuple[str, ...] | None:
    """Return literals of which every match holds at least one, or None when there is no such set.

    >>> literals(r"will be paid|\\$\\d")
    ('will be paid', '$')
    """
    found = []
    for branch in _branches(pattern):
        runs = [run for run in _runs(branch) if len(run) > 2 or run in ("$", "%")]
        if not runs:
            return None
        found.append(max(runs, key=len))
    return tuple(found)


def _branches(pattern: str) -> list[str]:
    depth, start, cuts, at = 0, 0, [], 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            cuts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*cuts, pattern[start:]]


def _runs(branch: str) -> list[str]:
    runs, run, depth, at = [], "", 0, 0
    while at < len(branch):
        char = branch[at]
        if char == "\\":
            at += 1
            escaped = branch[at]
            if escaped.isalnum():
                runs.append(run)
                run = ""
            elif depth == 0:
                run += escaped
        elif char == "[":
            at = branch.index("]", at + 2)
            runs.append(run)
            run = ""
        elif char in "()":
            depth += 1 if char == "(" else -1
            runs.append(run)
            run = ""
        elif char in "?*{":
            runs.append(run[:-1])
            run = ""
            if char == "{":
                at = branch.index("}", at)
        elif char in ".^$+":
            runs.append(run)
            run = ""
        elif depth == 0:
            run += char.lower()
        at += 1
    return [*runs, run]


class Matcher:
    """The matches of cues over one sheet, each searched once."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._hits: dict[str, dict[int, re.Match[str]]] = {}

    def hits(self, pattern: str) -> dict[int, re.Match[str]]:
        """Return the first match of the pattern in each sentence that has one."""
        if pattern not in self._hits:
            regex = compiled(pattern)
            self._hits[pattern] = {
                index: match
                for index in self._holding(pattern)
                if (match := regex.search(self.sheet.sentences[index].full))
            }
        return self._hits[pattern]

    def _holding(self, pattern: str) -> Iterable[int]:
        needed = literals(pattern)
        if needed is None:
            return range(len(self.sheet.sentences))
        return sorted(frozenset().union(*(self.sheet.holding(literal) for literal in needed)))

    def weigh(self, cues: Iterable[Cue]) -> dict[int, float]:
        """Return the summed weight of the cues that match, by sentence."""
        total: dict[int, float] = {}
        for cue in cues:
            for index in self.hits(cue.pattern):
                total[index] = total.get(index, 0.0) + cue.weight
        return total
