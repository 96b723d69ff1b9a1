"""The composition root: the one place that knows every part by name."""

import gc
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import FarStore, TieredAnswers
from conspectus.adapters.entry_points import installed
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.adapters.model_fallback import FallbackModel
from conspectus.adapters.model_llm.keys import key_of
from conspectus.adapters.model_llm.model import LlmModel
from conspectus.adapters.model_llm.names import model_name
from conspectus.adapters.model_llm.prompt import Sampling
from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.model_patient import Patience, PatientModel
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
from conspectus.domain.rules import Rule, combine
from conspectus.domain.ruleset import load_rules
from conspectus.ports import AnswerStore, Model, Observer, Reader, Renderer
from conspectus.service import Service
from conspectus.settings import Settings


@asynccontextmanager
async def open_service(
    settings: Settings,
    observer: Observer | None = None,
    plugins: Mapping[str, Plugin] | None = None,
    reading: Reader | None = None,
    paced: "Around | None" = None,
    counts: Counter[str] | None = None,
) -> AsyncIterator[Service]:
    """Build everything from the settings, and close it in reverse.

    A door may bring its own observer (a progress bar), further plugins (a single file), a reader
    around the one that the settings choose, what keeps a language model to its pace, and a counter
    for what the answer cache did.
    """
    async with AsyncExitStack() as closing:
        service = Service(
            reader=reading or reader(settings),
            model=model(settings, closing, await cached(settings, closing, counts), paced),
            renderers=renderers(),
            plugins=with_rules({**installed(), **(plugins or {})}, settings),
            observer=observer or _OBSERVERS[settings.observer](),
            version=version("conspectus"),
            budget_usd=settings.budget_usd,
            plain=settings.wording == "model",
        )
        gc.freeze()  # what is built once is never garbage: collections need not walk it
        yield service


OFFLINE = "offline"
Around = Callable[[Model], Model]
_OBSERVERS: Mapping[str, Callable[[], Observer]] = {"silent": SilentObserver, "log": LogObserver}


def model(
    settings: Settings, closing: AsyncExitStack, cached: Around, paced: Around | None = None
) -> Model:
    """Return the model that the settings choose, and the one behind it if any.

    Raises UnknownModel or MissingKey.
    """
    first = _model(settings.model, settings, closing, cached, paced)
    if settings.fallback_model is None:
        return first
    return FallbackModel(first, _model(settings.fallback_model, settings, closing, cached, paced))


def _model(
    given: str,
    settings: Settings,
    closing: AsyncExitStack,
    cached: Around,
    paced: Around | None,
) -> Model:
    if given == OFFLINE:
        return OfflineModel()
    name = model_name(given)
    key = key_of(name) or (settings.model_key.get_secret_value() if settings.model_key else "")
    sampling = Sampling(output_tokens=settings.model_output, seconds=settings.model_seconds)
    llm = LlmModel(name, key, settings.model_words, sampling)
    closing.push_async_callback(llm.aclose)
    patience = Patience(
        tries=settings.model_tries,
        at_once=settings.model_at_once,
        per_minute=None if paced else settings.model_per_minute,
    )
    return cached(PatientModel(paced(llm) if paced else llm, patience))


async def cached(
    settings: Settings, closing: AsyncExitStack, counts: Counter[str] | None = None
) -> Around:
    """Return what puts the answer cache around a language model; the offline one needs none."""
    if not settings.llm_cache_enabled or {settings.model, settings.fallback_model} <= {
        OFFLINE,
        None,
    }:
        return lambda model: model
    cache = await closing.enter_async_context(open_cache(settings, counts=counts))
    ttl = settings.llm_cache_ttl or None
    return lambda model: CachedModel(model, cache.answers, ttl, cache.counts)


@dataclass(frozen=True, slots=True)
class Cache:
    """The answers in all tiers, the ledger of all runs, and the statistics of this process."""

    answers: AnswerStore
    ledger: SqliteAnswers
    counts: Counter[str]


@asynccontextmanager
async def open_cache(
    settings: Settings, patience: float = 0.15, counts: Counter[str] | None = None
) -> AsyncIterator[Cache]:
    """Open the tiers of the answer cache. Redis may take `patience` seconds a command."""
    counts = Counter[str]() if counts is None else counts
    secret, url = (
        given and given.get_secret_value() for given in (settings.cache_secret, settings.redis_url)
    )
    seal = HmacSeal(secret or "")
    async with AsyncExitStack() as closing:
        file = SqliteAnswers(settings.data_dir / "answers.db", seal, counts)
        far: list[FarStore] = [await closing.enter_async_context(file)]
        if url:
            from conspectus.adapters.answers_redis import RedisAnswers  # slow to load: on demand

            redis = RedisAnswers(url, seal, counts, patience=patience)
            far.insert(0, await closing.enter_async_context(redis))
        near = MemoryAnswers(settings.cache_memory_bytes, counts)
        tiers = TieredAnswers(near, far)
        yield Cache(await closing.enter_async_context(tiers), file, counts)


def require_model(given: str) -> None:
    """Raise UnknownModel or MissingKey when no model goes by that name, or its key is missing."""
    if given != OFFLINE:
        key_of(model_name(given))


def strangers(settings: Settings) -> tuple[str, ...]:
    """Name the models outside this machine that are sent words of the source, and their hosts."""
    given = [settings.model, settings.fallback_model]
    names = [model_name(one) for one in given if one and one != OFFLINE]
    return tuple(f"{name} ({name.host})" for name in names if not name.local)


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
    return SandboxedReader(parsers, sniff, limits, children=os.cpu_count() or 1)


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
