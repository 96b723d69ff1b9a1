"""Coordinators who drop forms, follow them and fetch what came of them, at any served Conspectus.

`locust -f bench/locustfile.py --headless -u 50 -r 10 -t 2m --host http://127.0.0.1:8000`; `make
load` does that, beside a server of its own. `CONSPECTUS_KEY` is sent where the server wants a key.

Before the users come, forms are submitted one at a time, each after the end of the one before, and
then a batch is queued that goes on beside the users. Each user comes at a moment of its own: Locust
would let ten of them come at the same. The exit code is 1 when any request fails, when the batch
ended too early to be beside anything, or when submitting a form beside all that takes more than
`--slower` times as long as before (95th percentiles).

The words of a form are the same each time, only its file differs: so a language model behind the
server is paid for two forms, whatever the load. Locust patches the process that it runs in: this
file is for `locust` alone, and nothing imports it.
"""

import json
import logging
import os
import random
import time
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import uuid4

import docx
from locust import FastHttpUser, between, events, task
from locust.argument_parser import LocustArgumentParser
from locust.env import Environment

LONG = (Path(__file__).parents[1] / "examples" / "question_headings.docx").read_bytes()
LINES = (
    "You are asked to join a research study. Being in it is voluntary.",
    "You will be in the study for 12 weeks and come to the clinic 4 times.",
    "You may feel pain or have some bleeding. You will be paid $20 for each visit.",
)
KINDS_SEEN, WAIT_SECONDS, PRIORITY = 5, 120, "50"
SUBMIT, AGAIN = "submit a form", "submit a form seen before"
KEY = os.environ.get("CONSPECTUS_KEY")

_log = logging.getLogger("load")
_took: dict[str, list[float]] = defaultdict(list)
_seen: list[bytes] = []
_beside: list[str] = []
_before: list[float] = []


@events.init_command_line_parser.add_listener
def options(parser: LocustArgumentParser) -> None:
    """Add what may be chosen."""
    parser.add_argument("--slower", type=float, default=3.0, help="So many times slower, at most.")
    parser.add_argument("--before", type=int, default=40, help="Forms before the users come.")
    parser.add_argument("--beside", type=int, default=1000, help="Documents of the batch beside.")


def short_form() -> bytes:
    """Return a DOCX of three lines."""
    document, written = docx.Document(), BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(written)
    return written.getvalue()


SHORT = short_form()


def another(form: bytes) -> bytes:
    """Return a DOCX of the same words that no server has seen: its zip has another comment."""
    comment = uuid4().hex.encode()
    return form[:-2] + len(comment).to_bytes(2, "little") + comment


def multipart(field: str, forms: list[bytes], **fields: str) -> tuple[bytes, dict[str, str]]:
    """Return body and headers of a form with files and fields."""
    mark = uuid4().hex
    head = 'Content-Disposition: form-data; name="{}"'
    parts = [f"{head.format(name)}\r\n\r\n{value}".encode() for name, value in fields.items()]
    for number, form in enumerate(forms):
        parts.append(f'{head.format(field)}; filename="{number}.docx"\r\n\r\n'.encode() + form)
    body = b"".join(f"--{mark}\r\n".encode() + part + b"\r\n" for part in parts)
    return body + f"--{mark}--\r\n".encode(), {
        "Content-Type": f"multipart/form-data; boundary={mark}"
    }


