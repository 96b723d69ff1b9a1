"""The dictionaries behind MemoryRecords, and what every change of a document does to them."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from conspectus.domain.errors import OrderedOtherwise
from conspectus.domain.job import (
    ENDED,
    Attempt,
    Event,
    Failure,
    Glance,
    Job,
    JobDocument,
    Once,
    State,
    upload_key,
)
from conspectus.domain.totals import NOTHING as EMPTY
from conspectus.domain.totals import Counts, Standing, Total
from conspectus.domain.usage import Usage

HOLD_SECONDS, OFFER_SECONDS, LATEST_SECONDS = 86_400, 60, 7_200
NOTHING = Usage()


@dataclass
class Place:
    """A document with what only the records know of it."""

    document: JobDocument
    due: int
    fence: int = 0
    losses: int = 0
    offered: int = 0


@dataclass
class Held:
    """An upload: the mark in its archive key, and the submissions under way."""

    mark: str
    holds: int = 0
    at: int = 0


@dataclass
class Ledger:
    """`clock` gives milliseconds since 1970."""

    clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    _jobs: dict[str, Job] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)
    _events: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    _answers: dict[str, dict[str, bytes]] = field(default_factory=lambda: defaultdict(dict))
    _uploads: dict[tuple[str, str], Held] = field(default_factory=dict)
    _once: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _dropped: dict[str, None] = field(default_factory=dict)
    _turns: dict[str, float] = field(default_factory=dict)
    _totals: Counter[Total] = field(default_factory=Counter)
    _workers: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    async def ahead(self, workspace: str, job: str) -> int:
        """Return how many queued documents of other jobs come before those of a job."""
        own = self._jobs.get(job)
        if own is None or own.workspace != workspace:
            return 0
        place = (-own.priority, own.id)
        others = [one for one in self._jobs.values() if (-one.priority, one.id) < place]
        return sum(one.counts.get("queued", 0) for one in others)

    async def advance(
        self, attempt: Attempt, stage: str, progress: float, sections: Sequence[str] = ()
    ) -> bool:
        """Note how far it is, and the sections written since."""
        if place := self._stands(attempt):
            one = place.document
            for section in sections:
                data = {"document_id": one.id, "name": one.name, "section": section}
                self._happen(one.job, "section", data)
            self._change(place, {}, stage=stage, progress=progress)
        return bool(place)

    async def spend(self, document: str, usage: Usage, counts: Counts = EMPTY) -> None:
        """Add to what a document and its job took, and to the totals."""
        self._totals.update(counts)
        if place := self._places.get(document):
            place.document = replace(place.document, usage=place.document.usage + usage)
            self._move(place.document.job, {}, [], usage)

    async def answer(self, job: str, key: str) -> bytes | None:
        """Return an answer that was kept for a job."""
        return self._answers[job].get(key)

    async def keep_answer(self, job: str, key: str, sealed: bytes) -> None:
        """Keep an answer with its job, unless that was deleted meanwhile."""
        if job in self._jobs:
            self._answers[job][key] = sealed

    async def turn(self, name: str, per_minute: float) -> float:
        """Take the next turn of that name; return how many seconds to wait for it."""
        now = self.clock()
        turn = max(now, self._turns.get(name, 0.0))
        self._turns[name] = turn + 60_000 / per_minute
        return (turn - now) / 1000

    async def count(self, counts: Counts) -> None:
        """Add to the totals."""
        self._totals.update(counts)

    async def beat(self, worker: str, ailing: Sequence[str]) -> None:
        """Note that a worker lives now."""
        self._workers[worker] = self.clock(), tuple(ailing)

    async def leave(self, worker: str) -> None:
        """Note that a worker has ended."""
        self._workers.pop(worker, None)

    async def alive(self, seconds: float) -> dict[str, tuple[str, ...]]:
        """Return the workers that were heard of lately."""
        since = self.clock() - seconds * 1000
        found = sorted(self._workers.items())
        return {worker: ailing for worker, (at, ailing) in found if at > since}

    async def stands(self, alive_seconds: float) -> Standing:
        """Return how all of it stands."""
        now, jobs = self.clock(), self._jobs.values()
        due = [p.due for p in self._places.values() if p.document.status == "queued"]
        return Standing(
            dict(self._totals),
            Counter(str(job.status) for job in jobs),
            len(due),
            sum(job.counts.get("running", 0) for job in jobs),
            max(0.0, (now - min(due)) / 1000) if due else 0.0,
            await self.alive(alive_seconds),
        )

    def _only(self, job: Job, once: Once) -> str:
        """Return the job that stands under a key: this one, unless there was one before."""
        earlier, digest = self._once.setdefault((job.workspace, once.key), (job.id, once.digest))
        if digest != once.digest:
            raise OrderedOtherwise("This key was used for another order.")
        return earlier

    def _ended(self, before: int) -> list[tuple[str, str]]:
        jobs = [job for job in self._jobs.values() if job.status in ENDED]
        return [(job.workspace, job.id) for job in jobs if job.times[job.status] < before]

    def _of(self, job: str) -> list[JobDocument]:
        found = [p.document for p in self._places.values() if p.document.job == job]
        return sorted(found, key=lambda one: one.position)

    def _stands(self, attempt: Attempt) -> Place | None:
        place = self._places.get(attempt.document)
        standing = place and place.fence == attempt.number and place.document.status == "running"
        return place if standing else None

    def _leave(
        self, attempt: Attempt, status: State, failure: Failure | None, usage: Usage, **also: Any
    ) -> bool:
        place = self._stands(attempt)
        if place is None:
            return False
        one = place.document
        times = {**one.times, status: self.clock()} if status in ENDED else one.times
        moved: dict[State, int] = {"running": -1, status: 1}
        changes = {"status": status, "failure": failure, "times": times, **also}
        self._change(place, moved, usage, **changes)
        return True

    def _change(
        self, place: Place, moved: Mapping[State, int], usage: Usage = NOTHING, **changes: Any
    ) -> None:
        place.document = replace(place.document, usage=place.document.usage + usage, **changes)
        one, error = place.document, place.document.failure
        data: dict[str, object] = {"document_id": one.id, "name": one.name, "status": one.status}
        if one.stage and one.status == "running":
            data |= {"stage": one.stage, "progress": one.progress}
        if error:
            data["error"] = {
                "code": error.code,
                "detail": error.detail,
                "retryable": error.retryable,
            }
        self._move(one.job, moved, [data], usage)

    def _move(
        self,
        job: str,
        moved: Mapping[State, int],
        told: Sequence[Mapping[str, object]],
        usage: Usage = NOTHING,
    ) -> None:
        before, now = self._jobs[job], self.clock()
        counts = {state: n + moved.get(state, 0) for state, n in before.counts.items()}
        after = replace(before, counts=counts, usage=before.usage + usage)
        times = {state: at for state, at in before.times.items() if state not in ENDED}
        if moved.get("running", 0) > 0:
            times.setdefault("running", now)
        if after.status in ENDED:
            times[after.status] = now
        self._jobs[job] = replace(after, times=times)
        for state, number in moved.items():
            if state in ENDED:
                self._totals[Total("documents", "", state)] += max(0, number)
        for data in told:
            self._happen(job, "document", data)
        if not before.total or before.status != after.status:
            self._happen(job, "job", {"status": after.status, "counts": counts})

    def _happen(self, job: str, kind: str, data: Mapping[str, object]) -> None:
        events = self._events[job]
        events.append(Event(job, len(events) + 1, kind, data, self.clock()))

    def _let_go(self, workspace: str, digests: Sequence[str]) -> None:
        for digest, times in Counter(digests).items():
            if upload := self._uploads.get((workspace, digest)):
                upload.holds = max(0, upload.holds - times)

    def _drop_unheld(self, uploads: Iterable[tuple[str, str]]) -> None:
        needed = {
            (self._jobs[place.document.job].workspace, place.document.sha256)
            for place in self._places.values()
        }
        for key in dict.fromkeys(uploads):
            upload = self._uploads.get(key)
            if upload is None or key in needed:
                continue
            if not upload.holds or upload.at < self.clock() - HOLD_SECONDS * 1000:
                del self._uploads[key]
                self._dropped[upload_key(*key, upload.mark)] = None


def glance(one: JobDocument) -> Glance:
    """Return what a status shows of a document."""
    why = one.failure and (one.failure.code, one.failure.detail, one.failure.retryable)
    return Glance(one.id, one.name, one.status, one.stage, one.progress, *(why or ()))
