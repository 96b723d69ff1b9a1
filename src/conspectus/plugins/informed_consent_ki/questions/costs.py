"""Who pays for what."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)

_NOT_STUDY_COST = Cue(
    r"penalt|injur|hurt|harm(?:ed)?|lost wages|sub-?study|optional|\$600|internal "
    r"revenue|\btax(?:es|able)?\b|another study|complain",
    2.0,
)

_STUDY_COST_ASIDE = Cue(
    r"(?:health plan|plans|insurance|insurer)s? (?:will|may|does|do) not|(?:you|"
    r"insurance|plan) (?:will )?"
    r"(?:have to |must )?pays? for|doctors? (?:are|is) |not (?:pay|cover) |"
    r"counsel(?:ing|or)|interpreter|"
    r"translation|^(?!.*(?:tests?|study|scans)).*(?:parking|taxi|transport)|snacks|lost or broken|has no say|lent to us|"
    r"gave a grant|natural course|"
    r"problems that come from|free to (?!you)|to us (?:for )?free|(?:free|"
    r"charge) to the study|by (?:the|its) (?:maker|manufacturer) to the|copy of",
    1.6,
)

_YOU_PAY_ASIDE = Cue(
    r"do(?:es)? not have (?:a |to)|neither you|(?:not|n.t|nor|neither) (?:have to|need to|"
    r"be (?:billed|charged)|pay|bill|charge)|not sure|"
    r"talk (?:to|with)|\bask |\bcall |please|some (?:health|"
    r"insurance|plans)|counselor|check with|"
    r"may not (?:be|pay|cover)|will not (?:pay|cover)",
    1.5,
)

COSTS = (
    Question(
        "costs",
        "text",
        "Who pays for what?",
        (
            Aspect(
                "none",
                (
                    Cue(
                        r"\bno (?:\w+ ){0,2}(?:costs?|charges?|billing|expense)s?(?: or "
                        r"\w+)? (?:to|"
                        r"for|involved|associated|in|of|if)",
                        2.0,
                    ),
                    Cue(
                        r"(?:does|do|will) not (?:bill|charge) .{0,60}(?:you|participants|"
                        r"insurance)",
                        2.2,
                    ),
                    Cue(
                        r"(?:will|does|do|should|would) not cost (?:you|your|anything)|not (?:have "
                        r"to pay|be (?:charged|billed)|pay) (?:anything|for (?:taking part|"
                        r"participat|being in|any)|any)|cost(?:s)? you (?:nothing|anything)|"
                        r"free of "
                        r"cost",
                        2.0,
                    ),
                ),
                avoid=(
                    _NOT_STUDY_COST,
                    Cue(
                        r"sub-?study|optional|provided|drugs? |device|injur|lost|broken|unless|"
                        r"except",
                        1.0,
                    ),
                ),
                threshold=1.4,
            ),
            Aspect(
                "free",
                (
                    Cue(
                        r"neither (?:to )?(?:you|the (?:subject|participant)).{0,60}(?:be )?(?:charged|"
                        r"billed|pay|insur)|not be required to pay|nobody is charged|charged to (?:the "
                        r")?(?:sponsor|study|trial|company|grant|(?-i:[A-Z]\w+)) .{0,40}(?:not|neither)",
                        2.0,
                    ),
                    Cue(
                        r"free of charge|at no (?:additional |extra )?(?:cost|charge)|no charge|"
                        r"without (?:any )?(?:cost|charge)|free (?:for|to) (?:you|your|"
                        r"participants|"
                        r"all)|(?:is|are|will be) (?:provided |given )?(?:\w+ )?free\b|for free|"
                        r"\bfree\b[.,;]|costs? (?:you|me|us|them|nothing)\b.{0,10}(?:nothing)?|no "
                        r"prescription charge|without (?:any )?(?:fee|payment)|\bon us\b|without charge|"
                        r"suppl(?:y|ied) free|free to (?:subjects|patients|families|those|everyone)",
                        2.0,
                    ),
                    Cue(
                        r"(?:not|n.t) (?:have to |need to |be (?:required|asked) to )?pay "
                        r"(?:anything )?for|not be (?:charged|billed)|no cost (?:to|for) you",
                        1.7,
                    ),
                    Cue(
                        r"(?:drugs?|medicines?|tablets?|device|treatment|tests?|visits?|"
                        r"procedures?|"
                        r"vaccine|scans?)\b",
                        0.4,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _STUDY_COST_ASIDE),
                threshold=1.7,
                unless=("none",),
            ),
            Aspect(
                "study_pays",
                (
                    Cue(
                        r"(?:study|sponsor|company|research|grant|university|hospital|department|"
                        r"institute|college|school|trust|fund|\bnci\b|\bnih\b|\bva\b|\bwe|\binc|llc|"
                        r"ltd|pharma\w*|team|foundation)\b\.?(?:\W+\w+){0,2}? (?:will |would |can |has agreed to |agrees to )?(?:also "
                        r")?(?:pays?|"
                        r"covers?|provides?|suppl(?:y|ies))\b",
                        1.3,
                    ),
                    Cue(
                        r"(?:is|are|be) (?:paid|covered|provided|met|borne|funded|supplied) (?:for )?"
                        r"by (?:the )?(?:study|sponsor|research|company|grant|trial|project|funder)",
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
                threshold=1.5,
                unless=("none", "free"),
            ),
            Aspect(
                "billed",
                (
                    Cue(
                        r"(?:billed|charged|bill) (?:to|by|in the usual way|as usual)? "
                        r"?.{0,40}(?:you\b|\bme\b|insurance|insurer|health plan|dental plan|payer|"
                        r"usual way|subjects?\b|participants?|medicare|medicaid)|charged as (?:ever|usual|"
                        r"always|before)|charged in the (?:usual|ordinary|normal)",
                        1.9,
                    ),
                    Cue(
                        r"(?:you|insurance\w*|insurer|plan|company|carrier)\b[^.]{0,40}(?:may|will|"
                        r"would|can|could) (?:also |still )?be (?:billed|charged)",
                        1.8,
                    ),
                    Cue(
                        r"(?:regular|routine|usual|standard)(?: \w+)? care .{0,60}(?:billed|"
                        r"charged|"
                        r"insurance|your (?:own )?(?:cost|expense))",
                        1.2,
                    ),
                ),
                avoid=(
                    Cue(r"get a bill|bill you think|if you receive a bill", 4.0),
                    Cue(r"^it will be (?:charged|billed)", 1.5),
                    _NOT_STUDY_COST,
                    _YOU_PAY_ASIDE,
                ),
                threshold=1.4,
            ),
            Aspect(
                "you_pay",
                (
                    Cue(
                        r"co-?pay\w*.{0,60}(?:continue|appl(?:y|ies)|still)|required to pay "
                        r"co-?pay",
                        1.6,
                    ),
                    Cue(
                        r"(?:you|your insurance|insurance company|insurer|health plan|participant|"
                        r"payer)\b[^.]{0,60}(?:will (?:still |also |need to |have to )*|must "
                        r"(?:still )?|may (?:have to |need to )?|need to |have to |would "
                        r"(?:have to "
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
                        r"national) health|health service|medicare will|usual (?:manner|way)|paid "
                        r"(?:for )?(?:by|as|through) (?:your|always|before|usual|their|the (?:patient|"
                        r"subject|family))|between (?:you|the (?:patient|subject)) and (?:your )?(?:"
                        r"insur|medicare|health|plan|doctor)|falls? (?:up)?on (?:you|the (?:patient|"
                        r"subject|family))|(?:borne|met|covered) by (?:you|your|the (?:patient|subject))",
                        1.9,
                    ),
                    Cue(
                        r"co-?pay|deductible|out-of-pocket|at your own (?:cost|expense)|other "
                        r"(?:medicines?|medical|costs?)",
                        0.6,
                    ),
                ),
                avoid=(_NOT_STUDY_COST, _YOU_PAY_ASIDE),
                threshold=1.3,
            ),
            Aspect(
                "own_data",
                (
                    Cue(
                        r"(?:own|your) (?:\w+ )?(?:phone|internet|data|cell\w*|smartphone|minutes|"
                        r"text)|(?:data|message|messaging|text) (?:charges?|rates?)|(?:travel|"
                        r"parking|transportation) (?:costs?|expenses?) .{0,40}(?:not|your own|"
                        r"responsib)|use(?:s)? your (?:\w+ )?(?:plan|minutes|data)|(?:do|does|will) not "
                        r"have to pay for (?:it|lost|broken)",
                        1.2,
                    ),
                ),
                home=topics.COSTS,
                threshold=2.3,
            ),
            # Where nothing else is said of money.
            Aspect(
                "covered",
                (
                    Cue(
                        r"\b(?:we|study|project|university|college|hospital|company|sponsor)\b (?:will "
                        r")?(?:pays?|covers?|provides?|lends?) (?:for )?(?:an? |your |the )(?:\w+ )?"
                        r"(?:taxi|travel|parking|transport|journey|tablet|phone|device|rides?|train)",
                        2.4,
                    ),
                ),
                avoid=(_NOT_STUDY_COST,),
                threshold=1.6,
                unless=("none", "free", "study_pays", "billed", "you_pay", "own_data"),
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
