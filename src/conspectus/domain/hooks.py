"""Webhooks: whom to tell when a job has ended, how the message is signed, and where it may go."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Literal

from conspectus.domain.errors import ConspectusError, UsageError

DeliveryState = Literal["waiting", "delivered", "failed"]
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

PAUSES = (5, 60, 300, 1_800, 7_200, 21_600, 43_200)
"""Seconds until a delivery is tried again, after the first failure, the second, and so on."""

SECRET_PREFIX = "whsec_"

# What `is_global` does not know on every Python: CGNAT, NAT64, 6to4 and its relays, Teredo,
# addresses that carry an IPv4 one, those of documentation, site-local ones.
_INSIDE: tuple[Network, ...] = tuple(
    ip_network(one)
    for one in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "::/8",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "fec0::/10",
    )
)


class UnsafeAddress(UsageError):
    """A webhook would go where strangers have no business."""

    code = "unsafe-address"


class Undelivered(ConspectusError):
    """Whom a webhook was sent to did not take it."""

    code = "undelivered"
    retryable = True


@dataclass(frozen=True, slots=True)
class Hook:
    """Tells a URL of each end of a job of a workspace. Times as in `job`."""

    id: str
    workspace: str
    url: str
    secret: str
    created: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on its way: `answer` says how the last attempt went."""

    id: str
    hook: str
    job: str
    body: str
    status: DeliveryState = "waiting"
    attempts: int = 0
    due: int = 0
    answer: str = ""


def may_reach(address: Address, allowed: Iterable[Network] = ()) -> bool:
    """Whether a webhook may go to an address: a public one, or one that is allowed."""
    if any(address in network for network in allowed if network.version == address.version):
        return True
    inside = any(address in network for network in _INSIDE if network.version == address.version)
    hidden = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not inside and not hidden


def signed(hook: Hook, delivery: Delivery, seconds: int) -> dict[str, str]:
    """Return the headers of a message, as Standard Webhooks has them."""
    key = b64decode(hook.secret.removeprefix(SECRET_PREFIX))
    told = f"{delivery.id}.{seconds}.{delivery.body}".encode()
    signature = b64encode(hmac.digest(key, told, sha256)).decode()
    return {
        "Content-Type": "application/json",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{signature}",
    }
