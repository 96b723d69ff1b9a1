"""Jobs over HTTP: status, events, results, cancel, retry, delete."""

import asyncio
import io
import json
import sqlite3
import zipfile
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from conspectus.domain.answers import Kept, Tags
from conspectus.domain.errors import NotKept, StorageError
from conspectus.domain.hooks import Hook
from conspectus.domain.job import Failure
from conspectus.domain.request import Answer
from conspectus.domain.usage import Usage
from conspectus.testing import SlowModel
from conspectus.web.api.events import beating
from doors import Door, visit
from offices import text
from stores import KINDS


def _events(body: str) -> list[dict[str, object]]:
    return [
        json.loads(line.removeprefix("data: "))
        for line in body.splitlines()
        if line.startswith("data: ")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_finishes_though_one_file_is_bad(tmp_path: Path, kind: str) -> None:
    """The status says of each document how it went, and why one failed."""

    async def work(at: Door) -> None:
        posted = await at.batch(text(0), " ", text(2))
        assert (posted.status_code, posted.json()["total_documents"]) == (202, 3)
        status = await at.ended(posted.json()["job_id"])
        assert status["status"] == "partly_failed"
        assert [one["status"] for one in status["documents"]] == [
            "succeeded",
            "failed",
            "succeeded",
        ]
        assert status["documents"][1]["error"]["code"] == "empty"
        assert set(status["timestamps"]) == {"queued", "running", "partly_failed"}

    visit(tmp_path, kind=kind)(work)


def test_jobs_are_listed_by_pages(tmp_path: Path) -> None:
    """The latest first; each page gives the cursor of the next, the last one none."""

    async def work(at: Door) -> None:
        ids = [(await at.batch(text(n))).json()["job_id"] for n in range(3)]
        seen: list[str] = []
        cursor = ""
        while True:
            page = (await at.client.get(f"/jobs/?limit=2{cursor}")).json()
            seen += [job["job_id"] for job in page["jobs"]]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert seen == sorted(ids, reverse=True)

    visit(tmp_path, working=False)(work)


def test_a_client_that_has_the_status_is_sent_none(tmp_path: Path) -> None:
    """The tag stays until something changes; a long poll answers at the change."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        first = await at.client.get(f"/jobs/{job}/status/")
        tag = {"If-None-Match": first.headers["ETag"]}
        same = await at.client.get(f"/jobs/{job}/status/?wait=0.1", headers=tag)
        assert (same.status_code, same.content) == (304, b"")
        assert same.headers["ETag"] == first.headers["ETag"]
        weak = {"If-None-Match": f"W/{first.headers['ETag']}"}  # as a proxy that packs makes it
        assert (await at.client.get(f"/jobs/{job}/status/", headers=weak)).status_code == 304
        waiting = asyncio.create_task(
            at.client.get(f"/jobs/{job}/status/?wait=30", headers=tag, timeout=40)
        )
        await asyncio.sleep(0)
        await at.client.post(f"/jobs/{job}/cancel/")
        changed = await waiting
        assert (changed.status_code, changed.json()["status"]) == (200, "cancelled")

    visit(tmp_path, working=False)(work)


def test_events_tell_every_stage_and_end_with_the_job(tmp_path: Path) -> None:
    """Numbered without a gap; a later start gives exactly what is missing, and then 204."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0), text(1))).json()["job_id"]
        answer = await at.client.get(f"/jobs/{job}/events/")
        assert answer.headers["content-type"].startswith("text/event-stream")
        events = _events(answer.text)
        assert [event["number"] for event in events] == [*range(1, len(events) + 1)]
        assert events[-1]["status"] == "succeeded"
        stages = {event["stage"] for event in events if "stage" in event}
        assert stages == {"read", "extract", "write", "check"}
        for document in {event["document_id"] for event in events if "document_id" in event}:
            own = [event for event in events if event.get("document_id") == document]
            told = [event.get("section") or event.get("stage") for event in own]
            assert told == [None, "read", "extract", "write", "money", "harms", "check", None]
        for cut in range(1, len(events)):
            rest = await at.client.get(f"/jobs/{job}/events/", headers={"Last-Event-ID": str(cut)})
            assert _events(rest.text) == events[cut:]
        whole = {"Last-Event-ID": str(len(events))}
        assert (await at.client.get(f"/jobs/{job}/events/", headers=whole)).status_code == 204
        never = {"Last-Event-ID": "9000"}  # of a job that was brought back from a backup
        assert (await at.client.get(f"/jobs/{job}/events/", headers=never)).text == answer.text
        wrong = await at.client.get(f"/jobs/{job}/events/", headers={"Last-Event-ID": "x"})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "validation")

    visit(tmp_path)(work)


