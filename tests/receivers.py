"""Servers of the tests' own for what leaves the program: traces, errors, log lines, webhooks."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from typing import Any, TypeVar

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

T = TypeVar("T")


@dataclass
class Received:
    """The path and the plain body of a request."""

    path: str
    body: bytes
    headers: dict[str, str]


@dataclass
class Receiver:
    """What came, in order."""

    url: str = ""
    got: list[Received] = field(default_factory=list)
    status: int = 200

    @property
    def raw(self) -> bytes:
        """All bodies."""
        return b"\n".join(one.body for one in self.got)


@contextmanager
def receiver(answer: Callable[[Received], bytes] = lambda _: b"{}") -> Iterator[Receiver]:
    """Take in whatever is posted."""
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self._body()
            packed = self.headers.get("Content-Encoding")
            if packed == "gzip":
                body = gzip.decompress(body)
            elif packed == "br":
                body = import_module("brotli").decompress(body)
            one = Received(self.path, body, {k.lower(): v for k, v in self.headers.items()})
            found.got.append(one)
            data = answer(one)
            self.send_response(found.status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    found.url = f"http://127.0.0.1:{http.server_port}"
    try:
        yield found
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def spans_of(collector: Receiver) -> list[Span]:
    """Return the spans that a collector was sent."""
    found: list[Span] = []
    for one in collector.got:
        assert one.path == "/v1/traces"
        assert one.headers["content-type"] == "application/x-protobuf"
        told = ExportTraceServiceRequest.FromString(one.body)
        found += [s for r in told.resource_spans for scope in r.scope_spans for s in scope.spans]
    return found


def attributes_of(span: Span) -> dict[str, Any]:
    """Return the attributes of a span."""
    return {
        one.key: getattr(one.value, str(one.value.WhichOneof("value"))) for one in span.attributes
    }


def events_of(sentry: Receiver) -> list[dict[str, Any]]:
    """Return the events of the envelopes that Sentry was sent."""
    found = []
    for one in sentry.got:
        assert one.path.endswith("/envelope/")
        lines = one.body.split(b"\n")
        for head, payload in zip(lines[1::2], lines[2::2], strict=False):
            if json.loads(head)["type"] == "event":
                found.append(json.loads(payload))
    return found


def dsn(sentry: Receiver) -> str:
    """Return the address of a Sentry as its client wants it."""
    return sentry.url.replace("http://", "http://abc123@") + "/7"


def until(look: Callable[[], T], seconds: float = 30) -> T:
    """Wait for what must come."""
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)
    return found
