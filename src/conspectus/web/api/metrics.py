"""Figures for monitoring."""

from fastapi import APIRouter, Request, Response

from conspectus.web.access import Admin, At
from conspectus.web.formats import chosen
from conspectus.web.metrics import MEDIA_TYPE
from conspectus.web.problems import documented
from conspectus.web.shapes import Figures
from conspectus.web.tags import json_bytes

router = APIRouter(tags=["health"])

_OFFERED = {"text": "text/plain", "json": "application/json"}


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
async def metrics(request: Request, at: At, who: Admin) -> Response:
    """With `Accept: application/json`, a summary of the system and the application."""
    form = chosen(request.headers.get("accept"), _OFFERED)
    busy, waiting = at.busy(), await at.waiting()
    if form == "text":
        return Response(at.metrics.text(busy, waiting), headers={"Content-Type": MEDIA_TYPE})
    figures = {"documents_under_way": busy, "documents_waiting": waiting}
    return Response(
        json_bytes(at.metrics.data(at.service.version, figures)), media_type="application/json"
    )
