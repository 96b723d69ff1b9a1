"""Payment to the subject, and costs."""

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
    r"reported to|up to \u00a3\d{3},|"
    r"sub-?study|optional|biobank|stored samples|leukapheresis|extra sample|co-?pay|deductible",
    2.5,
)

_NOT_STUDY_COST = Cue(
    r"injur|hurt|harm(?:ed)?|lost wages|sub-?study|optional|\$600|internal "
    r"revenue|\btax(?:es|able)?\b|another study",
    2.0,
)
_STUDY_COST_ASIDE = Cue(
    r"(?:health plan|plans|insurance|insurer)s? (?:will|may|does|do) not|(?:you|"
    r"insurance|plan) (?:will )?"
    r"(?:have to |must )?pays? for|doctors? (?:are|is) |not (?:pay|cover) |"
    r"counsel(?:ing|or)|interpreter|"
    r"translation|parking|taxi|transport|lost or broken|has no say|lent to us|"
    r"gave a grant|natural course|"
    r"problems that come from|free to (?!you)|to us (?:for )?free|(?:free|"
    r"charge) to the study|by (?:the|its) (?:maker|manufacturer) to the|copy of",
    1.6,
)
_YOU_PAY_ASIDE = Cue(
    r"do(?:es)? not have (?:a |to)|(?:not|n.t|nor|neither) (?:have to|need to|"
    r"be (?:billed|charged)|pay|bill|charge)|not sure|"
    r"talk (?:to|with)|\bask |\bcall |get a bill|please|some (?:health|"
    r"insurance|plans)|counselor|check with|"
    r"may not (?:be|pay|cover)|will not (?:pay|cover)",
    1.5,
)

