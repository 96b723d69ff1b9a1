"""What happens, as log lines."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from time import perf_counter

from conspectus.domain.happenings import Happening, Moment, Work
from conspectus.ports import Observer

QUIET = ("livez", "readyz", "health", "metrics")
"""Rooms that machines visit every few seconds."""

_log = logging.getLogger("conspectus.work")


class ProgressObserver(Observer):
    """Writes a line a stage, and a section."""

    def stage(self, name: str, done: int, total: int) -> None:
        """Log that `done` of `total` stages are finished."""
        told = {"stage": name, "done": done, "total": total}
        _log.info("So many stages are done.", extra={"told": told})

    def section(self, name: str, done: int, total: int) -> None:
        """Log that `done` of `total` sections are written."""
        told = {"section": name, "done": done, "total": total}
        _log.info("A section is written.", extra={"told": told})


class LogObserver(Observer):
    """Writes a line where work ends, and where something happens that an operator should know."""

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Log how the work ended."""
        return self._during(work)

    def happened(self, what: Happening) -> None:
        """Log what an operator should know of; errors are logged where they arise."""
        level = logging.WARNING if what.kind in _TOLD else logging.DEBUG
        if _log.isEnabledFor(level):
            told = {"model": what.name} if what.kind in _OF_MODELS else {"tier": what.name}
            _log.log(level, _TOLD.get(what.kind, "Something happened."), extra={"told": told})

    @contextmanager
    def _during(self, work: Work) -> Iterator[None]:
        began = perf_counter()
        try:
            yield
        finally:
            level = _level(work)
            if _log.isEnabledFor(level):
                facts = _FACTS[work.kind](work)
                told = {**facts, "seconds": perf_counter() - began}
                _log.log(level, _ENDED[work.kind], extra={"told": told})


_ENDED = {
    "request": "A request was answered.",
    "document": "A document was worked on.",
    "stage": "A stage has ended.",
    "call": "A model was called.",
}
_TOLD: Mapping[Moment, str] = {
    "retry": "A model is called again.",
    "breaker": "A breaker has turned.",
    "stopped": "The budget of a document allows no further call.",
    "refused": "A kept answer is not what was written.",
}
_OF_MODELS = ("retry", "stopped", "saved")


def _level(work: Work) -> int:
    if work.kind == "request":
        room = next((part for part in work.name.split("/") if part not in ("", "v1")), "")
        return logging.DEBUG if room in QUIET else logging.INFO
    return logging.INFO if work.kind == "document" else logging.DEBUG


def _request(work: Work) -> dict[str, object]:
    status = int(work.outcome) if work.outcome.isdecimal() else None
    return {"method": work.detail, "route": work.name, "status": status}


def _call(work: Work) -> dict[str, object]:
    took = work.usage
    return {
        "model": work.name,
        "outcome": work.outcome,
        "input_tokens": took.input_tokens,
        "output_tokens": took.output_tokens,
        "cost_usd": took.cost_usd,
    }


_FACTS = {
    "request": _request,
    "document": lambda work: {"outcome": work.outcome},
    "stage": lambda work: {"stage": work.name, "outcome": work.outcome},
    "call": _call,
}
