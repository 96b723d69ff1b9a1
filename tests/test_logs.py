"""Log lines: one pipe, one form, and nothing that is not known to be harmless."""

import asyncio
import io
import json
import logging
import threading
import warnings
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.adapters.observe_log import LogObserver, ProgressObserver, open_logs
from conspectus.adapters.observe_log.lines import UNSAID
from conspectus.domain.errors import ModelUnreachable, TruncatedSource, UsageError
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.told import FORMS, facts_of, told
from conspectus.domain.trace import Trace, begun, current, follow, within
from conspectus.service.failures import tell
from doors import Door, visit
from served import LOG, served

FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"
SECRET = "Ms. Rosa Perera, rosa@example.org"
PARENT = f"00-{'a1' * 16}-{'b2' * 8}-01"
_log = logging.getLogger("conspectus.test")


class Pipe:
    """A pipe for a test, and the lines that came out of it."""

    def __init__(self, level: str = "info", form: str = "json", **more: Any) -> None:
        self.stream = io.StringIO()
        self._opened = open_logs(form, level, stream=self.stream, **more)  # type: ignore[arg-type]

    def __enter__(self) -> "Pipe":
        self._opened.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._opened.__exit__(*error)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every line, read as JSON."""
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]


def test_a_line_has_the_fields_of_ecs_and_the_trace_it_belongs_to() -> None:
    """Time, level, message, service and place in the order that ECS asks for."""
    trace = follow(PARENT, job="0" * 24, document=f"{'0' * 24}-000001")
    with Pipe() as pipe, within(trace):
        _log.info("It went well.", extra={"told": {"seconds": 0.25, "stage": "read"}})
    (line,) = pipe.lines
    assert [*line][:3] == ["@timestamp", "log.level", "message"]
    assert line["trace.id"] == "a1" * 16
    assert line["span.id"] == "b2" * 8
    assert line["conspectus.job"] == "0" * 24
    assert line["conspectus.document"].endswith("-000001")
    assert (line["event.duration"], line["conspectus.stage"]) == (250_000_000, "read")
    assert (line["message"], line["log.logger"]) == ("It went well.", "conspectus.test")


def test_a_message_with_a_value_in_it_is_not_told() -> None:
    """Only what stands in the code just so is; a template is told without its values."""
    with Pipe() as pipe:
        _log.warning(f"The form of {SECRET} is bad.")
        _log.warning("The form of %s is bad.", SECRET)
        _log.warning(SECRET[:3] + SECRET[3:] + "!")
        logging.getLogger("uvicorn.error").error("%s", SECRET)
        logging.getLogger("httpx").warning({"form": SECRET})
    assert [line["message"] for line in pipe.lines] == [
        UNSAID,
        "The form of %s is bad.",
        UNSAID,
        UNSAID,
        UNSAID,
    ]
    assert "Rosa" not in pipe.stream.getvalue()


def test_an_error_is_told_by_its_kinds_and_places() -> None:
    """Its words, those of its causes, and the values of its frames are left out."""

    def deep(name: str) -> None:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise ModelUnreachable(f"{name} cannot be reached.") from error

    with Pipe() as pipe:
        try:
            deep(SECRET)
        except ModelUnreachable as error:
            _log.error("It failed.", exc_info=error)
    (line,) = pipe.lines
    assert line["error.type"] == "conspectus.domain.errors.ModelUnreachable"
    assert line["error.code"] == "model-unreachable"
    assert "KeyError\n" in line["error.stack_trace"]
    assert "test_logs:" in line["error.stack_trace"]
    assert "Rosa" not in pipe.stream.getvalue()


def test_facts_that_have_no_known_name_or_form_are_left_out() -> None:
    """Whoever tells them: a name, a sentence, a path, an address, a number where a word belongs."""
    given = {
        "name": SECRET,
        "stage": SECRET,
        "code": "a b",
        "route": "/jobs/Rosa Perera/",
        "job": 7,
    }
    assert told(given) == {}
    assert told({"stage": "read", "status": 200, "route": "/v1/jobs/{job}/status/"}) == {
        "stage": "read",
        "status": 200,
        "route": "/v1/jobs/{job}/status/",
    }


@given(st.sampled_from(sorted(FORMS)), st.text(max_size=60))
def test_no_words_pass_for_a_fact(name: str, words: str) -> None:
    """A value with a space, an @, or a letter beyond ASCII is no fact, whatever its name."""
    text = f"{words} {words}"
    kept = told({name: text})
    assert kept == {} or (name == "places" and "@" not in text)
    assert told({name: f"{words}@"}) == {}


def test_warnings_and_what_nobody_caught_take_the_same_way(
    recwarn: pytest.WarningsRecorder,
) -> None:
    """A Python warning, an error in a thread, and one that asyncio found."""

    async def forgotten() -> None:
        loop = asyncio.get_running_loop()
        loop.call_exception_handler({"message": SECRET, "exception": ValueError(SECRET)})

    def fails() -> None:
        raise ValueError(SECRET)

    with Pipe() as pipe:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(True)
            warnings.warn(SECRET, stacklevel=1)
        thread = threading.Thread(target=fails)
        thread.start()
        thread.join()
        asyncio.run(forgotten())
    told_ = {line["log.logger"]: line.get("error.type") for line in pipe.lines}
    assert told_ == {"py.warnings": None, "conspectus": "ValueError", "asyncio": "ValueError"}
    assert "Rosa" not in pipe.stream.getvalue()


@pytest.mark.parametrize(("error", "lines"), [(ValueError(SECRET), 1), (UsageError(SECRET), 0)])
def test_an_error_that_ends_the_program_is_told_by_its_places(error: Exception, lines: int) -> None:
    """So that a crash can be found in the log; one that says what to do is shown by itself."""
    pipe = Pipe()
    with pytest.raises(type(error)), pipe:
        raise error
    told_ = [(line["message"], line["error.type"]) for line in pipe.lines]
    assert told_ == [("Nobody caught an error.", "ValueError")] * lines
    assert "Rosa" not in pipe.stream.getvalue()


def test_a_library_that_set_up_its_own_lines_is_heard_through_the_pipe() -> None:
    """Uvicorn's own handlers are taken away; what it says below a warning is left out."""
    theirs, own = io.StringIO(), logging.getLogger("uvicorn")
    own.addHandler(logging.StreamHandler(theirs))
    own.setLevel(logging.INFO)
    own.propagate = False
    with Pipe() as pipe:
        logging.getLogger("uvicorn.access").info("GET /jobs/x")
        logging.getLogger("uvicorn.error").warning("Invalid HTTP request received.")
    assert [line["log.logger"] for line in pipe.lines] == ["uvicorn.error"]
    assert theirs.getvalue() == ""


