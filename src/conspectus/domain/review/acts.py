"""What a reviewer does to a report, one act at a time, and acts as plain data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, get_args

from conspectus.domain.envelope import evidence_data
from conspectus.domain.errors import UsageError
from conspectus.domain.facts import Value
from conspectus.domain.opened import evidence_of
from conspectus.domain.source import Evidence

Data = dict[str, Any]


class ActRefused(UsageError):
    """The act names what is not there, or says nothing."""

    code = "act-refused"


class ActedMeanwhile(UsageError):
    """Others have acted since the act that this one had seen last."""

    code = "acted-meanwhile"


class NotSignable(UsageError):
    """Something stands in the way of a sign-off."""

    code = "not-signable"


@dataclass(frozen=True, slots=True)
class Edit:
    """Say a statement in other words."""

    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """Add a statement `after` another one of the section, at its head when that is empty.

    A section that the document does not have yet gets its `title`, and stands last.
    """

    section: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()
    after: str = ""
    item: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a statement out."""

    statement: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put a statement `after` another one of a section, at its head when that is empty."""

    statement: str
    section: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """Let a statement rest on these words of the source and no others."""

    statement: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Correct:
    """Give a fact the value that these words of the source bear; None says it is not stated."""

    fact: str
    value: Value
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolve:
    """Give the reason for which lines of the omission ledger may stay left out."""

    lines: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve a section as it is."""

    section: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Sign the document off; `meaning` says what the name stands for."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Make a signed document a draft again."""

    reason: str


Act = Edit | Add | Delete | Move | Cite | Correct | Resolve | Approve | Sign | Withdraw

KINDS: Mapping[str, Callable[..., Act]] = MappingProxyType(
    {kind.__name__.lower(): kind for kind in get_args(Act)}
)
"""Every act by the word for it in data: "edit", "add", and so on."""

LEAST_LETTERS = 2
"""A reason has no fewer letters and digits."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act that stands on the trail: its number within the review from 1, by whom, and when.

    `line` is the number of its line on the audit trail, `seal` that line's hash; time as in `job`.
    """

    number: int
    act: Act
    actor: str = ""
    time: int = 0
    line: int = 0
    seal: str = ""


def require_words(act: Act) -> None:
    """Refuse an act whose words say nothing: marks alone, or a lone letter for a reason.

    For an act that is to be done; one that was done before stands as it is.
    """
    given = {field.name: getattr(act, field.name) for field in fields(act)}
    for name, least in (("text", 1), ("name", 1), ("meaning", 1), ("reason", LEAST_LETTERS)):
        if name in given and sum(map(str.isalnum, given[name])) < least:
            raise ActRefused(f"The {name} has no words that could be read.")


def kind_of(act: Act) -> str:
    """Return the word for an act."""
    return type(act).__name__.lower()


def act_data(act: Act) -> Data:
    """Return an act as plain data."""
    values = {field.name: _plain(getattr(act, field.name)) for field in fields(act)}
    return {"kind": kind_of(act), **values}


def act_of(data: Mapping[str, Any]) -> Act:
    """Return the act that `act_data` wrote down."""
    given = {name: value for name, value in data.items() if name != "kind"}
    if "evidence" in given:
        given["evidence"] = evidence_of(given["evidence"])
    return KINDS[data["kind"]](
        **{name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
    )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [evidence_data(v) if isinstance(v, Evidence) else v for v in value]
    return value
