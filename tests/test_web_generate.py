"""Files in, documents out, over HTTP."""

import asyncio
import json
from pathlib import Path

import pytest

from conspectus.domain.errors import StorageFull
from conspectus.domain.source import Upload
from conspectus.testing import SlowModel
from conspectus.web import Policy
from doors import Door, visit
from offices import text
from plugins import plugin
from stores import KINDS


@pytest.mark.parametrize("path", ["/generate", "/generate/", "/v1/generate", "/v1/generate/"])
def test_one_file_becomes_its_document(tmp_path: Path, path: str) -> None:
    """It is the envelope that a generation of its own gives, at every form of the path."""

    async def work(at: Door) -> None:
        files = {"file": ("form.txt", text(0).encode())}
        answer = await at.client.post(path, data={"plugin_id": plugin.id}, files=files)
        alone = await at.office.service.generate(Upload("form.txt", text(0).encode()), plugin.id)
        assert answer.status_code == 200
        assert (
            answer.json()["report"] == json.loads(at.office.service.written(alone.report))["report"]
        )
        assert set(answer.json()["usage"]) >= {"calls", "cost_usd", "seconds"}
        kept = await at.client.get(answer.headers["Content-Location"])
        assert kept.json()["report"] == answer.json()["report"]

    visit(tmp_path)(work)


def test_the_form_may_name_the_plugin_after_the_file(tmp_path: Path) -> None:
    """Fields may come in any order, and parameters reach the report."""

    async def work(at: Door) -> None:
        parts = [("file", ("form.txt", text(0).encode())), ("parameters", (None, '{"most": 2}'))]
        files = [*parts, ("plugin_id", (None, plugin.id)), ("model", (None, ""))]
        answer = await at.client.post("/generate/", files=files)
        assert answer.json()["report"]["plugin"]["parameters"]["most"] == 2

    visit(tmp_path)(work)


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """The code and line of the failure, with its status, and no report."""

    async def work(at: Door) -> None:
        answer = await at.generate(b"   ")
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == "empty"
        assert answer.json()["detail"] == "form.txt holds no text."
        assert answer.json()["trace_id"] == answer.headers["X-Trace-Id"]
        kept = await at.client.get(answer.headers["Content-Location"])
        assert (kept.json()["status"], kept.json()["error"]["code"]) == ("failed", "empty")

    visit(tmp_path)(work)


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"plugin_id": "nobody"}, "unknown-plugin", None),
        ({"parameters": "["}, "validation", "parameters"),
        ({"parameters": "[]"}, "validation", "parameters"),
        ({"parameters": '{"most": 0}'}, "invalid-parameters", None),
        ({"parameters": '{"more": 1}'}, "invalid-parameters", None),
        ({"model": "http://elsewhere"}, "unknown-model", None),
        ({"priority": "1000"}, "validation", "priority"),
        ({"file_name": "x"}, "validation", "form"),
    ],
)
def test_what_does_not_hold_is_named(
    tmp_path: Path, data: dict[str, str], code: str, field: str | None
) -> None:
    """A stable code, the field where there is one; and nothing is kept of the upload."""

    async def work(at: Door) -> None:
        answer = await at.generate(data=data)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        fields = [error["field"] for error in answer.json().get("errors", [])]
        assert fields == ([field] if field else [])
        assert (await at.client.get("/jobs/")).json()["jobs"] == []
        dropped = await at.office.stores.records.dropped(10)
        assert {*at.office.stores.archive.kept} <= {*dropped}

    visit(tmp_path)(work)


def test_one_file_goes_before_a_batch_unless_told_otherwise(tmp_path: Path) -> None:
    """Somebody waits for it; a thousand files of others are no reason to wait longer."""

    async def work(at: Door) -> None:
        await at.batch(text(0), text(1))
        await at.batch(text(2))
        await at.generate(text(3), data={"priority": "-5"})
        await at.generate()
        jobs = (await at.client.get("/jobs/")).json()["jobs"]
        assert sorted(job["priority"] for job in jobs) == [-5, 0, 10, 10]

    visit(tmp_path)(work)


