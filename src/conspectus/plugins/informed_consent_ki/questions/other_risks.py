"""The risks beside the main ones: what a document with room to spare tells as well."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.harms import GRAVE_HARMS
from conspectus.plugins.informed_consent_ki.questions.key_risks import KEY_RISKS
from conspectus.plugins.informed_consent_ki.questions.risk_groups import (
    FREQUENT,
    GRAVE,
    OFTEN,
    SERIOUS,
)

_BEFALLS = Cue(
    r"\b(?:may|might|could|can)\b(?! not)|\brisks?\b|\bchance\b|danger|hazard|side effects?|happen"
    r"|occur|\bdied\b|reported|\b(?:got|noted|needed|has caused|have caused|led to|collapse[sd]?|lost)"
    r"\b|(?:people|patients|children|women|men|subjects) (?:\w+ )?(?:had|have"
    r"|got|get|felt|developed)|\brare(?:ly)?\b|common|likely|often",
    0.8,
)
_AVOID = (
    Cue(
        r"\b(?:nothing(?! (?:can|could|is known))|no(?! (?:antidote|cure|remedy|warning|way)\b)|nobody|none|never|neither|unlikely(?![^.;]*\b(?:rule[ds]? out|exclud|impossible))"
        r"|without(?! (?:\w+ )?(?:treatment|medicine|help|care)))"
        r"\b"
        r"|\b(?:not|n.t)\b(?! (?:only|known?\b(?! to\b(?! what))|sure|clear|yet|all|improve|work|get better"
        r"|go away|treated))",
        1.2,
    ),
    Cue(
        r"(?:lower|reduce|decrease|prevent|minimi[sz]e|protect|avoid)\w* |benefit|\bhelp\b|(?:than|as|like|with) (?:\w+ )?placebo"
        r"|usual care|without the study|purpose|find out|background|natural",
        1.5,
    ),
    Cue(
        r"\b(?:call|tell|inform|contact|ask|notify|talk to|let) (?:us|the|your|a|any)\b|\bif you\b"
        r"|\bwe (?:will|do|can|may|try|ask|use)\b|\byou (?:must|should|cannot|may (?:not|skip|stop))\b"
        r"|will be (?:watched|monitored|checked|treated|given)|doctors? (?:will|may)|please",
        1.2,
    ),
    Cue(r"^(?:these|this|those|they|it|such)\b|:\W*$", 0.4),
)


def _group(name: str, topic: str, most: int) -> Aspect:
    return Aspect(name, (Cue(topic, 1.0), _BEFALLS), avoid=_AVOID, most=most, threshold=1.9)


_UNPROTECTED = Aspect(
    "unprotected",
    (
        Cue(
            r"\b(?:does|do|will|may) not (?:\w+ )?(?:protect|cover|prohibit|prevent)\b[^.;]{0,90}"
            r"(?:discriminat\w+|life insur|disability|long.?term care)",
            2.0,
        ),
    ),
    threshold=1.9,
)
"""Whom the law leaves free to use what is learned against a subject."""

_NAMED = Aspect(
    "named",
    (Cue(r"^(?!.*\b(?:you|we|will|risks?|side effects?|other)\b)[A-Za-z][\w/(), -]{4,60}$", 1.0),),
    avoid=_AVOID,
    most=8,
    threshold=2.0,
)
"""A list item of a few words under a heading of risks."""

_HAZARD = Aspect(
    "hazard",
    (
        Cue(
            r"\b(?:may|might|could|can) (?!not\b|be (?:asked|given|able|used|told|reached|seen)\b|"
            r"(?:ask|choose|stop|skip|leave|call|refuse|also ask)\b)|\brisk (?:of|that)\b",
            1.0,
        ),
    ),
    avoid=(*_AVOID, Cue(r"^(?:these|this|those|they|it|such|the researchers?|others?)\b", 1.0)),
    most=6,
    threshold=2.0,
)
"""A sentence under a heading of risks that says what may happen."""

OTHER_RISKS = Question(
    "other_risks",
    "text",
    "Which other risks and discomforts does the form name, the gravest first?",
    (
        *(_group(f"grave_{name}", pattern, 2) for name, pattern in GRAVE_HARMS.items()),
        *(
            _group(group.name, group.cues[0].pattern, 1)
            for group in (*GRAVE, *OFTEN, *SERIOUS, *FREQUENT)
        ),
        _UNPROTECTED,
        _NAMED,
        _HAZARD,
    ),
    home=KEY_RISKS.home,
    away=KEY_RISKS.away,
    most_words=500,
    adds_to="key_risks",
)
