"""What the study is called."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.labels import END, IS, NAME
from conspectus.plugins.informed_consent_ki.questions.title_words import (
    NO_TITLE,
    NUMBERS,
    PLAIN,
    RUN,
    STUDIED,
    VERBLESS,
)

# Not a placeholder ("[insert title]"); the tracer "[18F]" may begin a title.
_FILLED = r"(?!\W*(?:insert|enter|add|type|full|study|protocol|project)? ?(?:title|name)\b)"
_TITLE = (
    rf"{_FILLED}[\"\u201c]?(?P<value>(?=[^_]*[a-z]{{3}})(?!\[[a-z ]+\])(?:[^|_\s]+\s+){{3,}}?"
    rf"[^|_]+?)[\"\u201d]?{END}"
)

_LABEL = r"(?:\([^()]{3,40}\)\s*:\s+)?(?:(?:protocol|study|title|project|trial|re)\s*:\s+)?"

# The name in a sentence or in the heading of the form.
CALLED = Aspect(
    "called",
    (
        Cue(
            r"(?:called|titled|entitled|named)[ ,:]+[\"\u201c](?P<value>[^\"\u201d]{12,}?),?"
            r"[\"\u201d]",
            1.8,
        ),
        Cue(
            r"(?:study|trial|project|registry|research) (?:is |that is |which is )?(?:being )?"
            r"(?:called|titled|entitled|named|known as)[ ,:]+(?P<value>[A-Z][^\"\u201c\u201d]{8,}?)"
            r"(?:, (?:conducted|led|run|by|a|which|directed|sponsored|carried)\b.*|[,.])?$",
            1.5,
        ),
        Cue(
            r"\b(?-i:be in|part (?:in|of)|join|participate in|invit\w+ (?:you )?(?:in)?to|"
            r"enrol\w* in) (?:the |an? |our |this )?(?:(?:research|a study|study)(?: study)?: )?"
            r"(?P<value>(?!research:|study:)(?=(?-i:[A-Z\d])"
            rf"[^.]*: ){RUN})$",
            1.5,
        ),
        Cue(rf"\bconsent [^:|]{{0,40}}\bresearch: (?P<value>(?!.*\bsponsor){RUN})$", 1.5),
        Cue(
            r"^(?:information (?:sheet|statement|letter)|(?:research |"
            r"informed )?consent(?: form)?|"
            r"parental permission(?: form)?)(?: to (?:participate|take part))?(?: (?:for|"
            r"in|of) (?:an? )?(?:\w+ )?"
            r"(?:research|study)(?: study)?)?\s*[:\u2013]\s*"
            r"(?P<value>(?!.*\b(?:you|your|we|our|i|please)\b)(?-i:[A-Z]).{12,})",
            1.6,
        ),
    ),
    avoid=(Cue(r"\b(?:drug|device|medicine|placebo|brochure|booklet|form)\b", 0.8),),
    away=ELSEWHERE,
    form="capture",
    unless=("official", "short"),
)

# A title that stands by itself at the head of the form: further on it scores too low.
HEADED = Aspect(
    "headed",
    (
        Cue(rf"^{_LABEL}(?P<value>(?!\([^()]*\)\s*:){RUN})$", 2.0),
        Cue(rf"^{_LABEL}(?P<value>{RUN}){NUMBERS}", 3.8),
        Cue(rf"^{_LABEL}(?P<value>{PLAIN})$", 2.0),
        STUDIED,
    ),
    avoid=NO_TITLE,
    away=ELSEWHERE,
    threshold=1.95,
    form="capture",
    unless=("official", "short", "called"),
)

STUDY_TITLE = Question(
    "study_title",
    "text",
    "What is the official title of the study?",
    (
        Aspect(
            "official",
            (
                # "Sponsor / Study Title: Company / "A Study of ...""
                Cue(
                    r"title\b[^:|\"\u201c]{0,40}[:|][^|\"\u201c]{0,60}[\"\u201c]"
                    r"(?P<value>[^\"\u201d]{20,})[\"\u201d]",
                    2.5,
                ),
                Cue(
                    r"(?:full|official|long|scientific|complete|formal)(?: \w+){0,2} title"
                    rf"[^:|]{{0,60}}(?:https?:\S+)?{IS}{_TITLE}",
                    2.4,
                ),
                Cue(
                    r"(?:study|protocol|project|research|trial|registry)(?:/\w+)? title"
                    rf"[^:|]{{0,40}}{IS}{_TITLE}",
                    2.0,
                ),
                Cue(
                    r"(?:title|name) of (?:the |this |your )?(?:\w+ ){0,2}(?:study|project|"
                    r"protocol|"
                    rf"research|trial|registry)(?: \w+){{0,2}}{IS}{_TITLE}",
                    2.0,
                ),
                Cue(
                    rf"^(?:[^:]{{0,60}}: )?\W*(?:title|re|study name|study|project){IS}{_TITLE}",
                    1.7,
                ),
            ),
            avoid=(Cue(r"short(?:ened)? title|lay title|title for participants|nickname", 0.8),),
            away=topics.SIGNATURES,
            form="capture",
        ),
        Aspect(
            "short",
            (Cue(rf"(?:short|lay|plain|brief)(?: \w+){{0,2}} title{IS}{NAME}", 2.0),),
            form="capture",
            unless=("official",),
        ),
        CALLED,
        HEADED,
        # The same under a heading that only says what the paper is.
        Aspect(
            "under",
            (
                Cue(rf"^[^:|]*: (?P<value>{RUN})$", 2.0),
                Cue(rf"^[^:|]*: (?P<value>{RUN}){NUMBERS}", 3.8),
                Cue(rf"^[^:|]*: (?P<value>{PLAIN})$", 2.0),
                STUDIED,
            ),
            avoid=(
                Cue(
                    r"(?:^|: )(?:fund(?:er|ing|ed by)|institution|site|supported by|paid (?:for|by))\b|"
                    r"^[^:]*: .*(?:consent|take part|university|department|hospital|investigator|leader|"
                    r"institut|\?$|\b(?:this|our) (?:study|research|form)|\byou\b|\bMD\b|PhD|"
                    r"school of)",
                    2.0,
                ),
            ),
            away=ELSEWHERE,
            threshold=1.95,
            form="capture",
            unless=("official", "short", "called", "headed"),
        ),
        # At the very top, as a sentence without its verb; then as every page repeats it.
        Aspect(
            "top",
            (Cue(rf"^(?P<value>{VERBLESS})$", 1.9), STUDIED),
            avoid=NO_TITLE,
            away=ELSEWHERE,
            threshold=2.0,
            form="capture",
            unless=("official", "short", "called", "headed", "under"),
        ),
        Aspect(
            "running",
            (Cue(rf"^{_LABEL}(?P<value>{RUN})$", 2.0), STUDIED),
            avoid=NO_TITLE,
            home=(r"^(?:Header|Footer)$",),
            threshold=2.8,
            form="capture",
            unless=("official", "short", "called", "headed", "under", "top"),
        ),
        # The name alone, when nothing longer is told.
        Aspect(
            "name",
            (
                Cue(
                    r"(?:study|protocol|project|research|trial) (?:title|name)"
                    rf"[^:|]{{0,20}}{IS}{_FILLED}{NAME}",
                    1.6,
                ),
                Cue(
                    rf"(?:title|name) of (?:the |this )?(?:\w+ )?(?:study|project|research|trial)"
                    rf"{IS}{_FILLED}{NAME}",
                    1.6,
                ),
                Cue(
                    r"(?:called|titled|entitled|named|known as) (?:the "
                    r")?(?P<value>(?-i:[A-Z][\w-]+)"
                    r"(?: (?-i:[A-Z(][\w)-]*)){0,6})",
                    0.9,
                ),
                Cue(r"(?:study|trial|project|registry|survey) (?:is |that is )?called", 0.6),
                # "Consent Form for the Riverside Registry", "Riverside Registry Consent Form"
                Cue(
                    r"\b(?:consent|permission|information sheet|agreement)(?: form| document| "
                    r"booklet)?"
                    r"(?: (?:for|to (?:participate|take part|be|join) in)(?: the| an?)?|:) "
                    r"(?P<value>(?!adult|"
                    r"research|parent|clinical|study|participa)(?-i:[A-Z])[^.?:]{3,80}?(?-i:Study|"
                    r"Trial|"
                    r"Registry|Biobank|Project|Program|Cohort|Survey|Repository|Bank|STUDY|TRIAL|"
                    r"REGISTRY|"
                    r"BIOBANK|PROJECT))\b",
                    1.9,
                ),
                Cue(
                    r"^(?P<value>(?-i:[A-Z])(?!onsent|ONSENT|nformed|NFORMED|esearch|ESEARCH|"
                    r"linical|LINICAL)"
                    r"[^.?:]{3,70}?(?-i:Study|Trial|Registry|Biobank|Project|Program|Cohort|Survey|"
                    r"Repository|Bank|STUDY|TRIAL|REGISTRY|BIOBANK|PROJECT))\W+(?:informed |"
                    r"research |"
                    r"parental |participant )?(?:consent|permission|information)\b",
                    1.9,
                ),
                Cue(
                    r"(?:join|take part in|participate in|be (?:in|part of)|enroll in|invited to) "
                    r"(?:the |a study called )?(?P<value>"
                    r"(?!(?:an?|the|this|our|your|that|any|research|clinical|medical|human|"
                    r"scientific|health|genetic|student|graduate|pilot)\b)(?-i:[A-Z][\w'-]+)(?: "
                    r"(?-i:[A-Z][\w'-]+)){0,5} "
                    r"(?-i:Study|Trial|Registry|Biobank|Project|Program|Cohort|Survey|"
                    r"Repository))\b",
                    1.4,
                ),
            ),
            away=topics.SIGNATURES,
            threshold=1.2,
            form="capture",
            unless=("official", "short", "called", "headed", "under", "top", "running"),
        ),
    ),
)
