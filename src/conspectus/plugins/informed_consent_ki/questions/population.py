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

_AGES = (
    r"(?:years? (?:of age|old)|\bages? (?:of )?\d|\baged? \d|ages? between|between (?:the )?ages|"
    r"\d+ (?:to|and|-|\u2013|through) \d+ (?:years|months)|of \d\d years|birthday|\d\d\+|over "
    r"\d\d\b|"
    r"(?:over|under) the age|of any age|older than \d|younger than \d|\d\d (?:years )?(?:of age "
    r")?(?:and|or) "
    r"(?:older|over|above)|\bat least \d\d\b|\badults?\b|days old|months old|weeks old)"
)
_ASKED = (
    r"(?:asked|invited|asking|inviting|approached|selected|chosen|picked|eligible|offered|"
    r"contacted|writing|reading this|recruited|identified)\b"
    r"[^.]{0,80}\b(?:because|since|as) (?:you|your|he or she|they|a |i )"
)
_NOT_ASKED = (
    Cue(r"stop|leave|\bsign\b|copy|cannot make|not able to (?:consent|give|make)", 1.0),
)
# A sentence of few words tells a part of the criteria only.
_SHORT = Cue(r"^(?!.*:$)(?:\S+\s+){1,13}\S+$", 1.2)
_MAY = Aspect(
    "may",
    (
        Cue(
            r"(?:can|may|could|able to|eligible to|invited to|qualify to|must|"
            r"should)\b[^.]{0,30}\b"
            rf"{JOIN}\b[^.]{{0,50}}\b(?:if|who)\b",
            1.6,
        ),
        Cue(
            r"\b(?:you|your child|your baby|people|they|adults|children|volunteers|"
            r"veterans|anyone)\b"
            rf"[^.]{{0,20}} (?:can|may|could|might) (?:be able to "
            rf")?{JOIN}\b[^.]{{0,30}}\bif\b",
            1.2,
        ),
        Cue(
            r"(?:would like|want|hope|plan|need)\w* to (?:interview|talk|speak|survey|"
            r"recruit|enrol|"
            r"enroll|include|invite|hear)\b[^.]{0,60}\b(?:who|aged|with|from|in)\b",
            1.6,
        ),
        Cue(
            rf"who\b[^.]{{0,120}}\b(?:can|may|are eligible to|are able to|"
            rf"are invited to) {JOIN}",
            1.5,
        ),
        Cue(
            r"to (?:be eligible|qualify|take part|join|participate|"
            r"be in)[^.]{0,40}(?:you|your child|"
            r"participants|they|teen|baby|people|volunteers)[^.]{0,12} (?:must|should|"
            r"need|has to|have to|"
            r"will need)|you (?:are|may be) eligible|inclusion criteria|"
            r"participants? (?:of|in) this (?:study|research) (?:should|must|will)|"
            r"(?:looking for|recruiting|enrolling|(?:inviting|asking|contacting|"
            r"writing to) (?!you)|seeking|open to|includes?|"
            r"will include)",
            1.3,
        ),
        Cue(
            r"^(?:healthy |adult )?(?:men|women|people|adults|children|patients|"
            r"individuals|persons|"
            r"students|parents|veterans|babies|anyone|volunteers|participants|subjects|"
            r"first-year|any(?:body| person)|teens|adolescents|couples|families|those|"
            r"infants|"
            r"newborns|nurses|teachers|caregivers|employees|residents|mothers|everyone)\b",
            0.9,
        ),
        Cue(
            r"\b\d\d (?:to|-|\u2013|through|and) \d\d\b|(?:volunteers|participants|"
            r"persons|people|"
            r"patients|subjects|children|teens|women|men) (?:must|need to|have to|should) "
            r"(?:be|"
            r"have)\b",
            0.6,
        ),
        Cue(_AGES, 1.0),
        Cue(
            r"who (?:have|has|are|had|live)|diagnos|newly|scheduled|planned|undergone|"
            r"healthy",
            0.5,
        ),
    ),
    avoid=(
        _SHORT,
        Cue(
            rf"(?:cannot|can.t|can not|may not|not be able to|should not|"
            rf"not be eligible to|unable to) {JOIN}|"
            r"you may not|excluded",
            2.0,
        ),
        Cue(
            r"voluntar|do(?:es)? not have to|choose|decide|stop|withdraw|leave|penalt|"
            r"rights",
            1.2,
        ),
        Cue(
            r"we will (?:check|ask)|study (?:staff|doctor|team) will|other (?:inclusion|"
            r"criteria)|"
            r"about [\d,]+ |up to [\d,]+ (?:people|participants|subjects)|not be able|"
            r"live with this|by chance|allotted|side effect|take part once|parents get",
            1.2,
        ),
        Cue(r"intends? to include|will not finish|expect(?:s|ed)? (?:that|to enroll)", 1.0),
        EARLIER,
    ),
    home=WHO,
    away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
    threshold=3.0,
)
POPULATION = Question(
    "population",
    "text",
    "Who can take part?",
    (
        # Why you are asked, when that sentence holds the criteria too.
        Aspect(
            "asked in full",
            (
                Cue(rf"{_ASKED}[^.]*?{_AGES}", 2.4),
            ),
            avoid=_NOT_ASKED,
            home=(*WHO, *PARTS),
            away=ELSEWHERE,
            threshold=2.0,
        ),
        _MAY,
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
        replace(
            _MAY,
            name="who",
            avoid=_MAY.avoid[1:],
            threshold=2.3,
            unless=("asked in full", "may"),
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
                Cue(_AGES, 1.0),
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
                    rf"students)\b[^.]{{0,30}}{_AGES}",
                    1.2,
                ),
                Cue(_AGES, 0.4),
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
                Cue(r"\bif\b|who\b|:$", 0.4),
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
    ),
)
