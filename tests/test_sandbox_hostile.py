"""The sandbox under attack and in want: whatever happens, one clear line, and nothing is left."""

import asyncio
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread

import psutil
import pytest

import rogue_parsers as rogue
from conspectus.adapters.sandbox import leash, limits
from conspectus.adapters.sandbox.limits import Limits, step_back
from conspectus.adapters.sandbox.reader import SandboxedReader
from conspectus.adapters.sandbox.tasks import Parser
from conspectus.domain.errors import ReaderFailed, SourceError, SourceTooLarge
from conspectus.domain.source import Upload
from processes import alone, children

pytestmark = pytest.mark.usefixtures("scratch")
HEAVY = Upload("reads", b"words" * (1 << 18))
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has it")


def _name(upload: Upload) -> str:
    return upload.name


@contextmanager
def _few_files(left: int) -> Iterator[None]:
    """Let this process open no more than so many files."""
    given, taken = resource.getrlimit(resource.RLIMIT_NOFILE), []
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, given[1]))
    try:
        with suppress(OSError):
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        for _ in range(left):
            os.close(taken.pop())
        yield
    finally:
        for number in taken:
            os.close(number)
        resource.setrlimit(resource.RLIMIT_NOFILE, given)


def reader(wall_seconds: float = 40, children: int = 2, **parsers: Parser) -> SandboxedReader:
    """Return a reader that chooses the parser by the name of the file, or reads it as it should."""
    bounds = Limits(memory_mb=512, cpu_seconds=20, wall_seconds=wall_seconds)
    return SandboxedReader({"reads": rogue.Echo(), **parsers}, _name, bounds, children)


async def reads(sandboxed: SandboxedReader) -> bool:
    """Tell whether the reader reads what it should."""
    source = await sandboxed.read(Upload("reads", b"fine"))
    return source.pages[0].text == "fine"


def refusal(attack: Parser, wall_seconds: float = 40) -> SourceError:
    """Return the error of a reading; the next one is done, by the same forkserver."""

    async def readings() -> SourceError:
        with closing(reader(wall_seconds, attacks=attack)) as sandboxed:
            assert await reads(sandboxed)
            before = children()
            with pytest.raises(SourceError) as caught:
                await sandboxed.read(Upload("attacks", b"words"))
            assert alone()
            assert await reads(sandboxed)
            assert children() == before
            return caught.value

    return asyncio.run(readings())


