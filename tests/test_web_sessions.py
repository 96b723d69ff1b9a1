"""Sessions of browsers: who is let in, for how long, and what no other site can do with one."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from conspectus.domain.access import Scope
from conspectus.service.sessions import LASTS_MS, Sessions
from conspectus.web import Policy
from conspectus.web.csrf import HEADER, SESSION
from doors import Door, visit
from offices import text
from plugins import plugin
from stores import KINDS, Clock

AUTH = Policy(auth=True)
HTML = {"Accept": "text/html,*/*"}


async def _secret(at: Door, workspace: str = "w", scope: Scope = "write") -> tuple[str, str]:
    key, secret = await at.desk.keys.create(f"key of {workspace}", workspace, scope)
    return key.id, secret


def _token(page: httpx.Response) -> str:
    found = re.search(r'<meta name="csrf" content="([^"]+)"', page.text)
    assert found
    return found[1]


async def sign_in(at: Door, secret: str, following: str = "", **more: str) -> httpx.Response:
    """Send the form of the sign-in as a browser does."""
    page = await at.client.get("/ui/sign-in/")
    given = {"csrf": _token(page), "key": secret, "next": following, **more}
    return await at.client.post("/ui/sign-in/", data=given)


async def signed_in(at: Door, workspace: str = "w", scope: Scope = "write") -> tuple[str, str]:
    """Sign in with a fresh key; return its id and the token of forms."""
    key, secret = await _secret(at, workspace, scope)
    assert (await sign_in(at, secret)).status_code == 303
    return key, _token(await at.client.get("/ui/"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_opens_pages_and_interface(tmp_path: Path, kind: str) -> None:
    """From the sign-in back to where the reader wanted to go; its jobs are those of the key."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        first = await at.client.get("/ui/jobs/?state=failed", headers=HTML)
        where = "/ui/sign-in/?next=jobs%2F%3Fstate%3Dfailed"
        assert (first.status_code, first.headers["Location"]) == (303, where)
        answer = await sign_in(at, secret, "jobs/?state=failed")
        assert answer.status_code == 303
        assert answer.headers["Location"] == "/ui/jobs/?state=failed"
        cookie = answer.headers["Set-Cookie"].lower()
        assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/;"))
        assert "secure" not in cookie
        assert "key of w" in (await at.client.get("/ui/")).text
        token = _token(await at.client.get("/ui/"))
        job = (await at.batch(text(0), **{HEADER: token})).json()["job_id"]
        assert (await at.client.get("/jobs/")).json()["jobs"][0]["job_id"] == job
        assert (await at.client.get("/ui/sign-in/?next=jobs/")).headers["Location"] == "/ui/jobs/"

    visit(tmp_path, policy=AUTH, kind=kind, working=False)(work)


def test_only_the_digest_of_a_session_is_kept(tmp_path: Path) -> None:
    """Neither the token nor the key stands in the records, and neither is ever shown."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        answer = await sign_in(at, secret)
        token = at.client.cookies[SESSION]
        kept = "".join(
            path.read_bytes().decode("latin-1") for path in tmp_path.rglob("records.db*")
        )
        assert "sessions_by_end" in kept
        assert token not in kept
        assert secret not in kept
        page = await at.client.get("/ui/")
        for one in (answer.text, page.text):
            assert token not in one
            assert secret not in one

    visit(tmp_path, policy=AUTH, kind="sqlite", working=False)(work)


def test_a_browser_behind_tls_keeps_the_session_there(tmp_path: Path) -> None:
    """The cookie is for TLS alone, and beneath another path for that path alone."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        at.client.base_url = httpx.URL("https://127.0.0.1/sub")
        answer = await sign_in(at, secret, "jobs/")
        assert answer.headers["Location"] == "/sub/ui/jobs/"
        cookie = answer.headers["Set-Cookie"]
        assert "Secure" in cookie
        assert "Path=/sub;" in cookie
        assert (await at.client.get("/v1/jobs/")).status_code == 200

    visit(tmp_path, policy=AUTH, root_path="/sub", working=False)(work)


