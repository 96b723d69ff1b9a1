"""Configuration and rules of Prometheus and Alertmanager, judged by their own tools."""

import json
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tools import DEPLOY, ask, free_port, run, running, until

RULES = sorted((DEPLOY / "prometheus" / "rules").glob("*.yml"))
ALERTMANAGER = DEPLOY / "alertmanager" / "alertmanager.yml"


@pytest.mark.parametrize("name", ["prometheus.yml", "one-machine.yml"])
def test_prometheus_takes_its_configuration(name: str) -> None:
    """Promtool finds nothing wrong in the scrape configuration; files it names may be elsewhere."""
    config = DEPLOY / "prometheus" / name
    assert "SUCCESS" in run("promtool", "check", "config", "--syntax-only", config)


def test_the_rules_are_rules() -> None:
    """Promtool reads every expression, and has nothing to remark, warnings included."""
    run("promtool", "check", "rules", "--lint=all", "--lint-fatal", *RULES)


def test_every_alert_fires_and_keeps_silent() -> None:
    """Each alert is told of in one case, word by word, and is silent in another."""
    cases = Path(__file__).parent.glob("alerts*.test.yml")
    assert "SUCCESS" in run("promtool", "test", "rules", *cases)


def test_alertmanager_takes_its_configuration() -> None:
    """Amtool finds nothing wrong."""
    assert "SUCCESS" in run("amtool", "check-config", ALERTMANAGER)


TOGETHER = [
    ("ConspectusDown", {"instance": "worker:9000"}, "active"),
    ("ConspectusBudgetSpent", {}, "active"),
    ("ConspectusDiskLow", {"instance": "a"}, "active"),
    ("ConspectusDiskFilling", {"instance": "a"}, "suppressed"),
    ("ConspectusComponentDown", {"component": "database"}, "active"),
    ("ConspectusComponentDown", {"component": "archive"}, "active"),
    ("ConspectusComponentDown", {"component": "workers"}, "suppressed"),
    ("ConspectusComponentDown", {"component": "disk"}, "suppressed"),
    ("ConspectusWorkersLost", {}, "suppressed"),
    ("ConspectusModelBreakerOpen", {"model": "openai:a"}, "active"),
    ("ConspectusModelFailing", {"model": "openai:a"}, "suppressed"),
    ("ConspectusModelFailing", {"model": "openai:b"}, "active"),
]


def test_what_has_another_cause_is_told_all_the_same(tmp_path: Path) -> None:
    """One cause is told once; one worker that is gone hides neither a bill nor a full disk."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/api/v2/alerts"
    alerts = [{"labels": {"alertname": name, **more}} for name, more, _ in TOGETHER]
    with running(
        tmp_path, "prometheus-alertmanager", f"--config.file={ALERTMANAGER}",
        f"--storage.path={tmp_path / 'am'}", f"--web.listen-address=127.0.0.1:{port}",
        "--cluster.listen-address=",
    ):  # fmt: skip
        until(lambda: ask(url) == [])
        body = json.dumps(alerts).encode()
        with urlopen(Request(url, body, {"Content-Type": "application/json"})):
            pass
        found: Any = until(lambda: _judged(url))
    states = [(one["labels"], one["status"]["state"]) for one in found]
    for name, more, state in TOGETHER:
        assert ({"alertname": name, **more}, state) in states, name


def _judged(url: str) -> object:
    """Return the alerts as soon as it was decided of each whether it is told."""
    found: Any = ask(url)
    pending = [one for one in found if one["status"]["state"] == "unprocessed"]
    return found if len(found) == len(TOGETHER) and not pending else None


@pytest.mark.parametrize(("severity", "receiver"), [("critical", "pager"), ("warning", "desk")])
def test_an_alert_goes_to_whom_it_concerns(severity: str, receiver: str) -> None:
    """What is critical calls somebody now; a warning waits at the desk."""
    config = f"--config.file={ALERTMANAGER}"
    told = run("amtool", "config", "routes", "test", config, f"severity={severity}")
    assert told.split() == [receiver]
