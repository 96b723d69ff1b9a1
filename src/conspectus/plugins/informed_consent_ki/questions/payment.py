"""What the subject is paid."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)

_SUM = (
    r"(?:[$\u20ac\u00a3] ?\d|"
    r"\d[\d,.]* ?(?:us )?(?:dollars|euros?|pounds|usd|eur|gbp|rand|shillings|rupees)\b)"
)

# Sums that are not what the subject gets.
_OTHER_SUM = Cue(
    r"\$600|internal revenue|\birs\b|\btax(?:es|able)?\b|1099|another study|"
    r"other stud(?:y|ies) of|own form|teacher|"
    r"\bdr\. |speaking|lectures?|shares? of|stock|per year from|insurance limit|"
    r"reported to|"
    r"sub-?study|optional|biobank|stored samples|extra sample|co-?pay|deductible",
    2.5,
)

PAYMENT = (
    Question(
        "compensation",
        "text",
        "What is the subject paid, and for what?",
        (
            Aspect(
                "amount",
                (
                    Cue(r"\bgiv(?:e|ing) (?:you|each|every\w*) .{0,60}" + _SUM, 1.5),
                    Cue(
                        r"(?:paid|receive|get|given|compensat\w+|pay you|provide[sd]?|offer(?:ed)?|"
                        r"reimburse\w*|earn|entered|drawing|lottery|raffle|thank) .{0,120}" + _SUM,
                        1.5,
                    ),
                    Cue(
                        _SUM
                        + r".{0,40}(?:for each|per|for every|/ ?(?:hour|visit)|each|an? (?:hour|"
                        r"visit)|gift card|voucher|for (?:the|your|completing|taking|visits?|an?\b|"
                        r"week|month|day))",
                        1.2,
                    ),
                    Cue(
                        r"(?:gift cards?|vouchers?|debit card|check|cash|stipend|payment|"
                        r"compensation) .{0,40}" + _SUM,
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
                    _OTHER_SUM,
                    Cue(
                        r"travel|mileage|parking|taxi|hotel|miles\b|transport|meals?\b|lodging", 0.8
                    ),
                    Cue(
                        r"(?:reimburs\w+|paid back|refund).{0,40}(?:travel|parking|meal|lodging|"
                        r"mileage|transport)|parking is",
                        2.5,
                    ),
                    Cue(r"complete (?:all|the (?:entire|whole|full))|\btotal|in all\b", 1.0),
                ),
                most=2,
                threshold=1.2,
            ),
            Aspect(
                "single",
                (Cue(_SUM, 1.0),),
                avoid=(_OTHER_SUM, Cue(r"\btotal|in all\b|reimburs|travel|parking|mileage", 2.0)),
                home=topics.PAYMENT,
                most=4,
                threshold=1.5,
                unless=("amount",),
            ),
            Aspect(
                "total",
                (
                    Cue(r"(?:\btotal|all of the above|altogether|in all)\b.{0,90}" + _SUM, 2.0),
                    Cue(
                        r"(?:up to|as much as|maximum(?: of)?|most you can \w+ is) (?:a (?:total|"
                        r"maximum) of )?" + _SUM + r".{0,60}",
                        1.0,
                    ),
                    Cue(
                        r"(?:complete|finish|attend|does|do|come to) (?:all|every|each|the "
                        r"(?:whole|"
                        r"entire|full)|both)\b.{0,80}" + _SUM,
                        2.0,
                    ),
                    Cue(
                        _SUM
                        + r".{0,60}(?:in all|in total|altogether|for (?:completing|the (?:whole|"
                        r"entire|full))|if you (?:complete|finish))",
                        2.0,
                    ),
                ),
                avoid=(
                    _OTHER_SUM,
                    Cue(r"travel|mileage|parking|taxi|hotel|miles|transport", 1.6),
                    Cue(r"more than one|not (?:be )?(?:above|exceed|more)|will not get more", 2.5),
                ),
                threshold=1.3,
            ),
            Aspect(
                "none",
                (
                    Cue(
                        r"\bpaid\b[^?]{0,60}\?:? no\b|compensat\w+:? (?:none|no)\.?$|"
                        r"payments?:? none",
                        3.0,
                    ),
                    Cue(
                        r"(?:not|n.t|never) (?:be |get |receive |provide |offer |going to be "
                        r")*(?:any )?(?:paid|pay|compensat\w+|money|payment|reimburs\w+|financial)",
                        2.0,
                    ),
                    Cue(
                        r"\bno (?:\w+ ){0,3}(?:payments?|compensation|money|reimbursement|"
                        r"remuneration|financial|stipend|incentive)",
                        1.8,
                    ),
                    Cue(
                        r"without (?:any )?(?:pay|payment|compensation)\b|neither .{0,40}paid|"
                        r"unpaid|receive nothing",
                        2.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"injur|harm|lost wages|sub-?study|optional|samples?|biobank|discover|"
                        r"product|profit|patent|extension|commercial|insurance|bills?|costs?|tax|"
                        r"medical|treatment|diary|survey|hospital|\bif you\b|illness|for "
                        r"them|sponsor|researchers|doctors?\b",
                        2.0,
                    ),
                ),
                threshold=1.4,
                unless=("total", "amount", "single"),
            ),
            Aspect(
                "open",
                (
                    Cue(
                        r"(?:compensat|pa(?:y|id)|reimburs)\w*(?: you)? for your (?:time|"
                        r"effort|participation|inconvenience)",
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
                        r"injur|harm|bill|insurance|not |costs?|hospital will be|doctor|sponsor is",
                        2.0,
                    ),
                    _OTHER_SUM,
                ),
                home=topics.PAYMENT,
                threshold=1.8,
                unless=("total", "amount", "single", "none"),
            ),
            Aspect(
                "travel",
                (
                    Cue(
                        r"(?:parking|travel|mileage|transport\w*).{0,40}(?:validated|provided)", 1.6
                    ),
                    Cue(
                        r"(?:reimburs\w+|pay(?:s|ment)? (?:you )?(?:back )?for|paid back|refund\w*|"
                        r"cover|provide|given?|free|validat\w+|voucher|pay) .{0,60}(?:travel|"
                        r"mileage|parking|taxi|transport\w*|meals?|hotel|lodging|bus|child ?care)",
                        1.8,
                    ),
                    Cue(
                        r"(?:travel|mileage|parking|taxi|transport\w*|meals?|hotel|lodging|bus "
                        r"tickets?) .{0,50}(?:reimbursed|refunded|paid|free|covered|provided|"
                        r"voucher)",
                        1.6,
                    ),
                ),
                avoid=(_OTHER_SUM, Cue(r"social security|receipts? for|teacher", 0.6)),
                threshold=2.2,
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
                        r"(?:paid|prorated|pro-rated|keep) .{0,60}(?:completed?|done|"
                        r"finished|spent|"
                        r"visits you)",
                        1.2,
                    ),
                ),
                avoid=(_OTHER_SUM,),
                threshold=2.2,
                unless=("none", "open"),
            ),
        ),
        home=topics.PAYMENT,
        away=(
            *_ASIDE,
            rf"^(?!.*\bpa(?:id|yment)).*(?:{topics.PROFIT[0]}|{topics.INJURY[0]})",
            *topics.RECORDS,
            r"^(?!.*pa(?:id|y)).*\bcosts?\b",
        ),
        most_words=60,
    ),
)
