"""The disease or topic as the title of a study names it."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.subject_words import (
    AGED,
    PEOPLE,
    SIMPLE_END,
    TOPIC_END,
    WITH,
)

# As the title names the people, the disease is named most exactly.
PEOPLE_WITH = Aspect(
    "people",
    (
        Cue(
            r"(?:title|name of|protocol|^study|^project|^re)[^|]*?[:|].*?\b"
            r"(?:in|with|for|of|among)\b (?:the )?(?:[\w-]+,? ){0,4}?"
            rf"{PEOPLE} (?:and \w+ )?{AGED}{WITH} "
            rf"(?P<value>[^,.;|]{{3,90}}?){TOPIC_END}",
            2.0,
        ),
        # "Children Who Snore"
        Cue(
            r"(?:title|name of|protocol|^study|^project|^re)[^|]*?[:|].*?\b(?:in|with|for|of|among)\b "
            rf"(?:[\w-]+,? ){{0,4}}?{PEOPLE} (?-i:Who|who) (?!(?:have|had|are|is|were|do|did|will|may|"
            r"can|get|take|receive|use|live|work|need|want|wish|give)\b)"
            r"(?P<value>[^,.;|(]{3,70}?)(?=\s*[,.;|(]|$)",
            1.6,
        ),
        # A title that no label names tells itself by its capitals.
        Cue(
            r"\b(?:in|for|of|among|to) (?-i:(?:[A-Z][\w-]*,? ){0,3}?)(?-i:Adults?|"
            r"Children|Patients|"
            r"People|Persons|Women|Men|Participants|Individuals|Subjects|Veterans|"
            r"Adolescents|Youth|Teens|Infants|Newborns|Volunteers|Survivors|Boys|Girls)"
            rf"{AGED} (?-i:With|with|Who Have|Who Had|Having|Undergoing|Living With|"
            r"Living with|At Risk [Ff]or|at Risk [Ff]or|Hospitalized (?:With|with|for|For)|"
            r"After|after|Treated [Ff]or) (?-i:(?=[A-Z\d]))"
            rf"(?P<value>[^,.;|]{{3,90}}?){TOPIC_END}",
            2.0,
        ),
    ),
    away=topics.SIGNATURES,
    threshold=1.4,
    form="capture",
)

# The subject as the title names it.
TITLED = Aspect(
    "titled",
    (
        Cue(
            r"(?:title|name)[^|]*?[:|].*?\bto (?:prevent|treat|reduce|improve|manage|"
            r"increase|detect|diagnose|"
            r"decrease|"
            r"control|relieve|promote|lower) (?P<value>[^.;|]{3,120}?)(?=\s*[(.;|]|$)",
            1.7,
        ),
        Cue(
            r"(?:title|name)[^|]*?[:|].*?\beffects? of [^|.]{3,60}? on "
            r"(?P<value>[^.;:|]{3,90}?)(?=,? (?:in|among|using|with|of)\b|\s*[.;|(]|$)",
            1.7,
        ),
        Cue(
            r"(?:title|name)[^|]*?[:|].*\b(?:for|in) (?![^,.;:|]{0,30}\b(?:nurses|workers|"
            r"parents|students|residents|"
            r"seniors|employees|athletes|users|school|college|hospitals?|year)\b)(?!the |"
            r"an? |healthy|adults?\b|"
            r"children\b|patients\b|neighborhoods|"
            r"people\b|women\b|men\b|use\b|subjects\b|participants\b|veterans\b|school|"
            r"(?:young|older|adult|pregnant|overweight|male|female) )"
            rf"(?P<value>[A-Z][^,.;:|]{{3,90}}?){TOPIC_END}",
            1.5,
        ),
        Cue(
            r"(?:title|name)[^|]*?[:|].*?(?:treatment|prevention|management|diagnosis|"
            r"detection|"
            r"screening|control|prediction|causes|rehabilitation) (?:of|for) (?!the )"
            rf"(?P<value>[^.;:|]{{3,90}}?){SIMPLE_END}",
            1.6,
        ),
        Cue(
            r"(?:title|name)[^|]*?[:|].*\b(?-i:After|Following|after|following) "
            r"(?-i:(?=[A-Z]))"
            rf"(?P<value>[^.;:|(]{{3,60}}?){TOPIC_END}",
            1.1,
        ),
        Cue(
            r"^(?!.*\b(?:consent|permission|university|hospital|you|your|school of|"
            r"students|"
            r"workers|nurses|users|parents|neighborhoods|residents|records)\b)"
            r"(?-i:[A-Z])[^.?]*\b(?-i:in|for|In|For) (?-i:(?=[A-Z]))(?!(?:Adults?|"
            r"Children|Patients|People|Women|Men|Persons|Veterans|Healthy|the|Use|United|"
            r"East|West|North|South|New|Students?)\b)"
            r"(?P<value>(?-i:(?:[A-Z][\w-]*,? ?|and |of |the |or ){2,7}))(?:\(\w+\))?$",
            1.4,
        ),
        Cue(
            r"(?:study|trial|project|program|registry|survey|title)\b[^.?]{0,80} "
            r"(?-i:About|"
            r"about) (?-i:(?=[A-Z]))(?!The|This|You|Your|How)"
            r"(?P<value>[^.;:|]{4,80}?)(?=,? (?:in|among|using|with)\b|\s*[.;|(]|$)",
            1.3,
        ),
        Cue(
            r"(?-i:\b(?:Study|Trial|Registry|Evaluation|Survey|Investigation) (?:of|"
            r"on)) (?!the (?-i:[SEU]))(?!an? (?:single|new|novel)|autologous|oral|intra|"
            r"subcutaneous)"
            r"(?P<value>[^.;|]{4,80}?)(?=,? (?:in|among|using|with)\b|\s*[.;|(]|$)",
            1.2,
        ),
    ),
    away=topics.SIGNATURES,
    threshold=1.0,
    form="capture",
    unless=("people", "having"),
)
