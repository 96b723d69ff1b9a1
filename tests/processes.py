"""The processes that a test left."""

import psutil


def children() -> set[int]:
    """Return the children of this process, the dead ones that nobody waited for as well."""
    return {child.pid for child in psutil.Process().children()}
