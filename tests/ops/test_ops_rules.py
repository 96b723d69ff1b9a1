"""Configuration and rules of Prometheus and Alertmanager, judged by their own tools."""

from pathlib import Path

import pytest

from tools import DEPLOY, run

RULES = sorted((DEPLOY / "prometheus" / "rules").glob("*.yml"))
ALERTMANAGER = DEPLOY / "alertmanager" / "alertmanager.yml"


def test_prometheus_takes_its_configuration() -> None:
    """Promtool finds nothing wrong in the scrape configuration; files it names may be elsewhere."""
    config = DEPLOY / "prometheus" / "prometheus.yml"
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


@pytest.mark.parametrize(("severity", "receiver"), [("critical", "pager"), ("warning", "desk")])
def test_an_alert_goes_to_whom_it_concerns(severity: str, receiver: str) -> None:
    """What is critical calls somebody now; a warning waits at the desk."""
    config = f"--config.file={ALERTMANAGER}"
    told = run("amtool", "config", "routes", "test", config, f"severity={severity}")
    assert told.split() == [receiver]
