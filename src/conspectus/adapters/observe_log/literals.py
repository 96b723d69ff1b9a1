"""Telling a message that stands in the code as it is from one with values in it."""

import ast
from functools import lru_cache
from pathlib import Path

MOST_BYTES = 2_000_000


def is_literal(text: str, path: str) -> bool:
    """Whether a text stands in the code of a file just so: then nobody's data is in it."""
    return text in _literals(path)


@lru_cache(maxsize=128)
def _literals(path: str) -> frozenset[str]:
    """Return the strings of a Python file; none where it cannot be read."""
    try:
        code = Path(path).read_bytes()
        tree = ast.parse(code) if len(code) <= MOST_BYTES else ast.Module([], [])
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        return frozenset()
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(value for value in found if isinstance(value, str))
