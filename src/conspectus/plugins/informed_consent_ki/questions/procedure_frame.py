"""Where and how consent forms tell what is done, and the making of one kind of procedure."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions import topics

HOME = (
    *topics.PROCEDURES,
    r"^(?!.*(?:researchers|investigator|team)).*(?:key information|summary|overview|at a glance)",
    r"what (?:will|would|do|does) .*(?:we do|you do|be done|my child|your (?:baby|child)|i need)|"
    r"what (?:i|you|your child) (?:will|would)|(?:asked|have|need) to do|what is (?:done|involved)|"
    r"the (?:study|research) (?:visits?|drug|device)|sessions?\b|tests?\b|what we (?:will )?do|"
    r"during (?:the|this) (?:study|research)|\bgroups?\b|the short version|will happen|"
    r"(?:medical|school) records?\b|samples?\b|asking (?:you|of)|ask of you|your part|tasks?\b|"
    r"if (?:you|i|we) (?:say yes|agree|join|take part|decide to)|involved?\b|at home|does my "
    r"child do|how (?:does|will|do) .*work|timeline|what is the study",
    r"\bmethods?\b|consists? of|course of (?:things|events|the)|what (?:else )?(?:do )?we ask|"
    r"(?:we|i|you) (?:will |would )?(?:ask|expect|want|need) (?:of|from) |takes? place|timetable|"
    r"the (?:dose|doses|dosing|infusion|injection|treatment|operation|surgery|interviews?|surveys?|"
    r"app|program|vaccine|calls?|scans?|blood|measurements?)\W*$|"
    r"(?:before|after|during|beginning|following) (?:the )?(?:dose|dosing|surgery|operation|"
    r"procedure|infusion|injection|treatment)|^[\W\d]*(?:what|thereafter|afterwards?|"
    r"surgery|treatment|steroids?|activities|interviews?|surveys?|tasks?|assessments?|"
    r"measurements?|what happens)\W*$|\b(?:step|phase|stage|period|part) (?:\d|one|two|three|[ivx]+)"
    r"\b|text messages?|(?:your|my) (?:role|involvement)|(?:study|research) days?|"
    r"which messages|data collection|finger ?stick|food calls?|questionnaires?|taking part (?:means|"
    r"involves|consists)|(?:participation|study) (?:involves|activities|requirements|steps)|"
    r"what (?:it|this|participation|taking part) (?:involves|means|entails|requires)|"
    r"expected of (?:me|you)|require(?:d)? of (?:me|you)",
)
AWAY = (
    *topics.OPTIONAL,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"\brisks?\b|side effects?|discomfort|could go wrong|bad happen|benefit|\bpaid\b|payment|"
    r"compensat|\bcosts?\b|injur|hurt|who (?:can|may|will|should)|eligib|purpose|background|"
    r"alternatives?|other (?:options|choices|treatments|courses|paths)|usual approach|"
    r"confidential|privacy|protect|withdraw|stop(?:ping)? (?:being|early|taking)|can i stop|"
    r"responsibilit|what happens to (?:the|my|your)|future|\bresults?\b|\bassent\b|do not do|"
    r"why (?:is|are|am) |wash-?out|\bend(?:ing|ed)\b|leav(?:e|ing)\b|stopping some|medicines you|"
    r"with my (?:information|data|samples)|(?:need|have) to avoid|where the samples|"
    r"keeping in touch|(?:stop|avoid|give up|leave off|not take)\b.*(?:before|scan|study)|"
    r"to be given up|beforehand",
    r"hazards?|dangers?|\bharm|\bmerit\b|money|dollars|\baccounts\b|good (?:come|to be|is)|"
    r"you (?:may|might|could) gain|who (?:pays|is behind|gets)|secre(?:ts|cy)|\bduties\b|"
    r"^[\W\d]*(?:what|which|how) (?:bad|harm|problems?|(?:may|might|can|could) (?:come of|go wrong|"
    r"hurt|harm))\b|^[\W\d]*(?:possible |common )?(?:problems|harms?|effects?|reactions?|"
    r"severity)\W*$|odds and ends|urgent|my own (?:photographs|pictures|results)|courtesy|if (?:you|i|we) "
    r"(?:would rather|do not|don't|say no)|whom? (?:to|can|do|should|we|is)|suitab|not the whole",
)
_PERSON = (
    r"(?:you|your (?:child|baby|teen|son|daughter)|participants?|students?|children|teens?|"
    r"volunteers?|everybody|everyone|women|parents?|patients?|each \w+|subjects?)"
)
_WEIGH = (
    Cue(
        rf"\b{_PERSON}(?:'ll| will| would| may)? (?:also |then )?(?:be |have |get|receive|take|"
        r"wear|give|complete|fill|answer|undergo|come|need|keep|use|visit|do|play|walk|attend|join|"
        r"go|lie|write|record|watch|spend|meet|talk|provide|return|stay|drink|spit|listen|sleep|"
        r"arrive)|\bi (?:will|would|must)\b|we (?:will|would|ask|measure|put|give|send|draw|take|look|write|record|film)|"
        r"(?:will be|is|are) (?:taken|drawn|collected|done|performed|measured|asked|given|placed|"
        r"injected|repeated|tested|held|sent|recorded)",
        0.3,
    ),
    Cue(r"research|extra|for (?:this|the) study|study (?:drug|visit|tablet|device|medic)", 0.15),
)
_AVOID = (
    Cue(
        r"(?:part of|during|under|in) (?:your |the |their )?(?:usual|regular|routine|normal|"
        r"standard|clinical)(?: \w+)? (?:care|preparation|work-?up)|standard of care|ordered by your|only if your (?:own )?"
        r"doctors?|may order|in an? earlier|(?:other|previous|earlier|similar) (?:stud|trial)|"
        r"was dropped|as usual|every patient|^in (?:standard|usual|routine|regular) \w+|"
        r"even if you (?:do not|don.t) (?:join|take part)|ordinar(?:y (?:care|check|treatment|visit)|ily)",
        1.0,
    ),
    Cue(
        r"optional|if you agree(?! to (?:be|take|join|part))|with your separate permission|"
        r"only if you get",
        0.35,
    ),
    Cue(
        r"^(?:if|once|when|before|because|should) you(?! (?:agree|choose|decide|join|take part|"
        r"say yes|want|sign|come))|following|you (?:can(?:not|'t)?|may not|must not) (?:join|"
        r"take part|be in)|excluded|eligible|risks?\b|side effects?|may cause|approved|"
        r"investigational|\bFDA\b|\byou may (?:read|eat|drink|skip|leave)",
        0.5,
    ),
    Cue(
        r"\b(?:will|is|are|does|do) not (?:be )?(?:draw|tak|collect|do|perform|us|record|requir|includ|"
        r"involv)\w*|^no \w+",
        1.5,
    ),
    Cue(
        r"paid|gift card|\$\d|insurance|tell (?:us|the|your)|call (?:us|the)|purpose|find out|"
        r"questions about your rights|for questions|review board|\bIRB\b|serious reaction|"
        r"become pregnant|private information|privacy",
        0.9,
    ),
    Cue(
        r"^because\b|\bnobody\b|\bno one\b|\bcannot\b|not (?:done|used|part of)|no longer|"
        r"\byou may take\b|may or may not|want to (?:know|learn|see)|^(?:if|should) |"
        r"\bmeant to\b|sends out|sound waves|with (?:that|this|it)\W*$|not read|booklet|mentioned|previous section|been invited|being asked to|"
        r"in common use",
        0.8,
    ),
    Cue(
        r"^[\W\d]*(?:your |my |the )?(?:[a-z]\w* )?(?:part|records?|charts?|spit|genes?|blood|urine|"
        r"saliva|tissue|questions?|app|clinic|wristband|interviews?)\W*$",
        0.6,
    ),
    Cue(r"^(?:visit|day|week|month|session) \d+\b[^:]*$", 0.6),
    # a harm that needs treatment is no treatment of the study
    Cue(
        r"\b(?:bleed\w*|infect\w*|injur\w*|damage|clots?|leaks?|tears?|reactions?|complications?)\b"
        r"[^.;]{0,40}\b(?:needs?|needed|needing|requires?|required|requiring)\b",
        2.5,
    ),
    Cue(r"results? (?:of|are|will)|stored|kept|sent to|thrown away|is used to|are used to", 0.4),
    Cue(
        r"as directed|appointments|explain|any questions|right to|some hospitals|described|"
        r"\b(?:is|are) the\b|is an? (?:kind|type|test|thin|disease|way|recording|drug)|uses? "
        r"(?:magnets|sound|a strong)|means\b|your data|(?:use|take|wear|get|receive)s? no\b|"
        r"you (?:must|should)|do not|minimi[sz]e|\bremoved?\b|taken (?:off|out)\b",
        0.8,
    ),
)


def done(name: str, topic: str, *avoid: Cue, most: int = 1, threshold: float = 1.6) -> Aspect:
    """One kind of procedure: `topic` names it."""
    return Aspect(
        name,
        (Cue(topic), *_WEIGH),
        avoid=(*_AVOID, *avoid),
        most=most,
        threshold=threshold,
        form="phrase",
    )
