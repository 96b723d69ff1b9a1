"""Who is let in over HTTP, how often, and what nobody is told."""

import asyncio
import io
from pathlib import Path

import httpx
import pytest

from conspectus.adapters.observe_log import open_logs
from conspectus.domain.access import Forbidden, Key, Scope
from conspectus.domain.errors import StorageError
from conspectus.web import Policy
from doors import Door, visit
from offices import text
from stores import KINDS

AUTH = Policy(auth=True)


async def _bearer(at: Door, workspace: str, scope: Scope = "write") -> dict[str, str]:
    _, secret = await at.desk.keys.create("test", workspace, scope)
    return {"Authorization": f"Bearer {secret}"}


def test_a_key_is_needed_where_one_is_asked_for(tmp_path: Path) -> None:
    """None, a wrong or a revoked one is 401, and no answer repeats it."""

    async def work(at: Door) -> None:
        key, secret = await at.desk.keys.create("test", "w", "read")
        good = {"Authorization": f"Bearer {secret}"}
        assert (await at.client.get("/jobs/", headers=good)).status_code == 200
        wrong = [{}, {"Authorization": "Basic x"}, {"Authorization": f"Bearer {secret}x"}]
        wrong += [
            {"Authorization": f"Bearer ck_{key.id}_{'A' * 43}"},
            {"Authorization": "Bearer é"},
        ]
        for headers in wrong:
            encoded = {name: value.encode() for name, value in headers.items()}
            answer = await at.client.get("/jobs/", headers=encoded)
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            assert secret not in answer.text
        await at.desk.keys.revoke(key.id)
        assert (await at.client.get("/jobs/", headers=good)).status_code == 401

    visit(tmp_path, policy=AUTH)(work)


