"""Work as spans, things that happen as events of them."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import replace
from importlib.metadata import version
from types import TracebackType
from typing import Self

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    Status,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)

from conspectus.adapters.observe_trace.names import KINDS, attributes, failure, named
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.told import facts_of, told
from conspectus.domain.trace import Trace, begun, current, within
from conspectus.ports import Observer

EVENTS = frozenset(("retry", "breaker", "stopped", "refused", "unread", "error"))
_span: ContextVar[Span | None] = ContextVar("span", default=None)


class TraceObserver(Observer):
    """An async context; at its end what is left is sent.

    Only what may be told is sent, see `domain.told`. Nothing is registered for the whole process:
    a library that uses OpenTelemetry sends nothing through this one.
    """

    def __init__(self, endpoint: str) -> None:
        resource = Resource.create(
            {"service.name": "conspectus", "service.version": version("conspectus")}
        )
        self._provider = TracerProvider(
            resource=resource, id_generator=_Ids(), shutdown_on_exit=False
        )
        exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("conspectus")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self._provider.shutdown)

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Return what is a span of the current trace, from its begin to its end."""
        return self._during(work)

    def happened(self, what: Happening) -> None:
        """Tell of it within the span under way."""
        if (span := _span.get()) and what.kind in EVENTS:
            facts = told({"code": what.name} if what.kind == "error" else {"model": what.name})
            span.add_event(what.kind, {f"conspectus.{name}": v for name, v in facts.items()})
            if code := facts.get("code"):
                span.set_attribute("error.type", code)

    @contextmanager
    def _during(self, work: Work) -> Iterator[None]:
        at = current() or begun()
        with within(at):
            span = self._tracer.start_span(
                named(work), _parent(at), KINDS[work.kind], attributes(work, at)
            )
        context = span.get_span_context()
        sampled = bool(context.trace_flags.sampled)
        token = _span.set(span)
        try:
            with within(replace(at, span=f"{context.span_id:016x}", sampled=sampled)):
                yield
        except BaseException as error:
            span.set_attribute("error.type", str(told(facts_of(error)).get("error", "error")))
            span.set_status(Status(StatusCode.ERROR))
            raise
        finally:
            _span.reset(token)
            _end(span, work, at)


def _end(span: Span, work: Work, at: Trace) -> None:
    span.update_name(named(work))
    span.set_attributes(attributes(work, at))
    if why := failure(work):
        span.set_status(Status(StatusCode.ERROR))
        if "error.type" not in (getattr(span, "attributes", None) or {}):
            span.set_attribute("error.type", why)
    span.end()


class _Ids(RandomIdGenerator):
    """The first span of a trace takes the id that the trace has already."""

    def generate_trace_id(self) -> int:
        at = current()
        return int(at.id, 16) if at else super().generate_trace_id()


def _parent(at: Trace) -> Context:
    if not at.span:
        return Context()
    flags = TraceFlags(TraceFlags.SAMPLED if at.sampled else TraceFlags.DEFAULT)
    context = SpanContext(int(at.id, 16), int(at.span, 16), is_remote=True, trace_flags=flags)
    return set_span_in_context(NonRecordingSpan(context), Context())
