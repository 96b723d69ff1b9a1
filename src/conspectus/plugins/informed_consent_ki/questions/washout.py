"""Whether people must stop or avoid medicines."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import (
    CHOICES,
    EARLIER,
    ELSEWHERE,
    ENDING,
)
from conspectus.plugins.informed_consent_ki.questions.medicine_words import (
    MEDICINE,
    STOP,
    UNASKED,
)

WASHOUT = Question(
    "washout_required",
    "boolean",
    "Must subjects stop or avoid medicines?",
    (
        Aspect(
            "stop",
            (
                Cue(
                    rf"\b{STOP}\b (?:off |taking |using |all |any |your |some |certain |other |the |"
                    rf"or |use of )*"
                    rf"(?:[\w/'\u2019-]+,? ){{0,6}}?{MEDICINE}",
                    1.5,
                ),
                # What is stopped stands before the word.
                Cue(
                    rf"{MEDICINE}\b[^.]{{0,50}} (?:must|should|will(?: have to| need to)?|have "
                    rf"to|need "
                    r"to|has to|are to|is to|may) (?:be |not be )?(?:stopped|avoided|left off|held|"
                    r"paused|discontinued|tapered|withheld|taken|used|given)"
                    r"[^.]{0,50}(?:before|until|during|while|for|\d|ahead)",
                    1.5,
                ),
                Cue(
                    rf"{MEDICINE}\b[^.]{{0,20}} (?:is|are) (?:then |first |slowly |gradually )?(?:stopped|paused|"
                    r"held|withheld|discontinued|tapered|washed out)\b[^.]{0,40}(?:before|until|during|\d)",
                    1.5,
                ),
                Cue(
                    rf"(?:{MEDICINE}|inhibitors?|products?)\b[^.]{{0,60}} (?:is|are|will be) "
                    rf"(?:also )?(?:not "
                    r"(?:be )?(?:permitted|allowed)|prohibited|forbidden|restricted|disallowed|"
                    r"off limits)",
                    1.5,
                ),
                Cue(
                    rf"\bno (?:[\w-]+ ){{0,3}}?{MEDICINE}(?:[^.]{{0,80}}\bno\b|"
                    rf"[^.]{{0,40}}\b(?:within|"
                    r"before|\d+ (?:hours|days|weeks)))|(?:\d+ (?:hours|days|weeks|months)|from "
                    r"noon|day) "
                    rf"before[^.]{{0,40}},? no (?:[\w-]+ ){{0,3}}?{MEDICINE}",
                    1.5,
                ),
                Cue(
                    rf"{MEDICINE}[^.]{{0,60}} (?:for|within|in the) (?:at least )?(?:the "
                    rf")?(?:\d+|one|two|"
                    r"three|four|five|six|seven) (?:hours|days|weeks|months) (?:before|prior to|"
                    r"ahead of)",
                    0.8,
                ),
                Cue(
                    r"(?:stop|hold|pause|wash out|come off|(?:stay|keep|be|leave|go) off|(?:do|go|be) "
                    r"without|give up|quit|not (?:use|take)) (?:them|it|these|those|this)\b[^.]{0,40}"
                    r"(?:wash-?out|before|for|period|until)|[\"\u201c]wash-?out",
                    1.5,
                ),
                Cue(
                    rf"^no (?:[\w-]+ ){{0,3}}?{MEDICINE}[^.]{{0,40}}\b(?:for|within|before|\d+)\b",
                    1.5,
                ),
                Cue(
                    r"(?:will|may|might|must|would) (?:have|need|be asked|be required|"
                    r"be told) to (?:stop|avoid|stay off)"
                    r"(?: taking| using)?(?: (?:some|any|all|your|certain|these|other|"
                    r"the following|before|for)\b|:|,|$)",
                    1.4,
                ),
                Cue(
                    rf"(?:period|time|weeks?|days) without (?:any |your |all )?(?:\w+ )?{MEDICINE}",
                    1.5,
                ),
                Cue(
                    r"wash-?out (?:period|phase|of (?:your|any|all|medic|drug))|(?:medic\w+|"
                    r"drug) wash-?out",
                    1.5,
                ),
                Cue(
                    r"(?:you|your child|participants|patients|"
                    r"subjects)\b[^.]{0,40}(?:will (?:need|have|be asked|be required)|"
                    r"must|may (?:need|have|be asked)|should|need|have to|are asked|cannot|can.t|"
                    r"may not|asked|able)",
                    0.15,
                ),
                Cue(r"^(?:do not|please do not|avoid|stop|you must not|don.t)\b", 0.2),
                Cue(
                    r"before (?:the|your|each|you|starting|day|an?)|during the study|"
                    r"while you are|for (?:at least )?\d+ "
                    r"(?:days|weeks|hours|months)|\d+ (?:days|weeks|hours)|until",
                    0.2,
                ),
            ),
            avoid=(
                Cue(
                    r"tak(?:e|ing) part|(?:another|other) (?:study|research|drug study|clinical)|"
                    r"pregnan|"
                    r"contracep|birth control|while (?:you are )?(?:taking|on) (?:the|this)",
                    2.5,
                ),
                Cue(
                    r"(?:stop|skip|avoid|hold|off|not take|lower)\w*[^.]{0,40}\b(?:the |this |"
                    r"your )?(?:study|research|trial|"
                    r"investigational) (?:drug|medic|treatment|tablet|pill|product|dose)|"
                    r"stop (?:the|this|being|treatment)\b|"
                    r"(?:study|research|trial|investigational) (?:drug|medic\w+|treatment|tablets?|pills?) "
                    r"(?:is|are|will be)|adverse event|restart|study doctor may|further treatment",
                    2.5,
                ),
                Cue(
                    r"if you (?:decide|want|choose|stop|leave|withdraw|cannot|can.t|do not)|"
                    r"side effects?|reaction|may cause|"
                    r"doctor (?:may|might|could) (?:stop|lower|reduce)|people who|patients who|"
                    r"withdraw|early",
                    1.5,
                ),
                Cue(UNASKED, 4.0),
                Cue(
                    r"not (?:need|have|required|be asked|ask)\b[^.]{0,20} to change|without stopping|never asks?|"
                    r"no (?:medicine|medication)|none has to|need not stop|nobody|not stop|"
                    r"don.t stop|"
                    r"(?:keep|continue|go on|stay on)\b|stop any (?:of )?(?:your )?medic|only stop",
                    2.5,
                ),
                Cue(
                    r"no matter|excluded|(?:cannot|can.t|may not|not be able to) (?:take part|"
                    r"join|be in|participate)|"
                    r"regardless|washout time|unable to stop|wash-?out: no|from the device|"
                    r"illegal|recreational|sell|"
                    r"share|driv|milk|breast|nurs",
                    2.0,
                ),
                # what is not given, and what comes of stopping
                Cue(r"\b(?:will|shall) not (?:get|receive|be given)\b", 2.5),
                Cue(
                    r"(?:^|: )(?:suddenly )?stopping\b[^.]{0,60}\b(?:can|may|might|could|will|would) "
                    r"(?:also )?(?:make|cause|lead|bring|be|result|trigger|set off)\b",
                    2.5,
                ),
                EARLIER,
            ),
            home=(
                r"wash-?out|stop\w* .*medic|medic\w+ .*(?:stop|avoid|not)|restrict|prohibited|"
                r"must not|before (?:you|your|the)|"
                r"prepar|beforehand|before (?:each|every|a) |medicines?\W*$|medications?\W*$|"
                r"duties|"
                r"responsibilit|what (?:should|must) I (?:not|avoid)",
            ),
            away=(
                *ELSEWHERE,
                *ENDING,
                *topics.PRIVACY,
                *topics.COSTS,
                *topics.RISKS,
                *CHOICES,
                *topics.INJURY,
                r"voluntar|exclusion|(?:cannot|should not|may not) (?:take|join|be)",
            ),
            threshold=1.1,
        ),
        # Named where the risks are: what comes of stopping the usual medicines.
        Aspect(
            "risk",
            (
                Cue(
                    r"(?:risks? (?:of|from|if you)|because you|while you|when you|"
                    r"since you) (?:are |will |may |have to |must |"
                    r"need to )*(?:stop|stopping|go without|going without|be(?:ing)? off|"
                    r"coming off|come off|not taking(?! part)|"
                    r"hold|holding|wash-?out)",
                    1.6,
                ),
                Cue(
                    r"wash-?out period|stopping (?:your|the) (?:usual|current|regular|other|"
                    r"\w+) (?:medic|drug|treatment|pill|"
                    r"inhaler)",
                    1.5,
                ),
            ),
            avoid=(
                Cue(
                    r"study (?:drug|medic|treatment|tablet)|leave the study|stop being|"
                    r"stop taking part|withdraw|no wash|"
                    r"from the (?:device|band)|wash-?out time",
                    2.0,
                ),
                EARLIER,
            ),
            away=(*ELSEWHERE, *topics.PRIVACY, *topics.COSTS),
        ),
        Aspect(
            "go on",
            (
                Cue(
                    r"(?:not|never|no|none|nobody|n.t)\b[^.]{0,40}(?:stop|hold|change|stopped|"
                    r"held)\b[^.]{0,30}(?:medic|drug|"
                    r"treatment|for the study)",
                    3.0,
                ),
                Cue(r"no (?:medicine|medication|drug)s? (?:has|have|needs?) to be stopped", 3.0),
                Cue(UNASKED, 3.0),
                Cue(
                    r"(?:keep|continue|go on|stay on)\b[^.]{0,30}(?:taking|with|"
                    r"using)?[^.]{0,20}(?:all|usual|regular|other|"
                    r"current|normal|any)\b[^.]{0,15}medic",
                    1.8,
                ),
                Cue(r"take all of your medic", 1.8),
            ),
            avoid=(
                Cue(
                    r"unless|except|leave the study|without (?:asking|talking|first)|may (?:need|"
                    r"have|be asked) to stop|"
                    r"study (?:drug|medic)",
                    2.0,
                ),
            ),
            away=(*ELSEWHERE, *topics.PRIVACY, *topics.COSTS, *ENDING),
            value=False,
        ),
    ),
    away=topics.OPTIONAL,
    silence=False,
)
