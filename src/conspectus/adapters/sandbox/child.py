"""The child: reads one upload from standard input, answers on standard output and ends.

It is started by the parent with a job that the parent made: two lengths, the pickled limits, the
pickled parser and name, then the bytes of the upload. It answers with one byte and what follows:
`s` an encoded source, `e` an error code and message. What libraries print goes to standard error.
"""

import os
import pickle
import struct
import sys

from conspectus.adapters.sandbox.codec import encode
from conspectus.adapters.sandbox.limits import Limits
from conspectus.domain.errors import SourceError, SourceTooLarge
from conspectus.domain.source import Source, Upload

LENGTHS = struct.Struct("<II")
SOURCE, ERROR = b"s", b"e"
MEMORY = "memory"
CRASH = "crash"


def job(limits: Limits, parser: object, upload: Upload) -> bytes:
    """Return what the child must be told before it is sent the bytes of the upload."""
    bounds, work = pickle.dumps(limits), pickle.dumps((parser, upload.name))
    return LENGTHS.pack(len(bounds), len(work)) + bounds + work


def main() -> None:
    """Do the job on standard input."""
    given, answer = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    bounds, work = LENGTHS.unpack(given.read(LENGTHS.size))
    limits: Limits = pickle.loads(given.read(bounds))
    limits.impose()
    with answer:
        answer.write(_reply(given.read(work), given.read(), limits))


def _reply(work: bytes, data: bytes, limits: Limits) -> bytes:
    try:
        parser, name = pickle.loads(work)
        source = parser.parse(Upload(name, data))
        _check(source, limits)
        return SOURCE + encode(source)
    except MemoryError:
        return _error(MEMORY, "")
    except SourceError as error:
        return _error(error.code, str(error))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes ends here
        return _error(CRASH, type(error).__name__)


def _error(code: str, message: str) -> bytes:
    return ERROR + f"{code}\n{message}".encode("utf-8", "replace")


def _check(source: Source, limits: Limits) -> None:
    if sum(page.number is not None for page in source.pages) > limits.max_pages:
        raise SourceTooLarge(f"The document has more than {limits.max_pages:,} pages.")
    if sum(len(page.text) for page in source.pages) > limits.max_chars:
        raise SourceTooLarge(f"The document has more than {limits.max_chars:,} characters.")


if __name__ == "__main__":
    main()
