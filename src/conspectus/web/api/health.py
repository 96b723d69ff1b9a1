"""Is the service alive, ready, well? No model is ever asked for it."""

import asyncio
import time

from fastapi import APIRouter, Response

from conspectus.domain.errors import ConspectusError
from conspectus.service.views import moment
from conspectus.web.access import At
from conspectus.web.desk import Check, Desk
from conspectus.web.shapes import Alive, Health
from conspectus.web.shapes import Check as Checked

router = APIRouter(tags=["health"])

LONGEST_CHECK = 2.0
_UNWELL: dict[int | str, dict[str, object]] = {
    503: {"model": Health, "description": "A component cannot do its work."}
}


@router.get("/livez/", summary="The process answers")
async def livez() -> Alive:
    """Look at nothing: a failure means that the process is to be started anew."""
    return Alive(status="ok")


@router.get("/readyz/", summary="Requests can be served", responses=_UNWELL)
async def readyz(at: At, response: Response) -> Health:
    """Answer 503 when requests are better sent elsewhere for now."""
    return await _health(at, response)


@router.get("/health/", summary="How each component is", responses=_UNWELL)
async def health(at: At, response: Response) -> Health:
    """Look at records, archive and worker; name the models outside this machine that see text."""
    return await _health(at, response)


async def _health(at: Desk, response: Response) -> Health:
    names = [*at.checks]
    well = await asyncio.gather(*(_well(at.checks[name]) for name in names))
    if not all(well):
        response.status_code = 503
    return Health(
        status="healthy" if all(well) else "unhealthy",
        version=at.service.version,
        components={
            name: Checked(status="ok" if one else "failed")
            for name, one in zip(names, well, strict=True)
        },
        models=list(at.policy.strangers),
        timestamp=moment(time.time_ns() // 1_000_000),
    )


async def _well(check: Check) -> bool:
    try:
        async with asyncio.timeout(LONGEST_CHECK):
            await check()
    except (ConspectusError, TimeoutError, OSError):
        return False
    return True
