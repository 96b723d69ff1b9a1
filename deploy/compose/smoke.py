"""Look whether a deployment does its work: a document is made, and the watchers watch.

    python3 smoke.py --url http://127.0.0.1:8000 --key KEY --form form.pdf \
        --prometheus http://127.0.0.1:9090 --alertmanager http://127.0.0.1:9093

Only the standard library is needed. Exit code 0 when all is well; the first failure is told.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

PATIENCE = 120.0
BOUNDARY = "conspectus-smoke"


def main() -> int:
    """Check one thing after the other."""
    told = argparse.ArgumentParser(description="Look whether a deployment does its work.")
    told.add_argument("--url", default="http://127.0.0.1:8000")
    told.add_argument("--key", default="")
    told.add_argument("--form", type=Path, required=True)
    for name in ("prometheus", "alertmanager", "grafana"):
        told.add_argument(f"--{name}", default="")
    given = told.parse_args()
    key = {"Authorization": f"Bearer {given.key}"} if given.key else {}
    _say("ready", _until(lambda: _get(f"{given.url}/readyz")["status"] != "unhealthy"))
    _say("document", _document(given.url, key, given.form))
    if given.prometheus:
        _say("scraped", _until(lambda: _scraped(given.prometheus)))
        _say("rules", _rules(given.prometheus))
    if given.alertmanager:
        _say("alertmanager", _get(f"{given.alertmanager}/api/v2/status")["versionInfo"] != {})
    if given.grafana:
        _say("grafana", _get(f"{given.grafana}/api/health")["database"] == "ok")
    return 0


def _document(url: str, key: dict[str, str], form: Path) -> bool:
    """Queue a form, wait for its end, and look into what came of it."""
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="smoke.pdf"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = head.encode() + form.read_bytes() + f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    job = _get(f"{url}/v1/generate/batch/", kind | key, body)["job_id"]
    ended = ("succeeded", "partly_failed", "failed", "cancelled")
    status = f"{url}/v1/jobs/{job}/status/?wait=30"
    _until(lambda: _get(status, key)["status"] in ended)
    (made,) = _get(f"{url}/v1/jobs/{job}/results/", key)["documents"]
    return made["status"] == "succeeded" and bool(made["report"]["sections"])


def _scraped(prometheus: str) -> bool:
    """Tell whether every target answers, and what Conspectus tells has come in."""
    targets = _get(f"{prometheus}/api/v1/targets")["data"]["activeTargets"]
    ours = [one["health"] for one in targets if one["labels"]["job"] == "conspectus"]
    built = _get(f"{prometheus}/api/v1/query?query=conspectus_build_info")["data"]["result"]
    return bool(ours) and set(ours) == {"up"} and bool(built)


def _rules(prometheus: str) -> bool:
    """Tell whether the rules are loaded, and none ends in an error."""
    groups = _get(f"{prometheus}/api/v1/rules")["data"]["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    return bool(rules) and all(rule["health"] != "err" for rule in rules)


def _get(url: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> Any:
    with urlopen(Request(url, body, headers or {}), timeout=PATIENCE) as answer:
        return json.load(answer)


def _until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if holds():
                return True
        except OSError as error:
            told = error
        else:
            told = OSError("it does not hold")
        if time.monotonic() > end:
            raise told
        time.sleep(1)


def _say(what: str, well: bool) -> None:
    sys.stdout.write(f"{what}: {'ok' if well else 'FAILED'}\n")
    if not well:
        raise SystemExit(1)


if __name__ == "__main__":
    raise SystemExit(main())
