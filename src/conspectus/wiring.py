"""The composition root: the one place that knows every part by name."""

import gc
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from conspectus.adapters.entry_points import installed
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.observe_log import LogObserver
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.adapters.ocr_tesseract import Tesseract
from conspectus.adapters.read_direct import DirectReader, Parser
from conspectus.adapters.read_docx import DocxParser
from conspectus.adapters.read_pdf import PdfParser
from conspectus.adapters.render_docx import DocxRenderer
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_json import JsonRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.reader import SandboxedReader
from conspectus.adapters.sniff import DOCX, PDF, sniff
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.plugin import Plugin
from conspectus.domain.rules import combine
from conspectus.domain.ruleset import load_rules
from conspectus.ports import Observer, Reader, Renderer
from conspectus.service import Service
from conspectus.settings import Settings


@asynccontextmanager
async def open_service(
    settings: Settings,
    observer: Observer | None = None,
    plugins: Mapping[str, Plugin] | None = None,
) -> AsyncIterator[Service]:
    """Build everything from the settings, and close it in reverse.

    A door may bring its own observer (a progress bar) and further plugins (a single file).
    """
    service = Service(
        reader=reader(settings),
        model=OfflineModel(),
        renderers=renderers(),
        plugins=with_rules({**installed(), **(plugins or {})}, settings),
        observer=observer or _OBSERVERS[settings.observer](),
        version=version("conspectus"),
    )
    gc.freeze()  # what is built once is never garbage: collections need not walk it
    yield service


_OBSERVERS: Mapping[str, Callable[[], Observer]] = {"silent": SilentObserver, "log": LogObserver}


def reader(settings: Settings) -> Reader:
    """Return the reader that the settings choose."""
    ocr = Tesseract.found() if settings.ocr == "auto" else None
    parsers: dict[str, Parser] = {
        PDF: PdfParser(max_pages=settings.max_pages, ocr=ocr),
        DOCX: DocxParser(),
    }
    if settings.reader == "direct":
        return DirectReader(parsers, sniff)
    limits = Limits(
        max_bytes=settings.max_bytes,
        max_pages=settings.max_pages,
        memory_mb=settings.memory_mb,
        cpu_seconds=settings.cpu_seconds,
        wall_seconds=settings.wall_seconds,
    )
    return SandboxedReader(parsers, sniff, limits)


def renderers() -> dict[str, Renderer]:
    """Return a renderer for every format."""
    return {
        "md": MarkdownRenderer(),
        "html": HtmlRenderer(),
        "docx": DocxRenderer(),
        "json": JsonRenderer(),
    }


def with_rules(plugins: Mapping[str, Plugin], settings: Settings) -> dict[str, Plugin]:
    """Add the institution's own rules to every plugin. Raise InvalidPlugin for a broken file."""
    own = [load_rules(_text(path)) for path in settings.rules]
    return {
        name: replace(plugin, rules=combine(plugin.rules, *own)) for name, plugin in plugins.items()
    }


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPlugin(
            f"The rules file {path} cannot be read: check CONSPECTUS_RULES."
        ) from error
