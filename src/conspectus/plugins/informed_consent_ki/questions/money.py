"""Payment to the subject, costs, and what happens after an injury."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)
_SUM = r"(?:[$\u20ac\u00a3] ?\d|\d[\d,.]* ?(?:us )?(?:dollars|euros?|pounds|usd|eur|gbp|rand|shillings|rupees)\b)"
_INSURER = (
    r"(?:you(?:,? (?:and|or|and/or) your)?|your(?: child.s)?|the participant.s|third.party|my|our)"
    r"(?:,)? (?:(?:private |health |medical |own )*(?:insur\w+|health plan|health care plan|payer|medicare))"
)
# Sums that are not what the subject gets.
_OTHER_SUM = Cue(
    r"\$600|internal revenue|\birs\b|\btax(?:es|able)?\b|1099|another study|other stud(?:y|ies) of|own form|teacher|"
    r"\bdr\. |speaking|lectures?|shares? of|stock|per year from|insurance limit|reported to|up to \u00a3\d{3},|"
    r"sub-?study|optional|biobank|stored samples|leukapheresis|extra sample|co-?pay|deductible",
    2.5,
)

_NOT_STUDY_COST = Cue(
    r"injur|hurt|harm(?:ed)?|lost wages|sub-?study|optional|\$600|internal revenue|\btax(?:es|able)?\b|another study",
    2.0,
)
_STUDY_COST_ASIDE = Cue(
    r"(?:health plan|plans|insurance|insurer)s? (?:will|may|does|do) not|(?:you|insurance|plan) (?:will )?"
    r"(?:have to |must )?pays? for|doctors? (?:are|is) |not (?:pay|cover) |counsel(?:ing|or)|interpreter|"
    r"translation|parking|taxi|transport|lost or broken|has no say|lent to us|gave a grant|natural course|"
    r"problems that come from|free to (?!you)|to us (?:for )?free|(?:free|charge) to the study|by (?:the|its) (?:maker|manufacturer) to the|copy of",
    1.6,
)
_YOU_PAY_ASIDE = Cue(
    r"do(?:es)? not have (?:a |to)|(?:not|n.t|nor|neither) (?:have to|need to|be (?:billed|charged)|pay|bill|charge)|not sure|"
    r"talk (?:to|with)|\bask |\bcall |get a bill|please|some (?:health|insurance|plans)|counselor|check with|"
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
                    Cue(r"(?:paid|receive|get|given|compensat\w+|pay you|provide[sd]?|offer(?:ed)?|reimburse\w*|earn|entered|drawing|lottery|raffle|thank) .{0,120}" + _SUM, 1.5),
                    Cue(_SUM + r".{0,40}(?:for each|per|for every|/ ?(?:hour|visit)|each|an? (?:hour|visit)|gift card|voucher|for (?:the|your|completing|taking|visits?|an?\b|week|month|day))", 1.2),
                    Cue(r"(?:gift cards?|vouchers?|debit card|check|cash|stipend|payment|compensation) .{0,40}" + _SUM, 1.0),
                    Cue(r"(?:paid|payments?|compensat\w+|reimburs\w+|gift cards?) .{0,80}(?:as follows|following|schedule|after each|for each|each (?:completed )?visit).{0,60}:\s*$", 3.0),
                ),
                avoid=(_OTHER_SUM, Cue(r"travel|mileage|parking|taxi|hotel|miles\b|transport|meals?\b|lodging", 0.8), Cue(r"(?:reimburs\w+|paid back|refund).{0,40}(?:travel|parking|meal|lodging|mileage|transport)|parking is", 2.5), Cue(r"complete (?:all|the (?:entire|whole|full))|\btotal|in all\b", 1.0)),
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
                    Cue(r"(?:up to|as much as|maximum(?: of)?|most you can \w+ is) (?:a (?:total|maximum) of )?" + _SUM + r".{0,60}", 1.0),
                    Cue(r"(?:complete|finish|attend|does|do|come to) (?:all|every|each|the (?:whole|entire|full)|both)\b.{0,80}" + _SUM, 2.0),
                    Cue(_SUM + r".{0,60}(?:in all|in total|altogether|for (?:completing|the (?:whole|entire|full))|if you (?:complete|finish))", 2.0),
                ),
                avoid=(_OTHER_SUM, Cue(r"travel|mileage|parking|taxi|hotel|miles|transport", 1.6), Cue(r"more than one|not (?:be )?(?:above|exceed|more)|will not get more", 2.5)),
                threshold=1.6,
            ),
            Aspect(
                "none",
                (
                    Cue(r"(?:not|n.t|never) (?:be |get |receive |provide |offer |going to be )*(?:any )?(?:paid|pay|compensat\w+|money|payment|reimburs\w+|financial)", 2.0),
                    Cue(r"\bno (?:\w+ ){0,3}(?:payments?|compensation|money|reimbursement|remuneration|financial|stipend|incentive)", 1.8),
                    Cue(r"without (?:any )?(?:pay|payment|compensation)\b|neither .{0,40}paid|unpaid|receive nothing", 2.0),
                ),
                avoid=(
                    Cue(r"injur|harm|lost wages|sub-?study|optional|samples?|biobank|discover|product|profit|patent|extension|commercial|insurance|bills?|costs?|tax|medical|treatment|coaching|diary|survey|hospital|\bif you\b|illness|for them|sponsor|researchers|doctors?\b", 2.0),
                ),
                threshold=1.8,
                unless=("total", "amount", "single"),
            ),
            Aspect(
                "open",
                (
                    Cue(r"(?:will|may|can) (?:be )?(?:\w+ )?(?:compensated?|paid|reimbursed?|pay you|given an? (?:gift|small)|receive (?:an? )?(?:\w+ )?(?:payment|compensation|stipend|gift card|honorarium))", 1.6),
                    Cue(r"(?:time|inconvenience|effort|travel) (?:and|or) (?:your )?(?:inconvenience|time|effort|travel|participation)", 0.8),
                ),
                avoid=(Cue(r"injur|harm|bill|insurance|not |costs?|hospital will be|doctor|sponsor is", 2.0), _OTHER_SUM),
                home=topics.PAYMENT,
                threshold=2.2,
                unless=("total", "amount", "single", "none"),
            ),
            Aspect(
                "travel",
                (
                    Cue(r"(?:reimburs\w+|pay(?:s|ment)? (?:you )?(?:back )?for|paid back|refund\w*|cover|provide|given?|free|validat\w+|voucher|pay) .{0,60}(?:travel|mileage|parking|taxi|transport\w*|meals?|hotel|lodging|bus|child ?care)", 1.8),
                    Cue(r"(?:travel|mileage|parking|taxi|transport\w*|meals?|hotel|lodging|bus tickets?) .{0,50}(?:reimbursed|refunded|paid|free|covered|provided|voucher)", 1.6),
                ),
                avoid=(_OTHER_SUM, Cue(r"social security|receipts? for|teacher", 0.6)),
                threshold=2.2,
            ),
            Aspect(
                "leaving",
                (Cue(r"(?:leave|withdraw|stop|end|drop out|do not (?:finish|complete)|quit).{0,80}(?:paid|keep|receive|pay)", 1.6), Cue(r"(?:paid|prorated|pro-rated|keep) .{0,60}(?:completed?|done|finished|spent|visits you)", 1.2)),
                avoid=(_OTHER_SUM,),
                threshold=2.2,
                unless=("none", "open"),
            ),
        ),
        home=topics.PAYMENT,
        away=(*_ASIDE, rf"^(?!.*\bpa(?:id|yment)).*(?:{topics.PROFIT[0]}|{topics.INJURY[0]})", *topics.RECORDS, r"^(?!.*pa(?:id|y)).*\bcosts?\b"),
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
                    Cue(r"\bno (?:\w+ ){0,2}(?:costs?|charges?|billing|expense)s?(?: or \w+)? (?:to|for|involved|associated|in|of|if)", 2.0),
                    Cue(r"(?:does|do|will) not (?:bill|charge) .{0,60}(?:you|participants|insurance)", 2.2),
                    Cue(r"(?:will|does|do|should|would) not cost (?:you|your|anything)|not (?:have to pay|be (?:charged|billed)|pay) (?:anything|for (?:taking part|participat|being in|any)|any)|cost(?:s)? you (?:nothing|anything)|free of cost", 2.0),
                ),
                avoid=(Cue(r"sub-?study|optional|provided|drugs? |device|injur|lost|broken|unless|except", 1.0),),
                threshold=1.8,
            ),
            Aspect(
                "free",
                (
                    Cue(r"free of charge|at no (?:additional |extra )?(?:cost|charge)|no charge|without (?:any )?(?:cost|charge)|free (?:for|to) (?:you|your|participants|all)|(?:is|are|will be) (?:provided |given )?(?:\w+ )?free\b|for free|\bfree\.|cost(?:s)? you nothing|no prescription charge", 2.0),
                    Cue(r"(?:not|n.t) (?:have to |need to |be (?:required|asked) to )?pay (?:anything )?for|not be (?:charged|billed)|no cost (?:to|for) you", 1.7),
                    Cue(r"(?:drugs?|medicines?|tablets?|device|treatment|tests?|visits?|procedures?|vaccine|scans?)\b", 0.4),
                ),
                avoid=(_NOT_STUDY_COST, _STUDY_COST_ASIDE),
                threshold=2.2,
                unless=("none",),
            ),
            Aspect(
                "billed",
                (
                    Cue(r"(?:billed|charged|bill) (?:to|by|in the usual way|as usual)? ?.{0,40}(?:you\b|insurance|insurer|health plan|payer|usual way)", 1.9),
                    Cue(r"(?:you|insurance\w*|insurer|plan|company|carrier)\b[^.]{0,40}(?:may|will|would|can|could) (?:also |still )?be (?:billed|charged)", 1.8),
                    Cue(r"(?:regular|routine|usual|standard)(?: \w+)? care .{0,60}(?:billed|charged|insurance|your (?:own )?(?:cost|expense))", 1.2),
                ),
                avoid=(_NOT_STUDY_COST, _YOU_PAY_ASIDE),
                threshold=1.8,
            ),
            Aspect(
                "you_pay",
                (
                    Cue(r"(?:you|your insurance|insurance company|insurer|health plan|participant|payer)\b[^.]{0,60}(?:will (?:still |also |need to |have to )*|must (?:still )?|may (?:have to |need to )?|need to |have to |would (?:have to |need to )?|are responsible (?:to|for) ?|is responsible |or your \w+ |\b)(?:pay(?:ing)?|be responsible)\b", 1.5),
                    Cue(r"(?:responsible for|pays? for) .{0,80}(?:regular|routine|usual|standard|anyway|even if you (?:were|did) not|not (?:part of|in) the study|co-?pay\w*|deductibles?)", 1.2),
                    Cue(r"paid by the public|paid (?:for )?(?:by|through) (?:the )?(?:public|national) health|health service|medicare will|usual (?:manner|way)", 1.6),
                    Cue(r"co-?pay|deductible|out-of-pocket|at your own (?:cost|expense)|other (?:medicines?|medical|costs?)", 0.6),
                ),
                avoid=(_NOT_STUDY_COST, _YOU_PAY_ASIDE),
                threshold=1.8,
            ),
            Aspect(
                "study_pays",
                (
                    Cue(r"(?:study|sponsor|company|research|grant|university|hospital|department|institute|\bnci\b|\bnih\b|\bva\b|\bwe|\binc|llc|pharma\w*|team|foundation)\b\.?(?:\W+\w+){0,2}? (?:will |would |can )?(?:also )?(?:pays?|covers?|provides?|suppl(?:y|ies))\b", 1.3),
                    Cue(r"(?:is|are|be) (?:paid|covered|provided) (?:for )?by the (?:study|sponsor|research|company|grant)", 1.5),
                    Cue(r"(?:only|solely|just|specifically) (?:for|because|as part of) (?:of )?(?:the |this |you |research)|research-related|research (?:tests?|procedures?|visits?|purposes|only|costs|blood)|part of (?:this|the) (?:study|research)", 0.7),
                ),
                avoid=(_NOT_STUDY_COST, _STUDY_COST_ASIDE),
                threshold=1.8,
                unless=("none",),
            ),
            Aspect(
                "own_data",
                (Cue(r"(?:own|your) (?:\w+ )?(?:phone|internet|data|cell\w*|smartphone|minutes|text)|(?:data|message|messaging|text) (?:charges?|rates?)|(?:travel|parking|transportation) (?:costs?|expenses?) .{0,40}(?:not|your own|responsib)", 1.2),),
                home=topics.COSTS,
                threshold=2.3,
            ),
            Aspect(
                "not_covered",
                (Cue(r"(?:insurance|plans?|insurers?|medicare|payers?) .{0,40}(?:may|might|will|do|does) not (?:\w+ )?(?:pay|cover)", 1.6), Cue(r"possible that .{0,40}insurance .{0,20}not", 1.2)),
                avoid=(Cue(r"injur|hurt|harm", 2.0),),
                home=topics.COSTS,
                threshold=2.4,
                unless=("none",),
            ),
        ),
        home=topics.COSTS,
        away=(*_ASIDE, rf"^(?!.*\bcosts?\b).*(?:{topics.PROFIT[0]}|{topics.INJURY[0]})", *topics.RECORDS, *topics.RISKS_ONLY, *topics.PRIVACY, *topics.CONTACT_ONLY, *topics.BENEFITS),
    ),
    Question(
        "injury",
        "text",
        "What happens, and who pays, when the study injures the subject?",
        (
            Aspect(
                "care",
                (
                    Cue(r"injur|\bhurt|harm|\bill(?:ness)?\b|sick\b", 1.0),
                    Cue(r"(?:will|would|can|may) (?:\w+ )?(?:treat|give|provide|get|offer|receive|arrange|be (?:treated|given|provided|offered|available)|make sure|help you get)\b.{0,90}(?:care|treatment|first aid|injury|attention|help|needed|need)\b", 1.8),
                    Cue(r"(?:care|treatment|first aid|medical attention|assistance) (?:\w+ ){0,3}(?:will|would|is|can) (?:be )?(?:available|provided|offered|given|arranged)", 1.8),
                    Cue(r"first aid|emergency (?:care|treatment|department|room)|short-term (?:medical )?(?:care|treatment)", 0.7),
                ),
                avoid=(Cue(r"not (?:provide|offer|pay|give)|no (?:long|money|funds|program)|pay for|billed|upset|sad|counsel|steps to|insurance|if (?:complications|you become pregnant)|emergency medical information", 0.9),),
                threshold=2.4,
            ),
            Aspect(
                "pays",
                (
                    Cue(r"injur|\bhurt|harm|\bill(?:ness)?\b|sick\b", 1.0),
                    Cue(r"(?:sponsor|company|study|hospital|university|\binc|llc|ltd|pharma\w*|\bva|government|manufacturer|\bwe|institution|insurance|center|clinic)\b\.?,?(?:'s \w+ \w+)? (?:will|agrees to|has agreed to|shall|would|may) (?:\w+ )?(?:pay|cover|reimburse|compensate|provide (?:\w+ )?compensation)", 2.2),
                    Cue(r"(?:costs?|care|treatment|expenses)\b.{0,60}(?:paid|covered|reimbursed) (?:for )?by (?:the )?(?:sponsor|study|company|\bva\b|trial|university|hospital)", 2.0),
                    Cue(r"(?:reasonable|necessary) (?:and \w+ )?(?:costs?|medical|expenses)|at no (?:cost|charge) to you|free of charge", 0.9),
                    Cue(r"without .{0,60}fault|no-fault|(?:clinical )?trial insurance|pays? compensation|compensates? |insurance (?:policy|cover\w*) (?:for|that)|compensation (?:for|in case of) (?:harm|injur|damage)|(?:insured|insurance) (?:for|against)", 1.9),
                ),
                avoid=(Cue(r"not (?:pay|cover|compensate|provide)|if you do not have|natural course|lost wages|neither|nor\b|ask (?:them|if)|will pay you|you or your insurance|may (?:not|need)|insurance company|your time\b|inconvenience|participating", 2.0),),
                most=2,
                threshold=2.7,
            ),
            Aspect(
                "billed",
                (
                    Cue(r"injur|\bhurt|harm|\bill(?:ness)?\b|sick\b", 1.0),
                    Cue(r"(?:billed|charged|bill)(?: \w+){0,3}? (?:to )?(?:you|your|insurance)|(?:you|insurance)[^.]{0,50} (?:will )?be (?:billed|charged|responsible)", 2.0),
                    Cue(r"(?:you|your)\b[^.]{0,50}(?:insur\w+|health plan|payer)[^.]{0,30}(?:pay|billed|charged|responsible|cover)", 1.6),
                    Cue(r"you (?:will |would |may |might )?(?:also )?(?:have to|need to|must|be responsible) (?:to |for )?(?:pay|the cost)|at your own (?:cost|expense)|responsibility of you|your responsibility|usual (?:way|manner)", 1.2),
                ),
                avoid=(Cue(r"not (?:be )?(?:billed|charged|bill|charge)|medicare number|study (?:tests?|visits?|drug) ", 1.0), Cue(r"^(?!.*(?:injur|hurt|harm|ill\b)).*(?:(?:regular|routine|standard|usual) (?:\w+ )?care|would have (?:anyway|paid)|not in the study)", 1.6),),
                threshold=2.6,
            ),
            Aspect(
                "not_paid",
                (
                    Cue(r"injur|\bhurt|harm|\bill(?:ness)?\b|sick\b", 1.0),
                    Cue(r"\b(?:no|not|neither|nor|n.t) .{0,110}(?:program|funds?|money|plans?|compensation|compensat\w+|payment|reimburse\w*|set aside|budget)", 1.8),
                    Cue(r"(?:sponsors?|study|hospital|university|we|company|center|institution|government|clinic|foundation|network|researchers)\b.{0,40}(?:will|can|do|does|would|has|have)(?: ?not|n.t| no)\b.{0,40}(?:pay|cover|fund|compensat|provide|money|reimburs|program)", 1.8),
                    Cue(r"lost wages|lost (?:work|time|income)|pain and suffering|discomfort|other losses|disability", 0.6),
                ),
                avoid=(Cue(r"pay for (?:the|this) (?:study|trial|research)\b|planning|taking part in|to be in (?:the|this) study|discover|product|natural course|insurance (?:company )?may|your (?:signature|legal)|do not give up|for your time|right to", 1.4),),
                threshold=2.6,
            ),
            Aspect(
                "tell",
                (
                    Cue(r"(?:tell|call|contact|notify|inform|let|report)\b.{0,60}(?:study (?:doctor|team|staff|investigator|nurse|coordinator)|researchers?|research (?:team|staff|nurse)|principal investigator|us\b|investigator|nurse line)", 1.4),
                    Cue(r"(?:right away|at once|immediately|as soon as|promptly)|injur|hurt|harm", 0.6),
                ),
                avoid=(Cue(r"change your mind|withdraw|leave|questions|pregnan|confidential", 1.2),),
                home=topics.INJURY,
                threshold=2.6,
                unless=("pays",),
            ),
            Aspect(
                "rights",
                (
                    Cue(r"(?:not|n.t|never) (?:\w+ )?(?:give up|giving up|waive|waiving|lose|losing|release|take away|affect|change)\b.{0,50}(?:rights?|claim|seek)|(?:legal )?rights? (?:stay|remain)|keep (?:all )?(?:of )?your (?:legal )?rights|takes? none of your rights", 1.8),
                    Cue(r"right to (?:seek|sue|claim|bring|obtain)|legal(?:ly)? (?:action|claim|right)|(?:may|can|could) (?:still )?(?:sue|go to (?:law|court))|tort claims", 1.0),
                ),
                avoid=(Cue(r"privacy|hipaa|information|optional|discover|take part|any time|benefits? (?:to which|you)", 1.2),),
                home=(*topics.INJURY, *topics.COSTS),
                threshold=2.2,
            ),
        ),
        # Money after an injury often stands under payment or costs.
        home=topics.INJURY,
        away=(*_ASIDE, *topics.RECORDS, *topics.PRIVACY),
    ),
)
