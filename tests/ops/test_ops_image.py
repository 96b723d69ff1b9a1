"""The image does its work as nobody in particular, on a root that it cannot write."""

import json
import re
from collections.abc import Iterator

import httpx
import pytest

import redis_server
from image import Image, build
from postgres_server import server as postgres
from s3_server import CREDENTIALS
from s3_server import server as s3
from tools import ROOT, free_port, until

FORM = ROOT / "examples" / "numbered_sections.pdf"


@pytest.fixture(scope="module")
def image() -> Image:
    """Build the image that is shipped."""
    return build("app")


def test_it_is_nobody_and_writes_nothing(image: Image) -> None:
    """User 10001, no capability, no new rights; neither the root nor the program can be changed."""
    said = image.run(
        "-c", "id -u; grep -E 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status; "
        "touch /x /opt/conspectus/x /etc/x 2>/dev/null && echo written; true",
        entrypoint="sh",
    )  # fmt: skip
    assert said.split() == [
        "10001", "CapEff:", "0000000000000000", "NoNewPrivs:", "1", "Seccomp:", "2",
    ]  # fmt: skip


def test_nothing_in_it_builds(image: Image) -> None:
    """No compiler, no pip, no uv, no package that only builds."""
    said = image.run(
        "-c", "for one in cc gcc make ld pip pip3 uv hatchling curl wget git; do "
        "command -v $one; done; python -c 'import hatchling' 2>&1 | tail -n 1",
        entrypoint="sh",
    )  # fmt: skip
    assert said.split("\n")[:-1] == ["ModuleNotFoundError: No module named 'hatchling'"]


def test_it_says_what_it_is(image: Image) -> None:
    """User, labels, health check and way to stop are told; the label leads to the parts list."""
    told = image.settings()
    assert told["User"] == "10001:10001"
    assert told["StopSignal"] == "SIGTERM"
    assert told["Health"]["Test"][:2] == ["CMD", "python"]
    assert told["Labels"]["org.opencontainers.image.licenses"] == "Apache-2.0"
    bill = json.loads(image.run(told["Labels"]["conspectus.sbom"], entrypoint="cat"))
    assert bill["metadata"]["component"]["name"] == "conspectus"
    locked = (ROOT / "requirements" / "app.txt").read_text("utf-8")
    known = set(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", locked + _of("sentry-sdk"), re.M))
    parts = {(part["name"].replace(".", "-"), part["version"]) for part in bill["components"]}
    assert parts <= known
    assert len(parts) > 60


def test_its_byte_code_is_used(image: Image) -> None:
    """Nothing of ours or of a package is compiled anew at the start."""
    stale = "import conspectus.asgi, sys; print(len(sys.modules))"
    said = image.run("-c", f"python -v -c '{stale}' 2>&1", entrypoint="sh")
    assert "bytecode is stale" not in said
    assert not re.search(r"^# code object from '/opt/.*\.py'$", said, re.M)


@pytest.fixture
def alone(image: Image) -> Iterator[str]:
    """Let the image serve by itself; give its URL and a key."""
    port = free_port()
    with image.running("ops-alone", "serve", "--host", "0.0.0.0", "--port", str(port)) as name:
        url = f"http://127.0.0.1:{port}"
        until(lambda: _ready(url))
        key = image.podman("exec", name, "conspectus", "keys", "create", "ops").strip()
        check = image.settings()["Health"]["Test"][1:]
        image.podman("exec", name, *(one.replace("8000", str(port)) for one in check))
        yield f"{url} {key}"


def test_it_serves(alone: str) -> None:
    """The server is ready, its own health check says so, and a form becomes a document."""
    url, key = alone.split()
    assert httpx.get(f"{url}/jobs/").status_code == 401
    head = {"Authorization": f"Bearer {key}", "Accept": "text/html"}
    form = {"file": (FORM.name, FORM.read_bytes())}
    made = httpx.post(f"{url}/generate/", files=form, headers=head, timeout=120)
    assert made.status_code == 200
    assert "<html" in made.text


def test_it_works_with_many_machines(image: Image) -> None:
    """Over PostgreSQL, Valkey and an object store one migrates, one serves, one works."""
    url = postgres().database()
    bucket = s3().bucket().removesuffix(f"&{CREDENTIALS}")
    door, figures = free_port(), free_port()
    with redis_server.running() as redis:
        settings = {
            "CONSPECTUS_DATABASE_URL": url, "CONSPECTUS_ARCHIVE_URL": bucket,
            "REDIS_URL": redis.url, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
        }  # fmt: skip
        given = [part for key, value in settings.items() for part in ("-e", f"{key}={value}")]
        for _ in range(2):
            image.podman("run", "--rm", "--network", "host", "--no-healthcheck",
                         "--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096",
                         *given, image.name, "migrate")  # fmt: skip
        worker = ["worker", "--metrics-port", str(figures)]
        serve = ["serve", "--host", "0.0.0.0", "--port", str(door)]
        with (
            image.running("ops-worker", *worker, **settings),
            image.running("ops-app", *serve, **settings) as app,
        ):
            at = f"http://127.0.0.1:{door}"
            until(lambda: _ready(at))
            key = image.podman("exec", app, "conspectus", "keys", "create", "ops").strip()
            head = {"Authorization": f"Bearer {key}"}
            files = [("files", (f"{n}.pdf", FORM.read_bytes())) for n in range(3)]
            job = httpx.post(f"{at}/generate/batch/", files=files, headers=head).json()["job_id"]
            status = f"{at}/jobs/{job}/status/"
            until(lambda: httpx.get(status, headers=head).json()["status"] == "succeeded", 120)
            told = f"http://127.0.0.1:{figures}/metrics"
            until(lambda: "conspectus_stage_duration_seconds" in _text(told))


def test_the_other_target_reads_scans() -> None:
    """With `--target ocr` there is a Tesseract, and the user is the same."""
    ocr = build("ocr")
    assert ocr.run("--version", entrypoint="tesseract").startswith("tesseract ")
    assert ocr.settings()["User"] == "10001:10001"


def _of(package: str) -> str:
    """Return the line of a package among those that tests use too."""
    locked = (ROOT / "requirements" / "test.txt").read_text("utf-8")
    return next(line for line in locked.splitlines(True) if line.startswith(f"{package}=="))


def _text(url: str) -> str:
    try:
        return httpx.get(url).text
    except httpx.TransportError:
        return ""


def _ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/readyz").status_code == 200
    except httpx.TransportError:
        return False
