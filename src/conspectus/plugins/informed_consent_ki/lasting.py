"""Where in a long sentence the words stand that answer: "... (your total time is 2 years)"."""

import re

from conspectus.plugins.informed_consent_ki.breaking import LONG
from conspectus.plugins.informed_consent_ki.wording import closed

_LASTS = re.compile(
    r"\((?P<words>(?:your|the|each \w+.s) (?:total |whole |entire |maximum )?"
    r"(?:participation|involvement|time|part|stay)\b[^()]*?"
    r"\b(?:\d+|one|two|three|four|five|six|ten|twelve) (?:days?|weeks?|months?|years?)\b[^()]*)\)",
    re.IGNORECASE,
)


def lasting(text: str) -> str:
    """Return the aside of a long sentence that says how long one takes part, else the text."""
    match = _LASTS.search(text)
    return closed(match["words"]) if match and len(text.split()) > LONG else text
