"""What an Observer is told: work that takes time, and what happens in a moment.

Nothing here names a document, a person or a workspace: every value is one of a few.
"""

from dataclasses import dataclass, field
from typing import Literal

from conspectus.domain.usage import Usage

Kind = Literal["request", "document", "stage", "call"]


@dataclass(slots=True)
class Work:
    """A piece of work under way; whoever does it notes how it ended.

    | kind | `name` | `detail` | `outcome` |
    |---|---|---|---|
    | request | path template | method | HTTP status |
    | document | | | succeeded, failed, postponed, or cancelled |
    | stage | read, extract, write, or check | | done or failed |
    | call | model | | answered, refused, failed, or timed_out |

    `usage` is what a call took. An outcome that nobody noted is empty.
    """

    kind: Kind
    name: str = ""
    detail: str = ""
    outcome: str = ""
    usage: Usage = field(default_factory=Usage)


Moment = Literal[
    "hit",
    "miss",
    "coalesced",
    "saved",
    "refused",
    "evicted",
    "held",
    "retry",
    "breaker",
    "stopped",
    "unread",
    "error",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened in a moment.

    | kind | `name` | `amount` |
    |---|---|---|
    | hit, miss | tier of the answer cache | 1 |
    | coalesced | | 1: an identical request under way was shared |
    | saved | model | US dollars that were not paid again |
    | refused | tier | 1: what was kept was not what had been written |
    | evicted | tier | 1: an answer made room for another |
    | held | tier | bytes that it holds now in this process |
    | retry | model | 1: a call is made again |
    | breaker | model, or tier | 1 it opened, 0 it closed |
    | stopped | model | 1: the budget of a document allows no further call |
    | unread | code of a SourceError | 1 |
    | error | code of a problem | 1 |
    """

    kind: Moment
    name: str = ""
    amount: float = 1.0
