"""Canaries: words planted wherever people's data comes in are found nowhere that it may not go out.

One run with a server, a worker beside it, a model that fails in many ways, a plugin that raises and
a receiver of webhooks that refuses.
"""

import json
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest

from bad_files import BOMB, laughing_forms
from docx_files import zipped
from openai_server import Fault, Server, claim, empty, openai_server
from pdf_files import flate_bomb, one_page, pdf, stream, typeset, words
from receivers import Receiver, dsn, events_of, receiver, spans_of, until
from served import LOG, environment, served

MARK = "qzjx"
"""In every canary: no word of any language has it."""

EMAIL, PHONE = f"rosa.{MARK}mail@example.org", "555-010-7391"
TEXT, PARTICIPANT = f"Perera{MARK}text", f"{MARK.upper()}-SUBJECT-0042"
PARENT = f"00-{'c4' * 16}-{'b2' * 8}-01"
PARENT_AGAIN = f"traceparent: {PARENT}"

FORM_TEXT = (
    f"You are being asked to join a research study about {TEXT} pain.",
    "Being in this study is voluntary. You may leave it at any time.",
    "The purpose of this study is to learn if exercise helps.",
    f"Your participant number is {PARTICIPANT}.",
    "You will be paid $20 for each visit. The risks include pain and bleeding.",
    f"Call {TEXT} at {PHONE} or write to {EMAIL} with questions.",
)
PLUGIN = f'''
from dataclasses import replace
from conspectus.plugins.informed_consent_ki import plugin as ki

def omissions(document, facts, source):
    local = source.passages[0].text
    try:
        {{}}["{MARK}inner"]
    except KeyError as error:
        raise ValueError("{MARK}plugin " + source.name + local) from error

plugin = replace(ki, id="raising", omissions=omissions)
'''


@dataclass
class Run:
    """What the run said, by the way it went out."""

    url: str
    folder: Path
    model: Server
    secret: str
    told: dict[str, bytes] = field(default_factory=dict)

    def post(self, name: str, content: bytes, **given: Any) -> httpx.Response:
        """Order a document; keep the problem, if there is one."""
        headers = {"Authorization": f"Bearer {self.secret}", **HEADERS, **given.pop("headers", {})}
        return self._kept(
            httpx.post(
                f"{self.url}/generate/",
                files={"file": (name, content)},
                headers=headers,
                timeout=200,
                **given,
            )
        )

    def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        """Ask anything; keep the problem, if there is one."""
        headers = {"Authorization": f"Bearer {self.secret}", **HEADERS, **given.pop("headers", {})}
        return self._kept(
            httpx.request(method, self.url + path, headers=headers, timeout=60, **given)
        )

    def _kept(self, answer: httpx.Response) -> httpx.Response:
        if answer.headers.get("content-type") == "application/problem+json":
            self.told["problems"] = self.told.get("problems", b"") + answer.content + b"\n"
        return answer


