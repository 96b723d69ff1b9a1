"""The audit trail: lines, each sealed by a hash over itself and the hash of the line before.

A chain alone cannot tell that its end was cut off: a *head*, number and hash of the last line,
is noted apart from the lines, and may be noted elsewhere.
"""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NamedTuple

from conspectus.domain.access import Deed
from conspectus.domain.errors import UsageError


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is kept; `data` is JSON, verbatim. Numbers count from 1 without a gap.

    `previous` is the hash of the line before, empty for the first. A line without a hash was
    written by a version that had no chain; the next one to be written seals it.
    """

    number: int
    workspace: str
    actor: str
    action: str
    subject: str
    data: str
    time: int
    previous: str = ""
    hash: str = ""

    @property
    def deed(self) -> Deed:
        """What was done."""
        told = (self.workspace, self.actor, self.action, self.subject)
        return Deed(*told, json.loads(self.data), self.time)


@dataclass(frozen=True, slots=True)
class Head:
    """Number and hash of the last sealed line; 0 and empty where there is none."""

    number: int = 0
    hash: str = ""

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


def head_of(given: str) -> Head:
    """Return the head that `str` wrote. Raises UsageError."""
    number, colon, hash_ = given.partition(":")
    if not (colon and number.isdecimal() and len(hash_) == 64):
        raise UsageError(f"'{given}' is no head: give NUMBER:HASH as `audit verify` prints it.")
    return Head(int(number), hash_)


def canonical(value: object) -> str:
    """Return the one JSON text of a value: keys in order, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of(line: Line) -> str:
    """Return the hash that a line should bear: SHA-256 over the canonical JSON of the rest."""
    told = {
        "number": line.number,
        "workspace": line.workspace,
        "actor": line.actor,
        "action": line.action,
        "subject": line.subject,
        "data": line.data,
        "time": line.time,
        "previous": line.previous,
    }
    return digest(canonical(told))


def sealed(line: Line, before: Head) -> Line:
    """Return the line as it follows what went before."""
    linked = replace(line, previous=before.hash)
    return replace(linked, hash=hash_of(linked))


def line_of(deed: Deed, number: int, time: int) -> Line:
    """Return the line of a deed, not sealed yet."""
    given = (deed.workspace, deed.actor, deed.action, deed.subject)
    workspace, actor, action, subject = (one.replace("\0", "\ufffd") for one in given)
    return Line(number, workspace, actor, action, subject, canonical(dict(deed.data)), time)


class Words(NamedTuple):
    """The words of an act as they lie apart: on which line it is, of what document, its number."""

    line: int
    document: str
    act: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An act on a document as it is kept: its number in the review, its line, and its words."""

    number: int
    line: Line
    words: str
