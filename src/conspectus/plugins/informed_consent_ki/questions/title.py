"""What the study is called."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE
from conspectus.plugins.informed_consent_ki.questions.labels import END, IS, NAME

_TITLE = (
    rf"[\"\u201c]?(?P<value>(?=[^_\[]*[a-z]{{3}})(?:[^|_\[\s]+\s+){{3,}}?[^|_\[]+?)[\"\u201d]?{END}"
)

# A word of a heading set in capitals like a title.
_WORD = (
    r"(?-i:[A-Z\d(\[\"\u201c][\w\u2019'()\[\]/.+\"\u201d-]*|of|in|the|a|an|and|for|with|to|on|by|"
    r"at|or|"
    r"from|as|vs\.?|versus|after|before|among|during|between|using|into|its|their|than|not|&|"
    r"[\u2013-])"
)

_STUDIED = Cue(
    r"study of|trial|registry|evaluat|compar|effect|efficacy|safety|pilot|phase|randomi|assess|"
    r"survey|interview|intervention|repository|biobank|investigat|causes of|role of|impact|outcome|"
    r"quality of life|experience|understand|improving|reducing|treatment|prevent|versus|: an? |"
    r"using |among |imaging|in (?:adults|children|patients|people|women|men|veterans)",
    1.0,
)

STUDY_TITLE = Question(
    "study_title",
    "text",
    "What is the official title of the study?",
    (
        Aspect(
            "official",
            (
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
                Cue(rf"(?:^|: )\W*(?:title|re|study name|study|project){IS}{_TITLE}", 1.7),
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
        Aspect(
            "called",
            (
                Cue(
                    r"(?:study|trial|project|registry|research) (?:is |that is |"
                    r"which is )?(?:being )?"
                    r"(?:called|titled|entitled|named)[ ,:]+[\"\u201c]?(?P<value>[A-Z].{8,}?)"
                    r"[\"\u201d]?[,.]?$",
                    1.5,
                ),
                Cue(
                    r"(?:called|titled|entitled|named)[ ,:]+[\"\u201c](?P<value>[^\"\u201d]{12,})"
                    r"[\"\u201d]",
                    1.8,
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
        ),
        # A title that stands by itself at the head of the form.
        Aspect(
            "headed",
            (
                Cue(rf"^(?P<value>(?:{_WORD}[,:;]?\s+){{4,}}{_WORD}\.?)$", 1.2),
                _STUDIED,
            ),
            avoid=(
                Cue(
                    r"consent|permission|authoriz|assent|take part|participa(?:te|tion)|\?$|"
                    r"information (?:sheet|for)|key information|clinicaltrials",
                    3.0,
                ),
                Cue(
                    r"university|department|division of|institut|(?:center|hospital|clinic|"
                    r"system)$|"
                    r"committee|board|office|principal|investigator|^part [a-d1-9]|^section",
                    1.5,
                ),
            ),
            away=ELSEWHERE,
            threshold=2.0,
            form="capture",
            unless=("official", "short", "called"),
        ),
        # The same under a heading that only says what the paper is.
        Aspect(
            "under",
            (
                Cue(
                    r"^[^:|]*\b(?:consent|permission|assent|information sheet|"
                    r"research study)\b[^:|]*: "
                    rf"(?P<value>(?:{_WORD}[,:;]?\s+){{4,}}{_WORD}\.?)$",
                    1.2,
                ),
                _STUDIED,
            ),
            avoid=(
                Cue(
                    r": .*(?:consent|take part|university|department|hospital|investigator|leader|"
                    r"institut|\?$)",
                    2.0,
                ),
            ),
            away=ELSEWHERE,
            threshold=2.0,
            form="capture",
            unless=("official", "short", "called", "headed"),
        ),
    ),
)
