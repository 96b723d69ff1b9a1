"""What shows that a request comes from a page of ours, and not from one of another site."""

import hmac
from hashlib import sha256
from secrets import token_urlsafe

from fastapi import Request

from conspectus.web.problems import Refusal

SESSION = "conspectus-session"
"""The cookie that holds the token of a session."""

FORM = "conspectus-form"
"""The cookie that holds the token of forms where there is no session."""

FIELD, HEADER = "csrf", "X-CSRF-Token"
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


def csrf_of(request: Request) -> str:
    """Return the token that forms of this browser bring back; a fresh one if it has none yet.

    That of a session is its HMAC: nobody who does not know the session knows it.
    """
    if session := request.cookies.get(SESSION):
        return hmac.new(session.encode(), FIELD.encode(), sha256).hexdigest()
    return request.cookies.get(FORM) or token_urlsafe(24)


def require_csrf(request: Request, given: str = "") -> None:
    """Refuse what no page of ours sent; the token is in the header, or is given. Raises Refusal."""
    known = request.cookies.get(SESSION) or request.cookies.get(FORM)
    site = request.headers.get("sec-fetch-site", "same-origin")
    ours = site in ("same-origin", "none")  # the latter is a reader who loads a page again
    token = request.headers.get(HEADER) or given
    if not (known and ours and hmac.compare_digest(csrf_of(request).encode(), token.encode())):
        raise Refusal("stranger", "The form is too old or from elsewhere. Load the page again.")


async def field_of(request: Request) -> str:
    """Return the token in the fields of a form without files; nothing when it is no such form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return ""
    given = (await request.form()).get(FIELD, "")
    return given if isinstance(given, str) else ""
