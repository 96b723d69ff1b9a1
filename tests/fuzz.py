"""Schemathesis over the whole OpenAPI document: `python tests/fuzz.py CASES`."""

import json
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from served import environment, served

EXCLUDED = (
    "positive_data_acceptance",  # random bytes are a valid upload, and no valid document
)


def fuzz(cases: int, folder: Path, seed: int = 1) -> subprocess.CompletedProcess[str]:
    """Try so many requests at least against a server of its own; the code is 0 without failures."""
    made = [sys.executable, "-m", "conspectus", "keys", "create", "fuzz", "--scope", "admin"]
    env = environment(folder)
    key = subprocess.run(made, env=env, capture_output=True, text=True, check=True).stdout.strip()
    with served(folder, auth="true", rate_limit="100000000/second") as (url, _):
        with urllib.request.urlopen(f"{url}/openapi.json") as answer:
            paths = json.load(answer)["paths"]
        operations = sum(len(methods) for methods in paths.values())
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/openapi.json"),
            *("--max-examples", str(max(1, cases // operations)), "--seed", str(seed)),
            *("--header", f"Authorization: Bearer {key}", "--checks", "all"),
            *("--exclude-checks", ",".join(EXCLUDED), "--suppress-health-check", "all"),
            *("--warnings", "off", "--generation-database", "none", "--request-timeout", "60"),
            *("--no-color", "--continue-on-failure", "--max-failures", "20"),
        ]
        return subprocess.run(
            command, env=env, cwd=folder, capture_output=True, text=True, check=False
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        done = fuzz(int(sys.argv[1]), Path(folder))
    sys.stdout.write(done.stdout + done.stderr)
    sys.exit(done.returncode)
