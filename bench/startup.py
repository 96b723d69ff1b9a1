"""The start of the command line against a minimal Typer program."""

import subprocess
import sys
from collections.abc import Iterator

from bench.measure import Figure, ratio

MINIMAL = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "x") -> None:
    '''Say hello.'''
@app.command()
def bye(name: str = "x") -> None:
    '''Say bye.'''
app()
"""


def figures() -> Iterator[Figure]:
    """Measure --help and --version, each against --help of the minimal program."""
    floor = [sys.executable, "-c", MINIMAL, "--help"]
    for option in ("--help", "--version"):
        work = [sys.executable, "-m", "conspectus", option]
        yield Figure(
            f"conspectus {option} against a minimal Typer program",
            ratio(lambda work=work: _run(work), lambda: _run(floor), rounds=7),  # type: ignore[misc]
            1.5,
            "x",
        )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