MONEY = (
    Question(
        "compensation",
        "text",
        "What is the subject paid, and for what?",
        (
            Aspect(
                "amount",
                (
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
                threshold=1.4,
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
                        r"(?:complete|finish|attend|does|do|come to) (?:all|every|each|the (?:whole|"
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
                threshold=1.6,
            ),
            Aspect(
                "none",
                (
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
                        r"medical|treatment|coaching|diary|survey|hospital|\bif you\b|illness|for "
                        r"them|sponsor|researchers|doctors?\b",
                        2.0,
                    ),
                ),
                threshold=1.8,
                unless=("total", "amount", "single"),
            ),
            Aspect(
                "open",
                (
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
                threshold=2.2,
                unless=("total", "amount", "single", "none"),
            ),
            Aspect(
                "travel",
                (
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
                        r"(?:paid|prorated|pro-rated|keep) .{0,60}(?:completed?|done|finished|spent|"
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
    Question(
        "costs",
        "text",
        "Who pays for what?",
        (
            Aspect(
                "none",
                (
                    Cue(
                        r"\bno (?:\w+ ){0,2}(?:costs?|charges?|billing|expense)s?(?: or \w+)? (?:to|"
                        r"for|involved|associated|in|of|if)",
                        2.0,
                    ),
                    Cue(
                        r"(?:does|do|will) not (?:bill|charge) .{0,60}(?:you|participants|insurance)",
                        2.2,
                    ),
                    Cue(
                        r"(?:will|does|do|should|would) not cost (?:you|your|anything)|not (?:have "
                        r"to pay|be (?:charged|billed)|pay) (?:anything|for (?:taking part|"
                        r"participat|being in|any)|any)|cost(?:s)? you (?:nothing|anything)|free of "
                        r"cost",
                        2.0,
                    ),
                ),
                avoid=(
                    Cue(
                        r"sub-?study|optional|provided|drugs? |device|injur|lost|broken|unless|"
                        r"except",
                        1.0,
                    ),
                ),
                threshold=1.8,
            ),
            Aspect(
                "free",
                (
                    Cue(
                        r"free of charge|at no (?:additional |extra )?(?:cost|charge)|no charge|"
                        r"without (?:any )?(?:cost|charge)|free (?:for|to) (?:you|your|participants|"
                        r"all)|(?:is|are|will be) (?:provided |given )?(?:\w+ )?free\b|for free|"
                        r"\bfree\.|cost(?:s)? you nothing|no prescription charge",
                        2.0,
                    ),
                    Cue(
                        r"(?:not|n.t) (?:have to |need to |be (?:required|asked) to )?pay "
                        r"(?:anything )?for|not be (?:charged|billed)|no cost (?:to|for) you",
                        1.7,
                    ),
                    Cue(
                        r"(?:drugs?|medicines?|tablets?|device|treatment|tests?|visits?|procedures?|"
                        r"vaccine|scans?)\b",
                        0.4,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _STUDY_COST_ASIDE),
                threshold=2.2,
                unless=("none",),
            ),
            Aspect(
                "study_pays",
                (
                    Cue(
                        r"(?:study|sponsor|company|research|grant|university|hospital|department|"
                        r"institute|\bnci\b|\bnih\b|\bva\b|\bwe|\binc|llc|pharma\w*|team|"
                        r"foundation)\b\.?(?:\W+\w+){0,2}? (?:will |would |can )?(?:also )?(?:pays?|"
                        r"covers?|provides?|suppl(?:y|ies))\b",
                        1.3,
                    ),
                    Cue(
                        r"(?:is|are|be) (?:paid|covered|provided) (?:for )?by the (?:study|sponsor|"
                        r"research|company|grant)",
                        1.5,
                    ),
                    Cue(
                        r"(?:only|solely|just|specifically) (?:for|because|as part of) (?:of "
                        r")?(?:the |this |you |research)|research-related|research (?:tests?|"
                        r"procedures?|visits?|purposes|only|costs|blood)|part of (?:this|the) "
                        r"(?:study|research)",
                        0.7,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _STUDY_COST_ASIDE),
                threshold=1.8,
                unless=("none", "free"),
            ),
            Aspect(
                "billed",
                (
                    Cue(
                        r"(?:billed|charged|bill) (?:to|by|in the usual way|as usual)? "
                        r"?.{0,40}(?:you\b|insurance|insurer|health plan|payer|usual way)",
                        1.9,
                    ),
                    Cue(
                        r"(?:you|insurance\w*|insurer|plan|company|carrier)\b[^.]{0,40}(?:may|will|"
                        r"would|can|could) (?:also |still )?be (?:billed|charged)",
                        1.8,
                    ),
                    Cue(
                        r"(?:regular|routine|usual|standard)(?: \w+)? care .{0,60}(?:billed|charged|"
                        r"insurance|your (?:own )?(?:cost|expense))",
                        1.2,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _YOU_PAY_ASIDE),
                threshold=1.8,
            ),
            Aspect(
                "you_pay",
                (
                    Cue(
                        r"(?:you|your insurance|insurance company|insurer|health plan|participant|"
                        r"payer)\b[^.]{0,60}(?:will (?:still |also |need to |have to )*|must "
                        r"(?:still )?|may (?:have to |need to )?|need to |have to |would (?:have to "
                        r"|need to )?|are responsible (?:to|for) ?|is responsible |or your \w+ |"
                        r"\b)(?:pay(?:ing)?|be responsible)\b",
                        1.5,
                    ),
                    Cue(
                        r"(?:responsible for|pays? for) .{0,80}(?:regular|routine|usual|standard|"
                        r"anyway|even if you (?:were|did) not|not (?:part of|in) the study|"
                        r"co-?pay\w*|deductibles?)",
                        1.2,
                    ),
                    Cue(
                        r"paid by the public|paid (?:for )?(?:by|through) (?:the )?(?:public|"
                        r"national) health|health service|medicare will|usual (?:manner|way)",
                        1.6,
                    ),
                    Cue(
                        r"co-?pay|deductible|out-of-pocket|at your own (?:cost|expense)|other "
                        r"(?:medicines?|medical|costs?)",
                        0.6,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _YOU_PAY_ASIDE),
                threshold=1.8,
            ),
            Aspect(
                "own_data",
                (
                    Cue(
                        r"(?:own|your) (?:\w+ )?(?:phone|internet|data|cell\w*|smartphone|minutes|"
                        r"text)|(?:data|message|messaging|text) (?:charges?|rates?)|(?:travel|"
                        r"parking|transportation) (?:costs?|expenses?) .{0,40}(?:not|your own|"
                        r"responsib)",
                        1.2,
                    ),
                ),
                home=topics.COSTS,
                threshold=2.3,
            ),
            Aspect(
                "not_covered",
                (
                    Cue(
                        r"(?:insurance|plans?|insurers?|medicare|payers?) .{0,40}(?:may|might|will|"
                        r"do|does) not (?:\w+ )?(?:pay|cover)",
                        1.6,
                    ),
                    Cue(r"possible that .{0,40}insurance .{0,20}not", 1.2),
                ),
                avoid=(Cue(r"injur|hurt|harm", 2.0),),
                home=topics.COSTS,
                threshold=2.4,
                unless=("none",),
            ),
        ),
        home=topics.COSTS,
        away=(
            *_ASIDE,
            rf"^(?!.*\bcosts?\b).*(?:{topics.PROFIT[0]}|{topics.INJURY[0]})",
            *topics.RECORDS,
            *topics.RISKS_ONLY,
            *topics.PRIVACY,
            *topics.CONTACT_ONLY,
            *topics.BENEFITS,
        ),
    ),
)
