"""The key of a request: SHA-256 of everything that shapes its answer, in one canonical form.

Numbers that are equal are written alike (0 and 0.0) and the names of a mapping are sorted. Only the
value under `schema` keeps its own order at every depth: the order of a JSON schema changes what a
model writes. A schema stands in the whole as its digest.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from math import isfinite

import orjson

FORMAT = 1
"""Raised when answers are kept or keyed otherwise than before: then none of the old is found."""

SCHEMAS = 512
"""How many schemas are remembered in canonical form; a plugin asks with about ten."""


LEAF, LIST = (str, int, bool, type(None)), (list, tuple)
AS_IT_IS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME


def key_of(shape: Mapping[str, object], plugin: str = "", workspace: str = "") -> str:
    """Return 64 hexadecimal digits, the same in every process.

    Raises TypeError for what is not plain data (str, int, finite float, bool, None, list, mapping
    with string names): a guess could make two different requests one.
    """
    whole = [FORMAT, plugin, workspace, _mapping(shape, False)]
    return sha256(_written(whole, orjson.OPT_SORT_KEYS)).hexdigest()


def _plain(value: object, ordered: bool) -> object:
    """Return the value with each number in its shortest form, or refuse it."""
    if isinstance(value, LEAF):
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise TypeError("neither NaN nor infinity can be part of a key")
        return int(value) if value.is_integer() else value
    if isinstance(value, LIST):
        return [_plain(one, ordered) for one in value]
    if isinstance(value, Mapping):
        return _mapping(value, ordered)
    raise TypeError(f"{type(value).__name__} is not plain data: it cannot be part of a key")


def _mapping(mapping: Mapping[str, object], ordered: bool) -> dict[str, object]:
    made: dict[str, object] = {}
    for name, value in mapping.items():
        if not isinstance(name, str):
            raise TypeError("a mapping in a key has a name that is not a string")
        if isinstance(value, LEAF) and name != "schema":
            made[name] = value
        elif name == "schema" and not ordered:
            made[name] = _schema(value)
        else:
            made[name] = _plain(value, ordered)
    return made


def _written(plain: object, option: int | None = None) -> bytes:
    try:
        return orjson.dumps(plain, option=option)
    except TypeError:  # half a character, or a number of more than 64 bits
        return json.dumps(plain, sort_keys=option is not None).encode()


def _schema(schema: object) -> str:
    """Return the digest of a schema; it is large, nearly always the same, and so remembered."""
    try:
        raw = orjson.dumps(schema, option=AS_IT_IS)
    except TypeError:
        raw = b"null"
    # null may be a NaN that orjson hides: only the long way tells
    return _digest(schema) if b"null" in raw else _known(raw)


@lru_cache(SCHEMAS)
def _known(raw: bytes) -> str:
    return _digest(orjson.loads(raw))


def _digest(schema: object) -> str:
    return sha256(_written(_plain(schema, True))).hexdigest()
