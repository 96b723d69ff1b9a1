"""What a request costs, counted: calls of models, statements, transactions, and bytes of files.

Counts and no times, so they hold on any machine, and a change that makes a request dearer has to
say so here.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from conspectus.adapters.archive_folder import FolderArchive
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.records_sql import SqliteDatabase
from conspectus.domain.access import OWN
from conspectus.domain.job import Received
from conspectus.domain.request import Answer, Request
from conspectus.service.intake import document_id
from doors import Door, visit
from offices import text

KINDS = ("calls", "selects", "changes", "transactions", "read", "written")


class Costs(Counter[str]):
    """What was counted since the last look."""

    def taken(self) -> dict[str, int]:
        """Return the counts, and begin anew."""
        found = {kind: self[kind] for kind in KINDS}
        self.clear()
        return found

    def statement(self, sql: str) -> None:
        """Count a statement as SQLite runs it."""
        word = sql.split(maxsplit=1)[0].upper()
        if word == "BEGIN":
            self["transactions"] += 1
        elif word == "SELECT":
            self["selects"] += 1
        elif word not in ("COMMIT", "ROLLBACK", "--"):
            self["changes"] += 1


class CountedModel(OfflineModel):
    """The offline model; how often it was asked goes to `costs`."""

    costs: Costs

    async def ask(self, request: Request) -> Answer:
        """Count, and answer."""
        self.costs["calls"] += 1
        return await super().ask(request)


@pytest.fixture
def costs(monkeypatch: pytest.MonkeyPatch) -> Costs:
    """Count what the archive reads and writes."""
    counted, get, put, keep = Costs(), FolderArchive.get, FolderArchive.put, FolderArchive.keep

    async def counted_get(self: FolderArchive, key: str) -> bytes:
        data = await get(self, key)
        counted["read"] += len(data)
        return data

    async def counted_put(self: FolderArchive, key: str, data: bytes) -> None:
        counted["written"] += len(data)
        await put(self, key, data)

    async def counted_keep(self: FolderArchive, received: Received, key: str) -> None:
        counted["written"] += received.size
        await keep(self, received, key)

    monkeypatch.setattr(FolderArchive, "get", counted_get)
    monkeypatch.setattr(FolderArchive, "put", counted_put)
    monkeypatch.setattr(FolderArchive, "keep", counted_keep)
    return counted


@pytest.fixture
def counting(tmp_path: Path, costs: Costs) -> Callable[[Callable[[Door], Awaitable[Any]]], Any]:
    """Run a test at a door without a worker, over SQLite whose statements are counted."""
    model = CountedModel()
    model.costs = costs

    def run(work: Callable[[Door], Awaitable[Any]]) -> Any:
        async def within(d: Door) -> Any:
            database = d.office.stores.database
            assert isinstance(database, SqliteDatabase)
            assert database._reader
            assert database._writer
            database._reader.set_trace_callback(costs.statement)
            writer = database._writer
            await database._in_thread(lambda: writer.set_trace_callback(costs.statement))
            return await work(d)

        return visit(tmp_path, kind="sqlite", model=model, working=False)(within)

    return run


async def _made(d: Door, number: int = 0) -> str:
    """Queue one text, make its document, and return its job."""
    job: str = (await d.batch(text(number))).json()["job_id"]
    await d.office.worker.handle(document_id(job, 0))
    return job


def _at_most(found: Mapping[str, int], **bounds: int) -> None:
    """Hold every count against its bound; what is not named must not be."""
    over = {kind: count for kind, count in found.items() if count > bounds.get(kind, 0)}
    assert over == {}, f"{over}, where {bounds} may be"


def test_a_form_is_submitted_with_few_statements(counting, costs: Costs) -> None:  # type: ignore[no-untyped-def]
    """The hold of its upload, the job, and the word to the engine; its bytes are written once."""

    async def work(d: Door) -> None:
        await d.batch(text(0))
        costs.clear()
        assert (await d.batch(text(1))).status_code == 202
        found = costs.taken()
        assert found["written"] == len(text(1).encode())
        _at_most(found, selects=3, changes=9, transactions=4, written=found["written"])

    counting(work)


def test_a_document_is_made_with_one_call_for_its_questions(counting, costs: Costs) -> None:  # type: ignore[no-untyped-def]
    """The upload is read once, the report written once; each call is written down as it is made."""

    async def work(d: Door) -> None:
        await _made(d)
        job = (await d.batch(text(1))).json()["job_id"]
        costs.clear()
        await d.office.worker.handle(document_id(job, 0))
        found = costs.taken()
        assert found["calls"] == 1
        assert found["read"] == len(text(1).encode())
        report = await d.client.get(f"/jobs/{job}/results/")
        assert found["written"] < 2 * len(report.content)
        bounds = {"calls": 1, "read": found["read"], "written": found["written"]}
        _at_most(found, selects=2, changes=29, transactions=8, **bounds)

    counting(work)


def test_a_form_seen_before_costs_one_look(counting, costs: Costs) -> None:  # type: ignore[no-untyped-def]
    """No call, no change of the records, nothing written, and the report read once."""

    async def work(d: Door) -> None:
        queued = asyncio.create_task(d.generate())
        while not (jobs := await d.desk.jobs.jobs(OWN)):
            await asyncio.sleep(0.01)
        await d.office.worker.handle(document_id(jobs[0].id, 0))
        report = len((await queued).content)
        costs.clear()
        assert "age" in (await d.generate()).headers
        found = costs.taken()
        assert found["read"] <= report
        _at_most(found, selects=1, read=found["read"])

    counting(work)


@pytest.mark.parametrize(
    ("path", "selects"),
    [
        ("status/", 3),
        ("results/", 2),
        ("results/{document}/", 1),
        ("events/", 4),
        ("", 1),
    ],
    ids=["status", "results", "one result", "events", "list"],
)
def test_looking_changes_nothing(counting, costs: Costs, path: str, selects: int) -> None:  # type: ignore[no-untyped-def]
    """A look is a few short queries, and at most the report is read."""

    async def work(d: Door) -> None:
        job = await _made(d)
        where = f"/jobs/{job}/{path}" if path else "/jobs/"
        costs.clear()
        answer = await d.client.get(where.format(document=document_id(job, 0)))
        assert answer.status_code == 200
        found = costs.taken()
        read = found["read"] if "results" in path else 0
        assert read <= len(answer.content) * 2
        _at_most(found, selects=selects, read=read)

    counting(work)


def test_a_look_at_many_documents_costs_as_many_queries_as_at_one(counting, costs: Costs) -> None:  # type: ignore[no-untyped-def]
    """No query for each: not in the status, not in a page of results, not in the list."""

    async def work(d: Door) -> None:
        one = (await d.batch(text(0))).json()["job_id"]
        many = (await d.batch(*map(text, range(12)))).json()["job_id"]
        for path in ("status/", "results/", "events/?wait=0"):
            if path.startswith("events"):
                continue
            counted = []
            for job in (one, many):
                costs.clear()
                assert (await d.client.get(f"/jobs/{job}/{path}")).status_code == 200
                counted.append(costs.taken())
            assert counted[0] == counted[1], path

    counting(work)


def test_a_probe_asks_no_model_and_changes_nothing(counting, costs: Costs) -> None:  # type: ignore[no-untyped-def]
    """However often it comes."""

    async def work(d: Door) -> None:
        costs.clear()
        for path in ("/livez", "/readyz", "/health/") * 5:
            await d.client.get(path)
        found = costs.taken()
        assert (found["calls"], found["changes"], found["written"]) == (0, 0, 0)

    counting(work)
