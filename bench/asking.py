"""A client in a process of its own: `python -m bench.asking PORT METHOD PATH ROUNDS HOW < BODY`.

It asks in pairs, once with the header `x-watched: HOW` and once with `off`, over one connection,
and prints the seconds that each took as JSON.
"""

import http.client
import json
import sys
from time import perf_counter

BOUNDARY = "boundary"


def main(port: int, method: str, path: str, rounds: int, how: str) -> None:
    """Ask, and print."""
    body, line = sys.stdin.buffer.read(), http.client.HTTPConnection("127.0.0.1", port)
    head = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"} if body else {}
    took: dict[str, list[float]] = {how: [], "off": []}
    for turn in range(-5, rounds):
        for watched in (how, "off") if turn % 2 else ("off", how):
            began = perf_counter()
            line.request(method, path, body or None, {**head, "x-watched": watched})
            answer = line.getresponse()
            answer.read()
            if turn >= 0:
                took[watched].append(perf_counter() - began)
            assert answer.status == 200, answer.status
    print(json.dumps(took))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
