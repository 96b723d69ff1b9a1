"""Which literals a regular expression cannot match without."""

from functools import lru_cache

Options = frozenset[str]
"""Literals of which every match holds at least one."""

_SHORT = frozenset("$%#")
_OPTIONAL = ("?", "*", "{0")


@lru_cache(maxsize=8192)
def literals(pattern: str) -> Options | None:
    r"""Return lower-case literals of which every match holds at least one, None without such a set.

    >>> sorted(literals(r"(?:you|they) will be paid|\$\d"))
    ['$', ' will be paid']
    """
    return _choices(pattern, 0)[0]


def _choices(pattern: str, at: int) -> tuple[Options | None, int]:
    """Read alternatives up to the end or the closing bracket; return the options and where."""
    branches: list[Options | None] = []
    while True:
        options, at = _branch(pattern, at)
        branches.append(options)
        if at >= len(pattern) or pattern[at] == ")":
            break
        at += 1
    found = [options for options in branches if options]
    return (frozenset().union(*found) if len(found) == len(branches) else None), at


def _branch(pattern: str, at: int) -> tuple[Options | None, int]:
    """Read one alternative; return the best of what it needs and where it ends."""
    needed: list[Options] = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        group, literal, at = _atom(pattern, at)
        optional = pattern.startswith(_OPTIONAL, at)
        if literal and not optional:
            run += literal
        if group and not optional:
            needed.append(group)
        after = _skip_quantifier(pattern, at)
        if not literal or after > at:
            needed.append(frozenset((run,)))
            run = ""
        at = after
    needed.append(frozenset((run,)))
    good = [options for options in needed if all(len(o) > 2 or o in _SHORT for o in options)]
    return max(good, key=lambda o: (min(map(len, o)), -len(o)), default=None), at


def _atom(pattern: str, at: int) -> tuple[Options | None, str, int]:
    """Read a group, class, escape or character; return its options, its literal and the end."""
    char = pattern[at]
    if char == "(":
        looks = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
        options, end = _choices(pattern, _open(pattern, at))
        return None if looks else options, "", end + 1
    if char == "[":
        return None, "", pattern.index("]", at + 2) + 1
    if char == "\\":
        escaped = pattern[at + 1]
        return None, "" if escaped.isalnum() else escaped, at + 2
    return None, "" if char in ".^$" else char.lower(), at + 1


def _open(pattern: str, at: int) -> int:
    """Return where the content of the group that opens at `at` begins."""
    if pattern[at + 1] != "?":
        return at + 1
    if pattern.startswith("(?P<", at):
        return pattern.index(">", at) + 1
    if pattern.startswith(("(?<=", "(?<!"), at):
        return at + 4
    if pattern.startswith(("(?=", "(?!"), at):
        return at + 3
    return pattern.index(":", at) + 1


def _skip_quantifier(pattern: str, at: int) -> int:
    if at < len(pattern) and pattern[at] in "?*+{":
        at = pattern.index("}", at) + 1 if pattern[at] == "{" else at + 1
        if at < len(pattern) and pattern[at] in "?+":
            at += 1
    return at
