"""Who pays for what."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.own_costs import BILLED, NO_COST, YOU_PAY

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)

_STUDY_COST_ASIDE = Cue(
    r"(?:health plan|plans|insurance|insurer)s? (?:will|may|does|do) not|(?:you|insurance|plan) "
    r"(?:will )?(?:have to |must )?pays? for|doctors? (?:are|is) |not (?:pay|cover) |"
    r"counsel(?:ing|or)|interpreter|translation|^(?!.*(?:tests?|study|scans)).*(?:parking|taxi|"
    r"transport)|snacks|lost or broken|has no say|lent to us|gave a grant|natural course|problems "
    r"that come from|free to (?!you)|to us (?:for )?free|(?:free|charge) to the study|by (?:the|"
    r"its) (?:maker|manufacturer) to the|copy of|\bnot (?:\w+ )?free\b|free (?:of|from) (?!charge|cost|"
    r"any (?:charge|cost))\w+",
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
                        r"(?:none of (?:this|it|these|that)|nothing) (?:\w+ )?(?:is|will be) (?:billed|"
                        r"charged)|\bno (?:\w+ ){0,2}(?:costs?|charges?|billing|expense)s?(?: or \w+)? "
                        r"(?:to|for|involved|associated|in|of|if)",
                        2.0,
                    ),
                    Cue(
                        r"\b(?:none|nothing|not)\b[^.]{0,80}\bon (?:your|the|any) bill\b|"
                        r"(?:does|do|will) not (?:bill|charge) .{0,60}(?:you|participants|"
                        r"insurance)",
                        2.2,
                    ),
                    Cue(
                        r"(?:will|does|do|should|would) not cost (?:you|your|anything)|not "
                        r"(?:incur|have) any (?:\w+ )?(?:costs?|expenses?|charges?)|not (?:have "
                        r"to pay|be (?:charged|billed)|pay) (?:anything|for (?:taking part|"
                        r"participat|being in|any)|any)|cost(?:s)? you (?:nothing|anything)|free "
                        r"of cost",
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
                        r")?(?:charged|billed|pay|insur)|not be required to pay|nobody is charged|"
                        r"charged to (?:the )?(?:sponsor|study|trial|company|grant|"
                        r"(?-i:[A-Z]\w+)) .{0,40}(?:not|neither)",
                        2.0,
                    ),
                    Cue(
                        r"free of charge|at no (?:additional |extra )?(?:cost|charge)|no charge|"
                        r"without (?:any )?(?:cost|charge)|free (?:for|to) (?:you|your|"
                        r"participants|all)|(?:is|are|will be) (?:provided |given )?(?:\w+ "
                        r")?free\b|for free|\bfree\b[.,;]|costs? (?:you|me|us|them|"
                        r"nothing)\b.{0,10}(?:nothing)?|no prescription charge|without (?:any "
                        r")?(?:fee|payment)|\bon us\b|without charge|suppl(?:y|ied) free|free to "
                        r"(?:subjects|patients|families|those|everyone)",
                        2.0,
                    ),
                    Cue(
                        r"(?:not|n.t) (?:have to |need to |be (?:required|asked) to )?pay "
                        r"(?:anything )?for|not (?:be )?(?:charged|billed)\b|no cost (?:to|for) you",
                        1.7,
                    ),
                    Cue(
                        r"(?:drugs?|medicines?|tablets?|device|treatment|tests?|visits?|"
                        r"procedures?|vaccine|scans?)\b",
                        0.4,
                    ),
                    # Under its heading what is given is free.
                    Cue(
                        r"^(?!.*\b(?:pay|costs?|charge|bill)).*\b(?:is|are|will be) (?:all |also )?(?:given|provided|supplied|included)"
                        r"(?= (?:to you|by (?:us|the study)|during)|\W*$)",
                        1.2,
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
                        r"llc|ltd|pharma\w*|team|foundation)\b\.?(?:\W+\w+){0,2}? (?:will |would |"
                        r"can |has agreed to |agrees to )?(?:also )?(?:pays?|covers?|provides?|"
                        r"suppl(?:y|ies))\b",
                        1.3,
                    ),
                    # "Acme pays for the scans"
                    Cue(
                        r"(?:^|: )(?!insur|medicare|medicaid|nobody|who)(?-i:[A-Z]\w+)(?: (?-i:[A-Z])[\w.]+){0,3}"
                        r"(?: will| also)? (?:pays?|covers?|buys?|suppl(?:y|ies)|provides?) (?:for )?"
                        r"(?:the|all|every|any|both|your|(?-i:[A-Z])[\w-]*)\b",
                        1.3,
                    ),
                    Cue(
                        r"(?:is|are|be) (?:paid|covered|provided|met|borne|funded|supplied) "
                        r"(?:for )?by (?:the )?(?:study|sponsor|research|company|grant|trial|"
                        r"project|funder)",
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
                        r"will) not have to pay for (?:it|lost|broken)",
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
                        r"(?:will )?(?:pays?|covers?|provides?|lends?) (?:for )?(?:an? |your |the "
                        r")(?:\w+ )?(?:taxi|travel|parking|transport|journey|tablet|phone|device|"
                        r"rides?|train)",
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
                        r"(?:insurance|plans?|insurers?|medicare|payers?) .{0,40}(?:may|might|"
                        r"will|do|does) not (?:\w+ )?(?:pay|cover)",
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
