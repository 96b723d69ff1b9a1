"""Kept answers as bytes, bound to their key."""

import hmac
import json
import zlib
from math import isfinite
from typing import Any

import orjson

from conspectus.domain.answers import Kept, Tags
from conspectus.domain.request import Answer, Citation, Claim, Reply
from conspectus.domain.usage import Usage

MAC = 32

MOST_COUNT = 2**53
"""What a server counts beyond this is nonsense, as is less than none, and no number of JSON."""


class HmacSeal:
    """JSON behind an HMAC-SHA-256 over key and content: only who knows the secret can make it.

    Without a secret a checksum stands there, which finds damage and what was moved to another key.
    """

    def __init__(self, secret: str = "") -> None:
        self._secret = secret.encode()

    def close(self, key: str, kept: Kept) -> bytes:
        """Return the bytes to be written down; there are some for every answer."""
        plain = _plain(kept)
        try:
            body = orjson.dumps(plain)
        except TypeError:  # half a character
            body = json.dumps(plain).encode()
        return self._mac(key, body) + body

    def open(self, key: str, sealed: bytes, tier: str = "") -> Kept | None:
        """Return what was closed under this key and secret, made afresh; None for all else."""
        body = sealed[MAC:]
        if not hmac.compare_digest(self._mac(key, body), sealed[:MAC]):
            return None
        try:
            return _kept(_loaded(body), tier)
        except (ValueError, TypeError, OverflowError, RecursionError):
            return None

    def _mac(self, key: str, body: bytes) -> bytes:
        if not self._secret:
            return zlib.crc32(body, zlib.crc32(key.encode())).to_bytes(MAC, "big")
        return hmac.digest(self._secret, key.encode() + body, "sha256")


def _plain(kept: Kept) -> list[object]:
    usage, tags = kept.answer.usage, kept.tags
    return [
        [
            (
                reply.question,
                [
                    (claim.text, [(c.extract, c.quote) for c in claim.citations], claim.aspect)
                    for claim in reply.claims
                ],
                reply.boolean,
            )
            for reply in kept.answer.replies
        ],
        (
            usage.calls,
            min(max(usage.input_tokens, 0), MOST_COUNT),
            min(max(usage.output_tokens, 0), MOST_COUNT),
            usage.cost_usd,
            usage.seconds,
        ),
        (tags.plugin, tags.model, tags.document, tags.workspace),
        kept.asked,
        kept.expires,
        kept.size,
    ]


def _loaded(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except ValueError:
        return json.loads(body)


def _kept(plain: Any, tier: str) -> Kept:
    """Return what was written down. Raise ValueError or TypeError for all that never was."""
    replies, took, tags, asked, expires, size = plain
    calls, read, written, cost, seconds = took
    if not all(map(_is_count, (calls, read, written, size))):
        raise TypeError
    usage = Usage(calls, 0, 0, read, written, _maybe(cost), 0.0, _number(seconds))
    if not all(type(tag) is str for tag in tags):
        raise TypeError
    answer = Answer(tuple([_reply(*one) for one in replies]), usage)
    return Kept(answer, Tags(*tags), _number(asked), _maybe(expires), size, tier)


def _reply(question: object, claims: Any, boolean: object) -> Reply:
    if type(question) is not str or not (boolean is None or type(boolean) is bool):
        raise TypeError
    return Reply(question, tuple([_claim(*one) for one in claims]), boolean)


def _claim(text: object, citations: Any, aspect: object) -> Claim:
    if type(text) is not str or type(aspect) is not str:
        raise TypeError
    return Claim(text, tuple([_citation(*one) for one in citations]), aspect)


def _citation(extract: object, quote: object) -> Citation:
    if type(extract) is not int or type(quote) is not str:
        raise TypeError
    return Citation(extract, quote)


def _number(value: object) -> float:
    if (type(value) is not float and type(value) is not int) or not isfinite(value):
        raise TypeError
    return value


def _maybe(value: object) -> float | None:
    return None if value is None else _number(value)


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0
