"""Kept answers as bytes, bound to their key."""

import hmac
import zlib
from itertools import starmap
from typing import Any

import orjson

from conspectus.domain.answers import Kept, Tags
from conspectus.domain.request import Answer, Citation, Claim, Reply
from conspectus.domain.usage import Usage

MAC = 32


class HmacSeal:
    """JSON behind an HMAC-SHA-256 over key and content: only who knows the secret can make it.

    Without a secret a checksum stands there, which finds damage and what was moved to another key.
    """

    def __init__(self, secret: str = "") -> None:
        self._secret = secret.encode()

    def close(self, key: str, kept: Kept) -> bytes:
        """Return the bytes to be written down."""
        body = orjson.dumps(_plain(kept))
        return self._mac(key, body) + body

    def open(self, key: str, sealed: bytes, tier: str = "") -> Kept | None:
        """Return what was closed under this key and secret, made afresh; None for all else."""
        body = sealed[MAC:]
        if not hmac.compare_digest(self._mac(key, body), sealed[:MAC]):
            return None
        try:
            return _kept(orjson.loads(body), tier)
        except (ValueError, TypeError):
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
        (usage.calls, usage.input_tokens, usage.output_tokens, usage.cost_usd, usage.seconds),
        (tags.plugin, tags.model, tags.document, tags.workspace),
        kept.asked,
        kept.expires,
        kept.size,
    ]


def _kept(plain: Any, tier: str) -> Kept:
    replies, took, tags, asked, expires, size = plain
    calls, read, written, cost, seconds = took
    usage = Usage(calls, 0, 0, read, written, cost, 0.0, seconds)
    return Kept(Answer(_replies(replies), usage), Tags(*tags), asked, expires, size, tier)


def _replies(plain: Any) -> tuple[Reply, ...]:
    return tuple([Reply(q, tuple(map(_claim, claims)), b) for q, claims, b in plain])


def _claim(plain: Any) -> Claim:
    text, citations, aspect = plain
    return Claim(text, tuple(starmap(Citation, citations)), aspect)
