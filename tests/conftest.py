"""No test reaches beyond this machine; one real browser serves all tests of pages."""

import asyncio
import shutil
import socket
import tempfile
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, sync_playwright

from processes import children, named_pipe
from served import served

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def _chromium() -> Iterator[tuple[Browser, asyncio.AbstractEventLoop]]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("There is no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        loop = asyncio.get_running_loop()
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        asyncio._set_running_loop(None)
        yield started, loop
        asyncio._set_running_loop(loop)
        started.close()


@pytest.fixture
def browser(_chromium: tuple[Browser, asyncio.AbstractEventLoop]) -> Iterator[Browser]:
    """Lend the Chromium of the machine, one for all tests; without it, they are skipped.

    The loop of Playwright counts as running between its calls, and would let no test have one.
    """
    started, loop = _chromium
    asyncio._set_running_loop(loop)
    yield started
    asyncio._set_running_loop(None)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URL of a real server for tests that only add jobs of their own."""
    with served(tmp_path_factory.mktemp("service")) as (url, _):
        yield url


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Whatever a test does, it leaves no process, no file of its own, and none in the scratch."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    before, files = children(), psutil.Process().num_fds()
    yield folder
    assert list(folder.iterdir()) == []
    assert children() <= before
    assert psutil.Process().num_fds() <= files


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    """Lend a named pipe: reading it ends when the last process that writes to it ends."""
    with named_pipe(tmp_path) as path:
        yield path


@pytest.fixture(autouse=True)
def _no_strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every name that is not of this machine."""
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def guarded_connect(self: socket.socket, address: object) -> None:
        _require_local(address)
        connect(self, address)  # type: ignore[arg-type]

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        _require_local(address)
        return connect_ex(self, address)  # type: ignore[arg-type]

    def guarded_look_up(host: object, *more: object, **named: object) -> object:
        _require_local((host,))
        return look_up(host, *more, **named)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _require_local(address: object) -> None:
    """Unix sockets are addressed by a path, loopback by a number or a name."""
    if isinstance(address, str | bytes):
        return
    host = address[0] if isinstance(address, tuple) else address
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost"):
        return
    try:
        local = ip_address(str(text).partition("%")[0]).is_loopback
    except ValueError:
        local = False
    if not local:
        raise ConnectionRefusedError(f"tests reach no other machine, and not {text}")