HEADERS = {
    "traceparent": PARENT,
    "X-Request-ID": f"{MARK}request",
    "User-Agent": f"{MARK}agent",
    "Cookie": f"session={MARK}cookie",
    "Referer": f"http://example.org/{MARK}referer",
}
SPANISH = (
    f"Se le pide que participe en un estudio de investigación de {TEXT}.",
    "La participación es voluntaria y usted puede dejar el estudio en cualquier momento.",
    "El propósito de este estudio es saber si el ejercicio ayuda a las personas con dolor.",
    "Los riesgos son leves. Usted recibirá veinte dólares por cada visita al hospital.",
) * 5
CHANNELS = ("server", "worker", "collector", "sentry", "metrics", "problems", "refusals", "audit")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Do all of it once."""
    folder = tmp_path_factory.mktemp("canaries")
    with (
        pytest.MonkeyPatch.context() as patch,
        receiver() as collector,
        receiver() as sentry,
        receiver(lambda _: f"{MARK}hooked".encode()) as hooked,
        openai_server(_answers) as model,
    ):
        hooked.status = 500
        patch.setenv("PYTHONPATH", f"{_packaged(folder)}:{_paths()}")
        patch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
        patch.setenv("SENTRY_DSN", dsn(sentry))
        settings = {
            "model": f"openai-compatible:tiny@{model.url}",
            "model_key": f"sk-{MARK}modelkey",
            "cache_secret": f"{MARK}cachesecret",
            "auth": "true",
            "log_level": "debug",
            "observer": "log",
            "webhook_networks": "127.0.0.0/8",
            "rate_limit": "100000/minute",
            "memory_mb": "300",
            "cpu_seconds": "5",
        }
        created = [sys.executable, "-m", "conspectus", "keys", "create", f"{MARK}keyname"]
        created += ["--workspace", "w", "--scope", "admin"]
        env = environment(folder, **settings)
        secret = subprocess.check_output(created, env=env, stderr=subprocess.DEVNULL, text=True)
        with served(folder, **settings) as (url, _), _working(folder, env):
            found = Run(url, folder, model, secret.strip())
            _orders(found, hooked)
            _asks(found)
            _shouts(found)
            found.told["metrics"] = b"".join(
                found.ask("GET", "/metrics/", headers={"Accept": form}).content
                for form in ("text/plain", "application/json", "application/openmetrics-text")
            )
        found.told |= {"collector": collector.raw, "sentry": sentry.raw}
        found.told["server"] = (folder / LOG).read_bytes()
        found.told["worker"] = (folder / "worker.log").read_bytes()
        found.told["audit"] = _audit(folder)
        assert spans_of(collector)
        assert events_of(sentry)
        yield found


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_canary_is_found(run: Run, channel: str) -> None:
    """Neither words of a document nor names, addresses, numbers, keys, headers, answers."""
    told = run.told[channel]
    assert told
    planted = [MARK, PHONE, PHONE.replace("-", ""), EMAIL, quote(EMAIL), run.secret, "Perera"]
    lower = told.decode("utf-8", "replace").lower()
    found = [one for one in planted if one.lower() in lower]
    assert found == [], [line for line in lower.splitlines() if found[0].lower() in line][:3]


def test_every_way_of_failing_was_taken(run: Run) -> None:
    """The run proves nothing unless each canary was where it could have sung."""
    problems = [json.loads(line) for line in run.told["problems"].splitlines()]
    codes = {one["code"] for one in problems}
    assert codes >= {
        "answer-malformed",
        "encrypted",
        "invalid-parameters",
        "invalid-plugin",
        "malformed",
        "model-refused",
        "not-found",
        "unauthenticated",
        "unknown-job",
        "unknown-model",
        "unknown-plugin",
        "unsupported-language",
        "unsafe-address",
        "unsupported-format",
        "validation",
    }
    assert run.told["audit"].count(b"review.edit") == run.told["audit"].count(b"'delete'") == 1
    logged = run.told["server"].decode() + run.told["worker"].decode()
    assert codes & {"reader-failed", "too-large"}  # a reader that was killed at its limits
    for code in ("answer-malformed", "encrypted", "invalid-plugin", "model-refused"):
        assert f'"error.code":"{code}"' in logged
    assert "A webhook was not taken." in logged
    assert {one["trace_id"] for one in problems} == {"c4" * 16}
    assert run.told["refusals"].count(b"HTTP/1.1 4") >= 20


def test_every_line_is_json_with_the_fields_of_ecs(run: Run) -> None:
    """Of the server and of the worker, from the first line to the last."""
    for line in (run.told["server"] + run.told["worker"]).splitlines():
        assert json.loads(line).keys() >= {"@timestamp", "log.level", "message", "ecs.version"}


def _orders(run: Run, hooked: Receiver) -> None:
    """Order documents that fare well and ill, one after another."""
    form = typeset(FORM_TEXT)
    run.ask("POST", "/webhooks/", json={"url": f"{hooked.url}/{MARK}hook?token={MARK}token"})
    run.ask("POST", "/webhooks/", json={"url": f"ftp://{MARK}.example.org"})
    name = f"{MARK}name {TEXT} {EMAIL}.pdf"
    made = run.post(name, form)
    assert made.status_code == 200
    _review(run, made)
    again = run.post(name, form, headers={"Cache-Control": "no-cache"})
    run.ask("DELETE", again.headers["content-location"].partition("results/")[0])
    faults = [
        Fault(content=f"no JSON, but {MARK}answer {TEXT}"),
        Fault(401, body=json.dumps({"error": {"message": f"{MARK}refusal {TEXT}"}}).encode()),
        Fault(200, body=f"<html>{MARK}page".encode()),
    ]
    for number, fault in enumerate(faults):
        run.model.faults = [fault] * 400
        run.post(name, typeset([f"{line} Part {number}." for line in FORM_TEXT]))
    run.model.faults = []
    run.post(name, form, data={"plugin_id": "raising"})
    run.post(name, typeset(FORM_TEXT, password=f"{MARK}password"))
    run.post(name, form[: len(form) // 2])
    run.post(name, typeset(SPANISH))
    run.post(name, f"{MARK}noise".encode())
    run.post(name, one_page(stream(flate_bomb(words(TEXT), 1024), BOMB)))
    run.post(name, laughing_forms())
    run.post(name, pdf(f"<< /Type /Catalog /{MARK} ({TEXT}) >>".encode(), b"null"))
    run.post(f"{MARK}.docx", zipped({"word/document.xml": f"<{MARK}>{TEXT}", f"{MARK}": TEXT}))
    until(lambda: hooked.got)


def _review(run: Run, made: httpx.Response) -> None:
    """Say a statement in other words, which are somebody's too."""
    sections = made.json()["report"]["sections"]
    said = next(one["id"] for section in sections for one in section["statements"])
    act = {"kind": "edit", "statement": said, "text": f"{MARK}edit: {TEXT} at {PHONE}."}
    path = f"{made.headers['content-location']}review/acts/"
    assert run.ask("POST", path, json={"seen": 0, "act": act}).status_code == 200
    act |= {"statement": f"{MARK}statement"}
    run.ask("POST", path, json={"seen": 1, "act": act})


