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
        ("An adverse reaction may occur.", "A side effect may happen."),
        ("You take it orally (by mouth).", "You take it by mouth."),
        ("Decide whether or not to join.", "Decide whether to join."),
        ("You pay for tests, as well as pills.", "You pay for tests, and pills."),
        (
            "You will be randomly assigned to one of two groups.",
            "You will be put by chance in one of two groups.",
        ),
        ("Names may be disclosed to the sponsor.", "Names may be shared with the sponsor."),
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
        'The word "confidential" has a meaning of its own here.',
        "the subjects' rights",
    ],
)
def test_names_and_fixed_terms_stay(text: str) -> None:
    """A capitalised name, a possessive and a term of art are not changed."""
    assert plain(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "You get the card whether or not you finish the diary.",
        "The visit takes an hour in addition to your normal check-up.",
        "They test if one week of drops clears the ear as well as two.",
        "Other choices include additional chemotherapy.",
        "Scans that are required to plan the operation are free.",
        "You lose nothing that is otherwise due to you.",
        "There is a potential for scars.",
        "Women of childbearing potential must not join.",
        "This is covered by workers' compensation.",
        "A parent may seek compensation in court.",
        "Your doctor will therefore test your blood.",
        "It was explained orally.",
        "Lie down immediately after the infusion.",
        "A speaker was paid for talks on subjects of her choice.",
        "Every adverse event is written down.",
        "Serum that remains may be sold, and so may tissues that remain.",
        "a naturally occurring hormone",
        "Mice were randomly assigned to three doses.",
        "It may be sexually transmitted.",
    ],
)
def test_words_that_mean_something_else_there_stay(text: str) -> None:
    """A plain word stands in only where it means the same."""
    assert plain(text) == text


TEXT = """You will may not receive approximately 5 mg additional compensation prior to participation
in an investigational injection. subjects, physicians should discontinue medications potential
risks occur frequently immediately the a of if per day"""
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, min_size=1, max_size=15).map(" ".join))
def test_the_plain_text_says_the_same(text: str) -> None:
    """Whatever the text, its plain form is borne out by it, or nothing is changed."""
    assert plain(text) == text or check_claim(plain(text), [text]) == []
