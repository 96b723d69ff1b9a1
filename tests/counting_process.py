"""A process that counts in the folder of the environment: `python counting_process.py SEED TIMES`.

It tells `done` when it has counted, and ends when its input does, or when it is killed.
"""

import sys
from random import Random

from conspectus.adapters.observe_metrics import MetricsObserver, joined
from conspectus.domain.happenings import Happening, Work

TIERS = ("memory", "redis", "sqlite", "job")


def happenings(seed: int, times: int) -> list[Happening]:
    """Return what such a process is told of."""
    random = Random(seed)
    kinds = ("hit", "miss", "coalesced", "refused", "retry", "stopped", "unread", "error")
    made = []
    for _ in range(times):
        kind = random.choice(kinds)
        named = {"retry": "openai:m", "unread": "empty", "error": "too-large"}
        made.append(Happening(kind, named.get(kind) or random.choice(TIERS)))  # type: ignore[arg-type]
    return made


def main(seed: int, times: int) -> None:
    """Count, and wait."""
    observer = MetricsObserver(joined())
    for one in happenings(seed, times):
        observer.happened(one)
        with observer.during(Work("request", f"/{one.kind}/", "GET")) as _:
            pass
    sys.stdout.write("done\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
