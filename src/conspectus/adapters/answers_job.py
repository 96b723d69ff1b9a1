"""The answers of one job: in the records, without time to live, deleted with the job."""

from collections.abc import Mapping

from conspectus.domain.answers import Kept, Purge, Size
from conspectus.ports import Records, Seal

TIER = "job"


class JobAnswers:
    """An AnswerStore that a purge does not touch; its job asks for nothing twice.

    Who does not find an answer looks again before asking for it. The second look goes no further
    than here: one question less to the records, of which each takes two while it holds a slot.
    """

    def __init__(self, records: Records, job: str, seal: Seal) -> None:
        self._records = records
        self._job = job
        self._seal = seal
        self._missed: set[str] = set()

    async def get(self, key: str) -> Kept | None:
        """Return the answer unless it is not what was written."""
        if key in self._missed:
            self._missed.remove(key)
            return None
        sealed = await self._records.answer(self._job, key)
        if sealed is None:
            self._missed.add(key)
        return self._seal.open(key, sealed, TIER) if sealed else None

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer; it is committed on return."""
        await self._records.keep_answer(self._job, key, self._seal.close(key, kept))
        self._missed.discard(key)

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Grant it: who else asks the same at the same time is for the cache behind."""
        return True

    async def release(self, key: str, owner: str) -> None:
        """Do nothing."""

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take nothing away: the job's report must be made again from these."""
        return {}

    async def sizes(self) -> Mapping[str, Size]:
        """Tell nothing: these are no part of the cache."""
        return {}
