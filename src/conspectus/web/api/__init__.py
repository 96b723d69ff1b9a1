"""The routers of the JSON door, one for each word of the contract."""

from fastapi import APIRouter

from conspectus.web.api import (
    cache,
    events,
    generate,
    health,
    jobs,
    metrics,
    plugins,
    results,
    webhooks,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (generate, jobs, results, events, webhooks, plugins, cache, health, metrics)
)
