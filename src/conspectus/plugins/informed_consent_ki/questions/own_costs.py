"""What the subject, or his or her insurer, pays."""

from conspectus.domain.facts import Aspect, Cue

# Of money, but of no cost of the study.
NO_COST = Cue(
    r"penalt|injur|hurt|harm(?:ed)?|lost wages|sub-?study|optional|\$600|internal revenue|"
    r"\btax(?:es|able)?\b|another study|complain",
    2.0,
)

_YOU_PAY_ASIDE = Cue(
    r"do(?:es)? not have (?:a |to)|neither you|(?:not|n.t|nor|neither) (?:have to|need to|be "
    r"(?:billed|charged)|pay|bill|charge)|not sure|talk (?:to|with)|\bask |\bcall |please|some "
    r"(?:health|insurance|plans)|counselor|check with|may not (?:be|pay|cover)|will not (?:pay|"
    r"cover)",
    1.5,
)

BILLED = Aspect(
    "billed",
    (
        Cue(
            r"(?:billed|charged|bill) (?:to|by|in the usual way|as usual)? ?.{0,40}(?:you\b|"
            r"\bme\b|insurance|insurer|health plan|dental plan|payer|usual way|subjects?\b|"
            r"participants?|medicare|medicaid)|charged as (?:ever|usual|always|before)|charged in "
            r"the (?:usual|ordinary|normal)",
            1.9,
        ),
        Cue(
            r"(?:insurance|insurer|plan|carrier)\b[^.]{0,20} (?:is|are|gets?) (?:billed|charged)|(?:goes?|(?:is|"
            r"are) sent) to (?:you or )?(?:you|your insur\w+|your (?:health )?plan)\b(?= for| or\b|\W*$)|"
            r"(?:you|insurance\w*|insurer|plan|company|carrier)\b[^.]{0,40}(?:may|will|would|can|"
            r"could) (?:also |still )?be (?:billed|charged)",
            1.8,
        ),
        Cue(
            r"(?:regular|routine|usual|standard)(?: \w+)? care .{0,60}(?:billed|charged|insurance|"
            r"your (?:own )?(?:cost|expense))",
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
            r"co-?pay\w*.{0,60}(?:continue|appl(?:y|ies)|still)|required to pay co-?pay",
            1.6,
        ),
        Cue(
            r"(?:you|your insurance|insurance company|insurer|health plan|participant|"
            r"payer)\b[^.]{0,60}(?:will (?:still |also |need to |have to )*|must (?:still )?|may "
            r"(?:have to |need to )?|need to |have to |would (?:have to |need to )?|are "
            r"responsible (?:to|for) ?|is responsible |or your \w+ |\b)(?:pay(?:ing)?|be "
            r"responsible)\b",
            1.5,
        ),
        Cue(
            r"(?:responsible for|pays? for) .{0,80}(?:regular|routine|usual|standard|anyway|even "
            r"if you (?:were|did) not|not (?:part of|in) the study|co-?pay\w*|deductibles?)",
            1.2,
        ),
        Cue(
            r"paid by the public|paid (?:for )?(?:by|through) (?:the )?(?:public|national) health|"
            r"health service|medicare will|usual (?:manner|way)|paid (?:for )?(?:by|as|through) "
            r"(?:your|always|before|usual|their|the (?:patient|subject|family))|between (?:you|"
            r"the (?:patient|subject)) and (?:your )?(?:insur|medicare|health|plan|doctor)|falls? "
            r"(?:up)?on (?:you|the (?:patient|subject|family))|(?:borne|met|covered) by (?:you|"
            r"your|the (?:patient|subject))",
            1.9,
        ),
        Cue(
            r"(?:charges?|costs?|expenses?|bills?|fees?)\b[^.;]{0,120}\b(?:is|are|be|remains?) (?:the )?"
            r"(?:sole )?(?:responsibility|obligation|liability|burden) of (?:you|the (?:subject|patient|"
            r"participant|family))|(?:may|will|can|could) cost (?:you )?(?:about |up to )?[$\u20ac\u00a3]",
            2.2,
        ),
        Cue(
            r"co-?pay|deductible|out-of-pocket|at your own (?:cost|expense)|other (?:medicines?|"
            r"medical|costs?)",
            0.6,
        ),
    ),
    avoid=(NO_COST, _YOU_PAY_ASIDE, Cue(r"^it will be (?:charged|billed)", 3.0)),
    threshold=1.3,
)
