"""What else one could do."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.options import (
    BE_IN,
    CAN,
    CARE,
    NO_OPTION,
    OPTIONS,
)

_ELSEWHERE = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.RECORDS,
    r"^(?!.*(?:alternativ|other|option|choice)).*(?:" + topics.COSTS_ONLY[0] + ")",
    r"\bpaid\b|payments?|compensat|reimburse",
    r"contact (?:information|person|details)|^\W*(?:\d+\.?\s*)?questions\b",
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
                        r"(?:only|other|only other) (?:alternative|option|choice|way|course|possibilit)\w*"
                        r"(?: \w+){0,4}? (?:is|would be|are) (?:to |for you |that you )*(?:simply )?"
                        r"(?:not\b|decline|declining|choose not|say no|stay out|stay away|refuse|"
                        r"do nothing)",
                        2.4,
                    ),
                    Cue(
                        r"(?:^|: )not (?:joining|taking part|giving|donating|participating)\b[^.]{0,30} (?:is|would "
                        r"be) (?:the|your) (?:\w+ )?(?:alternative|option|choice|way)|between [^.]{3,40} and not "
                        r"\w+ing\b",
                        2.0,
                    ),
                    Cue(
                        r"alternatives? (?:to \w+ \w* ?)?(?:is|are|would be) (?:simply )?(?:to )?"
                        r"(?:not|choose not|decline)|alternative:? (?:\w+ )?not (?:to )?" + BE_IN,
                        2.2,
                    ),
                    Cue(
                        r"\b(?:no|not any) (?:\W?\w+\W? ){0,3}alternatives?\b|not (?:a |an |any "
                        r")?(?:\w+ )?(?:treatment|therapy|therapeutic)|non-?therapeutic|does not "
                        r"(?:offer|provide|involve|include) (?:any )?treatment",
                        1.6,
                    ),
                ),
                avoid=(NO_OPTION,),
                threshold=1.4,
            ),
            Aspect(
                "needless",
                (
                    Cue(
                        r"(?:(?:do|does) not (?:have|need) to|don.t (?:have|need) to|need not) "
                        + BE_IN
                        + r"\b.{0,40}(?:to|in order to) (?:be treated|get|receive|have|obtain|"
                        r"avoid|manage|prevent|control|quit|improve|lose|earn|access)\b",
                        2.2,
                    ),
                    Cue(
                        r"without (?:being in|taking part in|joining|participating in|enrolling "
                        r"in) (?:a|the|this|any) (?:research )?(?:study|trial|research)",
                        1.4,
                    ),
                ),
                avoid=(Cue(r"optional", 2.0),),
                threshold=1.5,
                unless=("none",),
            ),
            OPTIONS,
            Aspect(
                "usual",
                (
                    Cue(
                        r"nothing (?:else )?(?:will |would )?(?:changes?|happens?)\b|no effect on "
                        r".{0,40}(?:care|services|treatment)|(?:care|treatment) (?:will )?(?:not "
                        r"(?:be affected|change)|(?:stays?|is|be|remains?) (?:just |exactly )?the same)",
                        1.6,
                    ),
                    Cue(
                        CAN + r" (?:still |then |also |simply )*(?:receive|get|have|be given|be "
                        r"treated|go on|continue|decide|treat|give|keep) .{0,60}(?:standard|usual|"
                        r"regular|routine|same|" + CARE + r"|treat\b|whether you)",
                        1.6,
                    ),
                    Cue(
                        r"your (?:own |child.s |baby.s )?(?:doctors?|surgeon|provider|physician|"
                        r"team) (?:(?:will|would|may) )?then\b|will then (?:give|treat|decide)",
                        2.2,
                    ),
                    Cue(
                        r"(?:doctors?|surgeon|provider|physician) (?:will|would|then|decides?)\b",
                        0.5,
                    ),
                    Cue(
                        r"same (?:care|treatment|services)|(?:usual|standard|regular|routine) "
                        r"(?:medical |physical )?(?:care|treatment|therapy)|as (?:always|usual|"
                        r"before|now)\b",
                        1.2,
                    ),
                    Cue(
                        r"(?:if|when|whether) you (?:do not|don.t|decide not|choose not|say no|"
                        r"decline|are not|join or not)|decide against|do not (?:take part|join)|"
                        r"say no|no matter|whether or not|who refuses|^then\b|who (?:do|does|are|"
                        r"is|choose|chooses)(?: not|n.t)\b",
                        0.8,
                    ),
                    Cue(
                        r"not affect (?:the |your )?(?:\w+ )?care|even if you (?:do|are)(?: not|"
                        r"n.t)",
                        0.5,
                    ),
                ),
                avoid=(
                    Cue(
                        r"penalt|talk (?:with|to) you|explain|optional|side effects?|costs?|bill|"
                        r"insurance|leave the study|stop(?:ping)? |as part of the study|before "
                        r"you decide|risks and benefits|can tell you|take your child out|"
                        r"\bexams?\b|x-rays|surgeon thinks|doctor (?:thinks|decides that)",
                        1.6,
                    ),
                    Cue(r"\byou (?:can|may|could) (?:say no|refuse|decline)\b", 1.6),
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
            # Names alone, under a heading that says what they are.
            Aspect(
                "named",
                (
                    Cue(
                        rf"\b(?:{CARE}|tablets?|transfusions?|antibiotics?|rest|exercises?)\b", 1.0
                    ),
                    Cue(r", |\bor\b|;", 0.3),
                    # Names that no list knows: a row of them, or what is usually given.
                    Cue(
                        r"(?:^|: |\b(?:give|use|are|prescribe|try|with|include|like) )(?:[\w-]+(?: [\w-]+)?, )+"
                        r"(?:[\w-]+(?: [\w-]+){0,2},? )?(?:and|or) [\w-]+",
                        0.8,
                    ),
                    Cue(
                        r"(?:usual|common|often|most|general|normal|current|routine)(?:ly)? (?:\w+ )?(?:"
                        r"give|given|use|used|prescribe|prescribed|treat|treated|choose|chosen|tried|"
                        r"take|taken)\b|without (?-i:[A-Z][\w-]*\d[\w-]*|the (?:study|trial))",
                        0.8,
                    ),
                    Cue(CAN + r" (?:go on|stay|keep|have|use|take|continue|try)\b", 0.4),
                ),
                avoid=(
                    NO_OPTION,
                    Cue(
                        r"\b(?:we|this study|the study|your part|voluntary)\b|affect|take part|"
                        r"at any time|\bdo(?:es)? not\b|say no",
                        2.0,
                    ),
                ),
                home=topics.ALTERNATIVES,
                threshold=2.2,
                unless=("none", "options", "usual", "nothing"),
            ),
            Aspect(
                "decline",
                (
                    Cue(
                        r"(?:may|can|could|free to) (?:simply |also |always )?(?:choose|decide|"
                        r"elect|opt) not to "
                        + BE_IN
                        + r"|(?:may|can|could) (?:simply )?(?:decline|refuse|"
                        r"say no|stay (?:out|away)|do nothing)|simply (?:do not|don.t) (?:come|join|take part|sign)",
                        1.3,
                    ),
                    Cue(r"do(?:es)? not have to (?:participate|take part|be in|join)", 0.8),
                    Cue(
                        r"\bto (?:join|take part|participate) or (?:not|to (?:say no|decline))", 1.3
                    ),
                ),
                avoid=(NO_OPTION, Cue(r"at any time|to (?:get|be treated|receive)|answer", 1.2)),
                threshold=1.2,
                unless=("none", "needless", "options", "usual", "nothing", "named"),
            ),
        ),
        home=topics.ALTERNATIVES,
        away=(
            *_ELSEWHERE,
            r"^(?!.*(?:\bnot\b|don.t|other|alternative|instead)).*(?:what will happen|procedures|"
            r"what (?:do|will|would|should) (?:i|you|we|my child|your child) (?:have to |need to |"
            r"be asked to )?do\b)",
        ),
    ),
)
