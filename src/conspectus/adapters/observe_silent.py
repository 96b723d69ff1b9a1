"""No progress at all."""

from conspectus.ports import Observer


class SilentObserver(Observer):
    """Keeps what it is told to itself."""
