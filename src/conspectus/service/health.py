"""How the service is: each component is looked at in the background, never for a request.

However many ask, each component is looked at once in a while, and whoever asks is answered at once
with what was seen last.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Literal, Self

from conspectus.domain.ending import ended
from conspectus.domain.errors import StorageFull
from conspectus.domain.patience import Patience

Status = Literal["healthy", "degraded", "unhealthy"]
UP: Mapping[Status, float] = {"healthy": 1.0, "degraded": 0.5, "unhealthy": 0.0}

VITAL = frozenset(("database", "archive", "workers", "disk"))
"""Without these no request can be served; without the others fewer, or slower."""

LOOK_SECONDS = 5.0
"""So often each component is looked at."""

PATIENCE = 0.8
"""Seconds until a component that does not answer is taken for ill."""


@dataclass(frozen=True, slots=True)
class Component:
    """How one component is, and why, in words that anybody may read.

    `advice` is for whoever runs the service: it may name places.
    """

    status: Status = "healthy"
    reason: str = ""
    advice: str = ""


Look = Callable[[], Awaitable[Component]]
"""Looks at a component. What it raises says that the component is ill."""


class Health:
    """An async context, in which the components are looked at again and again."""

    def __init__(
        self,
        looks: Mapping[str, Look],
        look_seconds: float = LOOK_SECONDS,
        patience: float = PATIENCE,
    ) -> None:
        self._looks = {
            name: Patience(partial(_seen, look), patience) for name, look in looks.items()
        }
        self._look_seconds = look_seconds
        self._patience = patience
        self._seen: dict[str, Component] = {}
        self._chores: list[asyncio.Task[None]] = []
        self._draining = False

    async def __aenter__(self) -> Self:
        await self.look()
        self._chores = [asyncio.create_task(self._always(name)) for name in self._looks]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        left = (look.close() for look in self._looks.values())
        await asyncio.gather(ended(self._chores), *left)

    @property
    def components(self) -> Mapping[str, Component]:
        """What was seen last of each."""
        return {name: self._seen[name] for name in self._looks if name in self._seen}

    @property
    def status(self) -> Status:
        """The whole: ill when what is vital is, degraded when anything is less than well."""
        seen = self._seen
        if any(one.status == "unhealthy" for name, one in seen.items() if name in VITAL):
            return "unhealthy"
        well = all(one.status == "healthy" for one in seen.values())
        return "healthy" if well else "degraded"

    @property
    def draining(self) -> bool:
        """Whether the service was told to end."""
        return self._draining

    @property
    def ready(self) -> bool:
        """Whether requests are welcome here."""
        return not self._draining and self.status != "unhealthy"

    def drain(self) -> None:
        """Be ready no more."""
        self._draining = True

    async def look(self) -> None:
        """Look at each component once."""
        await asyncio.gather(*(self._look(name) for name in self._looks))

    async def _always(self, name: str) -> None:
        while True:
            await asyncio.sleep(self._look_seconds)
            await self._look(name)

    async def _look(self, name: str) -> None:
        """Look, unless the look before has not ended yet: what is frozen is not asked again."""
        try:
            self._seen[name] = await self._looks[name]()
        except TimeoutError:
            reason = f"It did not answer within {self._patience:g} seconds."
            self._seen[name] = Component("unhealthy", reason)


async def _seen(look: Look) -> Component:
    """Look; what an error says may name places, so its kind alone is the reason."""
    try:
        return await look()
    except StorageFull as error:
        return Component("unhealthy", "There is no room left.", str(error))
    except Exception as error:  # noqa: BLE001  # whatever it is, the component is not well
        return Component("unhealthy", "It cannot be used.", str(error))
