"""`python -m bench`: print every figure beside its bar; exit 1 when one is missed."""

import sys

from bench import claims, generate, locating, reading, startup
from bench.measure import Figure


def main() -> int:
    """Measure and print."""
    missed = 0
    for part in (reading, locating, claims, generate, startup):
        for figure in part.figures():
            missed += not figure.reached
            print(_line(figure), flush=True)
    return 1 if missed else 0


def _line(figure: Figure) -> str:
    verdict = "ok" if figure.reached else "MISSED"
    return (
        f"{figure.name:60} {figure.value:8.2f} {figure.unit:4} "
        f"bar {figure.bar:g} {figure.unit:4} {verdict}"
    )


if __name__ == "__main__":
    sys.exit(main())
