"""No progress at all."""


class SilentObserver:
    """Keeps what it is told to itself."""

    def stage(self, name: str, done: int, total: int) -> None:
        """Do nothing."""

    def section(self, name: str, done: int, total: int) -> None:
        """Do nothing."""
