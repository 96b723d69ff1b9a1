"""Stand-ins for the engine and the archive, and a model's seat in a job."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from conspectus.domain.ending import ended
from conspectus.domain.errors import NotKept, SourceTooLarge
from conspectus.domain.job import Received
from conspectus.domain.slots import REST_SECONDS, Slots
from conspectus.ports import Handle


@dataclass
class MemoryEngine:
    """Deals ids out within this process; a handler that raises is called again at once."""

    queue: dict[str, int] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)
    grace_seconds: float = 1.0
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def enqueue(self, documents: Sequence[str], priority: int = 0) -> None:
        """Take ids in, higher priority first."""
        for document in documents:
            if document not in self.busy:
                self.queue.setdefault(document, priority)
        self._wake.set()

    async def withdraw(self, documents: Sequence[str]) -> None:
        """Take ids back; one that is worked on may be taken in again."""
        for document in documents:
            self.queue.pop(document, None)
            self.busy.discard(document)

    async def waiting(self) -> int:
        """Return how many ids wait."""
        return len(self.queue)

    async def work(self, handle: Handle, slots: int, stop: asyncio.Event) -> None:
        """Hand ids to `handle` until told to stop."""
        tasks: set[asyncio.Task[None]] = set()
        room = Slots(slots)
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                self._wake.clear()
                while self.queue and room.free(len(tasks)):
                    document = min(self.queue, key=lambda one: (-self.queue[one], one))
                    priority = self.queue.pop(document)
                    self.busy.add(document)
                    room.given(priority)
                    task = asyncio.create_task(self._handle(document, priority, handle))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)
                waking = asyncio.create_task(self._wake.wait())
                await asyncio.wait(
                    (waking, stopping), timeout=REST_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
                waking.cancel()
            if tasks:
                await asyncio.wait(tasks, timeout=self.grace_seconds)
        finally:
            await ended([*tasks, stopping])

    async def _handle(self, document: str, priority: int, handle: Handle) -> None:
        try:
            await handle(document)
        except BaseException as error:
            self.queue[document] = priority
            if isinstance(error, asyncio.CancelledError):
                raise
        finally:
            self.busy.discard(document)
            self._wake.set()


@dataclass
class MemoryArchive:
    """Keeps bytes in a dictionary."""

    kept: dict[str, bytes] = field(default_factory=dict)
    incoming: dict[str, bytes] = field(default_factory=dict)

    @asynccontextmanager
    async def receive(self, chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Received]:
        """Take in a stream; what is not kept by the end of the context is gone."""
        data = b""
        async for chunk in chunks:
            data += chunk
            if len(data) > most:
                raise SourceTooLarge(f"The file is larger than {most} bytes.")
        place = str(len(self.incoming))
        self.incoming[place] = data
        try:
            yield Received(sha256(data).hexdigest(), len(data), place)
        finally:
            self.incoming.pop(place, None)

    async def keep(self, received: Received, key: str) -> None:
        """Keep what was received."""
        self.kept[key] = self.incoming.pop(received.place)

    async def put(self, key: str, data: bytes) -> None:
        """Keep bytes."""
        self.kept[key] = data

    async def get(self, key: str) -> bytes:
        """Raise NotKept when there is nothing under the key."""
        if key not in self.kept:
            raise NotKept(f"Nothing is kept as {key}.")
        return self.kept[key]

    async def delete(self, key: str) -> None:
        """Delete what is under the key, if anything is."""
        self.kept.pop(key, None)