def test_a_form_without_files_is_refused(tmp_path: Path) -> None:
    """So are too many files, a second one where one is asked for, and what is no form."""

    async def work(at: Door) -> None:
        post = at.client.post
        empty = await post("/generate/batch/", files={"plugin_id": (None, plugin.id)})
        assert empty.json()["errors"][0]["field"] == "files"
        many = await at.batch(text(0), text(1), text(2))
        assert (many.status_code, many.json()["code"]) == (413, "too-large")
        files = [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]
        assert (await post("/generate/", files=files)).status_code == 413
        assert (await post("/generate/", json={})).status_code == 415
        broken = {"Content-Type": "multipart/form-data; boundary=x"}
        for body in (b"", b"--x\r\n", b"--x\r\n\r\nno name\r\n--x--\r\n", b"nothing"):
            answer = await post("/generate/", content=body, headers=broken)
            assert (answer.status_code, answer.json()["code"]) == (400, "malformed"), body
        assert (await at.client.get("/jobs/")).json()["jobs"] == []

    visit(tmp_path, policy=Policy(most_files=2))(work)


@pytest.mark.parametrize(
    "path", ["/webhooks/", "/jobs/x/results/x-000000/review/acts/", "/ui/jobs/x/cancel/"]
)
def test_no_body_is_read_whole_that_is_called_a_form(tmp_path: Path, path: str) -> None:
    """Where no file is asked for, none is taken: a stranger fills no memory."""
    asked = 0

    async def body() -> object:
        nonlocal asked
        while asked < 1000:
            asked += 1
            yield b"a" * 10_000

    async def work(at: Door) -> None:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        answer = await at.client.post(path, content=body(), headers=headers)
        assert answer.status_code in (401, 403, 413)
        assert asked < 20

    visit(tmp_path, policy=Policy(auth=True), working=False)(work)


def test_a_file_beyond_the_limit_is_refused_while_it_comes(tmp_path: Path) -> None:
    """The rest of it is never asked for."""
    asked = 0

    async def body() -> object:
        nonlocal asked
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
        while asked < 1000:
            asked += 1
            yield b"a" * 10_000

    async def work(at: Door) -> None:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        answer = await at.client.post("/generate/", content=body(), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        assert asked < 20
        assert at.office.stores.archive.incoming == {}

    visit(tmp_path)(work)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("application/json;q=0.5, text/html", "text/html"),
        ("text/*", "text/markdown"),
        ("text/html;q=0, */*", "application/json"),
    ],
)
def test_accept_picks_the_format(tmp_path: Path, accept: str, media: str) -> None:
    """The closest range counts, then its weight."""

    async def work(at: Door) -> None:
        answer = await at.generate(headers={"Accept": accept})
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == media

    visit(tmp_path)(work)


def test_a_format_that_is_not_to_be_had_is_refused_before_any_work(tmp_path: Path) -> None:
    """406 lists what is."""

    async def work(at: Door) -> None:
        answer = await at.generate(headers={"Accept": "image/png"})
        assert (answer.status_code, answer.json()["code"]) == (406, "not-acceptable")
        assert "text/html" in answer.json()["available"]
        assert (await at.client.get("/jobs/")).json()["jobs"] == []

    visit(tmp_path)(work)


def test_whoever_does_not_want_to_wait_is_told_where_to_look(tmp_path: Path) -> None:
    """202 with the place of the status, as for a document that takes too long."""

    async def work(at: Door) -> None:
        answer = await at.generate(headers={"Prefer": "respond-async"})
        assert answer.status_code == 202
        assert answer.headers["Preference-Applied"] == "respond-async"
        assert answer.json() == {
            "job_id": answer.json()["job_id"],
            "status": "queued",
            "total_documents": 1,
        }
        assert (await at.client.get(answer.headers["Location"])).status_code == 200
        slow = await at.generate(text(1))
        assert slow.status_code == 202

    visit(tmp_path, policy=Policy(wait_seconds=0.05), model=SlowModel(0.5))(work)


