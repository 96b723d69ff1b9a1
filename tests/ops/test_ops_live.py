"""A real Prometheus scrapes a server at work: every panel shows something, an alert arrives."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from conspectus.plugins.informed_consent_ki import plugin as ki
from openai_server import Fault, honest, openai_server
from served import environment, served
from tools import DEPLOY, ROOT, ask, free_port, run, running, tool, until

FORM = ROOT / "examples" / "numbered_sections.pdf"
SCRAPES = "1s"
BOARDS = sorted((DEPLOY / "grafana" / "dashboards").glob("*.json"))
PANELS = [
    pytest.param(target["expr"], id=f"{board.stem}: {panel['title']} {target['refId']}")
    for board in BOARDS
    for panel in json.loads(board.read_text("utf-8"))["panels"]
    for target in panel["targets"]
]


@dataclass
class Live:
    """A server, what watches it, and its process."""

    url: str
    key: str
    process: subprocess.Popen[bytes]
    prometheus: str
    alertmanager: str

    @property
    def head(self) -> dict[str, str]:
        """What lets a request in."""
        return {"Authorization": f"Bearer {self.key}"}

    def query(self, expression: str) -> list[dict[str, Any]]:
        """Return the samples that an expression has now."""
        told: Any = ask(f"{self.prometheus}/api/v1/query", query=expression)
        assert told["status"] == "success", told
        result: list[dict[str, Any]] = told["data"]["result"]
        return result


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Lend a server that has made documents, failed at some, and is scraped every second."""
    for name in ("prometheus", "prometheus-alertmanager", "promtool"):
        tool(name)
    folder = tmp_path_factory.mktemp("live")
    watching, telling = free_port(), free_port()
    with ExitStack() as closing:
        model = closing.enter_context(openai_server(honest(ki.questions)))
        patch = closing.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("AZURE_OPENAI_API_KEY", "none")
        settings = {"model": f"azure:gpt-4.1-mini@{model.url}", "auth": "true"}
        url, process = closing.enter_context(served(folder, **settings))
        key = _key(folder, settings, "admin")
        (folder / "prometheus-key").write_text(_key(folder, settings, "metrics"))
        rules = _swift(folder)
        config = _config(folder, url, f"127.0.0.1:{telling}", rules)
        closing.enter_context(_alertmanager(folder, telling))
        closing.enter_context(_prometheus(folder, config, watching))
        at = (f"http://127.0.0.1:{port}" for port in (watching, telling))
        found = Live(url, key, process, *at)
        until(lambda: found.query('up{job="conspectus"} == 1'))
        for _ in range(2):  # what is there at the first scrape has not grown by the second
            model.faults.append(Fault(status=500))
            _work(found)
            time.sleep(3)
        until(lambda: found.query("conspectus:answer_seconds:p95_5m > 0"))
        until(lambda: found.query('increase(conspectus_documents_total{status="failed"}[1m]) > 0'))
        yield found


def _key(folder: Path, settings: dict[str, str], scope: str) -> str:
    """Make a key as an operator does."""
    command = [sys.executable, "-m", "conspectus", "keys", "create", scope, "--scope", scope]
    env = environment(folder, **settings)
    return subprocess.check_output(command, env=env, stderr=subprocess.DEVNULL, text=True).strip()


def _work(live: Live) -> None:
    """Make a document twice, the second time from the cache; fail in several ways."""
    with httpx.Client(base_url=live.url, headers=live.head, timeout=120) as client:
        for _ in range(2):
            form = {"file": (FORM.name, FORM.read_bytes())}
            assert client.post("/generate/", files=form).status_code == 200
        assert client.post("/generate/", files={"file": ("a.pdf", b"%PDF-1.7 ruin")}).is_error
        assert client.get("/jobs/none/status/").status_code == 404
        for _ in range(5):
            assert client.get("/jobs/").status_code == 200


@pytest.mark.parametrize("expression", PANELS)
def test_a_panel_shows_something(live: Live, expression: str) -> None:
    """The query of a panel has data while the server is at work."""
    asked = expression.replace("$__rate_interval", "1m")
    assert live.query(asked), f"Nothing for: {asked}"


