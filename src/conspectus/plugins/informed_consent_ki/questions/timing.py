"""How long and how often: the stay in the study, its visits, the time they take."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

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
    r"(?<!day )(?<!week )(?<!month )(?<!visit )(?<!part )\b(?:\d+|one|two|three|four|five|six|"
    r"seven|eight|"
    r"nine|ten|eleven|twelve|several)"
)
_VISITS = (
    rf"{_COUNT}[- ]?(?:\w+ )?{_TIMES}(?:visits?|sessions?|appointments?|(?:phone |telephone |"
    rf"video )?calls?)\b"
)
_WHOLE = Cue(
    r"(?:whole|entire|overall|all (?:three|\d) )[^.;]{0,20}(?:study|trial|project|"
    r"registry)[^.;]{0,60}"
    r"(?:last|take|run|finish|complete|expected)|(?:study|trial|project|registry) (?:as a "
    r"whole|itself|"
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
                    r"(?:you|your (?:child|baby|teen)|each (?:person|participant|child|subject|"
                    r"one)|"
                    r"participants|subjects|volunteers|everyone)[^.;:]{0,40}\b(?:be|is|are|"
                    r"stay|remain|"
                    rf"participate|continue|take part)\b[^.;:]{{0,60}}{_LONG}",
                    2.0,
                ),
                Cue(
                    r"(?:participation|your part|your (?:child's |baby's )?time|involvement|"
                    r"being in (?:this|the) "
                    r"(?:study|trial|registry)|taking part|time in the (?:study|trial))[^.;]{0,80}"
                    rf"(?:last|take|\bbe\b|\bis\b|over|continue|for|require)[^.;]{{0,60}}{_LONG}",
                    2.4,
                ),
                Cue(
                    r"(?:be|stay|remain|are|is) (?:in|part of|on) (?:this|the|our) (?:\w+ "
                    r")?(?:study|trial|"
                    rf"research|registry|project)[^.;:]{{0,40}}{_LONG}",
                    1.0,
                ),
                Cue(
                    rf"(?:study|trial|research|registry) (?:will )?(?:last|"
                    rf"take)s?[^.;]{{0,40}}{_LONG}"
                    r"[^.;]{0,40}(?:for (?:each|every|you)|per (?:person|participant))",
                    2.4,
                ),
                Cue(
                    r"(?:from|between) (?:screening|start|first|beginning|the first|"
                    r"enrol\w+)[^.;]{0,30} "
                    rf"(?:to|and) [^.;]{{0,50}}{_LONG}",
                    2.2,
                ),
                Cue(
                    r"(?:until|and for) [^.;]{0,40}\d+ (?:days|weeks|months|years) after|"
                    r"keep (?:seeing|reading|following) [^.;]{0,40} after|"
                    rf"spread over [^.;]{{0,20}}{_LONG}|(?:total|maximum) (?:time|"
                    rf"participation|duration)"
                    rf"[^.;]{{0,80}}{_LONG}|complete(?:d)? after {_LONG}|followed for {_LONG}",
                    2.0,
                ),
                Cue(r"in (?:all|total)|altogether|about|approximately|up to", 0.1),
                Cue(
                    r"for (?:a total of )?(?:about |up to |approximately )?\d+ (?:days|weeks|"
                    r"months|years)",
                    0.3,
                ),
            ),
            avoid=(
                _WHOLE,
                Cue(
                    r"agree to not|must not|pregnan|before (?:day|the first)|stored|kept|donat",
                    1.4,
                ),
                Cue(
                    r"(?:earlier|previous|another|other) (?:stud|trial)|lived with|have had|since",
                    2.0,
                ),
                Cue(
                    r"(?:can|may) (?:not )?(?:take part|join|be in)|years? (?:old|of age)|or older",
                    2.0,
                ),
                Cue(
                    r"tablets?|infusions?|injections?|\bdoses?\b|radiation|\bscans?\b|side "
                    r"effects?|contacted",
                    0.6,
                ),
            ),
            home=(*topics.TIME, r"how long|participation .*over|\btime\b"),
            away=_NOT_MINE,
            threshold=1.6,
        ),
        Aspect(
            "then",
            (
                Cue(
                    rf"(?:for (?:those|volunteers|participants|people|children)|those|group|"
                    rf"part (?:\d|one|two|"
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
                    r"(?:study|participation|your part|session)[^.;]{0,30}(?:ends?|over|"
                    r"complete|finished)"
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
                    rf"{_VISITS}|(?:come|return|visit|seen|attend)[^.;]{{0,50}}\b(?:\d+|once|"
                    rf"twice|one|two|three|four|five|"
                    r"six|seven|eight|nine|ten|eleven|twelve) (?:times|visits|occasions)|"
                    r"once a (?:year|month|week)",
                    2.4,
                ),
                Cue(
                    r"(?:not|no)[^.;]{0,20}(?:come to any|extra|study|need any) visits?|no visits",
                    2.4,
                ),
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
                    r"(?:visits?|sessions?|appointments?|calls?|surveys?|interviews?|"
                    r"questionnaires?|infusions?|"
                    rf"measurements?|tests?|it|this|which)\b[^.;]{{0,80}}\b(?:last|take|"
                    rf"require|be|need|about)"
                    rf"[^.;]{{0,50}}{_SHORT}",
                    2.4,
                ),
                Cue(
                    rf"(?:total|in all|altogether|adding|time commitment|add "
                    rf"up)[^.;]{{0,80}}{_SHORT}",
                    3.0,
                ),
                Cue(rf"{_SHORT}[^.;]{{0,40}}(?:each|every|per|a day|a week|long|in total)", 0.5),
                Cue(
                    r"most (?:clinic )?visits|each (?:study )?visit|every visit|screening visit",
                    0.4,
                ),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                Cue(
                    r"eat for|fasting|do not eat|food|side effect|blurred|awake|reaction|half-life",
                    2.4,
                ),
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
                    r"(?:visits?|calls?|check on|follow|come|return|contact|see you|"
                    r"survey)\b[^.;]{0,80}"
                    r"(?:every (?:day|week|month|year|(?:\d+|two|three|four|six|eight|other) "
                    r"(?:days?|weeks?|"
                    r"months?|years?))|weekly|monthly|yearly|daily|once a|twice a|each (?:day|"
                    r"week|month|year|"
                    r"night)|by (?:tele)?phone|regularly)|(?:every|once a|each) (?:\w+ "
                    r")?(?:day|week|month|year)s?"
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
