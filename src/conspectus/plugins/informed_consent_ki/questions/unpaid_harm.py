"""What an injury costs the subject: who is billed, and who does not pay."""

from conspectus.domain.facts import Aspect, Cue

HURT = Cue(r"injur|\bhurt|\bharm|\bill(?:ness)?\b|sick\b|first.aid|go(?:es)? wrong", 1.0)

# Of no injury, whatever the heading: care or money of another kind.
UNHURT = Cue(
    r"^(?!(?:medical )?care\b)(?!.*(?:injur|hurt|\bharm|sick|\bill\b|illness|complication|first.aid|wrong|accident|"
    r"reaction|emergenc|(?:this|that|the|such|your|it|other|long-term) (?:medical )?(?:care|"
    r"treatment|damage)|\bit\b|medical (?:treatment|expenses)|^if (?:so|that),? (?:medical )?care|^if (?:so|that)\b|other compensation|pay for (?:care|"
    r"treatment)|(?:aside|funds?|money) for (?:this|such|that))).*",
    1.4,
)

BILLED = Aspect(
    "billed",
    (
        HURT,
        Cue(
            r"(?:billed|charged|bill)(?: \w+){0,3}? (?:to )?(?:you|your|insurance|me\b|the "
            r"(?:subject|participant|patient|insurer)|medicare|whatever)|(?:you|insurance|insurer|"
            r"plan|subject|participant)\w*\b[^.]{0,50} (?:will be|be|is|are) (?:billed|charged|"
            r"responsible)|(?:billed|charged) in the (?:usual|ordinary|normal)",
            2.0,
        ),
        Cue(
            r"(?:you|your)\b[^.]{0,50}(?:insur\w+|health plan|payer)[^.]{0,30}(?:pay|billed|"
            r"charged|responsible|cover)|\bcosts? (?:goes?|falls?|is|are|will be) (?:sent )?(?:up )?(?:to|on) "
            r"(?:you|your)\b|\bpay(?:ing|ment|s)?\b[^.]{0,30}\byou (?:or|and) your "
            r"(?:\w+ )?insur",
            1.6,
        ),
        Cue(
            r"you (?:will |would |may |might )?(?:also )?(?:have to|need to|must|be responsible) "
            r"(?:to |for )?(?:pay|the cost)|at your own (?:cost|expense)|responsibility of you|"
            r"your responsibility|(?:usual|ordinary|normal) (?:way|manner)|(?:my|your|their|his "
            r"or her) own (?:expense|cost|insurance)",
            1.2,
        ),
    ),
    avoid=(
        UNHURT,
        Cue(
            r"not (?:be )?(?:billed|charged|bill|charge)|medicare (?:number|report)|study "
            r"(?:tests?|visits?|drug) ",
            1.0,
        ),
        Cue(
            r"^(?!.*(?:injur|hurt|harm|ill\b)).*(?:(?:regular|routine|standard|usual) (?:\w+ "
            r")?care|would have (?:anyway|paid)|not in the study|hospital stay|scans|deductibles)",
            3.0,
        ),
    ),
    threshold=2.3,
)

NOT_PAID = Aspect(
    "not_paid",
    (
        Cue(
            r"(?:compensation|reimbursement|payment|free (?:care|treatment)).{0,60}not (?:been "
            r")?(?:arranged|available|provided|offered|planned)",
            1.8,
        ),
        Cue(
            r"\b(?:no|not any|without) (?:\w+ )?(?:commitments?|obligations?|promises?|provisions?|"
            r"arrangements?|guarantees?|agreements?|mechanisms?|offer)\b.{0,240}(?:compensat\w+|"
            r"free|pay|payment|reimburse\w*|cover|financial|monetary)\b|not (?:committed|obligated|"
            r"obliged|bound|liable|agreed|promised?) (?:\w+ )?to (?:pay|provid|compensat|offer|"
            r"cover|reimburs|giv)\w*|(?:accepts?|assumes?|admits?) no (?:\w+ )?(?:liabilit|"
            r"responsibilit|obligation)\w*",
            2.4,
        ),
        HURT,
        Cue(
            r"\b(?:no|not|nothing|neither|nor|n.t) .{0,110}(?:program|funds?|money|plans?|"
            r"compensation|compensat\w+|payment|reimburse\w*|set aside|budget)",
            1.8,
        ),
        Cue(
            r"(?:sponsors?|study|hospital|university|we|company|center|institution|government|"
            r"clinic|foundation|network|researchers|school|college|trust|board)\b.{0,40}(?:will|"
            r"can|do|does|would|has|have)(?: ?not|n.t| no)\b.{0,40}(?:pay|cover|fund|compensat|"
            r"provide|money|reimburs|program)|(?:set|put) (?:nothing|no money|no funds?) aside|"
            r"(?:keeps?|has|have) no (?:fund|money|program|plan|budget)|sets? nothing aside|"
            r"(?:offers?|has|sets?) (?:no|nothing|neither) .{0,30}(?:injur|harm|pay)|neither "
            r".{0,60}(?:offers?|has any plan|will pay|pays)",
            2.3,
        ),
        Cue(
            r"(?-i:[A-Z]\w+) (?:will|does|do|shall) not pay (?:for (?:care|treatment|it|that|your)|either"
            r"|\W*$)|\b(?:nobody|no one|neither) (?:will )?pays?\b",
            2.3,
        ),
        Cue(
            r"lost wages|lost (?:work|time|income)|pain and suffering|discomfort|other losses|"
            r"disability",
            0.6,
        ),
    ),
    avoid=(
        UNHURT,
        Cue(r"\bsell\b|\bsold\b|making money|profit|you decide", 2.0),
        Cue(
            r"pay for (?:the|this) (?:study|trial|research)\b|planning|pa(?:y\w*|id) for taking "
            r"part|to be in (?:the|this) study|discover|product|natural course|insurance "
            r"(?:company )?may|your (?:signature|legal)|do not give up|for your time|right to",
            2.6,
        ),
    ),
    threshold=2.3,
)
