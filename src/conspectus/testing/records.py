"""A stand-in for Records: dictionaries, and no way to lose them but to end the process."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from secrets import token_hex

from conspectus.domain.errors import StorageError
from conspectus.domain.job import (
    ENDED,
    STATES,
    Attempt,
    Event,
    Failure,
    Glance,
    Job,
    JobDocument,
    Once,
    State,
    Tally,
    Task,
    report_key,
    upload_key,
)
from conspectus.domain.usage import Usage
from conspectus.testing.again import Again
from conspectus.testing.ledger import LATEST_SECONDS, OFFER_SECONDS, Held, Place, glance


class MemoryRecords(Again):
    """Jobs in dictionaries."""

    async def hold(self, workspace: str, digests: Sequence[str]) -> list[str]:
        """Return the archive key of each upload, and keep it from being dropped."""
        keys = []
        for digest in digests:
            upload = self._uploads.setdefault((workspace, digest), Held(token_hex(4)))
            upload.holds, upload.at = upload.holds + 1, self.clock()
            keys.append(upload_key(workspace, digest, upload.mark))
        return keys

    async def release(self, workspace: str, digests: Sequence[str]) -> None:
        """Give up holds that no job came of."""
        self._let_go(workspace, digests)
        self._drop_unheld((workspace, digest) for digest in digests)

    async def submit(
        self, job: Job, documents: Sequence[JobDocument], once: Once | None = None
    ) -> str:
        """Write down a job with its queued documents."""
        now = self.clock()
        if any((job.workspace, one.sha256) not in self._uploads for one in documents):
            raise StorageError("The upload took so long that its files were let go.")
        if once and (stands := self._only(job, once)) != job.id:
            return stands
        self._jobs[job.id] = replace(job, counts=dict.fromkeys(STATES, 0), times={"queued": now})
        for one in documents:
            self._places[one.id] = Place(replace(one, times={"queued": now}), now)
        self._let_go(job.workspace, [one.sha256 for one in documents])
        self._move(job.id, {"queued": len(documents)}, [])
        return job.id

    async def job(self, workspace: str, job: str) -> Job | None:
        """Return a job."""
        found = self._jobs.get(job)
        return found if found and found.workspace == workspace else None

    async def jobs(
        self, workspace: str, label: str | None = None, before: str | None = None, most: int = 100
    ) -> list[Job]:
        """Return jobs, the latest first."""
        mine = [job for _, job in sorted(self._jobs.items())[::-1] if job.workspace == workspace]
        alike = (job for job in mine if label in (None, job.label))
        return [job for job in alike if before is None or job.id < before][:most]

    async def traced(self, trace_id: str) -> list[Job]:
        """Return the jobs of all workspaces that belong to a trace, the latest first."""
        return [job for _, job in sorted(self._jobs.items())[::-1] if job.trace_id == trace_id]

    async def ended(self, before: int, most: int) -> list[tuple[str, str]]:
        """Return workspace and id of jobs that ended before a time."""
        return self._ended(before)[:most]

    async def documents(
        self,
        workspace: str,
        job: str,
        after: int = -1,
        most: int | None = None,
        states: Collection[State] = (),
    ) -> list[JobDocument]:
        """Return the documents at positions beyond `after`, in order."""
        if await self.job(workspace, job) is None:
            return []
        return [
            one
            for one in self._of(job)
            if one.position > after and (not states or one.status in states)
        ][:most]

    async def glances(self, workspace: str, job: str) -> list[Glance]:
        """Return what the status shows of each document, in order."""
        return [glance(one) for one in await self.documents(workspace, job)]

    async def document(self, workspace: str, document: str) -> JobDocument | None:
        """Return a document."""
        place = self._places.get(document)
        if place is None or await self.job(workspace, place.document.job) is None:
            return None
        return place.document

    async def upload(self, workspace: str, document: str) -> str | None:
        """Return the archive key of a document's upload."""
        found = await self.document(workspace, document)
        if found is None or (workspace, found.sha256) not in self._uploads:
            return None
        return upload_key(workspace, found.sha256, self._uploads[workspace, found.sha256].mark)

    async def events(self, workspace: str, job: str, after: int, most: int) -> list[Event]:
        """Return the events with a number beyond `after`, in order."""
        if await self.job(workspace, job) is None:
            return []
        return self._events[job][after : after + most]

    async def unoffered(self, most: int) -> list[tuple[str, int]]:
        """Return due documents, with priority, that the engine was not told of lately."""
        now = self.clock()
        late = now + LATEST_SECONDS * 1000
        return [
            (id_, self._jobs[place.document.job].priority)
            for id_, place in sorted(self._places.items())
            if place.document.status == "queued"
            and (place.due <= now or not place.document.attempts or place.due > late)
            and place.offered < now - OFFER_SECONDS * 1000
        ][:most]

    async def offered(self, documents: Sequence[str]) -> None:
        """Note that the engine knows these."""
        for document in documents:
            if document in self._places:
                self._places[document].offered = self.clock()

    async def begin(self, document: str) -> Task | None:
        """Start an attempt; all earlier ones of the document end."""
        place = self._places.get(document)
        if place is None or place.document.status not in ("queued", "running"):
            return None
        one, lost = place.document, place.document.status == "running"
        place.fence, place.losses = place.fence + 1, place.losses + lost
        moved: dict[State, int] = {} if lost else {"queued": -1, "running": 1}
        self._change(
            place,
            moved,
            status="running",
            stage="",
            failure=None,
            attempts=one.attempts + 1,
            times={**one.times, "running": self.clock()},
        )
        job = self._jobs[one.job]
        upload = await self.upload(job.workspace, document) or ""
        facts = (upload, one.attempts + 1, place.losses, job.parent)
        attempt = Attempt(document, place.fence)
        return Task(attempt, job.id, job.workspace, job.order, one.name, *facts)

    async def standing(self, attempts: Collection[Attempt]) -> set[Attempt]:
        """Return those that have not ended."""
        return {attempt for attempt in attempts if self._stands(attempt) is not None}

    async def succeed(self, attempt: Attempt, usage: Usage, tally: Tally) -> bool:
        """End the document with a report."""
        return self._leave(attempt, "succeeded", None, usage, tally=tally, progress=1.0)

    async def fail(self, attempt: Attempt, failure: Failure, usage: Usage) -> bool:
        """End the document without one."""
        return self._leave(attempt, "failed", failure, usage)

    async def postpone(
        self, attempt: Attempt, failure: Failure, usage: Usage, seconds: float
    ) -> bool:
        """Queue the document again, due in so many seconds."""
        place = self._stands(attempt)
        if place:
            place.due, place.offered = self.clock() + round(seconds * 1000), 0
        return self._leave(attempt, "queued", failure, usage)

    async def put_back(self, attempt: Attempt) -> bool:
        """Queue the document again as if the attempt had not been made."""
        place = self._stands(attempt)
        if place is None:
            return False
        attempts = place.document.attempts - 1
        self._change(place, {"running": -1, "queued": 1}, status="queued", attempts=attempts)
        return True

    async def cancel(self, workspace: str, job: str) -> bool:
        """Cancel what has not ended."""
        known = await self.job(workspace, job)
        for one in self._of(job) if known else []:
            if one.status in ("queued", "running"):
                times = {**one.times, "cancelled": self.clock()}
                moved: dict[State, int] = {one.status: -1, "cancelled": 1}
                self._change(self._places[one.id], moved, status="cancelled", times=times)
        return known is not None

    async def retry(self, workspace: str, job: str, documents: Collection[str] = ()) -> bool:
        """Queue what failed or was cancelled."""
        known = await self.job(workspace, job)
        for one in self._of(job) if known else []:
            wanted = not documents or one.id in documents
            if wanted and one.status in ("failed", "cancelled"):
                place = self._places[one.id]
                place.due, place.offered, place.losses = self.clock(), 0, 0
                self._change(
                    place,
                    {one.status: -1, "queued": 1},
                    status="queued",
                    stage="",
                    progress=0.0,
                    failure=None,
                    attempts=0,
                    times={state: one.times[state] for state in one.times if state not in ENDED},
                )
        return known is not None

    async def delete(self, workspace: str, job: str) -> bool:
        """Forget all of a job."""
        if await self.job(workspace, job) is None:
            return False
        gone = self._of(job)
        for one in gone:
            del self._places[one.id]
            self._dropped[report_key(one.id)] = None
        del self._jobs[job]
        self._once = {key: used for key, used in self._once.items() if used[0] != job}
        self._events.pop(job, None)
        self._answers.pop(job, None)
        self._drop_unheld((workspace, one.sha256) for one in gone)
        return True

    async def dropped(self, most: int) -> list[str]:
        """Return archive keys that nothing refers to any more."""
        self._drop_unheld([*self._uploads])
        return [*self._dropped][:most]

    async def forget(self, keys: Sequence[str]) -> None:
        """Note that these are deleted from the archive."""
        for key in keys:
            self._dropped.pop(key, None)