def test_without_a_session_pages_ask_for_one_and_programs_are_refused(tmp_path: Path) -> None:
    """A form that was sent too late leads back to the page that sent it."""

    async def work(at: Door) -> None:
        refused = await at.client.get("/ui/jobs/")
        assert refused.status_code == 401
        assert (await at.client.get("/jobs/", headers=HTML)).status_code == 401
        late = await at.client.post(
            "/ui/jobs/x/cancel/", headers=HTML | {"Referer": "http://127.0.0.1/ui/jobs/x/"}
        )
        assert late.headers["Location"] == "/ui/sign-in/?next=jobs%2Fx%2F"
        first = await at.client.get("/ui/", headers=HTML)
        assert first.headers["Location"] == "/ui/sign-in/"
        page = await at.client.get("/ui/sign-in/")
        assert 'href="/ui/jobs/"' not in page.text

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize(
    "following",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "../../evil",
        "jobs/../../..",
        "\r\nX: y",
        "jobs//evil.example",
        "@evil.example",
        "javascript:alert(1)",
        "jobs/?x=https://evil.example",
    ],
)
def test_a_sign_in_leads_nowhere_else(tmp_path: Path, following: str) -> None:
    """Whatever is asked for, the answer is a page of ours."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        page = await at.client.get("/ui/sign-in/", params={"next": following})
        assert "evil" not in page.text
        answer = await sign_in(at, secret, following)
        assert answer.headers["Location"] == "/ui/"
        again = await at.client.get("/ui/sign-in/", params={"next": following})
        assert again.headers["Location"] == "/ui/"

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_wrong_key_begins_nothing(tmp_path: Path) -> None:
    """It is told in the form, which holds nothing of it; many from one address are slowed down."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        for wrong in ("", secret[:-1], "ck_x_y", "<b>", "x" * 5_000):
            answer = await sign_in(at, wrong, "jobs/")
            assert answer.status_code == 401
            assert SESSION not in at.client.cookies
            assert 'role="alert">' in answer.text
            assert 'value="jobs/"' in answer.text
            assert not wrong or wrong not in answer.text
        slowed = await sign_in(at, secret)
        assert slowed.status_code == 429
        assert SESSION not in at.client.cookies

    visit(tmp_path, policy=AUTH, working=False, tries="5/hour")(work)


