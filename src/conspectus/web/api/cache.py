"""The kept answers of models."""

from typing import Annotated

from fastapi import APIRouter, Query

from conspectus.web.access import Admin, At
from conspectus.web.problems import documented
from conspectus.web.shapes import CacheStats, Purged, Size

router = APIRouter(prefix="/cache", tags=["cache"])

Tag = Annotated[str | None, Query(min_length=1, max_length=200)]


@router.get("/", summary="What is kept, and what it has saved", responses=documented())
async def stats(at: At, who: Admin) -> CacheStats:
    """Over all workspaces and runs."""
    found = await at.cache.stats()
    tiers = {tier: Size(**size) for tier, size in found["tiers"].items()}
    return CacheStats(tiers=tiers, totals=found["totals"])


@router.delete("/", summary="Take kept answers of this workspace away", responses=documented())
async def purge(
    at: At,
    who: Admin,
    plugin: Tag = None,
    model: Tag = None,
    document: Annotated[
        str | None, Query(pattern="^[0-9a-f]{64}$", description="SHA-256 of an upload.")
    ] = None,
    older_than: Annotated[float, Query(ge=0, le=1e10, description="Seconds.")] = 0,
) -> Purged:
    """From every tier and every running process. Tags together take what all of them name.

    Answers in a tier that is `away`, such as a Redis that cannot be reached, are still there; they
    are taken away when it is back, and not used meanwhile.
    """
    gone = await at.cache.purge(
        older_than, plugin=plugin, model=model, document=document, workspace=who.workspace
    )
    return Purged(purged=gone, away=at.cache.away(gone))
