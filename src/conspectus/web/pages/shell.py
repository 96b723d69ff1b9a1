"""What all pages share: templates, headers, the token of forms, and how errors are shown."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException

from conspectus.domain import apparatus
from conspectus.domain.access import Key, Scope, Unauthenticated
from conspectus.domain.errors import ConspectusError
from conspectus.domain.text.counting import counted
from conspectus.domain.text.legible import legible
from conspectus.service.views import moment
from conspectus.web.catalogue import KINDS
from conspectus.web.csrf import FIELD, FORM, SAFE, SESSION, csrf_of, require_csrf
from conspectus.web.pages.static import version
from conspectus.web.problems import Refusal, note

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin"}
"""A browser that is to send no referrer hides the origin of forms, too."""

ROOT = "/ui/"
SIGN_IN = "sign-in/"
MENU: tuple[tuple[str, str, Scope], ...] = (
    ("", "Make a document", "read"),
    ("jobs/", "Jobs", "read"),
    ("compare/", "Compare", "read"),
    ("dashboard/", "Dashboard", "admin"),
)
"""The pages that every page leads to, beneath ROOT, and the scope that each needs."""


def root_of(request: Request) -> str:
    """Return the path beneath which the client sees the service."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def page(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """Return a page. Templates see `root`, `csrf`, `menu`, `key` and what is given."""
    token, root = csrf_of(request), root_of(request)
    key: Key | None = getattr(request.state, "key", None)
    shared = {
        "root": root + ROOT[:-1],
        "base": root,
        "csrf": token,
        "menu": [(path, name) for path, name, needs in MENU if not key or key.reaches(needs)],
        "path": _path(request),
        "key": key,
    }
    told = _templates.get_template(template).render(shared | context)
    made = HTMLResponse(told, status, dict(HEADERS))
    if FORM not in request.cookies and SESSION not in request.cookies:
        keep(request, made, FORM, token, root + ROOT)
    return made


def keep(request: Request, response: Response, name: str, value: str, path: str) -> None:
    """Set a cookie that no script reads, no other site sends, and that goes with the browser."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, path=path, httponly=True, samesite="strict", secure=secure)


def go(request: Request, path: str) -> Response:
    """Lead to another page after a form was taken."""
    return RedirectResponse(f"{root_of(request)}{ROOT}{path}", 303)


async def _fields(request: Request) -> dict[str, str]:
    form = await request.form()
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    require_csrf(request, given.get(FIELD, ""))
    return given


Fields = Annotated[dict[str, str], Depends(_fields)]
"""The fields of a form without files; its token holds."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class PageRoute(APIRoute):
    """Shows errors as pages."""

    def get_route_handler(self) -> Handler:
        """Return the handler, with errors caught."""
        handle = super().get_route_handler()

        async def shown(request: Request) -> Response:
            try:
                return await handle(request)
            except Refusal as refusal:
                return _refused(request, refusal)
            except Unauthenticated as error:
                return _led(request, error)
            except ConspectusError as error:
                code = error.code if error.code in KINDS else "error"
                if KINDS[code].told:
                    note(error, request.scope)
                return _refused(request, Refusal(code, "" if KINDS[code].told else str(error)))
            except RequestValidationError:
                return _refused(request, Refusal("malformed"))
            except HTTPException as error:
                return _refused(request, Refusal("not-found", status=error.status_code))
            except Exception as error:  # noqa: BLE001  # no text of it reaches a reader
                note(error, request.scope)
                return _refused(request, Refusal("error"))

        return shown


def _led(request: Request, error: Unauthenticated) -> Response:
    """Lead a reader to the sign-in, and from there back; a program is refused."""
    if "text/html" not in request.headers.get("accept", ""):
        return _refused(request, Refusal(error.code, str(error)))
    where = str(request.url)
    if request.method not in SAFE:  # the page that sent it; what it sent is not repeated
        where = request.headers.get("referer", "")
    parts = urlsplit(where)
    path = parts.path.removeprefix(root_of(request)).removeprefix(ROOT)
    back = path + f"?{parts.query}" * bool(parts.query)
    return go(request, SIGN_IN + f"?{urlencode({'next': back})}" * bool(back))


def _refused(request: Request, refusal: Refusal) -> Response:
    kind = KINDS[refusal.code]
    return page(
        request,
        "problem.html",
        refusal.status or kind.status,
        title=kind.title,
        detail=legible(refusal.detail or kind.told or kind.advice),
        trace=request.scope.get("state", {}).get("trace_id", ""),
    )


def _path(request: Request) -> str:
    """Return where a page is beneath ROOT."""
    path = str(request.url.path).removeprefix(root_of(request))
    return path.removeprefix(ROOT)


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"legible": legible, "readable": _readable, "in_words": apparatus.in_words}
    made.globals |= {
        "counted": counted,
        "apparatus": apparatus,
        "version": version,
        "moment_of": moment,
    }
    return made


def _readable(text: str) -> str:
    """Return a piece of a text as a page can show it, the spaces at its ends kept."""
    shown = legible(text)
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{shown}{' ' * (after and bool(shown))}"


_templates = _environment()
