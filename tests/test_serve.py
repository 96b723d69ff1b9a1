"""`conspectus serve` and `keys`, as processes: sockets, signals, restarts."""

import io
import json
import os
import signal
import socket
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import httpx
import pytest

from bad_files import bad_files
from conspectus.cli import main
from conspectus.cli.serve import _bound
from conspectus.web.catalogue import KINDS
from fuzz import fuzz
from pdf_files import typeset
from served import LOG, environment, served

FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"
Files = list[tuple[str, tuple[str, bytes]]]


@dataclass
class Done:
    """How a command ended, and what it said."""

    code: object
    stdout: str
    stderr: str


Command = Callable[..., Done]


@pytest.fixture
def conspectus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run a command line in this process, over the data folder of the test."""

    def run(*words: str, **settings: str) -> Done:
        with monkeypatch.context() as patched:
            patched.setattr(os, "environ", environment(tmp_path, **settings))
            patched.setattr(sys, "argv", ["conspectus", *words])
            patched.chdir(tmp_path)
            capsys.readouterr()
            with pytest.raises(SystemExit) as ended:
                main()
        return Done(ended.value.code or 0, *capsys.readouterr())

    return run


@dataclass
class Server:
    """A server that tests share, and its folder."""

    client: httpx.Client
    folder: Path

    def ended(self, files: Files) -> str:
        """Return a job of these files that has ended."""
        job: str = self.client.post("/generate/batch/", files=files).json()["job_id"]
        assert self.client.get(f"/jobs/{job}/status/?wait=60").json()["progress"] == 1
        return job

    def warnings(self) -> list[str]:
        """Return the log lines of warnings and errors."""
        lines = (self.folder / LOG).read_text("utf-8").splitlines()
        return [line for line in lines if json.loads(line)["log.level"] in ("warning", "error")]

    def stored(self) -> set[Path]:
        """Return every file of the archive, those on their way in as well."""
        return {one for one in (self.folder / "data" / "archive").rglob("*") if one.is_file()}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start it once."""
    folder = tmp_path_factory.mktemp("server")
    with served(folder) as (url, _), httpx.Client(base_url=url, timeout=70) as client:
        yield Server(client, folder)


def _forms(many: int) -> Files:
    """Return so many forms that differ."""
    data = FORM.read_bytes()
    return [("files", (f"form{n}.pdf", data + b"\n%" + str(n).encode())) for n in range(many)]


def _short(many: int) -> Files:
    """Return so many forms of a few words each."""
    words = ["You are asked to join a research study.", "Being in it is voluntary."]
    return [("files", (f"{n}.pdf", typeset([*words, f"It lasts {n} days."]))) for n in range(many)]


def test_three_forms_are_finished_though_the_server_is_killed(tmp_path: Path) -> None:
    """Post, kill, start again, fetch the zip; the same key finds the same job."""
    once = {"Idempotency-Key": "k"}
    with served(tmp_path) as (url, process):
        posted = httpx.post(f"{url}/generate/batch/", files=_forms(3), headers=once)
        job = posted.json()["job_id"]
        with httpx.stream("GET", f"{url}/jobs/{job}/events/", timeout=30) as events:
            next(line for line in events.iter_lines() if "extract" in line)
        process.kill()
    with served(tmp_path) as (url, _):
        again = httpx.post(f"{url}/generate/batch/", files=_forms(3), headers=once)
        assert again.content == posted.content
        status = httpx.get(f"{url}/jobs/{job}/status/?wait=60", timeout=90).json()
        assert (status["status"], status["counts"]["succeeded"]) == ("succeeded", 3)
        packed = httpx.get(f"{url}/jobs/{job}/results/?format=zip", timeout=30).content
    with zipfile.ZipFile(io.BytesIO(packed)) as made:
        assert len(made.namelist()) == 4


