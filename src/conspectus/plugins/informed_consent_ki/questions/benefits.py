"""What the subject or others may gain, and what else one could do."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ELSEWHERE = (
    *topics.OPTIONAL,
    *topics.APPENDED,
    *topics.SIGNATURES,
    *topics.PAYMENT,
    *topics.COSTS_ONLY,
    *topics.INJURY,
    *topics.SHARING,
    *topics.STOPPING,
    r"profit|who (?:is|are) (?:paying|doing|conducting)|commercial|financial interest|new information",
)
_HOME = (*topics.BENEFITS, r"\bgood\b|gain\b|will (?:it|this) help|helped|why (?:take part|join|participate)")
_GAIN = (
    r"(?:benefits?|help(?:ed|s)?|improve(?:ment)?s?|better|relief|relieved?|reduced?|fewer|less|calmer|"
    r"lower|slow(?:ed|s)?|shrink|disappear|advantage|ease[sd]?|heal(?:ed|ing)?|useful|protect(?:ed|ion)?|"
    r"longer|lessen(?:ed)?|skills|support|insight|find .{0,40}early)"
)
_YOU = r"(?:you(?:r \w+)?|your (?:child|baby|family)|he or she|they|participants|subjects)"
# Not a benefit of this study, or not one to the subject.
_NOT_ONESELF = Cue(
    r"optional|sub-?study|(?:stored|extra|banked) samples?|biobank|payments?|compensation for|"
    r"not counted? as|(?:earlier|previous|another|other|pilot) (?:study|studies|trial|group|round)|"
    r"loss of benefits|lose any|entitled|benefits? (?:and|or) risks|risks? (?:and|or|with|outweigh)",
    2.5,
)
_OTHERS = Cue(
    r"(?:may|might|could|will|should|can) (?:\w+ ){0,2}(?:benefit|help) (?:\w+ ){0,3}(?:others?|people|"
    r"patients|society|researchers|doctors|scientists|us|science|future|children|persons|those|improve)|"
    r"others? (?:\w+ ){0,4}(?:may|might|could|will) benefit|(?:in|for) the future|future patients|"
    r"(?:society|others?|science|patients|researchers|veterans|people)(?: \w+){0,3} (?:may|might|could|will) (?:\w+ )?benefit",
    1.4,
)

_NONE = (
    Cue(
        r"\bno (?:\w+ ){0,4}(?:direct|personal|medical|health|individual|immediate|therapeutic|clinical|"
        r"known|expected|anticipated|guaranteed)? ?benefits?\b",
        1.6,
    ),
    Cue(
        r"(?:will|may|might|would|should|do|does|are|is|can|could|probably) ?(?:not|n.t)\s+(?:be )?(?:\w+ ){0,4}?"
        r"(?:benefit|help|gain|improve)",
        1.6,
    ),
    Cue(
        r"not (?:be )?(?:expect(?:ed)?|likely|intended|designed|anticipate[ds]?|meant|able) .{0,40}"
        r"(?:benefit|help|improve|treat)|unlikely .{0,40}benefit|not be (?:of )?(?:any )?direct",
        1.7,
    ),
    Cue(r"not (?:receive|get|gain|have|derive) (?:any |a )?(?:\w+ ){0,3}benefit", 1.4),
    Cue(r"none (?:is|are) expected|none for (?:you|your)|without (?:any )?(?:direct )?benefit", 1.4),
)
_HELD_OUT = (
    Cue(r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + _GAIN, 3.0),
    Cue(
        _YOU + r" (?:may|might|could|can)(?: (?:also|possibly|directly|personally|potentially|each))* "
        r"(?:receive|get|have|see|notice|experience|feel|gain|find|be|become|enjoy|learn|sleep|live)? ?"
        r"(?:a |an |some |more |direct |personal |health |sustained |possible |medical |about |that )*" + _GAIN,
        2.6,
    ),
    Cue(
        r"(?:may|might|could)(?: (?:also|possibly|potentially|directly))* (?:" + _GAIN + r"|make|control|prevent|"
        r"decrease|increase|lead to|result in|treat|stop|delay|keep|get better|cure) ",
        1.2,
    ),
    Cue(r"possible (?:that )?(?:it |the |this |you).{0,60}" + _GAIN, 2.4),
    Cue(r"(?:hope|think|believe|expect|likely|chance) (?:that )?.{0,50}(?:you|your).{0,40}" + _GAIN, 1.4),
    Cue(
        r"(?:can ?not|can.t|no one can) (?:be )?(?:promised?|guaranteed?|be sure|know)|no (?:guarantee|promise)|"
        r"not (?:guaranteed|promised|known (?:if|whether))",
        1.0,
    ),
    Cue(r"would (?:then )?have (?:had )?an? advantage|will have had an advantage|(?:potential|possible|expected)? ?benefits? "
        r"(?:(?:to|for) you |you |of \w+ \w+ )?(?:may|might|could) (?:include|be|involve)", 2.6),
)

BENEFITS = (
    Question(
        "direct_benefit",
        "boolean",
        "Does the form hold out a personal benefit to the subject?",
        (
            Aspect(
                "held_out",
                _HELD_OUT,
                avoid=(
                    _NOT_ONESELF,
                    Cue(_OTHERS.pattern, 2.0),
                    Cue(r"(?<!or )(?:may|might|could|will|would|should|do|does|are|is) (?:not|n.t)\b(?! (?:promise|guarantee|know))|\bno (?:direct|personal|medical|benefit)|neither|not expect", 2.6),
                    Cue(r"(?:may|might|could|should) (?:also )?(?:prevent|lead to|result in|make|increase|keep) .{0,40}(?:pregnan|harm|worse|risk|problem|side)", 2.0),
                ),
                home=_HOME,
                threshold=2.3,
            ),
            Aspect(
                "none",
                _NONE,
                avoid=(
                    _NOT_ONESELF,
                    Cue(r"(?:may|might|could) or (?:may|might|could) not", 6.0),
                    Cue(r"\bif (?:you|your|they|the|it|he)\b|placebo|control group|(?:later|second|other) group", 1.6),
                    Cue(r"no (?:guarantee|promise)|can ?not (?:promise|guarantee)", 0.6),
                ),
                home=(*_HOME, *topics.KEY),
                threshold=1.4,
                value=False,
            ),
        ),
        away=(*_ELSEWHERE, *topics.RISKS_ONLY),
        silence=False,
    ),
    Question(
        "benefit",
        "text",
        "What does the form say about benefits to the subject and to others?",
        (
            Aspect(
                "self",
                (
                    Cue(r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + _GAIN, 2.4),
                    Cue(_YOU + r" .{0,40}\b(?:benefits?|helped|gain)\b", 1.2),
                    Cue(r"(?:help|benefits?) (?:to |for )?(?:you|your)\b", 1.0),
                    *_NONE,
                ),
                avoid=(_NOT_ONESELF, _OTHERS, Cue(r"placebo", 0.6), Cue(r"make (?:your|a|this) (?:choice|decision)|help you (?:decide|understand|choose)|gives you information", 2.5)),
                threshold=1.4,
            ),
            Aspect(
                "hope",
                (
                    *_HELD_OUT[1:5],
                    _HELD_OUT[-1],
                    Cue(r"(?:makes?|evidence|shown|found) .{0,60}(?:disappear|better|more often|improv)", 0.8),
                ),
                avoid=(
                    _NOT_ONESELF,
                    Cue(_OTHERS.pattern, 2.0),
                    Cue(r"(?:may|might|could) or (?:may|might|could) not|\bno (?:direct|personal|medical|benefit)|(?:not|n.t) (?:\w+ ){0,3}(?:benefit|help|improve|be)", 2.0),
                    Cue(r"some people|others (?:have|say)", 1.0),
                ),
                home=_HOME,
                threshold=2.3,
            ),
            Aspect(
                "others",
                (
                    Cue(r"(?:help|benefit) (?:\w+ ){0,4}(?:other|future|people|patients|society|doctors|researchers|scientists|children|babies|others|women|men|veterans|families)", 1.5),
                    Cue(r"(?:society|science|other)(?:s| \w+| people with \w+)?\b.{0,30}(?:may|might|could|will|can) (?:\w+ )?(?:benefit|be helped|profit)", 1.5),
                    Cue(r"(?:knowledge|information|learn(?:ed|t)?|what we|results?|findings?|discover\w*) .{0,60}(?:help|benefit|improve|better|future|lead to|others|guide|safer)", 1.2),
                    Cue(r"(?:in|for) the future|future (?:patients|people|treatment|care|generations)|(?:born|come) later|better off|advance (?:science|medical)|contribut\w+ to", 1.0),
                    Cue(r"\bhope (?:that )?", 0.6),
                    Cue(r"(?:may|might|could|should|will) (?:\w+ )?(?:benefit|be helped|profit|get|have) .{0,40}(?:in (?:the )?future|later)|people who .{0,40}(?:may|might|could) be helped|safer (?:doses?|treatments?)", 0.8),
                ),
                avoid=(_NOT_ONESELF, Cue(r"future (?:research|studies|use)|without (?:additional|your)|contact you", 1.5)),
                threshold=1.4,
            ),
        ),
        home=(*_HOME, *topics.KEY),
        away=(*_ELSEWHERE, *topics.RISKS_ONLY, *topics.PRIVACY),
    ),
    Question(
        "alternatives",
        "text",
        "What other options does one have who does not take part?",
        (
            Aspect(
                "none",
                (
                    Cue(r"(?:only|other) (?:alternative|option|choice)s?(?: \w+){0,4}? (?:is|would be|are) (?:to |for you |that you )*(?:simply )?(?:not|to decline|to choose not|declining)", 2.4),
                    Cue(r"alternative (?:is|would be) (?:simply )?(?:to )?(?:not|choose not|decline)|alternatives? (?:to \w+ \w* ?)?(?:is|are) (?:simply )?not", 2.2),
                    Cue(r"\bno (?:\W?\w+\W? ){0,3}alternatives?\b|not (?:a |an |any )?(?:\w+ )?(?:treatment|therapy|therapeutic)|non-?therapeutic|does not (?:offer|provide|involve|include) (?:any )?treatment", 1.6),
                    Cue(r"(?:may|can|could|free to) (?:simply |also |always )?(?:choose|decide|elect|opt) not to (?:take part|participate|join|be in|enroll)|(?:may|can|could) (?:decline|refuse|say no)", 1.3),
                    Cue(r"do(?:es)? not have to (?:participate|take part|be in|join)", 0.8),
                ),
                avoid=(Cue(r"penalt|at any time|optional|to (?:get|be treated|receive)|answer", 1.0),),
                threshold=1.5,
            ),
            Aspect(
                "needless",
                (Cue(r"(?:do|does) not (?:have|need) to (?:be in|take part in|participate in|join|be part of|enroll in) .{0,40}(?:to|in order to) (?:be treated|get|receive|have|obtain) ", 2.2),),
                avoid=(Cue(r"optional", 2.0),),
                threshold=1.8,
                unless=("none",),
            ),
            Aspect(
                "options",
                (
                    Cue(r"(?:other|possible|different|your|alternative|following|some) (?:\w+ ){0,2}(?:choices?|options?|alternatives?|treatments?|therapies|ways)(?: \w+){0,6}? (?:may |might |could |that )*(?:includ|are\b(?! (?:described|explained|discussed|listed|available|given))|exist)", 2.2),
                    Cue(r"(?:alternatives?|options?|choices?) (?:\w+ ){0,6}?(?:includes?|including|are(?! (?:described|explained|discussed|listed|available|given))|may be|such as)\b", 2.4),
                    Cue(r"outside (?:of )?(?:the|this) (?:study|trial|research)|(?:can|may|could) (?:also )?(?:see|get|choose|ask about|talk to|use|find|receive|have|be prescribed) ", 0.8),
                    Cue(r"(?:instead of|rather than|other than) (?:being|taking part|participating|joining|this|the) ?(?:in )?(?:this |the )?(?:\w+ )?(?:study|research|trial|registry|project)?", 1.8),
                    Cue(r"(?:alternative|other|standard|available) (?:\w+ )?(?:treatments?|therapies|options?|procedures?|care|choices?)\b.{0,20}(?:includ|such as|e\.g\.|for example|like )", 2.4),
                    Cue(r"there (?:are|may be|may also be|might be) (?:also )?other (?:\w+ ){0,3}(?:ways|treatments?|options?|drugs?|medicines?|therap|choices|programs?|services|studies)", 2.0),
                    Cue(r"not in (?:the|this) study (?:can|may|could|will)|(?:if|when) (?:you|your child) (?:do not|does not|don.t|decide not to|choose not to|say no).{0,60}(?:can|may|could) ", 1.2),
                    Cue(r"may choose (?:to have|to take part|to receive|to get)|commonly used|standard (?:treatments?|therap(?:y|ies)|of care)|usual (?:care|treatment|approach)|approved (?:medicines?|treatments?|drugs?)|comfort care|palliative", 1.0),
                ),
                avoid=(
                    Cue(r"^(?!.*(?:includ|such as)).*(?:talk (?:with|to) you|(?:discuss|explain) |you about|risks? and benefits|can tell you|before you decide)", 2.2),
                    Cue(r"optional|if you (?:leave|stop)|does not (?:limit|restrict|keep|close)|not (?:limit|affect)", 1.4),
                ),
                most=2,
                threshold=2.2,
            ),
            Aspect(
                "usual",
                (
                    Cue(r"(?:will|would) (?:still |then |also |simply )*(?:receive|get|have|be given|be treated|go on|continue|decide|treat|give|keep) .{0,60}(?:standard|usual|regular|routine|same|care|treatment|treat|therapy|medicine|whether you)", 1.6),
                    Cue(r"(?:doctors?|surgeon|provider|physician|team) (?:(?:will|would|may) )?then\b|will then (?:give|treat|decide)", 1.6),
                    Cue(r"(?:doctors?|surgeon|provider|physician) (?:will|would|then|decides?)\b", 0.5),
                    Cue(r"same (?:care|treatment|services)|(?:usual|standard|regular|routine) (?:medical |physical )?(?:care|treatment|therapy)", 1.4),
                    Cue(r"(?:if|when|whether) you (?:do not|don.t|decide not|choose not|say no|decline|are not|join or not)|decide against|do not (?:take part|join)|say no|no matter|whether or not", 0.8),
                    Cue(r"choice will not affect the care|not affect (?:the |your )?(?:\w+ )?care|even if you (?:do not|don.t|are not)", 0.5),
                ),
                avoid=(Cue(r"penalt|talk (?:with|to) you|explain|optional|side effects?|costs?|bill|insurance|leave the study|stop(?:ping)? |as part of the study|before you decide|risks and benefits|can tell you", 1.6),),
                threshold=2.4,
            ),
            Aspect(
                "nothing",
                (Cue(r"(?:choose|option|could|may|can|decide) .{0,40}(?:no treatment|not (?:to )?(?:be treated|receive|have|get|take) (?:any )?(?:treatment|therapy|cancer)?)", 1.8), Cue(r"no (?:further |cancer )?treatment|comfort care|hospice", 0.8)),
                home=topics.ALTERNATIVES,
                threshold=2.6,
            ),
        ),
        home=topics.ALTERNATIVES,
        away=(*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES, *topics.RECORDS, *topics.COSTS_ONLY, *topics.PAYMENT, *topics.CONTACT_ONLY, r"what (?:do|will|would|should) (?:i|you|we|my child|your child) (?:have to |need to |be asked to )?do\b|what will happen|procedures"),
    ),
    Question(
        "affects_treatment_options",
        "boolean",
        "Does taking part now affect later or other treatment options?",
        (
            Aspect(
                "affects",
                (
                    Cue(r"(?:may|might|could|will|can) (?:\w+ ){0,2}?(?:limit|affect|restrict|reduce|rule out|narrow|change|influence|impact) (?:\w+ ){0,5}?(?:options?|choices?|(?:treatments?|therap(?:y|ies)|care|drugs?|medicines?) (?:that )?you (?:can|may|could)|(?:future|later|other|subsequent) (?:\w+ )?(?:treatments?|therap|care|vaccin|stud))", 2.6),
                    Cue(r"(?:options?|treatments?|therap(?:y|ies)|drugs?|medicines?|vaccines?|stud(?:y|ies)|trials?) .{0,50}(?:may|might|could|will) (?:not|no longer) (?:be )?(?:work|available|accept|possible|eligible|be able|effective|be tried|as well|take)", 2.0),
                    Cue(r"(?:may|might|could|will|would) (?:not|no longer) be (?:able|eligible|allowed|qualified) (?:to|for) (?:\w+ ){0,3}?(?:other|future|later|certain|some|another|subsequent|standard|similar|receive)", 1.8),
                    Cue(r"(?:may|might|could) (?:then )?(?:work less|not work|be less (?:effective|likely|well)|prevent you from|keep you from|make (?:you ineligible|it (?:harder|impossible|difficult)))", 1.8),
                    Cue(r"(?:some|other|future|certain) (?:\w+ ){0,3}(?:stud(?:y|ies)|trials?) (?:\w+ )?(?:do|does|will|may|might|would) not (?:accept|allow|take|let|enroll)", 2.2),
                    Cue(r"(?:must|have to|need to) wait .{0,60}(?:before you can|until) .{0,40}(?:start|receive|take|other|another)", 2.2),
                    Cue(r"(?:not (?:be )?(?:tried|approved|covered|offered|recommended)|advised? against|less well) .{0,60}(?:later|after|future|because)|(?:later|future|subsequent) .{0,60}(?:advised? against|less well|not work|less effective)", 1.4),
                    Cue(r"advised? (?:not to|against) (?:get|tak|receiv|us|hav)\w*|not be able to (?:join|enter|take part in|be in|receive|get|have|use) (?:\w+ ){0,2}(?:other|another|certain|future|some|later|similar)", 1.9),
                    Cue(r"delay (?:\w+ ){0,3}(?:standard|other|effective|proven) (?:treatment|therapy|care)|(?:give up|forgo|forego|miss(?:ing)? out on) .{0,40}(?:treatment|therapy|chance)", 1.8),
                ),
                avoid=(
                    Cue(r"(?:not|n.t|no|never|nothing|without|neither) (?:\w+ ){0,3}(?:limit|affect|restrict|close|change|keep|influence|reduce|rule out|delay)|willingness|insurance|insurer|optional|sub-?study|pregnan|breast-?feed|mind|another research study while|more than one|at the same time|employ|benefits to which", 3.0),
                    Cue(r"(?:part|participation) (?:\w+ )?(?:may|can|could|will) be (?:ended|stopped)|take you off|interact|driv(?:e|ing)", 1.5),
                ),
                threshold=2.0,
            ),
            Aspect(
                "free",
                (
                    Cue(r"(?:not|n.t|never|nothing|without) (?:\w+ ){0,3}?(?:limit|affect|restrict|close off|keep you from|prevent you|rule out|reduce|change|influence|delay|take away|takes? nothing) .{0,50}(?:treatments?|therap|options?|care|choices?|receive|get)", 2.0),
                    Cue(r"free to (?:enter|get|have|choose|use|take|join|start|receive) .{0,40}(?:treatment|therap|trial|care)|can (?:start|have|get|change|receive) any (?:other )?(?:treatment|therap|care)|takes nothing away", 2.0),
                    Cue(r"(?:later|future|other) (?:treatments?|therap|options?|choices?) .{0,40}(?:not (?:be )?(?:limited|affected|changed)|stay|remain|open)|up to you and your (?:own )?doctor", 2.0),
                ),
                avoid=(Cue(r"optional|sub-?study|penalt|at any time|leave the study|decide not|if you (?:say no|do not|don.t)|refus|choose not|your decision|skip", 1.2),),
                threshold=2.0,
                value=False,
            ),
        ),
        home=(*topics.ALTERNATIVES, *topics.LATER_CARE, r"later\b"),
        away=(*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES, *topics.RECORDS, *topics.COSTS_ONLY, *topics.PAYMENT, *topics.PRIVACY, *topics.INJURY, *topics.CONTACT_ONLY),
        silence=False,
    ),
)
