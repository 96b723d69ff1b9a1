"""Jobs: what was ordered, how far each of its documents is, and what happened on the way.

Times are milliseconds since 1970 (UTC).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from conspectus.domain.usage import Usage

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]
JobState = State | Literal["partly_failed"]

STATES: tuple[State, ...] = ("queued", "running", "succeeded", "failed", "cancelled")
ENDED: frozenset[JobState] = frozenset({"succeeded", "partly_failed", "failed", "cancelled"})

Counts = Mapping[State, int]
Times = Mapping[JobState, int]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of each upload of a job.

    `version` names everything installed that shapes a report (program, plugin, own rules): the
    same order of the same upload gives the same report.
    """

    plugin: str
    parameters: Mapping[str, object]
    model: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Once:
    """A key under which its owner orders at most once, and a digest of all that was ordered."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no report could be made: a stable code, a line for the user, whether to try again."""

    code: str
    detail: str
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """What a list tells of a report: findings, those of severity error, words, school grade."""

    findings: int = 0
    errors: int = 0
    words: int = 0
    grade: float = 0.0


@dataclass(frozen=True, slots=True)
class JobDocument:
    """One upload of a job. `progress` runs from 0 to 1; `attempts` counts since the last retry."""

    id: str
    job: str
    position: int
    name: str
    sha256: str
    status: State = "queued"
    stage: str = ""
    progress: float = 0.0
    failure: Failure | None = None
    attempts: int = 0
    times: Times = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    tally: Tally | None = None


class Glance(NamedTuple):
    """What the status of a job shows of a document: there may be thousands, looked at often.

    `code`, `detail` and `retryable` are its failure, None when there is none.
    """

    id: str
    name: str
    status: State
    stage: str
    progress: float
    code: str | None = None
    detail: str | None = None
    retryable: bool | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Documents that were ordered together. A `label` lets its owner find it again.

    `parent` is the traceparent of whoever ordered them, see `domain.trace`; a job of an earlier
    version has none.
    """

    id: str
    workspace: str
    order: Order
    priority: int = 0
    label: str = ""
    counts: Counts = field(default_factory=dict)
    times: Times = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    parent: str = ""

    @property
    def total(self) -> int:
        """The number of documents."""
        return sum(self.counts.values())

    @property
    def trace_id(self) -> str:
        """What joins all that is told of the job; empty where there is none."""
        return self.parent[3:35]

    @property
    def status(self) -> JobState:
        """The state of the whole, see `status_of`."""
        return status_of(self.counts)

    @property
    def progress(self) -> float:
        """The share of documents that have ended, 0 to 1."""
        open_ = self.counts.get("queued", 0) + self.counts.get("running", 0)
        return 1 - open_ / self.total if self.total else 1.0


def status_of(counts: Counts) -> JobState:
    """Return the state of a job from how many of its documents are in which.

    A job runs from its first document's start to its last one's end. One that ended is cancelled
    when any document is; else it succeeded, failed, or partly failed.
    """
    total = sum(counts.values())
    number = {state: counts.get(state, 0) for state in STATES}
    if number["queued"] + number["running"]:
        return "queued" if number["queued"] == total else "running"
    if number["cancelled"]:
        return "cancelled"
    if number["failed"]:
        return "failed" if number["failed"] == total else "partly_failed"
    return "succeeded"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a job. `number` counts from 1 within the job, without a gap."""

    job: str
    number: int
    kind: str
    data: Mapping[str, object]
    time: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """The right to work on a document: every write carries it, and a later attempt ends it."""

    document: str
    number: int


@dataclass(frozen=True, slots=True)
class Task:
    """All that a worker must know to make one document; `losses` are attempts that just ended."""

    attempt: Attempt
    job: str
    workspace: str
    order: Order
    name: str
    upload: str
    attempts: int
    losses: int
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that an archive took in but does not keep yet: digest, size, and where they lie."""

    sha256: str
    size: int
    place: str


def upload_key(workspace: str, sha256: str, hold: str) -> str:
    """Return where an upload lies in the archive; each `hold` gives it a place of its own.

    The workspace without a name is that of whoever owns the machine.
    """
    return f"uploads/{workspace or 'own'}/{sha256}.{hold}"


def report_key(document: str) -> str:
    """Return where the report of a job's document lies in the archive."""
    return f"reports/{document}"
