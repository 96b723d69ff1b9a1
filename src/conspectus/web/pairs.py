"""From a form with two versions, files or documents that were made, to two documents."""

import asyncio
import re
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from conspectus.service.intake import Incoming, document_id
from conspectus.web.access import Caller
from conspectus.web.answers import require_done
from conspectus.web.desk import Desk
from conspectus.web.forms import chosen_model, described, invalid, one_field, valid_fields
from conspectus.web.multipart import Part, parts

SIDES = ("old", "new")
_DOCUMENT = re.compile(r"[0-9a-zA-Z]{1,40}-[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, and the job that makes those of them that came as files."""

    old: str
    new: str
    job: str | None


async def place_pair(request: Request, at: Desk, who: Caller) -> Pair:
    """Queue what came as files, all of it or nothing."""
    async with at.jobs.intake(who.workspace) as intake:
        given: dict[str, str] = {}
        known: dict[str, str | None] = {}
        async for part in parts(request):
            if part.name not in SIDES:
                given |= await one_field(part, given)
            elif part.name in known:
                raise invalid(part.name, "This field was given twice")
            elif part.filename is None:
                known[part.name] = await _document(part)
            else:
                await intake.take(Incoming(part.filename, part.chunks))
                known[part.name] = None
        for side in SIDES:
            if side not in known:
                raise invalid(side, f"Field required: -F {side}=@form.pdf, or the id of a document")
        for one in filter(None, known.values()):  # before anything is paid for the other side
            require_done(await at.jobs.document(who.workspace, one))
        fields = valid_fields(given)
        job = None
        if intake.held:
            order = at.jobs.order(
                fields.plugin_id, fields.parameters, chosen_model(at, fields.model)
            )
            job = await intake.order(order, fields.priority_of(1))  # both are waited for
            taken = [side for side, one in known.items() if one is None]
            known |= {side: document_id(job, place) for place, side in enumerate(taken)}
    await at.jobs.offer()
    return Pair(known["old"] or "", known["new"] or "", job)


async def ready(at: Desk, who: Caller, pair: Pair) -> bool:
    """Wait until both documents are done; False when that takes too long. Raises Refusal."""
    if pair.job:
        try:
            async with (
                asyncio.timeout(at.policy.wait_seconds),
                aclosing(at.jobs.follow(who.workspace, pair.job)) as events,
            ):
                async for _ in events:
                    pass
        except TimeoutError:
            return False
    for document in (pair.old, pair.new):
        require_done(await at.jobs.document(who.workspace, document))
    return True


def described_pair() -> dict[str, Any]:
    """Return the request body of such a form for the OpenAPI document."""
    made = described("file")
    form = made["requestBody"]["content"]["multipart/form-data"]["schema"]
    told = "PDF or DOCX; or, as text, the id of a document that was made."
    file = {**form["properties"].pop("file"), "description": told}
    form["properties"] = dict.fromkeys(SIDES, file) | form["properties"]
    form |= {"title": "Form of two versions", "required": [*SIDES]}
    return made


async def _document(part: Part) -> str:
    text = (await part.text()).strip()
    if not _DOCUMENT.fullmatch(text):
        raise invalid(part.name, f"Send a file (-F {part.name}=@form.pdf) or the id of a document")
    return text
