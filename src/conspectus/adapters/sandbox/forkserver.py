"""The forkserver: a process that has loaded the parsers, and forks a child for each reading.

It is started once for a reader and never sees a byte of an upload. Its parent asks for a child on
the control socket, by a length with two sockets beside it, and a pickled task:

    wire    the child's alone: the job comes and the answer goes over it (see `child`)
    leash   the forkserver's alone: it tells the child's number, and its status when it has ended

When the parent lets go of a leash, or dies, the child is killed with all of its group. When it
lets go of the control socket, all children are, and the forkserver ends. It has one thread.
"""

import ctypes
import gc
import os
import pickle
import select
import signal
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from conspectus.adapters.sandbox.child import work
from conspectus.adapters.sandbox.limits import step_back

LENGTH, NUMBER = struct.Struct("<I"), struct.Struct("<i")
LOADS = sys.platform != "darwin"
"""Frameworks of macOS do not bear a fork once they are in use: there a child loads its parser."""
LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


class Forkserver:
    """Serves one parent, at the other end of the control socket."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._bell, self._clapper = socket.socketpair()
        self._leashes: dict[int, socket.socket] = {}
        self._killed: set[int] = set()
        self._number = os.getpid()
        self._clapper.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._clapper.fileno(), warn_on_full_buffer=False)
        _prctl(PR_SET_CHILD_SUBREAPER, 1)

    def serve(self) -> None:
        """Fork, kill and reap until the parent lets go."""
        try:
            while self._turn():
                pass
        finally:
            for number in self._leashes.keys() | _children():
                _kill(number)
            self._reap(0)

    def _turn(self) -> bool:
        """Wait for what happens next and attend to it; return whether the parent holds on."""
        leashes = self._leashes.items()
        held = {leash: number for number, leash in leashes if number not in self._killed}
        ready, _, _ = select.select((self._control, self._bell, *held), (), ())
        for leash in held.keys() & ready:
            self._killed.add(held[leash])
            _kill(held[leash])
        if self._bell in ready:
            self._bell.recv(select.PIPE_BUF)
            self._reap(os.WNOHANG)
        return self._control not in ready or self._fork()

    def _fork(self) -> bool:
        """Fork a child as the parent asks; return whether it asks for one."""
        head, given, _, _ = socket.recv_fds(self._control, LENGTH.size, 2)
        if not head:
            return False
        (size,) = LENGTH.unpack(head)
        task = self._control.recv(size, socket.MSG_WAITALL)
        ends = [socket.socket(fileno=number) for number in given]
        for end in ends:
            end.set_inheritable(False)
        if LOADS:
            with suppress(Exception):  # the child fails by it as well, and tells
                pickle.loads(task)
            gc.freeze()
        try:
            wire, leash = ends
            number = os.fork()
        except (ValueError, OSError):  # no room for the two, or for a process
            for end in ends:
                end.close()
            return True
        if not number:
            self._become_child(task, wire, leash)
        wire.close()
        self._leashes[number] = leash
        with suppress(OSError):
            leash.send(NUMBER.pack(number))
        return True

    def _become_child(self, task: bytes, wire: socket.socket, leash: socket.socket) -> NoReturn:
        try:
            os.setpgid(0, 0)
            _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() == self._number:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                own = (self._control, self._bell, self._clapper, leash)
                for one in (*own, *self._leashes.values()):
                    one.close()
                work(task, wire.fileno())
                os._exit(0)
        finally:
            os._exit(1)

    def _reap(self, how: int) -> None:
        """Tell of the children that ended, and kill what they left."""
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, how))[0]:
                number, status = ended
                if os.WIFSTOPPED(status):  # it has itself traced, or nobody would hear of it
                    _kill(number)
                    continue
                if leash := self._leashes.pop(number, None):
                    self._killed.discard(number)
                    with suppress(ProcessLookupError, PermissionError):
                        os.killpg(number, signal.SIGKILL)
                    with leash, suppress(OSError):
                        leash.send(NUMBER.pack(status))
                for orphan in _children() - self._leashes.keys():
                    _kill(orphan)


def _kill(number: int) -> None:
    """Kill a child that was not reaped yet, and its group, which it may not have made yet."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(number, signal.SIGKILL)


def _children() -> set[int]:
    """Return the children of this process; what they left behind is among them, on Linux."""
    with suppress(OSError):
        told = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii")
        return {int(number) for number in told.split()}
    return set()


def _prctl(option: int, value: int) -> None:
    if LINUX:
        ctypes.CDLL(None).prctl(option, value)


if __name__ == "__main__":
    step_back()
    Forkserver(socket.socket(fileno=int(sys.argv[1]))).serve()
    os._exit(0)
