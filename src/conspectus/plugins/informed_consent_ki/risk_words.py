r"""The words by which forms speak of risks.

All are matched against small letters. What stands among risks and is none is told by
`beside_risks` and `risk_crumbs`; harms, how grave they are and their names by `harms`. To teach the
ledger another way of speaking, add to the group that names it, and a sentence to its test.
"""

import re

from conspectus.plugins.informed_consent_ki.harms import BODY_WORDS, HARMS
from conspectus.plugins.informed_consent_ki.patterns import any_of, at_words

# ------------------------------------------------------------------ harms

HARM = at_words("|".join(harm.pattern for harm in HARMS))
BODY = at_words(BODY_WORDS)

# ------------------------------------------------------------------ that harm may come

_NO_HARM = r"help|benefit|be (?:asked|given|able|used|shared|stored|kept|told|paid)"
_CHOICES = (
    r"ask|choose|stop|skip|leave|withdraw|refuse|decide|call|contact|continue|talk|take part|say"
)
MAY = any_of(
    {
        "it may": rf"(?<!you )\b(?:may|might|could)\b(?! (?:also )?(?:{_NO_HARM})\b)",
        "you may": rf"you (?:may|might|could)\b(?! (?:also )?(?:{_CHOICES}|{_NO_HARM})\b)",
        "it can": (
            r"can (?:also |sometimes |even |rarely )?(?:cause|lead|result"
            r"|be (?!used|asked|given|done)|make|happen|occur|develop|harm|hurt|damage|affect|bring"
            r"|increase|worsen|feel|set off)\b"
        ),
    }
)
"""Under a heading of risks: what may happen."""

MODAL = re.compile(
    r"\b(?:may|might|could|would|can)\b(?! (?:also )?(?:take part|join|be in|ask|choose|be (?:asked"
    r"|given|treated|used)|help|lower|prevent|reduce)\b)"
)
"""Anywhere: what may happen, beside a grave harm."""

HAZARD = any_of(
    {
        "by name": r"risks?\b|side effects?|chance (?:of|that)|danger|hazard|complication|died\b",
        "of others": (
            r"(?:people|patients|children|women|men|subjects|participants)\b[^.;]{0,30}\b(?:had"
            r"|have had|got|felt|developed|died|vomited)\b"
        ),
    }
)
"""Under a heading of risks: that there is a risk, or that others have come to harm."""

# ------------------------------------------------------------------ from what it comes

_CAUSES = {
    "may cause": (
        r"(?:may|might|could|can|will|would) (?:\w+ ){0,2}(?:cause|lead to|result in|harm|hurt"
        r"|damage|bring on|set off|die|be fatal)\b"
    ),
    "has caused": (
        r"died\b|(?:has|have|had) (?:\w+ ){0,2}(?:caused|led to|resulted in|set off|brought on"
        r"|died)\b"
    ),
    "does not protect": r"(?:does|do|will|may) not (?:protect|cover)\b",
}
CAUSES = any_of(_CAUSES)
"""That something causes harm, in a verb."""

CAUSE = any_of(
    _CAUSES | {"risk of": r"(?<!\bat )risks? (?:of|to|for)\b|side effects?|(?:chance|danger) of\b"}
)
"""That something causes harm, in a verb or a noun; who "is at risk of" harm has no cause."""

CAUSED = re.compile(
    r"\b(?:has|have|had) (?:\w+ ){0,2}(?:caused|led to|resulted in|set off|brought on)\b"
)
"""What something has done before."""

# ------------------------------------------------------------------ how often, and to whom

FREQUENT = any_of(
    {
        "in words": (
            r"(?<!less )(?:very|most) (?:common|likely|frequent)|^\W*(?:common|likely|frequent)\b"
        ),
        "in numbers": (
            r"more than (?:1|one) (?:in|out of) (?:every )?(?:10|ten)\b|[2-9]\d ?(?:%|percent)"
        ),
    }
)
_WORST = (
    r"(?:main|chief|principal|biggest|greatest|gravest|graver|worst"
    r"|most (?:serious|important|common|frequent|likely))"
)
_TROUBLE = r"(?:risks?|dangers?|hazards?|worry|worries|concerns?|side effects?|harms?|problems?)"
CHIEF = any_of(
    {
        "named before": rf"\b{_WORST} (?:\w+ ){{0,3}}{_TROUBLE}\b(?!\W*$)",
        "said to be likely": r"it is (?:very |quite )?likely that\b",
    }
)
"""What the form itself calls the main risk, or the likeliest."""

RATE = any_of(
    {
        "one in ten": r"(?:\d+|one|two|three) (?:in|of|out of) (?:every |the )?\d+\b",
        "per cent": r"\d[\d.,]* ?(?:%|percent\b)",
    }
)
MORE = at_words(
    r"(?:twice|doubled?|trebled?|tripled?|higher)\b|\w+ times (?:as|more|higher)\b"
    r"|more (?:often|likely|common|people|patients|women|men|children)\b"
)
"""That there is more of a harm than without the study."""

_SOME = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|a few|several|many|most|half"
_WHO = (
    r"people|persons?|patients?|participants?|volunteers?|subjects?|children|bab(?:y|ies)|infants?"
    r"|m[ae]n|wom[ae]n|boys?|girls?|dogs?|rats?|mice|monkeys?|animals?"
    r"|those (?:treated|given|who|with)"
)
EVENT = any_of(
    {
        "in another study": (
            r"(?:in|of) (?:an? |the |our )?(?:earlier|previous|past|prior|other|first|animal)"
            r" (?:\w+ )?(?:study|studies|trials?|group)\b"
        ),
        "in animals": r"^\W*(?:in )?(?:dogs|rats|mice|monkeys|rabbits|pigs|animals)\b",
        "to some": rf"(?:{_SOME}) (?:of (?:the )?(?:\d+ )?)?(?:\w+ )?(?:{_WHO})\b",
        "to themselves": r"tried to (?:take|kill|hurt)\b",
    }
)
"""What has befallen others."""

HAPPENS = any_of({"": "|".join(p.pattern for p in (MODAL, CAUSE, CAUSED, MAY, EVENT, RATE))})
"""That anything comes about: sooner told than of what harm."""

# ------------------------------------------------------------------ how a list is written

VERB = at_words(
    r"(?:is|are|was|were|may|might|can|could|will|would|has|have|had|do|does|be|you|we|they)\b"
)
BRACKET = re.compile(r"\s*\([^()]*\)")
REST = re.compile(
    r"(?<=[;:])\s|,? (?=(?:which|because|since|but|so (?:\w+ )?that)\b)"
    r"|, (?=(?:as|so|or|and) (?:you|it|they|the|this|that|your)\b)"
)
"""Where what is said beside advice or care begins: "lie still, which hurts"."""

OPENING = re.compile(r"^\W*(?:if|when|while|to|after|before|although)\b[^,]*, ")
"""For whom or when it is said: "if you have asthma, ..."."""

CHANGE = at_words(r"becom\w+|leaves?|makes?|hurts?|gets?|turns?|los(?:es?|t)|tears?|breaks?")
"""A verb of what befalls a body."""

SEPARATOR = re.compile(r"\s*(?:[,;\u2022]|\n| (?:and/or|and|or) (?=\w+$))\s*")
