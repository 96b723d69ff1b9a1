"""The application: routers, errors and what is done for every request, put together."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from conspectus.ports import SILENCE, Observer
from conspectus.web import pages
from conspectus.web.api import ROUTERS
from conspectus.web.desk import Desk
from conspectus.web.outermost import VERSION, Outermost
from conspectus.web.problems import Problem, handle

ABOUT = """Turns a long regulated document into a short one in which every statement is proved by a
page and a verbatim quote.

Every path is served under `/v1` and without it, with and without a slash at its end. Errors are
[RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem documents with a stable `code`."""

_TAGS = [
    {"name": "generate", "description": "Files in, documents out."},
    {"name": "jobs", "description": "What was ordered, and how far it is."},
    {"name": "results", "description": "The documents that were made."},
    {"name": "review", "description": "What people do to a document until it is signed off."},
    {"name": "compare", "description": "Two versions of a form."},
    {"name": "webhooks", "description": "Other programs that are told when a job has ended."},
    {"name": "plugins", "description": "What can be made."},
    {"name": "cache", "description": "Answers of models that need not be paid for twice."},
    {"name": "health", "description": "How the service is."},
]


def create(opened: Callable[[], AbstractAsyncContextManager[Desk]], root_path: str = "") -> FastAPI:
    """Return the application over a desk that is opened at its start and closed at its end."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with opened() as desk:
            app.state.desk = desk
            yield
            app.state.desk = None

    app = FastAPI(
        title="Conspectus",
        version=version("conspectus"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )

    def observer() -> Observer:
        desk: Desk | None = getattr(app.state, "desk", None)
        return desk.observer if desk else SILENCE

    app.add_middleware(Outermost, observer=observer, root_path=root_path)
    for router in ROUTERS:
        app.include_router(router, prefix=VERSION)
    app.include_router(pages.router)
    handle(app)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # as FastAPI advises
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, the shape of problems in it."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title,
            version=app.version,
            description=ABOUT,
            tags=_TAGS,
            routes=app.routes,
        )
        schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        made["components"]["schemas"] |= {**schema.pop("$defs"), "Problem": schema}
        app.openapi_schema = made
    return app.openapi_schema
