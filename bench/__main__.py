"""`python -m bench`: print every figure beside its bar; exit 1 when one is missed."""

import sys

from bench import cache, claims, generate, locating, models, pages, reading, startup


def main() -> int:
    """Measure and print."""
    missed = 0
    for part in (reading, locating, claims, generate, models, startup, cache, pages):
        for figure in part.figures():
            missed += not figure.reached
            print(figure, flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
