"""The files of the pages: style sheets and modules, of ours and vendored."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Response

router = APIRouter(include_in_schema=False)

_OWN = "conspectus.web"
_PACKAGES = {"swagger-ui-bundle.js": "fastapi_offline", "swagger-ui.css": "fastapi_offline"}
_MEDIA = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """Return a file that the pages need."""
    if name not in names():
        raise HTTPException(404)
    kept = {"Cache-Control": "public, max-age=86400"}
    return Response(_file(name), headers=kept, media_type=_MEDIA[name.rpartition(".")[2]])


@cache
def names() -> frozenset[str]:
    """Return the names of all files that are served."""
    own = (entry.name for entry in (files(_OWN) / "static").iterdir())
    return frozenset((*_PACKAGES, *(one for one in own if one.rpartition(".")[2] in _MEDIA)))


@cache
def version(name: str) -> str:
    """Return a few digits that change with the file: a browser keeps what is unchanged."""
    return sha256(_file(name)).hexdigest()[:8]


@cache
def _file(name: str) -> bytes:
    return (files(_PACKAGES.get(name, _OWN)) / "static" / name).read_bytes()