def test_no_event_is_lost_however_often_the_stream_breaks(server: Server) -> None:
    """A hundred breaks at random places, in the job and after it: each event comes once."""
    random, client = Random(4), server.client
    told = server.warnings()
    job = client.post("/generate/batch/", files=_short(3)).json()["job_id"]
    seen: list[int] = []
    breaks = 0
    while True:
        last = {"Last-Event-ID": str(seen[-1])} if seen else {}
        budget = random.randrange(3)
        with client.stream("GET", f"/jobs/{job}/events/", headers=last) as stream:
            if stream.status_code == 204:
                break
            for line in stream.iter_lines():
                if line.startswith("id: "):
                    seen.append(int(line.removeprefix("id: ")))
                    budget -= 1
                if budget < 0 and breaks < 100:
                    breaks += 1
                    break
        if breaks < 100 and seen and client.get(f"/jobs/{job}/status/").json()["progress"] == 1:
            seen = seen[: random.randrange(len(seen))]
    assert breaks == 100
    assert server.warnings() == told  # nobody is told of the breaks
    assert seen == [*range(1, len(seen) + 1)]


def test_a_hostile_file_spoils_nothing_for_the_others(server: Server) -> None:
    """Each fails with a code of ours and one line; the sound one has its document."""
    ids = ("empty", "pdf-noise", "pdf-password", "docx-bomb", "docx-laughs", "docx-path-../")
    bad = {one.id: one for one in bad_files() if one.id in ids}
    files: Files = [("files", (f"../../{name}", bad[name].make())) for name in ids]
    job = server.ended([*files[:3], *_short(1), *files[3:]])
    status = server.client.get(f"/jobs/{job}/status/").json()
    assert status["status"] == "partly_failed"
    states = [one["status"] for one in status["documents"]]
    assert states == [*["failed"] * 3, "succeeded", *["failed"] * 3]
    for one in status["documents"]:
        if one["error"]:
            assert KINDS[one["error"]["code"]].status in (413, 415, 422), one
            assert one["error"]["detail"].count("\n") == 0
    packed = server.client.get(f"/jobs/{job}/results/?format=zip").content
    with zipfile.ZipFile(io.BytesIO(packed)) as made:
        assert made.namelist() == ["0.html", "summary.csv"]
    assert server.client.get("/readyz").status_code == 200


def test_a_connection_that_breaks_within_an_upload_leaves_nothing(server: Server) -> None:
    """What had come of the file lay in the archive, and is gone; there is no job."""
    before, jobs = server.stored(), server.client.get("/jobs/").json()
    url = server.client.base_url
    head = (
        "POST /generate/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000000\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
        'Content-Disposition: form-data; name="file"; filename="f.pdf"\r\n\r\n'
    )
    with socket.create_connection((url.host, url.port or 0)) as connection:
        connection.sendall(head.encode() + bytes(3_000_000))
        _until(lambda: server.stored() > before)
    _until(lambda: server.stored() == before)
    assert server.client.get("/jobs/").json() == jobs


def _until(holds: Callable[[], bool]) -> None:
    """Wait for what must come; fail after ten seconds."""
    until = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_all_the_world_is_not_let_in_by_mistake(conspectus: Command) -> None:
    """One line and exit code 2; no socket is opened."""
    done = conspectus("serve", "--host", "0.0.0.0", "--port", "0")
    assert done.code == 2
    assert "CONSPECTUS_AUTH" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rate_limit", "many"),
        ("webhook_networks", "10.0.0.1/8"),
        ("root_path", "sub/"),
        ("models", "x"),
        ("retention_days", "-1"),
    ],
)
def test_a_setting_that_does_not_hold_is_named_before_anything_is_served(
    conspectus: Command, name: str, value: str
) -> None:
    """One line and exit code 2."""
    done = conspectus("serve", "--port", "0", **{name: value})
    assert done.code == 2, done.stderr
    assert f"CONSPECTUS_{name.upper()}" in done.stderr
    assert done.stderr.count("\n") == 1


