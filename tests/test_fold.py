"""Folding: what two renderings of the same words may differ in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.text.fold import alike, fold, squash

LAYOUT = st.text(alphabet="ab1-– \n•|\u00ad\ufffe\u0002\u200b’“ﬁ…/.", max_size=40)


@given(LAYOUT)
def test_folding_is_idempotent(text: str) -> None:
    """Folding a folded text changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(LAYOUT, LAYOUT)
def test_squashing_works_character_by_character(one: str, two: str) -> None:
    """A text may be squashed in pieces."""
    assert squash(one + two) == squash(one) + squash(two)


@given(st.text(alphabet="ab1-–• \n\u00ad’ﬁ", max_size=40))
def test_folding_keeps_letters_and_digits(text: str) -> None:
    """No letter and no digit is lost or gained."""
    letters = [char for char in text.replace("ﬁ", "fi") if char.isalnum()]
    assert [char for char in fold(text) if char.isalnum()] == letters


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("COVID-19", "COVID-\n19"),
        ("participant", "partici-\npant"),
        ("participant", "partici\u00adpant"),
        ("participant", "partici\ufffepant"),
        ("FNP-59", "FNP\ufffe59"),
        ("long-term", "long-\nterm"),
        ("pre- and post-study", "pre-\nand post-study"),
        ("3-5 hours", "3\u2013\n5 hours"),
        ("first five of", "\ufb01rst \ufb01ve\u00a0of"),
        ('the "study drug"', "the \u201cstudy  drug\u201d"),
        ("don't", "don\u2019t"),
        ("rash itching", "• rash\n• itching"),
        ("and/or", "and/\nor"),
    ],
)
def test_layout_and_typography_are_forgiven(quote: str, text: str) -> None:
    """The quote says the text word for word."""
    assert alike(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("10", "1 0"),
        ("10", "1-0"),
        ("13", "1-3"),
        ("13", "1-\n3"),
        ("COVID19", "COVID-\n19"),
        ("therapist", "the rapist"),
        ("100", "10\u00b2"),
        ("may", "May"),
    ],
)
def test_letters_digits_and_words_are_not(quote: str, text: str) -> None:
    """Another number, word or case is not alike."""
    assert not alike(quote, text)
