"""A report that was written down is opened as it was."""

import json

import pytest

from conspectus.adapters.render_docx import DocxRenderer
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_json import JsonRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
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


def test_document_findings_and_omissions_are_the_same_values() -> None:
    """Only the parts of a fact are not in the data; its evidence is."""
    again = opened(json.loads(JsonRenderer().render(REPORT))["report"])
    assert again.document == REPORT.document
    assert again.findings == REPORT.findings
    assert again.omissions == REPORT.omissions
    assert again.source == REPORT.source
    for name, fact in REPORT.facts.items():
        told = again.facts[name]
        assert (told.value, told.status, told.evidence) == (fact.value, fact.status, fact.evidence)
