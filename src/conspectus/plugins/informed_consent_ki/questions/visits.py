"""How many visits there are, how long they last, how often they come."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.time_words import (
    COUNT,
    NOT_MINE,
    SHORT,
    VISITS,
)

_SCHEDULE = Cue(r"(?:\bX\b[ |;]*){2,}", 4.0)  # a row of check marks
_MONEY = Cue(r"\$\d|\bpaid\b|gift card|parking", 2.4)
_ROW = Cue(r"(?: \| [^|]*){3}", 2.0)  # a row of many cells reads badly
_CALLS = (
    rf"{COUNT}[- ]?(?:[\w-]+ ){{0,2}}?(?:phone |telephone |video )?(?:calls?|surveys|"
    r"interviews?|messages)\b|(?:by phone|call you|telephone you|calls?\b)[^.;]{0,40}\bon "
    r"(?:days?|weeks?|months?)"
)


def _lasting(name: str) -> Aspect:
    """How long visits, calls and surveys last; asked twice, as they often differ."""
    return Aspect(
        name,
        (
            Cue(
                r"(?:visits?|sessions?|appointments?|calls?|surveys?|interviews?|"
                r"questionnaires?|infusions?|"
                rf"measurements?|tests?|it|this|which)\b[^.;]{{0,80}}\b(?:last|take|"
                rf"require|be|need|about)"
                rf"[^.;]{{0,50}}{SHORT}",
                2.4,
            ),
            Cue(
                rf"(?:total|in all|altogether|adding|time commitment|add "
                rf"up)[^.;]{{0,80}}{SHORT}|{SHORT} (?:altogether|in all|in total)\b",
                3.0,
            ),
            Cue(
                rf"(?:require|take|need|spend|commit)\w*\b[^.;]{{0,40}}{SHORT}[^.;]{{0,30}}"
                rf"(?:of your|in (?:all|total)|altogether|to (?:complete|finish|do))|"
                rf"{SHORT} (?:of your|long)\b|(?:visits?|sessions?|lessons?|classes|interviews?|"
                rf"surveys?|calls?)\b[^.;]{{0,30}}(?:of|\() ?(?:about )?{SHORT}|"
                rf"\d+[- ](?:minute|hour) (?:\w+ )?(?:visits?|sessions?|interviews?|surveys?|"
                rf"calls?|focus groups?|lessons?|meetings?)",
                2.2,
            ),
            Cue(
                r"\b(?:set aside|allow|reckon|count on|plan on) (?:on |for )?(?:about |around )?"
                rf"{SHORT}|"
                r"(?:visits?|sessions?|appointments?|days?)\b[^.;]{0,60}(?:reckon|allow|plan|expect|"
                rf"count|set aside)\b[^.;]{{0,30}}{SHORT}|{SHORT} of (?:questions?|testing|talk|"
                rf"tests|answering|your)|(?:visit|session|call|survey|interview)s?\W{{1,3}}{SHORT}",
                2.2,
            ),
            Cue(rf"{SHORT}[^.;]{{0,40}}(?:each|every|per|a day|a week|long|in total)", 0.5),
            Cue(
                r"most (?:clinic )?visits|each (?:study )?visit|every visit|screening visit",
                0.4,
            ),
        ),
        avoid=(
            _MONEY,
            _SCHEDULE,
            Cue(
                r"eat for|fast(?:ing|ed)?\b|not (?:eat(?:en)?|drunk|drink)\b|food|side effect|blurred|awake|reaction|half-life",
                2.4,
            ),
            # a title tells no visit
            Cue(
                r"^(?:title\W+)?(?-i:(?:[A-Z\d][\w-]*|[a-z]{1,6})[ :,]+){6,}.*\b(?-i:Trial|Study)\b",
                3.0,
            ),
            Cue(
                r"^(?:it|this|that|these|they) (?!is an? |has \d|takes )|:\s*$|\bdrip\b|get this",
                1.8,
            ),
            _ROW,
        ),
        home=(*topics.TIME, *topics.PROCEDURES, r"visits?\b|time"),
        away=NOT_MINE,
        threshold=1.9,
    )


VISITS_OR_TIME = Question(
    "visits_or_time",
    "text",
    "How many visits or sessions are there, how long do they take, how much time is needed?",
    (
        Aspect(
            "number",
            (
                Cue(
                    rf"{VISITS}|(?:come|return|visit|seen|attend)[^.;]{{0,50}}\b(?:\d+|once|"
                    rf"twice|one|two|three|four|five|"
                    r"six|seven|eight|nine|ten|eleven|twelve) (?:times|visits|occasions)|"
                    r"once a (?:year|month|week)",
                    2.4,
                ),
                Cue(
                    r"(?:not|no)[^.;]{0,20}(?:come to any|extra|study|need any) visits?|no visits",
                    2.4,
                ),
                Cue(
                    rf"(?:come|return|go)(?: back| in| again)?[^.;]{{0,20}} on (?:days?|weeks?) \d|visits? (?:on|at) (?:days?|weeks?|months?)\b|{COUNT} nights?\b|overnight stay",
                    2.2,
                ),
                Cue(
                    rf"{COUNT}[- ](?:[\w-]+ ){{0,2}}?(?:visits?|sessions?|appointments?|meetings)\b",
                    0.4,
                ),
                Cue(r"there (?:are|will be)|\btotal|in all|altogether", 0.3),
                Cue(SHORT, 0.2),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                _ROW,
                Cue(
                    r"if you miss|cannot come|emergency|in an earlier|missed|leave early|"
                    r"if you (?:leave|stop|withdraw)|last (?:\w+ )?visit",
                    3.0,
                ),
                Cue(r"optional|extension", 0.6),
                # what is looked at, not when one comes
                Cue(
                    r"^[^:;]{0,20}\b(?:charts?|records?|files?)\b[^;]{0,20}(?:once|twice|each)", 3.0
                ),
            ),
            home=(*topics.TIME, *topics.KEY, r"visits?\b|how much of (?:my|your)"),
            away=NOT_MINE,
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
            "calls",
            (
                Cue(_CALLS, 2.2),
                Cue(r"there (?:are|will be)|in between|besides", 0.3),
                Cue(SHORT, 0.4),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                _ROW,
                Cue(r"if you miss|emergency|optional|numbers?\b|questions about", 1.6),
            ),
            home=(*topics.TIME, *topics.KEY, *topics.PROCEDURES, r"calls?\b|you (?:would|will) do"),
            away=NOT_MINE,
            threshold=2.6,
        ),
        Aspect(
            "schedule",
            (
                Cue(
                    r"^(?:[\d.]+ )?(?:after|before|during|at)\b[^.:]{0,50}:\s*$",
                    2.4,
                ),
            ),
            avoid=(_MONEY, Cue(r"\bif you\b|contact (?:the|us)|\brisks?\b", 2.0)),
            home=(*topics.TIME, *topics.PROCEDURES, r"methods?\b|visits?\b"),
            away=NOT_MINE,
            threshold=2.2,
            unless=("number",),
        ),
        _lasting("length"),
        _lasting("another_length"),
        Aspect(
            "pace",
            (
                Cue(
                    r"(?:visits?|calls?|check on|follow|come|return|contact|see (?:you|us)|meet|"
                    r"survey)\b[^.;]{0,80}"
                    r"(?:every (?:day|week|month|year|(?:\d+|two|three|four|six|eight|other) "
                    r"(?:days?|weeks?|"
                    r"months?|years?))|weekly|monthly|yearly|daily|once a|twice a|each (?:day|"
                    r"week|month|year|"
                    r"night)|by (?:tele)?phone|regularly)|(?:every|once a|each) (?:\w+ "
                    r")?(?:day|week|month|year)s?"
                    r"[^.;]{0,60}(?:visit|call|check|come|return|contact|survey|repeat)|"
                    r"(?:taken|tested|drawn|seen|recur|repeated|return|messages?|classes|sessions)\b"
                    r"[^.;]{0,40}(?:twice|once|three times|every|weekly|monthly|yearly|each|at "
                    r"(?:weeks?|months?|days?))\b[^.;]{0,30}(?:weeks?|months?|years?|weekly|monthly|"
                    r"yearly|\d)",
                    2.4,
                ),
            ),
            avoid=(
                _MONEY,
                _SCHEDULE,
                _ROW,
                Cue(r"stored|pregnan|birth control|cancer care|tablet|by mouth", 1.6),
                Cue(
                    r"withdraw|please (?:contact|call|write)|contact (?:us|the)|by (?:e-?)?mail\b|@|"
                    r"\d{3}-\d{4}|newsletter",
                    2.6,
                ),
            ),
            home=(*topics.TIME, *topics.PROCEDURES, r"follow.?up"),
            away=NOT_MINE,
            threshold=1.9,
        ),
    ),
    away=topics.OPTIONAL,
)
