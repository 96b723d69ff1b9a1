"""What else one could do."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"^(?!.*(?:alternativ|other|option|choice)).*(?:" + topics.COSTS_ONLY[0] + ")",
    r"\bpaid\b|payments?|compensat|reimburse",
    r"contact (?:information|person|details)|^\W*(?:\d+\.?\s*)?questions\b",
)
_BE_IN = (
    r"(?:be in|be part of|be (?:a |an )?(?:subject|participant)|take part|participat\w+|join|enroll?|"
    r"enter|sign up|being in|taking part|joining|enrolling)"
)
_WHO = (
    r"(?:you|your (?:child|baby|teen|doctor|surgeon|oncologist|dentist|provider)s?|i|we|patients?|"
    r"subjects?|participants?|people|persons?|students?|they|he or she|one)"
)
_CAN = r"(?:may|can|could|might|are free to|is free to|would|will)"
_CARE = (
    r"(?:care|treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|surger(?:y|ies)|"
    r"operations?|services|programs?|class(?:es)?|counsel(?:ing|ling)|tests?|vaccines?|devices?)"
)
# What is told of other things than the choice not to join.
_ASIDE = Cue(
    r"optional|if you (?:leave|stop)|does not (?:limit|restrict|keep|close)|not (?:limit|affect)|"
    r"skip|question|signing|^(?:i|my) (?:know|understand|have|agree)|\bpaid\b|side effects?|"
    r"before you (?:decide|sign)|withdraw|penalt|new (?:information|findings)|benefit from|"
    r"\bnames?\b|\bdata\b|identif|interview",
    1.4,
)
_TALK = Cue(
    r"^(?!.*(?:includ|such as|, or )).*(?:talk (?:with|to) you|(?:discuss|explain) |you about|risks? "
    r"and benefits|can tell you|before you decide)",
    2.2,
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
                    Cue(r"\bno other (?:\w+ ){0,2}(?:procedures?|options?|treatments?|choices?)", 2.0),
                    Cue(
                        r"(?:only|other) (?:alternative|option|choice)s?(?: \w+){0,4}? (?:is|would "
                        r"be|are) (?:to |for you |that you )*(?:simply )?(?:not|to decline|to "
                        r"choose not|declining)",
                        2.4,
                    ),
                    Cue(
                        r"alternatives? (?:to \w+ \w* ?)?(?:is|are|would be) (?:simply )?(?:to )?"
                        r"(?:not|choose not|decline)|alternative:? (?:\w+ )?not (?:to )?" + _BE_IN,
                        2.2,
                    ),
                    Cue(
                        r"\b(?:no|not any) (?:\W?\w+\W? ){0,3}alternatives?\b|not (?:a |an |any "
                        r")?(?:\w+ )?(?:treatment|therapy|therapeutic)|non-?therapeutic|does not "
                        r"(?:offer|provide|involve|include) (?:any )?treatment",
                        1.6,
                    ),
                ),
                avoid=(_ASIDE,),
                threshold=1.4,
            ),
            Aspect(
                "needless",
                (
                    Cue(
                        r"(?:(?:do|does) not (?:have|need) to|don.t (?:have|need) to|need not) "
                        + _BE_IN
                        + r"\b.{0,40}(?:to|in order to) (?:be treated|get|receive|have|obtain)",
                        2.2,
                    ),
                    Cue(
                        r"without (?:being in|taking part in|joining|participating in|enrolling in) "
                        r"(?:a|the|this|any) (?:research )?(?:study|trial|research)",
                        1.4,
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
                        r"){0,2}(?:choices?|options?|alternatives?|treatments?|therapies|ways|"
                        r"courses)(?: \w+){0,6}? (?:may |might |could |that )*(?:includ|are\b(?! "
                        r"(?:described|explained|discussed|listed|available|given))|exist)",
                        2.2,
                    ),
                    Cue(
                        r"(?:alternatives?|options?|choices?) (?:\w+ ){0,6}?(?:includes?|including|"
                        r"are(?! (?:described|explained|discussed|listed|available|given))|may be|"
                        r"such as)\b",
                        2.4,
                    ),
                    Cue(
                        r"outside (?:of )?(?:the|this|a) (?:study|trial|research)|(?:open|available)"
                        r" to you|natural history study|another (?:trial|(?:research )?study)|other "
                        r"(?:trials?|(?:research )?studies)|wait for",
                        1.4,
                    ),
                    Cue(
                        r"\b" + _WHO + r"\b(?:,? \w+){0,3}? " + _CAN + r" (?:also |instead |simply |"
                        r"always |still )*(?:continue|keep on|go on|have|choose|pick|see|use|try|"
                        r"get|buy|wear|join|enter|wait|ask (?:about|for)|earn|find|be treated|be "
                        r"prescribed|receive|talk to|do)\b",
                        1.1,
                    ),
                    Cue(
                        r"(?:instead of|rather than|other than|besides|apart from) (?:being|taking "
                        r"part|participating|joining|this|the) ?(?:in )?(?:this |the )?(?:\w+ )?"
                        r"(?:study|research|trial|registry|project)?",
                        1.8,
                    ),
                    Cue(
                        r"(?:alternative|other|standard|available|approved) (?:\w+ )?"
                        + _CARE
                        + r"\b.{0,20}(?:includ|such as|e\.g\.|for example|like )",
                        2.4,
                    ),
                    Cue(
                        r"there (?:are|is|may be|may also be|might be) (?:also )?(?:other|an? other|"
                        r"another|free|several|many) (?:\w+ ){0,3}(?:ways?|treatments?|options?|"
                        r"drugs?|medicines?|therap\w+|choices|programs?|services|studies|"
                        r"applications?|apps)|other ways? (?:of|to)",
                        2.0,
                    ),
                    Cue(
                        r"not in (?:the|this) study (?:can|may|could|will)|(?:if|when) "
                        + _WHO
                        + r" (?:do(?:es)? not|don.t|decides? (?:not|against)|chooses? not|say no|"
                        r"would rather not|declines?).{0,60}(?:can|may|could) |^if (?:so|not),|would "
                        r"rather not",
                        1.2,
                    ),
                    Cue(
                        r"may choose (?:to have|to take part|to receive|to get)|commonly used|"
                        r"standard (?:treatments?|therap(?:y|ies)|of care)|usual (?:care|treatment|"
                        r"approach)|approved (?:\S+ )?(?:medicines?|treatments?|drugs?|therapy|cell)|"
                        r"comfort care|palliative|supportive care|over.the.counter|without a "
                        r"prescription|(?:on sale|sold|bought|available) (?:in|at|from|without)|"
                        r"treatment without|no treatment|(?:same|course|extra|research) credits?\b|"
                        r"alternative (?:assignment|activity)|or (?:simply )?wait\b",
                        1.2,
                    ),
                ),
                avoid=(_TALK, _ASIDE, Cue(r"collect|study (?:doctor|team|staff|visit)|must\b", 0.8)),
                most=2,
                threshold=1.9,
            ),
            Aspect(
                "usual",
                (
                    Cue(
                        r"nothing (?:else )?(?:will |would )?(?:changes?|happens?)\b|no effect on "
                        r".{0,40}(?:care|services|treatment)|(?:care|treatment) (?:will )?(?:not "
                        r"(?:be affected|change)|stays? the same)",
                        1.6,
                    ),
                    Cue(
                        _CAN + r" (?:still |then |also |simply )*(?:receive|get|have|be given|be "
                        r"treated|go on|continue|decide|treat|give|keep) .{0,60}(?:standard|usual|"
                        r"regular|routine|same|" + _CARE + r"|treat\b|whether you)",
                        1.6,
                    ),
                    Cue(
                        r"your (?:own |child.s |baby.s )?(?:doctors?|surgeon|provider|physician|"
                        r"team) (?:(?:will|would|may) )?then\b|will then (?:give|treat|decide)",
                        2.2,
                    ),
                    Cue(r"(?:doctors?|surgeon|provider|physician) (?:will|would|then|decides?)\b", 0.5),
                    Cue(
                        r"same (?:care|treatment|services)|(?:usual|standard|regular|routine) "
                        r"(?:medical |physical )?(?:care|treatment|therapy)|as (?:always|usual|"
                        r"before|now)\b",
                        1.2,
                    ),
                    Cue(
                        r"(?:if|when|whether) you (?:do not|don.t|decide not|choose not|say no|"
                        r"decline|are not|join or not)|decide against|do not (?:take part|join)|say "
                        r"no|no matter|whether or not|who refuses|^then\b",
                        0.8,
                    ),
                    Cue(r"not affect (?:the |your )?(?:\w+ )?care|even if you (?:do|are)(?: not|n.t)", 0.5),
                ),
                avoid=(
                    Cue(
                        r"penalt|talk (?:with|to) you|explain|optional|side effects?|costs?|bill|"
                        r"insurance|leave the study|stop(?:ping)? |as part of the study|before you "
                        r"decide|risks and benefits|can tell you|take your child out|\bexams?\b|x-rays|"
                        r"surgeon thinks|doctor (?:thinks|decides that)",
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
            Aspect(
                "decline",
                (
                    Cue(
                        r"(?:may|can|could|free to) (?:simply |also |always )?(?:choose|decide|"
                        r"elect|opt) not to " + _BE_IN + r"|(?:may|can|could) (?:decline|refuse|"
                        r"say no)|simply (?:do not|don.t) (?:come|join|take part)",
                        1.3,
                    ),
                    Cue(r"do(?:es)? not have to (?:participate|take part|be in|join)", 0.8),
                ),
                avoid=(_ASIDE, Cue(r"at any time|to (?:get|be treated|receive)|answer", 1.2)),
                threshold=1.2,
                unless=("none", "needless", "options", "usual", "nothing"),
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
