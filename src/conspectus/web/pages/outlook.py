"""How an open job goes on: what is done, what waits before it, and how long it will take."""

import time
from dataclasses import dataclass

from conspectus.domain.job import Job
from conspectus.web.access import Caller
from conspectus.web.desk import Desk

LEAST_SHARE, LEAST_SECONDS = 0.04, 2.0
"""Nothing is foretold before so much was done for so long."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`share` is between 0 and 1; `ahead` counts the documents of others that are made first."""

    share: float
    ahead: int
    left: str


async def outlook(at: Desk, who: Caller, job: Job) -> Outlook:
    """Return how an open job goes on."""
    share = job.progress
    if job.counts.get("running"):
        glances = await at.jobs.glances(who.workspace, job.id)
        share = sum(1.0 if g.status in _DONE else g.progress for g in glances) / len(glances)
    queued = job.counts.get("queued", 0)
    ahead = await at.jobs.ahead(who.workspace, job.id) if queued else 0
    return Outlook(round(share, 3), ahead, time_left(job, share, time.time()))


_DONE = frozenset(("succeeded", "failed", "cancelled"))


def time_left(job: Job, share: float, now: float) -> str:
    """Return how long a running job will take, in words; nothing when that is not known yet."""
    begun = job.times.get("running")
    if begun is None or not job.counts.get("running"):
        return ""
    passed = now - begun / 1000
    if share < LEAST_SHARE or passed < LEAST_SECONDS:
        return ""
    return in_words(passed * (1 - share) / share)


def in_words(seconds: float) -> str:
    """Return a time in words that do not change with every second."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} seconds left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} minute{'s' * (minutes > 1)} left"
    hours = round(minutes / 60)
    return f"about {hours} hour{'s' * (hours > 1)} left"
