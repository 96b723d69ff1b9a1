"""Jobs as plain data, as the public contract shows them."""

import csv
import io

from conspectus.domain.job import Failure, Glance, Job, JobDocument, Order, Tally
from conspectus.domain.usage import Usage
from conspectus.service.views import moment, result_data, status_data, summary_csv, summary_row

JOB = Job(
    "j1",
    "w",
    Order("informed-consent-ki", {"max_words": 700}, "offline"),
    counts={"queued": 0, "running": 0, "succeeded": 1, "failed": 1, "cancelled": 0},
    times={
        "queued": 1_700_000_000_000,
        "running": 1_700_000_000_250,
        "partly_failed": 1_700_000_001_000,
    },
)


def test_a_status_has_the_shape_of_the_contract() -> None:
    """Counts, progress, one time a state, and of each document its state and reason."""
    glances = [
        Glance("j1-0", "a.pdf", "succeeded", "", 1.0),
        Glance("j1-1", "b.pdf", "failed", "", 0.0, "empty", "It holds no text.", False),
    ]
    status = status_data(JOB, glances)
    assert (status["job_id"], status["status"], status["total_documents"]) == (
        "j1",
        "partly_failed",
        2,
    )
    assert status["progress"] == 1.0
    assert status["counts"]["failed"] == 1
    assert status["timestamps"] == {
        "queued": "2023-11-14T22:13:20.000Z",
        "running": "2023-11-14T22:13:20.250Z",
        "partly_failed": "2023-11-14T22:13:21.000Z",
    }
    one, two = status["documents"]
    assert (one["document_id"], one["stage"], one["error"]) == ("j1-0", None, None)
    assert two["error"] == {"code": "empty", "detail": "It holds no text.", "retryable": False}


def test_a_result_without_a_report_says_why() -> None:
    """The usage is there in any case: a failure may have cost something."""
    failure = Failure("model-busy", "Try again later.", True)
    document = JobDocument(
        "j1-1", "j1", 1, "b.pdf", "aa", "failed", failure=failure, usage=Usage(2, cost_usd=None)
    )
    result = result_data(document, None)
    assert result["report"] is None
    assert result["error"]["retryable"] is True
    assert (result["usage"]["calls"], result["usage"]["cost_usd"]) == (2, None)


def test_no_cell_of_a_summary_can_be_run_as_a_formula() -> None:
    """Names and reasons are strangers' words; figures stay figures."""
    named = JobDocument("d", "j", 0, "=cmd|' /C calc'!A0", "aa", "succeeded", tally=Tally(3, 1))
    failed = JobDocument("d", "j", 1, "b.pdf", "aa", "failed", failure=Failure("x", "+1, no"))
    written = summary_csv([summary_row(named, "a.html"), summary_row(failed, "")])
    first, second = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert first["document"].startswith("'=")
    assert (first["findings"], first["errors"], first["result"]) == ("3", "1", "a.html")
    assert (first["review"], second["review"]) == ("draft", "")
    assert second["reason"] == "'+1, no"
    assert second["findings"] == ""


def test_a_moment_is_utc_with_milliseconds() -> None:
    """RFC 3339, whatever the zone of the machine."""
    assert moment(0) == "1970-01-01T00:00:00.000Z"
