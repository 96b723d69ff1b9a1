"""A report that was written down is opened as it was."""

import json
from dataclasses import replace

import pytest

from conspectus.adapters.render_docx import DocxRenderer
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_json import JsonRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.domain.facts import Part
from conspectus.domain.opened import opened
from conspectus.domain.report import Report
from conspectus.ports import Renderer
from reports import EMPTY, REPORT

RENDERERS = (MarkdownRenderer(), HtmlRenderer(), DocxRenderer(), JsonRenderer())


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda one: type(one).__name__)
def test_an_opened_report_is_rendered_to_the_same_bytes(report: Report, renderer: Renderer) -> None:
    """In every format: nothing that a reader sees is lost in the data."""
    again = opened(json.loads(JsonRenderer().render(report))["report"])
    assert renderer.render(again) == renderer.render(report)


def test_an_opened_report_is_the_same_value() -> None:
    """Every part of every fact is in the data, so that an opened report can be checked again."""
    more = (Part("More.", (REPORT.omissions[0].evidence[0],), "late"),)
    facts = {name: replace(fact, more=more) for name, fact in REPORT.facts.items()}
    report = replace(REPORT, facts=facts, review=None)
    assert opened(json.loads(JsonRenderer().render(report))["report"]) == report


def test_a_fact_that_was_written_without_its_parts_has_one() -> None:
    """With all of the evidence."""
    data = json.loads(JsonRenderer().render(REPORT))["report"]
    for fact in data["facts"].values():
        del fact["parts"], fact["more"]
    again = opened(data)
    for name, fact in REPORT.facts.items():
        told = again.facts[name]
        assert (told.value, told.status, told.evidence) == (fact.value, fact.status, fact.evidence)
