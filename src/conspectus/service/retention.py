"""Taking away what was asked for, or what is old: all that came of a job, but for an audit line."""

import time
from collections.abc import Sequence
from uuid import uuid4

from conspectus.domain.access import Deed
from conspectus.domain.answers import Purge
from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import ENDED, JobDocument
from conspectus.ports import AnswerStore, Audit, Records
from conspectus.service.jobs import Jobs

DAY_SECONDS = 86_400
MOST = 100

LINGER_SECONDS = 5.0
"""So long a worker may go on asking about a document that was deleted."""


class Retention:
    """`days` is how long an ended job is kept; None keeps it until it is deleted."""

    def __init__(
        self,
        jobs: Jobs,
        records: Records,
        audit: Audit,
        answers: AnswerStore | None = None,
        days: float | None = None,
    ) -> None:
        self._jobs = jobs
        self._records = records
        self._audit = audit
        self._answers = answers
        self._days = days

    async def delete(self, workspace: str, job: str, actor: str) -> None:
        """Delete a job, its reports and answers, and uploads that no other job needs.

        Answers that the workspace asked for about its documents go from the shared cache as well.
        The line of the audit trail comes first: words of a review that are gone without one would
        show as a break of the trail.
        """
        await self._jobs.job(workspace, job)
        documents = await self._jobs.documents(workspace, job)
        told = {"documents": len(documents)}
        await self._audit.write(Deed(workspace, actor, "delete", job, told))
        await self._purge(workspace, documents)  # who dies after it knows the documents still
        await self._jobs.delete(workspace, job)
        under_way = [one for one in documents if one.status not in ENDED]
        await self._purge(workspace, under_way, LINGER_SECONDS)

    async def _purge(
        self, workspace: str, documents: Sequence[JobDocument], linger: float = 0
    ) -> None:
        before = time.time() + linger
        for digest in dict.fromkeys(document.sha256 for document in documents):
            if self._answers:
                purge = Purge(uuid4().hex, before, document=digest, workspace=workspace)
                await self._answers.purge(purge)

    async def expire(self) -> int:
        """Delete the jobs whose time is over; return how many."""
        if self._days is None:
            return 0
        before = round((time.time() - self._days * DAY_SECONDS) * 1000)
        gone = 0
        while old := await self._records.ended(before, MOST):
            for workspace, job in old:
                try:
                    await self.delete(workspace, job, "retention")
                except UnknownJob:
                    continue  # another process was faster
            gone += len(old)
        return gone
