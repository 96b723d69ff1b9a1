"""The memory of a server over a thousand documents (`python -m bench.memory`)."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import docx
import httpx

from bench.measure import Figure

FIRST, MANY, AT_ONCE = 100, 1_000, 50
SERVES = re.compile(rb"(?:Serves |\"url.full\":\")(http://[^/\s\"]+)")
LINES = (
    "You are asked to join a research study. Being in it is voluntary.",
    "You will be in the study for {} weeks and come to the clinic {} times.",
    "You may feel pain or have some bleeding. You will be paid ${} for each visit.",
)


def figures() -> Iterator[Figure]:
    """Measure after some documents, when everything is loaded, and after a thousand more."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _server(Path(folder)) as (url, number),
        httpx.Client(base_url=url, timeout=120) as client,
    ):
        _batches(client, 0, FIRST)
        before = resident(number)
        _batches(client, FIRST, FIRST + MANY)
        after = resident(number)
    grown = f"Server: memory after {MANY} more documents ({before:.0f} to {after:.0f} MB)"
    yield Figure(grown, 100 * (after / before - 1), 5, "%")


def resident(number: int) -> float:
    """Return the memory of a process in MB."""
    for line in Path(f"/proc/{number}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("The memory of a process cannot be read here.")


def _batches(client: httpx.Client, first: int, last: int) -> None:
    """Order documents as a client does: post, follow, look, fetch the zip."""
    for start in range(first, last, AT_ONCE):
        files = [("files", (f"{n}.docx", _form(n))) for n in range(start, start + AT_ONCE)]
        job = client.post("/generate/batch/", files=files).json()["job_id"]
        with client.stream("GET", f"/jobs/{job}/events/") as events:
            told = sum(line.startswith("id: ") for line in events.iter_lines())
        status = client.get(f"/jobs/{job}/status/").json()
        if status["status"] != "succeeded" or told < AT_ONCE:
            raise RuntimeError(f"The job has {status['status']} after {told} events.")
        client.get(f"/jobs/{job}/results/", params={"limit": 100}).raise_for_status()
        client.get(f"/jobs/{job}/results/", params={"format": "zip"}).raise_for_status()


def _form(number: int) -> bytes:
    """Return a short form that differs from all others."""
    document, written = docx.Document(), BytesIO()
    for line in LINES:
        document.add_paragraph(line.format(number, number))
    document.save(written)
    return written.getvalue()


@contextmanager
def _server(folder: Path) -> Iterator[tuple[str, int]]:
    log = folder / "log"
    env = {**os.environ, "CONSPECTUS_DATA_DIR": str(folder / "data")}
    command = [sys.executable, "-m", "conspectus", "serve", "--port", "0"]
    with log.open("wb") as told:
        server = subprocess.Popen(command, env=env, stderr=told)
    try:
        until = monotonic() + 60
        while not (match := SERVES.search(log.read_bytes())):
            if monotonic() > until:
                raise TimeoutError("The server did not start.")
            sleep(0.05)
        yield match[1].decode(), server.pid
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    measured = [*figures()]
    for figure in measured:
        print(figure)
    sys.exit(not all(figure.reached for figure in measured))
