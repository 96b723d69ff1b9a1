"""What the subject or others may gain."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.benefit_words import (
    ELSEWHERE,
    GAIN,
    HELD_OUT,
    HOME,
    NO_GAIN,
    NONE,
    NOT_ONESELF,
    OTHERS,
    YOU,
)

_BARE = Cue(r"^(?:none|no)\b.{0,14}\.$", 1.0)  # true, but it says little by itself

BENEFITS = (
    Question(
        "direct_benefit",
        "boolean",
        "Does the form hold out a personal benefit to the subject?",
        (
            Aspect(
                "held_out",
                HELD_OUT,
                avoid=(
                    NOT_ONESELF,
                    NO_GAIN,
                    Cue(OTHERS.pattern, 2.6),
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
                    Cue(r"\b(?:one|some) day\b|years to come|come after", 2.6),
                    # what is given helps others, unless the sentence says whom else
                    Cue(
                        r"(?:^|: )(?:your|the|these|those|all|any) (?:answers?|data|information|samples?|"
                        r"participation|part|responses?|results?|experiences?|stor(?:y|ies)|help|"
                        r"blood|opinions?|findings?|time) (?:may|might|could|can|will)\b"
                        r"(?![^.]*\byou\b)",
                        3.0,
                    ),
                ),
                home=HOME,
                threshold=2.3,
            ),
            Aspect(
                "none",
                NONE,
                avoid=(
                    NOT_ONESELF,
                    _BARE,
                    Cue(r"(?:may|might|could) or (?:may|might|could) not", 6.0),
                    Cue(
                        r"\bif (?:you|your|they|the|it|he)\b|placebo|control group|(?:later|second|"
                        r"other) group",
                        1.6,
                    ),
                    Cue(r"no (?:guarantee|promise)|can ?not (?:promise|guarantee)", 0.6),
                ),
                home=(*HOME, *topics.KEY),
                threshold=1.4,
                value=False,
            ),
        ),
        away=(*ELSEWHERE, *topics.RISKS_ONLY),
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
                        r"(?:may|might|could) or (?:may|might|could) not (?:\w+ ){0,5}" + GAIN, 2.4
                    ),
                    Cue(YOU + r" .{0,40}\b(?:benefits?|helped|gain)\b", 1.2),
                    Cue(r"(?:help|benefits?) (?:to |for )?(?:you|your)\b", 1.0),
                    *NONE,
                ),
                avoid=(
                    NOT_ONESELF,
                    OTHERS,
                    NO_GAIN,
                    _BARE,
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
                    *HELD_OUT[1:8],
                    HELD_OUT[-1],
                    Cue(
                        r"(?:makes?|evidence|shown|found) .{0,60}(?:disappear|better|more often|"
                        r"improv)",
                        0.8,
                    ),
                ),
                avoid=(
                    NOT_ONESELF,
                    NO_GAIN,
                    Cue(OTHERS.pattern, 2.6),
                    Cue(
                        r"(?:may|might|could) or (?:may|might|could) not|\bno (?:direct|personal|"
                        r"medical|benefit)|(?:not|n.t) (?:\w+ ){0,3}(?:benefit|help|improve|be)",
                        2.0,
                    ),
                    Cue(r"some people|others (?:have|say)", 1.0),
                    # a service, no benefit
                    Cue(
                        r"can (?:also )?help you (?:find|understand|decide|with|fill|read|plan)",
                        6.0,
                    ),
                ),
                home=HOME,
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
                        r"(?:others?|people|patients|families|mothers|children|scientists|doctors)\b"
                        r".{0,40}(?:may|might|could|can|will) (?:\w+ )?(?:profit|be (?:better )?served|"
                        r"gain|use what)|(?:serve|spare) (?:\w+ )?(?:others|other|people)|"
                        r"(?:come|born) (?:after|later)[^.;]{0,20} (?:profit|benefit|be helped)|help us "
                        r"(?:\w+ )?(?:understand|learn|find|treat|improve)|"
                        r"use what (?:we|is) (?:find|learn)",
                        1.5,
                    ),
                    Cue(
                        r"(?:in|for) the future|future (?:patients|people|treatment|care|"
                        r"generations)|(?:born|come) later|better off|advance (?:science|medical)|"
                        r"contribut\w+ to",
                        1.0,
                    ),
                    # "Others may, one day": the gain stands in the sentence before.
                    Cue(
                        r"(?:^|: |\b(?:but|yet) )(?:other|later|future|coming)\w*(?: (?!may|might|could)\w+){0,3} "
                        r"(?:may|might|could)(?=[,.;]| (?:one|some) day| in (?:years|time|future)| if\b| "
                        r"when\b| later\b)",
                        1.6,
                    ),
                    Cue(r"\bhope (?:that )?", 0.6),
                    Cue(
                        r"(?:may|might|could|should|can|will) (?:\w+ )?help (?:to )?(?:prevent|treat|"
                        r"cure|find|develop|diagnose|detect|\w+s\b|[^.]{0,40} for (?:all|everyone|"
                        r"others))|in the long (?:run|term)",
                        1.2,
                    ),
                    Cue(
                        r"(?:may|might|could|should|will) (?:\w+ )?(?:benefit|be helped|profit|get|"
                        r"have) .{0,40}(?:in (?:the )?future|later)|people who .{0,40}(?:may|might|"
                        r"could) be helped|safer (?:doses?|treatments?)",
                        0.8,
                    ),
                ),
                avoid=(
                    NOT_ONESELF,
                    Cue(
                        r"future (?:research|studies|use)|without (?:additional|your)|contact you",
                        1.5,
                    ),
                ),
                threshold=1.4,
            ),
        ),
        home=(*HOME, *topics.KEY),
        away=(*ELSEWHERE, *topics.RISKS_ONLY, *topics.PRIVACY),
    ),
)
