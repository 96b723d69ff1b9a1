"""Who can take part, minors or not."""

from dataclasses import replace

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import (
    EARLIER,
    ELSEWHERE,
    JOIN,
    PARTS,
    WHO,
)
from conspectus.plugins.informed_consent_ki.questions.eligible import AGES, MAY, SCATTERED

_ASKED = (
    r"(?:asked|invited|asking|inviting|approached|selected|chosen|picked|eligible|offered|"
    r"contacted|writing|reading this|recruited|identified)\b"
    r"[^.]{0,80}\b(?:because|since|as) (?:you|your|he or she|they|a |i )"
)
_NOT_ASKED = (Cue(r"stop|leave|\bsign\b|copy|cannot make|not able to (?:consent|give|make)", 1.0),)
POPULATION = Question(
    "population",
    "text",
    "Who can take part?",
    (
        # Why you are asked, when that sentence holds the criteria too.
        Aspect(
            "asked in full",
            (Cue(rf"{_ASKED}[^.]*?{AGES}", 2.4),),
            avoid=_NOT_ASKED,
            home=(*WHO, *PARTS),
            away=ELSEWHERE,
            threshold=2.0,
        ),
        MAY,
        Aspect(
            "asked",
            (
                Cue(_ASKED, 1.8),
                Cue(r"^because you (?:have|are)", 1.0),
            ),
            avoid=_NOT_ASKED,
            home=(*WHO, *PARTS),
            away=ELSEWHERE,
            unless=("asked in full", "may"),
        ),
        # The first words under "Why me?".
        Aspect(
            "why you",
            (
                Cue(
                    r"(?:^|[:?] )(?:because )?(?:you|your child) (?:are|is|have(?! to)|has(?! to)|had|were|was|teach|work|live|"
                    r"study|see|use|take|attend|own|care for|go to|come to|recently|gave|told|visit)\b",
                    1.2,
                ),
            ),
            avoid=(Cue(r"free to|do not|right to|any time|questions?|being asked", 2.0),),
            home=(
                r"\bwhy (?:me|us|you|am i|are you|was i|have i|(?:are|is|was|have) we asking)\b",
            ),
            away=ELSEWHERE,
            threshold=2.1,
            unless=("asked in full", "may", "asked"),
        ),
        replace(
            MAY,
            name="who",
            avoid=MAY.avoid[1:],
            threshold=2.3,
            unless=("asked in full", "may", "why you"),
        ),
        Aspect(
            "must",
            (
                Cue(
                    r"(?:you|your child|your teen|your baby|participants|they|subjects|volunteers|"
                    r"women|men|"
                    r"people|persons|patients|children) (?:must|need to|have to|has to|should) "
                    r"(?:also )?"
                    r"(?:be|have|weigh|speak|live|own|know|read|meet)\b",
                    1.0,
                ),
                Cue(AGES, 1.0),
                Cue(r"must (?:test|have|be)\b", 0.5),
            ),
            avoid=(
                Cue(
                    rf"(?:cannot|can.t|may not|not) {JOIN}|will be told|contracepti|"
                    rf"birth control|partner|be willing to",
                    2.0,
                ),
                Cue(r"about [\d,]+|lifetime|risk|side effect|of adults", 1.0),
                EARLIER,
            ),
            home=WHO,
            away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS, *topics.CONTACT),
            threshold=1.6,
        ),
        # Two kinds of people: those with the condition and those without.
        Aspect(
            "kinds",
            (
                Cue(
                    r"(?:with|who have)\b[^.]{3,90}\b(?:and|or)\b[^.]{0,40}(?:healthy|without|who "
                    r"(?:do "
                    r"not|don.t) have|no (?:history|pain|disease)|who are not)|healthy (?:\w+ )?"
                    r"(?:volunteers|people|adults|controls|children|participants)[^.]{0,60} "
                    r"(?:and|or) "
                    r"[^.]{0,40}(?:with|who have)",
                    1.6,
                ),
                Cue(r"\b\d+\b|volunteers|people|adults|children|men|women|participants", 0.4),
            ),
            avoid=(
                Cue(r"purpose|compare|learn|find out|side effect|risk|insur|\bpaid?\b", 1.2),
                EARLIER,
            ),
            home=WHO,
            away=(*ELSEWHERE, *topics.PRIVACY, *topics.RISKS),
            threshold=2.4,
        ),
        Aspect(
            "ages",
            (
                Cue(
                    rf"(?:adults|children|adolescents|teens|people|women|men|infants|"
                    rf"students)\b[^.]{{0,30}}{AGES}",
                    1.2,
                ),
                Cue(AGES, 0.4),
            ),
            avoid=(
                Cue(
                    r"risk|side effect|out of|lifetime|\d+%|\bI am\b|weeks|years? (?:ago|or so)",
                    1.0,
                ),
                EARLIER,
            ),
            home=(*WHO, *PARTS),
            away=(*ELSEWHERE, *topics.PRIVACY, *topics.RISKS),
            unless=("asked in full", "may", "must", "who"),
        ),
        Aspect(
            "not",
            (
                Cue(
                    r"(?:may not|cannot|can.t|can not|not be able to|should not|"
                    r"are not eligible to|unable to|"
                    rf"will not be able to|not be eligible to) {JOIN}",
                    1.6,
                ),
                Cue(
                    r"(?:will be|are|is) (?:excluded|not eligible|ineligible)|exclusion criteria|"
                    r"you (?:may|can)not|please do not (?:sign up|join|volunteer)|(?:is|are) "
                    r"(?:not for|"
                    r"turned away|not suitable|ruled out|left out|not accepted|not invited)|not be "
                    r"(?:accepted|included|suitable|invited)|can.t include|(?:would|will) not be "
                    r"eligible",
                    1.3,
                ),
                Cue(r"\b(?:if|who)\b|:$", 0.4),
                Cue(
                    rf"(?:you|people|they|children|adults)[^.]{{0,12}} (?:may not|cannot|can.t|"
                    rf"can not|should "
                    rf"not) {JOIN}\b[^.]{{0,30}}\bif\b",
                    1.3,
                ),
            ),
            avoid=(
                Cue(
                    r"many other|other (?:inclusion|exclusion|criteria)|determine if|will be told",
                    2.0,
                ),
                Cue(
                    r"choose|decide|do not sign|interview part|sub-?study|screening|optional|"
                    r"another",
                    1.5,
                ),
                Cue(r"part of the study|(?:the|this) (?:part|arm|group)", 1.5),
            ),
            home=WHO,
            away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
            threshold=2.6,
        ),
        *SCATTERED,
    ),
    away=topics.OPTIONAL,
)
