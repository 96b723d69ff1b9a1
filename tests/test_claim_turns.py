"""The claim check against edits whose words pass and whose sense does not."""

import pytest

from conspectus import check_claim

STOP = "You may stop at any time without penalty."
PAY = "You will be paid $20 for each visit and $50 for the last visit."
RATES = "The drug may cause liver failure in 5 of 100 people and rash in 20 of 100 people."
AIM = (
    "The purpose of this study is to find out whether the drug, taken together with "
    "methotrexate, reduces joint pain and swelling better than methotrexate with a placebo."
)
CODED = (
    "The sponsor may share coded study data, with your name and other direct identifiers "
    "removed, with qualified researchers."
)
BEST = (
    "We will do our best to keep your information private, but we cannot promise complete privacy."
)
WHOLE = "If you complete the whole study: $840"
PART = "If you are found not to qualify at screening, you will be paid $90 for that visit."
BOARD = "The Sponsor, the FDA or the review board can also stop the whole study at any time."
ASKED = "You are being asked to take part in a research study."
NAME = "We will not share your name with anyone outside the study team."


@pytest.mark.parametrize(
    ("claim", "quotes"),
    [
        ("\u26d4 You may stop at any time without penalty.", [STOP]),
        ("\u00acYou may stop at any time without penalty.", [STOP]),
        ("You may n\u043et stop at any time without penalty.", [STOP]),
        ("You may \U0001d427\U0001d428\U0001d42d stop at any time without penalty.", [STOP]),
        ("You may stop at any time \u2260 without penalty.", [STOP]),
        ("You may stop at any time without penalty?", [STOP]),
        ("You may stop at any time \u2014 not without penalty.", [STOP]),
        ("You may stop at any time without penalty. NOT!", [STOP]),
        ("You can be made to stop at any time.", [STOP]),
        ("\u2026", [STOP]),
        ("You will be paid $20\u00bd for each visit.", [PAY]),
        ("You will be paid $20\u2070 for each visit.", [PAY]),
        ("You will be paid $20k for each visit.", [PAY]),
        ("You will be paid -$20 for each visit.", [PAY]),
        ("You will be paid \u2169\u2169 for each visit.", [PAY]),
        ("You will be paid $____ for each visit.", [PAY]),
        ("You will be paid $20 for each visit, $50 in all.", [PAY]),
        ("You will pay $20 for each visit.", [PAY]),
        ("You will be paid $20 for each visit.", ["You will pay $20 for each visit."]),
        ("The drug may cause rash in 5 of 100 people.", [RATES]),
        ("If you are found not to qualify at screening: $840.", [WHOLE, PART]),
        ("The drug reduces joint pain and swelling better than methotrexate", [AIM]),
        ("The sponsor may share your name with qualified researchers.", [CODED]),
        ("We will keep your information private.", [BEST]),
        ("You can also stop the whole study at any time.", [BOARD]),
        ("You are being asked not to take part in a research study.", [ASKED]),
        ("We will not share your name with the study team.", [NAME]),
        ("Do not stop this drug if you are pregnant.", ["Do not take it if you are pregnant."]),
    ],
)
def test_a_turn_that_no_quote_takes_is_refused(claim: str, quotes: list[str]) -> None:
    """Signs, who pays whom, what is only asked or tried, and figures of something else."""
    assert check_claim(claim, quotes, strict=True) != []


@pytest.mark.parametrize(
    ("claim", "quotes"),
    [
        ("You may stop at any time \u2013 without penalty.", [STOP]),
        ("You will get $20 for each visit.", [PAY]),
        ("The drug may cause rash in 20 of 100 people.", [RATES]),
        ("If you complete the whole study: $840. If you do not qualify: $90.", [WHOLE, PART]),
        ("Whether the drug reduces joint pain better than a placebo", [AIM]),
        ("The study tests if the drug reduces joint pain.", [AIM]),
        ("The sponsor may share coded study data with qualified researchers.", [CODED]),
        ("We cannot promise complete privacy.", [BEST]),
        ("We will try to keep your information private.", [BEST]),
        ("The Sponsor or the FDA can stop the study at any time.", [BOARD]),
        ("You are asked to take part in a study.", [ASKED]),
        ("The dose is 5 \u00b5g a day.", ["The dose is 5 \u03bcg a day."]),
        ("You must be \u2265 18 years old.", ["You must be at least 18 years old."]),
    ],
)
def test_the_same_in_plain_words_passes(claim: str, quotes: list[str]) -> None:
    """Marks of typography, parts of a sentence, and what is told as asked or tried."""
    assert check_claim(claim, quotes, strict=True) == []