def test_right_keys_are_never_slowed_down(tmp_path: Path) -> None:
    """Many people may sign in from one address."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        for _ in range(6):
            at.client.cookies.clear()
            assert (await sign_in(at, secret)).status_code == 303

    visit(tmp_path, policy=AUTH, working=False, tries="2/hour")(work)


def test_a_session_that_somebody_planted_is_not_taken_over(tmp_path: Path) -> None:
    """Each sign-in makes a token of its own and ends the session before."""

    async def work(at: Door) -> None:
        at.client.cookies.set(SESSION, "planted", domain="127.0.0.1", path="/")
        _, secret = await _secret(at)
        assert (await sign_in(at, secret)).status_code == 303
        first = next(c.value for c in at.client.cookies.jar if c.value != "planted")
        at.client.cookies.clear()
        at.client.cookies.set(SESSION, "planted")
        assert (await at.client.get("/jobs/")).status_code == 401
        at.client.cookies.clear()
        at.client.cookies.set(SESSION, str(first))
        page = await at.client.get("/ui/")
        assert page.status_code == 200
        given = {"csrf": _token(page), "key": secret}
        again = await at.client.post("/ui/sign-in/", data=given)
        second = re.search(rf"{SESSION}=([^;]+)", again.headers["Set-Cookie"])
        assert second
        assert second[1] != first
        at.client.cookies.clear()
        at.client.cookies.set(SESSION, str(first))
        assert (await at.client.get("/jobs/")).status_code == 401

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_session_ends_with_its_key_and_with_the_sign_out(tmp_path: Path) -> None:
    """At once, for pages and interface; what was shown is not kept by the browser."""

    async def work(at: Door) -> None:
        key, _ = await signed_in(at)
        page = await at.client.get("/ui/")
        assert page.headers["Cache-Control"] == "no-store"
        await at.desk.keys.revoke(key)
        assert (await at.client.get("/jobs/")).status_code == 401
        assert (await at.client.get("/ui/")).status_code == 401
        at.client.cookies.clear()
        _, token = await signed_in(at)
        kept = at.client.cookies[SESSION]
        assert (await at.client.post("/ui/sign-out/")).status_code == 403
        answer = await at.client.post("/ui/sign-out/", data={"csrf": token})
        assert answer.headers["Location"] == "/ui/sign-in/"
        assert SESSION not in at.client.cookies
        at.client.cookies.set(SESSION, kept)
        assert (await at.client.get("/jobs/")).status_code == 401

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize("kind", KINDS)
def test_a_session_lasts_as_long_as_it_is_used(tmp_path: Path, kind: str) -> None:
    """Twelve hours after the last use it is over, and in a week however much it is used."""

    async def work(at: Door) -> None:
        clock, stores = Clock(), at.office.stores
        sessions = Sessions(stores.sessions, stores.keys, clock)
        key, secret = await _secret(at)
        token = await sessions.begin(secret)
        for _ in range(4):
            clock.pass_seconds(LASTS_MS / 1000 - 1)
            assert (await sessions.admit(token)).id == key
        clock.pass_seconds(LASTS_MS / 1000 + 1)
        with pytest.raises(Exception, match="no longer"):
            await sessions.admit(token)
        long = await sessions.begin(secret)
        for hour in range(7 * 24 // 8):
            assert (await sessions.stands(long), hour) == (True, hour)
            await sessions.admit(long)
            clock.pass_seconds(8 * 3600)
        assert not await sessions.stands(long)
        other = await sessions.begin(secret, before=token)
        clock.pass_seconds(LASTS_MS / 2000)
        assert await sessions.stands(other)
        clock.pass_seconds(LASTS_MS / 2000)
        assert not await sessions.stands(other)
        other = await sessions.begin(secret)
        await sessions.end(other)
        with pytest.raises(Exception, match="no longer"):
            await sessions.admit(other)

    visit(tmp_path, policy=AUTH, kind=kind, working=False)(work)


def test_what_changes_something_needs_the_token_of_the_session(tmp_path: Path) -> None:
    """In the header or, in a form, in its field; a key in the header needs none."""

    async def work(at: Door) -> None:
        other, secret = await _secret(at, "other")
        _, token = await signed_in(at)
        job = (await at.batch(text(0), **{HEADER: token})).json()["job_id"]
        paths = [f"/jobs/{job}/cancel/", f"/jobs/{job}/retry/", f"/ui/jobs/{job}/cancel/"]
        for given in ("", "guess", token[:-1], token.upper()):
            for path in paths:
                assert (await at.client.post(path, headers={HEADER: given})).status_code == 403
                answer = await at.client.post(path, data={"csrf": given})
                assert answer.status_code == 403, path
            assert (await at.client.delete(f"/jobs/{job}/")).status_code == 403
            assert (await at.batch(text(1), **{HEADER: given})).status_code == 403
        assert (await at.client.post(paths[0], headers={HEADER: token})).status_code == 200
        assert (await at.client.post(paths[2], data={"csrf": token})).status_code == 303
        assert (await at.client.post(paths[2], headers={HEADER: token})).status_code == 303
        bearer = {"Authorization": f"Bearer {secret}"}
        assert (await at.batch(text(1), **bearer)).status_code == 202
        assert (await at.client.post(paths[0], headers=bearer)).status_code == 404
        wrong = {"Authorization": "Basic eDp5", HEADER: token}
        assert (await at.client.get("/jobs/", headers=wrong)).status_code == 401
        assert other not in (await at.client.get("/ui/")).text

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_the_token_of_one_session_is_none_of_another(tmp_path: Path) -> None:
    """Nor is that of a browser without one."""

    async def work(at: Door) -> None:
        bare = _token(await at.client.get("/ui/sign-in/"))
        _, first = await signed_in(at)
        at.client.cookies.clear()
        _, second = await signed_in(at)
        assert len({bare, first, second}) == 3
        for token in (bare, first):
            answer = await at.batch(text(0), **{HEADER: token})
            assert (answer.status_code, answer.json()["code"]) == (403, "stranger")

    visit(tmp_path, policy=AUTH, working=False)(work)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_cannot_act_in_a_session(tmp_path: Path, site: str) -> None:
    """Not even with the right token; and it cannot sign somebody in or out."""

    async def work(at: Door) -> None:
        _, secret = await _secret(at)
        _, token = await signed_in(at)
        job = (await at.batch(text(0), **{HEADER: token})).json()["job_id"]
        headers = {"Sec-Fetch-Site": site, HEADER: token}
        posts: list[tuple[str, dict[str, Any]]] = [
            (f"/jobs/{job}/cancel/", {}),
            (f"/ui/jobs/{job}/cancel/", {"csrf": token}),
            (f"/ui/jobs/{job}/delete/", {"csrf": token}),
            ("/ui/sign-in/", {"csrf": token, "key": secret}),
            ("/ui/sign-out/", {"csrf": token}),
        ]
        for path, data in posts:
            assert (await at.client.post(path, data=data, headers=headers)).status_code == 403, path
        files = [("csrf", (None, token)), ("files", ("a.pdf", b"x"))]
        assert (await at.client.post("/ui/jobs/", files=files, headers=headers)).status_code == 403
        assert (await at.client.get(f"/jobs/{job}/status/")).json()["status"] == "queued"

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_form_with_files_shows_its_token_first(tmp_path: Path) -> None:
    """Nothing of it is taken in before."""

    async def work(at: Door) -> None:
        _, token = await signed_in(at)
        field, file = ("csrf", (None, token)), ("files", ("a.pdf", text(0).encode()))
        more = ("plugin_id", (None, plugin.id))
        assert (await at.client.post("/ui/jobs/", files=[more, field, file])).status_code == 403
        assert (await at.client.post("/ui/jobs/", files=[file, field, more])).status_code == 403
        assert (await at.client.post("/ui/jobs/", files=[field, more, file])).status_code == 303

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_a_session_reaches_no_further_than_its_key(tmp_path: Path) -> None:
    """A reader is told so on a page that has a sign-out; other workspaces stay unseen."""

    async def work(at: Door) -> None:
        _, theirs = await _secret(at, "theirs")
        job = (await at.batch(text(0), Authorization=f"Bearer {theirs}")).json()["job_id"]
        _, token = await signed_in(at, "ours", "read")
        assert (await at.client.get(f"/ui/jobs/{job}/")).status_code == 404
        answer = await at.client.post(f"/ui/jobs/{job}/cancel/", data={"csrf": token})
        assert answer.status_code == 403
        assert "needs a key of scope write" in answer.text
        assert "Sign out" in answer.text

    visit(tmp_path, policy=AUTH, working=False)(work)


def test_without_keys_there_is_nobody_to_sign_in(tmp_path: Path) -> None:
    """The sign-in leads on, the interface asks for no token, and nobody is signed in."""

    async def work(at: Door) -> None:
        assert (await at.client.get("/ui/sign-in/")).headers["Location"] == "/ui/"
        given = {"csrf": _token(await at.client.get("/ui/")), "key": "x"}
        assert (await at.client.post("/ui/sign-in/", data=given)).headers["Location"] == "/ui/"
        assert (await at.batch(text(0))).status_code == 202
        assert "Sign out" not in (await at.client.get("/ui/")).text

    visit(tmp_path, working=False)(work)
