"""What is shipped beside the program fits it: names of metrics, runbooks, images, manifests."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conspectus.adapters.observe_metrics.catalogue import METRICS
from conspectus.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
RUNBOOKS = ROOT / "docs" / "runbooks"
RULES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))["groups"]
    for path in sorted((DEPLOY / "prometheus" / "rules").glob("*.yml"))
}
BOARDS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((DEPLOY / "grafana" / "dashboards").glob("*.json"))
}
KNOWN = {metric.name: metric for metric in METRICS}
EXTRA = {"_bucket": "le", "_count": "", "_sum": ""}


def _rules() -> Iterator[dict[str, Any]]:
    for groups in RULES.values():
        for group in groups:
            yield from group["rules"]


ALERTS = [rule for rule in _rules() if "alert" in rule]


def _expressions() -> Iterator[str]:
    yield from (rule["expr"] for rule in _rules())
    for board in BOARDS.values():
        for panel in board["panels"]:
            yield from (target["expr"] for target in panel["targets"])
    yield yaml.safe_load((DEPLOY / "kubernetes/prometheus-adapter.values.yaml").read_text("utf-8"))[
        "rules"
    ]["external"][0]["metricsQuery"]


def _metric(name: str) -> tuple[str, str]:
    """Return a name of the catalogue and the ending that a histogram's sample has beyond it."""
    for ending in EXTRA:
        if name.endswith(ending) and name.removesuffix(ending) in KNOWN:
            return name.removesuffix(ending), ending
    return name, ""


@pytest.mark.parametrize("expression", sorted(set(_expressions())))
def test_a_query_asks_for_what_is_told(expression: str) -> None:
    """Each metric of ours in a rule or panel is in the catalogue, with the labels asked for."""
    recorded = {rule["record"] for rule in _rules() if "record" in rule}
    assert set(re.findall(r"conspectus:[a-z0-9_:]+", expression)) <= recorded
    for name, selector in re.findall(r"\b(conspectus_[a-z_]+)(?:\{([^}]*)\})?", expression):
        known, ending = _metric(name)
        assert known in KNOWN, name
        labels = {*KNOWN[known].labels, EXTRA.get(ending, ""), "job", "instance"}
        assert {*re.findall(r"(\w+)\s*(?:=|!=|=~|!~)\"", selector)} <= labels, expression


@pytest.mark.parametrize("expression", sorted(set(_expressions())))
def test_what_every_server_tells_alike_is_not_added_up(expression: str) -> None:
    """Of a metric read from the records the largest is taken before anything else is done."""
    for metric in METRICS:
        if metric.over == "records":
            for found in re.finditer(rf"\b{metric.name}\b", expression):
                before = expression[: found.start()]
                assert re.search(
                    r"max(?: by \([a-z, ]+\))? ?\(\s*(?:rate\(|increase\()?$", before
                ), expression


@pytest.mark.parametrize("rule", ALERTS, ids=lambda rule: rule["alert"])
def test_an_alert_says_what_to_do(rule: dict[str, Any]) -> None:
    """Its runbook is there, bears its name, and says what it means, where to look, what to do."""
    name = rule["annotations"]["runbook_url"].removeprefix("{{ $externalLabels.docs }}/runbooks/")
    page = (RUNBOOKS / name).with_suffix(".md").read_text("utf-8")
    assert page.startswith(f"# {rule['alert']}: ")
    assert "\n## Look\n" in page
    assert "\n## Do\n" in page
    assert rule["labels"]["severity"] in ("critical", "warning")


def test_no_runbook_is_left_over() -> None:
    """Each page belongs to an alert."""
    told = {rule["annotations"]["runbook_url"].rpartition("/")[2] for rule in ALERTS}
    assert {f"{path.stem}.html" for path in RUNBOOKS.glob("*.md")} == told


def test_every_alert_has_two_cases() -> None:
    """One in which it is told of, one in which it is silent."""
    cases = [
        (case["name"], bool(case["alert_rule_test"][0]["exp_alerts"]))
        for path in (ROOT / "tests" / "ops").glob("alerts*.test.yml")
        for case in yaml.safe_load(path.read_text("utf-8"))["tests"]
    ]
    told = {f"{rule['alert']} is told" for rule in ALERTS}
    silent = {f"{rule['alert']} is silent" for rule in ALERTS}
    assert {name for name, fires in cases if fires} == told
    assert {name for name, fires in cases if not fires} == silent


@pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)
def test_panels_stand_side_by_side(board: dict[str, Any]) -> None:
    """No panel covers another; each says what it shows and asks the source that is provisioned."""
    provisioned = DEPLOY / "grafana" / "provisioning" / "datasources" / "prometheus.yml"
    (source,) = yaml.safe_load(provisioned.read_text("utf-8"))["datasources"]
    taken: set[tuple[int, int]] = set()
    for panel in board["panels"]:
        assert panel["description"]
        assert panel["datasource"]["uid"] == source["uid"]
        at = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert max(x for x, _ in cells) < 24
        assert not cells & taken, panel["title"]
        taken |= cells


def test_images_are_pinned() -> None:
    """No service runs whatever is latest."""
    compose = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text("utf-8"))
    for name, service in compose["services"].items():
        assert re.search(r":[0-9v][^:/]*$|:0\.1\.0\}$", service["image"]), name


