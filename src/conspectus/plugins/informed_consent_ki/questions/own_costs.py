"""What the subject, or his or her insurer, pays."""

from conspectus.domain.facts import Aspect, Cue

# Of money, but of no cost of the study.
NO_COST = Cue(
    r"penalt|injur|hurt|harm(?:ed)?|lost wages|sub-?study|optional|\$600|internal "
    r"revenue|\btax(?:es|able)?\b|another study|complain",
    2.0,
)

_YOU_PAY_ASIDE = Cue(
    r"do(?:es)? not have (?:a |to)|neither you|(?:not|n.t|nor|neither) (?:have to|need to|"
    r"be (?:billed|charged)|pay|bill|charge)|not sure|"
    r"talk (?:to|with)|\bask |\bcall |please|some (?:health|"
    r"insurance|plans)|counselor|check with|"
    r"may not (?:be|pay|cover)|will not (?:pay|cover)",
    1.5,
)

BILLED = Aspect(
    "billed",
    (
        Cue(
            r"(?:billed|charged|bill) (?:to|by|in the usual way|as usual)? "
            r"?.{0,40}(?:you\b|\bme\b|insurance|insurer|health plan|dental plan|payer|"
            r"usual way|subjects?\b|participants?|medicare|medicaid)|charged as "
            r"(?:ever|usual|"
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
        Cue(r"^it will be (?:charged|billed)", 3.0),
        NO_COST,
        _YOU_PAY_ASIDE,
    ),
    threshold=1.4,
)

YOU_PAY = Aspect(
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
            r"(?:for )?(?:by|as|through) (?:your|always|before|usual|their|the "
            r"(?:patient|"
            r"subject|family))|between (?:you|the (?:patient|subject)) and (?:your "
            r")?(?:"
            r"insur|medicare|health|plan|doctor)|falls? (?:up)?on (?:you|the "
            r"(?:patient|"
            r"subject|family))|(?:borne|met|covered) by (?:you|your|the (?:patient|"
            r"subject))",
            1.9,
        ),
        Cue(
            r"co-?pay|deductible|out-of-pocket|at your own (?:cost|expense)|other "
            r"(?:medicines?|medical|costs?)",
            0.6,
        ),
    ),
    avoid=(NO_COST, _YOU_PAY_ASIDE, Cue(r"^it will be (?:charged|billed)", 3.0)),
    threshold=1.3,
)