def test_a_line_that_cannot_be_written_says_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The complaint of `logging` would repeat the values of the line."""
    with Pipe() as pipe:
        pipe.stream.close()
        _log.error("The form of %s.", SECRET)
    assert capsys.readouterr().err == ""


def test_afterwards_logging_is_as_it_was() -> None:
    """A program that uses Conspectus as a library keeps its own lines."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, threading.excepthook
    with Pipe():
        assert root.handlers != before[0]
    assert (root.handlers, root.level, threading.excepthook) == before


def test_on_a_terminal_a_person_reads_the_lines() -> None:
    """The same facts, no JSON."""
    with Pipe(form="pretty") as pipe, within(follow(PARENT)):
        _log.info("It went well.", extra={"told": {"seconds": 0.25, "stage": "read"}})
    line = pipe.stream.getvalue()
    assert "It went well." in line
    assert f"trace={'a1' * 16}" in line
    assert "stage=read" in line
    assert "{" not in line


@pytest.mark.parametrize(
    ("work", "level", "facts"),
    [
        (
            Work("request", "/v1/jobs/{job}/", "GET", "404"),
            "info",
            {"http.request.method": "GET", "http.response.status_code": 404},
        ),
        (Work("request", "/livez/", "GET", "200"), "debug", {"conspectus.route": "/livez/"}),
        (Work("document", outcome="failed"), "info", {"conspectus.outcome": "failed"}),
        (
            Work("call", "openai:gpt-5", outcome="timed_out"),
            "debug",
            {"conspectus.model": "openai:gpt-5", "conspectus.outcome": "timed_out"},
        ),
    ],
)
def test_work_is_a_line_at_its_end(work: Work, level: str, facts: dict[str, object]) -> None:
    """With how it ended and how long it took; what machines ask every few seconds stays quiet."""
    with Pipe("debug") as pipe, LogObserver().during(work):
        assert pipe.lines == []
    (line,) = pipe.lines
    assert line["log.level"] == level
    assert line["event.duration"] >= 0
    assert facts.items() <= line.items()


def test_a_model_that_must_be_called_again_is_worth_a_warning() -> None:
    """A hit of the cache is not."""
    with Pipe() as pipe:
        LogObserver().happened(Happening("retry", "openai:gpt-5"))
        LogObserver().happened(Happening("hit", "memory"))
    (line,) = pipe.lines
    assert (line["log.level"], line["conspectus.model"]) == ("warning", "openai:gpt-5")


