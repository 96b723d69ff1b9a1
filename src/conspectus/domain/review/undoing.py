"""The act that takes the last act of a review back, where there is one."""

from collections.abc import Mapping
from typing import Any

from conspectus.domain.opened import evidence_of
from conspectus.domain.review.acts import Act, Add, Cite, Correct, Delete, Edit, Move
from conspectus.domain.review.review import Review

Data = Mapping[str, Any]

UNDONE = ("edit", "add", "delete", "move", "cite", "correct")
"""Kinds of acts that can be taken back. What a person approved or signed stays said."""


def undoing(review: Review, words: Data) -> Act | None:
    """Return the act that takes back the last act of a review, by the words of its line.

    A statement that was deleted comes back with a fresh id.
    """
    kind, before, after = words["act"]["kind"], words["before"], words["after"]
    if kind == "add" and after:
        return Delete(after["id"])
    if kind not in UNDONE or not before:
        return None
    if kind == "edit":
        return Edit(before["id"], before["text"])
    if kind == "cite":
        return Cite(before["id"], evidence_of(before["evidence"]))
    if kind == "correct":
        return _restored(before)
    if kind == "move":
        return Move(before["id"], before["section"], _leader(review, before))
    facts, evidence = tuple(before["facts"]), evidence_of(before["evidence"])
    leader, item = _leader(review, before), before["item"]
    return Add(before["section"], before["text"], evidence, facts, leader, item)


def _restored(before: Data) -> Correct | None:
    """Return what gives a fact its value again; what silence answered rests on no words."""
    value, evidence = before["value"], evidence_of(before["evidence"])
    if value is None:
        return Correct(before["fact"], None)
    value = tuple(value) if isinstance(value, list) else value
    return Correct(before["fact"], value, evidence) if evidence else None


def _leader(review: Review, before: Data) -> str:
    """Return the statement behind which one stood, empty when it was the first."""
    for section in review.document.sections:
        if section.id == before["section"]:
            others = [one.id for one in section.statements if one.id != before["id"]]
            return others[before["place"] - 1] if 0 < before["place"] <= len(others) else ""
    return ""
