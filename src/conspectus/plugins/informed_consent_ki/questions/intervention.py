"""What is tested, given or asked, and what it is compared with."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.arms import ARMS, CONTROL, GIVEN
from conspectus.plugins.informed_consent_ki.questions.context import (
    DANGLING,
    EARLIER,
    ELSEWHERE,
    PARTS,
)
from conspectus.plugins.informed_consent_ki.questions.tested import NONE, SECOND, TESTED
from conspectus.plugins.informed_consent_ki.questions.title import HEADED

_TITLE = r"(?:title|name of|^protocol|^project|^study)[^|:]{0,60}[:|].*?"
_UPTO = (
    r"(?=,? (?:in|for|on|to|among|as|after|before|during|when|given as) (?!the (?:treatment|"
    r"management))|"
    r"\s*[:.;(|?]|$)"
)
_STUDY_OF = (
    r"(?-i:Study|Trial|Comparison|Evaluation|Test|Efficacy|Safety|Use|Effects?|Effectiveness|"
    r"Impact|"
    r"Feasibility|Pharmacokinetics|Tolerability|comparison|trial|study) (?-i:[oO]f|[tT]o Evaluate|"
    r"[cC]omparing|[tT]o Compare|[tT]o Assess) (?:the )?(?:(?:safety|efficacy|effects?|"
    r"effectiveness|use|tolerability|immune response|and|immunogenicity|,) ?)*(?:of )?"
)

# The title names what is tested, where the sentences tell little of it.
_TITLED = Aspect(
    "titled",
    (
        Cue(
            rf"{_TITLE}{_STUDY_OF}(?P<value>(?!the |adults|patients|people)[^|"
            rf":;.]{{4,110}}?){_UPTO}",
            2.2,
        ),
        Cue(
            rf"{_TITLE}(?P<value>[^|:;.]{{3,70}} (?:versus|vs\.?|compared (?:with|to)|with or "
            rf"without|plus|"
            rf"or) [^|:;.]{{3,70}}?){_UPTO}",
            2.1,
        ),
        Cue(
            r"(?:title|name of|^protocol|^project|^study)[^|:]{0,60}[:|].*?(?:imaging|activation|"
            r"treat\w+|"
            r"photographs|therapy|screening|monitoring|detection|diagnosis|reducing|improving|"
            r"preventing|"
            rf"measuring|mapping)[^|:;]{{0,40}}? with (?P<value>[^|:;.]{{4,80}}?){_UPTO}",
            2.0,
        ),
        Cue(rf"{_TITLE}using (?:an? )?(?P<value>[^|:;.]{{4,80}}?){_UPTO}", 2.0),
        Cue(
            rf"^(?!.*\b(?:you|your|we|is|are|will)\b)[^.?]*{_STUDY_OF}(?P<value>(?-i:(?=[A-Z\d]))"
            rf"[^|:;.]{{4,110}}?){_UPTO}",
            1.8,
        ),
        Cue(
            r"^(?!.*\b(?:you|your|we|is|are|will)\b)(?P<value>(?-i:[A-Z])[^|:;.?]{3,70} "
            r"(?-i:Versus|versus|vs\. |With or Without|Compared With|and) [^|:;.?]{3,70}?) "
            r"(?-i:in|for|In|For) "
            r"(?-i:[A-Z])",
            1.6,
        ),
    ),
    avoid=(
        *HEADED.avoid,
        Cue(
            r"registry|survey|interview|natural history|observational|cohort|repository|biobank|"
            r"experiences?|perceptions?|attitudes|questionnaire|collection of|collecting",
            2.0,
        ),
    ),
    away=topics.SIGNATURES,
    threshold=1.5,
    form="capture",
    unless=("none", "control", "arms", "second thing"),
)

# Surveys, interviews and lessons.
_ASKED = Aspect(
    "asked",
    (
        Cue(
            r"(?:asked|invited) to (?:complete|answer|fill|take part in (?:an? |the "
            r")?(?:interview|survey|"
            r"focus|class|group|program)|do|attend|wear|keep|come|give|play|have|talk)|would "
            r"(?:have|"
            r"come|answer|wear|complete)",
            1.0,
        ),
        Cue(
            r"(?:talk|speak|chat|meet|sit down) with (?:me|us|you)|interview you|(?:watch|observe|"
            r"visit) you|(?:share|take) (?:photos|pictures|stories)|to be (?:taken|photographed|"
            r"filmed|"
            r"recorded|interviewed)",
            1.0,
        ),
        Cue(
            r"(?:surveys?|questionnaires?|interviews?|focus groups?|diar(?:y|ies)|lessons?|"
            r"sessions?)\b",
            1.0,
        ),
        Cue(
            r"(?:ask(?:ed|ing)?|invit\w+|like|want|request\w*) (?:for )?(?:you )?to (?:provide|give|"
            r"donate|send|share|contribute|submit|let us (?:use|keep|store)|allow|permit)\b"
            r"[^.]{0,120}(?:samples?|saliva|blood|urine|tissue|specimens?|surveys?|records|data|"
            r"answers|work|materials|recordings|cheek|stool)",
            1.6,
        ),
        Cue(r"medical records?|samples?\b|questions (?:about|on)|minutes|photographs?", 0.4),
    ),
    avoid=(
        Cue(
            r"sub-?study|optional|some questions|skip|upset|record(?:ed|ing)s?|\$|gift|if you "
            r"(?:have|"
            r"do not)|any questions|ask (?:us|the)|your questions|kept|stored|destroyed|deleted|"
            r"paid for|we sit down|explain it all",
            1.2,
        ),
        Cue(
            r"(?:samples?|data|information) (?:already|that were|that have)|called back|taken back",
            3.0,
        ),
        Cue(r"^(?:[^ ]+ ?){1,5}$|^\d", 0.6),
        Cue(r"consent|title|project:|willing|e-?mail", 1.0),
        EARLIER,
        DANGLING,
    ),
    home=(*PARTS, *topics.PROCEDURES),
    away=(
        *ELSEWHERE,
        *topics.RISKS,
        *topics.COSTS,
        *topics.PRIVACY,
        *topics.PAYMENT,
        *topics.BENEFITS,
        *topics.CONTACT,
        *topics.SHARING,
    ),
    threshold=0.5,
    unless=("thing", "control", "arms", "given", "titled"),
)

_AIM = Aspect(
    "aim",
    (
        Cue(r"(?:purpose|goal|aim)s? of (?:this|the|our)|stud(?:ying|ies) how", 1.0),
        Cue(r"(?:to|will) (?:test|compare|evaluate|learn|find out|see) ", 0.8),
        Cue(
            r"(?:want|hope|trying|done|aims?|like) to (?:learn|find out|see|test|compare|know) "
            r"(?:if|"
            r"whether|how)",
            0.6,
        ),
    ),
    avoid=(Cue(r"of (?:this |the )?(?:consent|form|document)", 3.0), EARLIER, DANGLING),
    home=PARTS,
    away=ELSEWHERE,
    unless=("none", "thing", "control", "arms", "given", "asked", "titled"),
)

INTERVENTION = Question(
    "intervention",
    "text",
    "What is tested or given?",
    (NONE, TESTED, SECOND, CONTROL, *ARMS, GIVEN, _TITLED, _ASKED, _AIM),
    away=topics.OPTIONAL,
)
