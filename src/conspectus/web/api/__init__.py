"""The routers of the JSON door, one for each word of the contract."""

from fastapi import APIRouter

from conspectus.web.api import (
    cache,
    compare,
    events,
    generate,
    health,
    jobs,
    metrics,
    plugins,
    results,
    review,
    webhooks,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (
        generate,
        jobs,
        results,
        review,
        compare,
        events,
        webhooks,
        plugins,
        cache,
        health,
        metrics,
    )
)
