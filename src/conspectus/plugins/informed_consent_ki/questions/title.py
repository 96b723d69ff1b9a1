"""What the study is called."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.labels import END, IS, NAME

# Not a placeholder ("[insert title]"); the tracer "[18F]" may begin a title.
_FILLED = r"(?!\W*(?:insert|enter|add|type|full|study|protocol|project)? ?(?:title|name)\b)"
_TITLE = (
    rf"{_FILLED}[\"\u201c]?(?P<value>(?=[^_]*[a-z]{{3}})(?!\[[a-z ]+\])(?:[^|_\s]+\s+){{3,}}?"
    rf"[^|_]+?)[\"\u201d]?{END}"
)

# A word of a heading set in capitals like a title.
_WORD = (
    r"(?-i:[A-Z\d(\[\"\u201c][\w\u2019'()\[\]/.+&*%\u00ae\u2122?!\"\u201d\u2010-\u2013-]*|"
    r"of|in|the|a|an|"
    r"and|for|with|to|on|by|at|or|from|as|vs\.?|versus|after|before|among|during|between|using|"
    r"into|its|their|than|not|plus|who|that|is|are|be|do|does|how|over|through|under|within|"
    r"without|against|about|via|per|up|de|la|y|et|&|\+|[\u2013-])"
)
_RUN = rf"(?:{_WORD}[,:;]?\s+){{4,}}{_WORD}(?:\s+\([^()]{{2,40}}\))?\.?"

_LABEL = r"(?:(?:protocol|study|title|project|trial|re)\s*:\s+)?"

_STUDIED = Cue(
    r"study of|trial|registry|evaluat|compar|effect|efficacy|safety|pilot|phase|randomi|assess|"
    r"survey|interview|intervention|repository|biobank|investigat|causes of|role of|impact|outcome|"
    r"quality of life|experience|understand|improving|reducing|treatment|prevent|versus|: an? |"
    r"using |among |imaging|collection of|"
    r"in (?:(?:young|older|healthy) )?(?:adults|children|patients|people|women|men|veterans)",
    0.15,
)

# Sentence case: what a title begins with, and no word of a sentence in it.
_PLAIN = (
    r"(?:an? |the )?(?:phase [\dIV]|(?:[\w-]+,? ){0,4}(?:randomi[sz]ed|double[- ]blind|"
    r"open[- ]label|multi-?cent(?:er|re)|prospective|pilot|observational|single[- ](?:arm|"
    r"cent\w+)|feasibility|longitudinal|qualitative|natural history|cross-sectional|"
    r"dose[- ]\w+)\b|(?:evaluation|assessment|effects?|efficacy|safety|impact|study|trial|"
    r"comparison|investigation|analysis|role) (?:of|about|on|exploring|examining|to)\b|"
    r"understanding|exploring|investigating|"
    r"evaluating|assessing|comparing|improving|examining)"
    r"(?!.*\b(?:you|your|we|our|will|may|if|should|please|this)\b)[^|]{25,}?[^.?:|]"
)
_VERBLESS = (
    r"(?-i:[A-Z])(?!.*\b(?:you|your|we|our|will|may|can|if|should|please|this|is|are|was|were|has|"
    r"have|do|does|i|my)\b)(?:[^\s|:.?!]+ ){6,}[^\s|:.?!]+"
)
_NO_TITLE = (
    Cue(
        r"consent|permission|authori[sz]|assent|tak(?:e|ing) part|participa(?:te|ting|tion)|"
        r"information (?:sheet|for(?! (?:future )?research)|form|statement|about|and|letter)|"
        r"key information|clinicaltrials|"
        r"bill of rights|\b(?:this|the|our) (?:research|study|trial|project|form|document)\b|"
        r"\byou\b|\byour\b|\bwe\b|\bI\b|\?$|version|template|revised|approved|summary|page \d|"
        r"research (?:study|subjects?|participants?)$|contact|telephone|phone|e-?mail",
        3.0,
    ),
    Cue(
        r"university|department|division of|institut|(?:center|centre|hospital|clinic|system|"
        r"alliance|network|foundation|inc\.?|unit)$|committee|board\b|office|principal|"
        r"investigator|"
        r"^part [a-d1-9]|^section|school of|college|\b(?:MD|PhD|RN|MPH|DrPH|PharmD)\b|street|"
        r"avenue|"
        r"\bsuite\b|table of contents|national institutes|veterans affairs|sponsor|"
        r"^(?:dr|prof|mr|ms)\b",
        1.5,
    ),
)

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
            r"enrol\w* in) (?:the |an? |our |this )?(?P<value>(?=(?-i:[A-Z\d])"
            rf"[^.]*: ){_RUN})$",
            1.5,
        ),
        Cue(
            r"^(?:information (?:sheet|statement|letter)|(?:research |"
            r"informed )?consent(?: form)?|"
            r"parental permission(?: form)?)(?: to (?:participate|take part))?(?: (?:for|"
            r"in|of) (?:an? )?(?:\w+ )?"
            r"(?:research|study)(?: study)?)?\s*[:\u2013]\s*(?P<value>(?-i:[A-Z]).{12,})",
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
        Cue(rf"^{_LABEL}(?P<value>{_RUN})$", 2.0),
        Cue(rf"^{_LABEL}(?P<value>{_PLAIN})$", 2.0),
        _STUDIED,
    ),
    avoid=_NO_TITLE,
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
                Cue(rf"^[^:|]*: (?P<value>{_RUN})$", 2.0),
                Cue(rf"^[^:|]*: (?P<value>{_PLAIN})$", 2.0),
                _STUDIED,
            ),
            avoid=(
                Cue(
                    r": .*(?:consent|take part|university|department|hospital|investigator|leader|"
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
            (Cue(rf"^(?P<value>{_VERBLESS})$", 1.9), _STUDIED),
            avoid=_NO_TITLE,
            away=ELSEWHERE,
            threshold=2.0,
            form="capture",
            unless=("official", "short", "called", "headed", "under"),
        ),
        Aspect(
            "running",
            (Cue(rf"^{_LABEL}(?P<value>{_RUN})$", 2.0), _STUDIED),
            avoid=_NO_TITLE,
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
