"""Stand-ins for the records of reviews and for the trail."""

from dataclasses import dataclass, field

from conspectus.domain.access import Deed
from conspectus.domain.errors import UnknownJob
from conspectus.domain.review.acts import ActedMeanwhile
from conspectus.domain.review.review import Standing
from conspectus.domain.trail import Entry, Head, Line, Words
from conspectus.ports import Records
from conspectus.testing.access import MemoryAudit


@dataclass
class MemoryReviewBook:
    """Keeps acts in lists, beside the lines of an audit trail; fills the port Trail as well."""

    records: Records
    audit: MemoryAudit
    acts: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)

    async def entries(self, workspace: str, document: str) -> list[Entry]:
        """Return the acts on a document in their order."""
        await self._forget_deleted()
        return [*self.acts.get((workspace, document), [])]

    async def standings(self, workspace: str, job: str) -> dict[str, Standing]:
        """Return by id each document of a job on which anybody has acted."""
        await self._forget_deleted()
        found = dict[str, Standing]()
        for (owner, id_), entries in self.acts.items():
            document = await self.records.document(owner, id_)
            if owner == workspace and document and document.job == job:
                signed = entries[-1].line.action == "review.sign"
                found[id_] = Standing(len(entries), "signed" if signed else "draft")
        return found

    async def add(self, deed: Deed, seen: int, words: str) -> Entry:
        """Write an act down: line and words, or neither."""
        await self._forget_deleted()
        if await self.records.document(deed.workspace, deed.subject) is None:
            raise UnknownJob(f"There is no job or document '{deed.subject}'.")
        kept = self.acts.setdefault((deed.workspace, deed.subject), [])
        if len(kept) != seen:
            raise ActedMeanwhile(f"There have been {len(kept)} acts, and you have seen {seen}.")
        kept.append(Entry(seen + 1, self.audit.append(deed), words))
        return kept[-1]

    async def head(self) -> Head:
        """Return what is noted of the last sealed line."""
        return self.audit.noted

    async def lines(self, after: int, most: int) -> list[Line]:
        """Return lines with a number beyond `after`, in order."""
        return [line for line in self.audit.kept if line.number > after][:most]

    async def words(self, after: int, until: int | None) -> list[Words]:
        """Return the words of acts on lines beyond `after`, to `until` if any, in order."""
        await self._forget_deleted()
        found = [
            Words(entry.line.number, document, entry.number, entry.words)
            for (_, document), entries in self.acts.items()
            for entry in entries
        ]
        return sorted(
            one for one in found if one.line > after and (until is None or one.line <= until)
        )

    async def _forget_deleted(self) -> None:
        for workspace, document in [*self.acts]:
            if await self.records.document(workspace, document) is None:
                del self.acts[workspace, document]
