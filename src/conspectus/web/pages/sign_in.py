"""Signing in with a key, and out again."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from conspectus.domain.access import Unauthenticated
from conspectus.web.access import At
from conspectus.web.csrf import SESSION
from conspectus.web.desk import Desk
from conspectus.web.pages.shell import ROOT, SIGN_IN, Fields, PageRoute, go, keep, page, root_of

router = APIRouter(route_class=PageRoute)

LONGEST_KEY, LONGEST_NEXT = 200, 1_000
_PAGE = re.compile(r"(?!/)(?!.*(?:\.\.|//))[A-Za-z0-9._~/-]*(?:\?[A-Za-z0-9._~=&%+-]*)?")
"""A page beneath ROOT, and no other address."""

Next = Annotated[str, Query(max_length=LONGEST_NEXT)]


@router.get(f"{ROOT}sign-in")
@router.get(f"{ROOT}{SIGN_IN}")
async def ask(request: Request, at: At, next: Next = "") -> Response:
    """Ask for a key; who is signed in goes on."""
    if not at.policy.auth or await _signed_in(request, at):
        return go(request, _safe(next))
    return _form(request, _safe(next))


@router.post(f"{ROOT}{SIGN_IN}")
async def sign_in(request: Request, at: At, given: Fields) -> Response:
    """Begin a session with a key, and lead to where the reader wanted to go."""
    if not at.policy.auth:
        return go(request, "")
    following, secret = _safe(given.get("next", "")), given.get("key", "").strip()
    who = request.client.host if request.client else ""
    await at.tries.require(who)
    try:
        if not 0 < len(secret) <= LONGEST_KEY:
            raise Unauthenticated("Give a key.")
        token = await at.sessions.begin(secret, request.cookies.get(SESSION, ""))
    except Unauthenticated as error:
        await at.tries.spend(who)
        return _form(request, following, str(error))
    response = go(request, following)
    keep(request, response, SESSION, token, root_of(request) or "/")
    return response


@router.post(f"{ROOT}sign-out/")
async def sign_out(request: Request, at: At, given: Fields) -> Response:
    """End the session."""
    await at.sessions.end(request.cookies.get(SESSION, ""))
    response = go(request, SIGN_IN)
    response.delete_cookie(SESSION, root_of(request) or "/", httponly=True, samesite="strict")
    return response


async def _signed_in(request: Request, at: Desk) -> bool:
    try:
        await at.sessions.admit(request.cookies.get(SESSION, ""))
    except Unauthenticated:
        return False
    return True


def _form(request: Request, following: str, wrong: str = "") -> Response:
    status = 401 if wrong else 200
    return page(request, "sign_in.html", status, following=following, wrong=wrong, menu=())


def _safe(following: str) -> str:
    return following if _PAGE.fullmatch(following) else ""
