"""Answers that are kept, what they are tagged with, and what a purge takes away."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from math import isfinite

from conspectus.domain.request import Answer


@dataclass(frozen=True, slots=True)
class Tags:
    """By what an answer can be purged; tags never decide whether it is found.

    `plugin` is id and version, `document` the SHA-256 of the upload that asked first.
    """

    plugin: str = ""
    model: str = ""
    document: str = ""
    workspace: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as a store keeps it.

    `asked` and `expires` are seconds since 1970 (expires None: never), `size` is the memory that
    the answer takes, in bytes, and `tier` names the store that gave it.
    """

    answer: Answer
    tags: Tags
    asked: float
    expires: float | None = None
    size: int = 0
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Purge:
    """Takes the answers asked before `before` that have every tag named here.

    `id` lets a store that was away learn of it once. `plugin` without a version takes all versions.
    """

    id: str
    before: float
    plugin: str | None = None
    model: str | None = None
    document: str | None = None
    workspace: str | None = None

    @property
    def everything(self) -> bool:
        """Whether no tag is asked for."""
        return {self.plugin, self.model, self.document, self.workspace} == {None}

    def takes(self, kept: Kept) -> bool:
        """Whether the answer is to go."""
        tags = kept.tags
        return (
            kept.asked < self.before
            and (self.plugin is None or f"{tags.plugin} ".startswith(f"{self.plugin} "))
            and self.model in (None, tags.model)
            and self.document in (None, tags.document)
            and self.workspace in (None, tags.workspace)
        )


def purge_of(note: object) -> Purge | None:
    """Return the purge that a store wrote down; None for what is no note of one.

    Further fields are passed over, so that a later version may write some.
    """
    if not isinstance(note, Mapping):
        return None
    id_, before = note.get("id"), note.get("before")
    tags = [note.get(name) for name in ("plugin", "model", "document", "workspace")]
    if not isinstance(id_, str) or not isinstance(before, float | int) or not isfinite(before):
        return None
    if not all(tag is None or isinstance(tag, str) for tag in tags):
        return None
    return Purge(id_, float(before), *tags)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a store holds; bytes of memory, or of values where they are written down."""

    entries: int
    bytes: int


def footprint(value: object) -> int:
    """Return the bytes of memory that plain frozen data take."""
    size = sys.getsizeof(value)
    if isinstance(value, tuple):
        return size + sum(map(footprint, value))
    if is_dataclass(value):
        return size + sum(footprint(getattr(value, field.name)) for field in fields(value))
    return size
