"""What can be made."""

from typing import Annotated

from fastapi import APIRouter, Path

from conspectus.domain.errors import UnknownPlugin
from conspectus.domain.plugin import Plugin
from conspectus.web.access import At, Reader
from conspectus.web.problems import Refusal, documented
from conspectus.web.shapes import (
    PluginDetails,
    PluginLine,
    Plugins,
    Question,
    RuleLine,
    SectionLine,
)

router = APIRouter(prefix="/plugins", tags=["plugins"])


@router.get("/", summary="List the installed plugins", responses=documented())
async def plugins(at: At, who: Reader) -> Plugins:
    """Each makes one kind of document."""
    found = sorted(at.service.plugins.values(), key=lambda plugin: plugin.id)
    return Plugins(plugins=[PluginLine.model_validate(_line(plugin)) for plugin in found])


@router.get(
    "/{plugin_id}/",
    summary="Show a plugin: parameters, questions, sections, rules",
    responses=documented("not-found"),
)
async def plugin(
    at: At, who: Reader, plugin_id: Annotated[str, Path(examples=["informed-consent-ki"])]
) -> PluginDetails:
    """`parameters` is the JSON Schema that the parameters of a request must hold to."""
    try:
        found = at.service.plugin(plugin_id)
    except UnknownPlugin:
        raise Refusal("unknown-plugin", "There is no such plugin.", status=404) from None
    return PluginDetails(
        **_line(found),  # type: ignore[arg-type]  # pydantic validates
        questions=[Question(name=q.name, kind=q.kind, ask=q.ask) for q in found.questions if q.ask],
        sections=[SectionLine(id=s.id, title=s.title) for s in found.sections],
        rules=[RuleLine(id=rule.id, citation=rule.citation) for rule in found.rules],
    )


def _line(plugin: Plugin) -> dict[str, object]:
    return {
        "id": plugin.id,
        "version": plugin.version,
        "name": plugin.name,
        "description": plugin.description,
        "languages": list(plugin.languages),
        "parameters": dict(plugin.parameters),
    }
