"""Locating a quote: exact or folded, within a page or over a page break, never something else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus.domain.locate import PageIndex
from conspectus.domain.text.fold import alike, fold

WORD = st.text(alphabet="abcdeé", min_size=1, max_size=6) | st.sampled_from(
    ["10", "1,000", "$25", "3-5", "COVID-19", "don't", "fi", "study", "not", "5%", "(a)", "end."]
)
GAP = st.sampled_from([" ", " ", " ", "  ", "\n", " \n", "\n• ", "\u00a0", " \u200b"])


@st.composite
def laid_out(draw: st.DrawFn) -> tuple[list[str], str]:
    """Words, and a page that holds them in some layout."""
    words = draw(st.lists(WORD, min_size=2, max_size=30))
    gaps = draw(st.lists(GAP, min_size=len(words), max_size=len(words)))
    return words, "".join(word + gap for word, gap in zip(words, gaps, strict=True))


def quoted(texts: list[str], quote: str) -> list[str]:
    """Return the verbatim words that the index finds for a quote."""
    return [texts[page][start:end] for page, start, end in PageIndex(texts).find(quote)]


@given(laid_out(), st.data())
def test_any_slice_of_words_is_found_verbatim(
    page: tuple[list[str], str], data: st.DataObject
) -> None:
    """Whatever the layout, the words are found and the offsets hold."""
    words, text = page
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = " ".join(words[first:last])
    (found,) = quoted(["other page", text], quote)
    assert fold(found) == fold(quote)


@given(laid_out(), st.data())
def test_a_changed_character_is_never_found(
    page: tuple[list[str], str], data: st.DataObject
) -> None:
    """After a letter or digit has changed, only words that really stand there are found."""
    words, text = page
    quote = " ".join(words)
    at = data.draw(st.integers(0, len(quote) - 1))
    assume(quote[at].isalnum() and at > 0)
    changed = quote[:at] + ("7" if quote[at].isdigit() else "z") + quote[at + 1 :]
    assert quoted([text], changed) == []


@given(laid_out(), st.data())
def test_a_quote_over_a_page_break_is_two_verbatim_pieces(
    page: tuple[list[str], str], data: st.DataObject
) -> None:
    """Running lines between the two halves do not hide the quote."""
    words, _ = page
    cut = data.draw(st.integers(1, len(words) - 1))
    head, foot = "Example form, version 3\n", "\nPage 4 of 9\nApproved 1/2/2024"
    texts = [
        head + "before it. uuu " + " ".join(words[:cut]) + foot,
        head + " ".join(words[cut:]) + " vvv after it." + foot,
    ]
    quote = "uuu " + " ".join(words) + " vvv"
    one, two = quoted(texts, quote)
    assert (fold(one), fold(two)) == (
        fold("uuu " + " ".join(words[:cut])),
        fold(" ".join(words[cut:]) + " vvv"),
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("given 100 mg a day", "given 10"),
        ("given 1 0 mg", "10 mg"),
        ("given 1-0 mg", "10 mg"),
        ("given 1,000 dollars", "given 1"),
        ("given 2.5 mg", "5 mg"),
        ("you get $50 a visit", "50 a visit"),
        ("about 10% of people", "about 10"),
        ("see the rapist", "therapist"),
        ("non-compliant people", "compliant people"),
        ("it takes 3-5 hours", "5 hours"),
        ("you can't leave", "you can"),
        ("a temperature of 5 degrees", "of -5 degrees"),
        ("the partici-\npant", "the partici"),
        ("You may leave.", "you MAY leave"),
        ("You may leave.", ""),
        ("You may leave.", "\u200b - "),
    ],
)
def test_what_is_not_there_is_not_found(text: str, quote: str) -> None:
    """A part of a word or number, or other words, are no match."""
    assert quoted([text], quote) == []


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("after COVID-\n19 came", "COVID-19", "COVID-\n19"),
        ("each partici-\npant can", "participant", "partici-\npant"),
        ("each partici\ufffepant can", "participant can", "partici\ufffepant can"),
        ("Rash, \ufb01ts.", "rash, fits", "Rash, \ufb01ts"),
        ("• rash\n• itching\n", "- rash itching", "rash\n• itching"),
        ("Total | 11 visits", "Total 11 visits", "Total | 11 visits"),
        ("cures cancer.2 Then", "cures cancer.", "cures cancer."),
    ],
)
def test_layout_is_forgiven(text: str, quote: str, found: str) -> None:
    """The words as they are printed come back."""
    assert quoted([text], quote) == [found]


def test_the_occurrence_in_the_window_is_preferred() -> None:
    """A window decides between equal words; outside all windows the first one counts."""
    texts = ["You may leave. You may leave.", "You may  leave."]
    index = PageIndex(texts)
    assert index.find("You may leave.", [(1, 0, 16)]) == ((1, 0, 15),)
    assert index.find("You may leave.", [(0, 10, 40)]) == ((0, 15, 29),)
    assert index.find("You may leave.", [(1, 4, 8)]) == ((0, 0, 14),)


def test_a_word_cut_by_a_page_break_is_found() -> None:
    """The line-end hyphen at the foot of a page belongs to the word."""
    texts = ["We thank each partici-\n1", "pant for the time."]
    assert quoted(texts, "each participant for") == ["each partici", "pant for"]


def test_a_quote_may_run_over_several_paragraphs() -> None:
    """Where a page is one paragraph, a quote over three of them is three pieces."""
    texts = ["You may have:", "", "a rash", "nausea and vomiting."]
    assert quoted(texts, "have: a rash nausea") == ["have:", "a rash", "nausea"]


def test_body_lines_are_never_skipped_at_a_page_break() -> None:
    """Leaving out sentences between the halves makes another text."""
    texts = [
        "You may have a rash.\nNobody has died of it in any study so far.\nPage 1",
        "This was never seen in a child before now.\nYou may have pain.\nPage 2",
    ]
    assert quoted(texts, "You may have a rash. You may have pain.") == []


@given(st.lists(laid_out().map(lambda page: page[1]), min_size=1, max_size=4), st.data())
def test_every_piece_is_verbatim_on_its_page(texts: list[str], data: st.DataObject) -> None:
    """Joined, the pieces say the quote."""
    whole = " ".join(texts).split()
    first = data.draw(st.integers(0, len(whole) - 1))
    quote = " ".join(whole[first : first + data.draw(st.integers(1, 12))])
    if found := quoted(texts, quote):
        assert alike(quote.strip("• \u200b"), "\n".join(found))
