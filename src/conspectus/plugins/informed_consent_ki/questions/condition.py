"""Which disease or topic the study is about."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.labels import IS
from conspectus.plugins.informed_consent_ki.questions.subject_text import DEFINED, HAVING_IT, LEARN
from conspectus.plugins.informed_consent_ki.questions.subject_title import PEOPLE_WITH, TITLED
from conspectus.plugins.informed_consent_ki.questions.title import CALLED, HEADED

# An acronym alone names no disease.
_WORDED = r"(?=[^|_]*(?-i:[a-z]{3}))"

# Nothing but the whole title tells the topic.
_NAMED = Aspect(
    "named",
    (
        Cue(rf"(?:title|name) ?(?:of [^:|]{{0,30}})?{IS}{_WORDED}(?P<value>[^|_]{{12,}})", 1.6),
        Cue(rf"title[^:|]{{0,40}}{IS}{_WORDED}(?P<value>[^|_]{{12,}})", 1.5),
    ),
    away=topics.SIGNATURES,
    form="capture",
    unless=("people", "having", "titled", "defined", "learn"),
)

_CALLED = Aspect(
    "called",
    (*CALLED.cues, *HEADED.cues),
    avoid=HEADED.avoid,
    away=topics.SIGNATURES,
    threshold=1.2,
    form="capture",
    unless=("people", "having", "titled", "defined", "learn", "named"),
)

CONDITION = Question(
    "condition",
    "text",
    "Which disease or topic is studied?",
    (PEOPLE_WITH, HAVING_IT, TITLED, DEFINED, LEARN, _NAMED, _CALLED),
    most_words=45,
)
