"""The one pipe: every logger, and every error that nobody caught, to one handler."""

import logging
import os
import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Literal, TextIO

from conspectus.adapters.observe_log.lines import formatter
from conspectus.domain.errors import ConspectusError

Form = Literal["auto", "json", "pretty"]
Level = Literal["debug", "info", "warning", "error"]

UNCAUGHT = "Nobody caught an error."
_OWN = "conspectus"
_log = logging.getLogger(_OWN)


@contextmanager
def open_logs(
    form: Form = "auto",
    level: Level = "warning",
    unsaid: Collection[str] = (),
    stream: TextIO | None = None,
) -> Iterator[bool]:
    """Send all log lines to a stream (standard error) meanwhile; give whether a person reads them.

    Lines of ours are written from `level` on, but for loggers that are `unsaid`; those of
    libraries from warnings on. An error that ends all of it is logged, unless it says itself what
    is to be done.
    """
    written = stream or sys.stderr
    pretty = form == "pretty" or (form == "auto" and written.isatty())
    handler = _Writing(written)
    handler.addFilter(lambda record: record.name not in unsaid)
    handler.setFormatter(formatter(pretty, written.isatty() and not os.environ.get("NO_COLOR")))
    before = _State()
    try:
        before.replace(handler, level)
        yield pretty
    except ConspectusError:
        raise
    except Exception as error:
        _log.error(UNCAUGHT, extra={"raised": error})
        raise
    finally:
        before.restore()


class _Writing(logging.StreamHandler[TextIO]):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's own name
        """Say nothing: logging's own complaint would repeat the values of the record."""


class _State:
    """How logging was before."""

    def __init__(self) -> None:
        self._root = logging.getLogger()
        self._handlers = self._root.handlers[:]
        self._levels = self._root.level, _log.level
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook

    def replace(self, handler: logging.Handler, level: Level) -> None:
        for name in [*logging.root.manager.loggerDict]:
            _let_through(logging.getLogger(name))
        self._root.handlers[:] = [handler]
        self._root.setLevel(logging.WARNING)
        _log.setLevel(level.upper())
        logging.captureWarnings(True)
        sys.excepthook = _uncaught
        threading.excepthook = lambda told: _uncaught(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        sys.unraisablehook = lambda told: _uncaught(
            told.exc_type, told.exc_value, told.exc_traceback
        )

    def restore(self) -> None:
        self._root.handlers[:] = self._handlers
        self._root.setLevel(self._levels[0])
        _log.setLevel(self._levels[1])
        logging.captureWarnings(False)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks


def _let_through(logger: logging.Logger) -> None:
    """Take away what a library or a server set up for its own lines."""
    logger.handlers[:] = [one for one in logger.handlers if isinstance(one, logging.NullHandler)]
    logger.propagate = True
    if not logger.name.startswith(f"{_OWN}."):
        logger.setLevel(logging.NOTSET)


def _uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, *_: Any
) -> None:
    _log.error(UNCAUGHT, exc_info=(kind, error or BaseException(), trace))
