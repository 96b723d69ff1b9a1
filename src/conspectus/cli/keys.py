"""`conspectus keys`."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar, get_args

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from conspectus.cli.open import settings
from conspectus.cli.output import write_out
from conspectus.domain.access import Key, Scope
from conspectus.domain.errors import UsageError
from conspectus.service.keys import Keys
from conspectus.service.views import moment
from conspectus.wiring_jobs import open_keys

T = TypeVar("T")


def create(name: str, workspace: str, scope: str) -> None:
    """Print the secret of a fresh key to standard output, and what it is to standard error."""
    known: Scope | None = next((one for one in get_args(Scope) if one == scope), None)
    if known is None:
        raise UsageError(f"There is no scope '{scope}': give metrics, read, write or admin.")
    key, secret = _ask(lambda keys: keys.create(name, workspace, known))
    write_out(f"{secret}\n".encode())
    _tell(f"Key {key.id} of workspace {key.workspace}, scope {scope}. It is shown only now.")


def show_all(workspace: str | None) -> None:
    """Print a table of the keys."""
    table = Table("key", "workspace", "name", "scope", "created", "revoked")
    for key in _ask(lambda keys: keys.all(workspace)):
        table.add_row(*_cells(key))
    Console().print(table)


def revoke(key: str) -> None:
    """Let a key open nothing any more."""
    _ask(lambda keys: keys.revoke(key))
    _tell(f"Key {key} opens nothing any more.")


def _cells(key: Key) -> tuple[str, ...]:
    revoked = moment(key.revoked) if key.revoked is not None else ""
    return key.id, key.workspace, escape(key.name), key.scope, moment(key.created), revoked


def _ask(work: Callable[[Keys], Awaitable[T]]) -> T:
    async def opened() -> T:
        async with open_keys(settings()) as ring:
            return await work(Keys(ring))

    return asyncio.run(opened())


def _tell(line: str) -> None:
    Console(stderr=True).print(line, soft_wrap=True, markup=False, highlight=False)
