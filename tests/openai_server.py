"""A stand-in server that speaks the OpenAI chat-completions protocol, on a free loopback port.

It answers as its `answer` function says, and can be slow, busy, broken, silent or vague.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from conspectus import Question
from conspectus.adapters.model_llm.schema import most_claims
from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.request import Extract, Request

Prompt = Mapping[str, Any]
"""The JSON object that the user message holds."""


USAGE = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}


@dataclass(frozen=True)
class Fault:
    """One call that goes wrong: an HTTP status, or words and a finish reason of the model.

    `body` is sent as it is; `usage` is what the server counts.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content: str | None = None
    finish: str = "stop"
    hang: bool = False
    body: bytes | None = None
    usage: Mapping[str, int] = field(default_factory=lambda: USAGE)


@dataclass
class Server:
    """What the server was asked, and how it behaves. `faults` befall the next calls, in order."""

    answer: Callable[[Prompt], object]
    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    latency: float = 0.0
    at_once: int = 0
    most_at_once: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def prompts(self) -> list[Prompt]:
        """The user messages, read."""
        return [prompt_of(body) for body in self.bodies]


def prompt_of(body: Mapping[str, Any]) -> Prompt:
    """Return the JSON object of the user message of a request body."""
    (message,) = (m for m in body["messages"] if m["role"] == "user")
    read: Prompt = json.loads(message["content"])
    return read


@contextmanager
def openai_server(answer: Callable[[Prompt], object]) -> Iterator[Server]:
    """Serve while the context lasts."""
    server = Server(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with server.lock:
                server.bodies.append(body)
                server.headers.append({name.lower(): v for name, v in self.headers.items()})
                fault = server.faults.pop(0) if server.faults else Fault()
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
            server.stopping.wait(60.0 if fault.hang else server.latency)
            with server.lock:
                server.at_once -= 1
            self._send(fault, body)

        def _send(self, fault: Fault, body: dict[str, Any]) -> None:
            data = fault.body
            if data is None:
                data = json.dumps(_completion(fault, body, server)).encode()
            try:
                self.send_response(fault.status)
                for name, value in fault.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except ConnectionError:
                self.close_connection = True  # the client has given up

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_port}/v1"
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        http.server_close()
        thread.join()


def _completion(fault: Fault, body: dict[str, Any], server: Server) -> dict[str, Any]:
    if fault.status != 200:
        return {"error": {"message": "sk-secret is in this message", "type": "error"}}
    content = fault.content
    if content is None:
        content = json.dumps(server.answer(prompt_of(body)))
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": body["model"],
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", **_spoken(content, body)},
                "finish_reason": fault.finish,
            }
        ],
        "usage": dict(fault.usage),
    }


def _spoken(content: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content as text, or as the call of the only tool."""
    if "tools" not in body:
        return {"content": content}
    called = {"name": body["tools"][0]["function"]["name"], "arguments": content}
    return {"tool_calls": [{"id": "call-1", "type": "function", "function": called}]}


def empty(prompt: Prompt) -> dict[str, Any]:
    """Answer that the passages say nothing."""
    return {
        question["name"]: {"claims": []}
        | ({"verdict": "not_stated"} if question["kind"] == "boolean" else {})
        for question in prompt["questions"]
    }


def honest(questions: Sequence[Question]) -> Callable[[Prompt], dict[str, Any]]:
    """Return a model that reads what it is given: the offline one behind the protocol."""
    known = {question.name: question for question in questions}

    def answer(prompt: Prompt) -> dict[str, Any]:
        extracts = tuple(
            Extract(
                int(passage["number"]),
                passage["kind"],
                passage["text"],
                tuple(passage.get("under", ())),
            )
            for passage in prompt["passages"]
        )
        asked = tuple(known[question["name"]] for question in prompt["questions"])
        told = empty(prompt)
        for reply in OfflineModel().answer(Request(asked, extracts)).replies:
            most = most_claims(known[reply.question])
            told[reply.question]["claims"] = [
                claim(c.text, c.citations[0].extract, c.citations[0].quote, c.aspect)
                for c in reply.claims
                if len(c.text) <= 480 and len(c.citations[0].quote) <= 500
            ][:most]
            if reply.boolean is not None:
                told[reply.question]["verdict"] = "yes" if reply.boolean else "no"
        return told

    return answer


def claim(text: str, passage: int, quote: str, aspect: str = "other") -> dict[str, str]:
    """Return a claim as the schema wants it."""
    return {"aspect": aspect or "other", "text": text, "passage": str(passage), "quote": quote}
