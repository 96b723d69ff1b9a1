"""What joins all that is told of one request, and of the job that it ordered: a W3C trace."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

_PARENT = re.compile(
    r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})"
)
_SAMPLED = 1


@dataclass(frozen=True, slots=True)
class Trace:
    """`id` (32 hexadecimal digits) names the whole, `span` (16) the step that is under way, if any.

    Steps of a trace that is not `sampled` are not sent to a collector. `job` and `document` are
    the ids of what is worked on, if anything is.
    """

    id: str
    span: str = ""
    sampled: bool = True
    job: str = ""
    document: str = ""

    @property
    def parent(self) -> str:
        """The traceparent by which another process goes on."""
        return f"00-{self.id}-{self.span or self.id[:16]}-{int(self.sampled):02x}"


def begun() -> Trace:
    """Return a trace of its own."""
    return Trace(os.urandom(16).hex())


def follow(parent: str, job: str = "", document: str = "") -> Trace:
    """Return the trace of a traceparent; one of its own when that does not hold."""
    told = _PARENT.fullmatch(parent)
    if told is None:
        return replace(begun(), job=job, document=document)
    return Trace(told[1], told[2], bool(int(told[3], 16) & _SAMPLED), job, document)


_current: ContextVar[Trace | None] = ContextVar("trace", default=None)


def current() -> Trace | None:
    """Return the trace that this task works for, if any."""
    return _current.get()


@contextmanager
def within(trace: Trace) -> Iterator[Trace]:
    """Let what is done meanwhile, and the tasks begun meanwhile, belong to a trace."""
    token = _current.set(trace)
    try:
        yield trace
    finally:
        _current.reset(token)
