"""`python -m bench [--keep] [PART...]`: print every figure beside its bar.

It exits with 1 when a figure is missed, or when a ratio is much worse than in `baseline.json`.
`--keep` writes that file anew. Parts are the modules of this package; all when none is named.
"""

import sys

from bench import (
    baseline,
    cache,
    claims,
    generate,
    locating,
    models,
    pages,
    reading,
    startup,
    unseen,
    warm,
)

PARTS = (reading, locating, claims, unseen, generate, warm, models, startup, cache, pages)


def main(given: list[str]) -> int:
    """Measure and print."""
    named = [one for one in given if one != "--keep"]
    before = baseline.kept()
    measured, worse = [], []
    for part in PARTS:
        if named and part.__name__.rpartition(".")[2] not in named:
            continue
        for figure in part.figures():
            print(figure, flush=True)
            measured.append(figure)
            worse += [told] if (told := baseline.regression(figure, before)) else []
    if "--keep" in given:
        baseline.keep(measured)
        worse = []
    for told in worse:
        print("Worse than before:", told)
    return 0 if all(figure.reached for figure in measured) and not worse else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
