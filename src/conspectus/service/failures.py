"""Why documents fail, for whoever runs the service: in the log, without a word of the document."""

import logging

from conspectus.domain.errors import SourceError

_log = logging.getLogger("conspectus.worker")


def tell(code: str, attempt: int, error: BaseException | None = None, again: bool = False) -> None:
    """Log that an attempt at a document failed, and whether it is tried `again` later.

    What is wrong with an upload, and what may pass, is a warning; all else is an error.
    """
    facts = {"code": code, "attempt": attempt}
    message = "A document is tried again later." if again else "A document failed."
    if again or isinstance(error, SourceError):
        _log.warning(message, extra={"told": facts})
    else:
        _log.error(message, extra={"told": facts, "raised": error})
