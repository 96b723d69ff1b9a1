"""An archive in an object store: S3 and what speaks like it, Google Cloud Storage, Azure."""

import asyncio
import errno
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta
from hashlib import sha256
from secrets import token_hex
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from obstore.exceptions import BaseError
from obstore.store import ObjectStore, from_url

from conspectus.domain.errors import (
    NotKept,
    SourceTooLarge,
    StorageError,
    StorageFull,
    UsageError,
)
from conspectus.domain.job import Received

MEMORY_BYTES = 1 << 20
"""What is larger lies in a nameless file of this machine on its way in."""

_TRIES: Any = {"max_retries": 4, "retry_timeout": timedelta(seconds=30)}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SCHEMES = ("s3", "gs", "az")


class ObjectArchive:
    """Keys are beneath the path of a URL such as `s3://bucket/forms?endpoint=https://host:9000`.

    What follows the `?` are options of the store; its credentials come from the environment of
    this process. An object is there whole or not at all.
    """

    def __init__(self, url: str) -> None:
        self._store = _store(url)
        self._incoming: dict[str, SpooledTemporaryFile[bytes]] = {}

    @asynccontextmanager
    async def receive(self, chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Received]:
        """Take in a stream; what is not kept by the end of the context is gone."""
        place = token_hex(8)
        with SpooledTemporaryFile(MEMORY_BYTES) as file:
            digest, size = await _fill(file, chunks, most)
            self._incoming[place] = file
            try:
                yield Received(digest, size, place)
            finally:
                del self._incoming[place]

    async def keep(self, received: Received, key: str) -> None:
        """Keep what was received."""
        file = self._incoming[received.place]
        file.seek(0)
        with _failures():
            await self._store.put_async(key, file)

    async def put(self, key: str, data: bytes) -> None:
        """Keep bytes, whole or not at all."""
        with _failures():
            await self._store.put_async(key, data)

    async def get(self, key: str) -> bytes:
        """Raise NotKept when there is nothing under the key."""
        try:
            with _failures():
                found = await self._store.get_async(key)
                return bytes(await found.bytes_async())
        except FileNotFoundError as error:
            raise NotKept(f"Nothing is kept as {key}; it may have been deleted.") from error

    async def delete(self, key: str) -> None:
        """Delete what is under the key, if anything is."""
        with _failures(), suppress(FileNotFoundError):
            await self._store.delete_async(key)


async def _fill(
    file: SpooledTemporaryFile[bytes], chunks: AsyncIterable[bytes], most: int
) -> tuple[str, int]:
    """Return the digest and size of what was read."""
    digest, size = sha256(), 0
    async for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise SourceTooLarge(f"The file is larger than {most / (1 << 20):.3g} MB.")
        digest.update(chunk)
        try:
            await asyncio.to_thread(file.write, chunk)
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFull("There is no room for files on their way in.") from error
            raise StorageError(f"A file cannot be taken in ({error.strerror}).") from error
    return digest.hexdigest(), size


def _store(url: str) -> ObjectStore:
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.netloc:
        raise UsageError(
            "CONSPECTUS_ARCHIVE_URL: give s3://BUCKET/PATH, gs://BUCKET/PATH or az://CONTAINER/PATH."
        )
    options: Any = dict(parse_qsl(parts.query))
    plain = str(options.get("endpoint", "")).startswith("http://")
    client: Any = {"timeout": "30s", "connect_timeout": "5s", "allow_http": plain}
    bare = parts._replace(query="", fragment="").geturl()
    try:
        store: ObjectStore = from_url(
            bare, config=options, client_options=client, retry_config=_TRIES
        )
    except (BaseError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(f"CONSPECTUS_ARCHIVE_URL: {reason}.") from error
    return store


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except (BaseError, ValueError) as error:
        raise StorageError(
            f"The archive cannot be used ({type(error).__name__}). Check CONSPECTUS_ARCHIVE_URL, "
            "and the credentials of its store."
        ) from error
