"""Which literals a regular expression cannot match without."""

import re
from functools import lru_cache

Options = frozenset[str]
"""Literals of which every match holds at least one."""

Branch = tuple[Options, ...]
"""What one alternative needs: something of each."""

DIGIT = "\\d"
"""Stands for any digit."""

_SHORT = frozenset(("$", "%", "#", DIGIT))
_NUMBERED = re.compile(r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+)")
_STRANGE = re.compile(r"\(\?(?:[(>#]|P=|[a-zA-Z-]*x|[a-zA-Z]+\))")
"""Groups that are not looked into: conditions, comments, references, flags of the whole."""

_OPTIONAL = ("?", "*", "{0")


@lru_cache(maxsize=4096)
def needs(pattern: str) -> tuple[Branch, ...]:
    r"""Return what each alternative of the pattern needs, in lower case, the rarest first.

    An alternative that needs nothing matches without any literal.

    >>> needs(r"will be paid|\$\d|\w+")
    ((frozenset({'will be paid'}),), (frozenset({'\\d'}), frozenset({'$'})), ())
    """
    return tuple(tuple(sorted(needed, key=_worth, reverse=True)) for _, needed in _parts(pattern))


@lru_cache(maxsize=4096)
def alternatives(pattern: str) -> tuple[str, ...]:
    """Return the alternatives of which the pattern is made at its top level.

    >>> alternatives(r"a(b|c)|[|]d")
    ('a(b|c)', '[|]d')
    """
    return tuple(alternative for alternative, _ in _parts(pattern))


@lru_cache(maxsize=64)
def _parts(pattern: str) -> tuple[tuple[str, Branch], ...]:
    """Read a pattern once for both: return its alternatives, each with what it needs."""
    if _STRANGE.search(pattern):
        return ((pattern, ()),)
    parts: list[tuple[str, Branch]] = []
    start = 0
    while start <= len(pattern):
        needed, end = _branch(pattern, start)
        parts.append((pattern[start:end], needed))
        start = end + 1
    return tuple(parts)


def _choices(pattern: str, at: int) -> tuple[Options | None, int]:
    """Read a group; return the options of which a match holds one, and where the group ends."""
    branches, at = _branches(pattern, at)
    found = [max(needed, key=_worth) for needed in branches if needed]
    return (frozenset().union(*found) if len(found) == len(branches) else None), at


def _fewest(options: Options) -> Options:
    """Leave out the literals in which another one stands: who holds them holds that."""
    kept: list[str] = []
    for option in sorted(options, key=len):
        if not any(shorter in option for shorter in kept):
            kept.append(option)
    return frozenset(kept)


def _worth(options: Options) -> tuple[int, int]:
    return min(map(len, options)), -len(options)


def _branches(pattern: str, at: int) -> tuple[list[Branch], int]:
    """Read alternatives up to the end or the closing bracket; return their needs and where."""
    branches: list[Branch] = []
    while True:
        needed, at = _branch(pattern, at)
        branches.append(needed)
        if at >= len(pattern) or pattern[at] == ")":
            return branches, at
        at += 1


def _branch(pattern: str, at: int) -> tuple[Branch, int]:
    """Read one alternative; return what it needs and where it ends."""
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
    good = [
        _fewest(options)
        for options in needed
        if all(len(literal) > 2 or literal in _SHORT for literal in options)
    ]
    return tuple(dict.fromkeys(good)), at


def _atom(pattern: str, at: int) -> tuple[Options | None, str, int]:
    """Read a group, class, escape or character; return its options, its literal and the end."""
    char = pattern[at]
    if char == "(":
        looks = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
        options, end = _choices(pattern, _open(pattern, at))
        return None if looks else options, "", end + 1
    if char == "[":
        return None, "", _end_of_class(pattern, at)
    if char == "\\":
        escaped = pattern[at + 1]
        if escaped == "d":
            return frozenset((DIGIT,)), "", at + 2
        numbered = _NUMBERED.match(pattern, at)
        end = numbered.end() if numbered else at + 2
        return None, "" if escaped.isalnum() else escaped, end
    return None, "" if char in ".^$" else char.lower(), at + 1


def _end_of_class(pattern: str, at: int) -> int:
    """Return where a class of characters ends; a bracket stands for itself if it comes first."""
    at += 1 + pattern.startswith("^", at + 1)
    at += pattern[at] == "]"
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


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
