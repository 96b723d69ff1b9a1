"""Whatever no other page is."""

from fastapi import APIRouter, Response

from conspectus.web.pages.shell import PageRoute
from conspectus.web.problems import Refusal

router = APIRouter(route_class=PageRoute)


@router.get("/ui/{path:path}")
async def nowhere(path: str) -> Response:
    """Tell that there is nothing."""
    raise Refusal("not-found", "This page does not exist, or no longer.")
