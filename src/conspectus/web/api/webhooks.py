"""Whom to tell when a job has ended."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from conspectus.domain.hooks import Hook
from conspectus.service.views import moment
from conspectus.web.access import Admin, At
from conspectus.web.hook_shapes import (
    Deliveries,
    DeliveryLine,
    FreshHook,
    HookLine,
    HookPage,
    HookUrl,
)
from conspectus.web.problems import documented

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

HookId = Annotated[str, Path(max_length=100, examples=["9f86d081884c7d65"])]


@router.post(
    "/",
    summary="Tell a URL of each job that ends",
    status_code=201,
    responses=documented("unsafe-address", "malformed", "too-large"),
)
async def create(at: At, who: Admin, given: HookUrl) -> FreshHook:
    """Each message is signed as [Standard Webhooks](https://www.standardwebhooks.com) has it.

    The secret is shown here and never again. Addresses that are not public are refused.
    """
    hook = await at.hooks.create(who.workspace, given.url)
    return FreshHook(**_line(hook), secret=hook.secret)


@router.get("/", summary="List webhooks", responses=documented())
async def hooks(at: At, who: Admin) -> HookPage:
    """Show them without their secrets."""
    found = await at.hooks.all(who.workspace)
    return HookPage(webhooks=[HookLine(**_line(hook)) for hook in found])


@router.delete(
    "/{webhook_id}/",
    summary="Tell a URL no more",
    status_code=204,
    response_model=None,
    responses={204: {"description": "It is gone."}, **documented("unknown-job")},
)
async def delete(at: At, who: Admin, webhook_id: HookId) -> Response:
    """Forget it, its secret and what was sent."""
    await at.hooks.remove(who.workspace, webhook_id)
    return Response(status_code=204)


@router.get(
    "/{webhook_id}/deliveries/",
    summary="What was sent, and how it went",
    responses=documented("unknown-job"),
)
async def deliveries(
    at: At, who: Admin, webhook_id: HookId, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> Deliveries:
    """List the latest first. What was not taken is sent again, with growing pauses, for a day."""
    found = await at.hooks.deliveries(who.workspace, webhook_id, limit)
    return Deliveries(
        deliveries=[
            DeliveryLine(
                id=one.id,
                job_id=one.job,
                status=one.status,
                attempts=one.attempts,
                answer=one.answer,
                due=moment(one.due) if one.status == "waiting" else None,
            )
            for one in found
        ]
    )


def _line(hook: Hook) -> dict[str, str]:
    return {"id": hook.id, "url": hook.url, "created": moment(hook.created)}
