"""Plain wording: easier words that say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.claims.check import check_claim
from conspectus.domain.claims.plain import plain


@pytest.mark.parametrize(
    ("formal", "plainer"),
    [
        ("Approximately 20 subjects will participate.", "About 20 people will take part."),
        ("Prior to administering an injection", "Before giving a shot"),
        ("a physician will obtain an additional specimen", "a doctor will get an extra sample"),
        ("You are required to discontinue it.", "You must stop it."),
        ("An adverse event may occur.", "A side effect may happen."),
        ("You will receive compensation.", "You will get payment."),
        ("It pays compensation orally (by mouth).", "It pays compensation by mouth."),
        (
            "You lose no benefits to which you are otherwise entitled.",
            "You lose no benefits you would otherwise have.",
        ),
        ("All female subjects who are able to drive", "All women who can drive"),
        ("We may end your participation in it.", "We may end your part in it."),
        (
            "Adults may be subjects if \u2265 40 and \u2264 80 years old",
            "Adults may take part if at least 40 and at most 80 years old",
        ),
        ("in order to utilize\nthe questionnaire", "to use\nthe survey"),
    ],
)
def test_formal_words_are_made_plain(formal: str, plainer: str) -> None:
    """Case and articles stay right."""
    assert plain(formal) == plainer


@pytest.mark.parametrize(
    "text",
    [
        "The Injury Compensation Program may pay.",
        "Research subjects are protected.",
        "Your participation in this study is voluntary.",
        "the subject's name",
        "A Certificate of Confidentiality protects you.",
        "CONFIDENTIAL",
    ],
)
def test_names_and_fixed_terms_stay(text: str) -> None:
    """A capitalised name, a possessive and a term of art are not changed."""
    assert plain(text) == text


TEXT = """You will may not receive approximately 5 mg additional compensation prior to participation
in an investigational injection. subjects, physicians should discontinue medications potential
risks occur frequently immediately the a of if per day"""
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, min_size=1, max_size=15).map(" ".join))
def test_the_plain_text_says_the_same(text: str) -> None:
    """Whatever the text, its plain form is borne out by it, or nothing is changed."""
    assert plain(text) == text or check_claim(plain(text), [text]) == []
