"""The processes that a test left."""

import os
import subprocess


def children() -> set[int]:
    """Return the children of this process, the dead ones that nobody waited for as well."""
    with subprocess.Popen(["ps", "-A", "-o", "pid=,ppid="], stdout=subprocess.PIPE) as ps:
        pairs = [line.split() for line in ps.communicate()[0].decode().splitlines()]
    return {int(pid) for pid, parent in pairs if int(parent) == os.getpid()} - {ps.pid}
