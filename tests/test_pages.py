"""The pages as answers: forms, lists, errors, headers. What needs a browser is beside."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from conspectus.domain.errors import InvalidParameters
from conspectus.domain.job import Job, Order
from conspectus.plugins.informed_consent_ki import plugin as consent
from conspectus.testing import SlowModel, UnreachableModel
from conspectus.web import Policy
from conspectus.web.pages.outlook import in_words, time_left
from conspectus.web.pages.shell import POLICY
from conspectus.web.pages.widgets import parameters, widgets
from doors import Door, visit
from offices import text
from plugins import plugin

LARGEST = 200_000


async def _token(at: Door) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', (await at.client.get("/ui/")).text)
    assert found
    return found[1]


async def order(at: Door, *texts: str, **fields: Any) -> httpx.Response:
    """Send the form of the first page as a browser does: the token first."""
    given: list[tuple[str, Any]] = [("csrf", (None, fields.pop("csrf", await _token(at))))]
    given += [(name, (None, value)) for name, value in {"plugin_id": plugin.id, **fields}.items()]
    given += [("files", (f"form{n}.pdf", one.encode())) for n, one in enumerate(texts)]
    return await at.client.post("/ui/jobs/", files=given)


async def made(at: Door, *texts: str) -> str:
    """Return the id of a job that has ended."""
    answer = await order(at, *(texts or (text(0),)))
    assert answer.status_code == 303, answer.text
    job: str = answer.headers["Location"].split("/")[-2]
    await at.ended(job)
    return job


def test_the_first_address_leads_to_the_first_page(tmp_path: Path) -> None:
    """Beneath a path as well."""

    async def work(at: Door) -> None:
        answer = await at.client.get("/")
        assert answer.headers["Location"] == "/sub/ui/"
        page = await at.client.get("/sub/ui/")
        assert 'action="/sub/ui/jobs/"' in page.text
        assert "Path=/sub/ui/" in page.headers["Set-Cookie"]
        for path in re.findall(r'(?:href|src)="(/[^"]+)"', page.text):
            assert (await at.client.get(path)).status_code == 200, path

    visit(tmp_path, root_path="/sub")(work)


def test_every_page_has_the_strict_policy_and_is_small(tmp_path: Path) -> None:
    """No script or style but of this server, no frame, no other form target."""

    async def work(at: Door) -> None:
        job = await made(at)
        document = f"{job}-000000"
        for path in (
            "/ui/",
            "/ui/jobs/",
            f"/ui/jobs/{job}/",
            f"/ui/jobs/{job}/delete/",
            f"/ui/documents/{document}/",
            f"/ui/documents/{document}/source/",
            "/ui/nothing/",
        ):
            page = await at.client.get(path)
            assert page.headers["Content-Security-Policy"] == POLICY, path
            assert len(page.content) < LARGEST
            assert not re.search(r"<style|\sstyle=|<script>|\son\w+=", page.text), path
            assert page.text.count("<h1") == 1

    visit(tmp_path)(work)


def test_a_form_orders_a_job_and_leads_to_it(tmp_path: Path) -> None:
    """With its files, the plugin and its parameters."""

    async def work(at: Door) -> None:
        answer = await order(at, text(0), text(1), **{"parameter.most": "3"})
        job = await at.desk.jobs.job("", answer.headers["Location"].split("/")[-2])
        assert (job.total, job.order.parameters) == (2, {"most": 3, "sections": []})
        page = await at.client.get(answer.headers["Location"])
        assert "form0.pdf" in page.text

    visit(tmp_path)(work)


def test_what_cannot_be_ordered_is_told_in_words(tmp_path: Path) -> None:
    """And nothing is queued or kept."""

    async def work(at: Door) -> None:
        bad: tuple[tuple[tuple[str, ...], dict[str, str], int, str], ...] = (
            ((), {}, 422, "Choose at least one file"),
            (("x" * 100_001,), {}, 413, "larger"),
            (("x",), {"plugin_id": "none"}, 422, "There is no plugin"),
            (("x",), {"parameter.most": "many"}, 422, "Most: give a number"),
            (("x",), {"parameter.most": "0"}, 422, "must be at least 1"),
            (("x",), {"model": "none"}, 422, "no model of that name"),
            (("x", "y", "z"), {}, 413, "At most 2 files"),
        )
        for texts, fields, status, told in bad:
            answer = await order(at, *texts, **fields)
            assert answer.status_code == status, told
            alert = re.search(r'role="alert">([^<]*)', answer.text)
            assert alert, told
            assert told in alert[1]
        assert await at.desk.jobs.jobs("") == []

    visit(tmp_path, policy=Policy(most_files=2))(work)


def test_a_form_from_elsewhere_does_nothing(tmp_path: Path) -> None:
    """Without the token, with another one, or sent by another site; files are not taken in."""

    async def work(at: Door) -> None:
        job = await made(at)
        for token in ("", "guess"):
            assert (await order(at, text(1), csrf=token)).status_code == 403
            for act in ("delete", "cancel", "retry"):
                answer = await at.client.post(f"/ui/jobs/{job}/{act}/", data={"csrf": token})
                assert answer.status_code == 403
        near = {"Sec-Fetch-Site": "same-site"}
        given = {"csrf": await _token(at)}
        answer = await at.client.post(f"/ui/jobs/{job}/delete/", data=given, headers=near)
        assert answer.status_code == 403
        late = [("files", ("a.pdf", b"x")), ("csrf", (None, given["csrf"]))]
        assert (await at.client.post("/ui/jobs/", files=late)).status_code == 403
        assert len(await at.desk.jobs.jobs("")) == 1

    visit(tmp_path)(work)


def test_where_text_goes_is_told_before_it_goes(tmp_path: Path) -> None:
    """The model and the machine, for every model that can be chosen."""
    policy = Policy(
        model="openai:big",
        strangers=("openai:big (api.example.org)",),
        models={"near": "ollama:x", "far": "openai:y"},
        abroad={"near": (), "far": ("openai:y (far.example.org)",)},
    )

    async def work(at: Door) -> None:
        page = (await at.client.get("/ui/")).text
        for told in ("openai:big (api.example.org)", "openai:y (far.example.org)", "stays on this"):
            assert told in page

    visit(tmp_path, policy=policy)(work)


def test_a_stranger_gets_a_page_that_says_so(tmp_path: Path) -> None:
    """Where keys are asked for, nothing is shown and nothing done without one."""

    async def work(at: Door) -> None:
        for path in ("/ui/", "/ui/jobs/", "/ui/jobs/x/", "/ui/documents/x/pages/1/"):
            answer = await at.client.get(path)
            assert (answer.status_code, answer.headers["Content-Type"][:9]) == (401, "text/html")
            assert 'role="alert"' in answer.text
        assert (await at.client.post("/ui/jobs/")).status_code == 401

    visit(tmp_path, policy=Policy(auth=True))(work)


def test_jobs_are_listed_by_state_and_page(tmp_path: Path) -> None:
    """Latest first, 25 at once."""

    async def work(at: Door) -> None:
        await made(at)
        bad = await order(at, " ")
        await at.ended(bad.headers["Location"].split("/")[-2])
        failed = (await at.client.get("/ui/jobs/?state=failed")).text
        assert failed.count('class="row"') == 1
        assert "holds no text" in failed
        assert (await at.client.get("/ui/jobs/?state=succeeded")).text.count('class="row"') == 1
        assert 'class="empty"' in (await at.client.get("/ui/jobs/?state=cancelled")).text
        for n in range(26):
            await order(at, text(n))
        first = (await at.client.get("/ui/jobs/")).text
        assert first.count('class="row"') == 25
        following = re.search(r'/ui/jobs/(\?before=\w+)"', first)
        assert following
        assert (await at.client.get(f"/ui/jobs/{following[1]}")).text.count('class="row"') == 3

    visit(tmp_path)(work)


def test_a_job_tells_its_place_in_the_queue(tmp_path: Path) -> None:
    """What others ordered before counts; after a cancel it can be queued again."""

    async def work(at: Door) -> None:
        await order(at, text(0), text(1))
        second = (await order(at, text(2), text(3))).headers["Location"]
        page = (await at.client.get(second)).text
        assert "2 documents are ahead in the queue." in page
        assert re.findall(r"Number \d in", page) == ["Number 3 in", "Number 4 in"]
        given = {"csrf": await _token(at)}
        await at.client.post(f"{second}cancel/", data=given)
        page = (await at.client.get(second)).text
        assert page.count("state cancelled") == 3
        one = re.search(r'name="document" value="([^"]+)"', page)
        assert one
        await at.client.post(f"{second}retry/", data={**given, "document": one[1]})
        assert "state queued" in (await at.client.get(second)).text
        await at.client.post(f"{second}delete/", data=given)
        gone = await at.client.get(second)
        assert (gone.status_code, 'role="alert"' in gone.text) == (404, True)

    visit(tmp_path, working=False)(work)


def test_a_failure_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The reason in words, and the advice."""

    async def work(at: Door) -> None:
        job = await made(at, " ")
        page = (await at.client.get(f"/ui/jobs/{job}/")).text
        assert "holds no text" in page
        assert "Upload the filled-in document." in page
        assert 'class="button" href="/ui/">Choose another file' in page  # again would be in vain
        answer = await at.client.get(f"/ui/documents/{job}-000000/")
        assert answer.headers["Location"] == f"/ui/jobs/{job}/"

    visit(tmp_path)(work)


