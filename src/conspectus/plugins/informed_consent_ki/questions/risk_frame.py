"""Where and how consent forms speak of risks, and the making of one group of risks."""

from conspectus.domain.facts import Aspect, Cue, Form
from conspectus.plugins.informed_consent_ki.questions import topics

HOME = (
    *topics.RISKS,
    r"go wrong|bad happen|feel bad|downsides?|dangers?|harms? (?:could|might|may)|burdens?|"
    r"(?:could|might|may|can|will) (?:\w+ ){0,2}?(?:hurt|harm|bother|unpleasant)|be (?:bad|hard) |"
    r"how safe|unsafe|bad (?:things|parts)|what could happen|uncomfortable|might not like|"
    r"worried about|\bcons\b|\bharms?\b(?!.*(?:occur|happens|pays|should))|unpleasant|hazards?|"
    r"dangers?|perils?|troubles\b|unwanted|not go well|what to watch for|(?:bad|undesired) effects|"
    r"safety (?:concerns|information)|(?:be|is it) (?:safe|dangerous|risky)|toxicit|warnings?|"
    r"precautions|complications of|problems (?:might|may|could|can)|things (?:to worry|that could)|"
    r"do me any harm|reasons .* not (?:to )?(?:choose|volunteer|want|take)|against taking part|"
    r"^[\W\d]*(?:(?:very|less|more|most|not so) )*serious\W*$|\bmay not happen|"
    r"^[\W\d]*problems?\W*$|(?:may|might|could|can) do to (?:me|you|us|him|her|your)|"
    r"\bcome of (?:it|this|that|each)\b|how (?:bad|serious|severe)\b|"
    r"\bconcerns\b|what (?:are|is) the (?:bad|down)|possible problems",
)
# Headings under which bad things are named that are no risks of taking part.
AWAY = (
    *topics.OPTIONAL,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"^(?!.*risks?).*benefit",
    r"^(?!.*(?:risk|bad|hard|harm|wrong)).*(?:\bgood\b|\bgain\b|merit|advantage)",
    r"^\W*what if .*(?:not|n.t) (?:want|wish|join|take|sign)|^(?!.*(?:risk|bad|harm)).*\bresults?\b",
    r"(?:\bif|in case|what happens) .*(?:hurt|injur|harm(?:ed|s)?\b|sick)|injur(?!.*risk)|compensat|"
    r"\bpaid\b|payment|\bcosts?\b",
    r"^(?!.*risks?).*(?:who (?:can|may|should|will)|eligib|purpose|background|why (?:is|are|am) )",
    r"alternatives?|other (?:options|choices|treatments)|usual approach|"
    r"other (?:research )?stud(?:y|ies)|new (?:information|findings)",
    r"taken (?:off|out)|stop(?:ping)? (?:early|being|taking)|withdraw|\bassent\b|responsibilit",
)
_WEIGH = (
    Cue(
        r"\bmay (?:\w+ly )?(?:cause|have|feel|experience|get|lead|result|be|make|irritate|hurt|ache|"
        r"upset|itch|bleed|bruise|swell|burn|sting|fall|faint|lose|become|grow|worsen|bother|affect|"
        r"harm|need|develop|suffer|occur|happen|not|damage|weaken|tear|break|move|slip|last|vomit|"
        r"rise|drop|raise|lower|bring|trigger|worry|distress|embarrass|tire|remain|come|go|turn)\b|"
        r"might|could|"
        r"can (?:cause|lead|be|result|occur|happen|make|increase|raise|slow|stop|grow|hurt|irritate|upset|harm|damage|bring|"
        r"trigger|become|develop)|side effects?|risks?\b|chance (?:of|that)|"
        r"will (?:hurt|harm|cause|leave|need)|are seen|been seen|(?:is|are) (?:a danger|common|possible)|possib(?:le|ly|ility)|\bbrings?\b|happen(?:ed|s)?|occur(?:red|s)?|"
        r"developed|reported|experienced|troubles\b|makes? (?:\w+ )?(?:everybody|people|you)|"
        r"(?:people|patients|persons|children|subjects|women|men|students) (?:\w+ )?(?:had|have|got|"
        r"get|died|vomited|felt|feel)",
        0.4,
    ),
    Cue(
        r"severe|serious|life.threatening|fatal|\bdeath|deadly|\bdie\b|permanent|"
        r"\bdied\b|killed|lasting|intensive care|dialysis|(?<!not )(?<!not be )dangerous",
        0.35,
    ),
    Cue(
        r"\d ?%|\d (?:in|out of|of) (?:every )?\d|^(?:out )?of (?:the |these |every )?\d[\d,]* \w+|"
        r"common|likely|often|frequent|most\b|\brare",
        0.35,
    ),
    Cue(r"\b[2-9]\d (?:of (?:them|those) )?(?:had|got|felt|developed|threw up|vomited)\b", 0.4),
    Cue(
        r"\b[2-9]\d ?(?:%|percent)|\b[2-9]\d (?:in|out of|of) (?:every )?100|(?<!un)(?<!less )"
        r"\b(?:common(?:ly)?|most (?:common|likely|people)|nearly (?:all|everybody))\b",
        0.2,
    ),
)
_YET = r"(?![^.;]*\b(?:rul(?:e|ed|ing) (?:\w+ )?out|excluded?|impossible)\b)"
_AVOID = (
    # other people, other products, other care
    Cue(
        r"other (?:drugs?|medicines?|vaccines?|devices?) (?:of|in|like)|(?:another|different|"
        r"other) "
        r"(?:\w+ )?(?:study|studies|drug|vaccine|trial)|in animals|\bmonkeys?\b|\bmice\b|"
        r"(?:in|from) (?:the|an?|one) (?:\w+ ){0,2}(?:study|trial)\b",
        1.0,
    ),
    Cue(
        r"(?:usual|regular|routine|normal) (?:\w+ )?(?:care|treatment|practice)|"
        r"without the study|even if you (?:do|are) not|(?:were|are) not in (?:the|this) study|"
        r"whether or not you",
        1.3,
    ),
    # advice and precautions
    Cue(
        r"\b(?:call|tell|inform|contact|ask|notify) (?:us|the|your|a|any)\b|let (?:us|your|"
        r"the) \w+ "
        r"know|talk (?:to|with) your|if you (?:have|had|develop|notice|are(?! (?:on|in|given|put|assigned))|become|think|need)|"
        r"seek (?:medical|emergency)|should not be taken|you should|will (?:call|tell) you",
        1.0,
    ),
    Cue(
        r"(?:to|will|can|and) (?:reduce|lower|prevent|minimi[sz]e|avoid|treat|protect|help)\b|"
        r"will be (?:watched|monitored|checked|treated|given|used|minimi)|we (?:will|try|take|"
        r"train)|"
        r"(?:researchers?|doctors?|staff|team|nurses?) (?:will|have|try)|counsel|insur",
        0.6,
    ),
    Cue(
        r"you (?:can(?:not|'t)?|may not|must not) (?:join|take part|be in)|eligib|(?<!not be )(?<!not )exclu|"
        r"because you",
        1.5,
    ),
    Cue(
        r"purpose|find out (?:whether|if)|we want to|benefit|may help|hope|\blaws?\b|such as when|"
        r"relax|works by|believe|improper|very small|"
        rf"unlikely{_YET}",
        0.9,
    ),
    Cue(
        rf"very unlikely{_YET}|may take part|forbids|\bAct\b|those with\b|^in (?:early|earlier|other|past) stud",
        1.2,
    ),
    # what genes do, and what questions of risk a study asks
    Cue(
        r"(?:DNA|gene|genetic|genome) (?:changes?|variants?|variations?)|risk scores?|(?:increase|"
        r"raise|lower|decrease)s? (?:or (?:decrease|increase|lower) )?(?:the|your|a person's) risk "
        r"of developing|more or less likely",
        1.5,
    ),
    # what befell nobody, what lessens a risk, what the comparison does, what is done with data
    Cue(
        r"^(?:no ?(?:one|body)(?! (?:yet )?(?:knows?|can (?:know|say|tell)|is sure)\b)|no (?:people|participants|patients|subjects|deaths?))\b|"
        r"(?:lower|reduce|decrease)s? (?:the |your )?(?:\w+ )?(?:risks?|chances?)\b|"
        r"^your (?:\w+ )?(?:data|information|samples?|blood) (?:may|might|will|can|could) (?:also )?be "
        r"(?:used|shared|stored|kept)",
        2.0,
    ),
    Cue(
        r"\b(?:records?|information|data|files?|answers) (?:may|might|will|can|could) (?:also )?be "
        r"(?:seen|looked at|reviewed|inspected|checked|read)\b",
        3.0,
    ),
    # what a law forbids others to do
    Cue(
        r"\b(?:law|GINA)\b(?!.*\b(?:does|do|will) not\b)[^.]{0,90}\b(?:(?:may|can|must) not|cannot|"
        r"against (?:the )?misuse|illegal|forbids?|prohibits?|protects?)\b",
        2.0,
    ),
    # leads without their list, bare titles
    Cue(r"(?:\b(?:are|is|includes?|following|such as)|:)\W*$", 1.0),
    Cue(r"^\W*(?:\w+(?:\.\w+)*\W+)?risks? (?:of|in|to|from|with|for|and)\b[^.:]*$", 0.5),
    Cue(
        r"^\W*all (?:of the |these |the )?risks are\b|(?:is|are) (?:advised|recommended)\b|\bat your own "
        r"(?:cost|expense)|like these|of this happening|was thought|life-threatening ones|if your answers|hurt yourself",
        4.0,
    ),
    Cue(
        r"^(?!\W*\w+\b.*(?:loss|breach))(?!\W*(?:loss|breach) of (?:privacy|confidentiality)\W*$)\W*(?:\w+(?:\.\w+)*\W+)?(?:\w+ ){0,2}"
        r"(?:privacy(?: of [\w ]+)?|genetic "
        r"information|pregnancy|radiation|confidentiality|(?:unknown|other) risks)\W*$",
        1.2,
    ),
    Cue(
        r"^\W*(?:\w+[.)]\s+)?(?:the |your |an? )?(?:unborn (?:child(?:ren)?|bab(?:y|ies))|"
        r"f(?:o)?etus(?:es)?|pregnant (?:women|people)|breast-?feeding|nursing|fertility|"
        r"reproduct\w+|birth control|suicide)\W*$|\bwhat (?:may|might|can|could) (?:happen|go wrong)\W*$",
        4.0,
    ),
    Cue(r"^\W*(?:loss|breach) of (?:privacy|confidentiality)\W*$", 0.9),
    Cue(r"^(?:with|after) [^,]{3,30} it (?:may|might|can)\b", 1.0),
)
GRAVELY = (r"serious|severe|life.threatening|grave|major|important risks",)
LIKELY = (
    r"(?<!un)(?<!less )(?<!not )\b(?:common|likely|frequent|usual|expected|often)\b|"
    r"(?:more than|over|at least) (?:1 in 10|10|20|1 out of|\d+%)",
)
DRAW = (
    r"blood (?:draw|sampl|test|collect|tak)|drawing (?:of )?blood|needle|venipuncture|\bIV\b|"
    r"^blood$|"
    r"finger|heel"
)
# a small infection or fainting after a needle stick is not the infection
MINOR = Cue(
    r"blood (?:draw|sampl|test|collect|tak)|drawing (?:of )?blood|faint|light-?head",
    1.0,
)


def risk(
    name: str,
    topic: str,
    *avoid: Cue,
    weigh: tuple[Cue, ...] = (),
    most: int = 1,
    home: tuple[str, ...] = (),
    away: tuple[str, ...] = (),
    form: Form = "phrase",
    threshold: float = 1.6,
) -> Aspect:
    """One group of risks: `topic` names it."""
    return Aspect(
        name,
        (Cue(topic), *weigh, *_WEIGH),
        avoid=(*_AVOID, *avoid),
        home=home,
        away=away,
        most=most,
        threshold=threshold,
        form=form,
    )
