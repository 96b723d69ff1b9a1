"""From a form to its risks: each is told or stands in the ledger, and nothing else is told."""

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.document import Document
from conspectus.domain.report import Omission
from conspectus.domain.rules import judge
from conspectus.pipeline.extract import ask, facts_of
from conspectus.pipeline.write import write
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.testing import text_source

FORM = """# Consent to take part in research
You are being asked to take part in a research study. Taking part is voluntary.
# Why is this study done?
We want to learn if bretazole helps people with knee pain.
# What will happen?
You will take bretazole tablets for 12 weeks. You will come to the clinic 4 times.
# What are the risks?
{risks}
# Future use
Your data may be used for future research.
# Will I benefit?
You may or may not benefit.
"""


def _made(risks: str) -> tuple[list[str], list[Omission], set[tuple[str, str]]]:
    """Return the told risks, the ledger, and the rules that found something with severity."""
    source = text_source(FORM.format(risks=risks))
    facts = facts_of(OfflineModel().answer(ask(source, plugin)), source, plugin)
    document = write(facts, plugin, {"max_words": 850, "audience": "auto", "sections": []})
    ledger = list(plugin.omissions(document, facts, source))
    findings = judge(plugin.rules, document, facts, source, ledger)
    return _items(document), ledger, {(f.rule, f.severity) for f in findings}


def _items(document: Document) -> list[str]:
    section = next(s for s in document.sections if s.id == "reasons-against")
    return [statement.text for statement in section.statements if statement.evidence]


@pytest.mark.parametrize(
    "harm",
    [
        "gangrene of the fingers", "aortic dissection", "a ruptured spleen", "psychosis",
        "permanent hearing loss", "a coma",
    ],
)  # fmt: skip
def test_a_rare_grave_harm_is_told_or_found_missing(harm: str) -> None:
    """No list of well known harms decides what a reader learns."""
    risks = f"You may have a headache, nausea or a rash. In rare cases it led to {harm}."
    told, ledger, found = _made(risks)
    left = [o.item for o in ledger if o.status == "left_out" and o.item.startswith("grave")]
    assert any(harm in text for text in told) != any(harm in item for item in left)
    assert (("FID-GRAVE", "warning") in found) == bool(left)


def test_what_befell_nobody_and_what_protects_is_not_told() -> None:
    """Denials and lessened risks stand in the part on risks of many forms."""
    told, ledger, _ = _made(
        "Nobody died in earlier studies. Bretazole lowers the risk of stroke. You may have a rash."
    )
    assert told == ["You may have a rash"]
    assert not any("risk:" in o.item or "death:" in o.item for o in ledger if o.status != "absent")


def test_whom_the_law_does_not_bind_is_a_risk() -> None:
    """A "not" may be the harm itself."""
    said = "This law does not protect you against discrimination by companies that sell life"
    told, _, _ = _made(f"You may have a rash. {said} insurance.")
    assert f"{said} insurance" in told


def test_the_use_of_data_is_no_risk() -> None:
    """A form without risks gets no risk from another part; the rule asks for them."""
    told, _, found = _made("Ask the study doctor.")
    assert told == []
    assert any(rule == "KI-F3" for rule, _ in found)


def test_a_limit_of_a_told_risk_is_told_or_found_missing() -> None:
    """What comes after "However" belongs to what stands before it."""
    told, _, found = _made("Men may become sterile. However, this was not seen below 9 tablets.")
    assert "Men may become sterile" in told
    assert ("FID-TURN", "warning") in found


def test_the_lead_of_a_list_does_not_deny_it_by_what_it_compares_with() -> None:
    """The harms of an operation stand below "higher because ... instead of one:"."""
    lead = "The chance is higher because two wires are laid instead of one:"
    told, _, _ = _made(f"{lead}\n- bleeding in the brain, which can cause death")
    assert told == ["Bleeding in the brain, which can cause death"]


def test_the_share_of_a_comparison_does_not_hide_a_risk() -> None:
    """A figure of those who got the placebo stands beside the commonest side effect."""
    told, _, _ = _made("- drowsiness (31% against 7% with placebo)\n- seizures")
    assert "Drowsiness (31% against 7% with placebo)" in told


def test_what_came_with_other_products_is_told_with_that() -> None:
    """The heading above says of which products a list speaks: it is not the one under study."""
    risks = "# Side effects seen with other medicines that thin the bile\n- dizziness (8 in 100)"
    told, _, _ = _made(f"You may have a rash.\n{risks}")
    assert told == ["You may have a rash", "Other medicines: dizziness (8 in 100)"]
