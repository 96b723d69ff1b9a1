"""Where a result goes: a file, written whole or not at all, or whatever takes bytes one by one."""

import os
import signal
import stat
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from conspectus.domain.errors import ConspectusError, UsageError

_DEVICES = ("/dev/", "/proc/")


def write_file(path: Path, data: bytes) -> None:
    """Write a file at once or not at all; a pipe or device takes the bytes as they come.

    A link stays one, and the file that it names keeps its mode. Raise UsageError when the file
    cannot be written.
    """
    try:
        mode = path.stat().st_mode if path.exists() else None
        if str(path).startswith(_DEVICES) or (mode and not stat.S_ISREG(mode)):
            with path.open("ab") as taker:
                taker.write(data)
        else:
            _replace(Path(os.path.realpath(path)), data, mode)
    except BrokenPipeError:
        _hang_up()
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise UsageError(f"{path}: {reason}. Give another path with -o.") from error


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".conspectus-") as folder:
        whole = Path(folder) / "whole"
        whole.write_bytes(data)
        if mode is not None:
            whole.chmod(stat.S_IMODE(mode))
        whole.replace(path)


def write_out(data: bytes) -> None:
    """Write to standard output. Raise ConspectusError when it is closed or full.

    When its reader has gone away, end as other tools do then: without a word.
    """
    if sys.stdout is None:
        raise ConspectusError("Standard output is closed. Give a path with -o.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _hang_up()
    except OSError as error:
        _forget_output()
        raise ConspectusError(
            f"Standard output: {error.strerror or 'it cannot be written'}. Give a path with -o."
        ) from error


def _hang_up() -> NoReturn:
    _forget_output()
    raise SystemExit(128 + signal.SIGPIPE)


def _forget_output() -> None:
    """Point standard output nowhere, so that what it still holds does not fail again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
