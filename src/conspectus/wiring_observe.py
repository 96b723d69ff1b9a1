"""The composition root of what is told while the program runs: log lines, traces, errors."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from conspectus.adapters.observe_log import Level, LogObserver, open_logs
from conspectus.domain.errors import UsageError
from conspectus.ports import Observer
from conspectus.settings import Settings

TELLING = "conspectus.worker"
"""Where it is logged why documents fail."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is to be told what happens, and whether a person reads the log lines."""

    observers: tuple[Observer, ...]
    pretty: bool


@asynccontextmanager
async def open_told(settings: Settings, level: Level) -> AsyncIterator[Telling]:
    """Let the process tell what happens where the settings say.

    Lines are logged from `level` on where the settings name none; a command that works for who
    waits for it says itself how documents fare, and logs from warnings on. Raises UsageError when
    Sentry is asked for and its extra is not installed.
    """
    quiet = level == "warning" and settings.observer != "log"
    least = settings.log_level or ("warning" if quiet else "info")
    async with AsyncExitStack() as closing:
        unsaid = (TELLING,) if quiet else ()
        pretty = closing.enter_context(open_logs(settings.log_form, least, unsaid))
        if dsn := settings.sentry_dsn:
            try:
                from conspectus.adapters.observe_sentry import open_sentry  # slow, and an extra
            except ImportError:
                raise UsageError("SENTRY_DSN: install `conspectus[sentry]` for it.") from None
            closing.enter_context(open_sentry(dsn.get_secret_value()))
        observers: list[Observer] = [] if quiet else [LogObserver()]
        if settings.otlp_endpoint:
            from conspectus.adapters.observe_trace import TraceObserver  # slow to load: on demand

            traces = TraceObserver(settings.otlp_endpoint)
            observers.insert(0, await closing.enter_async_context(traces))
        yield Telling(tuple(observers), pretty)