def test_events_end_when_the_job_is_deleted(tmp_path: Path) -> None:
    """Nobody hangs on a job that is gone."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        following = asyncio.create_task(at.client.get(f"/jobs/{job}/events/"))
        await asyncio.sleep(0.05)
        await at.client.delete(f"/jobs/{job}/")
        assert len(_events((await following).text)) <= 1

    visit(tmp_path, working=False)(work)


def test_results_come_by_pages_or_as_a_zip(tmp_path: Path) -> None:
    """Two files of one name get two; the summary has all documents, the failed ones too."""

    async def work(at: Door) -> None:
        files = [("files", (name, text(0).encode())) for name in ("../a.txt", "A.txt", "b.txt")]
        files.append(("files", ("bad.txt", b" ")))
        data = {"plugin_id": "test-summary"}
        posted = await at.client.post("/generate/batch/", data=data, files=files)
        job = posted.json()["job_id"]
        await at.ended(job)
        first = (await at.client.get(f"/jobs/{job}/results/?limit=3")).json()
        assert [one["report"] is None for one in first["documents"]] == [False] * 3
        rest = (await at.client.get(f"/jobs/{job}/results/?cursor={first['next']}")).json()
        assert [one["error"]["code"] for one in rest["documents"]] == ["empty"]
        assert rest["next"] is None
        wanted = {"Accept": "application/zip"}
        packed = await at.client.get(f"/jobs/{job}/results/?documents=json", headers=wanted)
        again = await at.client.get(f"/jobs/{job}/results/?format=zip&documents=json")
        assert packed.content == again.content
        with zipfile.ZipFile(io.BytesIO(packed.content)) as made:
            assert made.namelist() == ["a.json", "A (2).json", "b.json", "summary.csv"]
            report = json.loads(made.read("a.json"))["report"]
            assert report == first["documents"][0]["report"]
            assert made.read("summary.csv").decode("utf-8-sig").count("succeeded") == 3
        tag = {"If-None-Match": packed.headers["ETag"]}
        url = f"/jobs/{job}/results/?format=zip&documents=json"
        assert (await at.client.get(url, headers=tag)).status_code == 304

    visit(tmp_path)(work)


def test_one_document_comes_in_every_format(tmp_path: Path) -> None:
    """As the renderer wrote it; a page of ours may run nothing; the name is a label."""

    async def work(at: Door) -> None:
        job = (await at.generate(name='"evil";\r\nname.txt')).headers["Content-Location"]
        page = await at.client.get(job, headers={"Accept": "text/html"})
        id_ = job.rstrip("/").rpartition("/")[2]
        assert page.content == await at.office.jobs.rendered("", id_, "html")
        assert "sandbox" in page.headers["Content-Security-Policy"]
        assert '"' not in page.headers["Content-Disposition"]
        text_ = await at.client.get(f"{job}?format=md")
        assert text_.headers["content-type"] == "text/markdown; charset=utf-8"
        same = await at.client.get(
            f"{job}?format=md", headers={"If-None-Match": text_.headers["ETag"]}
        )
        assert same.status_code == 304

    visit(tmp_path)(work)


def test_a_report_is_made_again_from_the_answers_of_its_job(tmp_path: Path) -> None:
    """The bytes are the same, and no model is asked."""

    async def work(at: Door) -> None:
        place = (await at.generate()).headers["Content-Location"]
        again = (await at.client.get(f"{place}?replay=true")).json()
        assert again["same"] is True
        assert again["report"] == (await at.client.get(place)).json()["report"]

    visit(tmp_path)(work)


def test_a_document_that_is_not_done_has_no_page_yet(tmp_path: Path) -> None:
    """As JSON it is shown as it is; in another format it is to be asked for later."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        url = f"/jobs/{job}/results/{job}-000000/"
        assert (await at.client.get(url)).json()["status"] == "queued"
        page = await at.client.get(f"{url}?format=html")
        assert (page.status_code, page.json()["code"]) == (409, "not-ready")
        assert page.headers["Retry-After"] == "1"
        await at.client.post(f"/jobs/{job}/cancel/")
        page = await at.client.get(f"{url}?format=html")
        assert (page.status_code, page.json()["code"]) == (409, "cancelled")

    visit(tmp_path, working=False)(work)


