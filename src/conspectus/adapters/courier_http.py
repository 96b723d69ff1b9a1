"""Carries webhooks over HTTP, to public addresses only, whatever a name resolves to and when."""

import asyncio
import socket
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx2

from conspectus.domain.hooks import Address, Network, Undelivered, UnsafeAddress, may_reach

SECONDS = 10.0
_PORTS = {"https": 443, "http": 80}


class HttpCourier:
    """An async context. Plain http goes to `allowed` networks alone.

    The connection is made to the very address that was examined; a name that resolves to another
    one a moment later leads nowhere.
    """

    def __init__(self, allowed: Sequence[Network] = ()) -> None:
        self._allowed = allowed
        self._client = httpx2.AsyncClient(
            timeout=SECONDS, follow_redirects=False, trust_env=False, limits=httpx2.Limits()
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def examine(self, url: str) -> None:
        """Raise UnsafeAddress when a message may not go to this URL."""
        await self._address(*_parted(url))

    async def carry(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """Post a message and return the status."""
        scheme, host, port = _parted(url)
        address = await self._address(scheme, host, port)
        literal = f"[{address}]" if address.version == 6 else str(address)
        parts = urlsplit(url)
        target = f"{scheme}://{literal}:{port}{parts.path or '/'}"
        target += f"?{parts.query}" if parts.query else ""
        named = parts.netloc.rpartition("@")[2]
        try:
            async with (
                asyncio.timeout(SECONDS),
                self._client.stream(
                    "POST",
                    target,
                    content=body,
                    headers={**headers, "Host": named},
                    extensions={"sni_hostname": host},
                ) as answer,
            ):
                return answer.status_code
        except (httpx2.HTTPError, OSError, TimeoutError) as error:
            raise Undelivered(f"It cannot be reached ({type(error).__name__}).") from error

    async def _address(self, scheme: str, host: str, port: int) -> Address:
        """Return the address of a host. Raises UnsafeAddress unless every one may be reached."""
        try:
            loop = asyncio.get_running_loop()
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnsafeAddress("The host of the URL is not known.") from error
        addresses = [ip_address(str(one[4][0]).partition("%")[0]) for one in found]
        if not addresses or not all(may_reach(one, self._allowed) for one in addresses):
            raise UnsafeAddress("The URL leads to an address that is not public.")
        if scheme == "http" and not all(
            any(one in network for network in self._allowed if network.version == one.version)
            for one in addresses
        ):
            raise UnsafeAddress("Give an https URL.")
        return addresses[0]


def _parted(url: str) -> tuple[str, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UnsafeAddress("The URL does not hold.") from None
    sound = url.isascii() and url.isprintable() and " " not in url
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or not sound:
        raise UnsafeAddress("Give an https URL without a name or password in it.")
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme]
