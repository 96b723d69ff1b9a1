"""The HTML page: one safe, accessible file."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from conspectus.adapters.render_html import POLICY, HtmlRenderer
from conspectus.domain.report import Report
from rendered import page
from reports import EMPTY, REPORT, with_text

GOLDEN = Path(__file__).parent / "golden" / "report.body.html"
ATTACK = '"><script src=//x></script><img onerror=a src=x>\' onload="a"'


@pytest.mark.parametrize("report", [REPORT, EMPTY, with_text(ATTACK)])
def test_the_page_is_one_file_without_scripts(report: Report) -> None:
    """Nothing runs, nothing is fetched, and no link leaves the page."""
    tree = page(HtmlRenderer().render(report))
    assert tree.xpath("//script | //link | //img | //iframe | //form | //object | //base") == []
    assert [a for a in tree.xpath("//@*") if a.attrname.startswith("on")] == []
    assert tree.xpath("//@src | //@style | //@srcset") == []
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == []
    assert not re.search(r"url\(|@import|expression", tree.findtext(".//style"))


def test_the_policy_allows_the_style_and_nothing_else() -> None:
    """The policy in the page bears the digest of the style in the page."""
    tree = page(HtmlRenderer().render(REPORT))
    digest = b64encode(sha256(tree.findtext(".//style").encode()).digest()).decode()
    meta = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert meta == [POLICY]
    assert POLICY.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_every_link_leads_somewhere() -> None:
    """Marks lead to quotes, quotes lead back, findings lead to statements; no id comes twice."""
    tree = page(HtmlRenderer().render(REPORT))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in tree.xpath("//@href")]
    targets += tree.xpath("//@aria-labelledby | //@aria-describedby")
    assert set(targets) <= set(ids)
    assert tree.xpath("//section[@id='checks']//a/@href") == ["#s2-4", "#s3"]


def test_marks_and_backlinks_answer_each_other() -> None:
    """Each mark has one way back; a quote that three statements share has three."""
    tree = page(HtmlRenderer().render(REPORT))
    marks = {a.get("id") for a in tree.xpath("//a[@role='doc-noteref']")}
    backs = [a.get("href")[1:] for a in tree.xpath("//a[@role='doc-backlink']")]
    assert sorted(marks) == sorted(backs)
    assert [href for href in backs if href.startswith("m1-")] == ["m1-1", "m1-2", "m1-3"]


def test_factual_statements_bear_marks_and_framing_ones_none() -> None:
    """A mark and its pop-over stand at every factual statement, and only there."""
    tree = page(HtmlRenderer().render(REPORT))
    for (_, statement), span in zip(
        REPORT.document.statements, tree.xpath("//article//span[@id]"), strict=True
    ):
        marked = bool(span.xpath(".//a[@role='doc-noteref']"))
        assert marked == bool(span.xpath("./span[@class='proof']")) == (statement.kind == "factual")


def test_a_mark_says_where_it_leads() -> None:
    """A screen reader hears the page, and the quote as the mark's description."""
    tree = page(HtmlRenderer().render(REPORT))
    mark = tree.xpath("//a[@id='m2-1']")[0]
    assert mark.get("aria-label") == "Quote 2, pages 3-4 (printed 2-3)"
    quote = tree.get_element_by_id(mark.get("aria-describedby"))
    assert (
        quote.text_content() == "You will be in the study for about … 12 months and have 6 visits."
    )


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_headings_go_down_by_one(report: Report) -> None:
    """One first-rank heading, and no rank is passed over."""
    tree = page(HtmlRenderer().render(report))
    ranks = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert ranks.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(ranks))


def test_facts_that_the_source_does_not_state_are_told_in_a_line() -> None:
    """The table holds what is stated; the rest is named with what silence was taken for."""
    tree = page(HtmlRenderer().render(REPORT))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tree.xpath("//section[@id='facts']//tbody/tr")
    ]
    assert [row[0] for row in rows] == ["Voluntary", "Duration", "Procedures"]
    told = [p.text_content() for p in tree.xpath("//p[@class='silent']")]
    assert told == [
        "Not found in the source: Randomized (taken as no); Study ID.",
        "An answer was found, but the source does not bear it out: Sponsor.",
    ]


def test_what_asks_for_a_person_is_open_and_the_rest_is_folded() -> None:
    """What was left out, errors and warnings are seen at once; the facts can be opened."""
    tree = page(HtmlRenderer().render(REPORT))
    folds = {
        " ".join(d.find("summary").text_content().split()): d.get("open") is not None
        for d in tree.xpath("//details")
    }
    assert [name for name, is_open in folds.items() if is_open] == [
        "Left out of this document 1", "Errors 1", "Warnings 2",
    ]  # fmt: skip
    assert {"In this document 1", "Not in the source 3", "Stated in the source 3"} < folds.keys()


def test_the_ledger_leads_to_the_quotes_of_the_document() -> None:
    """A quote is written once on the page, wherever it is cited."""
    tree = page(HtmlRenderer().render(REPORT))
    assert tree.xpath("//section[@id='ledger']//sup/a/@href") == ["#q4", "#q5"]
    assert tree.xpath("//section[@id='ledger']//q") == []


def test_many_findings_of_one_rule_are_folded_away() -> None:
    """Four are shown, the others stand in a part that can be opened."""
    one = REPORT.findings[0]
    report = replace(REPORT, findings=(one,) * 6)
    more = page(HtmlRenderer().render(report)).xpath("//section[@id='checks']//li/details")
    assert [fold.find("summary").text for fold in more] == ["2 more"]
    assert [len(fold.findall("p")) for fold in more] == [2]


def test_the_whole_body_is_as_it_was() -> None:
    """The body is compared byte by byte; `python tests/golden/write.py` writes it anew."""
    body = HtmlRenderer().render(REPORT).decode().partition("<body>")[2]
    assert body == GOLDEN.read_text("utf-8")