def test_answers_are_not_held_back() -> None:
    """Only a socket that names TCP is told by asyncio to send small answers at once."""
    with _bound("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_a_port_that_is_taken_is_named(conspectus: Command) -> None:
    """One line that says what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = conspectus("serve", "--port", str(port))
    assert done.code == 2
    assert done.stderr.startswith(f"conspectus: 127.0.0.1 port {port}: ")
    assert done.stderr.count("\n") == 1


def test_a_key_works_from_its_making_to_its_end(tmp_path: Path, conspectus: Command) -> None:
    """Made, listed and revoked beside a running server, which needs no restart."""
    with served(tmp_path, auth="true") as (url, _), httpx.Client(timeout=30) as client:
        secret = conspectus("keys", "create", "me", "--workspace", "w").stdout.strip()
        bearer = {"Authorization": f"Bearer {secret}"}
        assert client.get(f"{url}/jobs/").status_code == 401
        assert client.get(f"{url}/jobs/", headers=bearer).status_code == 200
        id_ = secret.split("_")[1]
        listed = conspectus("keys", "list").stdout
        assert id_ in listed
        assert secret not in listed
        assert conspectus("keys", "revoke", id_).code == 0
        assert client.get(f"{url}/jobs/", headers=bearer).status_code == 401
    assert secret.encode() not in (tmp_path / "data" / "records.db").read_bytes()
    assert conspectus("keys", "revoke", id_).code == 2
    assert conspectus("keys", "create", "x", "--scope", "all").code == 2


def test_the_figures_of_several_processes_are_added_up(tmp_path: Path) -> None:
    """Forty requests are forty, whichever process is asked."""
    with served(tmp_path, "--workers", "2") as (url, _):
        for _ in range(40):
            assert httpx.get(f"{url}/plugins/", timeout=30).status_code == 200  # a connection each
        for _ in range(4):
            text = httpx.get(f"{url}/metrics/", timeout=30).text
            counted = [line for line in text.splitlines() if 'route="/plugins/"' in line]
            assert next(line for line in counted if "_requests_total" in line).endswith(" 40.0")


def test_a_proxy_of_trust_says_who_asks_and_how(server: Server, tmp_path: Path) -> None:
    """Behind it TLS is known; a stranger that it names is not let in without a key."""
    https = {"X-Forwarded-Proto": "https"}
    stranger = {"X-Forwarded-For": "203.0.113.7"}
    assert "Strict-Transport-Security" in server.client.get("/livez", headers=https).headers
    assert server.client.get("/jobs/", headers=stranger).status_code == 403
    with served(tmp_path, trusted_proxies="10.0.0.1", root_path="/sub") as (url, _):
        answer = httpx.get(f"{url}/sub/livez", headers=https)
        assert answer.status_code == 200
        assert "Strict-Transport-Security" not in answer.headers
        assert httpx.get(f"{url}/jobs/", headers=stranger).status_code == 200


def test_a_server_that_is_told_to_stop_hands_its_work_back(
    tmp_path: Path, conspectus: Command
) -> None:
    """SIGTERM ends it with code 0, though a client follows a job whose model cannot be reached."""
    with served(tmp_path, model="ollama:nobody", model_tries="1") as (url, process):
        job = httpx.post(f"{url}/generate/batch/", files=_short(1)).json()["job_id"]
        with httpx.stream("GET", f"{url}/jobs/{job}/events/", timeout=30) as events:
            next(line for line in events.iter_lines() if "extract" in line)
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
    done = conspectus("jobs", "show", job, "--json")
    assert json.loads(done.stdout)["counts"]["queued"] == 1


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    """Three thousand requests over the whole OpenAPI document; `make fuzz` makes ten thousand."""
    done = fuzz(3000, tmp_path)
    assert done.well, done.told[-5000:]
    assert done.made >= 3000
