"""`conspectus cache`."""

import asyncio
import json
import re
import time
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from conspectus.cli.open import settings
from conspectus.domain.answers import Purge, Size
from conspectus.domain.errors import ConspectusError, UsageError
from conspectus.service.cache import figures
from conspectus.settings import Settings
from conspectus.wiring import open_cache

PATIENCE = 5.0
"""Seconds that one command of Redis may take here, where nobody waits for an answer."""

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def stats(as_json: bool) -> None:
    """Print the size of each tier that outlives a process, and the statistics of all runs."""
    sizes, totals = asyncio.run(_look(settings()))
    lasting = {tier: size for tier, size in sizes.items() if tier != "memory"}
    if as_json:
        held = {tier: asdict(size) for tier, size in lasting.items()}
        print(json.dumps({"tiers": held, "totals": figures(totals)}, indent=2))  # noqa: T201
        return
    tiers = Table("tier", "answers", "bytes", title="Kept")
    for tier, size in lasting.items():
        tiers.add_row(tier, f"{size.entries:,}", f"{size.bytes:,}")
    runs = Table("figure", "all runs", title="Statistics")
    for name, value in figures(totals).items():
        runs.add_row(name.replace("_", " "), f"{value:,}")
    Console().print(tiers, runs)


def purge(
    plugin: str | None,
    model: str | None,
    document: str | None,
    workspace: str | None,
    older_than: str | None,
    everything: bool,
) -> None:
    """Purge and say how many answers went from each tier. Raise UsageError without an option."""
    named = [plugin, model, document, workspace, older_than]
    if everything == any(one is not None for one in named):
        raise UsageError(
            "Say what to purge: --plugin, --model, --document, --workspace and --older-than, or "
            "--all alone."
        )
    before = time.time() - (0 if older_than is None else _seconds(older_than))
    taking = Purge(uuid4().hex, before, plugin, model, _digest(document), workspace)
    chosen = settings()
    gone = asyncio.run(_purge(chosen, taking))
    if "sqlite" not in gone:
        raise ConspectusError(
            f"{chosen.data_dir / 'answers.db'} cannot be written. Mend or remove it."
        )
    told = ", ".join(f"{count} from {tier}" for tier, count in gone.items() if tier != "memory")
    Console().print(f"Purged answers: {told}.", highlight=False, soft_wrap=True)
    if chosen.redis_url and "redis" not in gone:
        Console(stderr=True).print(
            "Redis cannot be reached now; the next process that reaches it purges it.",
            soft_wrap=True,
        )


async def _look(chosen: Settings) -> tuple[Mapping[str, Size], Mapping[str, int]]:
    async with open_cache(chosen, PATIENCE) as cache:
        return await cache.answers.sizes(), await cache.ledger.totals()


async def _purge(chosen: Settings, taking: Purge) -> Mapping[str, int]:
    async with open_cache(chosen, PATIENCE) as cache:
        return await cache.answers.purge(taking)


def _seconds(age: str) -> float:
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)([smhd])", age)
    if not match:
        raise UsageError(f"--older-than {age}: give a number and s, m, h or d, for instance 7d.")
    return float(match[1]) * UNITS[match[2]]


def _digest(document: str | None) -> str | None:
    if document is None or re.fullmatch("[0-9a-f]{64}", document):
        return document
    try:
        return sha256(Path(document).read_bytes()).hexdigest()
    except OSError as error:
        raise UsageError(f"--document {document} is neither a file nor a SHA-256.") from error
