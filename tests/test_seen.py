"""A form that was seen before is not made again, and every promise holds all the same."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.domain.access import OWN
from conspectus.domain.job import JobDocument, report_key
from conspectus.domain.opened import opened
from conspectus.domain.usage import Usage
from conspectus.service.seen import DAY, again, whole
from doors import Door, visit
from offices import text

PATH = ("memory", "sqlite")


@pytest.fixture(params=PATH)
def at_door(request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Run a test at a door over records of each kind."""
    return visit(tmp_path, kind=request.param)


def test_the_second_time_the_same_document_comes_at_once(at_door) -> None:  # type: ignore[no-untyped-def]
    """The same report, no job beside the first, no call, and where it stays is told."""

    async def work(d: Door) -> None:
        first, second = await d.generate(), await d.generate()
        assert (first.status_code, second.status_code) == (200, 200)
        assert second.json()["report"] == first.json()["report"]
        assert second.headers["content-location"] == first.headers["content-location"]
        assert "age" in second.headers
        assert "age" not in first.headers
        made, given = first.json()["usage"], second.json()["usage"]
        assert (given["calls"], given["cost_usd"], given["seconds"]) == (0, 0, 0)
        assert given["cache_hits"] == made["calls"] + made["cache_hits"]
        jobs = (await d.client.get("/jobs/")).json()["jobs"]
        assert len(jobs) == 1

    at_door(work)


def test_the_bytes_are_those_of_the_renderer(at_door) -> None:  # type: ignore[no-untyped-def]
    """Report and usage put together are what the JSON renderer writes of both."""

    async def work(d: Door) -> None:
        document = (await d.generate()).headers["content-location"].split("/")[-2]
        known = await d.desk.jobs.document(OWN, document)
        took = Usage(3, 2, 1, 10, 20, 0.5, 0.25, 1.0)
        kept = await d.office.stores.archive.get(report_key(document))
        usage = again(replace(known, usage=took))
        assert usage == Usage(cache_hits=6, saved_usd=0.75)
        report = opened(json.loads(kept)["report"])
        assert d.desk.service.renderers["json"].render(report, usage) == whole(kept, usage)

    at_door(work)


def test_an_unknown_price_stays_unknown() -> None:
    """What was saved is not told to be nothing when nobody knows it."""
    document = JobDocument("d", "j", 0, "n", "s", usage=Usage(1, cost_usd=None))
    assert again(document).saved_usd is None


@pytest.mark.parametrize(
    "other",
    [
        {"name": "another-name.txt"},
        {"data": {"parameters": '{"most": 3}'}},
        {"given": text(7)},
        {"headers": {"Cache-Control": "no-cache"}},
    ],
    ids=["name", "parameters", "words", "asked for anew"],
)
def test_whatever_shapes_a_document_makes_it_another(at_door, other) -> None:  # type: ignore[no-untyped-def]
    """Its name, parameters and words do; and who asks for it anew has it made anew."""

    async def work(d: Door) -> None:
        first, second = await d.generate(), await d.generate(**other)
        assert second.status_code == 200
        assert second.headers["content-location"] != first.headers["content-location"]
        assert "age" not in second.headers

    at_door(work)


def test_every_format_is_given_again(at_door) -> None:  # type: ignore[no-untyped-def]
    """Made as JSON, given again as a page, with the headers of a page."""

    async def work(d: Door) -> None:
        await d.generate()
        first = await d.generate(headers={"Accept": "text/html", "Cache-Control": "no-cache"})
        again = await d.generate(headers={"Accept": "text/html"})
        assert again.content == first.content
        assert "sandbox" in again.headers["content-security-policy"]

    at_door(work)


def test_a_deleted_document_is_made_again(at_door) -> None:  # type: ignore[no-untyped-def]
    """Deleting its job forgets it; a report that is gone from the archive is not missed."""

    async def work(d: Door) -> None:
        first = await d.generate()
        job = first.headers["content-location"].split("/")[-4]
        assert (await d.client.delete(f"/jobs/{job}/")).status_code < 300
        second = await d.generate()
        assert second.headers["content-location"] != first.headers["content-location"]
        document = second.headers["content-location"].split("/")[-2]
        await d.office.stores.archive.delete(report_key(document))
        third = await d.generate()
        assert third.status_code == 200
        assert third.headers["content-location"] != second.headers["content-location"]

    at_door(work)


def test_an_order_under_a_key_is_a_fresh_one(at_door) -> None:  # type: ignore[no-untyped-def]
    """Its repetitions are given the same bytes, whatever was made in between."""

    async def work(d: Door) -> None:
        once = {"Idempotency-Key": "k1"}
        plain = await d.generate()
        first = await d.generate(headers=once)
        assert first.headers["content-location"] != plain.headers["content-location"]
        await d.generate(headers={"Cache-Control": "no-cache"})
        again = await d.generate(headers=once)
        assert again.headers["content-location"] == first.headers["content-location"]
        assert again.content == first.content
        assert (await d.generate(text(3), headers=once)).json()["code"] == "idempotency-key-reused"

    at_door(work)


def test_other_models_and_older_documents_are_not_given_again(at_door) -> None:  # type: ignore[no-untyped-def]
    """The answer cache rules the answers of language models; a day later all is made again."""

    async def work(d: Door) -> None:
        made = (await d.generate()).headers["content-location"].split("/")
        known = await d.desk.jobs.document(OWN, made[-2])
        order = (await d.desk.jobs.job(OWN, made[-4])).order
        seen, about = d.desk.seen, (known.name, known.sha256)
        assert await seen.find(OWN, order, *about)
        assert await seen.find("another", order, *about) is None
        assert await seen.find(OWN, replace(order, model="a-model"), *about) is None
        assert await seen.find(OWN, replace(order, version="later"), *about) is None
        d.office.stores.clock.pass_seconds(DAY / 1000 + 1)
        assert await seen.find(OWN, order, *about) is None

    at_door(work)


def test_a_document_of_a_batch_is_not_taken_for_one_alone(at_door) -> None:  # type: ignore[no-untyped-def]
    """Where its result stays would lead to a job of many."""

    async def work(d: Door) -> None:
        job = (await d.batch(text(0), text(1))).json()["job_id"]
        await d.ended(job)
        alone = await d.generate(text(0), name="form0.txt")
        assert job not in alone.headers["content-location"]

    at_door(work)


def test_one_who_waits_for_nothing_is_told_where_it_is(at_door) -> None:  # type: ignore[no-untyped-def]
    """202, with the status of the job that made it."""

    async def work(d: Door) -> None:
        made = (await d.generate()).headers["content-location"].split("/")[-4]
        answer = await d.generate(headers={"Prefer": "respond-async"})
        assert (answer.status_code, answer.json()["job_id"]) == (202, made)
        assert (await d.ended(made))["status"] == "succeeded"

    at_door(work)


def test_nothing_of_the_upload_stays(tmp_path: Path) -> None:
    """What was only looked at leaves no file behind."""

    async def work(d: Door) -> None:
        await d.generate()
        before = sorted(tmp_path.rglob("*"))
        await d.generate()
        assert [one for one in sorted(tmp_path.rglob("*")) if one.is_file()] == [
            one for one in before if one.is_file()
        ]

    visit(tmp_path, kind="sqlite")(work)
