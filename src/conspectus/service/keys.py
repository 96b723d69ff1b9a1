"""Keys of workspaces: made once, shown once, kept as a digest."""

import hmac
import time
from hashlib import sha256
from secrets import token_hex, token_urlsafe

from conspectus.domain.access import Key, Scope, Unauthenticated, require_scope, workspace_name
from conspectus.domain.errors import StorageError, UsageError
from conspectus.domain.patience import Patience
from conspectus.ports import KeyRing

PREFIX = "ck"
LONGEST_NAME = 100
PATIENCE, MOST_KNOWN = 1.0, 100


class Keys:
    """A secret is `ck_ID_RANDOM`: the id finds the key, the digest of all of it proves it."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._known: dict[str, Key] = {}

    async def create(self, name: str, workspace: str, scope: Scope) -> tuple[Key, str]:
        """Return a fresh key and its secret, which is shown here and never again."""
        if not name.strip() or len(name) > LONGEST_NAME:
            raise UsageError(f"Give the key a name of at most {LONGEST_NAME} characters.")
        id_ = token_hex(6)
        secret = f"{PREFIX}_{id_}_{token_urlsafe(32)}"
        now = time.time_ns() // 1_000_000
        key = Key(id_, workspace_name(workspace), name.strip(), scope, _digest(secret), now)
        await self._ring.add(key)
        return key, secret

    async def all(self, workspace: str | None = None) -> list[Key]:
        """Return the keys of a workspace, or of all."""
        return await self._ring.all(workspace)

    async def revoke(self, key: str) -> None:
        """Let a key open nothing any more. Raises UsageError when there is none that did."""
        if not await self._ring.revoke(key):
            raise UsageError(f"There is no key '{key}' that is in use.")

    async def stands(self, key: str) -> bool:
        """Tell whether a key that was admitted has not been revoked since."""
        found = await self._ring.find(key)
        return found is not None and found.revoked is None

    async def admit(self, secret: str, scope: Scope) -> Key:
        """Return the key of a secret. Raises Unauthenticated, or Forbidden below the scope."""
        prefix, _, rest = secret.partition("_")
        found = await self._ring.find(rest.partition("_")[0]) if prefix == PREFIX else None
        proved = hmac.compare_digest(_digest(secret), found.digest if found else _digest(""))
        if not found or not proved or found.revoked is not None:
            raise Unauthenticated("The key does not hold. Ask whoever runs the service for one.")
        return require_scope(found, scope)

    async def recognise(self, secret: str, scope: Scope) -> Key:
        """Return what `admit` does; while the records are ill, also a key that was let in before.

        It is for what must be seen above all then, and has no words of a document: figures.
        Raises as `admit` does, and StorageError.
        """
        proof = _digest(secret)
        try:
            key = await Patience(lambda: self.admit(secret, scope), PATIENCE)()
        except (StorageError, TimeoutError):
            if proof not in self._known:
                raise StorageError("The records do not answer.") from None
            return self._known[proof]
        except UsageError:
            self._known.pop(proof, None)
            raise
        if len(self._known) < MOST_KNOWN:
            self._known[proof] = key
        return key


def _digest(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()