def test_what_is_told_follows_the_conventions(live: Live) -> None:
    """Promtool has nothing to remark on the text of /metrics/."""
    text = httpx.get(f"{live.url}/metrics/", headers={"accept": "text/plain", **live.head}).text
    checked = subprocess.run(
        [tool("promtool"), "check", "metrics"], input=text, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_rule_can_be_evaluated(live: Live) -> None:
    """No rule ends in an error."""
    told: Any = ask(f"{live.prometheus}/api/v1/rules")
    rules = [rule for group in told["data"]["groups"] for rule in group["rules"]]
    assert len(rules) > 40
    assert [rule["name"] for rule in rules if rule["health"] == "err"] == []


def test_the_smoke_check_is_content(live: Live) -> None:
    """What is run after a deployment finds this one well."""
    check = DEPLOY / "compose" / "smoke.py"
    run(
        "python3", check, "--form", FORM, "--url", live.url, "--key", live.key,
        "--prometheus", live.prometheus, "--alertmanager", live.alertmanager,
    )  # fmt: skip


def test_the_death_of_a_server_is_told_of(live: Live) -> None:
    """Killed, the server is told of at Alertmanager, with the page that says what to do."""
    live.process.kill()
    alerts: Any = until(
        lambda: [
            alert for alert in _alerts(live) if alert["labels"]["alertname"] == "ConspectusDown"
        ]
    )
    assert alerts[0]["annotations"]["runbook_url"].endswith("/runbooks/down.html")
    assert "docs" not in alerts[0]["labels"]


def _alerts(live: Live) -> list[dict[str, Any]]:
    found: Any = ask(f"{live.alertmanager}/api/v2/alerts")
    alerts: list[dict[str, Any]] = found
    return alerts


def _swift(folder: Path) -> Path:
    """Copy the rules; an alert is told of after two seconds."""
    rules = folder / "rules"
    rules.mkdir()
    for path in (DEPLOY / "prometheus" / "rules").glob("*.yml"):
        read = yaml.safe_load(path.read_text("utf-8"))
        for group in read["groups"]:
            for rule in group["rules"]:
                if "alert" in rule:
                    rule["for"] = "2s"
        (rules / path.name).write_text(yaml.safe_dump(read), "utf-8")
    return rules


def _config(folder: Path, url: str, alertmanager: str, rules: Path) -> Path:
    """Copy the configuration; only addresses and paces are other ones."""
    read = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text("utf-8"))
    read["global"] |= {
        "scrape_interval": SCRAPES, "scrape_timeout": SCRAPES, "evaluation_interval": SCRAPES,
    }  # fmt: skip
    read["rule_files"] = [f"{rules}/*.yml"]
    read["alerting"]["alertmanagers"] = [{"static_configs": [{"targets": [alertmanager]}]}]
    (job,) = [one for one in read["scrape_configs"] if one["job_name"] == "conspectus"]
    del job["dns_sd_configs"]
    job["authorization"]["credentials_file"] = str(folder / "prometheus-key")
    job["static_configs"] = [{"targets": [url.removeprefix("http://")]}]
    read["scrape_configs"] = [job]
    path = folder / "prometheus.yml"
    path.write_text(yaml.safe_dump(read), "utf-8")
    return path


def _alertmanager(folder: Path, port: int) -> Any:
    config = DEPLOY / "alertmanager" / "alertmanager.yml"
    return running(
        folder, "prometheus-alertmanager", f"--config.file={config}",
        f"--storage.path={folder / 'am'}", f"--web.listen-address=127.0.0.1:{port}",
        "--cluster.listen-address=",
    )  # fmt: skip


def _prometheus(folder: Path, config: Path, port: int) -> Any:
    return running(
        folder, "prometheus", f"--config.file={config}", f"--storage.tsdb.path={folder / 'tsdb'}",
        f"--web.listen-address=127.0.0.1:{port}", "--enable-feature=exemplar-storage",
    )  # fmt: skip