def test_what_was_cancelled_can_be_queued_again(tmp_path: Path) -> None:
    """Cancel keeps what is finished; retry queues the rest."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0), text(1))).json()["job_id"]
        cancelled = (await at.client.post(f"/jobs/{job}/cancel/")).json()
        assert (cancelled["status"], cancelled["counts"]["cancelled"]) == ("cancelled", 2)
        assert (await at.client.post(f"/jobs/{job}/retry/")).json()["counts"]["queued"] == 2
        assert (await at.ended(job))["status"] == "succeeded"

    visit(tmp_path, model=SlowModel(0.5))(work)


def test_a_deleted_job_leaves_an_audit_line_and_nothing_else(tmp_path: Path) -> None:
    """Records, files and the workspace's own kept answers about its documents go."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        await at.ended(job)
        documents = await at.office.jobs.documents("", job)
        tags = Tags(document=documents[0].sha256)
        kept = Kept(Answer((), Usage()), tags, asked=0.0)
        other = Kept(Answer((), Usage()), Tags(document=documents[0].sha256, workspace="x"), 0.0)
        at.answers.kept |= {"ours": kept, "theirs": other}
        assert (await at.client.delete(f"/jobs/{job}/")).status_code == 204
        assert (await at.client.get(f"/jobs/{job}/status/")).status_code == 404
        assert (await at.client.delete(f"/jobs/{job}/")).status_code == 404
        assert at.office.stores.archive.kept == {}
        assert [*at.answers.kept] == ["theirs"]
        lines = await at.office.stores.audit.deeds("", 0, 10)
        assert [(one.action, one.subject) for one in lines] == [("delete", job)]

    visit(tmp_path)(work)


