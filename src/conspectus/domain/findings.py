"""What a rule or a check found."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach or an open question.

    `section` and `statement` are the ids of the place in the document, None when the finding
    concerns the whole or the source. `citation` names the regulation or specification.
    """

    rule: str
    severity: Severity
    message: str
    section: str | None = None
    statement: str | None = None
    citation: str | None = None
