"""The HTTP client beneath the providers' own: what may leave, and how much may come back."""

from collections.abc import AsyncIterator

import httpx2
from pydantic_ai.models import create_async_httpx2_client

from conspectus.adapters.model_llm.causes import TooLong
from conspectus.adapters.model_llm.names import ModelName

CONNECT_SECONDS = 5.0
MOST_BYTES = 16_000_000
"""Of one answer; the longest that a schema allows is a small part of it."""

_OWN = (
    *("accept", "accept-encoding", "connection", "content-length", "content-type", "host"),
    *("user-agent", "authorization", "api-key"),
)
_OPENAI_CLIENTS = ("azure", "ollama", "openai-compatible")


def open_wire(name: ModelName, key: str, seconds: float) -> httpx2.AsyncClient:
    """Return an HTTP client for one model.

    A server on this machine is asked past every proxy. A server that only speaks OpenAI's protocol
    is sent none of the headers that the variables of OpenAI's client add. Answers come
    uncompressed, so that what they are bounded to is what they take.
    """
    timeout = httpx2.Timeout(seconds, connect=CONNECT_SECONDS)
    direct = httpx2.AsyncHTTPTransport() if name.local else None
    http = create_async_httpx2_client(timeout=timeout, transport=direct)

    async def only_own(request: httpx2.Request) -> None:
        request.headers["accept-encoding"] = "identity"
        if name.provider in _OPENAI_CLIENTS:
            for header in [header for header in request.headers if header.lower() not in _OWN]:
                del request.headers[header]
            if key:
                request.headers["authorization"] = f"Bearer {key}"
            else:
                request.headers.pop("authorization", None)

    hooks = http.event_hooks
    http.event_hooks = {
        "request": [*hooks["request"], only_own],
        "response": [*hooks["response"], _bound],
    }
    return http


async def _bound(response: httpx2.Response) -> None:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TooLong("it is compressed, which was not asked for")
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    response.stream = _Bounded(response.stream)


class _Bounded(httpx2.AsyncByteStream):
    """A stream that ends with an error when it is longer than an answer may be."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > MOST_BYTES:
                raise TooLong(f"more than {MOST_BYTES} bytes")
            yield chunk

    async def aclose(self) -> None:
        """Close the stream."""
        await self._stream.aclose()
