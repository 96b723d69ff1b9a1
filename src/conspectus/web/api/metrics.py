"""Figures for monitoring."""

from fastapi import APIRouter, Request, Response

from conspectus.web.access import At, Watcher
from conspectus.web.formats import chosen
from conspectus.web.metrics import MEDIA_TYPES
from conspectus.web.problems import documented
from conspectus.web.shapes import Figures
from conspectus.web.tags import json_bytes

router = APIRouter(tags=["health"])

_OFFERED = {
    "text": "text/plain",
    "openmetrics": "application/openmetrics-text",
    "json": "application/json",
}


@router.get(
    "/metrics/",
    summary="Figures, as Prometheus text or JSON",
    response_model=None,
    responses={
        200: {
            "model": Figures,
            "content": {"text/plain": {"schema": {"type": "string"}}},
            "description": "Prometheus text unless JSON is asked for.",
        },
        **documented("not-acceptable"),
    },
)
async def metrics(request: Request, at: At, who: Watcher) -> Response:
    """With `Accept: application/json`, a summary of the system and the application.

    OpenMetrics, when that is asked for, names a trace as example for each bucket that has one.
    """
    form = chosen(request.headers.get("accept"), _OFFERED)
    if form == "json":
        return Response(json_bytes(await at.metrics.data()), media_type="application/json")
    return Response(await at.metrics.text(form), headers={"Content-Type": MEDIA_TYPES[form]})
