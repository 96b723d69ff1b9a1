"""What reviews and their proof need."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from conspectus.domain.access import Deed
from conspectus.domain.review.review import Standing
from conspectus.domain.trail import Entry, Head, Line, Words


class ReviewBook(Protocol):
    """Keeps the acts of reviews: a line of the audit trail each, and apart from it their words."""

    async def entries(self, workspace: str, document: str) -> list[Entry]:
        """Return the acts on a document in their order; none for one of another workspace."""

    async def standings(self, workspace: str, job: str) -> Mapping[str, Standing]:
        """Return by id each document of a job on which anybody has acted."""

    async def add(self, deed: Deed, seen: int, words: str) -> Entry:
        """Write an act on the document `deed.subject` down: line and words, or neither.

        Raises ActedMeanwhile unless `seen` is the number of the last act (0 before the first), and
        UnknownJob when the workspace has no such document.
        """


class Trail(Protocol):
    """The whole audit trail of all workspaces, as whoever proves it reads it."""

    async def head(self) -> Head:
        """Return what is noted of the last sealed line."""

    async def lines(self, after: int, most: int) -> Sequence[Line]:
        """Return lines with a number beyond `after`, in order.

        Raises StorageError when one of them cannot be read.
        """

    async def words(self, after: int, until: int | None) -> Sequence[Words]:
        """Return the words of acts on lines beyond `after`, to `until` if any, in order."""
