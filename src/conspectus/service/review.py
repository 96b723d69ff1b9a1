"""Reviews: a report and the acts on it, checked anew after each, to its sign-off and export."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

from conspectus.domain.access import Deed
from conspectus.domain.errors import StorageError, UnknownJob
from conspectus.domain.facts import Question
from conspectus.domain.job import JobDocument, report_key
from conspectus.domain.opened import opened
from conspectus.domain.report import Report
from conspectus.domain.review.acts import (
    Act,
    ActedMeanwhile,
    ActRefused,
    Add,
    Correct,
    Done,
    NotSignable,
    Resolve,
    Sign,
    act_data,
    act_of,
    kind_of,
    require_words,
)
from conspectus.domain.review.data import concerned, document_digest
from conspectus.domain.review.placement import placed
from conspectus.domain.review.review import Review, Standing, after, fold
from conspectus.domain.review.selection import Spot, selected
from conspectus.domain.review.undoing import undoing
from conspectus.domain.source import Evidence, Source
from conspectus.domain.trail import Entry, canonical, digest
from conspectus.pipeline.review import Examined, examined
from conspectus.ports import Archive, Records, ReviewBook
from conspectus.service.generation import Result, Service
from conspectus.service.shelf import Shelf

EXAMINED = 50
"""So many reviews are kept at hand in one process, as they were examined last."""
Sourced = Callable[[str, str], Awaitable[Source]]
"""Gives the source of a document of a workspace."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A review as it stands: what was generated, what came of the acts, and how it is judged."""

    document: JobDocument
    generated: Report
    base: str
    review: Review
    entries: tuple[Entry, ...]
    examined: Examined


