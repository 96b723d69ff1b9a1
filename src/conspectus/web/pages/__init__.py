"""The pages for people, one file each, and the documentation."""

from fastapi import APIRouter

from conspectus.web.pages import docs, document, job, jobs, nowhere, start, static

router = APIRouter(include_in_schema=False)
for module in (start, jobs, job, document, docs, static, nowhere):
    router.include_router(module.router)
