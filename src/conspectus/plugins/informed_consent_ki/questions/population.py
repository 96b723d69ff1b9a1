"""Who can take part, minors or not."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE, PARTS, WHO

_JOIN = (
    r"(?:take part|taking part|participate|join|enroll|be in|be included|be part|be invited|"
    r"qualify)"
)
_AGES = (
    r"(?:years? (?:of age|old)|\bages? (?:of )?\d|\baged? \d|ages? between|between (?:the )?ages|"
    r"\d+ (?:to|and|-|\u2013|through) \d+ (?:years|months)|\d\d (?:years )?(?:of age )?(?:and|or) "
    r"(?:older|over|above)|\bat least \d\d\b|\badults?\b|days old|months old|weeks old)"
)
POPULATION = Question(
    "population",
    "text",
    "Who can take part?",
    (
        Aspect(
            "may",
            (
                Cue(
                    r"(?:can|may|could|able to|eligible to|invited to|qualify to|must|"
                    r"should)\b[^.]{0,30}\b"
                    rf"{_JOIN}\b[^.]{{0,50}}\b(?:if|who)\b",
                    1.6,
                ),
                Cue(
                    rf"who\b[^.]{{0,120}}\b(?:can|may|are eligible to|are able to|"
                    rf"are invited to) {_JOIN}",
                    1.5,
                ),
                Cue(
                    r"to (?:be eligible|qualify|take part|join|participate|"
                    r"be in)[^.]{0,40}(?:you|your child|"
                    r"participants|they) (?:must|should|need)|you are eligible|inclusion criteria|"
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
                    r"first-year)\b",
                    0.9,
                ),
                Cue(_AGES, 1.0),
                Cue(
                    r"who (?:have|has|are|had|live)|diagnos|newly|scheduled|planned|undergone|"
                    r"healthy",
                    0.5,
                ),
            ),
            avoid=(
                Cue(
                    rf"(?:cannot|can.t|can not|may not|not be able to|should not|"
                    rf"not be eligible to|unable to) {_JOIN}|"
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
                    r"live with this",
                    1.2,
                ),
                EARLIER,
            ),
            home=WHO,
            away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
            threshold=2.3,
        ),
        Aspect(
            "asked",
            (
                Cue(
                    r"(?:asked|invited|asking|inviting|approached|selected|chosen|eligible|"
                    r"contacted)\b"
                    r"[^.]{0,80}\b(?:because|since|as) (?:you|your|he or she|they|a )",
                    1.8,
                ),
                Cue(r"^because you (?:have|are)", 1.0),
            ),
            avoid=(
                Cue(r"stop|leave|sign|copy|cannot make|not able to (?:consent|give|make)", 1.0),
            ),
            home=(*WHO, *PARTS),
            away=ELSEWHERE,
            unless=("may",),
        ),
        Aspect(
            "must",
            (
                Cue(
                    r"(?:you|your child|participants|they|subjects) (?:must|need to|have to) be\b",
                    1.0,
                ),
                Cue(_AGES, 1.0),
                Cue(r"must (?:test|have|be)\b", 0.5),
            ),
            avoid=(
                Cue(
                    rf"(?:cannot|can.t|may not|not) {_JOIN}|will be told|contracepti|"
                    rf"birth control|partner",
                    2.0,
                ),
                Cue(r"about [\d,]+|lifetime|risk|side effect|of adults", 1.0),
                EARLIER,
            ),
            home=WHO,
            away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS, *topics.CONTACT),
            threshold=1.6,
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
            avoid=(Cue(r"risk|side effect|out of|lifetime|\d+%", 1.0), EARLIER),
            home=(*WHO, *PARTS),
            away=(*ELSEWHERE, *topics.PRIVACY, *topics.RISKS),
            unless=("may", "must", "asked"),
        ),
        Aspect(
            "not",
            (
                Cue(
                    r"(?:may not|cannot|can.t|can not|not be able to|should not|"
                    r"are not eligible to|unable to|"
                    rf"will not be able to|not be eligible to) {_JOIN}",
                    1.6,
                ),
                Cue(
                    r"(?:will be|are|is) (?:excluded|not eligible|ineligible)|exclusion criteria|"
                    r"you (?:may|can)not",
                    1.3,
                ),
                Cue(r"\bif\b|who\b|:$", 0.4),
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
