"""What the HTTP door promises: its OpenAPI document, its problems, its pages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conspectus.domain.errors import ConspectusError
from conspectus.service.health import Component, Health
from conspectus.web.catalogue import KINDS
from conspectus.web.forms import Fields
from doors import Door, visit

ROOT = Path(__file__).parents[1]
COMMITTED = json.loads((ROOT / "docs" / "openapi.json").read_text("utf-8"))


def test_the_interface_breaks_no_client(tmp_path: Path) -> None:
    """Nothing of the committed document is gone or stricter; `make openapi` writes it anew."""

    async def work(at: Door) -> None:
        now = at.app.openapi()
        assert [*breaks(COMMITTED, now)] == []
        assert COMMITTED["paths"].keys() == now["paths"].keys()

    visit(tmp_path, working=False)(work)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["paths"].pop("/v1/jobs/"), "/v1/jobs/ is gone"),
        (lambda d: d["paths"]["/v1/cache/"].pop("delete"), "/v1/cache/ delete is gone"),
        (
            lambda d: d["components"]["schemas"]["Status"]["properties"].pop("usage"),
            "usage is gone",
        ),
        (
            lambda d: d["components"]["schemas"]["Job"]["properties"]["priority"].update(
                type="string"
            ),
            "is another type",
        ),
        (
            lambda d: d["paths"]["/v1/jobs/"]["get"]["parameters"].append(
                {"name": "n", "in": "query", "required": True, "schema": {}}
            ),
            "is required now",
        ),
        (lambda d: d["paths"]["/v1/jobs/"]["get"]["responses"].pop("200"), "200 is gone"),
    ],
)
def test_a_breaking_change_is_seen(change: Any, told: str) -> None:
    """Of each kind, one."""
    changed = json.loads(json.dumps(COMMITTED))
    change(changed)
    assert any(told in one for one in breaks(COMMITTED, changed))


def breaks(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Yield what a client of the old document would stumble over."""
    for path, methods in old["paths"].items():
        if path not in new["paths"]:
            yield f"{path} is gone"
            continue
        for method, before in methods.items():
            if method not in new["paths"][path]:
                yield f"{path} {method} is gone"
                continue
            for one in _operation(before, new["paths"][path][method]):
                yield f"{path} {method}: {one}"
    for name, schema in old["components"]["schemas"].items():
        for one in _schema(schema, new["components"]["schemas"].get(name, {})):
            yield f"{name}: {one}"


