"""Who cannot take part: told beside who can, for the criteria protect people."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE

_HEALTH = Cue(
    r"\b(?:pregnan\w+|breast-?feed\w*|cancer|heart|kidney|liver|stroke|seizures?|epilepsy|bleeding"
    r"|clots?|infections?|hiv|hepatitis|allerg\w+|pacemaker|metal|diabetes|immune|dialysis|insulin"
    r"|suicid\w+|surgery|disease|disorder|thinners?|medicines?|steroids?|migraine|transplant)\b",
    1.0,
)

EXCLUSIONS = Question(
    "exclusions",
    "text",
    "Who cannot take part, above all for reasons of safety?",
    (
        Aspect(
            "bars",
            (
                Cue(
                    r"\b(?:may not|cannot|can.t|can not|(?:not|n.t) be able to|should not|unable to"
                    r"|not (?:be )?eligible to|must not) (?:take part|participate|join|be in|enroll|volunteer)"
                    r"\b|\b(?:will be|are|is) (?:excluded"
                    r"|not eligible|ineligible|left out|turned away|ruled out)\b|can.t include"
                    r"|\b(?:people|persons|children|adults|those|women|anyone)\b[^.]{0,40}\b(?:cannot"
                    r"|may not|can.t) (?:take part|join|be in)",
                    4.0,
                ),
                _HEALTH,
                Cue(r":\W*$", 0.5),
            ),
            avoid=(
                Cue(
                    r"^my\b|\bother (?:\w+ )?stud|object\b|choose|decide|\bsign\b|sub-?study|optional|another"
                    r"|screening|part of the study|(?:the|this) (?:part|arm|group)"
                    r"|\bwithout\b|unless|determine if|^(?:it|they|this"
                    r"|these|those|he|she|such|both|then)\b(?! who)",
                    3.0,
                ),
            ),
            most=2,
            threshold=3.2,
        ),
    ),
    home=(r"\b(?:not|can.t|cannot|exclu)\b",),
    away=(*ELSEWHERE, *topics.PRIVACY, *topics.COSTS, *topics.STOPPING),
    most_words=110,
    adds_to="population",
)
