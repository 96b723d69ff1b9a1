"""Progress as log lines: JSON on standard error, never a word of the document."""

import sys

import structlog


class LogObserver:
    """Writes one line a stage."""

    def __init__(self) -> None:
        self._log = structlog.wrap_logger(
            structlog.PrintLogger(sys.stderr),
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.JSONRenderer(),
            ],
        )

    def stage(self, name: str, done: int, total: int) -> None:
        """Log that `done` of `total` stages are finished."""
        self._log.info("stage", stage=name, done=done, total=total)

    def section(self, name: str, done: int, total: int) -> None:
        """Log that `done` of `total` sections are written."""
        self._log.info("section", section=name, done=done, total=total)