def _asks(run: Run) -> None:
    """Ask wrongly in every way."""
    form = typeset(FORM_TEXT)
    name = f"{MARK}name.pdf"
    run.post(name, form, data={"plugin_id": f"{MARK}plugin"})
    run.post(name, form, data={"model": f"{MARK}model"})
    run.post(name, form, data={"parameters": f'{{"{MARK}": "{TEXT}"}}'})
    run.post(name, form, data={"parameters": f'{{"max_words": "{MARK} {TEXT}"}}'})
    run.post(name, form, data={"parameters": f"{MARK} {TEXT}"})
    run.post(name, form, data={f"{MARK}field": TEXT})
    run.post(name, form, headers={"Idempotency-Key": f"{MARK} {EMAIL}"})
    run.post(name, form, headers={"Accept": f"text/{MARK}"})
    run.post(name, form, headers={"Authorization": f"Bearer {MARK}.bearer"})
    for path in ("jobs", "plugins", "webhooks", MARK):
        run.ask("GET", f"/{path}/{MARK}{quote(EMAIL)}/?q={MARK}&cursor={MARK}")
    run.ask("GET", f"/jobs/{MARK}/results/{MARK}/")
    run.ask("GET", f"/jobs/?cursor={MARK}&limit={MARK}")
    run.ask("POST", "/generate/", content=f"{MARK} {TEXT}".encode())
    run.ask("POST", "/webhooks/", content=f'{{"url": "{MARK}'.encode())
    run.ask("DELETE", f"/cache/?model={MARK}&plugin={MARK}")
    boundary = {"Content-Type": f"multipart/form-data; boundary={MARK}"}
    run.ask("POST", "/generate/", content=f"--{MARK}\r\n{TEXT}".encode(), headers=boundary)


