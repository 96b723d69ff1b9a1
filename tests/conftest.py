"""No test reaches beyond this machine."""

import socket
from ipaddress import ip_address

import pytest


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
