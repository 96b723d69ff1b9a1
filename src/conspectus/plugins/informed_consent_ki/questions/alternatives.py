"""What else one could do."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.RECORDS,
    *topics.COSTS_ONLY,
    *topics.PAYMENT,
    *topics.CONTACT_ONLY,
)

ALTERNATIVES = (
    Question(
        "alternatives",
        "text",
        "What other options does one have who does not take part?",
        (
            Aspect(
                "none",
                (
                    Cue(
                        r"\bno other (?:\w+ ){0,2}(?:procedures?|options?|treatments?|choices?)",
                        2.0,
                    ),
                    Cue(
                        r"(?:only|other) (?:alternative|option|choice)s?(?: \w+){0,4}? (?:is|would "
                        r"be|are) (?:to |for you |that you )*(?:simply )?(?:not|to decline|to "
                        r"choose not|declining)",
                        2.4,
                    ),
                    Cue(
                        r"alternative (?:is|would be) (?:simply )?(?:to )?(?:not|choose not|"
                        r"decline)|alternatives? (?:to \w+ \w* ?)?(?:is|are) (?:simply )?not",
                        2.2,
                    ),
                    Cue(
                        r"\bno (?:\W?\w+\W? ){0,3}alternatives?\b|not (?:a |an |any )?(?:\w+ "
                        r")?(?:treatment|therapy|therapeutic)|non-?therapeutic|does not (?:offer|"
                        r"provide|involve|include) (?:any )?treatment",
                        1.6,
                    ),
                    Cue(
                        r"(?:may|can|could|free to) (?:simply |also |always )?(?:choose|decide|"
                        r"elect|opt) not to (?:take part|participate|join|be in|enroll)|(?:may|can|"
                        r"could) (?:decline|refuse|say no)",
                        1.3,
                    ),
                    Cue(r"do(?:es)? not have to (?:participate|take part|be in|join)", 0.8),
                ),
                avoid=(
                    Cue(r"penalt|at any time|optional|to (?:get|be treated|receive)|answer", 1.0),
                ),
                threshold=1.2,
            ),
            Aspect(
                "needless",
                (
                    Cue(
                        r"(?:do|does) not (?:have|need) to (?:be in|take part in|participate in|"
                        r"join|be part of|enroll in) .{0,40}(?:to|in order to) (?:be treated|get|"
                        r"receive|have|obtain) ",
                        2.2,
                    ),
                ),
                avoid=(Cue(r"optional", 2.0),),
                threshold=1.5,
                unless=("none",),
            ),
            Aspect(
                "options",
                (
                    Cue(
                        r"(?:other|possible|different|your|alternative|following|some) (?:\w+ "
                        r"){0,2}(?:choices?|options?|alternatives?|treatments?|therapies|ways)(?: "
                        r"\w+){0,6}? (?:may |might |could |that )*(?:includ|are\b(?! (?:described|"
                        r"explained|discussed|listed|available|given))|exist)",
                        2.2,
                    ),
                    Cue(
                        r"(?:alternatives?|options?|choices?) (?:\w+ ){0,6}?(?:includes?|including|"
                        r"are(?! (?:described|explained|discussed|listed|available|given))|may be|"
                        r"such as)\b",
                        2.4,
                    ),
                    Cue(
                        r"outside (?:of )?(?:the|this) (?:study|trial|research)|(?:can|may|could) "
                        r"(?:also )?(?:see|get|choose|ask about|talk to|use|find|receive|have|be "
                        r"prescribed) ",
                        0.8,
                    ),
                    Cue(
                        r"(?:instead of|rather than|other than) (?:being|taking part|participating|"
                        r"joining|this|the) ?(?:in )?(?:this |the )?(?:\w+ )?(?:study|research|"
                        r"trial|registry|project)?",
                        1.8,
                    ),
                    Cue(
                        r"(?:alternative|other|standard|available) (?:\w+ )?(?:treatments?|"
                        r"therapies|options?|procedures?|care|choices?)\b.{0,20}(?:includ|such as|"
                        r"e\.g\.|for example|like )",
                        2.4,
                    ),
                    Cue(
                        r"there (?:are|may be|may also be|might be) (?:also )?other (?:\w+ "
                        r"){0,3}(?:ways|treatments?|options?|drugs?|medicines?|therap|choices|"
                        r"programs?|services|studies)",
                        2.0,
                    ),
                    Cue(
                        r"not in (?:the|this) study (?:can|may|could|will)|(?:if|when) (?:you|your "
                        r"child) (?:do not|does not|don.t|decide not to|choose not to|say "
                        r"no).{0,60}(?:can|may|could) ",
                        1.2,
                    ),
                    Cue(
                        r"may choose (?:to have|to take part|to receive|to get)|commonly used|"
                        r"standard (?:treatments?|therap(?:y|ies)|of care)|usual (?:care|treatment|"
                        r"approach)|approved (?:medicines?|treatments?|drugs?)|comfort care|"
                        r"palliative",
                        1.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"^(?!.*(?:includ|such as)).*(?:talk (?:with|to) you|(?:discuss|explain) |"
                        r"you about|risks? and benefits|can tell you|before you decide)",
                        2.2,
                    ),
                    Cue(
                        r"optional|if you (?:leave|stop)|does not (?:limit|restrict|keep|"
                        r"close)|not "
                        r"(?:limit|affect)",
                        1.4,
                    ),
                ),
                most=2,
                threshold=1.8,
            ),
            Aspect(
                "usual",
                (
                    Cue(
                        r"nothing (?:will |would )?changes?\b.{0,50}(?:care|services|"
                        r"treatment)|no effect on .{0,40}(?:care|services|treatment)|"
                        r"(?:care|treatment) (?:will )?(?:not (?:be affected|change)|stays? "
                        r"the same)",
                        1.6,
                    ),
                    Cue(
                        r"(?:will|would) (?:still |then |also |simply )*(?:receive|get|have|be "
                        r"given|be treated|go on|continue|decide|treat|give|keep) "
                        r".{0,60}(?:standard|usual|regular|routine|same|care|treatment|treat|"
                        r"therapy|medicine|whether you)",
                        1.6,
                    ),
                    Cue(
                        r"your (?:own |child.s |baby.s )?(?:doctors?|surgeon|provider|"
                        r"physician|team) (?:(?:will|would|may) "
                        r")?then\b|will then (?:give|treat|decide)",
                        2.2,
                    ),
                    Cue(
                        r"(?:doctors?|surgeon|provider|physician) (?:will|would|then|decides?)\b",
                        0.5,
                    ),
                    Cue(
                        r"same (?:care|treatment|services)|(?:usual|standard|regular|routine) "
                        r"(?:medical |physical )?(?:care|treatment|therapy)",
                        1.4,
                    ),
                    Cue(
                        r"(?:if|when|whether) you (?:do not|don.t|decide not|choose not|say no|"
                        r"decline|are not|join or not)|decide against|do not (?:take part|"
                        r"join)|say "
                        r"no|no matter|whether or not",
                        0.8,
                    ),
                    Cue(
                        r"choice will not affect the care|not affect (?:the |your )?(?:\w+ )?care|"
                        r"even if you (?:do not|don.t|are not)",
                        0.5,
                    ),
                ),
                avoid=(
                    Cue(
                        r"penalt|talk (?:with|to) you|explain|optional|side effects?|costs?|bill|"
                        r"insurance|leave the study|stop(?:ping)? |as part of the study|before you "
                        r"decide|risks and benefits|can tell you",
                        1.6,
                    ),
                ),
                threshold=1.9,
            ),
            Aspect(
                "nothing",
                (
                    Cue(
                        r"(?:choose|option|could|may|can|decide) .{0,40}(?:no treatment|not (?:to "
                        r")?(?:be treated|receive|have|get|take) (?:any )?(?:treatment|therapy|"
                        r"cancer)?)",
                        1.8,
                    ),
                    Cue(r"no (?:further |cancer )?treatment|comfort care|hospice", 0.8),
                ),
                home=topics.ALTERNATIVES,
                threshold=2.6,
            ),
        ),
        home=topics.ALTERNATIVES,
        away=(
            *_ELSEWHERE,
            r"^(?!.*(?:\bnot\b|don.t|other|alternative|instead)).*(?:what will happen|procedures|"
            r"what (?:do|will|would|should) (?:i|you|we|my child|your child) "
            r"(?:have to |need to |be asked to )?do\b)",
        ),
    ),
)
