"""The child that draws: one page of one upload, as `child` reads one.

It is told with the same two lengths; the work is a pickled press, page and width. It answers with
`s` and a PNG, or `e` and an error code and message.
"""

import os
import pickle
import sys
from typing import Any

from conspectus.adapters.sandbox.child import CRASH, ERROR, LENGTHS, MEMORY, SOURCE
from conspectus.adapters.sandbox.limits import Limits
from conspectus.domain.errors import ConspectusError


def job(limits: Limits, press: Any, page: int, width: int) -> bytes:
    """Return what the child must be told before it is sent the bytes of the upload."""
    bounds, work = pickle.dumps(limits), pickle.dumps((press, page, width))
    return LENGTHS.pack(len(bounds), len(work)) + bounds + work


def main() -> None:
    """Do the job on standard input."""
    given, answer = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    bounds, work = LENGTHS.unpack(given.read(LENGTHS.size))
    limits: Limits = pickle.loads(given.read(bounds))
    limits.impose()
    with answer:
        answer.write(_reply(given.read(work), given.read()))


def _reply(work: bytes, data: bytes) -> bytes:
    try:
        press, page, width = pickle.loads(work)
        drawn: bytes = press.print(data, page, width)
        return SOURCE + drawn
    except MemoryError:
        return ERROR + MEMORY.encode()
    except ConspectusError as error:
        return ERROR + f"{error.code}\n{error}".encode("utf-8", "replace")
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes ends here
        return ERROR + f"{CRASH}\n{type(error).__name__}".encode()


if __name__ == "__main__":
    main()
