"""The scorer: right, wrong, too long, unstated, off the page."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.errors import UsageError
from conspectus.domain.facts import Fact
from conspectus.domain.report import Report
from conspectus.domain.source import Source, Upload
from conspectus.service import Service
from conspectus.service.evaluation import KeptReading, hits, normal, score
from conspectus.service.gold import Gold, read_gold
from conspectus.testing import DataRenderer, ListObserver, TextReader, text_source
from plugins import FORM, plugin

SOURCE = text_source(FORM)
QUOTE = {"page": 1, "quote": "You will be paid $20 for each visit."}


def _report() -> Report:
    service = Service(
        TextReader(),
        OfflineModel(),
        {"data": DataRenderer()},
        {plugin.id: plugin},
        ListObserver(),
        "0",
    )
    return asyncio.run(service.generate(Upload("f", FORM.encode()), plugin.id)).report


def _data(**changes: Any) -> dict[str, Any]:
    fact = {"value": "$20", "must_mention": [["$20"]], "must_not_mention": [], "evidence": [QUOTE]}
    return {"document": "form", "facts": {"pay": {**fact, **changes}}, "pages": 2}


def _gold(**changes: Any) -> Gold:
    return Gold.model_validate(_data(**changes))


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"must_mention": [["$20"], ["each visit", "every visit"]]}, True),
        ({"must_mention": [["$20"], ["each month"]]}, False),
        ({"must_mention": [["re:\\$\\s?20\\b"]]}, True),
        ({"must_not_mention": ["visit"]}, False),
        ({"value": None, "must_mention": [], "evidence": []}, False),
    ],
)
def test_an_answer_must_hit_every_group_and_nothing_forbidden(
    changes: dict[str, Any], right: bool
) -> None:
    """The groups are joined by and, their alternatives by or."""
    assert score(_report(), _gold(**changes), SOURCE).field_accuracy == float(right)


def test_an_answer_that_is_a_page_is_wrong() -> None:
    """More than 60 words are a dump, whatever they mention."""
    report = _report()
    long = replace(report.facts["pay"], value="$20 " * 61)
    report = replace(report, facts={**report.facts, "pay": long})
    assert score(report, _gold(), SOURCE).wrong == ("pay",)


def test_silence_is_right_where_the_form_is_silent() -> None:
    """An unstated fact answers a gold of null."""
    report = _report()
    facts = {**report.facts, "pay": Fact("pay", None, "unstated")}
    gold = _gold(value=None, must_mention=[], evidence=[])
    assert score(replace(report, facts=facts), gold, SOURCE).field_accuracy == 1.0


def test_a_quote_that_is_not_on_its_page_is_not_valid() -> None:
    """Validity is looked up in the source, page by page."""
    report = _report()
    fact = report.facts["pay"]
    moved = replace(fact.parts[0].evidence[0], page=2)
    part = replace(fact.parts[0], evidence=(moved,))
    report = replace(report, facts={**report.facts, "pay": replace(fact, parts=(part,))})
    scored = score(report, _gold(), SOURCE)
    assert (scored.evidence_valid, scored.evidence_on_gold_page) == (0.0, 0.0)


def test_a_quote_on_another_page_than_gold_s_is_valid_but_off_the_page() -> None:
    """Two figures: truly there, and where a careful reader found it."""
    scored = score(_report(), _gold(evidence=[{**QUOTE, "page": 2}]), SOURCE)
    assert (scored.evidence_valid, scored.evidence_on_gold_page) == (1.0, 0.0)


def test_statements_are_checked_against_their_quotes() -> None:
    """The share of factual statements that the claim check lets pass."""
    assert score(_report(), _gold(), SOURCE).statements_borne == 1.0


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("partici-\npant", "participant"),
        ("self\u00ad\nReport", "self- Report"),
        ("\ufb01rst \u2013 \u201cone\u201d", 'first - "one"'),
        ("\u2022 item\u200b", "item"),
    ],
)
def test_typography_is_folded_as_the_gold_format_says(raw: str, folded: str) -> None:
    """Ligatures, dashes, quotes, hyphens and bullets do not decide."""
    assert normal(raw) == folded


def test_alternatives_are_substrings_or_patterns() -> None:
    """Case does not matter; `re:` begins a regular expression."""
    assert hits("NAUSE", "nausea")
    assert hits("re:\\b12 months?", "for 12 months")
    assert not hits("re:\\b2 months?", "for 12 months")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"must_mention": "twenty"}, "facts.pay.must_mention"),
        ({"must_mention": [["re:(unclosed"]]}, "facts.pay.must_mention.0.0"),
        ({"must_not_mention": [7]}, "facts.pay.must_not_mention.0"),
        ({"value": {"a": 1}}, "facts.pay.value"),
        ({"evidence": [{"page": "three"}]}, "facts.pay.evidence.0.page"),
    ],
)
def test_a_broken_gold_file_is_told_with_file_and_field(
    tmp_path: Path, changes: dict[str, Any], field: str
) -> None:
    """Whoever wrote the gold learns where to mend it."""
    path = tmp_path / "form.json"
    path.write_text(json.dumps(_data(**changes)))
    with pytest.raises(UsageError, match=rf"form\.json, field '{field}.*Mend"):
        read_gold(path)


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b""])
def test_a_gold_file_that_is_no_json_is_told(tmp_path: Path, data: bytes) -> None:
    """The line names the file."""
    path = tmp_path / "form.json"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"form\.json is no JSON file"):
        read_gold(path)


@pytest.mark.parametrize("text", ["[]", '{"report": {}}', "3"])
def test_a_json_file_of_another_kind_is_no_gold(tmp_path: Path, text: str) -> None:
    """A result that lies beside the gold is passed over."""
    path = tmp_path / "report.json"
    path.write_text(text)
    assert read_gold(path) is None


def test_a_source_is_read_once() -> None:
    """The generation and the score share one reading of an upload; another upload is read anew."""
    seen: list[str] = []

    class Counting:
        async def read(self, upload: Upload) -> Source:
            seen.append(upload.name)
            return await TextReader().read(upload)

    async def read_all() -> None:
        kept = KeptReading(Counting())
        for upload in (Upload("one", b"One."), Upload("two", b"Two.")):
            assert await kept.read(upload) is await kept.read(upload)

    asyncio.run(read_all())
    assert seen == ["one", "two"]
