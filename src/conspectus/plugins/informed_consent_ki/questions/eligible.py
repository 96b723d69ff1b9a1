"""Who may join, told by a sentence or the list that it opens."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, ELSEWHERE, JOIN, WHO

AGES = (
    r"\b(?:years? (?:of age|old)|\bages? (?:of )?\d|\baged? \d|ages? between|between (?:the )?ages|"
    r"\d+ (?:to|and|-|\u2013|through) \d+ (?:years|months)|of \d\d years|birthday|\d\d\+|over "
    r"\d\d\b|"
    r"(?:over|under) the age|of any age|older than \d|younger than \d|\d\d (?:years )?(?:of age "
    r")?(?:and|or) "
    r"(?:older|over|above)|\bat least \d\d\b|\badults?\b|days old|months old|weeks old)"
)

# A sentence of few words tells a part of the criteria only.
SHORT = Cue(r"^(?!.*:$)(?:\S+\s+){1,13}\S+$", 1.2)
MAY = Aspect(
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
            r"(?:\bwe|study|project|trial|researchers|registry|team) (?:\w+ )?(?:looks? for|looking for|"
            r"seeks?|seeking|search(?:es|ing)? for|wants?|needs?) (?:about |some |up to )?(?:\d[\d,]* )?"
            r"(?:[\w-]+ ){1,3}(?:who|with|aged|of|whose|from|that)\b",
            1.9,
        ),
        Cue(
            r"(?:study|project|trial|research|registry|program|form) is (?:only |open |meant |intended )*"
            r"(?:for|to) (?:[\w-]+ ){1,4}(?:who|with|aged|of|whose|from|in)\b",
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
            r"will need)|you (?:are|may be) eligible|you (?:may |would )?qualify (?:if|when|for|because)|inclusion criteria|"
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
        Cue(AGES, 1.0),
        Cue(
            r"who (?:have|has|are|had|live)|diagnos|newly|scheduled|planned|undergone|"
            r"healthy",
            0.5,
        ),
    ),
    avoid=(
        SHORT,
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
            r"in total|altogether|live with this|by chance|allotted|side effect|take part once|parents get",
            1.2,
        ),
        Cue(r"intends? to include|will not finish|expect(?:s|ed)? (?:that|to enroll)", 1.0),
        # What one has had or been told is what one must have; what others have had is not.
        Cue(rf"^(?!.*\bif you\b.*\bhave been\b).*?(?:{EARLIER.pattern})", EARLIER.weight),
    ),
    home=WHO,
    away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
    threshold=3.0,
)

_UNTOLD = ("asked in full", "may", "asked", "who", "must", "kinds", "ages")
_OF_AGE = (
    r"(?:over|at least|above|older than|under|younger than|not yet|between|aged?|turned|"
    r"past)\b[^,.]{0,16}?(?:\b\d\d\b|eighteen|nineteen|twenty|sixteen|seventeen|fifty|sixty|"
    r"legal age|age of majority)"
)

# Nobody is asked "because", nor do criteria stand together: a condition, a bar, the people studied.
SCATTERED = (
    Aspect(
        "of age",
        (
            Cue(
                r"\bif you are (?:an? [^,.]{3,60}|"
                rf"{_OF_AGE}[^,.]{{0,30}}),? (?:and [^,.]{{3,40}}, )?(?:then )?you (?:may|can|are "
                r"able|are eligible|could)\b",
                1.8,
            ),
            Cue(
                rf"\b(?:must|need to|have to|should) be {_OF_AGE}|"
                rf"only (?:\w+ ){{0,2}}(?:students|people|adults|those|persons) [^.]{{0,12}}{_OF_AGE}",
                1.8,
            ),
        ),
        avoid=(Cue(r"pregnan|withdraw|stop|answer yes|question", 1.0), EARLIER),
        away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
        unless=_UNTOLD,
    ),
    Aspect(
        "barred",
        (
            Cue(
                r"(?:students|people|persons|those|anyone|minors|children|employees|individuals|"
                rf"participants|volunteers|patients|adults)\b[^.]{{0,20}}{_OF_AGE}[^.]{{0,30}} "
                r"(?:are|is|will|may|can) ?not (?:be )?(?:permitted|allowed|able|eligible|asked|"
                rf"invited|{JOIN})",
                1.8,
            ),
        ),
        away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
        unless=(*_UNTOLD, "not"),
    ),
    Aspect(
        "studied",
        (
            Cue(
                r"(?:stud(?:y|ying|ies)|learn|understand|know|find out|explor\w+|examin\w+|"
                r"investigat\w+|compar\w+|survey\w*)\b[^.]{0,120}? (?:of|in|among|affects?|by|help"
                r"|for) (?:\w+ ){0,3}?(?:(?:(?:college|undergraduate|graduate|medical|nursing) )?"
                r"students|adults|children|teachers|nurses|parents|veterans|caregivers|women|men|"
                r"(?-i:(?:[A-Z][a-z]+ )?(?:Asians|Americans|Africans|Hispanics|Latin[oax]s|Latinx|"
                r"Indians|Europeans|Hawaiians|Islanders|Jews|Muslims|Arabs|Canadians|"
                r"Australians|Natives)))\b",
                1.4,
            ),
        ),
        avoid=(
            Cue(r"future|risk|side effect|benefit", 0.8),
            # an aim without anybody who has it: told as the purpose alone
            Cue(r"^(?:[^:]{0,40}: )?to (?:find out|learn|see|test|know|study|compare)\b", 3.0),
            EARLIER,
        ),
        home=(*topics.PURPOSE, *topics.KEY, *topics.ABOUT),
        away=(*ELSEWHERE, *topics.STOPPING, *topics.PRIVACY, *topics.RISKS),
        threshold=1.3,
        unless=(*_UNTOLD, "not", "of age", "barred"),
    ),
)