def _shouts(run: Run) -> None:
    """Say what no client says: broken lines and parts, methods and hosts that nobody knows."""
    key, at = f"Authorization: Bearer {run.secret}", f"Host: {MARK}.example.org"
    part = f"Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''{MARK}%0d%0a{TEXT}"
    parts = [
        f"--b\r\n{part}.pdf\r\n{MARK}: {TEXT}\r\n\r\n{TEXT}\r\n--b--\r\n",
        f"--b\r\n{part}\r\n\r\n{TEXT}",
        f"--b\r\n{MARK} {TEXT}\r\n\r\n\r\n--b--\r\n",
        f'--b\r\nContent-Disposition: form-data; name="{MARK}"; filename="{TEXT}"\r\n\r\n--b--\r\n',
    ]
    for body in parts:
        head = "Content-Type: multipart/form-data; boundary=b"
        size = f"Content-Length: {len(body.encode())}"
        for path in ("/generate/", "/generate/batch/", "/compare/", "/ui/generate/"):
            _shout(
                run, f"POST {path} HTTP/1.1\r\n{key}\r\nHost: a\r\n{head}\r\n{size}\r\n\r\n{body}"
            )
    lines = [
        f"X-Request-ID: {MARK}\r\n {TEXT}",
        f'X-Request-ID: {MARK}\n{{"message": "{TEXT}"}}',
        f"traceparent: 00-{MARK}-{TEXT}-01\r\nbaggage: who={MARK}\r\ntracestate: a={MARK}",
        f"{PARENT_AGAIN}\r\n{PARENT_AGAIN}{MARK}",
        f"Last-Event-ID: {MARK}\r\nIf-None-Match: {MARK}\r\nAccept-Language: {MARK}",
        f"X-Forwarded-For: {MARK}\r\nX-Forwarded-Proto: {MARK}\r\nForwarded: for={MARK}",
        f"Content-Length: {MARK}",
        f"Transfer-Encoding: {MARK}",
        f"{MARK}: {TEXT * 9000}",
    ]
    for line in lines:
        _shout(run, f"GET /jobs/ HTTP/1.1\r\n{at}\r\n{key}\r\n{line}\r\n\r\n")
    for first in (
        f"{MARK.upper()} /jobs/ HTTP/1.1",
        f"GET http://{MARK}.example.org/{MARK}?{MARK} HTTP/1.1",
        f"GET /jobs/%00{MARK}%0d%0a{quote(TEXT)}/ HTTP/1.1",
        f"GET //{MARK}.example.org/jobs/ HTTP/1.1",
        f"OPTIONS /{MARK}/ HTTP/1.1",
        f"PUT /jobs/{MARK}/status/?wait={MARK} HTTP/1.1",
        f"GET /ui/jobs/{MARK}/?{MARK}={MARK} HTTP/1.1",
        f"GET /jobs/ HTTP/{MARK}",
        f"\x16\x03\x01{MARK}",
    ):
        _shout(run, f"{first}\r\n{at}\r\n{key}\r\n\r\n")
    job = run.ask("GET", "/jobs/").json()["jobs"][0]["job_id"]
    acts = f"/jobs/{job}/results/{job}-000000/review/acts/"
    for given in (
        {"seen": 0, "act": {"kind": MARK, "statement": TEXT}},
        {"seen": 0, "act": {"kind": "edit", MARK: TEXT}, f"{MARK} {EMAIL}": 1},
        {"seen": MARK, "act": {"kind": "edit", "statement": {MARK: [EMAIL]}, "text": [TEXT]}},
        {"seen": 0, "act": [MARK]},
        [MARK],
        MARK,
    ):
        run.ask("POST", acts, json=given)
        run.ask("POST", "/webhooks/", json=given)
    for url in (f"http://{MARK}:{MARK}@127.0.0.1/", f"http://[{MARK}]/", [MARK], {MARK: MARK}):
        run.ask("POST", "/webhooks/", json={"url": url, MARK: MARK})
    run.ask("POST", "/ui/sign-in/", data={"key": f"ck_{MARK}_{TEXT}", "next": MARK, MARK: MARK})


def _shout(run: Run, said: str) -> None:
    """Say it as it is; keep what a refusal answers."""
    door = urlsplit(run.url)
    heard = b""
    with socket.create_connection((door.hostname, door.port), timeout=2) as line:
        try:
            line.sendall(said.encode("utf-8", "surrogateescape"))
            while part := line.recv(65536):
                heard += part
                if b"\r\n\r\n" in heard:
                    line.settimeout(0.1)
        except OSError:
            pass  # it is kept open, or was cut off
    if heard and not heard.startswith(b"HTTP/1.1 2"):
        heard = heard.replace(f"{MARK}keyname".encode(), b"")  # a page greets whoever has the key
        run.told["refusals"] = run.told.get("refusals", b"") + heard + b"\n"


def _answers(prompt: Any) -> object:
    """Answer with a quote of the form, and with words that are nowhere in it."""
    told = empty(prompt)
    for passage in prompt["passages"]:
        if TEXT in passage["text"]:
            for question in told:
                said = [claim(f"{MARK}claim {passage['text']}", 1, passage["text"])]
                told[question]["claims"] = said
    return told


@contextmanager
def _working(folder: Path, env: dict[str, str]) -> Iterator[None]:
    """Let a worker of its own work beside the server."""
    with (folder / "worker.log").open("wb") as log:
        command = [sys.executable, "-m", "conspectus", "worker"]
        process = subprocess.Popen(command, env=env, stderr=log, cwd=folder)
    try:
        yield
    finally:
        process.terminate()
        process.wait(60)


def _packaged(folder: Path) -> Path:
    """Return a folder with an installed plugin that raises."""
    packages = folder / "packages"
    told = packages / "raising-1.dist-info"
    told.mkdir(parents=True)
    (packages / "raising_plugin.py").write_text(PLUGIN)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: raising\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[conspectus.plugins]\nraising=raising_plugin:plugin\n")
    return packages


def _paths() -> str:
    return ":".join(path for path in sys.path if path)


def _audit(folder: Path) -> bytes:
    """Return the whole trail, of every table that keeps who did what."""
    with sqlite3.connect(folder / "data" / "records.db") as records:
        rows = records.execute("SELECT * FROM audit").fetchall()
    records.close()
    return "\n".join(map(repr, rows)).encode()
