"""Traces, as a collector of the tests' own gets them: real OTLP, over HTTP, as protobuf."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from conspectus.adapters.observe_trace import TraceObserver
from conspectus.adapters.observe_trace.names import LATEST, attributes
from conspectus.domain.errors import ModelUnreachable
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.trace import Trace, begun, current, follow, within
from conspectus.domain.usage import Usage
from openai_server import empty, openai_server
from receivers import attributes_of, receiver, spans_of
from served import served

FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"
PARENT = f"00-{'a1' * 16}-{'b2' * 8}-01"


def collected(work: Callable[[TraceObserver], Awaitable[None] | None]) -> list[Span]:
    """Return the spans that some work leaves with a collector."""

    async def run(url: str) -> None:
        async with TraceObserver(url) as observer:
            found = work(observer)
            if found is not None:
                await found

    with receiver() as collector:
        asyncio.run(run(collector.url))
        return spans_of(collector)


def named(spans: list[Span], name: str) -> Span:
    """Return the only span of a name."""
    (found,) = [span for span in spans if span.name == name]
    return found


def test_work_within_work_is_a_span_within_a_span() -> None:
    """From the caller's step, over the request, to the call of a model."""

    def work(observer: TraceObserver) -> None:
        request = Work("request", detail="POST")
        with within(follow(PARENT)), observer.during(request):
            with (
                observer.during(Work("document")),
                observer.during(Work("stage", "extract")),
                observer.during(Work("call", "openai:gpt-5")),
            ):
                assert current().id == "a1" * 16  # type: ignore[union-attr]
            request.name, request.outcome = "/generate/", "200"

    spans = collected(work)
    names = ["POST /generate/", "document", "stage extract", "chat gpt-5"]
    chain = [named(spans, name) for name in names]
    assert {span.trace_id.hex() for span in spans} == {"a1" * 16}
    assert chain[0].parent_span_id.hex() == "b2" * 8
    for outer, inner in pairwise(chain):
        assert inner.parent_span_id == outer.span_id
    kinds = [Span.SPAN_KIND_SERVER, Span.SPAN_KIND_CONSUMER]
    kinds += [Span.SPAN_KIND_INTERNAL, Span.SPAN_KIND_CLIENT]
    assert [span.kind for span in chain] == kinds
    assert attributes_of(chain[0]) == {
        "http.request.method": "POST",
        "http.route": "/generate/",
        "http.response.status_code": 200,
    }


def test_a_trace_that_begins_here_has_its_own_id_and_no_parent() -> None:
    """The id that the log lines bear already."""
    trace = begun()

    def work(observer: TraceObserver) -> None:
        with within(trace), observer.during(Work("document")):
            pass

    (span,) = collected(work)
    assert span.trace_id.hex() == trace.id
    assert span.parent_span_id == b""


def test_what_the_caller_does_not_sample_is_not_sent() -> None:
    """The last digits of its traceparent say so; the trace goes on all the same."""

    def work(observer: TraceObserver) -> None:
        with within(Trace("a1" * 16, "b2" * 8, sampled=False)), observer.during(Work("document")):
            at = current()
            assert at is not None
            assert (at.id, at.sampled) == ("a1" * 16, False)

    assert collected(work) == []


def test_tasks_side_by_side_do_not_mix_their_spans() -> None:
    """Each document's stages are within that document."""

    async def one(observer: TraceObserver, number: int) -> None:
        trace = follow(PARENT, job="0" * 24, document=f"{'0' * 24}-{number:06}")
        with within(trace), observer.during(Work("document")):
            await asyncio.sleep(0)
            with observer.during(Work("stage", "read")):
                await asyncio.sleep(0)

    async def work(observer: TraceObserver) -> None:
        await asyncio.gather(*(one(observer, number) for number in range(20)))

    spans = collected(work)
    documents = {s.span_id: attributes_of(s)["conspectus.document"] for s in spans if s.kind == 5}
    assert len(documents) == 20
    for stage in (s for s in spans if s.kind != 5):
        assert attributes_of(stage)["conspectus.document"] == documents[stage.parent_span_id]


def test_a_failure_is_told_by_its_kind_alone() -> None:
    """An error that passes through, one that was told, and a server error; no words, no stack."""

    def work(observer: TraceObserver) -> None:
        with pytest.raises(ModelUnreachable), observer.during(Work("document")):
            raise ModelUnreachable("Rosa Perera cannot be reached.")
        told = Work("document")
        with observer.during(told):
            observer.happened(Happening("error", "model-unreachable"))
            observer.happened(Happening("hit", "memory"))
            told.outcome = "failed"
        with observer.during(Work("request", "/x/", "GET", "503")):
            pass
        with observer.during(Work("request", "/x/", "GET", "404")):
            pass

    first, second, third, fourth = collected(work)
    assert attributes_of(first)["error.type"] == "conspectus.domain.errors.ModelUnreachable"
    assert attributes_of(second)["error.type"] == "model-unreachable"
    assert [event.name for event in second.events] == ["error"]
    assert attributes_of(third)["error.type"] == "503"
    codes = [span.status.code for span in (first, second, third, fourth)]
    assert codes == [Status.STATUS_CODE_ERROR] * 3 + [Status.STATUS_CODE_UNSET]
    assert not any(span.status.message for span in (first, second, third, fourth))
    assert b"Rosa" not in first.SerializeToString()


