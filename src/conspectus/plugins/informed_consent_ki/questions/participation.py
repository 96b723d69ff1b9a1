"""Taking part: how long it takes, what is collected and tested."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.procedures import PROCEDURES

_ELSEWHERE = (*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)
_NOT_MINE = (
    *_ELSEWHERE,
    r"\bpaid\b|payment|compensat|\bcosts?\b|injur|hurt|confidential|privacy|protect|\bassent\b|"
    r"\bresults?\b|background|side effects?|\brisks?\b|who (?:can|may|cannot)|eligib|\bcontact\b",
)
_LENGTH = (
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|"
    r"an?|half an?)(?:[- ](?:to|and|or|-|\u2013)?[- ]?\d[\d.]*)?(?: and a half| more)?[- ]?"
)
_LONG = rf"{_LENGTH} ?(?:days?|weeks?|months?|years?|cycles?)"
_SHORT = rf"{_LENGTH} ?(?:minutes?|mins?|hours?|hrs?)"
_TIMES = r"(?:study |clinic |office |hospital |home |training |testing |separate |in-person |lab )*"
_COUNT = (
    r"(?<!day )(?<!week )(?<!month )(?<!visit )(?<!part )\b(?:\d+|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|several)"
)
_VISITS = (
    rf"{_COUNT}[- ]?(?:\w+ )?{_TIMES}(?:visits?|sessions?|appointments?|(?:phone |telephone |video )?calls?)\b"
)
_WHOLE = Cue(
    r"(?:whole|entire|overall|all (?:three|\d) )[^.;]{0,20}(?:study|trial|project|registry)[^.;]{0,60}"
    r"(?:last|take|run|finish|complete|expected)|(?:study|trial|project|registry) (?:as a whole|itself|"
    r"overall|will (?:be open|run)|runs? until)|funding|expected that all",
    2.4,
)

DURATION = Question(
    "duration",
    "text",
    "How long will one person take part?",
    (
        Aspect(
            "stay",
            (
                Cue(
                    r"(?:you|your (?:child|baby|teen)|each (?:person|participant|child|subject|one)|"
                    r"participants|subjects|volunteers|everyone)[^.;:]{0,40}\b(?:be|is|are|stay|remain|"
                    rf"participate|continue|take part)\b[^.;:]{{0,60}}{_LONG}",
                    2.0,
                ),
                Cue(
                    r"(?:participation|your part|your (?:child's |baby's )?time|involvement|being in (?:this|the) "
                    r"(?:study|trial|registry)|taking part|time in the (?:study|trial))[^.;]{0,80}"
                    rf"(?:last|take|\bbe\b|\bis\b|over|continue|for|require)[^.;]{{0,60}}{_LONG}",
                    2.4,
                ),
                Cue(
                    r"(?:be|stay|remain|are|is) (?:in|part of|on) (?:this|the|our) (?:\w+ )?(?:study|trial|"
                    rf"research|registry|project)[^.;:]{{0,40}}{_LONG}",
                    1.0,
                ),
                Cue(
                    rf"(?:study|trial|research|registry) (?:will )?(?:last|take)s?[^.;]{{0,40}}{_LONG}"
                    r"[^.;]{0,40}(?:for (?:each|every|you)|per (?:person|participant))",
                    2.4,
                ),
                Cue(
                    r"(?:from|between) (?:screening|start|first|beginning|the first|enrol\w+)[^.;]{0,30} "
                    rf"(?:to|and) [^.;]{{0,50}}{_LONG}",
                    2.2,
                ),
                Cue(
                    r"(?:until|and for) [^.;]{0,40}\d+ (?:days|weeks|months|years) after|"
                    r"keep (?:seeing|reading|following) [^.;]{0,40} after|"
                    rf"spread over [^.;]{{0,20}}{_LONG}|(?:total|maximum) (?:time|participation|duration)"
                    rf"[^.;]{{0,80}}{_LONG}|complete(?:d)? after {_LONG}|followed for {_LONG}",
                    2.0,
                ),
                Cue(r"in (?:all|total)|altogether|about|approximately|up to", 0.1),
                Cue(r"for (?:a total of )?(?:about |up to |approximately )?\d+ (?:days|weeks|months|years)", 0.3),
            ),
            avoid=(
                _WHOLE,
                Cue(r"agree to not|must not|pregnan|before (?:day|the first)|stored|kept|donat", 1.4),
                Cue(r"(?:earlier|previous|another|other) (?:stud|trial)|lived with|have had|since", 2.0),
                Cue(r"(?:can|may) (?:not )?(?:take part|join|be in)|years? (?:old|of age)|or older", 2.0),
                Cue(r"tablets?|infusions?|injections?|\bdoses?\b|radiation|\bscans?\b|side effects?|contacted", 0.6),
            ),
            home=(*topics.TIME, r"how long|participation .*over|\btime\b"),
            away=_NOT_MINE,
            threshold=1.6,
        ),
        Aspect(
            "then",
            (
                Cue(
                    rf"(?:for (?:those|volunteers|participants|people|children)|those|group|part (?:\d|one|two|"
                    rf"three))[^.;]{{0,120}}{_LONG}",
                    1.0,
                ),
            ),
            avoid=(_WHOLE, Cue(r"paid|\$", 2.0)),
            home=(r"how long|participation .*over|duration",),
            away=_NOT_MINE,
            threshold=2.0,
        ),
        Aspect(
            "ends",
            (
                Cue(
                    r"(?:study|participation|your part|session)[^.;]{0,30}(?:ends?|over|complete|finished)"
                    r"[^.;]{0,20}(?:when|once|after|as soon as)",
                    1.2,
                ),
                Cue(r"(?:one|single|1)(?:-time)? (?:visit|session|survey|interview)", 0.9),
            ),
            avoid=(_WHOLE,),
            home=(*topics.TIME, r"participation .*over|how long"),
            away=_NOT_MINE,
            unless=("stay",),
        ),
        Aspect(
            "treatment",
            (
                Cue(
                    r"(?:treatment|study drug|program|session|interview|survey)s?[^.;]{0,60}"
                    rf"(?:last|take|for|over)[^.;]{{0,40}}(?:{_LONG}|{_SHORT})",
                    1.0,
                ),
            ),
            avoid=(_WHOLE,),
            home=topics.TIME,
            away=_NOT_MINE,
            unless=("stay", "ends"),
        ),
    ),
)

_SCHEDULE = Cue(r"(?:\bX\b[ |;]*){2,}", 4.0)  # a row of check marks
_MONEY = Cue(r"\$\d|\bpaid\b|gift card|parking", 2.4)

VISITS = Question(
    "visits_or_time",
    "text",
    "How many visits or sessions are there, how long do they take, how much time is needed?",
    (
        Aspect(
            "number",
            (
                Cue(
                    rf"{_VISITS}|(?:come|return|visit|seen|attend)[^.;]{{0,50}}\b(?:\d+|once|twice|one|two|three|four|five|"
                    r"six|seven|eight|nine|ten|eleven|twelve) (?:times|visits|occasions)|"
                    r"once a (?:year|month|week)",
                    2.4,
                ),
                Cue(r"(?:not|no)[^.;]{0,20}(?:come to any|extra|study|need any) visits?|no visits", 2.4),
                Cue(r"there (?:are|will be)|\btotal|in all|altogether", 0.3),
                Cue(_SHORT, 0.2),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                Cue(r"if you miss|cannot come|emergency|in an earlier|missed", 2.0),
                Cue(r"optional|extension", 0.6),
            ),
            home=(*topics.TIME, *topics.KEY, r"visits?\b|how much of (?:my|your)"),
            away=_NOT_MINE,
            threshold=1.9,
        ),
        Aspect(
            "counted",
            (
                Cue(
                    r"(?P<value>(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
                    r"(?:study |clinic )?visits? and (?:\d+|one|two|three|four|five|six) "
                    r"(?:phone |telephone |video )?calls?)",
                    2.0,
                ),
            ),
            form="capture",
            unless=("number",),
        ),
        Aspect(
            "length",
            (
                Cue(
                    r"(?:visits?|sessions?|appointments?|calls?|surveys?|interviews?|questionnaires?|infusions?|"
                    rf"measurements?|tests?|it|this|which)\b[^.;]{{0,80}}\b(?:last|take|require|be|need|about)"
                    rf"[^.;]{{0,50}}{_SHORT}",
                    2.4,
                ),
                Cue(rf"(?:total|in all|altogether|adding|time commitment|add up)[^.;]{{0,80}}{_SHORT}", 3.0),
                Cue(rf"{_SHORT}[^.;]{{0,40}}(?:each|every|per|a day|a week|long|in total)", 0.5),
                Cue(r"most (?:clinic )?visits|each (?:study )?visit|every visit|screening visit", 0.4),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                Cue(r"eat for|fasting|do not eat|food|side effect|blurred|awake|reaction|half-life", 2.4),
                Cue(r"^(?:it|this|that|these|they)\b|:\s*$", 2.6),
            ),
            home=(*topics.TIME, *topics.PROCEDURES, r"visits?\b|time"),
            away=_NOT_MINE,
            most=2,
            threshold=1.9,
        ),
        Aspect(
            "pace",
            (
                Cue(
                    r"(?:visits?|calls?|check on|follow|come|return|contact|see you|survey)\b[^.;]{0,80}"
                    r"(?:every (?:day|week|month|year|(?:\d+|two|three|four|six|eight|other) (?:days?|weeks?|"
                    r"months?|years?))|weekly|monthly|yearly|daily|once a|twice a|each (?:day|week|month|year|"
                    r"night)|by (?:tele)?phone|regularly)|(?:every|once a|each) (?:\w+ )?(?:day|week|month|year)s?"
                    r"[^.;]{0,60}(?:visit|call|check|come|return|contact|survey|repeat)",
                    2.4,
                ),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                Cue(r"stored|pregnan|birth control|cancer care|tablet|by mouth", 1.6),
            ),
            home=(*topics.TIME, *topics.PROCEDURES, r"follow.?up"),
            away=_NOT_MINE,
            threshold=2.2,
        ),
    ),
)

_SAMPLE = (
    r"(?:blood|urine|saliva|spit|stool|f(?:a)?eces|tissue|sputum|bone marrow|spinal fluid|"
    r"cerebrospinal|plasma|biops(?:y|ies)|swabs?|hair|breast milk|cord blood|tears?|semen|cheek cells|"
    r"biospecimens?|specimens?)"
)

_DENIED = Cue(r"\?:?\s*No\b|^No[.,]", 4.0)  # the answer under a heading that asks

BIOSPECIMENS = Question(
    "biospecimens",
    "boolean",
    "Are blood, tissue, urine or other samples collected for the study?",
    (
        Aspect(
            "taken",
            (
                Cue(
                    rf"(?:take|taken|draw|drawn|collect\w*|give|gave|provide|obtain\w*|ask (?:you )?for|"
                    rf"samples? of|swab)\b[^.;|]{{0,50}}\b{_SAMPLE}\b",
                    1.2,
                ),
                Cue(
                    rf"\b{_SAMPLE}\b (?:\w+ )?(?:samples?|draws?|tests?|screens?|collection|specimens?|"
                    r"will be|is|are)\b",
                    0.9,
                ),
                Cue(r"(?:mL|millilit|teaspoon|tablespoon|tubes?|vials?|cup) ?\)?[^.;]{0,30}blood|"
                    r"blood[^.;]{0,40}(?:mL\b|teaspoon|tablespoon|tubes?)", 1.0),
                Cue(
                    r"drops of blood|(?:take|draw|collect)\w*[^.;]{0,40}(?:samples?|drops)|"
                    r"samples? (?:is|are|will be) (?:taken|collected|drawn)",
                    1.0,
                ),
                Cue(r"leftover|left over|left from|remains? (?:of|from)|slices", 0.4),
                Cue(r"for (?:the|this) (?:study|research)|research (?:blood|sample|test)", 0.4),
            ),
            avoid=(
                Cue(
                    r"\b(?:no|not|never|without)\b[^.;]{0,40}(?:blood|urine|saliva|spit|tissue|sample|specimen)|"
                    r"removes? no|not remove",
                    2.5,
                ),
                _DENIED,
                Cue(r"blood pressure|blood (?:clot|cell)|blood sugar level", 0.8),
                Cue(
                    r"(?:usual|regular|routine|standard|clinical|normal) (?:\w+ )?(?:care|biopsy|procedure)|"
                    r"from your (?:medical )?record|copy|copied|biobank project|preparation for|was dropped|"
                    r"do not donate|donate blood|blood bank|blood donation",
                    1.2,
                ),
                Cue(r"current(?:ly)? |may cause|risks?\b|as part of your", 0.5),
                Cue(r"optional|if you (?:choose|agree)|\bI (?:agree|will)|biobank|for future", 0.8),
            ),
            home=(*topics.PROCEDURES, r"samples?|specimens?|blood|\btests?\b"),
            away=(*topics.SIGNATURES, *topics.RECORDS, r"protected|risks?|side effect|who (?:can|may|cannot)|"
                  r"purpose|background|\bassent\b"),
            threshold=1.6,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"\bno (?:\w+,? ){0,2}(?:blood|samples?|biospecimens?|specimens?|tissue)[^.;]{0,60}"
                    r"(?:taken|collected|drawn|stored|required|part of)|not (?:take|collect|draw|ask for|involve)"
                    r"[^.;]{0,30}(?:blood|urine|saliva|samples?|biospecimens?|specimens?)|"
                    r"not remove any tissue|removes? no tissue|"
                    r"(?:blood|samples?|specimens?)[^?]{0,60}\?:?\s*No\b|no (?:biological )?(?:samples|biospecimens|specimens)",
                    3.0,
                ),
            ),
            away=_ELSEWHERE,
            value=False,
        ),
    ),
    silence=False,
)

GENETIC_TESTING = Question(
    "genetic_testing",
    "boolean",
    "Is there genetic or genomic testing of samples, required or optional?",
    (
        Aspect(
            "tested",
            (
                Cue(
                    r"genetic (?:tests?|testing|research|stud(?:y|ies)|analys[ei]s|sequenc\w+|material|"
                    r"information (?:that )?we|information (?:about|from))|genomic|genome|\bDNA\b|\bRNA\b|"
                    r"\bgenes\b|gene (?:test|called)|pharmacogen|inherited (?:change|trait)",
                    1.2,
                ),
                Cue(
                    r"(?:test|look|stud(?:y|ied)|sequenc|read|analy[sz]|extract|isolat|examin|take out|check)\w*"
                    r"[^.;]{0,60}(?:genes?\b|genetic|\bDNA\b|genom)|whole genome|(?:genes?|DNA)[^.;]{0,40}"
                    r"(?:tested|studied|read|analy)",
                    0.9,
                ),
            ),
            avoid=(
                Cue(
                    r"(?:not|never|n['\u2019]t) (?:\w+ ){0,2}(?:do|test|look|perform|include|involve|sequence|"
                    r"study|collect|use|analy[sz]e)\b[^.;]{0,45}(?:genetic|genes?\b|DNA|genom|sequenc)|"
                    r"\bno (?:\w+ )?(?:genetic|genes?|genom|DNA|whole)|"
                    r"gen(?:es|etic|ome)[^.;]{0,25}(?:are|is|be) not (?:be )?(?:tested|done|performed|stud)|"
                    r"gen(?:es|etic|ome)[^.;]{0,25}(?:not be|never) ",
                    2.4,
                ),
                _DENIED,
                Cue(r"bacteria|microb|virus(?:es)?\b|germs?\b|tumor cells of mice|family history", 2.5),
                Cue(r"previous(?:ly)? (?:tested|had)|already (?:had|done)|insurers?\b|GINA|law\b|employers|gene results|database", 0.4),
            ),
            home=(*topics.OPTIONAL, *topics.PROCEDURES, *topics.SHARING, r"genetic|genom|\bDNA\b|\bgenes?\b"),
            away=(r"who (?:can|may|cannot)|eligib|background",),
            threshold=1.2,
        ),
        Aspect(
            "none",
            (
                Cue(
                    r"(?:no|not|never)\b[^.;]{0,45}(?:genetic (?:test|research|analys|stud)|whole genome|genome "
                    r"sequenc|genomic|\bDNA\b|\bgenes?\b)",
                    2.2,
                ),
            ),
            avoid=(Cue(r"whole set|not look for|not (?:be )?(?:told|given|put|returned|used against)|optional", 2.0),),
            value=False,
        ),
    ),
    silence=False,
)

PARTICIPATION: tuple[Question, ...] = (
    PROCEDURES,
    BIOSPECIMENS,
    GENETIC_TESTING,
    DURATION,
    VISITS,
)