def test_every_manifest_is_deployed() -> None:
    """What lies in the folder is a resource of the kustomization, or says that it is not."""
    folder = DEPLOY / "kubernetes"
    listed = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))["resources"]
    beside = {"kustomization.yaml", "secret.example.yaml", "scrape.yaml"}
    found = {path.name for path in folder.glob("*.yaml")}
    assert found - beside - {"prometheus-adapter.values.yaml"} == set(listed)


@pytest.mark.parametrize("name", ["app", "worker"])
def test_a_pod_may_do_little(name: str) -> None:
    """Its root is read-only, it is nobody in particular, and has no right it could do without."""
    text = (DEPLOY / "kubernetes" / f"{name}.yaml").read_text("utf-8")
    spec = next(iter(yaml.safe_load_all(text)))["spec"]["template"]["spec"]
    assert spec["securityContext"]["runAsNonRoot"]
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert not spec["automountServiceAccountToken"]
    for container in (*spec["initContainers"], *spec["containers"]):
        may = container["securityContext"]
        assert may["readOnlyRootFilesystem"]
        assert not may["allowPrivilegeEscalation"]
        assert may["capabilities"] == {"drop": ["ALL"]}
        assert container["resources"]["limits"]["memory"]


def test_what_is_deployed_is_set_by_names_that_exist() -> None:
    """Every variable of ours in compose file, manifests and Dockerfile is a setting."""
    known = {Settings.variable(name) for name in Settings.model_fields}
    steering = {"CONSPECTUS_PORT", "CONSPECTUS_IMAGE"}  # of the compose file itself
    places = [ROOT / "Dockerfile", *DEPLOY.rglob("*.yaml"), *DEPLOY.rglob("*.env*")]
    for path in places:
        named = set(re.findall(r"\bCONSPECTUS_[A-Z_]+\b", path.read_text("utf-8")))
        assert named <= known | steering, path


def test_the_builder_gets_what_the_dockerfile_copies() -> None:
    """Each path that is copied is let through by .dockerignore, and nothing else is."""
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.M)
    paths = {path.rstrip("/") for line in copied for path in line.split()}
    let = {
        line.removeprefix("!").removesuffix("/*.txt").rstrip("/")
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    assert paths == let
    assert all((ROOT / path).exists() for path in paths)


def test_no_secret_has_a_value_that_is_shipped() -> None:
    """The compose file does not start before each was given one; the examples give none."""
    folder = DEPLOY / "compose"
    compose = yaml.safe_load((folder / "compose.yaml").read_text("utf-8"))
    given = [
        one for it in compose["services"].values() for one in it.get("environment", {}).items()
    ]
    secret = re.compile(r"PASSWORD|SECRET|TOKEN|_KEY$|DATABASE_URL")
    found = {name: value for name, value in given if secret.search(name)}
    assert len(found) > 4
    assert all(re.search(r"\$\{[A-Z0-9_]+:\?", value) for value in found.values()), found
    assert ":?" in compose["configs"]["s3"]["content"]
    for path in (folder / ".env.example", folder / "conspectus.env.example"):
        lines = path.read_text("utf-8").splitlines()
        assert not [
            line for line in lines if secret.search(line.partition("=")[0]) and line[-1] != "="
        ]


def test_the_autoscaler_asks_for_a_figure_that_is_told() -> None:
    """By the name that the adapter gives it, and for the deployments that there are."""
    folder = DEPLOY / "kubernetes"
    scalers = [*yaml.safe_load_all((folder / "autoscaler.yaml").read_text("utf-8"))]
    adapter = yaml.safe_load((folder / "prometheus-adapter.values.yaml").read_text("utf-8"))
    asked = {
        metric["external"]["metric"]["name"]
        for scaler in scalers
        for metric in scaler["spec"]["metrics"]
        if metric["type"] == "External"
    }
    assert asked == {rule["name"]["as"] for rule in adapter["rules"]["external"]}
    assert asked <= {*KNOWN}
    scaled = {scaler["spec"]["scaleTargetRef"]["name"] for scaler in scalers}
    files = (folder / f"{name}.yaml" for name in ("app", "worker"))
    made = {
        next(iter(yaml.safe_load_all(path.read_text("utf-8"))))["metadata"]["name"]
        for path in files
    }
    assert scaled == made


@pytest.mark.parametrize("name", ["app", "worker"])
def test_a_pod_reaches_and_is_reached_by_what_is_named_alone(name: str) -> None:
    """Nothing is let through that no policy names, and each policy is for pods that there are."""
    folder = DEPLOY / "kubernetes"
    policies = [*yaml.safe_load_all((folder / "network.yaml").read_text("utf-8"))]
    nothing = [one["spec"] for one in policies if one["spec"]["podSelector"] == {}]
    assert nothing == [{"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}]
    pod = next(iter(yaml.safe_load_all((folder / f"{name}.yaml").read_text("utf-8"))))
    labels = pod["spec"]["template"]["metadata"]["labels"]
    ports = {
        port["name"]
        for container in pod["spec"]["template"]["spec"]["containers"]
        for port in container["ports"]
    }
    let = {
        port["port"]
        for one in policies
        if one["spec"]["podSelector"].get("matchLabels", {"": ""}).items() <= labels.items()
        for rule in one["spec"].get("ingress", [])
        for port in rule["ports"]
    }
    assert let == ports