@pytest.mark.parametrize("path", ["/jobs/{job}/events/", "/ui/jobs/events/"])
def test_a_stream_ends_when_its_key_is_revoked(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the job goes on, and nothing has happened since."""
    monkeypatch.setattr("conspectus.web.api.events.BEAT_SECONDS", 0.1)
    monkeypatch.setattr("conspectus.web.pages.jobs.BEAT_SECONDS", 0.1)

    async def work(at: Door) -> None:
        job = (await at.batch(text(0), **await _bearer(at, "w"))).json()["job_id"]
        key, secret = await at.desk.keys.create("test", "w", "read")
        headers = {"Authorization": f"Bearer {secret}"}
        following = asyncio.create_task(at.client.get(path.format(job=job), headers=headers))
        await asyncio.sleep(0.3)
        assert not following.done()
        await at.desk.keys.revoke(key.id)
        assert (await following).status_code == 200

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_key_for_figures_opens_nothing_else(tmp_path: Path) -> None:
    """Whoever scrapes sees figures alone; of the others only an administrator sees them."""

    async def work(at: Door) -> None:
        scraper = await _bearer(at, "w", "metrics")
        assert (await at.client.get("/metrics/", headers=scraper)).status_code == 200
        other = [("GET", "/jobs/"), ("POST", "/generate/"), ("GET", "/cache/"), ("GET", "/ui/")]
        other += [("GET", "/webhooks/"), ("GET", "/plugins/"), ("GET", "/ui/dashboard/")]
        for method, path in other:
            answer = await at.client.request(method, path, headers=scraper)
            assert answer.status_code == 403, path
        secret = scraper["Authorization"].removeprefix("Bearer ")
        with pytest.raises(Forbidden):
            await at.desk.sessions.begin(secret)
        for scope, status in (("read", 403), ("write", 403), ("admin", 200)):
            headers = await _bearer(at, "w", scope)  # type: ignore[arg-type]
            answer = await at.client.get("/metrics/", headers=headers)
            assert answer.status_code == status, scope

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize("freeze", [True, False])
def test_figures_are_told_while_the_records_are_ill(tmp_path: Path, freeze: bool) -> None:
    """Whoever scraped before goes on, or nobody would be told of it; nothing else is let in so."""

    async def work(at: Door) -> None:
        scraper, fresh = await _bearer(at, "w", "metrics"), await _bearer(at, "w", "metrics")
        assert (await at.client.get("/metrics/", headers=scraper)).status_code == 200
        find, ring = at.desk.keys._ring.find, at.desk.keys._ring

        async def ill(key: str) -> Key | None:
            if freeze:
                await asyncio.sleep(60)
            raise StorageError("It is gone.")

        object.__setattr__(ring, "find", ill)
        answer = await at.client.get("/metrics/", headers=scraper)
        assert answer.status_code == 200
        assert "conspectus_component_up" in answer.text
        assert (await at.client.get("/metrics/", headers=fresh)).status_code == 503
        object.__setattr__(ring, "find", find)
        key = scraper["Authorization"].split("_")[1]
        await at.desk.keys.revoke(key)
        for found in (find, ill):
            object.__setattr__(ring, "find", found)
            answer = await at.client.get("/metrics/", headers=scraper)
            assert answer.status_code == (401 if found == find else 503)

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_scope_includes_those_below_it(tmp_path: Path) -> None:
    """Who may read may not order; who may order sees no figures of the service."""

    async def work(at: Door) -> None:
        asked = {"read": ("GET", "/jobs/"), "write": ("POST", "/jobs/x/cancel/")}
        asked["admin"] = ("DELETE", "/cache/")
        for n, scope in enumerate(asked):
            headers = await _bearer(at, "w", scope)  # type: ignore[arg-type]
            for m, (method, path) in enumerate(asked.values()):
                answer = await at.client.request(method, path, headers=headers)
                assert (answer.status_code == 403) == (m > n), (scope, path)

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_workspace_is_seen_by_another(tmp_path: Path, kind: str) -> None:
    """Its jobs are 404 for all others, and a rotated key of its own sees them still."""

    async def work(at: Door) -> None:
        ours, theirs = await _bearer(at, "ours"), await _bearer(at, "theirs")
        job = (await at.batch(text(0), **ours)).json()["job_id"]
        await at.client.get(f"/jobs/{job}/status/?wait=20", headers=ours)
        id_ = f"{job}-000000"
        for method, path in (
            ("GET", "status/"),
            ("GET", "results/"),
            ("GET", "results/?format=zip"),
            ("GET", f"results/{id_}/"),
            ("GET", f"results/{id_}/?replay=true"),
            ("GET", "events/"),
            ("POST", "cancel/"),
            ("POST", "retry/"),
            ("DELETE", ""),
        ):
            answer = await at.client.request(method, f"/jobs/{job}/{path}", headers=theirs)
            assert answer.status_code == 404, path
        assert (await at.client.get("/jobs/", headers=theirs)).json()["jobs"] == []
        rotated = await _bearer(at, "ours")
        status = await at.client.get(f"/jobs/{job}/status/", headers=rotated)
        assert status.json()["status"] == "succeeded"

    visit(tmp_path, policy=AUTH, kind=kind)(work)


def test_one_key_of_two_workspaces_is_two_orders(tmp_path: Path) -> None:
    """An Idempotency-Key belongs to who used it."""

    async def work(at: Door) -> None:
        once = {"Idempotency-Key": "k"}
        ours = await at.batch(text(0), **once, **await _bearer(at, "ours"))
        theirs = await at.batch(text(0), **once, **await _bearer(at, "theirs"))
        assert ours.json()["job_id"] != theirs.json()["job_id"]

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ],
)
def test_without_keys_only_this_machine_is_let_in(tmp_path: Path, headers: dict[str, str]) -> None:
    """Neither another name of it, nor a page of another site in a browser on it."""

    async def work(at: Door) -> None:
        answer = await at.client.get("/jobs/", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "stranger")
        assert (await at.client.get("/jobs/")).status_code == 200

    visit(tmp_path, working=False)(work)


def test_an_address_of_the_network_is_served_only_when_that_was_said(tmp_path: Path) -> None:
    """The door looks at the address it was reached at, whoever started it."""

    async def work(at: Door) -> None:
        transport = httpx.ASGITransport(at.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://10.0.0.5") as other:
            answer = await other.get("/jobs/")
        assert answer.status_code == (200 if at.desk.policy.open else 403)

    visit(tmp_path, working=False)(work)
    visit(tmp_path, working=False, policy=Policy(open=True))(work)


def test_too_many_requests_are_told_when_to_come_back(tmp_path: Path) -> None:
    """Each key has a quota of its own; health has none."""

    async def work(at: Door) -> None:
        one, other = await _bearer(at, "w"), await _bearer(at, "w")
        codes = [(await at.client.get("/jobs/", headers=one)).status_code for _ in range(4)]
        assert codes == [200, 200, 200, 429]
        refused = await at.client.get("/jobs/", headers=one)
        assert refused.json()["code"] == "rate-limited"
        assert 1 <= int(refused.headers["Retry-After"]) <= 3600
        assert (await at.client.get("/jobs/", headers=other)).status_code == 200
        assert (await at.client.get("/readyz", headers=one)).status_code == 200

    visit(tmp_path, policy=AUTH, rate="3/hour", working=False)(work)


def test_every_answer_carries_the_headers_of_a_careful_server(tmp_path: Path) -> None:
    """Problems too; no other site may read anything."""

    async def work(at: Door) -> None:
        for path in ("/jobs/", "/nothing", "/livez", "/docs", "/static/docs.js"):
            answer = await at.client.get(path)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "Access-Control-Allow-Origin" not in answer.headers
            assert len(answer.headers["X-Trace-Id"]) == 32

    visit(tmp_path, working=False)(work)


def test_no_other_site_is_granted_anything(tmp_path: Path) -> None:
    """A browser that asks first is refused, and an answer names no site that may read it."""

    async def work(at: Door) -> None:
        asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
        preflight = await at.client.options("/generate/", headers=asked)
        assert (preflight.status_code, preflight.json()["code"]) == (405, "method-not-allowed")
        answer = await at.client.get("/jobs/", headers={"Origin": "https://evil.example"})
        assert answer.status_code == 200
        for one in (preflight, answer):
            assert not [name for name in one.headers if name.startswith("access-control-")]

    visit(tmp_path, working=False, policy=Policy(open=True))(work)


def test_the_trace_of_the_caller_is_kept(tmp_path: Path) -> None:
    """A W3C traceparent names the request in the log and in a problem."""

    async def work(at: Door) -> None:
        trace = "4bf92f3577b34da6a3ce929d0e0e4736"
        headers = {"traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
        answer = await at.client.get("/nothing", headers=headers)
        assert answer.json()["trace_id"] == trace

    visit(tmp_path, working=False)(work)


def test_no_exception_text_reaches_a_client(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The client gets a trace id, the log its place; the words stay out of both.

    So they do where a program that brings its own handlers has this one within.
    """
    logged = io.StringIO()

    async def work(at: Door) -> None:
        async def fail(*given: object, **named: object) -> None:
            raise RuntimeError("the words of a document")

        monkeypatch.setattr(at.desk.jobs, "jobs", fail)
        with open_logs("json", stream=logged):
            answer = await at.client.get("/jobs/")
        await at.client.get("/jobs/")
        assert (answer.status_code, answer.json()["code"]) == (500, "error")
        assert "words" not in answer.text
        assert answer.json()["trace_id"] in logged.getvalue()
        assert "RuntimeError" in logged.getvalue()
        assert "A request failed." in caplog.text
        assert "words of a document" not in caplog.text + logged.getvalue()

    visit(tmp_path, working=False)(work)


@pytest.mark.parametrize("path", ["/sub/v1/jobs/", "/sub/jobs", "/v1/jobs/", "/jobs"])
def test_it_works_beneath_another_path(tmp_path: Path, path: str) -> None:
    """Whether or not the proxy takes the prefix away; links carry it."""

    async def work(at: Door) -> None:
        assert (await at.client.get(path)).status_code == 200
        assert '"/sub/static/docs.js"' in (await at.client.get("/docs")).text
        posted = await at.batch(text(0))
        assert posted.headers["Location"].startswith("/sub/v1/jobs/")
        assert (await at.client.get(posted.headers["Location"])).status_code == 200
        problem = (await at.client.get("/sub/nothing")).json()
        assert problem["type"] == "/sub/problems/not-found"
        assert (await at.client.get(problem["type"])).status_code == 200

    visit(tmp_path, root_path="/sub", working=False)(work)