@pytest.mark.parametrize(
    ("model", "provider", "name"),
    [
        ("openai:gpt-5", "openai", "gpt-5"),
        ("azure:mine", "azure.ai.openai", "mine"),
        ("bedrock:anthropic.claude-sonnet-4", "aws.bedrock", "anthropic.claude-sonnet-4"),
        ("google:gemini-3", "gcp.gemini", "gemini-3"),
        ("anthropic:claude-sonnet-4", "anthropic", "claude-sonnet-4"),
        ("openai-compatible:org/tiny:8b", "openai", "org/tiny:8b"),
        ("ollama:llama3", "ollama", "llama3"),
    ],
)
def test_a_call_has_the_names_of_the_genai_conventions(
    model: str, provider: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Provider, model and tokens; no message, no instruction, no address."""
    work = Work("call", model, outcome="answered", usage=Usage(1, 0, 0, 900, 80, 0.002))
    monkeypatch.delenv("OTEL_SEMCONV_STABILITY_OPT_IN", raising=False)
    latest = {
        "gen_ai.operation.name": "chat",
        "gen_ai.output.type": "json",
        "gen_ai.provider.name": provider,
        "gen_ai.request.model": name,
        "gen_ai.usage.input_tokens": 900,
        "gen_ai.usage.output_tokens": 80,
        "conspectus.cost_usd": 0.002,
        "conspectus.outcome": "answered",
    }
    assert attributes(work, begun()) == latest | {"gen_ai.system": provider}
    monkeypatch.setenv("OTEL_SEMCONV_STABILITY_OPT_IN", f"http,{LATEST}")
    assert attributes(work, begun()) == latest


def test_nothing_is_registered_for_the_whole_process() -> None:
    """A library that uses OpenTelemetry sends nothing through the observer."""
    code = (
        "from conspectus.adapters.observe_trace import TraceObserver\n"
        "TraceObserver('http://127.0.0.1:9')\n"
        "from opentelemetry import trace\n"
        "assert type(trace.get_tracer_provider()).__name__ == 'ProxyTracerProvider'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_a_collector_its_library_is_not_even_loaded() -> None:
    """A start pays nothing for it."""
    code = (
        "import sys, conspectus.asgi, conspectus.cli.worker, conspectus.cli.generate\n"
        "assert not [one for one in sys.modules if one.startswith('opentelemetry.sdk')]\n"
        "assert 'sentry_sdk' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_one_trace_over_request_queue_worker_and_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the door to the calls of the worker, by the parent that is kept with the job.

    It ends there: the server of the model is told of no trace.
    """
    with receiver() as collector, openai_server(empty) as model:
        settings = {"model": f"openai-compatible:tiny@{model.url}", "model_key": "sk-x"}
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
        with served(tmp_path, **settings) as (url, _):
            files = [("files", ("form.pdf", FORM.read_bytes()))]
            headers = {"traceparent": PARENT}
            job = httpx.post(f"{url}/generate/batch/", files=files, headers=headers).json()
            httpx.get(f"{url}/jobs/{job['job_id']}/status/?wait=100", timeout=120)
    sent = {name for headers in model.headers for name in headers}
    assert "authorization" in sent
    assert sent.isdisjoint({"traceparent", "tracestate", "baggage"})
    spans = [span for span in spans_of(collector) if span.trace_id.hex() == "a1" * 16]
    request, document = named(spans, "POST /generate/batch/"), named(spans, "document")
    assert request.parent_span_id.hex() == "b2" * 8
    assert document.parent_span_id == request.span_id
    assert attributes_of(document)["conspectus.job"] == job["job_id"]
    stages = {span.name: span for span in spans if span.name.startswith("stage ")}
    assert [*stages] == ["stage read", "stage extract", "stage write", "stage check"]
    assert {span.parent_span_id for span in stages.values()} == {document.span_id}
    calls = [span for span in spans if span.name == "chat tiny"]
    assert calls
    assert {span.parent_span_id for span in calls} == {stages["stage extract"].span_id}
    assert {attributes_of(span)["gen_ai.usage.input_tokens"] for span in calls} == {1000}
