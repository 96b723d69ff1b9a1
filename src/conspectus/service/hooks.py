"""Webhooks: telling other programs that a job has ended, until they take it."""

import asyncio
import json
import logging
import time
from base64 import b64encode
from collections.abc import Callable, Sequence
from secrets import token_bytes, token_hex

from conspectus.domain.errors import UnknownJob, UsageError
from conspectus.domain.hooks import (
    PAUSES,
    SECRET_PREFIX,
    Delivery,
    Hook,
    Undelivered,
    UnsafeAddress,
    signed,
)
from conspectus.domain.job import Job
from conspectus.ports import Courier, HookBook
from conspectus.service.views import moment

MOST = 16
_log = logging.getLogger("conspectus.hooks")
MOST_HOOKS = 20
LONGEST_URL = 2_000
CLAIM_SECONDS = 60.0
"""So long nobody else tries a delivery that is under way; a crash delays it by no more."""


class Hooks:
    """A message is sent once for each end of a job, and again until its receiver says 2xx."""

    def __init__(
        self, book: HookBook, courier: Courier, clock: Callable[[], float] = time.time
    ) -> None:
        self._book = book
        self._courier = courier
        self._clock = clock

    async def create(self, workspace: str, url: str) -> Hook:
        """Return a hook with the secret that signs its messages. Raises UnsafeAddress."""
        if len(url) > LONGEST_URL:
            raise UnsafeAddress("The URL is too long.")
        if len(await self._book.all(workspace)) >= MOST_HOOKS:
            raise UsageError(f"A workspace may have {MOST_HOOKS} webhooks. Delete one first.")
        await self._courier.examine(url)
        secret = SECRET_PREFIX + b64encode(token_bytes(32)).decode()
        hook = Hook(token_hex(8), workspace, url, secret, round(self._clock() * 1000))
        await self._book.add(hook)
        return hook

    async def all(self, workspace: str) -> list[Hook]:
        """Return the hooks of a workspace."""
        return await self._book.all(workspace)

    async def remove(self, workspace: str, hook: str) -> None:
        """Forget a hook. Raises UnknownJob when there is none."""
        if not await self._book.remove(workspace, hook):
            raise UnknownJob("There is no such webhook.")

    async def deliveries(self, workspace: str, hook: str, most: int) -> Sequence[Delivery]:
        """Return what was sent to a hook, the latest first. Raises UnknownJob."""
        if hook not in [one.id for one in await self._book.all(workspace)]:
            raise UnknownJob("There is no such webhook.")
        return await self._book.deliveries(workspace, hook, most)

    async def send(self) -> int:
        """Send all messages that are due; return how many."""
        for hook, job, ended in await self._book.untold(MOST):
            body = json.dumps(message(job, ended), ensure_ascii=False)
            await self._book.tell(Delivery(f"msg_{token_hex(12)}", hook.id, job.id, body), ended)
        due = await self._book.claim(MOST, CLAIM_SECONDS)
        await asyncio.gather(*(self._send(hook, delivery) for hook, delivery in due))
        return len(due)

    async def _send(self, hook: Hook, delivery: Delivery) -> None:
        headers = signed(hook, delivery, int(self._clock()))
        try:
            status = await self._courier.carry(hook.url, headers, delivery.body.encode())
        except (UnsafeAddress, Undelivered) as error:
            await self._again(delivery, str(error))
            return
        if 200 <= status < 300:
            await self._book.settle(delivery.id, "delivered", f"HTTP {status}")
        else:
            await self._again(delivery, f"HTTP {status}")

    async def _again(self, delivery: Delivery, answer: str) -> None:
        _log.warning("A webhook was not taken.", extra={"told": {"attempt": delivery.attempts}})
        if delivery.attempts > len(PAUSES):
            await self._book.settle(delivery.id, "failed", answer)
        else:
            pause = PAUSES[delivery.attempts - 1]
            await self._book.settle(delivery.id, "waiting", answer, pause)


def message(job: Job, ended: int) -> dict[str, object]:
    """Return what a hook is told: that a job has ended and how, nothing of its documents."""
    counts = {str(state): number for state, number in job.counts.items()}
    return {
        "type": f"job.{job.status}",
        "timestamp": moment(ended),
        "data": {"job_id": job.id, "status": job.status, "counts": counts},
    }
