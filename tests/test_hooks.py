"""Webhooks: who is told what, how it is signed, and where it never goes."""

import asyncio
import hmac
import json
import socket
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest

from conspectus.adapters.courier_http import HttpCourier
from conspectus.domain.errors import UnknownJob
from conspectus.domain.hooks import PAUSES, Undelivered, UnsafeAddress, may_reach
from conspectus.domain.usage import Usage
from conspectus.ports import Courier, Records
from conspectus.service.hooks import Hooks
from conspectus.testing import ListCourier
from doors import Door, visit
from stores import KINDS, Stores, Work, over, submitted
from test_records import TALLY

URL = "https://office.example/hook"
LOCAL = [ip_network("127.0.0.0/8")]


@pytest.fixture(params=KINDS)
def over_all(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Work], None]:
    """Run a test over the books of every kind."""
    return over(request.param, tmp_path)


def _hooks(s: Stores, courier: Courier) -> Hooks:
    return Hooks(s.hooks, courier, lambda: s.clock.now / 1000)


async def _end(records: Records, workspace: str = "w") -> str:
    job, (document,) = await submitted(records, "aa", workspace=workspace)
    task = await records.begin(document.id)
    assert task
    await records.succeed(task.attempt, Usage(), TALLY)
    return job.id


def test_each_end_of_a_job_is_told_once(over_all: Callable[[Work], None]) -> None:
    """To the hooks of its workspace, and again only when a retry has ended it again."""

    async def work(s: Stores) -> None:
        courier = ListCourier()
        hooks = _hooks(s, courier)
        await hooks.create("w", URL)
        await hooks.create("other", URL)
        await submitted(s.records, "bb")
        job = await _end(s.records)
        assert await hooks.send() == 1
        assert await hooks.send() == 0
        (sent,) = courier.carried
        told = json.loads(sent[2])
        assert (told["type"], told["data"]["job_id"]) == ("job.succeeded", job)
        open_, _ = await submitted(s.records, "cc")
        await s.records.cancel("w", open_.id)
        await hooks.send()
        s.clock.pass_seconds(1)
        await s.records.retry("w", open_.id)
        assert await hooks.send() == 0
        await s.records.cancel("w", open_.id)
        assert await hooks.send() == 1
        assert [json.loads(body)["type"] for _, _, body in courier.carried[1:]] == [
            "job.cancelled",
            "job.cancelled",
        ]

    over_all(work)


def test_a_message_is_sent_until_it_is_taken(over_all: Callable[[Work], None]) -> None:
    """With growing pauses and the same id; then it waits no more. The log tells each answer."""

    async def work(s: Stores) -> None:
        courier = ListCourier(statuses=[500] * 3)
        hooks = _hooks(s, courier)
        hook = await hooks.create("w", URL)
        await _end(s.records)
        for pause in PAUSES[:3]:
            assert await hooks.send() == 1
            (logged,) = await hooks.deliveries("w", hook.id, 10)
            assert (logged.status, logged.answer) == ("waiting", "HTTP 500")
            s.clock.pass_seconds(pause - 1)
            assert await hooks.send() == 0
            s.clock.pass_seconds(1)
        await hooks.send()
        (logged,) = await hooks.deliveries("w", hook.id, 10)
        assert (logged.status, logged.attempts, logged.answer) == ("delivered", 4, "HTTP 204")
        assert len({headers["webhook-id"] for _, headers, _ in courier.carried}) == 1

    over_all(work)


def test_a_message_that_nobody_takes_is_given_up(over_all: Callable[[Work], None]) -> None:
    """After the last pause it has failed, and the log says so."""

    async def work(s: Stores) -> None:
        hooks = _hooks(s, ListCourier(statuses=[302] * 100))
        hook = await hooks.create("w", URL)
        await _end(s.records)
        for pause in (*PAUSES, 0, 0):
            await hooks.send()
            s.clock.pass_seconds(pause)
        (logged,) = await hooks.deliveries("w", hook.id, 10)
        assert (logged.status, logged.attempts) == ("failed", len(PAUSES) + 1)

    over_all(work)


def test_two_processes_send_a_message_once(over_all: Callable[[Work], None]) -> None:
    """What one has claimed is due to the other only when the first may have died."""

    async def work(s: Stores) -> None:
        courier = ListCourier()
        await _hooks(s, courier).create("w", URL)
        await _end(s.records)
        sent = await asyncio.gather(*(_hooks(s, courier).send() for _ in range(5)))
        assert sum(sent) == len(courier.carried) == 1

    over_all(work)


def test_a_deleted_job_leaves_no_message(over_all: Callable[[Work], None]) -> None:
    """What was to be sent about it is not sent, and what was is forgotten."""

    async def work(s: Stores) -> None:
        courier = ListCourier(statuses=[500])
        hooks = _hooks(s, courier)
        hook = await hooks.create("w", URL)
        job = await _end(s.records)
        await hooks.send()
        await s.records.delete("w", job)
        s.clock.pass_seconds(PAUSES[0])
        assert await hooks.send() == 0
        assert [*await hooks.deliveries("w", hook.id, 10)] == []

    over_all(work)


def test_a_hook_of_another_workspace_is_unknown(over_all: Callable[[Work], None]) -> None:
    """Neither listed, nor deleted, nor its deliveries shown."""

    async def work(s: Stores) -> None:
        hooks = _hooks(s, ListCourier())
        hook = await hooks.create("w", URL)
        assert await hooks.all("other") == []
        with pytest.raises(UnknownJob):
            await hooks.remove("other", hook.id)
        with pytest.raises(UnknownJob):
            await hooks.deliveries("other", hook.id, 10)
        await hooks.remove("w", hook.id)
        await _end(s.records)
        assert await hooks.send() == 0

    over_all(work)


