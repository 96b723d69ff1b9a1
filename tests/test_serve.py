"""`conspectus serve` and `keys`, as processes: sockets, signals, restarts."""

import io
import json
import signal
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import httpx

from conspectus.cli.serve import _bound
from fuzz import fuzz
from served import LOG, environment, served

FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"


def _conspectus(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "conspectus", *words]
    env = environment(folder, **settings)
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, timeout=60)


def _forms(many: int) -> list[tuple[str, tuple[str, bytes]]]:
    """Return so many forms that differ."""
    data = FORM.read_bytes()
    return [("files", (f"form{n}.pdf", data + b"\n%" + str(n).encode())) for n in range(many)]


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


def test_no_event_is_lost_however_often_the_stream_breaks(tmp_path: Path) -> None:
    """A hundred breaks at random places, in the job and after it: each event comes once."""
    random = Random(4)
    with served(tmp_path) as (url, _), httpx.Client(base_url=url, timeout=30) as client:
        job = client.post("/generate/batch/", files=_forms(6)).json()["job_id"]
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
    assert (tmp_path / LOG).read_text("utf-8").count("\n") == 1  # nobody is told of the breaks
    assert seen == [*range(1, len(seen) + 1)]


def test_all_the_world_is_not_let_in_by_mistake(tmp_path: Path) -> None:
    """One line and exit code 2; no socket is opened."""
    done = _conspectus(tmp_path, "serve", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 2
    assert "CONSPECTUS_AUTH" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_setting_that_does_not_hold_is_named_before_anything_is_served(tmp_path: Path) -> None:
    """One line and exit code 2."""
    for name, value in (
        ("rate_limit", "many"),
        ("webhook_networks", "10.0.0.1/8"),
        ("root_path", "sub/"),
        ("models", "x"),
        ("retention_days", "-1"),
    ):
        done = _conspectus(tmp_path, "serve", "--port", "0", **{name: value})
        assert done.returncode == 2, (name, done.stderr)
        assert f"CONSPECTUS_{name.upper()}" in done.stderr
        assert done.stderr.count("\n") == 1


def test_answers_are_not_held_back() -> None:
    """Only a socket that names TCP is told by asyncio to send small answers at once."""
    with _bound("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    """One line that says what to do."""
    with served(tmp_path) as (url, _):
        port = url.rpartition(":")[2]
        done = _conspectus(tmp_path, "serve", "--port", port)
    assert done.returncode == 2
    assert done.stderr.startswith(f"conspectus: 127.0.0.1 port {port}: ")
    assert done.stderr.count("\n") == 1


def test_a_key_works_from_its_making_to_its_end(tmp_path: Path) -> None:
    """Made, listed and revoked beside a running server, which needs no restart."""
    with served(tmp_path, auth="true") as (url, _):
        made = _conspectus(tmp_path, "keys", "create", "me", "--workspace", "w")
        secret = made.stdout.strip()
        bearer = {"Authorization": f"Bearer {secret}"}
        assert httpx.get(f"{url}/jobs/").status_code == 401
        assert httpx.get(f"{url}/jobs/", headers=bearer).status_code == 200
        id_ = secret.split("_")[1]
        listed = _conspectus(tmp_path, "keys", "list").stdout
        assert id_ in listed
        assert secret not in listed
        assert _conspectus(tmp_path, "keys", "revoke", id_).returncode == 0
        assert httpx.get(f"{url}/jobs/", headers=bearer).status_code == 401
    assert secret.encode() not in (tmp_path / "data" / "records.db").read_bytes()
    assert _conspectus(tmp_path, "keys", "revoke", id_).returncode == 2
    assert _conspectus(tmp_path, "keys", "create", "x", "--scope", "all").returncode == 2


def test_the_figures_of_several_processes_are_added_up(tmp_path: Path) -> None:
    """Forty requests are forty, whichever process is asked."""
    with served(tmp_path, "--workers", "2") as (url, _):
        for _ in range(40):
            assert httpx.get(f"{url}/plugins/").status_code == 200  # a connection each
        for _ in range(4):
            text = httpx.get(f"{url}/metrics/").text
            counted = [line for line in text.splitlines() if 'route="/plugins/"' in line]
            assert next(line for line in counted if "_requests_total" in line).endswith(" 40.0")


def test_a_proxy_of_trust_says_who_asks_and_how(tmp_path: Path) -> None:
    """Behind it TLS is known; a stranger that it names is not let in without a key."""
    https = {"X-Forwarded-Proto": "https"}
    stranger = {"X-Forwarded-For": "203.0.113.7"}
    with served(tmp_path) as (url, _):
        assert "Strict-Transport-Security" in httpx.get(f"{url}/livez", headers=https).headers
        assert httpx.get(f"{url}/jobs/", headers=stranger).status_code == 403
    with served(tmp_path, trusted_proxies="10.0.0.1", root_path="/sub") as (url, _):
        answer = httpx.get(f"{url}/sub/livez", headers=https)
        assert answer.status_code == 200
        assert "Strict-Transport-Security" not in answer.headers
        assert httpx.get(f"{url}/jobs/", headers=stranger).status_code == 200


def test_a_server_that_is_told_to_stop_hands_its_work_back(tmp_path: Path) -> None:
    """SIGTERM ends it with code 0, though a client follows a job whose model cannot be reached."""
    with served(tmp_path, model="ollama:nobody", model_tries="1") as (url, process):
        job = httpx.post(f"{url}/generate/batch/", files=_forms(1)).json()["job_id"]
        with httpx.stream("GET", f"{url}/jobs/{job}/events/", timeout=30) as events:
            next(line for line in events.iter_lines() if "extract" in line)
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
    done = _conspectus(tmp_path, "jobs", "show", job, "--json")
    assert json.loads(done.stdout)["counts"]["queued"] == 1


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    """Some hundred requests over the whole OpenAPI document; `make fuzz` makes thousands."""
    done = fuzz(200, tmp_path)
    assert done.returncode == 0, done.stdout[-5000:]
