"""Is the service alive, ready, well? Nothing is asked for it: what was seen last is told."""

import time

from fastapi import APIRouter, Response

from conspectus.service.views import moment
from conspectus.web.access import At
from conspectus.web.desk import Desk
from conspectus.web.shapes import Alive, Check, Health

router = APIRouter(tags=["health"])

_UNWELL: dict[int | str, dict[str, object]] = {
    503: {"model": Health, "description": "A component without which nothing works is ill."}
}


@router.get("/livez/", summary="The process answers")
async def livez() -> Alive:
    """Look at nothing: a failure means that the process is to be started anew."""
    return Alive(status="ok")


@router.get("/readyz/", summary="Requests can be served", responses=_UNWELL)
async def readyz(at: At, response: Response) -> Health:
    """Answer 503 when requests are better sent elsewhere for now, also before the server stops."""
    if not at.health.ready:
        response.status_code = 503
    return _told(at)


@router.get("/health/", summary="How each component is, and why", responses=_UNWELL)
async def health(at: At, response: Response) -> Health:
    """Tell what was seen last of each component; name the models elsewhere that see text.

    503 only when the whole is unhealthy: a degraded service serves.
    """
    if at.health.status == "unhealthy":
        response.status_code = 503
    return _told(at)


def _told(at: Desk) -> Health:
    seen = at.health.components
    return Health(
        status=at.health.status,
        draining=at.health.draining,
        version=at.service.version,
        components={
            name: Check(status=one.status, reason=one.reason) for name, one in seen.items()
        },
        models=list(at.policy.strangers),
        timestamp=moment(time.time_ns() // 1_000_000),
    )