def test_the_signature_is_that_of_standard_webhooks(over_all: Callable[[Work], None]) -> None:
    """HMAC-SHA256 over id, time and body, with the secret that was shown."""

    async def work(s: Stores) -> None:
        courier = ListCourier()
        hook = await _hooks(s, courier).create("w", URL)
        await _end(s.records)
        await _hooks(s, courier).send()
        _, headers, body = courier.carried[0]
        key = b64decode(hook.secret.split("_")[1])
        told = b".".join(
            [headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body]
        )
        signature = b64encode(hmac.new(key, told, "sha256").digest()).decode()
        assert headers["webhook-signature"] == f"v1,{signature}"

    over_all(work)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "192.0.0.8", "192.88.99.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1",
        "2002:a00:1::", "2001:0:a00:1::", "2001:db8::1", "100::1",
        "3fff::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_out_of_reach(address: str) -> None:
    """Private, link-local, shared, translated and tunnelled ones; unless a network is allowed."""
    one = ip_address(address)
    assert not may_reach(one)
    assert may_reach(one, [ip_network(address)])


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_a_public_address_may_be_reached(address: str) -> None:
    """Nothing else is refused."""
    assert may_reach(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://2130706433/",
        "https://0x7f.1/", "https://169.254.169.254/latest", "http://8.8.8.8/", "ftp://8.8.8.8/",
        "https://a:b@8.8.8.8/", "https://8.8.8.8:x/", "https:///x", "", "https://[::ffff:10.0.0.1]/",
        "https://8.8.8.8/\r\nX: y", "https://8.8.8.8:99999/",
    ],
)  # fmt: skip
def test_a_url_that_leads_inside_is_refused_when_it_is_saved(url: str) -> None:
    """Whatever notation the address has; so is a URL without TLS or with a password."""
    with pytest.raises(UnsafeAddress):
        asyncio.run(HttpCourier().examine(url))


@dataclass
class Receiver:
    """What a server on this machine was sent."""

    url: str = ""
    status: int = 204
    seen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def _receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.seen.append((dict(self.headers), body))
            self.send_response(receiver.status)
            self.send_header("Location", f"{receiver.url}elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *given: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Taker) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()


def _carry(url: str, allowed: Any = ()) -> int:
    async def work() -> int:
        async with HttpCourier(allowed) as courier:
            return await courier.carry(url, {"webhook-id": "m"}, b"{}")

    return asyncio.run(work())


def test_an_allowed_network_is_reached_and_a_redirect_is_not_followed() -> None:
    """The message comes whole; 302 is an answer like any other that is no success."""
    with _receiving() as receiver:
        assert _carry(receiver.url, LOCAL) == 204
        headers, body = receiver.seen[0]
        assert (headers["webhook-id"], body) == ("m", b"{}")
        assert headers["Host"] == receiver.url.split("/")[2]
        receiver.status = 302
        assert _carry(receiver.url, LOCAL) == 302
        assert len(receiver.seen) == 2


def test_a_name_that_leads_elsewhere_by_now_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address is looked at when the connection is made, and the connection is made to it."""
    with _receiving() as receiver:
        port = int(receiver.url.rstrip("/").rpartition(":")[2])
        answers = iter(["127.0.0.1", "10.0.0.1"])

        async def look_up(self: object, host: str, port: int, **more: object) -> Any:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", look_up)
        assert _carry(f"http://name.example:{port}/", LOCAL) == 204
        assert receiver.seen[0][0]["Host"] == f"name.example:{port}"
        with pytest.raises(UnsafeAddress):
            _carry(f"http://name.example:{port}/", LOCAL)
        assert len(receiver.seen) == 1


def test_a_receiver_that_is_away_is_no_fault_of_ours() -> None:
    """It is told as such, and tried again."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Undelivered):
        _carry(f"http://127.0.0.1:{port}/", LOCAL)


def test_webhooks_are_kept_over_http(tmp_path: Path) -> None:
    """The secret is shown once; what may not be reached is refused; deletion forgets."""

    async def work(at: Door) -> None:
        made = await at.client.post("/webhooks", json={"url": URL})
        assert made.status_code == 201
        assert made.json()["secret"].startswith("whsec_")
        listed = (await at.client.get("/webhooks/")).json()["webhooks"]
        assert listed == [{name: made.json()[name] for name in ("id", "url", "created")}]
        refused = await at.client.post("/webhooks/", json={"url": "http://10.0.0.1/"})
        assert (refused.status_code, refused.json()["code"]) == (422, "unsafe-address")
        for body in (b"[", b"{}", b'{"url": 1}', b'{"url": "https://a.example", "x": 1}'):
            wrong = await at.client.post("/webhooks/", content=body)
            assert wrong.status_code == 422, body
        large = await at.client.post("/webhooks/", content=b" " * 100_000)
        assert (large.status_code, large.json()["code"]) == (413, "too-large")
        place = f"/webhooks/{listed[0]['id']}/"
        assert (await at.client.get(f"{place}deliveries/")).json() == {"deliveries": []}
        assert (await at.client.delete(place)).status_code == 204
        assert (await at.client.delete(place)).status_code == 404

    visit(tmp_path, working=False)(work)
