"""Sessions: a browser shows a key once, and then a token that is worth nothing elsewhere."""

import time
from collections.abc import Callable
from hashlib import sha256
from secrets import token_urlsafe

from conspectus.domain.access import Key, Session, Unauthenticated
from conspectus.ports import KeyRing, SessionBook
from conspectus.service.keys import Keys

LASTS_MS = 12 * 3_600_000
"""A session ends so long after it was last used."""

MOST_MS = 7 * 24 * 3_600_000
"""It ends so long after it was begun, however much it is used."""

IDLE_MS = 600_000
"""Its end is put off once it is so old, and not with every request."""


def _now() -> int:
    return time.time_ns() // 1_000_000


class Sessions:
    """A session is what its key is; a revoked key ends all of its own."""

    def __init__(self, book: SessionBook, ring: KeyRing, clock: Callable[[], int] = _now) -> None:
        self._book = book
        self._ring = ring
        self._clock = clock

    async def begin(self, secret: str, before: str = "") -> str:
        """Return the token of a fresh session, in place of the one before.

        Raises Unauthenticated when the secret is that of no key.
        """
        key = await Keys(self._ring).admit(secret, "read")
        now, token = self._clock(), token_urlsafe(32)
        await self._book.expire(now)
        if before:
            await self.end(before)
        session = Session(_digest(token), key.id, key.workspace, now, now + LASTS_MS)
        await self._book.add(session)
        return token

    async def admit(self, token: str) -> Key:
        """Return the key of a session, which lasts on by that. Raises Unauthenticated."""
        session, key = await self._living(token)
        if session is None or key is None:
            raise Unauthenticated("You are not signed in, or no longer.")
        until = min(self._clock() + LASTS_MS, session.made + MOST_MS)
        if session.expires < until - IDLE_MS:
            await self._book.extend(session.digest, until)
        return key

    async def stands(self, token: str) -> bool:
        """Tell whether a session holds, which lasts no longer by that."""
        return (await self._living(token))[1] is not None

    async def _living(self, token: str) -> tuple[Session | None, Key | None]:
        """Return a session that holds, and its key."""
        session = await self._book.find(_digest(token))
        if session is None or session.expires <= self._clock():
            return None, None
        key = await self._ring.find(session.key)
        return session, key if key and key.revoked is None else None

    async def end(self, token: str) -> None:
        """End a session, if it is one."""
        await self._book.end(_digest(token))


def _digest(token: str) -> str:
    return sha256(token.encode(errors="replace")).hexdigest()