class TestAttacks:
    """What a file may do once it has taken over its child."""

    @on_linux
    def test_a_child_that_has_itself_traced_is_killed(self) -> None:
        """Its stop is not taken for its end."""
        assert "SIGKILL" in str(refusal(rogue.Traced()))

    def test_the_group_of_the_forkserver_is_no_refuge(self) -> None:
        """The child is killed there with what it left, and the forkserver is not hit."""
        assert isinstance(refusal(rogue.Intruder(), 0.5), SourceTooLarge)

    def test_half_an_answer_is_none(self) -> None:
        """It is waited for no longer than for a whole one."""
        assert isinstance(refusal(rogue.Half(), 0.5), SourceTooLarge)

    def test_a_child_that_closes_its_files_has_no_answer(self) -> None:
        """It harms itself alone."""
        assert isinstance(refusal(rogue.Closer()), ReaderFailed)

    def test_a_forkserver_that_a_child_stopped_is_started_again(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It costs that reading, and no other that comes later."""
        monkeypatch.setattr(leash, "PATIENCE", 0.5)

        async def readings() -> None:
            with closing(reader(0.5, stops=rogue.Stopper())) as sandboxed:
                with pytest.raises(SourceTooLarge):
                    await sandboxed.read(Upload("stops", b""))
                assert await reads(sandboxed)

        asyncio.run(readings())


class TestCancelling:
    """Who stops waiting leaves nothing, at whatever moment."""

    def test_readings_cancelled_at_all_moments_leave_nothing(self) -> None:
        """Two at a time, each as many turns of the loop later, and twice."""

        async def cancelled(sandboxed: SandboxedReader, turns: int) -> None:
            reading = asyncio.create_task(sandboxed.read(HEAVY))
            for _ in range(turns):
                await asyncio.sleep(0)
            reading.cancel()
            await asyncio.sleep(0)
            reading.cancel()
            with suppress(asyncio.CancelledError):
                await reading

        async def readings() -> None:
            with closing(reader()) as sandboxed:
                assert await reads(sandboxed)
                files = psutil.Process().num_fds()
                for turns in range(40):
                    await asyncio.gather(*(cancelled(sandboxed, turns) for _ in range(2)))
                    assert psutil.Process().num_fds() == files
                    assert alone(0)
                assert asyncio.all_tasks() == {asyncio.current_task()}
                assert await reads(sandboxed)

        asyncio.run(readings())

    def test_a_second_cancelling_does_not_hurry_the_end(self, pipe: Path) -> None:
        """The child has been reaped when the first is heard of."""

        async def readings() -> None:
            with closing(reader(sleeps=rogue.Sleeper(str(pipe)))) as sandboxed:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                number = int(await asyncio.to_thread(pipe.read_text))
                while not reading.done():
                    reading.cancel()
                    await asyncio.sleep(0)
                assert reading.cancelled()
                assert not psutil.pid_exists(number)

        asyncio.run(readings())

    def test_the_end_of_the_loop_waits_for_that_of_the_child(self, pipe: Path) -> None:
        """All tasks of the loop are cancelled there at once."""
        with closing(reader(sleeps=rogue.Sleeper(str(pipe)))) as sandboxed:

            async def readings() -> tuple[int, asyncio.Task[object]]:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                return int(await asyncio.to_thread(pipe.read_text)), reading

            number, reading = asyncio.run(readings())
            assert reading.cancelled()
            assert not psutil.pid_exists(number)


class TestLoops:
    """One reader and several event loops."""

    def test_turns_are_taken_in_one_loop_after_another(self) -> None:
        """More readings than children wait in each of them."""
        with closing(reader(children=1)) as sandboxed:

            async def readings() -> list[bool]:
                return await asyncio.gather(*(reads(sandboxed) for _ in range(3)))

            for _ in range(3):
                assert all(asyncio.run(readings()))

    def test_loops_of_two_threads_share_a_forkserver(self) -> None:
        """Neither disturbs the other, not even at the start."""
        done: list[bool] = []
        with closing(reader(children=1)) as sandboxed:

            async def readings() -> None:
                done.extend(await asyncio.gather(*(reads(sandboxed) for _ in range(4))))

            before = children()
            threads = [Thread(target=asyncio.run, args=(readings(),)) for _ in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert done == [True] * 8
            assert len(children() - before) == 1


class TestWant:
    """The machine gives no more."""

    @pytest.mark.parametrize("left", range(8))
    def test_no_more_files_here(self, left: int) -> None:
        """It is told in one line, or read; when there are some again, all is read."""

        async def readings() -> None:
            with closing(reader()) as sandboxed:
                assert await reads(sandboxed)
                with _few_files(left), suppress(ReaderFailed):
                    assert await reads(sandboxed)
                assert await reads(sandboxed)

        asyncio.run(readings())

    @on_linux
    @pytest.mark.parametrize("left", [0, 1])
    def test_no_more_files_in_the_forkserver(self, left: int) -> None:
        """A reading fails, and the same forkserver serves the next."""

        async def readings() -> None:
            with closing(reader()) as sandboxed:
                before = children()
                assert await reads(sandboxed)
                (forkserver,) = children() - before
                files = psutil.Process(forkserver).num_fds() + left
                given = resource.prlimit(forkserver, resource.RLIMIT_NOFILE)
                resource.prlimit(forkserver, resource.RLIMIT_NOFILE, (files, given[1]))
                with suppress(ReaderFailed):
                    assert await reads(sandboxed)
                resource.prlimit(forkserver, resource.RLIMIT_NOFILE, given)
                assert await reads(sandboxed)
                assert children() - before == {forkserver}

        asyncio.run(readings())

    def test_no_interpreter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What cannot be started fails in one line."""
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        with closing(reader()) as sandboxed, pytest.raises(ReaderFailed, match="can be started"):
            asyncio.run(reads(sandboxed))


class Session:
    """A session that hears only what is told to it often enough."""

    def __init__(self, deaf: int) -> None:
        self.deaf = deaf
        self.told: list[str] = []

    def write_text(self, text: str) -> None:
        """Raise BlockingIOError for as long as it is deaf, as Linux does."""
        self.deaf -= 1
        if self.deaf >= 0:
            raise BlockingIOError
        self.told.append(text)


@pytest.mark.parametrize(("nice", "told"), [(7, ["7"]), (0, [])])
def test_a_session_that_is_not_heard_is_told_again(
    nice: int, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others may have spoken just before; without niceness nothing is told."""
    session = Session(3)
    monkeypatch.setattr(limits, "SESSION", session)
    monkeypatch.setattr(limits, "PAUSE", 0.0)
    monkeypatch.setattr(os, "nice", lambda more: nice + more)
    step_back()
    assert session.told == told
