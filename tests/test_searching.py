"""Patterns are searched only where their literals stand, and find all the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.domain.text.idioms import PHRASES
from conspectus.domain.text.searching import any_phrase, may_match, stands

PATTERNS = (
    r"will be paid|\$\d|no more than \w+",
    r"\b(?:risks?|harms?) of (?:\w+ )?(?:death|stroke)\b",
    r"n[\u2019']t pay|[\]a]bove|[^]x]yes",
    r"(?-i:NASA)|(?P<Who>nurse|doctor) and (?P=Who)",
    r"(?i)abc|def",
    r"\u00a3\d|\x41ges|(?>none)|(a)?(?(1)bove|elow)",
)
TEXTS = (
    "You will be paid $5.",
    "No more than 3 risks of early death",
    "They don't pay; they don\u2019t pay.",
    "NASA nasa, a nurse and nurse",
    "ABC above below ]bove ayes \u00a35 Ages none",
    "",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_stands_where_it_matches(pattern: str, text: str) -> None:
    """Literals, small letters and alternatives one by one make no difference to what is found."""
    found = re.search(pattern, text, re.IGNORECASE) is not None
    assert stands(pattern, text, text.lower()) is found
    assert may_match(pattern, text.lower()) or not found


@given(st.lists(st.sampled_from([*PHRASES, "a-", "so", "xof"]), max_size=4))
def test_phrases_are_found_whole_and_the_longest_first(words: list[str]) -> None:
    """Grouped by their first letters the phrases match what they match one by one."""
    longest_first = "|".join(map(re.escape, sorted(PHRASES, key=len, reverse=True)))
    text = " ".join(words)
    told = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])").findall(text)
    assert re.findall(any_phrase(PHRASES), text) == told
