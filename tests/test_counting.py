"""Numbers of things, in words."""

import pytest

from conspectus.domain.text.counting import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no errors"), (1, "1 error"), (2, "2 errors"), (11, "11 errors")]
)
def test_one_thing_is_no_plural(number: int, words: str) -> None:
    """Nobody reads "1 errors"."""
    assert counted(number, "error") == words
