"""Who pays for what."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.own_costs import BILLED, NO_COST, YOU_PAY

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)

_STUDY_COST_ASIDE = Cue(
    r"(?:health plan|plans|insurance|insurer)s? (?:will|may|does|do) not|(?:you|"
    r"insurance|plan) (?:will )?"
    r"(?:have to |must )?pays? for|doctors? (?:are|is) |not (?:pay|cover) |"
    r"counsel(?:ing|or)|interpreter|"
    r"translation|^(?!.*(?:tests?|study|scans)).*(?:parking|taxi|transport)|snacks|lost or broken|"
    r"has no say|lent to us|"
    r"gave a grant|natural course|"
    r"problems that come from|free to (?!you)|to us (?:for )?free|(?:free|"
    r"charge) to the study|by (?:the|its) (?:maker|manufacturer) to the|copy of",
    1.6,
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
                        r"(?:will|does|do|should|would) not cost (?:you|your|anything)|not "
                        r"(?:incur|have) any "
                        r"(?:\w+ )?(?:costs?|expenses?|charges?)|not (?:have "
                        r"to pay|be (?:charged|billed)|pay) (?:anything|for (?:taking part|"
                        r"participat|being in|any)|any)|cost(?:s)? you (?:nothing|anything)|"
                        r"free of "
                        r"cost",
                        2.0,
                    ),
                ),
                avoid=(
                    NO_COST,
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
                        r"neither (?:to )?(?:you|the (?:subject|participant)).{0,60}(?:be "
                        r")?(?:charged|"
                        r"billed|pay|insur)|not be required to pay|nobody is charged|charged to "
                        r"(?:the "
                        r")?(?:sponsor|study|trial|company|grant|(?-i:[A-Z]\w+)) .{0,40}(?:not|"
                        r"neither)",
                        2.0,
                    ),
                    Cue(
                        r"free of charge|at no (?:additional |extra )?(?:cost|charge)|no charge|"
                        r"without (?:any )?(?:cost|charge)|free (?:for|to) (?:you|your|"
                        r"participants|"
                        r"all)|(?:is|are|will be) (?:provided |given )?(?:\w+ )?free\b|for free|"
                        r"\bfree\b[.,;]|costs? (?:you|me|us|them|nothing)\b.{0,10}(?:nothing)?|no "
                        r"prescription charge|without (?:any )?(?:fee|payment)|\bon us\b|without "
                        r"charge|"
                        r"suppl(?:y|ied) free|free to (?:subjects|patients|families|those|"
                        r"everyone)",
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
                avoid=(NO_COST, _STUDY_COST_ASIDE),
                threshold=1.7,
                unless=("none",),
            ),
            Aspect(
                "study_pays",
                (
                    Cue(
                        r"(?:study|sponsor|company|research|grant|university|hospital|department|"
                        r"institute|college|school|trust|fund|\bnci\b|\bnih\b|\bva\b|\bwe|\binc|"
                        r"llc|"
                        r"ltd|pharma\w*|team|foundation)\b\.?(?:\W+\w+){0,2}? (?:will |would |can "
                        r"|has agreed to |agrees to )?(?:also "
                        r")?(?:pays?|"
                        r"covers?|provides?|suppl(?:y|ies))\b",
                        1.3,
                    ),
                    Cue(
                        r"(?:is|are|be) (?:paid|covered|provided|met|borne|funded|supplied) "
                        r"(?:for )?"
                        r"by (?:the )?(?:study|sponsor|research|company|grant|trial|project|"
                        r"funder)",
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
                avoid=(NO_COST, _STUDY_COST_ASIDE),
                threshold=1.5,
                unless=("none", "free"),
            ),
            BILLED,
            YOU_PAY,
            Aspect(
                "own_data",
                (
                    Cue(
                        r"(?:own|your) (?:\w+ )?(?:phone|internet|data|cell\w*|smartphone|minutes|"
                        r"text)|(?:data|message|messaging|text) (?:charges?|rates?)|(?:travel|"
                        r"parking|transportation) (?:costs?|expenses?) .{0,40}(?:not|your own|"
                        r"responsib)|use(?:s)? your (?:\w+ )?(?:plan|minutes|data)|(?:do|does|"
                        r"will) not "
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
                        r"\b(?:we|study|project|university|college|hospital|company|sponsor)\b "
                        r"(?:will "
                        r")?(?:pays?|covers?|provides?|lends?) (?:for )?(?:an? |your |the )(?:\w+ "
                        r")?"
                        r"(?:taxi|travel|parking|transport|journey|tablet|phone|device|rides?|"
                        r"train)",
                        2.4,
                    ),
                ),
                avoid=(NO_COST,),
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
