"""The folder in which the processes of one machine keep what they count, each in its own files.

The files are those of prometheus-client's multiprocess mode: mapped memory, so that not even a
killed process takes its counts along. A process holds the lock of a file as long as it lives.
"""

import fcntl
import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from prometheus_client import values
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
PAST = "past"
"""The name under which the counts of dead processes go on."""

ROOM = 1 << 19
"""Bytes that each file takes at once: one that grows on a full disk would kill its process."""

_LASTING = ("counter", "histogram")
_KINDS = (*_LASTING, "gauge_livesum", "gauge_livemax", "gauge_livemin")


class Folder:
    """Lets this process in, buries the dead, and adds everybody up.

    Whoever is first in an abandoned folder empties it. Raises OSError when it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.name = f"{socket.gethostname()}-{os.getpid()}-{token_hex(3)}".replace("_", "-")
        with self._locked(fcntl.LOCK_EX):
            if not self._bury():
                for left in path.glob("*.db"):
                    left.unlink()
            self._life = os.open(path / f"{self.name}.alive", os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._life, fcntl.LOCK_EX)
            for kind in _KINDS:
                _make_room(path / f"{kind}_{self.name}.db")

    def families(self) -> list[Family]:
        """Return what all processes have counted, those that have died included."""
        with self._locked(fcntl.LOCK_EX):
            self._bury()
        with self._locked(fcntl.LOCK_SH):
            files = [str(path) for path in self._path.glob("*.db")]
            found: Iterable[Family] = MultiProcessCollector.merge(files)  # type: ignore[no-untyped-call]
            return list(found)

    def _bury(self) -> int:
        """Add the counts of dead processes to the past; return how many processes live."""
        living = 0
        for path in self._path.glob("*.alive"):
            with path.open("rb") as life:
                try:
                    fcntl.flock(life, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    living += 1
                    continue
                self._bury_one(path.stem)
                path.unlink()
        return living

    def _bury_one(self, name: str) -> None:
        for path in self._path.glob(f"*_{name}.db"):
            kind = path.name.partition("_")[0]
            if kind in _LASTING:
                _add(path, self._path / f"{kind}_{PAST}.db")
            path.unlink()

    @contextmanager
    def _locked(self, how: int) -> Iterator[None]:
        with (self._path / "lock").open("wb") as lock:
            fcntl.flock(lock, how)
            yield


def joined() -> Folder | None:
    """Let this process count in the folder that the environment names; None without one.

    None also where it cannot be written: then the process counts by itself. Called once, before
    anything is counted.
    """
    path = os.environ.get(VARIABLE)
    if not path:
        return None
    with suppress(OSError):
        folder = Folder(Path(path))
        name = folder.name
        values.ValueClass = values.MultiProcessValue(lambda: name)  # type: ignore[no-untyped-call]
        return folder
    values.ValueClass = values.MutexValue
    return None


def _make_room(path: Path) -> None:
    path.write_bytes(bytes(ROOM))


def _add(source: Path, target: Path) -> None:
    """Add the values of a file to those of another, which may not be there yet."""
    if not target.exists():
        _make_room(target)
    past = MmapedDict(str(target))  # type: ignore[no-untyped-call]
    try:
        for key, value, _, _ in MmapedDict.read_all_values_from_file(str(source)):  # type: ignore[no-untyped-call]
            before, _ = past.read_value(key)  # type: ignore[no-untyped-call]
            past.write_value(key, before + value, 0.0)  # type: ignore[no-untyped-call]
    finally:
        past.close()  # type: ignore[no-untyped-call]
