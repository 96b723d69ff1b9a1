"""Which risks appear or vanish between two versions of a consent form, as the plugin sees them."""

import asyncio

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.comparison.comparison import Comparison
from conspectus.domain.source import Upload
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.service import Service
from conspectus.service.compare import compare_uploads
from conspectus.testing import DataRenderer, ListObserver, TextReader

FORM = """# Consent to take part in a study of the drug dorvelast
You are being asked to take part in a research study. Taking part is your choice.
# Risks
Dorvelast can cause nausea (14 out of 100 people), hair loss and liver damage (some of it lasting).
- Bleeding in the stomach
- Questionnaires may upset you.
Rare but serious: severe allergic reaction (2 people so far); heart attack (1 person so far)
You may get infections more easily.
In an earlier study, one person died of a stroke.
# Risks of the other drug
Methotrexate can cause nausea, mouth sores and lung problems.
# Payment
You will be paid $20 for each visit.
The payment may be sent to you on a card.
"""


def compared(old: str, new: str) -> Comparison:
    """Compare two forms."""
    parts = (TextReader(), OfflineModel(), {"data": DataRenderer()})
    service = Service(*parts, {plugin.id: plugin}, ListObserver(), "0")
    uploads = (Upload("old.txt", old.encode()), Upload("new.txt", new.encode()))
    return asyncio.run(compare_uploads(service, *uploads, plugin.id))


ONE_SIDED = [
    ("hair loss and liver", "liver", "hair loss"),
    ("nausea (14 out of 100 people), hair", "hair", "nausea"),
    ("- Bleeding in the stomach\n", "", "Bleeding in the stomach"),
    ("; heart attack (1 person so far)", "", "heart attack"),
    ("nausea, mouth sores", "mouth sores", "nausea"),
    (", mouth sores and lung problems", " and mouth sores", "lung problems"),
    ("In an earlier study, one person died of a stroke.\n", "", "death"),
    ("- Questionnaires may upset you.\n", "", "Questionnaires may upset you"),
]


@pytest.mark.parametrize(("words", "without", "risk"), ONE_SIDED)
def test_a_risk_that_only_one_version_names_is_told(words: str, without: str, risk: str) -> None:
    """Once, with its sentence, whichever is the later; others that say the same do not hide it."""
    assert FORM.count(words) == 1
    other = FORM.replace(words, without)
    for old, new, kind in ((FORM, other, "vanished"), (other, FORM, "appeared")):
        found = compared(old, new)
        assert [(one.kind, one.risk.strip(".")) for one in found.risks] == [(kind, risk)]
        form = " ".join((old if kind == "vanished" else new).split())
        assert all(" ".join(e.quote.split()) in form for one in found.risks for e in one.evidence)
        assert found.risks[0].evidence


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("14 out of 100", "41 out of 100"),
        ("$20", "$25"),
        ("may be sent to you on a card", "may be sent to you by mail"),
        ("hair loss and liver damage", "liver damage and hair loss"),
    ],
)
def test_what_no_risk_is_by_is_told_as_a_passage(words: str, others: str) -> None:
    """How often, what is paid, in which order: no risk appeared or vanished."""
    assert FORM.count(words) == 1
    found = compared(FORM, FORM.replace(words, others))
    assert found.risks == ()
    assert len(found.passages) == 1


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("You may get", "You may not get"),
        ("can cause nausea, mouth", "does not cause nausea, mouth"),
    ],
)
def test_a_risk_that_is_denied_is_no_longer_the_same(words: str, others: str) -> None:
    """One small word, and the sentence is told on both sides."""
    assert FORM.count(words) == 1
    found = compared(FORM, FORM.replace(words, others))
    assert {one.kind for one in found.risks} == {"appeared", "vanished"}


def test_a_risk_that_moved_is_still_there() -> None:
    """From one list to the other, word for word."""
    moved = FORM.replace("- Bleeding in the stomach\n", "")
    moved = moved.replace("# Payment", "- Bleeding in the stomach\n# Payment")
    assert compared(FORM, moved).same
