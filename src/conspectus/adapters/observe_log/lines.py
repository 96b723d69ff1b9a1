"""A log line: a message that stands in the code, and facts of a form that is known."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import orjson
import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, WrappedLogger

from conspectus.adapters.observe_log.literals import is_literal
from conspectus.domain.told import error_of, facts_of, told
from conspectus.domain.trace import current

UNSAID = "A library tells something."
"""Stands for a message that may hold values: of such a line only its place is told."""

ECS_VERSION = "8.17.0"
NANOSECONDS = 1_000_000_000
OWN = {
    "method": "http.request.method",
    "status": "http.response.status_code",
    "url": "url.full",
    "host": "server.address",
    "port": "server.port",
    "error": "error.type",
    "code": "error.code",
    "places": "error.stack_trace",
}
"""The ECS fields of facts; others are `conspectus.NAME`, and seconds are `event.duration`."""


def facts_told(record: logging.LogRecord) -> dict[str, Any]:
    """Return the facts of a record: given with it, of its error, and of the trace it belongs to."""
    given: Mapping[str, object] = getattr(record, "told", None) or {}
    error = error_of(record)
    facts: dict[str, object] = facts_of(error) if error else {}
    if trace := current():
        facts |= {"job": trace.job, "document": trace.document}
    return told({**facts, **given})


def message_told(record: logging.LogRecord) -> str:
    """Return the message, its values left out: where they would stand there is `%s`."""
    text = record.msg if isinstance(record.msg, str) else ""
    said = text.strip().strip("%s ")
    return text.strip() if said and is_literal(text, record.pathname) else UNSAID


def ecs(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Return a record as the fields of the Elastic Common Schema."""
    record: logging.LogRecord = event["_record"]
    message, facts = message_told(record), facts_told(record)
    line: EventDict = {
        "@timestamp": _moment(record.created),
        "log.level": record.levelname.lower(),
        "message": message,
        "ecs.version": ECS_VERSION,
        "service.name": "conspectus",
        "service.version": version_told(),
        "process.pid": record.process,
        "log.logger": record.name,
    }
    if message == UNSAID or record.levelno >= logging.ERROR:
        line["log.origin.function"] = record.funcName
        line["log.origin.file.line"] = record.lineno
    if trace := current():
        line["trace.id"] = trace.id
        if trace.span:
            line["span.id"] = trace.span
    if (seconds := facts.pop("seconds", None)) is not None:
        line["event.duration"] = round(seconds * NANOSECONDS)
    for name, value in facts.items():
        line[OWN.get(name, f"conspectus.{name}")] = value
    return line


def shown(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Return a record as a person reads it."""
    record: logging.LogRecord = event["_record"]
    facts = facts_told(record)
    line: EventDict = {
        "timestamp": datetime.fromtimestamp(record.created).strftime("%H:%M:%S"),
        "level": record.levelname.lower(),
        "event": message_told(record),
    }
    if (seconds := facts.pop("seconds", None)) is not None:
        facts["seconds"] = round(seconds, 4)
    if places := facts.pop("places", None):
        line["exception"] = places
    if trace := current():
        facts["trace"] = trace.id
    line.update(facts)
    return line


def formatter(pretty: bool, colors: bool = False) -> logging.Formatter:
    """Return what turns records into lines: JSON, or for a person."""
    if pretty:
        console = structlog.dev.ConsoleRenderer(colors=colors, pad_event_to=0, sort_keys=False)
        return _formatter(shown, console)
    return _formatter(ecs, structlog.processors.JSONRenderer(serializer=_json))


def _formatter(chosen: Any, renderer: Any) -> logging.Formatter:
    return ProcessorFormatter(
        foreign_pre_chain=[chosen],
        processors=[_unmarked, renderer],
        use_get_message=False,
    )


def _unmarked(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    for name in ("_record", "_from_structlog"):
        event.pop(name, None)
    return event


def _json(line: Mapping[str, object], **_: object) -> str:
    return orjson.dumps(line).decode()


def _moment(seconds: float) -> str:
    told = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


def version_told() -> str:
    """Return the version of the program, looked up once."""
    global _version
    _version = _version or version("conspectus")
    return _version


_version = ""
