"""How long one person takes part."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.time_words import (
    BEFORE_IT,
    IN_ALL,
    LONG,
    NOT_A_STAY,
    NOT_MINE,
    SHORT,
    WHOLE,
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
                    rf"participate|continue|take part)\b[^.;:]{{0,60}}{LONG}",
                    2.0,
                ),
                Cue(
                    r"(?:participation|your part|your (?:child's |baby's )?time|involvement|"
                    r"(?:each|every) \w+'s (?:part|time|stay)|"
                    r"being in (?:this|the) "
                    r"(?:study|trial|registry)|taking part|time in the (?:study|trial))[^.;]{0,80}"
                    rf"(?:last|take|\bbe\b|\bis\b|over|continue|for|require)[^.;]{{0,110}}{LONG}",
                    2.4,
                ),
                Cue(
                    r"(?:be|stay|remain|are|is) (?:in|part of|on) (?:this|the|our) (?:\w+ "
                    r")?(?:study|trial|"
                    rf"research|registry|project)[^.;:]{{0,40}}{LONG}",
                    1.0,
                ),
                Cue(
                    rf"(?:study|trial|research|registry) (?:will )?(?:last|run|"
                    rf"take)s?[^.;]{{0,40}}{LONG}"
                    r"[^.;]{0,40}(?:for (?:each|every|you)|per (?:person|participant))",
                    2.4,
                ),
                Cue(
                    r"(?:from|between) (?:screening|start|first|beginning|the first|"
                    r"enrol\w+)[^.;]{0,30} "
                    rf"(?:to|and) [^.;]{{0,50}}{LONG}",
                    2.2,
                ),
                Cue(
                    r"(?:until|and for) [^.;]{0,40}\d+ (?:days|weeks|months|years) after|"
                    r"keep (?:seeing|reading|following) [^.;]{0,40} after|"
                    rf"follow-?up[^.;]{{0,80}}for (?:up to |about )?{LONG}|"
                    rf"spread over [^.;]{{0,20}}{LONG}|(?:total|maximum) (?:time|"
                    rf"participation|duration)"
                    rf"[^.;]{{0,80}}{LONG}|complete(?:d)? after {LONG}|followed for {LONG}",
                    2.0,
                ),
                Cue(
                    rf"(?:how long|length of|duration|time (?:in|on) (?:the |this "
                    rf")?study)[^?:]{{0,60}}"
                    rf"(?:[?:\u2013\u2014]| - )+[^.;]{{0,40}}{LONG}",
                    2.4,
                ),
                Cue(
                    r"(?:watched|followed|seen|observed|tracked|monitored|busy with us|with us|"
                    r"check on you|look in on|keep (?:track|in touch)|connection with (?:the|this) (?:study|trial)|"
                    r"commit(?:ment)?|enrol+ed|we (?:will )?(?:follow|see|watch|track))\b"
                    rf"[^.;:]{{0,80}}(?:for|until|end|last|with|be)\b[^.;]{{0,60}}{LONG}",
                    2.0,
                ),
                Cue(
                    r"(?:from (?:now|today|signing|the day|consent|joining|birth|your|the time)|"
                    rf"between signing)\b[^.;]{{0,60}}\b(?:to|until|till|through)\b[^.;]{{0,60}}{LONG}|"
                    rf"(?:makes?|comes? to|adds? up to|amounts? to|means?) (?:between |about )?{LONG}",
                    2.0,
                ),
                IN_ALL,
                Cue(r"length of time|asked to commit|total time", 0.8),
                Cue(r"in (?:all|total)|altogether|about|approximately|up to", 0.1),
                Cue(
                    r"for (?:a total of )?(?:about |up to |approximately )?\d+ (?:days|weeks|"
                    r"months|years)",
                    0.3,
                ),
            ),
            avoid=(
                WHOLE,
                Cue(r"(?:samples?|specimens?|data|information|records?)[^?]{0,40}\?", 2.4),
                Cue(
                    r"agree to not|must not|pregnan|before (?:day|the first)|stored|kept|donat",
                    1.4,
                ),
                Cue(
                    r"finding out whether|separate|fresh permission|invited to|long-term registry|(?:up to|at most) "
                    r"\d+ (?:days|weeks) before",
                    1.6,
                ),
                Cue(
                    r"(?:earlier|previous|another|other) (?:stud|trial)|lived with|have had|since",
                    2.0,
                ),
                Cue(
                    r"tablets?|infusions?|injections?|\bdoses?\b|radiation|\bscans?\b|side "
                    r"effects?|contacted",
                    0.6,
                ),
                Cue(
                    r"\bwears?\b|diar(?:y|ies)|(?:activity|heart|sleep|glucose|home) (?:monitor|"
                    r"tracker)|food record|collect (?:your|all) urine|not (?:eat|drink|smoke)",
                    1.6,
                ),
                NOT_A_STAY,
            ),
            home=(
                *topics.TIME,
                r"how long|participation .*over|\btime\b|\b(?:length|span|term|period)\b|"
                r"^[\W\d]*(?:when|schedule|timetable)\b",
            ),
            away=NOT_MINE,
            threshold=1.6,
        ),
        Aspect(
            "then",
            (
                Cue(
                    rf"(?:for (?:those|volunteers|participants|people|children)|those|group|"
                    rf"part (?:\d|one|two|"
                    rf"three))[^.;]{{0,120}}{LONG}",
                    1.0,
                ),
            ),
            avoid=(WHOLE, Cue(r"paid|\$", 2.0)),
            home=(r"how long|participation .*over|duration",),
            away=NOT_MINE,
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
                Cue(
                    r"(?:one|single|1)(?:-time)? (?:visit|session|survey|interview|appointment|"
                    r"sitting|meeting|conversation|blood draw)\b|(?:survey|questionnaire|interview|visit|form)\b"
                    r"[^.;]{0,30},? (?:only |just )?once\b(?! (?:a|an|every|each|per|in|you|we|the)\b)",
                    1.5,
                ),
                Cue(r"taking part is (?:over|done|finished)|then (?:finished|over|done)\b", 1.2),
            ),
            avoid=(WHOLE,),
            home=(*topics.TIME, r"participation .*over|how long"),
            away=NOT_MINE,
            unless=("stay",),
        ),
        Aspect(
            "open_ended",
            (
                Cue(
                    r"(?:part of|in (?:this|the)|participat\w+|take part|stay|remain|follow\w*|"
                    r"collect\w*|update\w*|contact\w*|enrol\w+)\b[^.;]{0,80}(?:indefinitely|as long "
                    r"as|no (?:set |planned |fixed )?end|until you (?:withdraw|decide|tell|change|"
                    r"leave)|ongoing|life.?long|rest of your life|unless you (?:withdraw|leave|ask)|until "
                    r"(?:the|this|our) (?:\w+ )?(?:study|research|registry|trial|project|bank)"
                    r"(?:'s end| (?:is |has )?(?:been )?(?:complete|completed|over|finished|closed|done|"
                    r"ends|closes|stops|finishes|concludes)))",
                    1.6,
                ),
                Cue(
                    r"no (?:set |planned |fixed )?(?:end|time limit|end date)\b[^.;]{0,60}(?:study|"
                    r"bank|registry|participat|part\b|research)|(?:bank|registry|repository|study|"
                    r"research)\b[^.;]{0,40}(?:is|has) (?:ongoing|no end)",
                    1.6,
                ),
            ),
            avoid=(WHOLE, Cue(r"law|benefits|entitled|penalty|HIPAA|authori[sz]ation", 1.5)),
            home=(*topics.TIME, *topics.KEY, r"how long|\b(?:length|span|term|period)\b"),
            away=NOT_MINE,
            unless=("stay",),
            threshold=1.3,
        ),
        Aspect(
            "study_lasts",
            (
                Cue(
                    r"(?:study|trial|research|project|program|survey|experiment|testing)s? (?:will "
                    r"|should |is (?:expected|planned|scheduled) to )?(?:last|take|run|continue|"
                    rf"require|go on)s?\b[^.;]{{0,40}}(?:{LONG}|{SHORT})|"
                    r"(?:visits?|sessions?|appointments?|involves?|tests?|treatment|program)\b"
                    r"[^.;]{0,60}\b(?:over|within|across|spread over|for)(?: a (?:total|period) of|"
                    rf" the course of)? (?:about |approximately |up to )?{LONG}",
                    1.4,
                ),
            ),
            avoid=(WHOLE, BEFORE_IT, Cue(r"stored|kept|paid|\$|before (?:the|your)|pregnan", 1.5)),
            home=(*topics.TIME, *topics.KEY, *topics.PROCEDURES, r"how long"),
            away=NOT_MINE,
            unless=("stay", "ends", "open_ended"),
            threshold=1.5,
        ),
        Aspect(
            "treatment",
            (
                Cue(
                    r"(?:treatment|study drug|program|session|interview|survey)s?[^.;]{0,60}"
                    rf"(?:last|take|for|over)[^.;]{{0,40}}(?:{LONG}|{SHORT})",
                    1.0,
                ),
            ),
            avoid=(WHOLE, BEFORE_IT),
            home=topics.TIME,
            away=NOT_MINE,
            unless=("stay", "ends", "open_ended", "study_lasts"),
        ),
        Aspect(
            "taken",
            (
                Cue(
                    r"\b(?:take|mix|eat|drink|use|swallow|inject|apply|receive|get|be given|follow|"
                    r"add|sprinkle|dissolve|inhale|attend)\b[^.;]{0,80}\b(?:for|over) (?:a "
                    rf"(?:total|period) of |about |approximately |up to |the next )?{LONG}",
                    2.0,
                ),
                Cue(r"every day|each day|a day|daily|once|twice|a week|weekly", 0.3),
            ),
            avoid=(
                WHOLE,
                BEFORE_IT,
                Cue(
                    r"stored|kept|paid|\$|before (?:the|your)|pregnan|results|who (?:ate|took)", 1.5
                ),
            ),
            home=(*topics.TIME, *topics.PROCEDURES),
            away=NOT_MINE,
            unless=("stay", "ends", "open_ended", "study_lasts", "treatment"),
            threshold=1.8,
        ),
    ),
)