def test_a_deletion_that_fails_halfway_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kept answers go first: once the job is gone, nobody knows whose they were."""

    async def die(*given: object) -> None:
        raise StorageError("The disk is gone.")

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        await at.ended(job)
        (document,) = await at.office.jobs.documents("", job)
        tags = Tags(document=document.sha256)
        at.answers.kept["ours"] = Kept(Answer((), Usage()), tags, asked=0.0)
        with monkeypatch.context() as patched:
            patched.setattr(at.office.jobs, "delete", die)
            assert (await at.client.delete(f"/jobs/{job}/")).status_code == 503
        assert at.answers.kept == {}
        assert (await at.client.delete(f"/jobs/{job}/")).status_code == 204

    visit(tmp_path)(work)


@pytest.mark.parametrize("kind", KINDS)
def test_a_retry_at_once_is_not_lost(tmp_path: Path, kind: str) -> None:
    """A document has failed a moment before its worker lets go of it."""

    async def work(at: Door) -> None:
        records, engine = at.office.stores.records, at.office.stores.engine
        seen: list[str] = []
        failed, again, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def handle(document: str) -> None:
            seen.append(document)
            if len(seen) == 2:
                again.set()
                return
            task = await records.begin(document)
            assert task
            await records.fail(task.attempt, Failure("error", "It failed."), Usage())
            failed.set()
            await again.wait()

        working = asyncio.create_task(engine.work(handle, 2, stop))
        job = (await at.batch(text(0))).json()["job_id"]
        async with asyncio.timeout(20):
            await failed.wait()
            assert (await at.client.post(f"/jobs/{job}/retry/")).json()["counts"]["queued"] == 1
            await again.wait()
        stop.set()
        await working
        assert seen == [f"{job}-000000"] * 2

    visit(tmp_path, kind=kind, working=False)(work)


def test_no_row_and_no_file_of_a_deleted_job_is_left(tmp_path: Path) -> None:
    """Its id stands in the audit trail alone, and no word of it in any file."""

    async def work(at: Door) -> None:
        hook = Hook("h", "", "https://office.example/hook", "whsec_c2VjcmV0", created=0)
        await at.office.stores.hooks.add(hook)
        job = (await at.batch(text(0), " ", **{"Idempotency-Key": "k"})).json()["job_id"]
        await at.ended(job)
        await at.desk.hooks.send()
        digest = (await at.office.jobs.documents("", job))[0].sha256
        traces = (job, digest, "form0.txt")
        before = await asyncio.to_thread(_tables, tmp_path / "records.db", traces)
        assert before >= {"jobs", "documents", "events", "uploads", "answers", "deliveries", "once"}
        assert (await at.client.delete(f"/jobs/{job}/")).status_code == 204
        after = await asyncio.to_thread(_tables, tmp_path / "records.db", traces)
        assert after == {"audit"}
        assert [one for one in (tmp_path / "a").rglob("*") if one.is_file()] == []
        left = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert not [path for path in left if b"form0" in path.read_bytes()]

    visit(tmp_path, kind="sqlite")(work)


def _tables(file: Path, traces: tuple[str, ...]) -> set[str]:
    """Return the tables of a database that hold a row with one of these words."""
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in rows]
        return {
            name
            for name in names
            for row in database.execute(f"SELECT * FROM {name}")
            if any(trace in str(value) for value in row for trace in traces)
        }


@pytest.mark.parametrize("kind", KINDS)
def test_an_upload_stays_until_its_last_job_goes(tmp_path: Path, kind: str) -> None:
    """Two jobs of one file: the second one's report can be made again without the first."""

    async def work(at: Door) -> None:
        jobs = [(await at.batch(text(0))).json()["job_id"] for _ in range(2)]
        for job in jobs:
            await at.ended(job)
        assert (await at.client.delete(f"/jobs/{jobs[0]}/")).status_code == 204
        url = f"/jobs/{jobs[1]}/results/{jobs[1]}-000000/"
        assert (await at.client.get(f"{url}?replay=true")).json()["same"] is True
        upload = await at.office.stores.records.upload("", f"{jobs[1]}-000000")
        assert upload
        assert await at.office.stores.archive.get(upload) == text(0).encode()
        assert (await at.client.delete(f"/jobs/{jobs[1]}/")).status_code == 204
        with pytest.raises(NotKept):
            await at.office.stores.archive.get(upload)

    visit(tmp_path, kind=kind)(work)


@pytest.mark.parametrize("kind", KINDS)
def test_old_jobs_expire(tmp_path: Path, kind: str) -> None:
    """A day after its end a job goes, one that has not ended stays."""

    async def work(at: Door) -> None:
        job = (await at.batch(text(0))).json()["job_id"]
        assert await at.desk.retention.expire() == 0
        await at.client.post(f"/jobs/{job}/cancel/")
        assert await at.desk.retention.expire() == 1  # the clock of the stores is years behind
        assert (await at.client.get("/jobs/")).json()["jobs"] == []
        (line,) = await at.office.stores.audit.deeds("", 0, 10)
        assert line.actor == "retention"

    visit(tmp_path, working=False, kind=kind)(work)


@pytest.mark.parametrize("path", ["status", "results", "events", "results/x-000000"])
@pytest.mark.parametrize("job", ["nobody", "a" * 24, "%00", "a" * 5000, "..%2f.."])
def test_a_job_that_is_not_there_is_a_clear_problem(tmp_path: Path, path: str, job: str) -> None:
    """404, whatever was asked of it."""

    async def work(at: Door) -> None:
        answer = await at.client.get(f"/jobs/{job}/{path}/")
        assert answer.status_code == 404
        assert answer.json()["code"] in ("unknown-job", "not-found")
        assert len(answer.content) < 1000

    visit(tmp_path, working=False)(work)


def test_a_silent_stream_is_kept_alive() -> None:
    """A beat whenever nothing comes for a while; every item comes once, in order."""

    async def slow() -> AsyncIterator[int]:
        yield 1
        await asyncio.sleep(0.25)
        yield 2

    async def work() -> list[int | None]:
        return [item async for item in beating(slow(), 0.1)]

    items = asyncio.run(work())
    assert [item for item in items if item] == [1, 2]
    assert items[1] is None
