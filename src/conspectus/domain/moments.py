"""Times, kept as milliseconds since 1970 (UTC), as people and programs read them."""

from datetime import UTC, datetime


def moment(milliseconds: int) -> str:
    """Return a time as RFC 3339, UTC."""
    at = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def minute(milliseconds: int) -> str:
    """Return a time as people write it: "2026-11-23 14:05 UTC"."""
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m-%d %H:%M} UTC"
