"""The dashboard: how the service is and was, as charts over the figures of `/metrics/`."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from conspectus.service.charts import CHARTS, RANGE, RANGES, TILES, drawn
from conspectus.web.access import Admin, At
from conspectus.web.desk import Desk
from conspectus.web.figures import level, look
from conspectus.web.pages.shell import PageRoute, page
from conspectus.web.tags import json_bytes

router = APIRouter(route_class=PageRoute)

NAMES = {"15m": "15 minutes", "1h": "1 hour", "6h": "6 hours", "24h": "24 hours"}
COMPONENTS = {
    "database": "Database",
    "llm_api": "Model",
    "cache": "Cache",
    "archive": "Archive",
    "workers": "Workers",
    "disk": "Disk",
}

Chosen = Annotated[str, Query(alias="range", max_length=8)]


@router.get("/ui/dashboard")
@router.get("/ui/dashboard/")
async def dashboard(request: Request, at: At, who: Admin, chosen: Chosen = RANGE) -> Response:
    """Show the page; its figures come after it."""
    return page(
        request,
        "dashboard.html",
        charts=CHARTS,
        tiles=TILES,
        ranges=NAMES,
        chosen=chosen if chosen in RANGES else RANGE,
    )


@router.get("/ui/dashboard/figures/")
async def figures(at: At, who: Admin, chosen: Chosen = RANGE) -> Response:
    """Return the points of all charts over a range, and how each component is now."""
    await look(at)
    told = drawn(at.history, chosen if chosen in RANGES else RANGE)
    data = json_bytes(
        {**told, "health": _health(at, told["seconds"]), "version": at.service.version}
    )
    return Response(data, media_type="application/json")


def _health(at: Desk, seconds: float) -> dict[str, Any]:
    """Return how each component is, with names for people, and when what is well was not."""
    return {
        "status": at.health.status,
        "components": [
            {
                "name": COMPONENTS.get(name, name),
                "status": one.status,
                "reason": one.reason,
                "advice": one.advice,
                "unwell": at.history.below(level(name).name, 1.0, seconds),
            }
            for name, one in at.health.components.items()
        ],
    }
