"""The pages for people, one file each, and the documentation."""

from fastapi import APIRouter

from conspectus.web.pages import (
    compare,
    dashboard,
    docs,
    document,
    job,
    jobs,
    marked,
    nowhere,
    review,
    sign_in,
    source,
    start,
    static,
)

router = APIRouter(include_in_schema=False)
for module in (
    start,
    jobs,
    job,
    document,
    review,
    source,
    marked,
    compare,
    dashboard,
    sign_in,
    docs,
    static,
    nowhere,
):
    router.include_router(module.router)