def test_the_same_key_orders_once(tmp_path: Path) -> None:
    """A replay gives the same bytes; another form, or the other path, is refused."""

    async def work(at: Door) -> None:
        first = await at.batch(text(0), **{"Idempotency-Key": "k"})
        again = await at.batch(text(0), **{"Idempotency-Key": "k"})
        assert (first.status_code, first.content) == (202, again.content)
        assert first.headers["Location"] == again.headers["Location"]
        other = await at.batch(text(1), **{"Idempotency-Key": "k"})
        assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
        single = await at.generate(text(0), headers={"Idempotency-Key": "k"})
        assert single.status_code == 422
        assert len((await at.client.get("/jobs/")).json()["jobs"]) == 1
        whole = [await at.generate(headers={"Idempotency-Key": "g"}) for _ in range(2)]
        assert whole[0].content == whole[1].content
        assert len((await at.client.get("/jobs/")).json()["jobs"]) == 2

    visit(tmp_path)(work)


def test_a_document_under_way_is_not_ordered_again(tmp_path: Path) -> None:
    """The same key meanwhile is told to come back."""

    async def work(at: Door) -> None:
        first = asyncio.create_task(at.generate(headers={"Idempotency-Key": "k"}))
        while not (await at.client.get("/jobs/")).json()["jobs"]:
            await asyncio.sleep(0.01)
        again = await at.generate(headers={"Idempotency-Key": "k"})
        assert (again.status_code, again.json()["code"]) == (409, "in-flight")
        assert again.headers["Retry-After"] == "1"
        done = await first
        replayed = await at.generate(headers={"Idempotency-Key": "k"})
        assert (replayed.status_code, replayed.content) == (200, done.content)

    visit(tmp_path, model=SlowModel(0.3))(work)


@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_requests_of_one_key_at_once_are_one_job(tmp_path: Path, kind: str) -> None:
    """All get the same bytes, and no upload stays held for the others."""

    async def work(at: Door) -> None:
        given = [at.batch(text(0), **{"Idempotency-Key": "k"}) for _ in range(100)]
        answers = await asyncio.gather(*given)
        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.content for answer in answers}) == 1
        assert len((await at.client.get("/jobs/")).json()["jobs"]) == 1
        await at.ended(answers[0].json()["job_id"])

    visit(tmp_path, kind=kind)(work)


def test_a_full_disk_is_told_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """507, may be tried again, without a word about our folders; what was there stays."""

    async def work(at: Door) -> None:
        await at.generate()

        async def full(*given: object) -> None:
            raise StorageFull("/secret/folder is full.")

        with monkeypatch.context() as patched:
            patched.setattr(at.office.stores.archive, "keep", full)
            answer = await at.generate(text(1))
        assert (answer.status_code, answer.json()["code"]) == (507, "storage-full")
        assert answer.json()["retryable"] is True
        assert "secret" not in answer.text
        assert len((await at.client.get("/jobs/")).json()["jobs"]) == 1
        assert (await at.generate(text(1))).status_code == 200

    visit(tmp_path)(work)


def test_a_client_that_hangs_up_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither a job nor a file, nor a hold on one that was taken in already."""
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="f"\r\n\r\n'
    begun = head + text(0).encode() + b"\r\n" + head + b"half of"

    async def work(at: Door) -> None:
        messages = iter(
            [
                {"type": "http.request", "body": begun, "more_body": True},
                {"type": "http.disconnect"},
            ]
        )
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/generate/batch/",
            "query_string": b"",
            "headers": [
                (b"host", b"127.0.0.1"),
                (b"content-type", b"multipart/form-data; boundary=x"),
            ],
            "app": at.app,
        }

        async def receive() -> object:
            return next(messages)

        async def send(message: object) -> None:
            pass

        await at.app(scope, receive, send)
        assert next(messages, None) is None
        assert (await at.client.get("/jobs/")).json()["jobs"] == []
        records, archive = at.office.stores.records, at.office.stores.archive
        assert {*archive.kept} <= {*(await records.dropped(10))}
        assert archive.incoming == {}

    visit(tmp_path)(work)
