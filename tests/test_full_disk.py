"""No room left: whatever was under way ends with one clear error, and what is kept stays whole.

The room is the largest file that this process may write, so these tests need no rights.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.errors import StorageFull
from offices import Office, incoming, office, text
from plugins import plugin
from stores import KINDS, Stores, over


@contextmanager
def room(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def _made(o: Office, *texts: str) -> str:
    """Make a job of texts, without the engine; return its id."""
    job = await o.jobs.submit("w", o.jobs.order(plugin.id), incoming(*texts))
    for document in await o.jobs.documents("w", job.id):
        await o.worker.handle(document.id)
    return job.id


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_upload_that_finds_no_room_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """No job, no scrap of a file; with room the same upload is taken in."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        kept = await _made(o, text(0))
        before = _files(tmp_path / "a")
        large = text(1) + "\n" + "more " * 10_000
        with room(40_000), pytest.raises(StorageFull) as caught:
            await o.jobs.submit("w", o.jobs.order(plugin.id), incoming(large))
        assert caught.value.retryable
        assert _files(tmp_path / "a") == before
        assert [job.id for job in await o.jobs.jobs("w")] == [kept]
        made = await o.jobs.job("w", await _made(o, large))
        assert made.status == "succeeded"

    over("sqlite", tmp_path)(work)


def test_a_job_whose_records_find_no_room_is_made_when_there_is_some(tmp_path: Path) -> None:
    """Not a byte more can be written: the error is one line, and nothing is lost or done twice."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        kept = await _made(o, text(0))
        (whole,) = (await o.jobs.results("w", kept))["documents"]
        job = await o.jobs.submit("w", o.jobs.order(plugin.id), incoming(text(1)))
        (document,) = await o.jobs.documents("w", job.id)
        with room(1):
            with pytest.raises(StorageFull) as caught:
                await o.worker.handle(document.id)
            assert "\n" not in str(caught.value)
            assert o.worker.ailment is caught.value
            assert (await o.jobs.results("w", kept))["documents"] == [whole]
            assert (await o.jobs.job("w", job.id)).status == "queued"
        await o.worker.handle(document.id)
        assert o.worker.ailment is None
        done = await o.jobs.job("w", job.id)
        assert (done.status, done.usage.calls) == ("succeeded", 1)

    over("sqlite", tmp_path)(work)


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_that_finds_no_room_says_so(kind: str, tmp_path: Path) -> None:
    """After some tries it has failed, with a code and a line; `retry` makes it, asking nobody."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        job = await o.jobs.submit("w", o.jobs.order(plugin.id), incoming(text(0)))
        (document,) = await o.jobs.documents("w", job.id)
        put, tried = s.archive.put, []

        async def full(key: str, data: bytes) -> None:
            tried.append(key)
            raise StorageFull("There is no room left in the archive. Free some space.")

        s.archive.put = full  # type: ignore[method-assign]
        for _ in range(4):
            s.clock.pass_seconds(60)
            await o.worker.handle(document.id)
        (failed,) = (await o.jobs.status("w", job.id))["documents"]
        assert (failed["status"], failed["error"]["code"]) == ("failed", "storage-full")
        assert failed["error"]["retryable"]
        assert failed["error"]["detail"].count("\n") == 0
        assert len(tried) == 4
        s.archive.put = put  # type: ignore[method-assign]
        await o.jobs.retry("w", job.id)
        await o.worker.handle(document.id)
        done = await o.jobs.job("w", job.id)
        assert (done.status, done.usage.calls) == ("succeeded", 1)

    over(kind, tmp_path)(work)
