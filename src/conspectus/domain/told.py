"""What may be told outside of a document: in logs, traces, and errors that are sent elsewhere.

Who tells something names it by a key of FORMS. What has no such name, or a value of another form,
is left out: so no words of a document, no file name and no key can be told, whoever tries.
"""

import re
import traceback
from collections.abc import Mapping
from logging import LogRecord
from types import TracebackType

from conspectus.domain.errors import ConspectusError

Fact = str | int | float
Facts = Mapping[str, object]

MOST_PLACES = 40
_HEX = r"[0-9a-f]"
_WORD = r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+){0,7}"
_NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,11}"
_AT = rf"(?:{_NAME}(?:\.<locals>|\.<\w+>|\.\w+)*|<\w+>)"
_PLACE = rf"  {_NAME}:[0-9]+ {_AT}"

FORMS: Mapping[str, str | type] = {
    "job": rf"{_HEX}{{24}}",
    "document": rf"{_HEX}{{24}}-[0-9]{{6}}",
    "plugin": _WORD,
    "stage": _WORD,
    "section": _WORD,
    "model": r"[a-z]+(?:-[a-z]+)?(?::[A-Za-z0-9][A-Za-z0-9._:/-]{0,79})?",
    "provider": _WORD,
    "host": r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,80}[A-Za-z0-9])?|[0-9a-f:]{2,39}",
    "port": int,
    "method": "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|other",
    "route": r"none|(?:/(?:[a-z0-9_-]+|\{[a-z_]+(?::path)?\}))*/?",
    "status": int,
    "url": r"https?://(?:[A-Za-z0-9.-]{1,80}|\[[0-9a-f:]{2,39}\]):[0-9]{1,5}",
    "code": _WORD,
    "error": _NAME,
    "places": rf"{_NAME}(?:\n(?:{_PLACE}|{_NAME})){{0,{4 * MOST_PLACES}}}",
    "outcome": _WORD,
    "reason": _WORD,
    "tier": _WORD,
    "attempt": int,
    "done": int,
    "total": int,
    "calls": int,
    "cache_hits": int,
    "input_tokens": int,
    "output_tokens": int,
    "cost_usd": float,
    "seconds": float,
}
"""The form of each fact: a pattern that its words must match whole, or a kind of number."""

_PATTERNS = {name: re.compile(form) for name, form in FORMS.items() if isinstance(form, str)}


def told(facts: Facts) -> dict[str, Fact]:
    """Return those facts that may be told."""
    return {name: value for name, value in facts.items() if _holds(name, value)}  # type: ignore[misc]


def _holds(name: str, value: object) -> bool:
    if pattern := _PATTERNS.get(name):
        return isinstance(value, str) and bool(pattern.fullmatch(value))
    form = FORMS.get(name)
    if form is float:
        return isinstance(value, int | float)
    return form is int and isinstance(value, int)


def error_of(record: LogRecord) -> BaseException | None:
    """Return the error that a log line is about.

    Our own lines bring it as `raised`, and not in the way of `logging`, by which any handler would
    write its words.
    """
    raised: BaseException | None = getattr(record, "raised", None)
    return raised or (record.exc_info[1] if record.exc_info else None)


def facts_of(error: BaseException) -> dict[str, object]:
    """Return of an error its type, its code, and the places it came through; not its words."""
    facts: dict[str, object] = {"error": _type(error), "places": "\n".join(_places(error))}
    if isinstance(error, ConspectusError):
        facts["code"] = error.code
    return facts


def _type(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__.replace("<locals>.", "")
    return name if kind.__module__ == "builtins" else f"{kind.__module__}.{name}"


def _places(error: BaseException) -> list[str]:
    """Return types and places of an error and those that it came of, the last one first."""
    told: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen and len(seen) < 4:
        seen.add(id(cause))
        told += [_type(cause), *(f"  {m}:{line} {f}" for m, f, line in frames(cause.__traceback__))]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return told


def frames(trace: TracebackType | None) -> list[tuple[str, str, int]]:
    """Return module, function and line of the places of a traceback, the outermost first."""
    found = [
        (str(frame.f_globals.get("__name__", "")), frame.f_code.co_qualname, line)
        for frame, line in traceback.walk_tb(trace)
    ]
    return found[-MOST_PLACES:]
