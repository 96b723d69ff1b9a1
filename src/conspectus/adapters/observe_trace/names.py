"""The names of the semantic conventions of OpenTelemetry for what may be told of work."""

import os

from opentelemetry.trace import SpanKind

from conspectus.domain.happenings import Work
from conspectus.domain.told import Fact, told
from conspectus.domain.trace import Trace

LATEST = "gen_ai_latest_experimental"
"""In OTEL_SEMCONV_STABILITY_OPT_IN: only the latest names for calls of models, not 1.36 too."""

KINDS = {
    "request": SpanKind.SERVER,
    "document": SpanKind.CONSUMER,
    "stage": SpanKind.INTERNAL,
    "call": SpanKind.CLIENT,
}
SERVER_FAILED = 500
_PROVIDERS = {
    "azure": "azure.ai.openai",
    "bedrock": "aws.bedrock",
    "google": "gcp.gemini",
    "openai-compatible": "openai",
}
_FAILED = ("failed", "refused", "timed_out")


def named(work: Work) -> str:
    """Return the name of a span, of which there are few."""
    if work.kind == "request":
        facts = told({"method": work.detail, "route": work.name})
        return " ".join(str(value) for value in facts.values()) or "request"
    if work.kind == "call":
        return f"chat {_parted(work)[1]}"
    return f"{work.kind} {work.name}".strip()


def attributes(work: Work, at: Trace) -> dict[str, Fact]:
    """Return what is told of work as far as it is done."""
    facts = told({"job": at.job, "document": at.document})
    found: dict[str, Fact] = {f"conspectus.{name}": value for name, value in facts.items()}
    if work.kind == "request":
        return found | _request(work)
    if work.kind == "call":
        return found | _call(work)
    return found | ({"conspectus.outcome": work.outcome} if work.outcome else {})


def failure(work: Work) -> str:
    """Return why work that is done has failed; nothing when it has not."""
    if work.kind == "request":
        return work.outcome if _status(work) >= SERVER_FAILED else ""
    return work.outcome if work.outcome in _FAILED else ""


def _request(work: Work) -> dict[str, Fact]:
    facts = told({"method": work.detail, "route": work.name, "status": _status(work) or None})
    names = {
        "method": "http.request.method",
        "route": "http.route",
        "status": "http.response.status_code",
    }
    return {names[name]: value for name, value in facts.items()}


def _status(work: Work) -> int:
    return int(work.outcome) if work.outcome.isdecimal() else 0


def _call(work: Work) -> dict[str, Fact]:
    provider, model = _parted(work)
    name = _PROVIDERS.get(provider, provider)
    facts: dict[str, Fact] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.output.type": "json",
        "gen_ai.provider.name": name,
        "gen_ai.request.model": model,
    }
    if LATEST not in os.environ.get("OTEL_SEMCONV_STABILITY_OPT_IN", "").split(","):
        facts["gen_ai.system"] = name
    if work.usage.calls:
        facts["gen_ai.usage.input_tokens"] = work.usage.input_tokens
        facts["gen_ai.usage.output_tokens"] = work.usage.output_tokens
    if work.usage.cost_usd:
        facts["conspectus.cost_usd"] = work.usage.cost_usd
    return facts | ({"conspectus.outcome": work.outcome} if work.outcome else {})


def _parted(work: Work) -> tuple[str, str]:
    """Return provider and model of a call."""
    name = str(told({"model": work.name}).get("model", "unknown"))
    provider, _, model = name.partition(":")
    return provider, model or provider
