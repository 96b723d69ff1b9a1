"""Errors for Sentry, as a server of the tests' own gets them: envelopes over HTTP."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from conspectus.adapters.observe_log import open_logs
from conspectus.adapters.observe_sentry import open_sentry, scrubbed
from conspectus.domain.errors import ModelUnreachable
from conspectus.domain.trace import follow, within
from conspectus.service.failures import tell
from openai_server import Fault, empty, openai_server
from receivers import dsn, events_of, receiver
from served import served

FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"
PARENT = f"00-{'a1' * 16}-{'b2' * 8}-01"
SECRET = "Ms. Rosa Perera, rosa@example.org"
_log = logging.getLogger("conspectus.test")


def sent(work: Callable[[], object]) -> tuple[list[dict[str, Any]], bytes]:
    """Return the events that some work leaves with Sentry, and every byte it was sent."""
    with receiver() as sentry:
        with open_logs("json", "info"), open_sentry(dsn(sentry)):
            work()
        return events_of(sentry), sentry.raw


def fails(name: str) -> None:
    """Log an error that another one caused; both speak of a person."""
    try:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise ModelUnreachable(f"{name} cannot be reached.") from error
    except ModelUnreachable as error:
        told = {"route": "/generate/", "code": "model-unreachable", "name": name, "stage": name}
        _log.error("It failed.", extra={"told": told, "raised": error})


def test_an_error_is_sent_with_its_kinds_its_places_and_its_trace() -> None:
    """And nothing else: no words, no values of variables, no source lines, no request, no host."""

    def work() -> None:
        with within(follow(PARENT, job="0" * 24)):
            fails(SECRET)

    (event,), raw = sent(work)
    first, last = event["exception"]["values"]
    assert (first["type"], last["type"]) == ("KeyError", "ModelUnreachable")
    assert last["module"] == "conspectus.domain.errors"
    (frame,) = last["stacktrace"]["frames"]
    assert frame.keys() == {"module", "function", "lineno", "in_app"}
    assert event["contexts"]["trace"]["trace_id"] == "a1" * 16
    assert event["contexts"]["trace"]["span_id"] == "b2" * 8
    assert event["tags"]["code"] == "model-unreachable"
    assert event["tags"]["trace_id"] == "a1" * 16
    assert event["tags"]["job"] == "0" * 24
    assert event["tags"]["route"] == "/generate/"
    assert event.keys() <= {
        "event_id", "timestamp", "level", "platform", "release", "environment", "sdk", "tags",
        "contexts", "exception",
    }  # fmt: skip
    assert b"Rosa" not in raw
    assert b"test_sentry.py" not in raw


def test_the_error_that_ends_the_program_is_sent() -> None:
    """It is not lost because nobody logs after it; its words are nowhere."""

    def ends() -> None:
        raise ValueError(SECRET)

    with receiver() as sentry:
        with pytest.raises(ValueError, match="Rosa"), open_sentry(dsn(sentry)):
            ends()
        (event,), raw = events_of(sentry), sentry.raw
    (only,) = event["exception"]["values"]
    assert only["type"] == "ValueError"
    assert only["stacktrace"]["frames"][-1]["function"].endswith(".ends")
    assert b"Rosa" not in raw


def test_what_anybody_adds_to_an_event_is_taken_out() -> None:
    """The last filter keeps what it knows."""
    event: Any = {
        "level": "error",
        "message": SECRET,
        "logentry": {"message": SECRET},
        "server_name": SECRET,
        "user": {"email": SECRET},
        "request": {"data": SECRET, "headers": {"authorization": SECRET}},
        "extra": {"form": SECRET},
        "breadcrumbs": {"values": [{"message": SECRET}]},
        "tags": {"code": SECRET, "stage": "read", "name": SECRET},
        "contexts": {"trace": {"trace_id": "a1" * 16, "span_id": "b2" * 8, "x": SECRET}},
        "exception": {
            "values": [
                {
                    "type": "KeyError",
                    "value": SECRET,
                    "stacktrace": {
                        "frames": [
                            {"module": "m", "vars": {"a": SECRET}, "context_line": SECRET},
                        ]
                    },
                }
            ]
        },
    }
    kept = scrubbed(event, {})
    assert "Rosa" not in json.dumps(kept)
    assert kept["tags"]["stage"] == "read"
    assert kept["exception"]["values"] == [
        {"type": "KeyError", "stacktrace": {"frames": [{"module": "m"}]}}
    ]


def test_a_bad_upload_is_nobodys_error() -> None:
    """Warnings are not sent, nor errors that come with no exception."""

    def work() -> None:
        tell("model-unreachable", 1, ModelUnreachable(SECRET), again=True)
        _log.error("It failed.")

    assert sent(work) == ([], b"")


def test_a_failed_document_is_found_by_the_trace_of_its_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that refuses: the event bears the caller's trace, and no word of the form."""
    with receiver() as sentry, openai_server(empty) as model:
        model.faults = [Fault(401)] * 100
        monkeypatch.setenv("SENTRY_DSN", dsn(sentry))
        settings = {"model": f"openai-compatible:tiny@{model.url}", "model_key": "sk-x"}
        with served(tmp_path, **settings) as (url, _), FORM.open("rb") as form:
            headers = {"traceparent": PARENT}
            files = {"file": ("rosa.pdf", form)}
            failed = httpx.post(f"{url}/generate/", files=files, headers=headers, timeout=200)
        assert failed.status_code == 502
        assert failed.json()["trace_id"] == "a1" * 16
        events = [one for one in events_of(sentry) if one["tags"].get("document")]
        assert [one["tags"]["trace_id"] for one in events] == ["a1" * 16]
        assert events[0]["exception"]["values"][-1]["type"] == "ModelRefused"
        assert b"rosa" not in sentry.raw
