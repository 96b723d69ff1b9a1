"""`conspectus cache`."""

import asyncio
import json
import re
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from conspectus.cli.open import settings
from conspectus.domain.answers import Purge, Size
from conspectus.domain.errors import ConspectusError, UsageError
from conspectus.service.cache import figures, model_tag
from conspectus.settings import Settings
from conspectus.wiring import open_cache

PATIENCE = 5.0
"""Seconds that one command of Redis may take here, where nobody waits for an answer."""

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def stats(as_json: bool) -> None:
    """Print the size of each tier that outlives a process, and the statistics of all runs.

    Raise ConspectusError, after that, when a tier is ill.
    """
    chosen = settings()
    sizes, totals = asyncio.run(look(chosen))
    _print(sizes, totals, as_json)
    if ill := list(ailments(chosen, sizes)):
        raise ConspectusError(" ".join(ill))


def _print(sizes: Mapping[str, Size], totals: Mapping[str, int], as_json: bool) -> None:
    lasting = {tier: size for tier, size in sizes.items() if tier != "memory"}
    if as_json:
        held = {tier: asdict(size) for tier, size in lasting.items()}
        print(json.dumps({"tiers": held, "totals": figures(totals)}, indent=2))  # noqa: T201
        return
    tiers = Table("tier", "answers", "bytes", title="Kept")
    for tier, size in lasting.items():
        tiers.add_row(tier, f"{size.entries:,}", f"{size.bytes:,}")
    runs = Table("figure", "all runs", title="Statistics")
    told = figures(totals)
    for name, value in told.items():
        runs.add_row(name.replace("_", " "), f"{value:,}")
        if name == "usd_saved" and told["unpriced_hits"]:
            runs.add_row("", f"and {told['unpriced_hits']:,} hits of unknown price")
    Console().print(tiers, runs)


def purge(
    plugin: str | None,
    model: str | None,
    document: str | None,
    workspace: str | None,
    older_than: str | None,
    everything: bool,
) -> None:
    """Purge and say how many answers went from each tier. Raise UsageError without an option.

    Raise ConspectusError when a tier could not be purged whole.
    """
    named = [plugin, model, document, workspace, older_than]
    if everything == any(one is not None for one in named):
        raise UsageError(
            "Say what to purge: --plugin, --model, --document, --workspace and --older-than, or "
            "--all alone."
        )
    before = time.time() - (0 if older_than is None else _seconds(older_than))
    chosen = settings()
    tag = None if model is None else model_tag(chosen.models.get(model, model))
    taking = Purge(uuid4().hex, before, plugin, tag, _digest(document), workspace)
    gone = asyncio.run(_purge(chosen, taking))
    lasting = {tier: count for tier, count in gone.items() if tier != "memory"}
    told = ", ".join(f"{count} from {tier}" for tier, count in lasting.items()) or "none"
    nothing = "" if any(lasting.values()) else " Nothing that is kept matches."
    nothing += _NAMED if nothing and (model or plugin) else ""
    Console().print(f"Purged answers: {told}.{nothing}", highlight=False, soft_wrap=True)
    if ill := list(ailments(chosen, gone)):
        raise ConspectusError(f"Not all is purged. {' '.join(ill)}")


def ailments(chosen: Settings, well: Collection[str]) -> Iterator[str]:
    """Yield, for each tier that is not among the well ones, what to do about it."""
    if "sqlite" not in well:
        yield (
            f"sqlite: {chosen.data_dir / 'answers.db'} is broken, locked, full, of another "
            "program or not writable. Mend or remove it."
        )
    if chosen.redis_url and "redis" not in well:
        yield (
            "redis: it cannot be reached, or refuses. Check REDIS_URL and the rights there; a "
            "purge is finished by the next process that can."
        )


_NAMED = " A model is named PROVIDER:NAME, a plugin as in `plugins list`."


async def look(chosen: Settings) -> tuple[Mapping[str, Size], Mapping[str, int]]:
    """Return what each tier holds that is well, and the statistics of all runs."""
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
