"""An archive in a local folder: bytes are on the disk before anybody is told of their key."""

import asyncio
import errno
import os
import re
import tempfile
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from conspectus.domain.errors import NotKept, SourceTooLarge, StorageError, StorageFull
from conspectus.domain.job import Received

_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
MEMORY_BYTES = 1 << 20
"""So much of a file on its way in is held in memory before it is written."""

STALE_SECONDS = 86_400
"""What has been on its way in for so long was left by a crash."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class FolderArchive:
    """Keys are paths beneath the folder, which only its owner may read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming: dict[str, _Incoming] = {}

    @asynccontextmanager
    async def receive(self, chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Received]:
        """Take in a stream; what is not kept by the end of the context is gone."""
        place, taking = token_hex(8), _Incoming(self._spool)
        try:
            received = await taking.fill(place, chunks, most)
            self._incoming[place] = taking
            yield received
        finally:
            self._incoming.pop(place, None)
            taking.drop()

    async def keep(self, received: Received, key: str) -> None:
        """Keep what was received."""
        taken, target = self._incoming[received.place], self._path(key)
        await asyncio.to_thread(lambda: self._name(taken.whole(), target))

    async def put(self, key: str, data: bytes) -> None:
        """Keep bytes, whole or not at all."""
        await asyncio.to_thread(self._put, key, data)

    async def get(self, key: str) -> bytes:
        """Raise NotKept when there is nothing under the key."""
        try:
            return await asyncio.to_thread(self._path(key).read_bytes)
        except FileNotFoundError as error:
            raise NotKept(f"Nothing is kept as {key}; it may have been deleted.") from error
        except OSError as error:
            raise StorageError(f"{key} cannot be read ({error.strerror}).") from error

    async def delete(self, key: str) -> None:
        """Delete what is under the key, if anything is."""
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

    def _name(self, place: Path, target: Path) -> None:
        """Name the file, then wait for the disk once, for its bytes and for its name.

        A file that has the name already may be in use: it is not replaced by one that the loss of
        power could still undo.
        """
        if target.exists():
            _settle(place)
        self._move(place, target)
        _settle(target)

    def _put(self, key: str, data: bytes) -> None:
        place = self._spool()
        try:
            with _failures():
                place.write_bytes(data)
            self._name(place, self._path(key))
        finally:
            place.unlink(missing_ok=True)

    def _spool(self) -> Path:
        folder = self._folder / "incoming"
        with _failures():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for scrap in folder.iterdir():
                with suppress(FileNotFoundError):
                    if scrap.stat().st_mtime < time.time() - STALE_SECONDS:
                        scrap.unlink()
            number, place = tempfile.mkstemp(dir=folder)
            os.close(number)
        return Path(place)

    def _move(self, place: Path, target: Path) -> None:
        with _failures():
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.replace(target)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise StorageError(f"'{key}' is no key of the archive.")
        return self._folder / key


class _Incoming:
    """A file on its way in: `spool` gives it a place on the disk when it needs one."""

    def __init__(self, spool: Callable[[], Path]) -> None:
        self._spool = spool
        self._place: Path | None = None
        self._waiting: list[bytes] = []
        self._size = 0

    async def fill(self, name: str, chunks: AsyncIterable[bytes], most: int) -> Received:
        """Take all of it. Raises SourceTooLarge or StorageFull."""
        digest, size = sha256(), 0
        async for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise SourceTooLarge(f"The file is larger than {most / (1 << 20):.3g} MB.")
            digest.update(chunk)
            self._waiting.append(chunk)
            self._size += len(chunk)
            if self._size > MEMORY_BYTES:
                await asyncio.to_thread(self.whole)
        return Received(digest.hexdigest(), size, name)

    def whole(self) -> Path:
        """Return where all of it lies that has come."""
        self._place = self._place or self._spool()
        with _failures(), self._place.open("ab") as file:
            file.write(b"".join(self._waiting))
        self._waiting, self._size = [], 0
        return self._place

    def drop(self) -> None:
        """Leave no scrap."""
        if self._place:
            self._place.unlink(missing_ok=True)


def _settle(place: Path) -> None:
    """Have a file on the disk."""
    with _failures(), place.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull("There is no room left in the archive. Free some space.") from error
        raise StorageError(
            f"The archive cannot be written ({error.strerror}). Check CONSPECTUS_DATA_DIR."
        ) from error
