"""What was done in a review, act by act, in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conspectus.domain.apparatus import in_words
from conspectus.domain.text.legible import legible
from conspectus.domain.trail import Entry
from conspectus.service.review import Opened

Data = Mapping[str, Any]

_DEEDS = {
    "edit": "Reworded a statement",
    "add": "Added a statement",
    "delete": "Deleted a statement",
    "move": "Moved a statement",
    "cite": "Chose other words as evidence",
    "correct": "Corrected a fact",
    "resolve": "Left lines of the ledger out",
    "approve": "Approved a section",
    "sign": "Signed off",
    "withdraw": "Withdrew the sign-off",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An act in words: what was done, to what, and how that was before and is after.

    `seal` is the hash of its line on the audit trail; time as in `job`.
    """

    number: int
    kind: str
    deed: str
    about: str
    before: str
    after: str
    actor: str
    time: int
    line: int
    seal: str


def told(entry: Entry, found: Opened) -> Told:
    """Return an act in words. Ids of sections and lines are told by their titles and items."""
    words = json.loads(entry.words)
    act, line = words["act"], entry.line
    kind, before, after = act["kind"], words["before"] or {}, words["after"] or {}
    say = _SAYS.get(kind, _text)
    return Told(
        entry.number,
        kind,
        _DEEDS[kind],
        _about(act, before or after, found),
        say(before, found),
        say(after, found),
        line.actor,
        line.time,
        line.number,
        line.hash,
    )


def _about(act: Data, thing: Data, found: Opened) -> str:
    kind = act["kind"]
    if kind == "correct":
        return in_words(act["fact"])
    if kind == "resolve":
        items = {line.id: line.omission.item for line in found.examined.ledger}
        return "; ".join(items.get(line, "a line that is gone") for line in act["lines"])
    if kind == "approve":
        return _title(act["section"], found)
    if kind in ("sign", "withdraw"):
        return f"{act['name']}: {act['meaning']}" if kind == "sign" else str(act["reason"])
    if kind == "cite":
        return str(thing.get("text", ""))
    return _title(thing.get("section", ""), found)


def _title(section: str, found: Opened) -> str:
    titles = {one.id: one.title for one in found.review.document.sections}
    return titles.get(section, section)


def _text(thing: Data, found: Opened) -> str:
    return str(thing.get("text", ""))


def _place(thing: Data, found: Opened) -> str:
    if not thing:
        return ""
    return f"{thing['text']} ({_title(thing['section'], found)}, {thing['place'] + 1})"


def _quotes(thing: Data, found: Opened) -> str:
    return " … ".join(f"“{legible(one['quote'])}”" for one in thing.get("evidence", ()))


def _value(thing: Data, found: Opened) -> str:
    value = thing.get("value")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    return str(value) if value else "not stated"


def _reason(thing: Data, found: Opened) -> str:
    return "; ".join(dict.fromkeys(one for one in thing.get("reasons", {}).values() if one))


def _nothing(thing: Data, found: Opened) -> str:
    return ""


_SAYS = {
    "move": _place,
    "cite": _quotes,
    "correct": _value,
    "resolve": _reason,
    "approve": _nothing,
    "sign": _nothing,
    "withdraw": _nothing,
}
