"""Orders of what was made before, in dictionaries."""

from conspectus.domain.job import JobDocument, Order
from conspectus.testing.ledger import Ledger


class Again(Ledger):
    """The part of MemoryRecords that finds what need not be made again."""

    async def made(
        self, workspace: str, order: Order, name: str, sha256: str, since: int
    ) -> JobDocument | None:
        """Return the latest document that is alone in its job and came of the same order."""
        found = [
            one
            for _, place in sorted(self._places.items())
            if (one := place.document).status == "succeeded"
            and (one.name, one.sha256) == (name, sha256)
            and one.times["succeeded"] >= since
            and (job := self._jobs[one.job]).workspace == workspace
            and (job.order, job.total) == (order, 1)
        ]
        return found[-1] if found else None