def test_progress_is_a_line_a_stage() -> None:
    """And one a section."""
    with Pipe() as pipe:
        ProgressObserver().stage("read", 1, 4)
        ProgressObserver().section("money", 1, 9)
    first, second = pipe.lines
    assert (first["conspectus.stage"], first["conspectus.done"]) == ("read", 1)
    assert (second["conspectus.section"], second["conspectus.total"]) == ("money", 9)


def test_a_bad_upload_is_a_warning_and_a_failed_model_an_error() -> None:
    """Nobody is woken for a truncated file; what is tried again is no error yet."""
    with Pipe() as pipe:
        tell("truncated", 1, TruncatedSource(SECRET))
        tell("model-unreachable", 1, ModelUnreachable(SECRET), again=True)
        tell("model-unreachable", 4, ModelUnreachable(SECRET))
    assert [line["log.level"] for line in pipe.lines] == ["warning", "warning", "error"]
    assert [line["error.code"] for line in pipe.lines] == [
        "truncated",
        "model-unreachable",
        "model-unreachable",
    ]
    assert "Rosa" not in pipe.stream.getvalue()


def test_a_command_that_says_itself_how_documents_fare_logs_it_not_again() -> None:
    """Its lines stay those that a person waits for."""
    with Pipe(unsaid=("conspectus.worker",)) as pipe:
        tell("truncated", 1, TruncatedSource(SECRET))
        _log.warning("It went badly.")
    assert [line["message"] for line in pipe.lines] == ["It went badly."]


@pytest.mark.parametrize(
    "given",
    ["", "x", PARENT.upper(), PARENT[:-1], f"ff{PARENT[2:]}", PARENT.replace("a1", "00"),
     PARENT.replace("b2", "00"), f"{PARENT} "],
)  # fmt: skip
def test_a_traceparent_that_does_not_hold_begins_another_trace(given: str) -> None:
    """Nothing of it is kept."""
    found = follow(given)
    assert found.span == ""
    assert found.id != "a1" * 16
    assert len(found.id) == 32


def test_a_trace_goes_on_where_another_process_has_its_parent() -> None:
    """Id, step and whether it is collected."""
    trace = Trace("a1" * 16, "b2" * 8, sampled=False)
    assert follow(trace.parent) == trace
    own = begun()
    assert follow(own.parent).id == own.id
    assert current() is None


def test_facts_of_an_error_are_facts_that_may_be_told() -> None:
    """An error of a class within a function, too."""

    class OwnError(Exception):
        """Any."""

    try:
        raise OwnError(SECRET)
    except OwnError as error:
        facts = facts_of(error)
    assert told(facts) == facts
    assert "OwnError" in str(facts["error"])


def test_the_trace_of_a_request_is_that_of_its_job_and_document(tmp_path: Path) -> None:
    """It lies with the job in the records, so any worker goes on with it."""

    @visit(tmp_path)
    async def _(door: Door) -> None:
        made = await door.batch("You are asked to join a study.", traceparent=PARENT)
        job = made.json()["job_id"]
        assert made.headers["x-trace-id"] == "a1" * 16
        kept = await door.office.stores.records.job("", job)
        assert kept is not None
        assert kept.parent.startswith(f"00-{'a1' * 16}-")


def test_a_header_that_is_no_traceparent_names_no_trace(tmp_path: Path) -> None:
    """X-Request-ID may hold anything, so it is not read."""

    @visit(tmp_path)
    async def _(door: Door) -> None:
        sent = {"X-Request-ID": "a1" * 16, "traceparent": "rosa"}
        answer = await door.client.get("/jobs/nope/status/", headers=sent)
        assert answer.headers["x-trace-id"] == answer.json()["trace_id"]
        assert answer.json()["trace_id"] != "a1" * 16


def test_a_server_writes_one_json_line_a_request_and_a_document(tmp_path: Path) -> None:
    """All of what it says is JSON; request and document are joined by the caller's trace."""
    with served(tmp_path) as (url, _), FORM.open("rb") as form:
        sent = {"traceparent": PARENT}
        made = httpx.post(f"{url}/generate/", files={"file": form}, headers=sent, timeout=120)
        assert made.status_code == 200
    lines = [json.loads(line) for line in (tmp_path / LOG).read_text("utf-8").splitlines()]
    joined = [line for line in lines if line.get("trace.id") == "a1" * 16]
    assert {line["message"] for line in joined} == {
        "A request was answered.",
        "A document was worked on.",
    }
    (request,) = [line for line in joined if "conspectus.route" in line]
    assert request["conspectus.route"] == "/generate/"
    assert request["http.response.status_code"] == 200
    assert not [line for line in lines if line["log.level"] in ("warning", "error")]
