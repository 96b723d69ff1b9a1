"""`conspectus doctor`."""

import asyncio
import platform
import shutil
import sys
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from importlib.metadata import version

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from conspectus.adapters.entry_points import installed
from conspectus.cli.cache import ailments, look
from conspectus.cli.chosen import choices
from conspectus.cli.open import settings
from conspectus.domain.errors import ConspectusError, NotKept
from conspectus.service.health import Component
from conspectus.service.plugins import check_plugin
from conspectus.settings import Settings
from conspectus.wiring_health import examined
from conspectus.wiring_models import OFFLINE
from conspectus.wiring_stores import (
    archive_folder,
    open_archive,
    open_database,
    places,
    records_file,
)

Line = tuple[str, bool, str]
"""What was looked at, whether it is well, and what was seen or should be done."""


def run() -> int:
    """Print tables of parts and settings; return 1 when one that matters fails."""
    lines = [*_program(), *_plugins(), *_stores()]
    table = Table("part", "", "seen or advised")
    for name, well, words in [*lines, _ocr()]:
        table.add_row(name, _sign(well), escape(words))
    chosen = list(choices())
    settings = Table(
        Column("setting", no_wrap=True), "", Column("value", overflow="fold"), "from", "advice"
    )
    for one in chosen:
        value, advice = escape(one.value), escape(one.advice)
        settings.add_row(one.variable, _sign(not one.advice), value, one.origin, advice)
    parts = list(_components())
    health = Table("component", "", "status", "reason", Column("advice", overflow="fold"))
    for name, part in parts:
        told = (part.status, escape(part.reason), escape(part.advice))
        health.add_row(name, _SIGNS[part.status], *told)
    Console().print(table, *([health] if parts else []), settings)
    well = all(well for _, well, _ in lines) and not any(c.advice for c in chosen)
    return 0 if well and all(part.status != "unhealthy" for _, part in parts) else 1


_SIGNS = {"healthy": "✓", "degraded": "!", "unhealthy": "✗"}


def _sign(well: bool) -> str:
    return "✓" if well else "✗"


def _program() -> Iterator[Line]:
    yield "conspectus", True, version("conspectus")
    yield "python", sys.version_info >= (3, 11), f"{platform.python_version()} on {sys.platform}"
    for package in ("pypdfium2", "lxml", "orjson"):
        yield package, True, version(package)


def _plugins() -> Iterator[Line]:
    try:
        plugins = installed()
    except ConspectusError as error:
        yield "plugins", False, str(error)
        return
    for plugin in plugins.values():
        complaints = check_plugin(plugin)
        advice = "; ".join(complaints) or f"version {plugin.version}"
        yield f"plugin {plugin.id}", not complaints, advice


def _stores() -> Iterator[Line]:
    """Look at what is kept; on this machine it is made when it is needed."""
    try:
        chosen = settings()
        records, archive = places(chosen)
        if chosen.database_url or records_file(chosen).exists():
            yield "records", *_tried(_look_at_database(chosen), records)
        else:
            yield "records", True, f"{records}: made when it is needed"
        if chosen.archive_url or archive_folder(chosen).exists():
            yield "archive", *_tried(_look_at_archive(chosen), archive)
        else:
            yield "archive", True, f"{archive}: made when it is needed"
        yield from _answers(chosen)
    except ConspectusError as error:
        yield "stores", False, str(error)


def _components() -> Iterator[tuple[str, Component]]:
    """Look at the service as `/health/` tells it, once there is one."""
    try:
        chosen = settings()
        if chosen.database_url or records_file(chosen).exists():
            yield from asyncio.run(examined(chosen)).items()
    except ConspectusError as error:
        yield "database", Component("unhealthy", "It cannot be used.", str(error))


def _answers(chosen: Settings) -> Iterator[Line]:
    """Look at the answer cache where it is used, or was."""
    file = chosen.data_dir / "answers.db"
    used = chosen.redis_url or chosen.model != OFFLINE or file.exists()
    if chosen.llm_cache_enabled and used:
        sizes, _ = asyncio.run(look(chosen))
        ill = " ".join(ailments(chosen, sizes))
        yield "answer cache", not ill, ill or str(file)


def _tried(look: Coroutine[object, object, None], place: str) -> tuple[bool, str]:
    try:
        asyncio.run(look)
    except ConspectusError as error:
        return False, f"{place}: {error}"
    return True, f"{place}: can be used"


async def _look_at_database(chosen: Settings) -> None:
    async with open_database(chosen):
        pass


async def _look_at_archive(chosen: Settings) -> None:
    with suppress(NotKept):
        await open_archive(chosen).get("health")


def _ocr() -> Line:
    found = shutil.which("tesseract")
    advice = "scanned pages cannot be read: install the package tesseract-ocr"
    return "tesseract (optional)", bool(found), found or advice
