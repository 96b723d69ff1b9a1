"""The built-in plugin on the three example forms: what a reviewer would look at."""

import asyncio
import json
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path

import pytest

from conspectus import check_claim
from conspectus.domain.facts import Fact
from conspectus.domain.report import Report
from conspectus.domain.source import Source, Upload, quoted_words
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.plugins.informed_consent_ki.breaking import broken
from conspectus.plugins.informed_consent_ki.voice import PARENT, SUBJECT, voice
from conspectus.plugins.informed_consent_ki.wording import closed, simplified
from conspectus.service.evaluation import hits, score
from conspectus.service.gold import Gold
from conspectus.settings import Settings
from conspectus.wiring import open_service, reader

EXAMPLES = Path(__file__).parents[1] / "examples"
STEMS = ("numbered_sections", "question_headings", "master_and_site")
SETTINGS = Settings(reader="direct")


def _generate(stem: str, **parameters: object) -> Report:
    async def run() -> Report:
        async with open_service(SETTINGS) as service:
            upload = Upload(f"{stem}.pdf", (EXAMPLES / f"{stem}.pdf").read_bytes())
            return (await service.generate(upload, plugin.id, parameters)).report

    return asyncio.run(run())


_report = cache(_generate)


@cache
def _source(stem: str) -> Source:
    upload = Upload(f"{stem}.pdf", (EXAMPLES / f"{stem}.pdf").read_bytes())
    return asyncio.run(reader(SETTINGS, AsyncExitStack()).read(upload))


def _gold(stem: str):
    return json.loads((EXAMPLES / f"{stem}.json").read_text("utf-8"))


def _text(report: Report) -> str:
    return "\n".join(s.text for _, s in report.document.statements)


@pytest.mark.parametrize("stem", STEMS)
def test_the_facts_are_right_and_proved(stem: str) -> None:
    """At least nine of ten facts agree with a careful reader, every quote is on its page."""
    scored = score(_report(stem), Gold.model_validate(_gold(stem)), _source(stem))
    assert scored.field_accuracy >= 0.9, scored.wrong
    assert scored.evidence_valid == 1.0
    assert scored.evidence_on_gold_page >= 0.9


@pytest.mark.parametrize("stem", STEMS)
def test_the_main_risks_stand_in_the_document(stem: str) -> None:
    """No group of risks that a careful reader finds is left out of the statements."""
    groups = _gold(stem)["facts"]["key_risks"]["must_mention"]
    text = _text(_report(stem))
    assert [g for g in groups if not any(hits(a, text) for a in g)] == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_factual_statement_is_borne_out(stem: str) -> None:
    """Each has evidence, verbatim on its page, and says nothing that the quotes do not."""
    pages = {page.number: page.text for page in _source(stem).pages}
    for _, statement in _report(stem).document.statements:
        if statement.kind == "factual":
            assert statement.evidence
            assert check_claim(statement.text, quoted_words(statement.evidence)) == [], (
                statement.text
            )
            for piece in statement.evidence:
                assert pages[piece.page][piece.start : piece.end] == piece.quote


@pytest.mark.parametrize("stem", STEMS)
def test_the_document_is_short_and_plain(stem: str) -> None:
    """350 to 900 words, school grade 9 at the most."""
    measures = _report(stem).readability
    assert 350 <= measures["words"] <= 900
    assert measures["flesch_kincaid_grade"] <= 9


@pytest.mark.parametrize("stem", STEMS)
def test_no_rule_of_severity_error_fails(stem: str) -> None:
    """What we ship as an example, a reviewer could sign."""
    errors = [f for f in _report(stem).findings if f.severity == "error"]
    assert errors == []


def test_no_statement_is_made_twice() -> None:
    """What one section has said, no later one repeats."""
    texts = [s.text for _, s in _report("numbered_sections").document.statements]
    assert len(texts) == len(set(texts))


def test_a_parental_form_speaks_of_your_child() -> None:
    """The voice follows the form, and a parameter can overrule it."""
    assert "let your child take part" in _text(_report("question_headings"))
    assert "let your child" not in _text(_report("numbered_sections"))
    assert "let your child" not in _text(_generate("question_headings", audience="adult"))


def test_fewer_words_are_kept_to() -> None:
    """The parameter max_words bounds the document."""
    assert _generate("numbered_sections", max_words=400).readability["words"] <= 440


def test_the_ledger_accounts_for_every_stressed_risk() -> None:
    """Each line has a status, and what is left out has a reason."""
    ledger = _report("numbered_sections").omissions
    assert {line.status for line in ledger} <= {"included", "left_out", "absent"}
    assert all(line.reason for line in ledger if line.status != "included")
    assert all(line.evidence for line in ledger if line.status == "included")
    assert any(line.item.startswith("risk: ") and line.status == "included" for line in ledger)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("you may leave at any time", "You may leave at any time."),
        (
            "[insert the name of the hospital/clinic] will treat your injury.",
            "The hospital/clinic will treat your injury.",
        ),
        (
            "We will give you the study drug and the visits at no cost to you or your plan, and "
            "you will get a card for the bus.",
            "We will give you the study drug and the visits at no cost to you or your plan. "
            "You will get a card for the bus.",
        ),
        (
            "If you leave before the last visit of the study for any reason at all, you will be "
            "paid for the visits you made, and you will keep the watch.",
            None,
        ),
    ],
)
def test_wording_is_made_plain_without_changing_what_is_said(text: str, said: str | None) -> None:
    """Sentences are broken where a new clause begins, but never out of a condition."""
    result = " ".join(closed(broken(one)) for one in sentences(simplified(text)))
    assert check_claim(result, [text]) == []
    if said is None:
        assert result.count(".") == 1
    else:
        assert result == said


@pytest.mark.parametrize(
    ("audience", "expected"), [("adult", SUBJECT), ("parent", PARENT), ("auto", SUBJECT)]
)
def test_the_audience_can_be_chosen(audience: str, expected: object) -> None:
    """Without facts, auto speaks to the subject."""

    class Silent:
        stated = yes = no = False
        value = None

        def says(self, pattern: str) -> bool:
            return False

        def parts(self, *aspects: str):
            return ()

    assert voice(lambda name: Silent(), {"audience": audience}) is expected


def test_an_unstated_fact_is_said_to_be_unstated() -> None:
    """A document of an empty set of facts claims nothing, and no more than that none was found."""
    from conspectus.pipeline.write import write

    facts = {q.name: Fact(q.name, None, "unstated") for q in plugin.questions}
    document = write(facts, plugin, {"max_words": 850, "audience": "auto", "sections": []})
    assert all(s.kind == "framing" for _, s in document.statements)
    assert any("found no statement" in s.text for _, s in document.statements)


def test_the_target_grade_decides_when_the_reading_rule_warns() -> None:
    """A stricter target is told; a lenient one is silent about the grade."""

    def grades(target: int) -> list[str]:
        findings = _generate("numbered_sections", target_grade=target).findings
        return [f.message for f in findings if f.rule == "CR-A3" and "grade" in f.message]

    assert any("above" in message for message in grades(4))
    assert not any("above" in message for message in grades(14))
