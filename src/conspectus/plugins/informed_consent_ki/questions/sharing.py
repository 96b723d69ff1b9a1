"""With whom data and samples are shared, and for what later."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

SHARING = (
    Question(
        "data_sharing",
        "text",
        "With whom are data or samples shared, and may they be used for future research?",
        (
            Aspect(
                "future",
                (
                    Cue(
                        r"(?:future|later|other|additional|new) (?:\w+ ){0,2}(?:research|studies|"
                        r"study|uses?)\b",
                        1.4,
                    ),
                    Cue(
                        r"without (?:your |any |further |asking )*(?:additional |further "
                        r")?(?:informed )?(?:consent|permission|asking)|not (?:be )?ask(?:ed)? "
                        r"(?:you )?(?:again|each|for)|no additional (?:informed )?consent",
                        1.0,
                    ),
                    Cue(
                        r"(?:strip\w+|remov\w+|de-?identif\w+|anonymi[sz]\w+|identifiers|without "
                        r"(?:your )?names?|coded)",
                        0.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"contact (?:you|me)|benefit|willing|other studies while|new information|"
                        r"clinicaltrials|join another|change your mind|letter|tell us|not want|"
                        r"^(?:my|i)\b|no longer want",
                        1.6,
                    ),
                ),
                threshold=2.3,
            ),
            Aspect(
                "with",
                (
                    Cue(
                        r"(?:shared?|sharing|sen[dt]|given|released|provided?|transferred|"
                        r"distributed|go(?:es)?|available|submitted|placed|"
                        r"put)\b.{0,100}(?:researchers?|scientists?|investigators|companies|"
                        r"company|"
                        r"universit\w+|sponsor|database|databank|data bank|archive|repositor\w+|"
                        r"other people|drug company|institut\w+|collaborat\w+|agencies|registry|"
                        r"center\b)",
                        1.8,
                    ),
                    Cue(
                        r"(?:shared|sent|given|released|provided|disclosed|goes) (?:\w+ "
                        r"){0,3}(?:with|to) (?:the )?(?-i:[A-Z][a-z]+)",
                        1.8,
                    ),
                    Cue(
                        r"(?:other|outside|qualified|approved|external) (?:\w+ )?(?:researchers?|"
                        r"scientists?|investigators?|institutions?|universities|companies|people "
                        r"who study|groups)",
                        1.2,
                    ),
                ),
                avoid=(
                    Cue(
                        r"contact information|web ?site|clinicaltrials|\blaw\b|payment|"
                        r"\bbill|abuse|"
                        r"injur|medical record|health department|insurance|permission to obtain|"
                        r"change your mind|once we have|social security|change their minds?|^(?:my|"
                        r"i)\b",
                        1.2,
                    ),
                ),
                away=topics.OPTIONAL,
                threshold=1.4,
            ),
            Aspect(
                "not_used",
                (
                    Cue(
                        r"(?:not|never|n.t) (?:\w+ )?(?:be )?(?:used|shared|distributed|"
                        r"kept|stored|"
                        r"sold|given).{0,80}(?:future|other|research|anyone|outside|studies|"
                        r"even if)",
                        1.8,
                    ),
                    Cue(
                        r"(?:samples?|specimens?|blood|tissue|recordings?|data|interviews?|"
                        r"information)\b.{0,60}(?:destroyed|discarded|thrown away|not (?:be "
                        r")?(?:kept|stored|shared))",
                        1.4,
                    ),
                ),
                avoid=(
                    Cue(
                        r"names?|identif|ask (?:us|for|that)|withdraw|change your mind|web ?site|"
                        r"request|continue to use|no longer want",
                        1.6,
                    ),
                ),
                threshold=2.2,
            ),
            Aspect(
                "optional",
                (
                    Cue(
                        r"(?:optional|if you (?:agree|say yes|choose)|with your (?:permission|"
                        r"consent|ok)|you (?:may|can) (?:say no|choose|refuse)|"
                        r"separate)\b.{0,120}(?:samples?|blood|specimens?|tissue|data|information|"
                        r"dna|store|kept)",
                        1.4,
                    ),
                    Cue(
                        r"(?:left-? ?over|stored?|kept|keep|bank\w*|samples?|"
                        r"specimens?)\b.{0,80}(?:up to \d+ years|indefinite\w*|no end|unlimited|"
                        r"future (?:research|studies|use)|without time limit|for \d+ years)",
                        1.6,
                    ),
                ),
                avoid=(Cue(r"^(?:yes|no|my|i)\b|signature|contact", 1.5),),
                threshold=2.0,
            ),
        ),
        home=topics.SHARING,
        away=(
            *topics.SIGNATURES,
            *topics.PAYMENT,
            *topics.INJURY,
            *topics.RISKS_ONLY,
            *topics.BENEFITS,
            *topics.STOPPING,
        ),
    ),
)
