"""What the subject is paid."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.sums import ALL, CREDIT, OTHER_SUM, SUM
from conspectus.plugins.informed_consent_ki.questions.unpaid import NOTHING, UNPAID

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)

PAYMENT = (
    Question(
        "compensation",
        "text",
        "What is the subject paid, and for what?",
        (
            UNPAID,
            Aspect(
                "amount",
                (
                    Cue(r"\bgiv(?:e|ing) (?:you|each|every\w*) .{0,60}" + SUM, 1.5),
                    Cue(
                        r"(?:paid|receive|get|given|compensat\w+|pay you|provide[sd]?|"
                        r"offer(?:ed)?|reimburse\w*|earn|entered|drawing|lottery|raffle|thank|"
                        r"obtain|claim|"
                        r"loaded|carries|worth|gets?|are paid|is paid|pays?) .{0,120}" + SUM,
                        1.5,
                    ),
                    Cue(
                        SUM
                        + r".{0,40}(?:for each|per|for every|/ ?(?:hour|visit)|each|an? (?:hour|"
                        r"visit)|gift card|voucher|for (?:the|your|completing|taking|visits?|"
                        r"an?\b|week|month|day))",
                        1.2,
                    ),
                    Cue(
                        r"(?:gift cards?|vouchers?|debit card|checks?|cash|stipend|payments?|"
                        r"compensation|token|cards?|honorarium|allowance|remuneration|credit) "
                        r".{0,40}" + SUM,
                        1.0,
                    ),
                    Cue(
                        r"(?:paid|payments?|compensat\w+|reimburs\w+|gift cards?) .{0,80}(?:as "
                        r"follows|following|schedule|after each|for each|each (?:completed "
                        r")?visit).{0,60}:\s*$",
                        3.0,
                    ),
                ),
                avoid=(
                    OTHER_SUM,
                    Cue(
                        r"travel|mileage|parking|taxi|hotel|miles\b|transport|meals?\b|lodging", 1.4
                    ),
                    Cue(
                        r"(?:reimburs\w+|paid back|refund).{0,40}(?:travel|parking|meal|lodging|"
                        r"mileage|transport)|parking is",
                        2.5,
                    ),
                    Cue(r"complete (?:all|the (?:entire|whole|full))|" + ALL, 1.0),
                    Cue(
                        r"(?:leave|stop) early|not (?:to )?(?:qualify|finish)",
                        3.0,
                    ),
                ),
                most=2,
                threshold=1.2,
            ),
            Aspect(
                "single",
                (Cue(SUM, 1.0),),
                avoid=(OTHER_SUM, Cue(ALL + r"|reimburs|travel|parking|mileage", 2.0)),
                home=topics.PAYMENT,
                most=4,
                threshold=1.5,
                unless=("amount", "unpaid"),
            ),
            Aspect(
                "total",
                (
                    Cue(ALL + r"\b.{0,90}" + SUM, 2.0),
                    Cue(
                        r"(?:makes?|adds? up to|comes? to|a sum of|sums? to|the most|most (?:that )?you|no more than|"
                        r"maximum) .{0,30}" + SUM,
                        1.6,
                    ),
                    Cue(
                        r"(?:up to|as much as|maximum(?: of)?|most you can \w+ is) (?:a (?:total|"
                        r"maximum) of )?" + SUM + r".{0,60}",
                        1.0,
                    ),
                    Cue(
                        r"(?:complete|finish|attend|does|do|come to) (?:all|every|each|the "
                        r"(?:whole|"
                        r"entire|full)|both)\b.{0,80}" + SUM,
                        2.0,
                    ),
                    Cue(
                        SUM
                        + r".{0,60}(?:in all|in total|altogether|for (?:completing|the (?:whole|"
                        r"entire|full))|if you (?:complete|finish))",
                        2.0,
                    ),
                ),
                avoid=(
                    OTHER_SUM,
                    Cue(r"travel|mileage|parking|taxi|hotel|miles|transport", 1.6),
                    Cue(r"more than one|not (?:be )?(?:above|exceed|more)|will not get more", 2.5),
                ),
                threshold=1.3,
            ),
            CREDIT,
            NOTHING,
            Aspect(
                "open",
                (
                    Cue(
                        r"(?:compensat|pa(?:y|id)|reimburs)\w*(?: you)? for your (?:time|effort|"
                        r"participation|inconvenience)",
                        1.2,
                    ),
                    Cue(
                        r"(?:will|may|can) (?:be )?(?:\w+ )?(?:compensated?|paid|reimbursed?|pay "
                        r"you|given an? (?:gift|small)|receive (?:an? )?(?:\w+ )?(?:payment|"
                        r"compensation|stipend|gift card|honorarium))",
                        1.6,
                    ),
                    Cue(
                        r"(?:time|inconvenience|effort|travel) (?:and|or) (?:your "
                        r")?(?:inconvenience|time|effort|travel|participation)",
                        0.8,
                    ),
                ),
                avoid=(
                    Cue(
                        r"injur|harm|bill|insurance|not |costs?|hospital|doctor|sponsor is|"
                        r"emergency|care",
                        2.0,
                    ),
                    OTHER_SUM,
                ),
                home=topics.PAYMENT,
                threshold=1.8,
                unless=("total", "amount", "single", "none", "unpaid"),
            ),
            Aspect(
                "travel",
                (
                    Cue(
                        r"(?:parking|travel|mileage|transport\w*).{0,40}(?:validated|provided)", 1.6
                    ),
                    Cue(
                        r"(?:reimburs\w+|pay(?:s|ment)? (?:you )?(?:back )?for|paid back|"
                        r"refund\w*|cover|provide|given?|free|validat\w+|voucher|pay) "
                        r".{0,60}(?:travel|mileage|parking|taxi|transport\w*|meals?|hotel|lodging|"
                        r"bus|child ?care)",
                        1.8,
                    ),
                    Cue(
                        r"(?:travel|mileage|parking|taxi|transport\w*|meals?|hotel|lodging|fares?|"
                        r"tickets?)\b.{0,60} (?:reimbursed|refunded|paid|free|covered|provided|"
                        r"voucher)",
                        1.6,
                    ),
                ),
                avoid=(OTHER_SUM, Cue(r"social security|receipts? for|teacher", 0.6)),
                threshold=1.5,
            ),
            Aspect(
                "leaving",
                (
                    Cue(
                        r"(?:leave|withdraw|stop|end|drop out|do not (?:finish|complete)|"
                        r"quit).{0,80}(?:paid|keep|receive|pay)",
                        1.6,
                    ),
                    Cue(
                        r"(?:paid|prorated|pro-rated|keep) .{0,60}(?:completed?|done|finished|"
                        r"spent|visits you)",
                        1.2,
                    ),
                ),
                avoid=(OTHER_SUM,),
                threshold=2.2,
                unless=("none", "open", "unpaid"),
            ),
            # What the money may cost in its turn.
            Aspect(
                "taxed",
                (
                    Cue(
                        r"\b(?:lose|losing|affect|reduce|lower|change|cut|end)\b[^.]{0,60}\b(?:SSI|SSDI|"
                        r"SNAP|medicaid|disability|housing|welfare|unemployment|public assistance|"
                        r"social security|government|food stamps?) ?(?:benefits?|payments?|aid|help)?",
                        2.2,
                    ),
                    Cue(
                        r"\b(?:payments?|money|amount|compensation|it|this|sum)\b[^.]{0,40}\b(?:is|are|"
                        r"may be|will be|counts? as|considered) (?:\w+ )?(?:taxable|taxed|income)\b",
                        1.8,
                    ),
                    Cue(r"\b(?:pay|paid|income|payment)\b", 0.2),
                ),
                avoid=(Cue(r"\bnot (?:affect|be taxed|taxable|count)|sub-?study|optional", 2.0),),
                home=topics.PAYMENT,
                most=2,
                threshold=1.8,
            ),
        ),
        home=topics.PAYMENT,
        away=(
            *_ASIDE,
            rf"^(?!.*\bpa(?:id|yment)).*(?:{topics.PROFIT[0]}|{topics.INJURY[0]})",
            *topics.RECORDS,
        ),
        most_words=60,
    ),
)
