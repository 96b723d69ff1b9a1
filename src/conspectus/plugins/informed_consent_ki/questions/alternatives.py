"""What else one could do, and whether taking part limits it."""

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
                threshold=1.5,
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
                threshold=1.8,
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
                        r"optional|if you (?:leave|stop)|does not (?:limit|restrict|keep|close)|not "
                        r"(?:limit|affect)",
                        1.4,
                    ),
                ),
                most=2,
                threshold=2.2,
            ),
            Aspect(
                "usual",
                (
                    Cue(
                        r"(?:will|would) (?:still |then |also |simply )*(?:receive|get|have|be "
                        r"given|be treated|go on|continue|decide|treat|give|keep) "
                        r".{0,60}(?:standard|usual|regular|routine|same|care|treatment|treat|"
                        r"therapy|medicine|whether you)",
                        1.6,
                    ),
                    Cue(
                        r"your (?:own |child.s |baby.s )?(?:doctors?|surgeon|provider|physician|team) (?:(?:will|would|may) "
                        r")?then\b|will then (?:give|treat|decide)", 2.2,
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
                        r"decline|are not|join or not)|decide against|do not (?:take part|join)|say "
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
            r"what (?:do|will|would|should) (?:i|you|we|my child|your child) (?:have to "
            r"|need to |be asked to )?do\b|what will happen|procedures",
        ),
    ),
    Question(
        "affects_treatment_options",
        "boolean",
        "Does taking part now affect later or other treatment options?",
        (
            Aspect(
                "affects",
                (
                    Cue(
                        r"(?:may|might|could|will|can) (?:\w+ ){0,2}?(?:limit|affect|restrict|"
                        r"reduce|rule out|narrow|change|influence|impact) (?:\w+ ){0,5}?(?:options?|"
                        r"choices?|(?:treatments?|therap(?:y|ies)|care|drugs?|medicines?) (?:that "
                        r")?you (?:can|may|could)|(?:future|later|other|subsequent) (?:\w+ "
                        r")?(?:treatments?|therap|care|vaccin|stud))",
                        2.6,
                    ),
                    Cue(
                        r"(?:options?|treatments?|therap(?:y|ies)|drugs?|medicines?|vaccines?|"
                        r"stud(?:y|ies)|trials?) .{0,50}(?:may|might|could|will) (?:not|no longer) "
                        r"(?:be )?(?:work|available|accept|possible|eligible|be able|effective|be "
                        r"tried|as well|take)",
                        2.0,
                    ),
                    Cue(
                        r"(?:may|might|could|will|would) (?:not|no longer) be (?:able|eligible|"
                        r"allowed|qualified) (?:to|for) (?:\w+ ){0,3}?(?:other|future|later|certain|"
                        r"some|another|subsequent|standard|similar|receive)",
                        1.8,
                    ),
                    Cue(
                        r"(?:may|might|could) (?:then )?(?:work less|not work|be less (?:effective|"
                        r"likely|well)|prevent you from|keep you from|make (?:you ineligible|it "
                        r"(?:harder|impossible|difficult)))",
                        1.8,
                    ),
                    Cue(
                        r"(?:some|other|future|certain) (?:\w+ ){0,3}(?:stud(?:y|ies)|trials?) "
                        r"(?:\w+ )?(?:do|does|will|may|might|would) not (?:accept|allow|take|let|"
                        r"enroll)",
                        2.2,
                    ),
                    Cue(
                        r"(?:must|have to|need to) wait .{0,60}(?:before you can|until) "
                        r".{0,40}(?:start|receive|take|other|another)",
                        2.2,
                    ),
                    Cue(
                        r"(?:not (?:be )?(?:tried|approved|covered|offered|recommended)|advised? "
                        r"against|less well) .{0,60}(?:later|after|future|because)|(?:later|future|"
                        r"subsequent) .{0,60}(?:advised? against|less well|not work|less effective)",
                        1.4,
                    ),
                    Cue(
                        r"advised? (?:not to|against) (?:get|tak|receiv|us|hav)\w*|not be able to "
                        r"(?:join|enter|take part in|be in|receive|get|have|use) (?:\w+ "
                        r"){0,2}(?:other|another|certain|future|some|later|similar)",
                        1.9,
                    ),
                    Cue(
                        r"delay (?:\w+ ){0,3}(?:standard|other|effective|proven) (?:treatment|"
                        r"therapy|care)|(?:give up|forgo|forego|miss(?:ing)? out on) "
                        r".{0,40}(?:treatment|therapy|chance)",
                        1.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"(?:not|n.t|no|never|nothing|without|neither) (?:\w+ ){0,3}(?:limit|affect|"
                        r"restrict|close|change|keep|influence|reduce|rule out|delay)|willingness|"
                        r"insurance|insurer|optional|sub-?study|pregnan|breast-?feed|mind|another "
                        r"research study while|more than one|at the same time|employ|benefits to "
                        r"which",
                        3.0,
                    ),
                    Cue(
                        r"(?:part|participation) (?:\w+ )?(?:may|can|could|will) be (?:ended|"
                        r"stopped)|take you off|interact|driv(?:e|ing)",
                        1.5,
                    ),
                ),
                threshold=2.0,
            ),
            Aspect(
                "free",
                (
                    Cue(
                        r"(?:not|n.t|never|nothing|without) (?:\w+ ){0,3}?(?:limit|affect|restrict|"
                        r"close off|keep you from|prevent you|rule out|reduce|change|influence|"
                        r"delay|take away|takes? nothing) .{0,50}(?:treatments?|therap|options?|"
                        r"care|choices?|receive|get)",
                        2.0,
                    ),
                    Cue(
                        r"free to (?:enter|get|have|choose|use|take|join|start|receive) "
                        r".{0,40}(?:treatment|therap|trial|care)|can (?:start|have|get|change|"
                        r"receive) any (?:other )?(?:treatment|therap|care)|takes nothing away",
                        2.0,
                    ),
                    Cue(
                        r"(?:later|future|other) (?:treatments?|therap|options?|choices?) "
                        r".{0,40}(?:not (?:be )?(?:limited|affected|changed)|stay|remain|open)|up "
                        r"to you and your (?:own )?doctor",
                        2.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"optional|sub-?study|penalt|at any time|leave the study|decide not|if you "
                        r"(?:say no|do not|don.t)|refus|choose not|your decision|skip",
                        1.2,
                    ),
                ),
                threshold=2.0,
                value=False,
            ),
        ),
        home=(*topics.ALTERNATIVES, *topics.LATER_CARE, r"later\b"),
        away=(*_ELSEWHERE, *topics.PRIVACY, *topics.INJURY),
        silence=False,
    ),
)
