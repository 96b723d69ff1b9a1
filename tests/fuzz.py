"""Schemathesis over the whole OpenAPI document: `python tests/fuzz.py CASES`."""

import json
import re
import subprocess
import sys
import tempfile
import urllib.request
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from served import environment, served

PHASES = ("examples,coverage,stateful", "fuzzing", "fuzzing")
"""Of processes at once, each with its own seed: threads of one process trip over each other."""

SPARE = 1.3
"""Operations without parameters have but one request to try; the others make up for it."""

LONGEST_SECONDS = "70"
"""The status of a job may be waited for."""

EXCLUDED = (
    "positive_data_acceptance",  # random bytes are a valid upload, and no valid document
)


@dataclass(frozen=True)
class Fuzzed:
    """How many requests were made, whether all went well, and what was told."""

    made: int
    well: bool
    told: str


def fuzz(cases: int, folder: Path) -> Fuzzed:
    """Try so many requests or more against a server of its own."""
    made = [sys.executable, "-m", "conspectus", "keys", "create", "fuzz", "--scope", "admin"]
    env = environment(folder)
    key = subprocess.run(made, env=env, capture_output=True, text=True, check=True).stdout.strip()
    with served(folder, auth="true", rate_limit="100000000/second") as (url, _):
        with urllib.request.urlopen(f"{url}/openapi.json") as answer:
            paths = json.load(answer)["paths"]
        operations = sum(len(methods) for methods in paths.values())
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/openapi.json"),
            *("--max-examples", str(ceil(SPARE * cases / operations / PHASES.count("fuzzing")))),
            *("--header", f"Authorization: Bearer {key}", "--checks", "all"),
            *("--exclude-checks", ",".join(EXCLUDED), "--suppress-health-check", "all"),
            *("--warnings", "off", "--generation-database", "none", "--no-color"),
            *("--request-timeout", LONGEST_SECONDS, "--max-response-time", LONGEST_SECONDS),
            *("--continue-on-failure", "--max-failures", "20"),
        ]
        running = [
            subprocess.Popen(
                [*command, "--seed", str(seed), "--phases", phases],
                env=env,
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for seed, phases in enumerate(PHASES)
        ]
        told = [process.communicate()[0] for process in running]
    total = sum(int(number) for one in told for number in re.findall(r"(\d+) generated", one))
    return Fuzzed(total, not any(process.returncode for process in running), "\n".join(told))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        done = fuzz(int(sys.argv[1]), Path(folder))
    sys.stdout.write(f"{done.told}\n{done.made} requests, {'no' * done.well or 'some'} failures\n")
    sys.exit(not done.well)
