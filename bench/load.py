"""Fifty users beside a running batch, at a server of its own (`make load`).

`python -m bench.load [OPTION OF LOCUST...]`; the exit code is that of Locust, see
`bench/locustfile.py` for what it holds.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.served import served

FILE = Path(__file__).with_name("locustfile.py")
USERS, SECONDS = 50, 120


def main(more: list[str]) -> int:
    """Serve, let Locust come, and say how it went."""
    command = [sys.executable, "-m", "locust", "--locustfile", str(FILE), "--headless"]
    command += ["--users", str(USERS), "--spawn-rate", "10", "--run-time", f"{SECONDS}s"]
    with (
        TemporaryDirectory() as folder,
        served(Path(folder), rate_limit="1000000/minute") as (url, _),
    ):
        return subprocess.run(
            [*command, "--only-summary", "--host", url, *more], check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
