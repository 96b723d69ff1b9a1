"""Medical terms beside their plain words, and what the claim check makes of both."""

import pytest

from conspectus.domain.claims.check import check_claim
from conspectus.domain.text.glossing import glossed
from conspectus.domain.text.lay_terms import LAY_TERMS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hematuria", "Blood in the urine (hematuria)"),
        ("Rarely syncope (2%) or edema", "Rarely fainting (syncope, 2%) or swelling (edema)"),
        ("sedation for bronchoscopy (2 visits)", "sedation for bronchoscopy (2 visits)"),
        ("It can end in a neuropathy.", "It can end in a neuropathy (nerve damage)."),
    ],
)
def test_a_term_gets_its_plain_words(text: str, said: str) -> None:
    """They come first and the term in brackets; behind an article it is the other way round."""
    assert glossed(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Low platelets (thrombocytopenia)",
        "Tinnitus (a ringing in the ears)",
        "Vertigo, a feeling that the room spins, may come.",
        "Photosensitivity reaction",
        "A problem called ataxia",
        "Neuropathy-free years",
        "Anaphylaxis is a strong reaction of the whole body.",
        "bleeding and a hematoma, which is a pool under the skin",
        "Ulcerative colitis",
    ],
)
def test_what_is_explained_or_part_of_a_name_stays(text: str) -> None:
    """A term is not explained twice, and not where it only describes the noun behind it."""
    assert glossed(text) == text


@pytest.mark.parametrize(("term", "plain"), LAY_TERMS.items())
def test_term_and_plain_words_bear_each_other(term: str, plain: str) -> None:
    """With both words, and with either for the other, a claim is borne, strictly too."""
    said = f"Severe {term} happened in 3 of 100 people."
    for claim, quote in (
        (glossed(said), said),
        (said, glossed(said)),
        (said.replace(term, plain), said),
        (said, said.replace(term, plain)),
    ):
        assert check_claim(claim, [quote], strict=True) == []


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Blood in the stool", "Hematuria"),
        ("Blood in the urine (hematochezia)", "Hematuria"),
        ("Blood in the urine", "No hematuria was seen"),
        ("Blood in the urine (hematuria) in 5% of people", "Hematuria in 3% of people"),
        ("High blood sugar", "Hypoglycemia"),
    ],
)
def test_a_term_bears_no_more_than_its_plain_words(claim: str, quote: str) -> None:
    """Another place, another term, a denial and another figure are refused."""
    assert check_claim(claim, [quote])