class Reviews:
    """Built by `wiring`, or from `testing` in a test. Unknown ids raise UnknownJob.

    A document has a review as soon as it has a report: one without acts.
    """

    def __init__(
        self,
        records: Records,
        archive: Archive,
        book: ReviewBook,
        service: Service,
        source: Sourced,
    ) -> None:
        self._records = records
        self._archive = archive
        self._book = book
        self._service = service
        self._source = source
        self._shelf = Shelf[Examined](EXAMINED, lambda _: 1)

    async def open(self, workspace: str, document: str) -> Opened:
        """Return the review of a document, with findings of now.

        Raises NotKept when it has no report, StorageError when what is kept was tampered with.
        """
        known, report, base = await self._report(workspace, document)
        entries = await self._book.entries(workspace, document)
        review = fold(report, [_done(entry, base) for entry in entries])
        judged = await self._examined(workspace, document, report, review, entries)
        return Opened(known, report, base, review, tuple(entries), judged)

    async def begun(self, workspace: str, document: str) -> bool:
        """Tell whether anybody has acted on a document."""
        return bool(await self._book.entries(workspace, document))

    async def standings(self, workspace: str, job: str) -> Mapping[str, Standing]:
        """Return by id each document of a job on which anybody has acted."""
        return await self._book.standings(workspace, job)

    async def history(self, workspace: str, document: str) -> list[Entry]:
        """Return the acts on a document in their order; raises as `open` does."""
        _, _, base = await self._report(workspace, document)
        entries = await self._book.entries(workspace, document)
        for entry in entries:
            _done(entry, base)
        return entries

    async def undo(self, workspace: str, actor: str, document: str, seen: int) -> Opened:
        """Take the last act back by a further one; raises as `act` does."""
        found = await self.open(workspace, document)
        last = undoing(found.review, json.loads(found.entries[-1].words)) if found.entries else None
        if last is None:
            raise ActRefused("The last act cannot be taken back.")
        return await self.act(workspace, actor, document, seen, last)

    async def tell(self, workspace: str, actor: str, document: str, seen: int, line: str) -> Opened:
        """Add what a line of the ledger is about in the words of the source; raises as `act`."""
        found = await self.open(workspace, document)
        omission = next((x.omission for x in found.examined.ledger if x.id == line), None)
        source = await self._source(workspace, document)
        act = placed(omission, found.review.document, source) if omission else None
        if act is None:
            raise ActRefused("Say where and how: add a statement, and choose its words.")
        return await self.act(workspace, actor, document, seen, act)

    async def select(
        self, workspace: str, document: str, spots: Sequence[Spot]
    ) -> tuple[Evidence, ...]:
        """Return the words of the source at some spots as evidence. Raises ActRefused."""
        return selected(await self._source(workspace, document), spots) if spots else ()

    async def act(self, workspace: str, actor: str, document: str, seen: int, act: Act) -> Opened:
        """Do an act and return what stands then; `seen` is the number of the act seen last.

        Raises ActedMeanwhile when others acted since, ActRefused when it cannot be done, and
        NotSignable with all that stands in the way of a sign-off.
        """
        before = await self.open(workspace, document)
        if before.review.seen != seen:
            raise ActedMeanwhile(
                f"There have been {before.review.seen} acts, and you have seen {seen}."
            )
        act = self._held(before, act)
        number = seen + 1
        stands = after(before.review, Done(number, act, actor))
        words: dict[str, Any] = {
            "salt": token_hex(16),
            "base": before.base,
            "act": act_data(act),
            "before": concerned(before.review, act, number),
            "after": concerned(stands, act, number),
        }
        kept = canonical(words)
        told: dict[str, object] = {"act": number, "words": digest(kept)}
        if isinstance(act, Sign):
            signed = {"name": act.name, "meaning": act.meaning}
            told |= {**signed, "document": document_digest(before.review)}
        deed = Deed(workspace, actor, f"review.{kind_of(act)}", document, told)
        entry = await self._book.add(deed, seen, kept)
        stands = after(before.review, _done(entry, before.base))
        entries = (*before.entries, entry)
        judged = await self._examined(workspace, document, before.generated, stands, entries)
        return replace(before, review=stands, entries=entries, examined=judged)

    async def export(self, workspace: str, document: str, form: str) -> bytes:
        """Return the reviewed document in one of the service's formats.

        It bears a draft mark until it is signed off, and the sign-off after that.
        """
        return self.rendered(await self.open(workspace, document), form)

    def rendered(self, found: Opened, form: str) -> bytes:
        """Return what `export` does of a review that was opened."""
        return self._service.render(Result(found.examined.report, found.document.usage), form)

    def sections(self, found: Opened) -> list[tuple[str, str]]:
        """Return id and title of each section that the plugin has and the document has not."""
        here = {section.id for section in found.review.document.sections}
        plugin = self._service.plugin(found.generated.plugin_id)
        return [(one.id, one.title) for one in plugin.sections if one.id not in here]

    def _held(self, found: Opened, act: Act) -> Act:
        """Return the act, whole. Raises ActRefused or NotSignable when it does not hold here."""
        require_words(act)
        if isinstance(act, Sign) and found.examined.hindrances:
            told = " ".join(found.examined.hindrances)
            raise NotSignable(f"{len(found.examined.hindrances)} things stand in the way: {told}")
        if isinstance(act, Resolve):
            here = {x.id for x in found.examined.ledger if x.omission.status == "left_out"}
            if any(line not in here for line in act.lines):
                raise ActRefused("The ledger has no such line that was left out.")
        if isinstance(act, Correct):
            self._require_kind(found, act)
        if isinstance(act, Add):
            if any(name not in found.review.facts for name in act.facts):
                raise ActRefused("There is no such fact.")
            titles = dict(self.sections(found))
            return replace(act, title=titles.get(act.section, ""))
        return act

    def _require_kind(self, found: Opened, act: Correct) -> None:
        plugin = self._service.plugin(found.generated.plugin_id)
        question = next((q for q in plugin.questions if q.name == act.fact), None)
        if question and act.value is not None and not _fits(question, act.value):
            raise ActRefused(f"The fact '{act.fact}' is a {question.kind}: give one.")

    async def _report(self, workspace: str, document: str) -> tuple[JobDocument, Report, str]:
        known = await self._records.document(workspace, document)
        if known is None:
            raise UnknownJob("There is no such job or document.")
        kept = await self._archive.get(report_key(document))
        base = digest(kept.decode())
        return known, opened(json.loads(kept)["report"]), base

    async def _examined(
        self,
        workspace: str,
        document: str,
        report: Report,
        review: Review,
        entries: Sequence[Entry],
    ) -> Examined:
        plugin = self._service.plugin(report.plugin_id)

        async def make() -> Examined:
            source = await self._source(workspace, document)
            return await asyncio.to_thread(examined, report, review, source, plugin)

        seal = entries[-1].line.hash if entries else ""
        return await self._shelf.get((workspace, document, report.document_id, seal), make)


def _fits(question: Question, value: object) -> bool:
    kinds = {"text": str, "list": tuple, "boolean": bool}
    return isinstance(value, kinds[question.kind])


def _done(entry: Entry, base: str) -> Done:
    """Return the act of an entry. Raises StorageError when it is not as the trail says."""
    line = entry.line
    words = json.loads(entry.words)
    told = line.deed.data
    if (told.get("act"), told.get("words")) != (entry.number, digest(entry.words)) or (
        words["base"] != base
    ):
        raise StorageError("The review is not as it was written: run `conspectus audit verify`.")
    return Done(entry.number, act_of(words["act"]), line.actor, line.time, line.number, line.hash)
