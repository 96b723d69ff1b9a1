"""The first page: which files, which plugin, which parameters; and the order that comes of it."""

from collections import defaultdict

from fastapi import APIRouter, Request, Response

from conspectus.domain.errors import UnknownModel
from conspectus.domain.plugin import Plugin
from conspectus.service.intake import Incoming, Intake
from conspectus.web.access import At, Reader, Sender
from conspectus.web.csrf import FIELD, require_csrf
from conspectus.web.desk import Desk
from conspectus.web.forms import DEFAULT_PLUGIN
from conspectus.web.multipart import parts
from conspectus.web.pages.shell import PageRoute, go, page
from conspectus.web.pages.widgets import parameters, widgets
from conspectus.web.problems import Refusal

router = APIRouter(route_class=PageRoute)

ENDINGS = (".pdf", ".docx")
MOST_FIELDS = 500

Given = dict[str, list[str]]


@router.get("/ui")
@router.get("/ui/")
async def start(request: Request, at: At, who: Reader) -> Response:
    """Show the form."""
    plugins = sorted(at.service.plugins.values(), key=_rank)
    policy = at.policy
    return page(
        request,
        "start.html",
        plugins=[(plugin, widgets(plugin)) for plugin in plugins],
        model=policy.model.partition("@")[0],
        strangers=policy.strangers,
        models=[(name, policy.abroad.get(name, ())) for name in sorted(policy.models)],
        most_files=policy.most_files,
        most_bytes=policy.most_bytes,
        endings=ENDINGS,
    )


@router.post("/ui/jobs/")
async def order(request: Request, at: At, who: Sender) -> Response:
    """Queue what the form orders; all of it or nothing."""
    async with at.jobs.intake(who.workspace) as intake:
        given = await _take(request, at, intake)
        if not intake.held:
            raise Refusal("usage", "Choose at least one file, PDF or Word (DOCX).")
        plugin = at.service.plugin((given.get("plugin_id") or [DEFAULT_PLUGIN])[-1])
        model = (given.get("model") or [""])[-1]
        if model and model not in at.policy.models:
            raise UnknownModel("There is no model of that name here.")
        chosen = parameters(plugin, given)
        order = at.jobs.order(plugin.id, chosen, at.policy.models.get(model, ""))
        job = await intake.order(order)
    await at.jobs.offer()
    return go(request, f"jobs/{job}/")


async def _take(request: Request, at: Desk, intake: Intake) -> Given:
    """Take the files in. The token is the first field: without it nothing is taken."""
    given: Given = defaultdict(list)
    trusted = False
    async for part in parts(request, MOST_FIELDS):
        if not trusted:
            require_csrf(request, await part.text() if part.name == FIELD else "")
            trusted = True
        elif part.filename is None:
            given[part.name].append(await part.text())
        elif part.filename == "":  # a browser sends this for a choice of no file
            async for _ in part.chunks:
                pass
        elif len(intake.held) == at.policy.most_files:
            raise Refusal("too-large", f"At most {at.policy.most_files} files at once.")
        else:
            await intake.take(Incoming(part.filename, part.chunks))
    if not trusted:
        require_csrf(request)
    return given


def _rank(plugin: Plugin) -> tuple[bool, str]:
    return plugin.id != DEFAULT_PLUGIN, plugin.id
