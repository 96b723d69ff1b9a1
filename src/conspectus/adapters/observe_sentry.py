"""Errors for Sentry, without their words: what kind, where in the code, and in which trace.

Slow to load, and an extra: import it when there is a DSN.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any, cast

from sentry_sdk import Client
from sentry_sdk.types import Event, Hint

from conspectus.domain.errors import ConspectusError
from conspectus.domain.told import error_of, facts_of, frames, told
from conspectus.domain.trace import current

FLUSH_SECONDS = 2.0
MOST_CAUSES = 4
_TAGS = ("code", "error", "job", "document", "route", "plugin", "stage", "model")
_KEPT = ("event_id", "timestamp", "level", "platform", "release", "environment", "sdk")
_FRAME = ("module", "function", "lineno", "in_app")


@contextmanager
def open_sentry(dsn: str) -> Iterator[None]:
    """Send meanwhile each error that is logged as one, and the one that ends all of it.

    The client is nobody else's: no integration runs, and no other library can add to an event.
    Personal data is off unless asked for (`send_default_pii`), and nothing asks for it.
    """
    client = Client(
        dsn=dsn,
        release=f"conspectus@{version('conspectus')}",
        default_integrations=False,
        auto_enabling_integrations=False,
        auto_session_tracking=False,
        send_client_reports=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=scrubbed,
    )
    handler = _Sending(client)
    logging.getLogger().addHandler(handler)
    try:
        yield
    except ConspectusError:
        raise
    except Exception as error:
        client.capture_event(_event(error, {}))
        raise
    finally:
        logging.getLogger().removeHandler(handler)
        client.close(timeout=FLUSH_SECONDS)


class _Sending(logging.Handler):
    """Sends errors that come with an exception."""

    def __init__(self, client: Client) -> None:
        super().__init__(logging.ERROR)
        self._client = client

    def emit(self, record: logging.LogRecord) -> None:
        """Send the exception of a record."""
        if error := error_of(record):
            given: Mapping[str, object] = getattr(record, "told", None) or {}
            self._client.capture_event(_event(error, given))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's own name
        """Say nothing: what cannot be sent is in the log."""


def _event(error: BaseException, given: Mapping[str, object]) -> Event:
    facts: dict[str, object] = {**facts_of(error), **given}
    event: dict[str, Any] = {"level": "error", "exception": {"values": _chain(error)}}
    if trace := current():
        facts |= {"job": trace.job, "document": trace.document}
        span = trace.span or trace.id[:16]
        event["contexts"] = {"trace": {"trace_id": trace.id, "span_id": span}}
        event["tags"] = {"trace_id": trace.id}
    event["tags"] = event.get("tags", {}) | facts
    return cast(Event, event)


def _chain(error: BaseException) -> list[dict[str, Any]]:
    """Return an error and those it came of, the first of all first, as Sentry wants them."""
    found: list[dict[str, Any]] = []
    cause: BaseException | None = error
    while cause is not None and len(found) < MOST_CAUSES:
        lines = [
            {"module": m, "function": f, "lineno": n, "in_app": m.startswith("conspectus")}
            for m, f, n in frames(cause.__traceback__)
        ]
        kind = type(cause)
        one: dict[str, Any] = {"type": kind.__name__, "module": kind.__module__}
        found.append(one | ({"stacktrace": {"frames": lines}} if lines else {}))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return found[::-1]


def scrubbed(event: Event, _: Hint) -> Event:
    """Return of an event what may be told, and nothing else, whoever put it there."""
    given = cast(dict[str, Any], event)
    kept: dict[str, Any] = {name: given[name] for name in _KEPT if name in given}
    tags = given.get("tags") or {}
    kept["tags"] = told({name: tags[name] for name in _TAGS if name in tags})
    trace = (given.get("contexts") or {}).get("trace") or {}
    if trace:
        kept["contexts"] = {"trace": {name: trace.get(name) for name in ("trace_id", "span_id")}}
        kept["tags"]["trace_id"] = trace.get("trace_id")
    values = (given.get("exception") or {}).get("values") or []
    kept["exception"] = {"values": [_scrubbed(value) for value in values]}
    return cast(Event, kept)


def _scrubbed(value: Mapping[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {name: value[name] for name in ("type", "module") if name in value}
    lines = (value.get("stacktrace") or {}).get("frames") or []
    if lines:
        told_ = [{name: line[name] for name in _FRAME if name in line} for line in lines]
        kept["stacktrace"] = {"frames": told_}
    return kept
