"""Strong ETags: a client that has the bytes already is told so, and sent none."""

from hashlib import sha256
from typing import Any

import orjson
from fastapi import Request, Response

_PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Accept, Authorization"}


def tagged(
    request: Request, body: bytes, media_type: str, tag: str = "", **headers: str
) -> Response:
    """Return the body with its tag, else that of its bytes, or 304 when the client has them."""
    tag = tag or tag_of(body)
    found = {"ETag": tag, **_PRIVATE, **headers}
    if matches(request, tag):
        return Response(status_code=304, headers=found)
    return Response(body, headers=found, media_type=media_type)


def tag_of(*parts: bytes) -> str:
    """Return the tag of bytes."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return f'"{digest.hexdigest()[:32]}"'


def matches(request: Request, tag: str) -> bool:
    """Whether `If-None-Match` names the tag, which a proxy that packs answers makes a weak one."""
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or tag in (
        one.strip().removeprefix("W/") for one in given.split(",")
    )


def json_bytes(data: Any) -> bytes:
    """Return JSON."""
    return orjson.dumps(data)
