"""Whether minors can take part."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import EARLIER, JOIN, WHO

_CHILD = r"your (?:child|baby|infant|newborn|toddler|son|daughter|teen|adolescent|minor)\w*"
_MINOR = r"(?:[0-9]|1[0-7])"
PEDIATRIC = Question(
    "is_pediatric",
    "boolean",
    "Can minors (under 18) take part as subjects?",
    (
        Aspect(
            "child",
            (
                Cue(
                    rf"(?:permission|consent) for {_CHILD}|{_CHILD}[^.]{{0,60}}(?:take part|"
                    rf"participat|study|"
                    r"research|join|be in)|(?:allow|want|let|let) " + _CHILD,
                    2.0,
                ),
                Cue(
                    r"[\"\u201c](?:your )?child[\"\u201d] (?:is|means|refers)|children of (?:\w+|"
                    r"\d+) and "
                    r"(?:over|older)|(?:a|the|each|your) child (?:already |is |who )?(?:\w+ "
                    r")?(?:dosed|"
                    r"enrolled|treated|in (?:this|the) (?:study|trial))|if (?:the|your|a) "
                    r"(?:participant|"
                    r"subject|person|patient) is (?:a minor|under 18|a child)|"
                    r"if you are (?:under 18|younger than 18|a minor|(?:1[0-7]|\d) (?:or|to) "
                    r"(?:1[0-7]|\d)\b)",
                    1.6,
                ),
                Cue(
                    r"(?:reached|past|after|before) (?:the|their|your|his or her) (?:\w+) birthday|"
                    r"(?:parent|guardian)s? (?:\w+ ){0,3}(?:has|have|needs?|must|will) (?:to "
                    r")?(?:also )?"
                    r"(?:sign|agree|consent|permit)",
                    1.1,
                ),
                Cue(
                    r"\b(?:study|trial|research|project|registry) is (?:meant )?(?:for|open to) (?:\w+ ){0,2}?"
                    r"(?:newborns|infants|babies|toddlers|children|teens|teenagers|boys|girls)\b",
                    1.2,
                ),
                # The born follow their mothers into the study.
                Cue(
                    r"\b(?:mothers?|women|couples|families|parents)\b[^.]{0,40}\b(?:and|with)(?: then)? "
                    r"(?:their|the) (?:\w+ )?(?:babies|baby|newborns?|infants?|children|child|toddlers?)\b"
                    r"(?=[^.]*\b(?:follow|study|studied|take|part|join|seen|sought|enrol|visit|wanted|once "
                    r"born|until|invited)\w*)|\b(?:follow|stud(?:y|ies)|invite|ask|seek)\w* (?:\w+ )?(?:mothers|women|couples|"
                    r"families) [^.]{0,12}\b(?:and|with)(?: then)? their (?:\w+ )?(?:babies|newborns|infants|"
                    r"children)\b|\b(?:we|study|project) (?:\w+ )?(?:follows?|studies|study|"
                    r"tests?|weighs?|measures?) (?:\w+ )?(?:babies|newborns|infants|toddlers)|\bagree to my "
                    r"(?:child|baby)(?:['\u2019]s|\b)",
                    2.4,
                ),
                Cue(r"you (?:\(|/|and/)?(?:or )?your child\b|\b(?:any|all) ages?\b", 1.2),
                Cue(
                    r"parental permission|permission of (?:a |the )?parent|parents? (?:must|"
                    r"need to|will) "
                    r"(?:also )?(?:sign|give)|child(?:ren)?.s assent|assent (?:form|page|of)",
                    0.9,
                ),
                Cue(
                    r"(?:children|adolescents|teens|teenagers|infants|newborns|babies|youth|"
                    r"minors|kids|boys and girls|girls and boys)"
                    r"[^.]{0,60}(?:aged?|ages|between|who|(?:can|may) (?:take|join|be|give)|take part)",
                    1.0,
                ),
            ),
            avoid=(
                Cue(r"(?:cannot|can.t|can not|must not|may not) (?:join|take part|be in)", 3.0),
                Cue(
                    r"adults of any age|pregnan|breast|born|if you are the parent|nurs(?:e|ing)|father|in the future|"
                    r"other children|keep .* out of reach",
                    1.2,
                ),
                EARLIER,
            ),
            home=WHO,
            away=(*topics.OPTIONAL, *topics.RECORDS, *topics.RISKS, *topics.BENEFITS),
        ),
        Aspect(
            "age",
            (
                Cue(
                    rf"\b(?:ages?|aged|between(?: the ages of)?) (?:of )?{_MINOR}\b(?: years?|"
                    rf" months?| weeks?)?"
                    r"(?: old| of age)?\s*(?:-|\u2013|to|and|through|up to)\s*\d+",
                    1.4,
                ),
                Cue(
                    rf"\b(?:are|is|be|from) {_MINOR}\b(?: years?| months?| weeks?)?(?: old|"
                    rf" of age)?\s*(?:-|\u2013|to|and|"
                    r"through|up to)\s*\d+\s*(?:years|months|weeks|days)",
                    1.4,
                ),
                Cue(
                    rf"(?:at least|age|aged|are) {_MINOR}\b(?: years?(?: old|"
                    rf" of age)?)?(?: (?:or|and) (?:older|over|above))"
                    rf"|\b(?:from|over|older than|above|at least) (?:the age of |"
                    rf"age )?{_MINOR} (?:years|months) (?:old|of age)"
                    rf"|at least {_MINOR}\b(?= years| and|\.|,)|"
                    rf"\b{_MINOR} (?:years )?(?:of age )?(?:or|and) "
                    r"(?:older|over|above)",
                    1.4,
                ),
                Cue(
                    rf"(?:less than|under|younger than) (?:\d+ (?:days|weeks|months)|"
                    rf"{_MINOR} years|18)[^.]{{0,20}}",
                    0.9,
                ),
                # An age with its name cannot be anything else.
                Cue(
                    rf"\b(?:aged? |is |are |be |at least )?{_MINOR} years (?:of age|old) (?:or|"
                    rf"and) (?:older|"
                    r"over|above)|\b(?:at least|from) (?:age )?(?:1[0-7]|[0-9]) years (?:old|of "
                    r"age)",
                    1.0,
                ),
                Cue(r"\bdays old|months old", 0.6),
                Cue(rf"{JOIN}|eligible|years (?:old|of age)", 0.5),
            ),
            avoid=(
                Cue(
                    r"\b(?:mg|kg|mL|percent|%|score|index|weeks? of|visits?|HIV|counsel)\b|hours|"
                    r"minutes|"
                    r"cannot|can.t (?:take|join|be)|may not|in some (?:countries|states)|scale|"
                    r"\b(?:nobody|no one|none)\b|"
                    r"points|times|"
                    r"for (?:at least|more than|over|the)|(?:past|last|previous) \d|within",
                    1.5,
                ),
                EARLIER,
            ),
            home=WHO,
            away=(
                *topics.OPTIONAL,
                *topics.RECORDS,
                *topics.RISKS,
                *topics.SIGNATURES,
                *topics.PRIVACY,
            ),
            threshold=1.8,
        ),
        Aspect(
            "adult",
            (
                Cue(r"\badults?\b", 0.8),
                Cue(
                    r"\b(?:1[89]|[2-9]\d)\b(?: years?)?(?: of age| old)? (?:or|and) (?:older|"
                    r"over|above)|"
                    r"\b(?:at least|over|aged?|ages|between|older than|age of) (?:the age of |"
                    r"the ages of )?(?:1[89]|[2-9]\d)\b|"
                    r"\b(?:are|is|be) (?:\u2265 ?)?(?:1[89]|[2-9]\d)\b[^.]{0,20}(?:years|age|old)|"
                    r"\b(?:1[89]|[2-9]\d) ?(?:to|-|\u2013|through) ?\d\d years",
                    1.6,
                ),
                Cue(
                    r"\b(?:over|at least|older than|turned) (?:the age of )?eighteen\b|"
                    r"\b(?:nobody|no one|none) (?:who is )?(?:under|younger than|below) (?:the age of |age )?"
                    r"(?:18|eighteen)\b|"
                    r"(?:students|minors|people|anyone|those|persons|individuals) (?:who are )?"
                    r"(?:under|younger than) (?:the age of )?(?:18|eighteen)\b[^.]{0,30}"
                    r"(?:\bnot\b|cannot)",
                    1.6,
                ),
                Cue(r"years (?:of age|old)|older", 0.4),
            ),
            avoid=(
                Cue(
                    rf"children|{_CHILD}|turn(?:s|ed)? 18|becom\w+ an adult|when .* 18|parent|"
                    rf"in adults|"
                    r"adults (?:who have|with)|an adult (?:in|must|who)|\d+ (?:in|of|out of) ",
                    1.5,
                ),
                Cue(r"mg\b|mL|%|percent|index|BMI", 1.0),
                EARLIER,
            ),
            home=WHO,
            away=(*topics.OPTIONAL, *topics.RECORDS, *topics.RISKS),
            threshold=1.0,
            value=False,
        ),
    ),
    silence=False,
)
