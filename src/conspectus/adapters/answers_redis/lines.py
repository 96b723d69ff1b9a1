"""Connections to one Redis, a command at a time on each, and each within a time.

The connections are those of redis-py; its client around them retries, measures and transforms,
which takes longer than the command itself.
"""

import asyncio
from typing import Any

from hiredis import pack_command
from redis.asyncio import ConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as LineLost
from redis.exceptions import ResponseError

from conspectus.domain.errors import UsageError

MOST_IDLE = 16


class Lines:
    """As many connections as there are commands at once; some are kept for the next ones.

    A command that takes more than `seconds` raises TimeoutError.
    """

    def __init__(self, url: str, seconds: float) -> None:
        try:
            pool = ConnectionPool.from_url(
                url,
                socket_timeout=None,
                socket_connect_timeout=None,
                retry=Retry(NoBackoff(), 0),
            )
        except ValueError as error:
            raise UsageError("REDIS_URL is no address of a Redis: redis://HOST:PORT/0.") from error
        self._make: Any = pool.make_connection
        self._seconds = seconds
        self._idle: list[Any] = []
        self._until: dict[Any, float] = {}
        self._watching = False
        self._dropped: set[asyncio.Task[None]] = set()

    async def command(self, *words: object) -> Any:
        """Return the answer as the server words it. Raise RedisError, OSError or TimeoutError."""
        if self._idle:
            line = self._idle.pop()
            # one watch for all costs a tenth of asyncio.timeout, which is needed to connect
            self._watch(line)
            try:
                return await self._say(line, words)
            except LineLost:
                if line not in self._until:
                    raise TimeoutError from None
                await self.close()  # it was lost while idle, and so were the others
            finally:
                self._until.pop(line, None)
        async with asyncio.timeout(self._seconds):
            return await self._say(self._make(), words)

    async def close(self) -> None:
        """Close what is idle."""
        while self._idle:
            await self._idle.pop().disconnect(nowait=True)

    def _watch(self, line: Any) -> None:
        loop = asyncio.get_running_loop()
        self._until[line] = loop.time() + self._seconds
        if not self._watching:
            self._watching = True
            loop.call_later(self._seconds, self._look)

    def _look(self) -> None:
        """Drop the lines whose time is over; look again when the next one's is."""
        loop = asyncio.get_running_loop()
        for line in [line for line, until in self._until.items() if until <= loop.time()]:
            del self._until[line]
            self._drop(line)
        self._watching = bool(self._until)
        if self._watching:
            loop.call_at(min(self._until.values()), self._look)

    def _drop(self, line: Any) -> None:
        task = asyncio.ensure_future(line.disconnect(nowait=True))
        self._dropped.add(task)
        task.add_done_callback(self._dropped.discard)

    async def _say(self, line: Any, words: Any) -> Any:
        try:
            if not line.is_connected:
                await line.connect()
            await line.send_packed_command(pack_command(words), check_health=False)
            answer = await line.read_response()
        except ResponseError:
            self._keep(line)
            raise
        except BaseException:
            await line.disconnect(nowait=True)
            raise
        self._keep(line)
        return answer

    def _keep(self, line: Any) -> None:
        if len(self._idle) < MOST_IDLE:
            self._idle.append(line)
        else:
            self._drop(line)
