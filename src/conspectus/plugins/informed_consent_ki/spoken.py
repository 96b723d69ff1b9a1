"""The words by which a form speaks of what a summary should tell, though no answer was found."""

import re
from collections.abc import Mapping

_TIME = r"(?:\d+|one|two|three|four|five|six|eight|ten|twelve) (?:days?|weeks?|months?|years?)\b"

SPOKEN: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "duration": (
            rf"\b(?:lasts?|be in (?:the|this) \w+|stay (?:in|on)|participation|(?:study"
            rf"|trial) (?:for"
            rf"|over|of)|take part)\b[^.]{{0,40}}\b{_TIME}|(?:^|\. )(?:over|for) {_TIME}"
        ),
        "visits_or_time": r"\b(?:\d+|one|two|three|four|six|weekly|monthly) (?:\w+ )?visits?\b",
        "randomized": (
            r"\brandom|by chance|chance decides|equal chance|toss (?:of )?a coin|\b\d ?: ?\d\b"
        ),
        "reproductive_risks": r"pregnan|birth control|breast.?feed|contracept",
        "radiation": r"\bradiation\b|\bx-?rays?\b|\d ?msv\b|\bct scans?\b",
        "washout_required": (
            r"\b(?:stop|come off|go off|not take|avoid)\b (?:\w+ ){0,3}?(?:medicines?|drugs?|pills"
            r"|medications?|antidepressants?|antibiotics)\b"
        ),
        "compensation": (
            r"\b(?:be|are|get|is) paid\b|\b(?:pay|give) you\b|\byou (?:will )?(?:earn|get|receive) "
            r"(?:an? )?[$\u00a3\u20ac]"
        ),
        "costs": (
            r"\b(?:costs? you|costs? to you|free of charge|charged|billed|need not pay"
            r"|not have to pay"
            r"|you pay|(?:is|are) free)\b"
        ),
        "injury": r"\binjur\w+|\b(?:are|is|get|gets) (?:hurt|harmed)\b|\bharms you\b",
        "confidentiality": r"\b(?:under a code|confidential|kept private|your name)\b",
        "data_sharing": r"\b(?:future|other|later) (?:research|stud)|left.?over|data bank",
        "early_termination": (
            r"\b(?:taken? (?:you )?(?:off|out of)|remove you|stop the (?:study|trial) early"
            r"|(?:study|trial) (?:may|might|could|can) (?:be stopped|end early))\b"
        ),
    }.items()
}
"""Each matches a sentence that speaks of the fact of that name."""

NEIGHBOURS: Mapping[str, tuple[str, ...]] = {
    "duration": ("visits_or_time", "intervention"),
    "compensation": ("costs",),
    "costs": ("compensation", "injury"),
    "injury": ("costs", "compensation"),
    "confidentiality": ("data_sharing",),
    "data_sharing": ("confidentiality",),
}
"""The facts that are told beside one, and may speak of it."""
