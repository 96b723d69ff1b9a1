"""Log lines: everybody's, through one pipe to standard error, and never a word of a document."""

from conspectus.adapters.observe_log.observer import LogObserver, ProgressObserver
from conspectus.adapters.observe_log.pipe import Form, Level, open_logs

__all__ = ["Form", "Level", "LogObserver", "ProgressObserver", "open_logs"]
