"""`conspectus doctor`."""

import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

from conspectus.adapters.entry_points import installed
from conspectus.cli.open import settings
from conspectus.domain.errors import ConspectusError
from conspectus.service.plugins import check_plugin

Line = tuple[str, bool, str]
"""What was looked at, whether it is well, and what was seen or should be done."""


def run() -> int:
    """Print a table of checks; return 1 when one that matters fails."""
    lines = [*_program(), *_settings(), *_plugins()]
    table = Table("part", "", "seen or advised")
    for name, well, words in [*lines, _ocr()]:
        table.add_row(name, "✓" if well else "✗", words)
    Console().print(table)
    return 0 if all(well for _, well, _ in lines) else 1


def _program() -> Iterator[Line]:
    yield "conspectus", True, version("conspectus")
    yield "python", sys.version_info >= (3, 11), f"{platform.python_version()} on {sys.platform}"
    for package in ("pypdfium2", "lxml", "orjson"):
        yield package, True, version(package)


def _settings() -> Iterator[Line]:
    try:
        chosen = settings()
    except ConspectusError as error:
        yield "settings", False, str(error)
        return
    yield "settings", True, f"model {chosen.model}, reader {chosen.reader}, ocr {chosen.ocr}"


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


def _ocr() -> Line:
    found = shutil.which("tesseract")
    advice = "scanned pages cannot be read: install the package tesseract-ocr"
    return "tesseract (optional)", bool(found), found or advice
