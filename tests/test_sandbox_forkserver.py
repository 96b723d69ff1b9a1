"""The forkserver: each reading in a child of its own, and nothing left, whoever dies first."""

import asyncio
import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
import pytest

import rogue_parsers as rogue
from conspectus.adapters.sandbox import leash
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.reader import Parser, SandboxedReader
from conspectus.domain.errors import ReaderFailed, SourceTooLarge
from conspectus.domain.source import Upload
from processes import SECONDS, alone, ended

pytestmark = pytest.mark.usefixtures("scratch")
SMALL = Limits(memory_mb=512, cpu_seconds=20, wall_seconds=40)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has it")


def reader(limits: Limits = SMALL, **parsers: Parser) -> SandboxedReader:
    """Return a reader that chooses the parser by the name of the file."""
    return SandboxedReader(parsers, lambda upload: upload.name, limits)


def told(parser: Parser, times: int = 1) -> list[Any]:
    """Return what the parser tells each time, read by one reader."""

    async def readings() -> list[Any]:
        with closing(reader(tells=parser)) as sandboxed:
            upload = Upload("tells", b"words")
            found = await asyncio.gather(*(sandboxed.read(upload) for _ in range(times)))
            return [json.loads(source.pages[0].text) for source in found]

    return asyncio.run(readings())


