"""What a subject must do or avoid to be safe, the gravest duties first."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.context import ELSEWHERE, WHO

BOTH, ENOUGH = 3.0, 4.8
"""What a matter of safety and that it must be are worth, so that neither is enough by itself."""

_MUST = Cue(
    r"\b(?:must(?: not)?|should(?: not)?|(?:not|never) be|forbidden|not optional"
    r"|(?:you|your (?:child|partner|companion)|child|patient|participant|subject|person)s? "
    r"(?:may|can) ?not (?!be able|get\b|know)"
    r"|(?:will )?(?:need|have|be (?:asked|told|required)|are (?:asked|told|required)) (?:not )?to"
    r"|will not be able to|(?:is|are) not (?:allowed|permitted)|(?:will )?agree (?:not )?to"
    r"|would be dangerous)\b|^no (?:[\w-]+ ){1,3}[^.]{0,50}\b(?:may|should|can|must) be\b"
    r"|(?:^|[,;:] (?:so )?|\band )(?:please |then |also )?(?:do not|don.t|never|call|dial|stop|keep|avoid"
    r"|tell|take|wear|carry|bring|go to|text|let us|have someone|no (?=[^.]*, no\b))\b",
    BOTH,
)
"""That something must be done or be left: a modal or an imperative."""

_UNBOUND = (
    Cue(
        r"\b(?:not|n.t|never) (?:(?:have|need|required) to|need|mean)\b"
        r"|\b(?:able|eligible|allowed|agree|invited|want|decide|choose|can|may|cannot|can.t|could"
        r"|must not|still) (?:to )?(?:still )?(?:take part|join|participate|be in)\b"
        r"|\byou (?:may|can) (?:stop|leave|choose|decide|refuse|skip)\b|free to\b|voluntar"
        r"|\b(?:sign|consent|permission|this form|read)\b|\bquestions? about\b|\?\W*$",
        BOTH,
    ),
    Cue(
        r"\b(?:we|researchers?|(?:study |our )?(?:doctors?|staff|team|nurses?|sponsors?)|law|they"
        r"|company|results?|samples?|data|records?|information|the study) (?:\w+ ){0,2}?(?:must"
        r"|should|cannot|may not|can.t|(?:need|have)s? to|are required to)\b|assistant will\b",
        BOTH,
    ),
    Cue(
        r"\b(?:pay|paid|bill|billed|cost|insur\w+)\b|\$|\binjur(?:y|ed)\b|\bhurt\b"
        r"|\bwithdraw\b|\bstop using\b|\b(?:stop (?:being|taking part)|take(?:n)? (?:you|me) (?:out|off))\b"
        r"|(?:have|need|asked) to stop (?:[\w-]+ ){0,6}?(?:study|trial) (?:drugs?"
        r"|tablets?|medicine)",
        BOTH,
    ),
    Cue(
        r"^(?:it|they|this|these|those|he|she|such|both|then)\b|:\W*$|\b(?:after|before|of|in|if"
        r"|take|have|get|notice|for|at) (?:one of )?(?:it|them|these|those|such|any of (?:these"
        r"|them))\b|\babove\b|\b(?:this|the same) (?:test|scan|drug)\b",
        BOTH,
    ),
)
"""A choice, a duty of others, money, or a sentence that leans on another."""

_PREGNANCY = (
    r"birth control|contracepti\w+|condoms?|(?:become|get|getting) pregnant|father(?:ing)? a"
    r"|breast-?feed\w*|(?:donate|give|bank|freeze) (?:\w+ ){0,2}(?:sperm|eggs?|ova)|abstinen\w+"
)
_DRUG = (
    r"(?:medicines?|medications?|drugs?|tablets?|pills?|steroids?|inhalers?|insulin|vaccin\w+"
    r"|supplements?|aspirin|ibuprofen|(?:blood )?thinners?|alcohol|caffeine|grapefruit|treatments?"
    r"|antibiotics?|capsules?|cannabis|marijuana|injections?)"
)


def _duty(name: str, what: str, most: int = 1) -> Aspect:
    return Aspect(name, (Cue(what, BOTH), _MUST), avoid=_UNBOUND, most=most, threshold=ENOUGH)


DUTIES = Question(
    "duties",
    "text",
    "What must subjects do or avoid to be safe: when to call for help, what not to stop, driving, "
    "birth control, medicines, food, blood donation?",
    (
        _duty(
            "emergency",
            r"\b(?:call|dial|phone|text|ring|tell|contact|notify|inform|go to|let|seek|get)\b"
            r"[^.]{0,100}(?:\b9-?1-?1\b|\b988\b|\b999\b|at once|right away|immediately|straight away"
            r"|without delay|as soon as|emergency (?:room|department)|do not wait)"
            r"|(?:at once|right away|immediately)\b[^.]{0,60}\b(?:call|tell|contact|go to)\b",
            2,
        ),
        _duty(
            "not alone",
            r"(?:stop|change|skip|restart|lower)\w*\b[^.]{0,60}(?:on your own|all at once"
            r"|suddenly|without (?:asking|talking|telling|advice|first)|before (?:you )?(?:ask|talk"
            r"|check)\w*|until (?:your|the|a) (?:study )?(?:doctor|team))"
            rf"|do not stop\b[^.]{{0,40}}{_DRUG}|withdraw\w*\b[^.]{{0,80}}\bdangerous",
        ),
        _duty(
            "driving",
            r"\b(?:drive|driving|cycle|bicycle|ride|run machines|machinery|climb ladders|drives?"
            r" you|take you home|go home (?:with|alone)|taxi)\b",
        ),
        _duty("pregnancy", _PREGNANCY, 2),
        _duty(
            "sick days",
            r"\b(?:vomit\w*|fever|cannot eat|surgery|sick|ill)\b[^.]{0,60}\b(?:hold|stop|skip"
            r"|not take|pause)\b|stay (?:within|near|close)|\bnot (?:be )?(?:left )?alone"
            r"|round the clock|stay with you|(?:watch|look after) you",
        ),
        _duty("vaccines", r"\bvaccin\w+"),
        _duty(
            "medicines",
            rf"\b(?:stop|avoid|hold|not (?:take|use|be given|have|start|change)|without|no|keep|same"
            rf"|stopped|off)\b[^.]{{0,60}}{_DRUG}|{_DRUG}\b[^.]{{0,40}}\b(?:stopped|avoided|held)\b",
            2,
        ),
        _duty("donating", r"(?:donate|give|donating|giving)\b[^.]{0,20} (?:blood|plasma|organs)"),
        _duty(
            "food",
            r"\bfast(?:ing)?\b|(?:nothing|not|anything)\b[^.]{0,12} (?:eat|drink)\b|\beat or drink",
        ),
        _duty(
            "keeping",
            r"\b(?:carry|wear)\b[^.]{0,40}\b(?:card|bracelet)|\bstudy card\b"
            r"|(?:lift(?:ing)?|bath|swim\w*|exercise|magnets?|mri|contact lenses|sun)\b",
        ),
    ),
    away=(
        *ELSEWHERE,
        *WHO,
        *topics.PRIVACY,
        *topics.COSTS_ONLY,
        *topics.PAYMENT,
        *topics.INJURY,
        *topics.ALTERNATIVES,
        *topics.BENEFITS,
        *topics.SHARING,
        *topics.CONTACT_ONLY,
    ),
    most_words=300,
    adds_to="procedures",
)
"""Told beside what is done, for a duty says what the subject does."""