def test_a_document_that_waits_for_its_model_says_so(tmp_path: Path) -> None:
    """Nobody should think that nothing happens."""

    async def work(at: Door) -> None:
        path = (await order(at, text(0))).headers["Location"]
        for _ in range(200):
            page = (await at.client.get(path)).text
            if "cannot be reached" in page:
                break
        assert "cannot be reached" in page

    visit(tmp_path, model=UnreachableModel())(work)


def test_a_document_shows_all_that_a_report_has(tmp_path: Path) -> None:
    """Statements with marks, findings, facts of each kind, measures, usage and downloads."""

    async def work(at: Door) -> None:
        job = await made(at)
        page = (await at.client.get(f"/ui/documents/{job}-000000/")).text
        assert "You will be paid $20 for each visit." in page
        assert re.search(r'data-quote="1" aria-label="Quote 1, page \d"', page)
        for told in ("Draft for review", "Answers from the cache", "Cost", "Saved", "Findings"):
            assert told in page
        for form in ("docx", "html", "md", "json"):
            assert f"/v1/jobs/{job}/results/{job}-000000/?format={form}" in page
        source = (await at.client.get(f"/ui/documents/{job}-000000/source/")).text
        assert re.search(r'<mark class="cite"[^>]*>[^<]*paid \$20 for each visit', source)

    visit(tmp_path)(work)


