"""The composition root: the one place that knows every part by name."""

import gc
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import FarStore, TieredAnswers
from conspectus.adapters.entry_points import installed
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.adapters.observe_log import ProgressObserver
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.adapters.ocr_tesseract import Tesseract
from conspectus.adapters.print_pdf import PdfPress
from conspectus.adapters.read_direct import DirectReader, Parser
from conspectus.adapters.read_docx import DocxParser
from conspectus.adapters.read_pdf import PdfParser
from conspectus.adapters.render_docx import DocxRenderer
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_json import JsonRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.printer import SandboxedPrinter
from conspectus.adapters.sandbox.reader import SandboxedReader
from conspectus.adapters.sniff import DOCX, PDF, sniff
from conspectus.domain.checks.ruleset import load_rules
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.plugin import Plugin
from conspectus.domain.rules import Rule, combine
from conspectus.domain.text.searching import prepare
from conspectus.pipeline.hands import Hands
from conspectus.ports import SILENCE, AnswerStore, Observer, Printer, Reader, Renderer
from conspectus.service import Service
from conspectus.settings import Settings
from conspectus.wiring_models import OFFLINE, Around, model

YOUNG = 3_000
"""So many new objects before a collection looks for garbage."""


@asynccontextmanager
async def open_service(
    settings: Settings,
    observer: Observer | None = None,
    plugins: Mapping[str, Plugin] | None = None,
    reading: Reader | None = None,
    paced: Around | None = None,
    counts: Counter[str] | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> AsyncIterator[Service]:
    """Build everything from the settings, and close it in reverse.

    A door may bring its own observer (a progress bar), further plugins (a single file), a reader
    around the one that the settings choose, what keeps a language model to its pace, a counter
    for what the answer cache did, and who is told in one line that a call is made again elsewhere.
    """
    observer = observer or OBSERVERS[settings.observer]()
    async with AsyncExitStack() as closing:
        around = await cached(settings, closing, counts, observer)
        service = Service(
            reader=reading or reader(settings, closing),
            model=model(settings, closing, around, paced, tell, observer),
            renderers=renderers(),
            plugins=with_rules({**installed(), **(plugins or {})}, settings),
            observer=observer,
            version=version("conspectus"),
            budget_usd=settings.budget_usd,
            plain=settings.wording == "model",
            hands=Hands(),
        )
        _make_ready(service.plugins.values())
        yield service


def _make_ready(plugins: Iterable[Plugin]) -> None:
    """Compile the plugins' cues, and let collections pass over what is built once.

    One document makes tens of thousands of objects, and drops most of them at once.
    """
    for plugin in plugins:
        for question in plugin.questions:
            prepare(question.patterns)
    gc.freeze()
    gc.set_threshold(YOUNG)


OBSERVERS: Mapping[str, Callable[[], Observer]] = {
    "silent": SilentObserver,
    "log": ProgressObserver,
}


async def cached(
    settings: Settings,
    closing: AsyncExitStack,
    counts: Counter[str] | None = None,
    observer: Observer = SILENCE,
) -> Around:
    """Return what puts the answer cache around a language model; the offline one needs none."""
    if not settings.llm_cache_enabled or {settings.model, settings.fallback_model} <= {
        OFFLINE,
        None,
    }:
        return lambda model: model
    opened = open_cache(settings, counts=counts, observer=observer)
    cache = await closing.enter_async_context(opened)
    ttl = settings.llm_cache_ttl or None
    tiers = ("memory", "redis", "sqlite") if settings.redis_url else ("memory", "sqlite")
    return lambda model: CachedModel(
        model, cache.answers, ttl, cache.counts, observer=observer, tiers=tiers
    )


@dataclass(frozen=True, slots=True)
class Cache:
    """The answers in all tiers, the ledger of all runs, and the statistics of this process.

    `held` gives, quickly, the bytes that each tier takes that processes share; `ailing` names
    those that are ill.
    """

    answers: AnswerStore
    ledger: SqliteAnswers
    counts: Counter[str]
    held: Callable[[], Awaitable[Mapping[str, int]]]
    ailing: Callable[[], Awaitable[list[str]]]


@asynccontextmanager
async def open_cache(
    settings: Settings,
    patience: float = 0.15,
    counts: Counter[str] | None = None,
    observer: Observer = SILENCE,
) -> AsyncIterator[Cache]:
    """Open the tiers of the answer cache. Redis may take `patience` seconds a command."""
    counts = Counter[str]() if counts is None else counts
    secret, url = (
        given and given.get_secret_value() for given in (settings.cache_secret, settings.redis_url)
    )
    seal = HmacSeal(secret or "")
    async with AsyncExitStack() as closing:
        file = SqliteAnswers(settings.data_dir / "answers.db", seal, counts, observer=observer)
        far: list[FarStore] = [await closing.enter_async_context(file)]
        redis = None
        if url:
            from conspectus.adapters.answers_redis import RedisAnswers  # slow to load: on demand

            redis = RedisAnswers(url, seal, counts, patience=patience, observer=observer)
            far.insert(0, await closing.enter_async_context(redis))
        near = MemoryAnswers(settings.cache_memory_bytes, counts, observer=observer)
        tiers = TieredAnswers(near, far)

        async def held() -> dict[str, int]:
            told = {"sqlite": file.held(), "redis": await redis.held() if redis else None}
            return {tier: size for tier, size in told.items() if size is not None}

        async def ailing() -> list[str]:
            well = {"sqlite": await file.well(), "redis": redis is None or await redis.well()}
            return [tier for tier, is_well in well.items() if not is_well]

        yield Cache(await closing.enter_async_context(tiers), file, counts, held, ailing)


def reader(settings: Settings, closing: AsyncExitStack) -> Reader:
    """Return the reader that the settings choose."""
    ocr = Tesseract.found() if settings.ocr == "auto" else None
    parsers: dict[str, Parser] = {
        PDF: PdfParser(max_pages=settings.max_pages, ocr=ocr),
        DOCX: DocxParser(),
    }
    if settings.reader == "direct":
        return DirectReader(parsers, sniff)
    sandboxed = SandboxedReader(parsers, sniff, limits(settings), children=os.cpu_count() or 1)
    closing.callback(sandboxed.close)
    return sandboxed


def printer(settings: Settings, closing: AsyncExitStack) -> Printer:
    """Return what draws the pages of uploads."""
    sandboxed = SandboxedPrinter(PdfPress(), limits(settings), children=os.cpu_count() or 1)
    closing.callback(sandboxed.close)
    return sandboxed


def limits(settings: Settings) -> Limits:
    """Return the limits of one upload and of the process that reads it."""
    return Limits(
        max_bytes=settings.max_bytes,
        max_pages=settings.max_pages,
        memory_mb=settings.memory_mb,
        cpu_seconds=settings.cpu_seconds,
        wall_seconds=settings.wall_seconds,
    )


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
    own = [load_rules_of(path) for path in settings.rules]
    return {
        name: replace(plugin, rules=combine(plugin.rules, *own)) for name, plugin in plugins.items()
    }


def load_rules_of(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file. Raise InvalidPlugin with the file and what is wrong in it."""
    try:
        return load_rules(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPlugin(
            f"The rules file {path} cannot be read: check CONSPECTUS_RULES."
        ) from error
    except InvalidPlugin as error:
        raise InvalidPlugin(f"{path}: {error}") from error