class Coordinator(FastHttpUser):
    """Drops forms, and looks at what is there."""

    wait_time = between(0.5, 1.5)
    network_timeout = connection_timeout = WAIT_SECONDS

    def on_start(self) -> None:
        """Come at some moment of the second, and do each of the two things once."""
        time.sleep(random.random())
        self.drop_again()
        self.drop()

    @task(4)
    def drop(self) -> None:
        """Submit a form that the server has not seen, follow it to its end, fetch the results."""
        body, headers = multipart("files", [another(SHORT)], priority=PRIORITY)
        if job := self.asked("POST", "/v1/generate/batch/", SUBMIT, body, headers, 202):
            path = f"/v1/jobs/{job['job_id']}"
            self.asked("GET", f"{path}/status/", "look at its status")
            self.asked("GET", f"{path}/events/", "stream its events")
            page = self.asked("GET", f"{path}/results/", "fetch its results")
            for one in (page or {}).get("documents", ()):
                self.asked("GET", f"{path}/results/{one['document_id']}/", "fetch one document")

    @task(4)
    def drop_again(self) -> None:
        """Submit a form of which the server has made a document."""
        body, headers = multipart("file", [random.choice(_seen)], priority=PRIORITY)
        self.asked("POST", "/v1/generate/", AGAIN, body, headers)

    @task(2)
    def look(self) -> None:
        """List jobs."""
        self.asked("GET", "/v1/jobs/?limit=20", "list jobs")

    def asked(
        self,
        method: str,
        path: str,
        name: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        wanted: int = 200,
    ) -> Any:
        """Return the answer; None, counted as a failure, when it is not what it should be."""
        given = (
            {"Accept": "*/*"}
            | (headers or {})
            | ({"Authorization": f"Bearer {KEY}"} if KEY else {})
        )
        request = {"name": name, "data": body, "headers": given, "catch_response": True}
        with self.client.request(method, path, **request) as answer:
            if answer.status_code != wanted:
                return answer.failure(f"{answer.status_code}: {(answer.text or '')[:200]}")
            if not name.endswith("events"):
                return json.loads(answer.content)
            ends = [line for line in answer.text.splitlines() if line.startswith("event: job")]
            return ends or answer.failure("The stream told of no end.")


@events.request.add_listener
def note(name: str, response_time: float, exception: object, **_: object) -> None:
    """Remember how long a request took."""
    if not exception:
        _took[name].append(response_time)


@events.init.add_listener
def before(environment: Environment, **_: object) -> None:
    """Measure the server as it is, have it see some forms, and give it a batch to work on."""
    chosen = environment.parsed_options
    if chosen is None or not environment.host:
        return
    Coordinator.host = environment.host
    user = Coordinator(environment)
    for _number in range(KINDS_SEEN):
        form = another(SHORT)
        body, headers = multipart("file", [form])
        user.asked("POST", "/v1/generate/", "see a form", body, headers)
        _seen.append(form)
    for _number in range(chosen.before):
        user.drop()
    _before.append(p95(_took[SUBMIT]))
    _took.clear()
    body, headers = multipart("files", [another(LONG) for _ in range(chosen.beside)])
    if job := user.asked("POST", "/v1/generate/batch/", "submit the batch", body, headers, 202):
        _beside.append(f"/v1/jobs/{job['job_id']}")


@events.quitting.add_listener
def verdict(environment: Environment, **_: object) -> None:
    """Say how it went, and set the exit code."""
    chosen, user = environment.parsed_options, Coordinator(environment)
    wrong = []
    for path in _beside:
        status = user.asked("GET", f"{path}/status/", "look at the batch") or {}
        _log.info("The batch: %s, %s", status.get("status"), status.get("counts"))
        if status.get("status") != "running":
            wrong.append("the batch did not go on beside the users")
        user.asked("POST", f"{path}/cancel/", "cancel the batch")
    if environment.stats.total.num_failures:
        wrong.append(f"{environment.stats.total.num_failures} requests failed")
    if not _took[SUBMIT] or not _took[AGAIN] or not _before:
        wrong.append("no form was submitted")
    else:
        slower = p95(_took[SUBMIT]) / _before[0]
        told = f"p95 {_before[0]:.1f} ms alone, {p95(_took[SUBMIT]):.1f} ms beside it all"
        _log.info("Submitting a form: %s: %.2f times", told, slower)
        if slower > chosen.slower:
            wrong.append(f"submitting was {slower:.2f} times slower, {chosen.slower:g} may be")
    for one in wrong:
        _log.error("Missed: %s.", one)
    environment.process_exit_code = 1 if wrong else 0


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else sum(times)