def test_a_picture_is_asked_for_once(tmp_path: Path) -> None:
    """A browser that has it is told so; a page that is not there is 404."""

    async def work(at: Door) -> None:
        path = f"/ui/documents/{await made(at)}-000000/pages/"
        first = await at.client.get(f"{path}1/")
        assert first.headers["Content-Type"] == "image/png"
        again = {"If-None-Match": first.headers["ETag"]}
        assert (await at.client.get(f"{path}1/", headers=again)).status_code == 304
        assert (await at.client.get(f"{path}9/")).status_code == 404
        assert (await at.client.get(f"{path}1/?width=9999")).status_code == 400

    visit(tmp_path)(work)


def test_the_list_tells_when_it_has_changed(tmp_path: Path) -> None:
    """One event after another, for as long as somebody listens."""

    async def work(at: Door) -> None:
        from conspectus.web.access import Caller
        from conspectus.web.pages.jobs import _changes

        changes = _changes(at.desk, Caller("", "me"), "")
        await order(at, text(0))
        assert await anext(changes) == "changed"
        await changes.aclose()

    visit(tmp_path, model=SlowModel(seconds=1.0))(work)


def test_parameters_become_fields_and_fields_parameters() -> None:
    """The defaults of the form are those of the schema; what is chosen arrives with its type."""
    fields = widgets(consent)
    kinds = {one.field.partition(".")[2]: one.kind for one in fields}
    assert kinds == {
        "audience": "choice",
        "max_words": "number",
        "target_grade": "number",
        "sections": "choices",
    }
    untouched = {one.field: [*one.chosen] for one in fields if one.chosen}
    assert parameters(consent, untouched) == {
        "audience": "auto",
        "max_words": 850,
        "target_grade": 8,
    }
    given = {"parameter.sections": ["risks", "costs"], "parameter.target_grade": ["7.5"]}
    assert parameters(consent, given) == {"sections": ["risks", "costs"], "target_grade": 7.5}
    with pytest.raises(InvalidParameters, match="Max words"):
        parameters(consent, {"parameter.max_words": ["<b>"]})


def test_time_left_is_told_when_it_is_known() -> None:
    """By the share that is done; nothing at first."""
    job = Job("j", "", Order("p", {}, "m"), counts={"running": 1}, times={"running": 0})
    assert time_left(job, 0.0, 60) == ""
    assert time_left(job, 0.5, 1) == ""
    assert time_left(job, 0.5, 60) == "about 1 minute left"
    words = [in_words(seconds) for seconds in (3, 32, 150, 9_000)]
    assert words == [
        "a few seconds left",
        "about 30 seconds left",
        "about 2 minutes left",
        "about 2 hours left",
    ]
