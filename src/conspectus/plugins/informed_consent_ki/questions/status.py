"""How far what is tested has come: whether it is approved, and who has had it before."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE

_PEOPLE = r"(?:people|persons|humans?|patients|adults|children|volunteers|participants|men|women)"
_AVOID = (
    Cue(
        r"\b(?:IRB|review board|ethics|committee)\b|\b(?:paid?|pay|cost|insur\w+|charge)\b"
        r"|^(?:it|they|this(?! (?:study|trial|is the first)\b)|these|those|he|she|such|both|if|but)\b"
        r"(?! (?:is|are|has) not\b)|\b(?:other|no) (?:\w+ )?(?:drugs?|medicines?|treatments?) (?:is|are|has|have)"
        r"|\bdied?\b|\?\W*$|<|^title\b|\b(?:samples?|information|data) (?:\w+ ){0,2}not\b"
        r"|\d in (?:every )?\d",
        3.0,
    ),
)

STATUS = Question(
    "status",
    "text",
    "Is what is tested approved, is it given to people for the first time, and how many have had "
    "it before?",
    (
        Aspect(
            "approval",
            (
                Cue(
                    r"\bnot (?:yet |been |be |currently |fully ){0,3}(?:approved|licensed|cleared"
                    r"|authori[sz]ed|sold|on the market|on sale|for sale)\b(?! (?:me|you|us)\b)"
                    r"|\b(?:has|have|had) not (?:yet )?(?:approved|licensed|cleared) \w+"
                    r"|\bis not (?:an )?approved\b|\bunapproved\b",
                    3.0,
                ),
            ),
            avoid=_AVOID,
            threshold=2.0,
        ),
        Aspect(
            "first",
            (
                Cue(
                    rf"\bfirst (?:time|study|trial|{_PEOPLE})\b[^.]{{0,60}}\b(?:{_PEOPLE}|given|gets?"
                    rf"|receive[ds]?|tested|used|tried)\b|first.in.human"
                    rf"|\b(?:never|not) (?:yet |before )?been (?:given|used|tested|tried|studied) "
                    rf"(?:before )?(?:to|in|on|by) {_PEOPLE}|{_PEOPLE} (?:have|has) (?:never|not yet)"
                    r" (?:been given|received|taken|had)",
                    3.0,
                ),
            ),
            avoid=(*_AVOID, Cue(r"first (?:time|study)\b[^.]{0,20}\b(?:visit|you)\b", 3.0)),
            threshold=2.0,
        ),
        Aspect(
            "few",
            (
                Cue(
                    rf"\b(?:given to|taken by|received by|implanted in|tested in|used in|tried in)\b"
                    rf"[^.]{{0,30}}(?:\d+|few hundred|few|dozen|hundred)\b[^.]{{0,20}}\b{_PEOPLE}\b"
                    rf"|\b(?:only|about|so far|fewer than|just)\b[^.]{{0,24}}(?:\d[\d,]*|few"
                    rf"(?: hundred)?|dozen|hundred) (?:[\w-]+ ){{0,2}}{_PEOPLE}[^.]{{0,30}} (?:have|has)"
                    r" (?:been given|had|received|taken|it\b|got|used)",
                    3.0,
                ),
            ),
            avoid=(
                *_AVOID,
                Cue(r"side effects?|%|\bout of\b|each year|in the study|will be", 3.0),
            ),
            threshold=2.0,
        ),
    ),
    away=(*ELSEWHERE, *topics.PRIVACY, *topics.COSTS, *topics.ALTERNATIVES, *topics.PAYMENT),
    most_words=90,
    adds_to="intervention",
)
