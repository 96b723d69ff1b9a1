"""What is done in the study: the drug or device first, then tests, samples, questions, records."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_HOME = (
    *topics.PROCEDURES,
    r"^(?!.*(?:researchers|investigator|team)).*(?:key information|summary|overview|at a glance)",
    r"what (?:will|would|do|does) .*(?:we do|you do|be done|my child|your (?:baby|child)|i need)|"
    r"what (?:i|you|your child) will|(?:asked|have|need) to do|what is (?:done|involved)|"
    r"the (?:study|research) (?:visits?|drug|device)|sessions?\b|tests?\b|what we (?:will )?do|"
    r"during (?:the|this) (?:study|research)|\bgroups?\b|the short version|will happen|"
    r"(?:medical|school) records?\b|samples?\b|asking (?:you|of)|ask of you|your part|tasks?\b|"
    r"if (?:you|i|we) (?:say yes|agree|join|take part|decide to)|involved?\b|at home|does my "
    r"child do|"
    r"how (?:does|will|do) .*work|timeline|what is the study",
)
_AWAY = (
    *topics.OPTIONAL,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"\brisks?\b|side effects?|discomfort|could go wrong|bad happen|benefit|\bpaid\b|payment|"
    r"compensat|\bcosts?\b|injur|hurt|who (?:can|may|will|should)|eligib|purpose|background|"
    r"alternatives?|other (?:options|choices|treatments)|usual approach|confidential|privacy|"
    r"protect|withdraw|stop(?:ping)? (?:being|early|taking)|can i stop|responsibilit|"
    r"what happens to (?:the|my|your)|future|\bresults?\b|\bassent\b|do not do|why (?:is|are|am) |"
    r"wash-?out|\bend(?:ing|ed)\b|leav(?:e|ing)\b|stopping some|medicines you|with my "
    r"(?:information|data|samples)|(?:need|have) "
    r"to avoid|where the samples|keeping in touch",
)
_WEIGH = (
    Cue(
        r"(?:you|your (?:child|baby|teen)|participants?|students?|children|each \w+|"
        r"subjects?)(?:'ll|"
        r" will| would| may)? (?:also |then )?(?:be |have|get|receive|take|wear|give|complete|fill|"
        r"answer|undergo|come|need|keep|use|visit|do|play|walk|attend|join|go|lie|write|record|"
        r"watch|"
        r"spend|meet|talk|provide|return|stay)|we (?:will|would)|will be (?:taken|drawn|collected|"
        r"done|performed|measured|asked|given|placed|injected)",
        0.3,
    ),
    Cue(r"research|extra|for (?:this|the) study|study (?:drug|visit|tablet|device|medic)", 0.15),
)
_AVOID = (
    Cue(
        r"(?:part of|during|under|in) (?:your |the |their )?(?:usual|regular|routine|normal|"
        r"standard|"
        r"clinical)(?: \w+)? care|standard of care|ordered by your|only if your (?:own )?doctors?|"
        r"may order|in an? earlier|(?:other|previous|earlier|similar) (?:stud|trial)|was dropped",
        1.0,
    ),
    Cue(
        r"optional|if you agree(?! to (?:be|take|join|part))|with your separate permission|"
        r"only if you get",
        0.35,
    ),
    Cue(
        r"^(?:if|once|when|before) you(?! (?:agree|choose|decide|join|take part|say yes|want|"
        r"sign))|"
        r"following|you (?:can(?:not|'t)?|may not|must not) (?:join|take part|be in)|"
        r"excluded|eligible|risks?\b|side effects?|may cause|approved|investigational|\bFDA\b",
        0.5,
    ),
    Cue(
        r"paid|gift card|\$\d|insurance|tell (?:us|the|your)|call (?:us|the)|purpose|find out",
        0.9,
    ),
    Cue(r"^(?:visit|day|week|month|session) \d+\b[^:]*$", 0.6),
    Cue(r"results? (?:of|are|will)|stored|kept|sent to|thrown away|is used to|are used to", 0.4),
    Cue(
        r"as directed|appointments|explain|any questions|right to|some hospitals|described|"
        r"\b(?:is|are) the\b|is an? (?:kind|type|test|thin|disease|way|recording|drug)|uses? "
        r"(?:magnets|sound|a strong)|means\b|your data|"
        r"(?:use|take|wear|get|receive)s? no\b|you (?:must|should)|do not|minimi[sz]e",
        0.8,
    ),
)


def _done(name: str, topic: str, *avoid: Cue, most: int = 1, threshold: float = 1.6) -> Aspect:
    """One kind of procedure: `topic` names it."""
    return Aspect(
        name,
        (Cue(topic), *_WEIGH),
        avoid=(*_AVOID, *avoid),
        most=most,
        threshold=threshold,
        form="phrase",
    )


PROCEDURES = Question(
    "procedures",
    "list",
    "What will be done in the study: drug or device, tests, samples, questionnaires, follow-up?",
    (
        # what is tested
        _done(
            "given",
            r"(?:receive|get|given|take|takes?|swallow|inject(?:ed)?|wear|wears|use)\b[^.;|]{0,60}"
            r"(?:study (?:drug|medic\w+|product|tablet|device|treatment)|tablets?\b|pills?|"
            r"capsules?|"
            r"\bmg\b|by mouth|(?:through|into) (?:a|the|your) (?:vein|arm|muscle|belly)|tracer|"
            r"\(?IV\)?\b|infusion|injections?|vaccine|"
            r"\bshots?\b|"
            r"placebo|\bband\b|device|patch|inhaler|cream|\bdose|treatments? of|days? of|cycles?)|"
            r"infusion of|injections? (?:in|of|under)|(?:tablet|capsule|injection|"
            r"infusion)s?[^.;|]{0,30}"
            r"(?:a day|daily|once|twice|weekly|every)|study (?:drug|tablet|medicine)s? "
            r"(?:given|handed)|"
            r"(?:probe|coil|electrodes?|patch|device|needle)[^.;|]{0,40}(?:inserted|placed|put|"
            r"attached)|"
            r"put (?:on|in) (?:a|the) device",
            Cue(
                r"blood|urine|pregnan|contracep|other medic|vaccine from|pain medicine|steroid inj|"
                r"into a joint|enema|or not\b|help reduce|suppositor",
                0.6,
            ),
            most=2,
            threshold=1.75,
        ),
        _done(
            "surgery",
            r"(?<!for )(?<!during )(?<!after )(?<!before )(?<!heart )\bsurgery|implant(?!ed)|"
            r"transplant|stem cell collection|anesthesia|catheter|"
            r"radiation (?:to|therapy|treatment)|radiotherapy|chemotherapy",
            Cue(r"after (?:your|the) (?:surgery|operation)|prior|have had", 1.0),
        ),
        _done(
            "training",
            r"treadmill|lessons?\b|coaching|therapy sessions?|training|counsel+ing sessions?|"
            r"classes|"
            r"exercis|program sessions?|(?:breathing|relaxation) practice|stimulation|"
            r"walk(?:ing)? (?:on|at|"
            r"up|over)|\bwalk\b|(?:attend|join|take part in) [^.;|]{0,40}(?:sessions?|groups?|"
            r"meetings?|"
            r"class|program|workshop)",
        ),
        _done("marrow", r"bone marrow|lumbar puncture|spinal tap|spinal fluid|leukapheresis"),
        _done(
            "scope",
            r"biops(?:y|ies)|endoscop|colonoscop|sigmoidoscop|bronchoscop|tissue sample|"
            r"tumou?r tissue|leftover tissue|piece of [^.;]{0,20}tissue|leftover samples?",
            Cue(r"biopsy reports?|biopsy results|already|old biopsy", 0.4),
        ),
        # samples
        _done(
            "blood",
            r"blood (?:samples?|draws?|tests?|collection|for|is (?:taken|drawn))|(?:draw|take|"
            r"drawn|"
            r"taken?|samples? of|give|collect\w*|drops of|mL of|more|vials?) [^.;|]{0,30}\bblood\b|"
            r"\bblood\b(?= \|)|\bblood\b",
            Cue(r"blood pressure|blood counts?|white blood|blood cells", 0.9),
        ),
        _done(
            "other_samples",
            r"urine|stool|saliva|spit\b|swabs?\b|nasal|sputum|hair sample|breath sample|cheek",
            Cue(r"pregnan", 0.3),
        ),
        # scans and tests
        _done(
            "scan",
            r"x-?rays?|\bCT (?:scan|of|or|and|image|picture)|PET.CT|\(CT\)|, CT\b|CT/|"
            r"\bMRIs?\b|\bPET\b|ultrasound|\bDXA\b|\bDEXA\b|bone scan|mammogra|"
            r"imaging|magnetic resonance|\bscans?\b|photograph|eye photo",
            Cue(r"suspect", 0.5),
        ),
        _done(
            "body_tests",
            r"\bECGs?\b|\bEKGs?\b|electrocardiogra|echocardiogra|lung function|spirometr|"
            r"breathing test|"
            r"six-minute walk|\bEEG\b|\bEMG\b|(?:motion )?sensors?\b|markers|cameras?|wrist ?band|"
            r"activity (?:monitor|tracker)|wearable|accelerometer|blow (?:hard )?into|"
            r"measurements?|monitor(?:s|"
            r"ing)? (?:worn|at home)",
        ),
        _done(
            "exam",
            r"physical exam\w*|vital signs|medical history|height(?:,| and) weight|skin check|"
            r"(?:measure|check)\w* [^.;|]{0,40}(?:height|weight|blood pressure)|\bweigh\b|"
            r"^blood pressure|"
            r"joint count|health check|check on your health",
        ),
        _done(
            "questions",
            r"questionnaires?|surveys?|answer [^.;|]{0,30}questions|questions about|forms? about",
            Cue(r"skip|any questions|uncomfortable", 0.4),
        ),
        _done(
            "interview",
            r"interviews?\b|focus groups?|audio.?record|video.?(?:record|tap)|\bfilm(?:ed)?\b|"
            r"(?:talk|session|conversation)s? (?:is|are|will be) (?:\w+ )?recorded",
        ),
        _done("diary", r"diar(?:y|ies)|\blog\b|daily (?:text|message|survey)|\bapp\b"),
        _done(
            "games", r"computer (?:games?|tasks?|tests?)|memory|thinking (?:tests?|tasks?)|puzzles?"
        ),
        _done(
            "calls",
            r"(?:phone|telephone|video) (?:calls?|visits?|check)|(?:call|telephone|phone) you|"
            r"by (?:phone|telephone)|calls?\b (?:at|on|in)",
            Cue(r"emergency|number", 0.6),
        ),
        _done(
            "records",
            r"(?:medical|health|hospital|school|clinic|your) (?:records?|charts?)|medical "
            r"information|"
            r"record review",
            Cue(r"bill|protect|private|copy of (?:this|your)", 0.6),
        ),
        _done("pregnancy", r"pregnancy tests?|test for pregnancy"),
        _done(
            "followup",
            r"follow-?up (?:visits?|period|calls?)|check on you|end of (?:treatment|study) visit|"
            r"followed|follow your health|keep seeing you",
        ),
        _done(
            "genes",
            r"genome|genetic (?:test|sequenc|analys)|\bDNA\b|\bgenes?\b",
            Cue(r"not look", 0.6),
        ),
        _done(
            "screening",
            r"screening (?:visit|tests?|period)|to (?:find out|see) if you (?:can|qualify)",
        ),
    ),
    home=_HOME,
    away=_AWAY,
    most_words=90,
)
