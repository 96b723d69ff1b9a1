"""What the door has at hand, and the policy it follows; both are built once, at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import Request

from conspectus.ports import SILENCE, Observer
from conspectus.service.cache import AnswerCache
from conspectus.service.compare import Comparisons
from conspectus.service.generation import Service
from conspectus.service.health import Health
from conspectus.service.history import History
from conspectus.service.hooks import Hooks
from conspectus.service.jobs import Jobs
from conspectus.service.keys import Keys
from conspectus.service.originals import Originals
from conspectus.service.retention import Retention
from conspectus.service.review import Reviews
from conspectus.service.seen import Seen
from conspectus.service.sessions import Sessions
from conspectus.web.metrics import Metrics
from conspectus.web.quota import Quota

TRIES = "20/minute"
"""So many wrong keys may come from one address."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the door allows.

    `model` answers where none is asked for; `models` maps the names that may be asked for to
    models. `strangers` tells of each model outside this machine, and `abroad` does of each named
    one. Without `auth` everybody is the owner of the machine; then only this machine is let in,
    unless `open`.
    """

    auth: bool = False
    open: bool = False
    root_path: str = ""
    most_files: int = 1_000
    most_bytes: int = 50_000_000
    model: str = "offline"
    wait_seconds: float = 300
    models: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    abroad: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """What handlers ask."""

    service: Service
    jobs: Jobs
    originals: Originals
    reviews: Reviews
    comparisons: Comparisons
    keys: Keys
    sessions: Sessions
    hooks: Hooks
    retention: Retention
    cache: AnswerCache
    policy: Policy
    health: Health
    seen: Seen
    metrics: Metrics
    quota: Quota = field(default_factory=Quota)
    tries: Quota = field(default_factory=lambda: Quota(TRIES))
    observer: Observer = SILENCE
    history: History = field(default_factory=History)


async def desk(request: Request) -> Desk:
    """Return what the application was started with. Not a plain function: those take a thread."""
    found: Desk = request.app.state.desk
    return found
