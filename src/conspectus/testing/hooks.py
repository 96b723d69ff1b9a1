"""Stand-ins for what webhooks need."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from conspectus.domain.hooks import Delivery, DeliveryState, Hook, UnsafeAddress
from conspectus.domain.job import Job
from conspectus.testing.records import MemoryRecords


@dataclass
class MemoryHookBook:
    """Keeps hooks and deliveries in dictionaries, beside the records of the jobs."""

    records: MemoryRecords
    hooks: dict[str, Hook] = field(default_factory=dict)
    told: dict[tuple[str, str, int], Delivery] = field(default_factory=dict)

    async def add(self, hook: Hook) -> None:
        """Keep a hook."""
        self.hooks[hook.id] = hook

    async def all(self, workspace: str) -> list[Hook]:
        """Return the hooks of a workspace, the oldest first."""
        found = [hook for hook in self.hooks.values() if hook.workspace == workspace]
        return sorted(found, key=lambda hook: (hook.created, hook.id))

    async def remove(self, workspace: str, hook: str) -> bool:
        """Forget a hook with its deliveries."""
        if hook not in self.hooks or self.hooks[hook].workspace != workspace:
            return False
        del self.hooks[hook]
        self.told = {key: one for key, one in self.told.items() if key[0] != hook}
        return True

    async def untold(self, most: int) -> list[tuple[Hook, Job, int]]:
        """Return ends of jobs since a hook was added that have no delivery yet."""
        found = []
        for hook in self.hooks.values():
            for _, id_ in await self.records.ended(1 << 62, 1 << 30):
                job = await self.records.job(hook.workspace, id_)
                ended = job.times[job.status] if job else 0
                if job and ended >= hook.created and (hook.id, id_, ended) not in self.told:
                    found.append((hook, job, ended))
        return found[:most]

    async def tell(self, delivery: Delivery, ended: int) -> None:
        """Keep a delivery, unless there is one of this hook for this end of the job."""
        if delivery.hook in self.hooks:
            due = replace(delivery, due=self.records.clock())
            self.told.setdefault((delivery.hook, delivery.job, ended), due)

    async def claim(self, most: int, seconds: float) -> list[tuple[Hook, Delivery]]:
        """Return due deliveries; for so long they are due to nobody else."""
        await self._forget_deleted()
        now = self.records.clock()
        taken: list[tuple[Hook, Delivery]] = []
        for key, one in self.told.items():
            if one.status == "waiting" and one.due <= now and len(taken) < most:
                due = now + round(seconds * 1000)
                self.told[key] = replace(one, attempts=one.attempts + 1, due=due)
                taken.append((self.hooks[one.hook], self.told[key]))
        return taken

    async def settle(
        self, delivery: str, status: DeliveryState, answer: str, seconds: float = 0
    ) -> None:
        """Note how an attempt went."""
        due = self.records.clock() + round(seconds * 1000)
        for key, one in self.told.items():
            if one.id == delivery:
                self.told[key] = replace(one, status=status, answer=answer, due=due)

    async def deliveries(self, workspace: str, hook: str, most: int) -> list[Delivery]:
        """Return deliveries of a hook, the latest first."""
        await self._forget_deleted()
        known = hook in self.hooks and self.hooks[hook].workspace == workspace
        keys = sorted((key for key in self.told if known and key[0] == hook), key=lambda k: -k[2])
        return [self.told[key] for key in keys[:most]]

    async def _forget_deleted(self) -> None:
        for key in [*self.told]:
            if await self.records.job(self.hooks[key[0]].workspace, key[1]) is None:
                del self.told[key]


@dataclass
class ListCourier:
    """Keeps what it was given to carry, and answers each with the next of `statuses`."""

    statuses: list[int] = field(default_factory=list)
    carried: list[tuple[str, Mapping[str, str], bytes]] = field(default_factory=list)

    async def examine(self, url: str) -> None:
        """Refuse what is not https."""
        if not url.startswith("https://"):
            raise UnsafeAddress("Give an https URL.")

    async def carry(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """Note the message."""
        self.carried.append((url, headers, body))
        return self.statuses.pop(0) if self.statuses else 204
