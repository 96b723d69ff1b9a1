"""What the subject or others may gain."""

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
    r"profit|who (?:is|are) (?:paying|doing|conducting)|commercial|financial "
    r"interest|new information",
)
_HOME = (
    *topics.BENEFITS,
    r"\bgood\b|gain\b|will (?:it|this) help|helped|why (?:take part|join|"
    r"participate)",
)
_GAIN = (
    r"(?:benefits?|help(?:ed|s)?|improve(?:ment)?s?|better|relief|relieved?|"
    r"reduced?|fewer|less|calmer|"
    r"lower|slow(?:ed|s)?|shrink|disappear|advantage|ease[sd]?|heal(?:ed|ing)?|"
    r"useful|protect(?:ed|ion)?|"
    r"longer|lessen(?:ed)?|skills|support|insight|find .{0,40}early)"
)
_YOU = (
    r"(?:you|your (?!participation|information|samples?|data|taking|"
    r"part\b|doctor|being|contribution|"
    r"answers|involvement|decision|role|name|identity)\w+|your (?:child|"
    r"baby|family)|he or she|they|participants|subjects)"
)
# Not a benefit of this study, or not one to the subject.
_NOT_ONESELF = Cue(
    r"optional|sub-?study|(?:stored|extra|banked) samples?|biobank|payments?|compensation for|"
    r"not counted? as|(?:earlier|previous|another|other|pilot) (?:study|studies|trial|group|round)|"
    r"loss of benefits|lose any|entitled|benefits? (?:and|or) risks|risks? "
    r"(?:and|or|with|outweigh)",
    2.5,
)
_OTHERS = Cue(
    r"(?:may|might|could|will|should|can) (?:\w+ ){0,2}(?:benefit|help) (?:\w+ "
    r"){0,3}(?:others?|people|"
    r"patients|society|researchers|doctors|scientists|us|science|future|"
    r"children|persons|those|improve)|"
    r"others? (?:\w+ ){0,4}(?:may|might|could|will) benefit|(?:in|for) the future|future patients|"
    r"(?:society|others?|science|patients|researchers|veterans|people)(?: "
    r"\w+){0,3} (?:may|might|could|will) (?:\w+ )?benefit",
    1.4,
)

