"""The interactive documentation, and a page about each problem. No CDN is used."""

from html import escape

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from conspectus.web.catalogue import KINDS
from conspectus.web.pages.shell import root_of

router = APIRouter(include_in_schema=False)

_DOCS = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conspectus: the HTTP interface</title>
<link rel="stylesheet" href="{root}/static/swagger-ui.css">
</head>
<body>
<div id="docs" data-openapi="{root}/openapi.json"></div>
<script src="{root}/static/swagger-ui-bundle.js"></script>
<script src="{root}/static/docs.js"></script>
</body>
</html>
"""
_DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PROBLEM = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{title}</h1>
<p>Code <code>{code}</code>, HTTP status {status}. {retry}</p>
<p>{advice}</p>
</body>
</html>
"""


@router.get("/")
async def home(request: Request) -> Response:
    """Lead to the first page."""
    return RedirectResponse(f"{root_of(request)}/ui/")


@router.get("/docs")
@router.get("/docs/")
async def docs(request: Request) -> Response:
    """Show the documentation."""
    page = _DOCS.format(root=escape(root_of(request)))
    return HTMLResponse(page, headers={"Content-Security-Policy": _DOCS_POLICY})


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """Return the OpenAPI document, at the address where the client sees the service."""
    found = {**request.app.openapi(), "servers": [{"url": root_of(request) or "/"}]}
    return JSONResponse(found, headers={"Cache-Control": "private, no-cache"})


@router.get("/problems/{code}")
@router.get("/problems/{code}/")
async def problem(code: str) -> Response:
    """Tell what a problem means and what to do."""
    if code not in KINDS:
        raise HTTPException(404)
    kind = KINDS[code]
    retry = "The same request may succeed later." if kind.retryable else ""
    told = {"title": kind.title, "advice": kind.advice, "code": code, "retry": retry}
    safe = {name: escape(text) for name, text in told.items()}
    return HTMLResponse(_PROBLEM.format(status=kind.status, **safe))
