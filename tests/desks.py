"""A table at which one document is reviewed, over the stores of any kind."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.report import Omission
from conspectus.domain.review.acts import Act, Approve, Resolve, Sign
from conspectus.domain.review.selection import Spot
from conspectus.domain.source import Evidence, Source
from conspectus.service.review import Opened, Reviews
from conspectus.testing import text_source
from offices import Office, incoming, office
from plugins import FORM, plugin
from stores import Stores, over

WORKSPACE = "w"


def _omissions(document: Document, facts: Facts, source: Source) -> Iterator[Omission]:
    """Account for two words of the form, and for one that it does not have."""
    for word in ("pain", "Telephone", "coma"):
        evidence = source.locate(word, least=8)
        told = word.lower() in document.text.lower()
        fate = "included" if told else "left_out" if evidence else "absent"
        yield Omission(f"word: {word}", fate, "No room." if fate == "left_out" else "", evidence)


LEDGERED = replace(plugin, omissions=_omissions)
"""The test plugin with an omission ledger; it has no rules of its own."""


@dataclass
class Table:
    """A review of the form of the test plugin, and what stands behind it."""

    office: Office
    reviews: Reviews
    job: str
    document: str
    source: Source

    @property
    def stores(self) -> Stores:
        """What keeps it."""
        return self.office.stores

    async def open(self) -> Opened:
        """Return the review as it stands."""
        return await self.reviews.open(WORKSPACE, self.document)

    async def act(self, act: Act, seen: int | None = None, actor: str = "me") -> Opened:
        """Act, having seen all unless told otherwise."""
        known = (await self.open()).review.seen if seen is None else seen
        return await self.reviews.act(WORKSPACE, actor, self.document, known, act)

    def quote(self, words: str) -> tuple[Evidence, ...]:
        """Return words of the source as evidence."""
        return self.source.locate(words)

    async def spot(self, words: str) -> Spot:
        """Return where words of the source stand."""
        (one,) = self.quote(words)
        return Spot(one.page, one.anchor, one.start, one.end)

    async def finish(self) -> Opened:
        """Resolve, approve and sign what is left."""
        found = await self.open()
        if lines := tuple(line.id for line in found.examined.ledger if line.open):
            found = await self.act(Resolve(lines, "The full form tells it."))
        for section in found.review.document.sections:
            if section.id not in found.review.approved:
                found = await self.act(Approve(section.id))
        return await self.act(Sign("Dr. A. Reviewer", "reviewed and approved"))


Sitting = Callable[[Table], Awaitable[Any]]


def table(folder: Path, kind: str = "memory", form: str = FORM) -> Callable[[Sitting], Any]:
    """Return what runs an asynchronous test at a table."""

    def run(work: Sitting) -> Any:
        async def within(stores: Stores) -> Any:
            return await work(await laid(stores, form))

        return over(kind, folder)(within)

    return run


async def laid(stores: Stores, form: str = FORM) -> Table:
    """Make a document and lay it on a table."""
    found = office(stores, OfflineModel())
    more = {"html": HtmlRenderer(), "md": MarkdownRenderer()}
    found.service.renderers = {**found.service.renderers, **more}
    found.service.plugins = {plugin.id: LEDGERED}
    order = found.jobs.order(plugin.id)
    job = await found.jobs.submit(WORKSPACE, order, incoming(form))
    document = f"{job.id}-000000"
    await found.worker.handle(document)
    source = text_source(form, "form0.txt")

    async def read(workspace: str, id_: str) -> Source:
        return source

    parts = (stores.records, stores.archive, stores.reviews, found.service, read)
    return Table(found, Reviews(*parts), job.id, document, source)
