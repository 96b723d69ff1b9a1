"""What is shipped to Elasticsearch: lines of a real run, at a stand-in for its bulk endpoint."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from conspectus.adapters.observe_log.lines import OWN
from conspectus.domain.told import FORMS
from receivers import Received, receiver
from served import LOG, served

ELK = Path(__file__).parents[1] / "deploy" / "elk"
FORM = Path(__file__).parents[1] / "examples" / "numbered_sections.pdf"
PARENT = f"00-{'a1' * 16}-{'b2' * 8}-01"
TEMPLATE = json.loads((ELK / "index-template.json").read_text())
SHIPPER = yaml.safe_load((ELK / "filebeat.yml").read_text())
INDEX = SHIPPER["output.elasticsearch"]["index"]

_FITS = {
    "keyword": lambda value: isinstance(value, str) and len(value) <= 1024,
    "wildcard": lambda value: isinstance(value, str),
    "match_only_text": lambda value: isinstance(value, str),
    "long": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "double": lambda value: isinstance(value, int | float),
    "date": lambda value: datetime.fromisoformat(value).tzinfo is not None,
}


def fields(mapping: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the type of every field of a mapping."""
    for name, field in mapping["properties"].items():
        if "properties" in field:
            yield from fields(field, f"{above}{name}.")
        else:
            yield f"{above}{name}", field["type"]


MAPPED = dict(fields(TEMPLATE["template"]["mappings"]))


def parsed(line: str) -> dict[str, Any] | None:
    """Do to a line what filebeat.yml says: read it, drop what is not ours, keep known fields."""
    event = json.loads(line)
    chosen: dict[str, Any] = {}
    for one in SHIPPER["processors"]:
        for name, wanted in one.items():
            if name.startswith("drop_event.when.not.equals."):
                if event.get(name.removeprefix("drop_event.when.not.equals.")) != wanted:
                    return None
            elif name == "include_fields":
                kept = ("@timestamp", *wanted["fields"])
                chosen = {k: v for k, v in event.items() if k in kept or k.split(".")[0] in kept}
            else:
                raise AssertionError(f"the test does not know {name}")
    return chosen


def indexed(sent: Received) -> bytes:
    """Take in a bulk request as Elasticsearch documents it; refuse a field that is not mapped."""
    assert sent.path == "/_bulk"
    assert sent.headers["content-type"] == "application/x-ndjson"
    assert sent.body.endswith(b"\n")
    lines = [json.loads(line) for line in sent.body.splitlines()]
    items = []
    for action, source in zip(lines[::2], lines[1::2], strict=True):
        (index,) = action.pop("create").values()  # a data stream takes nothing else
        pattern = TEMPLATE["index_patterns"][0].replace("*", ".*")
        assert re.fullmatch(pattern, index)
        wrong = [f"{k}={v!r}" for k, v in source.items() if not _FITS[MAPPED.get(k, "none")](v)]
        error = {"type": "document_parsing_exception", "reason": ", ".join(wrong)}
        told = {"status": 400, "error": error} if wrong else {"status": 201, "result": "created"}
        items.append({"create": {"_index": index, **told}})
    failed = any(item["create"]["status"] != 201 for item in items)
    return json.dumps({"took": 1, "errors": failed, "items": items}).encode()


_FITS["none"] = lambda value: False


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what a server says of a good form, of a bad one, and of a request that is none."""
    folder = tmp_path_factory.mktemp("elk")
    with served(folder, log_level="debug", observer="log") as (url, _):
        for data in (FORM.read_bytes(), b"noise"):
            headers = {"traceparent": PARENT}
            files = {"file": ("form.pdf", data)}
            httpx.post(f"{url}/generate/", files=files, headers=headers, timeout=200)
        httpx.get(f"{url}/nowhere")
    return (folder / LOG).read_text("utf-8").splitlines()


def test_every_line_is_shipped_and_indexed(lines: list[str]) -> None:
    """None is lost on the way, and none has a field that the template does not map."""
    assert len(lines) > 10
    body = ""
    for line in lines:
        event = parsed(line)
        assert event == json.loads(line)
        body += json.dumps({"create": {"_index": INDEX}}) + "\n" + json.dumps(event) + "\n"
    with receiver(indexed) as elastic:
        headers = {"Content-Type": "application/x-ndjson"}
        answer = httpx.post(f"{elastic.url}/_bulk", content=body, headers=headers).json()
    assert not answer["errors"], [one for one in answer["items"] if "error" in one["create"]]
    assert len(answer["items"]) == len(lines)


def test_a_field_that_is_not_mapped_is_noticed() -> None:
    """The stand-in would refuse it, so the test above can fail."""
    body = '{"create": {"_index": "logs-conspectus-default"}}\n{"name": "Rosa"}\n'
    with receiver(indexed) as elastic:
        headers = {"Content-Type": "application/x-ndjson"}
        answer = httpx.post(f"{elastic.url}/_bulk", content=body, headers=headers).json()
    assert answer["errors"]


def test_what_other_programs_say_is_left_where_it_is() -> None:
    """Only lines of ours are shipped, and of them only fields that are known."""
    assert parsed('{"message": "x", "service.name": "postgres"}') is None
    ours = {"message": "x", "service.name": "conspectus", "host.name": "h", "trace.id": "a"}
    assert parsed(json.dumps(ours)) == {k: v for k, v in ours.items() if k != "host.name"}


def test_template_and_shipper_know_every_fact_that_may_be_told() -> None:
    """Whoever adds one to the forms adds it there, too; nothing else is mapped by itself."""
    told = {OWN.get(name, f"conspectus.{name}") for name in FORMS if name != "seconds"}
    assert told <= MAPPED.keys()
    assert TEMPLATE["template"]["mappings"]["dynamic"] is False
    included = SHIPPER["processors"][1]["include_fields"]["fields"]
    for name in MAPPED:
        assert name in included or name.split(".")[0] in included or name == "@timestamp", name


def test_the_search_by_trace_can_be_imported() -> None:
    """A data view and searches that refer to it, by fields that are mapped."""
    objects = [json.loads(line) for line in (ELK / "kibana.ndjson").read_text().splitlines()]
    *saved, told = objects
    assert told["exportedCount"] == len(saved)
    known = {(one["type"], one["id"]) for one in saved}
    assert saved[0]["attributes"]["title"] == TEMPLATE["index_patterns"][0]
    searches = [one for one in saved if one["type"] == "search"]
    assert "trace.id" in str(searches[0]["attributes"]["kibanaSavedObjectMeta"])
    for search in searches:
        assert {(ref["type"], ref["id"]) for ref in search["references"]} <= known
        assert set(search["attributes"]["columns"]) <= MAPPED.keys()
        query = json.loads(search["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"])
        named = re.findall(r"([a-z_.@]+) :", query["query"]["query"])
        assert set(named) <= MAPPED.keys()
        assert query["indexRefName"] == search["references"][0]["name"]


def test_a_trace_is_found_by_the_search(lines: list[str]) -> None:
    """Its lines tell of the request and of the document."""
    found = [json.loads(line) for line in lines if f'"trace.id":"{"a1" * 16}"' in line]
    assert {"A request was answered.", "A document was worked on.", "A document failed."} <= {
        line["message"] for line in found
    }
