"""The contract of Archive, over every adapter."""

import errno
import os
from collections.abc import AsyncIterator, Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from conspectus.domain.errors import NotKept, SourceTooLarge, StorageError, StorageFull
from stores import KINDS, Stores, Work, over

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the archive of every kind."""
    return over(request.param, tmp_path)


async def _chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


def test_what_was_received_and_kept_is_there(stores: Over) -> None:
    """With the digest and size of the stream."""

    async def work(s: Stores) -> None:
        async with s.archive.receive(_chunks(b"one ", b"two"), 100) as received:
            assert (received.sha256, received.size) == (sha256(b"one two").hexdigest(), 7)
            await s.archive.keep(received, "uploads/w/a.1")
        assert await s.archive.get("uploads/w/a.1") == b"one two"

    stores(work)


def test_what_was_received_and_not_kept_is_gone(stores: Over, tmp_path: Path) -> None:
    """No scrap stays, whether the stream was whole or broke off."""

    async def broken() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError(errno.ECONNRESET, "gone")

    async def work(s: Stores) -> None:
        async with s.archive.receive(_chunks(b"one"), 100):
            pass
        with pytest.raises(ConnectionResetError):
            async with s.archive.receive(broken(), 100):
                pass
        with pytest.raises(NotKept):
            await s.archive.get("uploads/w/a.1")

    stores(work)
    assert [path for path in (tmp_path / "a").rglob("*") if path.is_file()] == []


def test_a_stream_that_is_too_long_is_refused_while_it_is_read(stores: Over) -> None:
    """No more is read than may be."""
    read = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            read.append(1)
            yield b"x" * 10

    async def work(s: Stores) -> None:
        with pytest.raises(SourceTooLarge):
            async with s.archive.receive(endless(), 35):
                pass

    stores(work)
    assert len(read) == 4


def test_bytes_are_replaced_and_deleted(stores: Over) -> None:
    """Deleting twice is no error."""

    async def work(s: Stores) -> None:
        await s.archive.put("reports/a-1", b"one")
        await s.archive.put("reports/a-1", b"two")
        assert await s.archive.get("reports/a-1") == b"two"
        await s.archive.delete("reports/a-1")
        await s.archive.delete("reports/a-1")
        with pytest.raises(NotKept):
            await s.archive.get("reports/a-1")

    stores(work)


@pytest.mark.parametrize("key", ["../out", "/etc/passwd", "a//b", "a/../b", "", "a/.hidden", "a b"])
def test_a_key_never_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    """Names of strangers are no keys."""

    async def work(s: Stores) -> None:
        with pytest.raises(StorageError, match="no key"):
            await s.archive.put(key, b"x")

    over("sqlite", tmp_path)(work)
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_told_and_harms_nothing_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was there stays whole, and no scrap is left."""

    async def work(s: Stores) -> None:
        await s.archive.put("reports/a-1", b"as it was")

        def full(number: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StorageFull) as caught:
            await s.archive.put("reports/a-1", b"half")
        assert caught.value.retryable
        assert await s.archive.get("reports/a-1") == b"as it was"

    over("sqlite", tmp_path)(work)
    assert len([path for path in (tmp_path / "a").rglob("*") if path.is_file()]) == 1


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    """Consent forms may hold what others must not read."""

    async def work(s: Stores) -> None:
        await s.archive.put("reports/a-1", b"x")

    over("sqlite", tmp_path)(work)
    kept = tmp_path / "a" / "reports" / "a-1"
    assert kept.stat().st_mode & 0o077 == 0


def test_what_a_crash_left_is_swept_away(tmp_path: Path) -> None:
    """A day later; what may still be on its way stays."""
    incoming = tmp_path / "a" / "incoming"
    incoming.mkdir(parents=True)
    for name, age in (("old", 90_000), ("fresh", 60)):
        (incoming / name).write_bytes(b"half")
        at = (incoming / name).stat().st_mtime - age
        os.utime(incoming / name, (at, at))

    async def work(s: Stores) -> None:
        await s.archive.put("reports/a-1", b"x")

    over("sqlite", tmp_path)(work)
    assert [path.name for path in incoming.iterdir()] == ["fresh"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system has no /proc")
def test_an_upload_is_on_the_disk_with_its_name_before_its_key_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first one waits for the disk once; one that replaces a file, also before it does so."""
    settled: list[str] = []
    fsync = os.fsync

    def noted(number: int) -> None:
        settled.append(Path(f"/proc/self/fd/{number}").readlink().parent.name)
        fsync(number)

    async def work(s: Stores) -> list[list[str]]:
        monkeypatch.setattr(os, "fsync", noted)
        told = []
        for _ in range(2):
            async with s.archive.receive(_chunks(b"one"), 100) as received:
                await s.archive.keep(received, "uploads/w/a.1")
            told.append([*settled])
            settled.clear()
        return told

    assert over("sqlite", tmp_path)(work) == [["w"], ["incoming", "w"]]
