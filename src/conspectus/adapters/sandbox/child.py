"""The child: does one task with one upload, answers, and ends.

It is forked by the forkserver with one end of a socket, on which the parent sends a job: three
lengths, the pickled limits and scratch folder, the pickled details, then the bytes of the upload.
The child answers with one byte and what follows: `s` the result, `e` an error code and message.
"""

import os
import pickle
import struct
import tempfile
from typing import BinaryIO

from conspectus.adapters.sandbox.limits import Limits
from conspectus.adapters.sandbox.tasks import Task
from conspectus.domain.errors import ConspectusError

LENGTHS = struct.Struct("<IIQ")
RESULT, ERROR = b"s", b"e"
MEMORY = "memory"
CRASH = "crash"


def job(limits: Limits, scratch: str, details: tuple[object, ...], data: bytes) -> list[bytes]:
    """Return what the child must be told, in parts; it hands the details on to its task."""
    bounds, rest = pickle.dumps((limits, scratch)), pickle.dumps(details)
    return [LENGTHS.pack(len(bounds), len(rest), len(data)) + bounds + rest, data]


def work(task: bytes, wire: int) -> None:
    """Do a pickled task with the job that comes over the wire, an open socket. Raises OSError."""
    with open(wire, "rb", closefd=False) as given, open(wire, "wb", closefd=False) as answer:
        bounds, rest, size = LENGTHS.unpack(_all(given, LENGTHS.size))
        limits, scratch = pickle.loads(_all(given, bounds))
        limits.impose()
        os.chdir(scratch)
        os.environ |= {"HOME": scratch, "TMPDIR": scratch}
        tempfile.tempdir = None
        answer.write(_answer(task, limits, _all(given, rest), _all(given, size)))


def _answer(pickled: bytes, limits: Limits, details: bytes, data: bytes) -> bytes:
    try:
        task: Task = pickle.loads(pickled)
        return RESULT + task(limits, data, *pickle.loads(details))
    except MemoryError:
        return _error(MEMORY, "")
    except ConspectusError as error:
        return _error(error.code, str(error))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes ends here
        return _error(CRASH, type(error).__name__)


def _error(code: str, message: str) -> bytes:
    return ERROR + f"{code}\n{message}".encode("utf-8", "replace")


def _all(given: BinaryIO, size: int) -> bytes:
    if len(data := given.read(size)) < size:
        raise EOFError("The parent let go.")
    return data