class TestChildren:
    """What each reading is given."""

    def test_each_reading_has_a_process_and_a_group_of_its_own(self) -> None:
        """All are children of one forkserver, in its session, which is not that of this process."""
        found = told(rogue.Kin(), times=3)
        assert len({number for number, *_ in found}) == 3
        (parent,) = {parent for _, parent, *_ in found}
        assert parent != os.getpid()
        assert all(number == group for number, _, _, group in found)
        assert {session for _, _, session, _ in found} == {parent}

    def test_two_at_once_have_no_file_in_common(self, tmp_path: Path) -> None:
        """A child has the null device three times, and its own socket."""
        folder = tmp_path / "guests"
        folder.mkdir()
        one, other = told(rogue.Guest(str(folder), 2), times=2)
        for files in (one, other):
            assert [files[number] for number in "012"] == [0, 0, 0]
            assert len(files) == 4
        assert not set(one.values()) & set(other.values()) - {0}

    def test_home_and_temporary_files_are_in_the_empty_working_folder(self, scratch: Path) -> None:
        """Two readings have two of them."""
        one, other = told(rogue.Housed(), times=2)
        for folder, files, home, temporary in (one, other):
            assert Path(folder).parent.samefile(scratch)
            assert (files, home, temporary) == ([], folder, folder)
        assert one != other

    @on_linux
    def test_the_forkserver_has_no_secret_either(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Neither it nor a child was started with one, or knows the name of a file by it."""
        monkeypatch.setenv("OPENAI_API_KEY", "hush-hush")

        async def environments() -> list[bytes]:
            with closing(reader(sleeps=rogue.Sleeper())) as sandboxed:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                while len(found := _below()) < 2:
                    await asyncio.sleep(0.01)
                assert all(one.num_threads() == 1 for one in found)
                names = ("environ", "cmdline")
                texts = [
                    b"".join(Path(f"/proc/{one.pid}/{name}").read_bytes() for name in names)
                    for one in found
                ]
                reading.cancel()
                await asyncio.wait({reading})
                return texts

        for text in asyncio.run(environments()):
            assert b"PATH=" in text
            assert b"hush-hush" not in text
            assert b"sleeps" not in text

    def test_a_child_is_as_nice_as_who_reads(self) -> None:
        """And so is its session, by which Linux shares processors out."""
        found = json.loads(_script(_NICE))
        assert found["process"] == 7
        assert found["session"] in (f"nice {found['process']}", "")


class TestEnds:
    """Whoever ends first, the others end, and it is told."""

    @pytest.mark.parametrize("name", ["SIGSEGV", "SIGKILL", "SIGBUS", "SIGTERM"])
    def test_what_killed_the_child_is_named(self, name: str) -> None:
        """And the next file is read."""

        async def readings() -> str:
            parsers = {"dies": rogue.Dier(getattr(signal, name)), "reads": rogue.Echo()}
            with closing(reader(**parsers)) as sandboxed:
                with pytest.raises(ReaderFailed) as caught:
                    await sandboxed.read(Upload("dies", b""))
                await sandboxed.read(Upload("reads", b"fine"))
                return str(caught.value)

        assert name in asyncio.run(readings())

    @on_linux
    def test_a_process_that_left_its_group_ends_with_the_child(self, pipe: Path) -> None:
        """Leaving the group is no way out: the forkserver inherits and kills it."""

        async def readings() -> None:
            with closing(reader(flees=rogue.Runaway(str(pipe)))) as sandboxed:
                end = asyncio.create_task(asyncio.to_thread(pipe.read_text))
                await sandboxed.read(Upload("flees", b""))
                async with asyncio.timeout(SECONDS):
                    await end
                assert alone()

        asyncio.run(readings())

    def test_no_zombie_stays_beside_the_forkserver(self, pipe: Path) -> None:
        """Neither a child nor what a child left."""

        async def readings() -> None:
            parsers = {"parent": rogue.Parent(str(pipe)), "dies": rogue.Dier(signal.SIGSEGV)}
            with closing(reader(**parsers)) as sandboxed:
                end = asyncio.create_task(asyncio.to_thread(pipe.read_text))
                await sandboxed.read(Upload("parent", b""))
                with pytest.raises(ReaderFailed):
                    await sandboxed.read(Upload("dies", b""))
                async with asyncio.timeout(SECONDS):
                    await end
                assert alone()

        asyncio.run(readings())

    def test_nothing_survives_who_reads(self, pipe: Path) -> None:
        """Killed by a signal that it cannot heed: forkserver and child end by themselves."""
        script = [sys.executable, "-c", _HANG, str(pipe)]
        with subprocess.Popen(script, env=_env()) as victim:
            pipe.read_text()
            found = psutil.Process(victim.pid).children(recursive=True)
            victim.kill()
        assert len(found) == 2
        assert all(ended(one) for one in found)
        _swept()

    def test_a_reading_fails_when_the_forkserver_is_killed_and_the_next_does_not(
        self, pipe: Path
    ) -> None:
        """In one clear line; the child is gone as well, and another forkserver is started."""

        async def readings() -> None:
            parsers = {"sleeps": rogue.Sleeper(str(pipe)), "reads": rogue.Echo()}
            with closing(reader(**parsers)) as sandboxed:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                child = psutil.Process(int(await asyncio.to_thread(pipe.read_text)))
                child.parent().kill()
                with pytest.raises(ReaderFailed, match="ended without an answer"):
                    await reading
                assert ended(child)
                assert (await sandboxed.read(Upload("reads", b"fine"))).pages[0].text == "fine"

        asyncio.run(readings())

    def test_a_forkserver_that_died_meanwhile_is_started_again(self) -> None:
        """Nobody is told."""

        async def readings() -> None:
            with closing(reader(reads=rogue.Echo())) as sandboxed:
                for _ in range(2):
                    await sandboxed.read(Upload("reads", b"fine"))
                    (forkserver,) = _below()
                    forkserver.kill()
                    assert ended(forkserver)

        asyncio.run(readings())

    def test_a_forkserver_that_hangs_is_killed_with_its_children(
        self, pipe: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The reading ends at its time limit, and the next is read."""
        monkeypatch.setattr(leash, "PATIENCE", 0.5)

        async def readings() -> None:
            parsers = {"sleeps": rogue.Sleeper(str(pipe)), "reads": rogue.Echo()}
            limits = Limits(wall_seconds=5)
            with closing(reader(limits, **parsers)) as sandboxed:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                child = psutil.Process(int(await asyncio.to_thread(pipe.read_text)))
                child.parent().suspend()
                with pytest.raises(SourceTooLarge):
                    await reading
                assert ended(child)
                await sandboxed.read(Upload("reads", b"fine"))

        asyncio.run(readings())

    def test_a_reader_that_is_closed_ends_what_is_under_way(self, pipe: Path) -> None:
        """And starts anew when it is asked again."""

        async def readings() -> None:
            parsers = {"sleeps": rogue.Sleeper(str(pipe)), "reads": rogue.Echo()}
            with closing(reader(**parsers)) as sandboxed:
                reading = asyncio.create_task(sandboxed.read(Upload("sleeps", b"")))
                await asyncio.to_thread(pipe.read_text)
                sandboxed.close()
                assert not _below()
                with pytest.raises(ReaderFailed):
                    await reading
                await sandboxed.read(Upload("reads", b"fine"))

        asyncio.run(readings())

    def test_a_reader_serves_one_loop_after_another_until_it_is_forgotten(self) -> None:
        """By the same forkserver, which ends though nobody closes it."""
        sandboxed = reader(reads=rogue.Echo())
        found = set()
        for _ in range(2):
            asyncio.run(sandboxed.read(Upload("reads", b"fine")))
            found |= set(_below())
        assert len(found) == 1
        del sandboxed
        gc.collect()
        assert not _below()


def _below() -> list[psutil.Process]:
    return [one for one in psutil.Process().children(recursive=True) if "forkserver" in _call(one)]


def _call(one: psutil.Process) -> str:
    return " ".join(one.cmdline())


def _env() -> dict[str, str]:
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, "PYTHONPATH": paths, "TMPDIR": tempfile.gettempdir()}


def _script(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], env=_env(), capture_output=True, check=True)
    return done.stdout.decode()


def _swept() -> None:
    """Remove what the killed process could not."""
    for folder in Path(tempfile.gettempdir()).iterdir():
        folder.rmdir()


_HANG = """
import asyncio, sys
import rogue_parsers as rogue
from conspectus.adapters.sandbox.reader import SandboxedReader
from conspectus.domain.source import Upload
reader = SandboxedReader({"any": rogue.Sleeper(sys.argv[1])}, lambda upload: "any")
asyncio.run(reader.read(Upload("form", b"words")))
"""

_NICE = """
import asyncio, os
import rogue_parsers as rogue
from conspectus.adapters.sandbox.reader import SandboxedReader
from conspectus.domain.source import Upload
os.nice(7 - os.nice(0))
reader = SandboxedReader({"any": rogue.Nice()}, lambda upload: "any")
print(asyncio.run(reader.read(Upload("form", b"words"))).pages[0].text)
"""
