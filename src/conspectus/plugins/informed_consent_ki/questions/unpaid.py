"""That the subject is paid nothing."""

from conspectus.domain.facts import Aspect, Cue
from conspectus.plugins.informed_consent_ki.questions.sums import OTHER_SUM

_NO_PAY = (
    r"\bno (?:\w+ ){0,3}(?:payments?|compensation|money|fees?\b|remuneration|financial (?:\w+ "
    r")?(?:gain|benefit|reward|comp|remun|pay|incentive)|stipend|incentives?|honorari\w+|wages?\b|"
    r"pay\b|inducement)"
)

# Said so plainly that it may stand beside sums for travel or as a thank-you.
UNPAID = Aspect(
    "unpaid",
    (
        Cue(_NO_PAY, 1.8),
        Cue(
            r"(?:(?:will|can|do|does|are|is)(?: not|n.t)|cannot|never)(?: able to| going to)? "
            r"(?:pay|paying|compensate|reward) (?:you|your child|participants|subjects|anyone|people)\b",
            2.6,
        ),
        Cue(
            r"(?:not|n.t|never) be (?:paid|compensated|remunerated)|(?:receive|get) no |(?:not|"
            r"n.t) (?:receive|get|offer|provide) (?:any )?(?:\w+ )?(?:payment|compensation|money|"
            r"pay)\b",
            1.8,
        ),
        Cue(
            r"(?:for|from) (?:taking part|participat\w+|being in|joining|your (?:time|"
            r"participation)|(?:the|this) (?:study|research))|to (?:take part|participate|be in|"
            r"join)|(?:is|are) given",
            1.0,
        ),
    ),
    avoid=(
        OTHER_SUM,
        Cue(
            r"injur|harm|hospital|\bif you\b|unless|except|until|screen|visit|\bcalls?\b|samples?|"
            r"profit|product|discover|insurance|\bbill|costs? |lost (?:wages|earnings)|additional|"
            r"further|extra|other compensation|more than|expected to pay|not (?:only|just)|"
            r"for (?:(?:coming to|going to|attending|filling (?:in|out)) )?(?:the |each |any |a )?(?:\w+ )?"
            r"(?:class|session|meeting|group|lesson|training|homework|diar|wearing)\w*",
            3.0,
        ),
    ),
    threshold=2.5,
)

# Only where the form names no sum.
NOTHING = Aspect(
    "none",
    (
        Cue(
            r"\bnor (?:will|would|are|shall) (?:you|participants|subjects|they|i) (?:be |get "
            r")?(?:paid|receive)|\bpaid\b[^?]{0,60}\?:? no\b|compensat\w+:? (?:none|no)\.?$|"
            r"payments?:? none",
            3.0,
        ),
        Cue(
            r"(?:not|n.t|never) (?:be |get |receive |provide |offer |going to be )*(?:any "
            r")?(?:paid|pay|compensat\w+|money|payment|reimburs\w+|financial)",
            2.0,
        ),
        Cue(_NO_PAY + r"|\bno reimbursement", 1.8),
        Cue(
            r"(?:for|from) (?:taking part|participat\w+|being in|joining|your (?:time|"
            r"participation)|(?:the|this) (?:study|research))|to (?:take part|participate|be in|"
            r"join)",
            1.0,
        ),
        Cue(
            r"without (?:any )?(?:pay|payment|compensation)\b|neither .{0,40}paid|unpaid|receive "
            r"nothing",
            2.0,
        ),
    ),
    avoid=(
        Cue(
            r"injur|harm|lost wages|sub-?study|optional|"
            r"(?<!for your )(?<!for my )(?<!for the )(?<!for this )(?<!giving a )(?<!giving )"
            r"(?<!donating )(?<!donating a )(?<!a blood )(?<!your blood )(?<!your tissue )samples?|"
            r"biobank|discover|product|profit|"
            r"patent|extension|commercial|insurance|\bbills?\b|\btax(?:es|able)?\b|illness|for "
            r"them|expected to pay",
            2.0,
        ),
        Cue(
            r"costs?\b|medical|treatment|diary|survey|hospital|\bif you\b|sponsor|researchers|"
            r"doctors?\b|pay for|study (?:drug|visit|test)|procedures",
            1.0,
        ),
    ),
    threshold=1.2,
    unless=("total", "amount", "single", "unpaid"),
)
