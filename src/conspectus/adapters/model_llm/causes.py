"""Why a call failed, from what the libraries beneath raised one out of the other."""

import os
import socket
from collections.abc import Iterator
from ssl import SSLError

from conspectus.domain.errors import AnswerFiltered, ModelError, ModelRefused, ModelUnreachable


class NotConnected(ModelUnreachable):
    """No connection was made, so that nothing was sent."""


class TooLong(Exception):
    """The server sends more than any answer has."""


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that it was raised from, the first cause last."""
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = now.__cause__ or now.__context__


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status of a failed call, None where there was no answer."""
    told = (getattr(cause, "status_code", None) for cause in causes(error))
    return next((status for status in told if isinstance(status, int)), None)


def is_unconnected(error: BaseException) -> bool:
    """Tell whether the call ended before a connection stood."""
    refused = (ConnectionRefusedError, socket.gaierror)
    names = {"ConnectError", "ConnectTimeout", "EndpointConnectionError", "ConnectTimeoutError"}
    return any(isinstance(c, refused) or type(c).__name__ in names for c in causes(error))


def reason_of(error: BaseException, seconds: float) -> str:
    """Say why no answer came, in a few words of our own or of the operating system."""
    status = status_of(error)
    if status is not None:
        return f"HTTP {status}"
    chain = list(causes(error))
    told = [_by_system(cause) for cause in chain if isinstance(cause, OSError) and cause.strerror]
    if told:
        return told[-1].lower()
    if is_unconnected(error):
        return "no connection"
    if any("Timeout" in type(cause).__name__ for cause in chain):
        return f"no answer within {seconds:g} s"
    return type(chain[-1]).__name__


def outcome_of(error: ModelError) -> str:
    """Name how a call ended: refused, timed_out, or failed."""
    if isinstance(error, ModelRefused | AnswerFiltered):
        return "refused"
    late = any("Timeout" in type(cause).__name__ for cause in causes(error))
    return "timed_out" if late and isinstance(error, ModelUnreachable) else "failed"


def _by_system(error: OSError) -> str:
    """Return the system's own words for an error: those of a library may hold addresses."""
    looked_up = isinstance(error, socket.gaierror | SSLError)
    return str(error.strerror) if looked_up or not error.errno else os.strerror(error.errno)
