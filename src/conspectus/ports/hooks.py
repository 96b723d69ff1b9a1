"""What webhooks need: where they are kept, and who carries the messages."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from conspectus.domain.hooks import Delivery, DeliveryState, Hook
from conspectus.domain.job import Job


class HookBook(Protocol):
    """Keeps hooks and their deliveries. Every method is one transaction."""

    async def add(self, hook: Hook) -> None: ...

    async def all(self, workspace: str) -> list[Hook]:
        """Return the hooks of a workspace, the oldest first."""

    async def remove(self, workspace: str, hook: str) -> bool:
        """Forget a hook with its deliveries; False when there is none."""

    async def untold(self, most: int) -> list[tuple[Hook, Job, int]]:
        """Return ends of jobs (and when) since a hook was added that have no delivery yet."""

    async def tell(self, delivery: Delivery, ended: int) -> None:
        """Keep a delivery, unless there is one of this hook for this end of the job."""

    async def claim(self, most: int, seconds: float) -> list[tuple[Hook, Delivery]]:
        """Return due deliveries; for so long they are due to nobody else."""

    async def settle(
        self, delivery: str, status: DeliveryState, answer: str, seconds: float = 0
    ) -> None:
        """Note how an attempt went; one that waits is due in so many seconds."""

    async def deliveries(self, workspace: str, hook: str, most: int) -> Sequence[Delivery]:
        """Return deliveries of a hook, the latest first."""


class Courier(Protocol):
    """Carries messages to other machines."""

    async def examine(self, url: str) -> None:
        """Raise UnsafeAddress when a message may not go to this URL."""

    async def carry(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """Post a message and return the status. Raises UnsafeAddress or Undelivered.

        The address is looked at when the connection is made, and no redirect is followed.
        """
