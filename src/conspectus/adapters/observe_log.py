"""Progress as log lines."""

import structlog


class LogObserver:
    """Writes one structured line a stage; never a word of the document."""

    def __init__(self) -> None:
        self._log = structlog.get_logger("conspectus")

    def stage(self, name: str, done: int, total: int) -> None:
        """Log that `done` of `total` stages are finished."""
        self._log.info("stage", stage=name, done=done, total=total)
