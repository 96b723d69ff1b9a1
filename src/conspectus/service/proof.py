"""Proving the audit trail: whether it is whole, and if not, which line is the first that is not."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from conspectus.domain.errors import StorageError
from conspectus.domain.trail import Head, Line, Words, digest, hash_of
from conspectus.ports import Trail

PAGE = 500
BELOW = -(2**62)
"""Below every number that a line may have been given; those of the trail begin with 1."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first line that is broken, and how: completes "Line 7 ..."."""

    number: int
    told: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How many lines there are, the last of them, and the break if there is one.

    `unsealed` counts lines at the end that an older version wrote and nothing has sealed yet.
    """

    head: Head
    unsealed: int = 0
    broken: Break | None = None


async def prove(trail: Trail, noted: Head | None = None) -> Proof:
    """Read the whole trail. `noted` is a head that was noted elsewhere: its line must be there.

    It is broken by a line that was changed, removed, put in or swapped, by an end that was cut
    off (as the head in the records tells, and `noted`), and by words of an act that were changed,
    or that are gone though their job was never deleted.
    """
    proving = _Proving(await trail.head(), noted)
    try:
        async for lines, words in _pages(trail):
            for line in lines:
                if told := proving.take(line, words):
                    return proving.proof(Break(line.number, told))
            if stray := [number for number in words if number not in proving.acts]:
                told = "holds words that no act on the trail owns"
                return proving.proof(Break(min(stray), told))
        loose = await trail.words(proving.last.number, None)
    except _Unreadable as error:
        return proving.proof(Break(error.number, "cannot be read"))
    return proving.proof(proving.end(bool(loose)))


def _whole(line: Line) -> bool:
    """Tell whether a line bears its own hash; a field of another type has none."""
    try:
        return line.hash == hash_of(line)
    except (TypeError, UnicodeError):
        return False


class _Unreadable(Exception):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


async def _pages(trail: Trail) -> AsyncIterator[tuple[list[Line], dict[int, Words]]]:
    after, most = BELOW, PAGE
    while True:
        try:
            lines = [*await trail.lines(after, most)]
            until = lines[-1].number if lines else after
            words = {one.line: one for one in await trail.words(after, until)}
        except StorageError:
            if most == 1:
                raise _Unreadable(max(after + 1, 1)) from None
            most = 1  # go on line by line, to name the one that cannot be read
            continue
        if not lines:
            return
        yield lines, words
        after = until


@dataclass
class _Proving:
    head: Head
    noted: Head | None
    last: Head = field(default_factory=Head)
    unsealed: int = 0
    acts: set[int] = field(default_factory=set)
    missing: dict[int, tuple[str, str]] = field(default_factory=dict)
    deleted: set[tuple[str, str]] = field(default_factory=set)

    def take(self, line: Line, words: dict[int, Words]) -> str:
        """Return how a line is broken; an empty string when it is whole."""
        if line.number != self.last.number + self.unsealed + 1:
            return f"follows line {self.last.number + self.unsealed}: what stood between is gone"
        if line.number > self.head.number and not line.hash:
            self.unsealed += 1
            return ""
        if line.previous != self.last.hash:
            return "does not follow the line before it"
        if not _whole(line):
            return "is not as it was written"
        if line.number > self.head.number:
            return "stands beyond the last line that is noted"
        self.last = Head(line.number, line.hash)
        if self.noted and self.noted.number == line.number and self.noted.hash != line.hash:
            return "is not the line that was noted elsewhere"
        return self._act(line, words)

    def _act(self, line: Line, words: dict[int, Words]) -> str:
        deed = line.deed
        if deed.action == "delete":
            self.deleted.add((deed.workspace, deed.subject))
        if "words" not in deed.data:
            return ""
        self.acts.add(line.number)
        if line.number not in words:
            self.missing[line.number] = (deed.workspace, deed.subject.rpartition("-")[0])
        elif words[line.number][1:3] != (deed.subject, deed.data["act"]):
            return "has words of another act"
        elif digest(words[line.number].text) != deed.data["words"]:
            return "has other words than were written"
        return ""

    def end(self, loose: bool) -> Break | None:
        """Return what is broken once every line was read."""
        if lost := [line for line, job in self.missing.items() if job not in self.deleted]:
            return Break(min(lost), "has lost its words, and no line says that its job was deleted")
        if self.last.number < self.head.number or loose:
            return Break(self.last.number + 1, "is gone: the end of the trail was cut off")
        if self.last != self.head:
            return Break(self.last.number, "is not the last line that is noted")
        if self.noted and self.noted.number > self.last.number:
            return Break(self.last.number + 1, "is gone: a later one was noted elsewhere")
        return None

    def proof(self, broken: Break | None) -> Proof:
        return Proof(self.last, self.unsealed, broken)