_NONE = (
    Cue(
        r"\bno (?:\w+ ){0,4}(?:direct|personal|medical|health|individual|immediate|"
        r"therapeutic|clinical|"
        r"known|expected|anticipated|guaranteed)? ?benefits?\b",
        1.6,
    ),
    Cue(
        r"(?:will|may|might|would|should|do|does|are|is|can|could|probably) ?(?:not|"
        r"n.t)\s+(?:be )?(?:\w+ ){0,4}?"
        r"(?:benefit|help|gain|improve)",
        1.6,
    ),
    Cue(
        r"not (?:be )?(?:expect(?:ed)?|likely|intended|designed|anticipate[ds]?|meant|able) .{0,40}"
        r"(?:benefit|help|improve|treat)|unlikely .{0,40}benefit|not be (?:of )?(?:any )?direct",
        1.7,
    ),
    Cue(r"not (?:receive|get|gain|have|derive) (?:any |a )?(?:\w+ ){0,3}benefit", 1.4),
    Cue(
        r"none (?:is|are) expected|none for (?:you|your)|without (?:any )?(?:direct "
        r")?benefit",
        1.4,
    ),
)
_HELD_OUT = (
    Cue(r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + _GAIN, 3.0),
    Cue(r"(?:may|might|could|can) (?:\w+ )?(?:help|benefit) you\b", 1.5),
    Cue(
        _YOU + r" (?:may|might|could|can)(?: (?:also|possibly|directly|personally|"
        r"potentially|each))* "
        r"(?:receive|get|have|see|notice|experience|feel|gain|find|be|become|enjoy|"
        r"learn|sleep|live)? ?"
        r"(?:a |an |some |more |direct |personal |health |sustained |possible |"
        r"medical |about |that )*" + _GAIN,
        2.6,
    ),
    Cue(
        r"(?:may|might|could)(?: (?:also|possibly|potentially|directly))* (?:"
        + _GAIN
        + r"|make|control|prevent|"
        r"decrease|increase|lead to|result in|treat|stop|delay|keep|get better|cure) ",
        1.2,
    ),
    Cue(r"possible (?:that )?(?:it |the |this |you).{0,60}" + _GAIN, 2.4),
    Cue(
        r"(?:hope|think|believe|expect|likely|chance) (?:that )?.{0,50}(?:you|"
        r"your).{0,40}" + _GAIN,
        1.4,
    ),
    Cue(
        r"(?:can ?not|can.t|no one can) (?:be )?(?:promised?|guaranteed?|be sure|"
        r"know)|no (?:guarantee|promise)|"
        r"not (?:guaranteed|promised|known (?:if|whether))",
        1.0,
    ),
    Cue(
        r"would (?:then )?have (?:had )?an? advantage|will have had an advantage|"
        r"(?:potential|possible|expected)? ?benefits? "
        r"(?:(?:to|for) you |you |of \w+ \w+ )?(?:may|might|could) (?:include|be|involve)",
        2.6,
    ),
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
                    Cue(_OTHERS.pattern, 2.6),
                    Cue(
                        r"(?<!or )(?:may|might|could|will|would|should|do|does|are|is) (?:not|"
                        r"n.t)\b(?! (?:promise|guarantee|know))|\bno (?:direct|personal|medical|"
                        r"benefit)|neither|not expect",
                        2.6,
                    ),
                    Cue(
                        r"(?:may|might|could|should) (?:also )?(?:prevent|lead to|result in|make|"
                        r"increase|keep) .{0,40}(?:pregnan|harm|worse|risk|problem|side)",
                        2.0,
                    ),
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
                    Cue(
                        r"\bif (?:you|your|they|the|it|he)\b|placebo|control group|(?:later|second|"
                        r"other) group",
                        1.6,
                    ),
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
                    Cue(
                        r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + _GAIN, 2.4
                    ),
                    Cue(_YOU + r" .{0,40}\b(?:benefits?|helped|gain)\b", 1.2),
                    Cue(r"(?:help|benefits?) (?:to |for )?(?:you|your)\b", 1.0),
                    *_NONE,
                ),
                avoid=(
                    _NOT_ONESELF,
                    _OTHERS,
                    Cue(r"placebo", 0.6),
                    Cue(
                        r"make (?:your|a|this) (?:choice|decision)|help you (?:decide|understand|"
                        r"choose)|gives you information",
                        2.5,
                    ),
                ),
                threshold=1.4,
            ),
            Aspect(
                "hope",
                (
                    *_HELD_OUT[1:6],
                    _HELD_OUT[-1],
                    Cue(
                        r"(?:makes?|evidence|shown|found) .{0,60}(?:disappear|better|more often|"
                        r"improv)",
                        0.8,
                    ),
                ),
                avoid=(
                    _NOT_ONESELF,
                    Cue(_OTHERS.pattern, 2.6),
                    Cue(
                        r"(?:may|might|could) or (?:may|might|could) not|\bno (?:direct|personal|"
                        r"medical|benefit)|(?:not|n.t) (?:\w+ ){0,3}(?:benefit|help|improve|be)",
                        2.0,
                    ),
                    Cue(r"some people|others (?:have|say)", 1.0),
                ),
                home=_HOME,
                threshold=2.3,
            ),
            Aspect(
                "others",
                (
                    Cue(
                        r"(?:help|benefit) (?:\w+ ){0,4}(?:other|future|people|patients|society|"
                        r"doctors|researchers|scientists|children|babies|others|women|men|veterans|"
                        r"families)",
                        1.5,
                    ),
                    Cue(
                        r"(?:society|science|other)(?:s| \w+| people with \w+)?\b.{0,30}(?:may|"
                        r"might|could|will|can) (?:\w+ )?(?:benefit|be helped|profit)",
                        1.5,
                    ),
                    Cue(
                        r"(?:knowledge|information|learn(?:ed|t)?|what we|results?|findings?|"
                        r"discover\w*) .{0,60}(?:help|benefit|improve|better|future|lead to|others|"
                        r"guide|safer)",
                        1.2,
                    ),
                    Cue(
                        r"(?:in|for) the future|future (?:patients|people|treatment|care|"
                        r"generations)|(?:born|come) later|better off|advance (?:science|medical)|"
                        r"contribut\w+ to",
                        1.0,
                    ),
                    Cue(r"\bhope (?:that )?", 0.6),
                    Cue(
                        r"(?:may|might|could|should|will) (?:\w+ )?(?:benefit|be helped|profit|get|"
                        r"have) .{0,40}(?:in (?:the )?future|later)|people who .{0,40}(?:may|might|"
                        r"could) be helped|safer (?:doses?|treatments?)",
                        0.8,
                    ),
                ),
                avoid=(
                    _NOT_ONESELF,
                    Cue(
                        r"future (?:research|studies|use)|without (?:additional|your)|contact you",
                        1.5,
                    ),
                ),
                threshold=1.4,
            ),
        ),
        home=(*_HOME, *topics.KEY),
        away=(*_ELSEWHERE, *topics.RISKS_ONLY, *topics.PRIVACY),
    ),
)
