"""A form over HTTP for the first time, the second time, and against a bare upload handler.

Four connections that are kept open ask, in turns, ours and the bare handler of `bench/bare.py`. It
hashes the same upload and answers the same bytes. Each server is a process that is kept busy, so a
second of its processor is a second of its time: processor time is compared, and other work on the
machine does not count. `python -m bench.warm` also prints the rates by the clock.
"""

import json
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

import httpx
import psutil
from tests.served import served

from bench.forms import long_form
from bench.measure import Figure

PAGES, ROUNDS, REQUESTS, CONNECTIONS = 36, 20, 120, 4
UNLIMITED = {"rate_limit": "1000000000/minute"}


def figures(clocked: bool = False) -> Iterator[Figure]:
    """Measure what a user waits for, and what the server can take."""
    form = long_form(PAGES)
    with TemporaryDirectory() as folder, served(Path(folder), **UNLIMITED) as (url, ours):
        post = {"url": f"{url}/v1/generate/", "files": {"file": ("form.pdf", form)}, "timeout": 120}
        (cold, first), (again, second) = _posted(post), _posted(post)
        yield Figure(f"POST of {PAGES} pages, the first time", cold, 10, "s")
        yield Figure(f"POST of {PAGES} pages, the second time", again / cold, 0.5, "x")
        calls = json.loads(second.content)["usage"]["calls"]
        yield Figure("Model calls, the second time", calls, 0, "")
        if json.loads(first.content)["report"] != json.loads(second.content)["report"]:
            raise RuntimeError("The second report is not the first one.")
        (Path(folder) / "form.pdf").write_bytes(form)
        (Path(folder) / "answer.json").write_bytes(second.content)
        with _bare(Path(folder)) as (floor, bare):
            spent, clock = against((url, ours.pid), (floor, bare.pid), form)
    if clocked:
        print(f"By the clock: requests/s of a bare upload handler are {clock:.2f} times ours")
    yield Figure("Warm POST: processor time, against a bare upload handler", spent, 2, "x")


def against(
    ours: tuple[str, int], bare: tuple[str, int], form: bytes, rounds: int = ROUNDS
) -> tuple[float, float]:
    """Return how many times the processor time of ours is, and the best rate of the bare one."""
    spent, rates = Counter[int](), dict[int, float]()
    for _ in range(rounds):
        for url, process in (bare, ours):
            before = _spent(process)
            rates[process] = max(rates.get(process, 0), rate(url, form))
            spent[process] += _spent(process) - before
    return spent[ours[1]] / spent[bare[1]], rates[bare[1]] / rates[ours[1]]


def rate(url: str, form: bytes, requests: int = REQUESTS) -> float:
    """Return how many uploads of a form are answered in a second."""
    place = urlsplit(url)
    asked = _request(place.netloc, form)
    failed: list[bytes] = []

    def ask() -> None:
        with socket.create_connection((place.hostname, place.port)) as connection:
            for _ in range(requests // CONNECTIONS):
                connection.sendall(asked)
                if b" 200 " not in (head := _answered(connection)).partition(b"\r\n")[0]:
                    failed.append(head)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    started = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = perf_counter() - started
    if failed:
        raise RuntimeError(failed[0].decode())
    return requests / took


def _request(host: str, form: bytes) -> bytes:
    mark = b"the-boundary-of-this-form"
    kind = b'Content-Disposition: form-data; name="file"; filename="form.pdf"'
    body = b"--%b\r\n%b\r\n\r\n%b\r\n--%b--\r\n" % (mark, kind, form, mark)
    head = (
        f"POST /v1/generate/ HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\n"
        f"Content-Type: multipart/form-data; boundary={mark.decode()}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _answered(connection: socket.socket) -> bytes:
    """Read an answer to its end; return its head."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65_536)
    head, _, body = received.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    left = int(fields[b"content-length"]) - len(body)
    while left:
        left -= len(connection.recv(min(left, 1 << 20)))
    return head


def _spent(process: int) -> float:
    times = psutil.Process(process).cpu_times()
    return float(times.user + times.system)


def _posted(post: dict) -> tuple[float, httpx.Response]:
    started = perf_counter()
    answer = httpx.post(**post).raise_for_status()
    return perf_counter() - started, answer


@contextmanager
def _bare(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-m", "bench.bare", "form.pdf", "answer.json"]
    command[3:] = [str(folder / name) for name in command[3:]]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    try:
        for _ in range(100):
            with socket.socket() as trying:
                place = urlsplit(url)
                if trying.connect_ex((place.hostname, place.port)) == 0:
                    break
            threading.Event().wait(0.1)
        yield url, server
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    measured = [*figures(clocked=True)]
    for figure in measured:
        print(figure)
    sys.exit(not all(figure.reached for figure in measured))