def _operation(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    before, now = ({(p["name"], p["in"]): p for p in o.get("parameters", [])} for o in (old, new))
    for key in before.keys() - now.keys():
        yield f"parameter {key} is gone"
    for key, parameter in now.items():
        if parameter.get("required") and not before.get(key, {}).get("required"):
            yield f"parameter {key} is required now"
    for status in old["responses"].keys() - new["responses"].keys():
        yield f"{status} is gone"
    for media, content in old.get("requestBody", {}).get("content", {}).items():
        form = new.get("requestBody", {}).get("content", {}).get(media, {}).get("schema", {})
        yield from _schema(content["schema"], form)
        for field in {*form.get("required", [])} - {*content["schema"].get("required", [])}:
            yield f"{field} is required now"


def _schema(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name, before in old.get("properties", {}).items():
        now = new.get("properties", {}).get(name)
        if now is None:
            yield f"{name} is gone"
        elif any(before.get(part) != now.get(part) for part in ("type", "$ref", "anyOf")):
            yield f"{name} is another type"


def test_every_error_is_a_problem_that_is_documented() -> None:
    """Each code of the program, and each of the door's own, has its line in docs/api.md."""
    kinds = [ConspectusError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ours = {kind.code for kind in kinds if kind.__module__.startswith("conspectus")}
    assert ours <= KINDS.keys()
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    lines = re.findall(r"^\| `([a-z-]+)` \| (\d+) \| (.+?) \| (.+?) \|$", page, re.M)
    assert [(code, int(status), title) for code, status, title, _ in lines] == [
        (code, kind.status, kind.title) for code, kind in KINDS.items()
    ]


def test_every_path_is_documented() -> None:
    """docs/api.md names each operation."""
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    for path, methods in COMMITTED["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in page, (method, path)


def test_every_operation_is_worth_reading() -> None:
    """It has a tag, a summary, a description, and problems as its errors."""
    for path, methods in COMMITTED["paths"].items():
        for method, operation in methods.items():
            assert operation["tags"], path
            assert operation["summary"], path
            assert operation["description"], path
            for status, answer in operation["responses"].items():
                if status >= "400" and status != "503":
                    assert [*answer["content"]] == ["application/problem+json"], (path, method)


def test_the_documentation_needs_no_other_machine(tmp_path: Path) -> None:
    """Every part of the page is served by us, and its policy allows nothing else."""

    async def work(at: Door) -> None:
        page = await at.client.get("/docs")
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        parts = re.findall(r'(?:src|href|data-openapi)="([^"]+)"', page.text)
        assert len(parts) == 4
        for part in parts:
            assert part.startswith("/")
            answer = await at.client.get(part)
            assert (answer.status_code, bool(answer.content)) == (200, True)

    visit(tmp_path, working=False)(work)


def test_forms_can_be_sent_from_the_documentation() -> None:
    """It asks for a file only where one belongs, and what it fills in by itself holds."""
    for path, field in (("/v1/generate/", "file"), ("/v1/generate/batch/", "files")):
        body = COMMITTED["paths"][path]["post"]["requestBody"]["content"]["multipart/form-data"]
        fields = dict(body["schema"]["properties"])
        fields.pop(field)
        assert [name for name, one in fields.items() if "contentMediaType" in one] == []
        filled = {name: str(one["default"]) for name, one in fields.items() if "default" in one}
    assert fields.keys() - filled.keys() == {"priority"}  # a browser leaves out what is empty
    Fields.model_validate(filled)


def test_health_asks_what_it_names(tmp_path: Path) -> None:
    """One component that cannot do its work makes the whole unready, with 503."""

    async def work(at: Door) -> None:
        for path in ("/health/", "/readyz"):
            well = await at.client.get(path)
            assert (well.status_code, well.json()["status"]) == (200, "healthy")

        async def ill() -> Component:
            raise ConspectusError("secret words")

        object.__setattr__(at.desk, "health", Health({"database": ill}))
        await at.desk.health.look()
        for path in ("/health", "/readyz/"):
            answer = await at.client.get(path)
            assert answer.status_code == 503
            told = {"status": "unhealthy", "reason": "It cannot be used."}
            assert answer.json()["components"] == {"database": told}
            assert "secret" not in answer.text
        assert (await at.client.get("/livez")).json() == {"status": "ok"}

    visit(tmp_path, working=False)(work)


def test_figures_are_counted_by_route(tmp_path: Path) -> None:
    """Prometheus text with the template of a path, never an id; JSON when that is asked for."""

    async def work(at: Door) -> None:
        for n in range(3):
            await at.client.get(f"/jobs/{n}/status/")
        text = (await at.client.get("/metrics")).text
        line = r'conspectus_http_requests_total\{method="GET",route="([^"]*)",status="404"\} 3\.0'
        assert re.findall(line, text) == ["/jobs/{job_id}/status/"]
        figures = await at.client.get("/metrics/", headers={"Accept": "application/json"})
        assert set(figures.json()) == {"system", "application", "timestamp"}
        assert figures.json()["application"]["request_count"] == 4

    visit(tmp_path, working=False)(work)


def test_plugins_are_shown_with_their_schema(tmp_path: Path) -> None:
    """The list, one of them, and a clear problem for one that is not installed."""

    async def work(at: Door) -> None:
        (line,) = (await at.client.get("/plugins/")).json()["plugins"]
        one = (await at.client.get(f"/plugins/{line['id']}/")).json()
        assert one["parameters"]["properties"]["most"]["default"] == 5
        assert {question["name"] for question in one["questions"]} >= {"pay", "harms"}
        none = await at.client.get("/plugins/nobody/")
        assert (none.status_code, none.json()["code"]) == (404, "unknown-plugin")

    visit(tmp_path, working=False)(work)


def test_the_cache_is_shown_and_purged_within_the_workspace(tmp_path: Path) -> None:
    """Sizes and savings; a purge takes only what its own workspace asked for."""

    async def work(at: Door) -> None:
        stats = (await at.client.get("/cache/")).json()
        assert stats["tiers"] == {"dict": {"entries": 0, "bytes": 0}}
        assert stats["totals"]["usd_saved"] == 1.5
        gone = await at.client.delete("/cache/?model=m&older_than=5")
        assert gone.json() == {"purged": {"dict": 0}, "away": []}
        wrong = await at.client.delete("/cache/?document=nothing")
        assert wrong.json()["errors"][0]["field"] == "document"

    visit(tmp_path, working=False)(work)
