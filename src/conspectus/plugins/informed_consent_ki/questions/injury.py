"""What happens, and who pays, after an injury."""

from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.questions.unpaid_harm import (
    BILLED,
    HURT,
    NOT_PAID,
    UNHURT,
)

_ASIDE = (*topics.OPTIONAL, *topics.APPENDED, *topics.SIGNATURES)
INJURY = (
    Question(
        "injury",
        "text",
        "What happens, and who pays, when the study injures the subject?",
        (
            Aspect(
                "care",
                (
                    Cue(
                        r"(?:care|treatment)\b.{0,90} (?:will be|is|are) (?:available|provided|"
                        r"offered|given|open) (?:to you|by|at|through|here|(?:in|as) (?:the )?usual)",
                        1.8,
                    ),
                    HURT,
                    Cue(
                        r"(?:will|would|can|may) (?:be )?(?:\w+ )?(?:treat|give|provide|get|offer|"
                        r"receive|arrange|assist|bring|take you|see that|look after|be (?:treated|"
                        r"given|provided|offered|available|seen)|make sure|help you "
                        r"get)\b.{0,90}(?:care|treatment|first aid|injury|attention|help|needed|"
                        r"need)\b",
                        1.8,
                    ),
                    Cue(
                        r"(?:care|treatment|first aid|medical attention|assistance) (?:\w+ "
                        r"){0,3}(?:will|would|is|can) (?:be )?(?:available|provided|offered|given|"
                        r"arranged)",
                        1.8,
                    ),
                    Cue(
                        r"(?:first.aid|ambulance) .{0,40}(?:given|called|on call|kit|at hand|"
                        r"there)|(?:looks? after|treats?|will be treated|be cared for|sees? to) "
                        r".{0,60}(?:injur|sore|wound|harm|spot|free|charge|illness)|(?:get|are|is|"
                        r"become|be) (?:hurt|injured|ill|sick|harmed)\b.{0,40}\b(?:we|bring|treat|"
                        r"care|clinic|hospital|doctor)",
                        1.8,
                    ),
                    Cue(
                        r"\b(?:see (?:to it )?|make sure |ensure )that you (?:are|get) (?:\w+ )?(?:treated|care|help)",
                        1.8,
                    ),
                    Cue(
                        r"first.aid|emergency (?:care|treatment|department|room)|short-term "
                        r"(?:medical )?(?:care|treatment)",
                        0.7,
                    ),
                ),
                avoid=(
                    Cue(r"responsible for|responsibility", 2.0),
                    Cue(
                        r"not (?:provide|offer|pay|give)|no (?:long|money|funds|program)|pay for|"
                        r"billed|upset|sad|counsel|steps to|insurance|if (?:complications|you "
                        r"become pregnant)|emergency medical information",
                        0.9,
                    ),
                ),
                threshold=2.2,
            ),
            Aspect(
                "pays",
                (
                    HURT,
                    Cue(
                        r"(?:sponsor|company|study|hospital|university|\binc|llc|ltd|pharma\w*|"
                        r"\bva|government|manufacturer|\bwe|institution|insurance|center|"
                        r"clinic)\b\.?,?(?:'s \w+ \w+)? (?:will|agrees to|has agreed to|shall|"
                        r"would|may) (?:\w+ )?(?:pay|cover|reimburse|compensate|meet|bear|provide "
                        r"(?:\w+ )?compensation)|(?:meets?|bears?|pays?|covers?|reimburses?) "
                        r"(?:for )?(?:the |all |any )*(?:reasonable|necessary|medical|treatment|"
                        r"costs?|expenses)",
                        2.2,
                    ),
                    Cue(
                        r"(?:sponsor|company|manufacturer|maker|study|trial|hospital|university|"
                        r"foundation|we|(?-i:[A-Z][a-z]+))(?: also|[^.;]{0,40} and)? (?:pays?|covers?|reimburses?|bears?)"
                        r"(?= for\b| the\b|\W*$)",
                        2.2,
                    ),
                    Cue(
                        r"(?:^|[:;] )(?!(?:you|we|nobody|no|your|insur\w+|medicare|medicaid|it|they|this|that|neither|"
                        r"care|treatment|someone|others)\b)(?-i:[A-Z][\w&-]+)(?: (?-i:[A-Z])[\w.]+){0,3},? (?:will|"
                        r"agrees to|has agreed to|shall|would) (?:also )?(?:pay|cover|reimburse|meet|bear)\b",
                        2.2,
                    ),
                    Cue(
                        r"(?:costs?|care|treatment|expenses)\b.{0,60}(?:paid|covered|reimbursed) "
                        r"(?:for )?by (?:the )?(?:sponsor|study|company|\bva\b|trial|university|"
                        r"hospital|insurer|fund)",
                        2.0,
                    ),
                    Cue(
                        r"(?:reasonable|necessary) (?:and \w+ )?(?:costs?|medical|expenses)|at no "
                        r"(?:cost|charge) to you|free of charge",
                        0.9,
                    ),
                    Cue(
                        r"without .{0,60}fault|no-fault|(?:clinical )?trial insurance|pays? "
                        r"compensation|compensates? |insurance (?:policy|cover\w*) (?:for|that)|"
                        r"compensation (?:for|in case of) (?:harm|injur|damage)|(?:insured|"
                        r"insurance) (?:for|against)",
                        1.9,
                    ),
                ),
                avoid=(
                    UNHURT,
                    Cue(
                        r"^you\b|^(?!.*(?:will (?:pay|meet|cover)|agree)).*(?:not (?:pay|cover|"
                        r"compensate|provide)|natural course|lost wages|program)|if you do not "
                        r"have|neither|nor\b|ask (?:them|if)|will pay you|you or your insurance|"
                        r"may (?:not|need)|insurance company|medicare report|reporting law|your "
                        r"time\b|inconvenience|participating",
                        2.0,
                    ),
                ),
                most=2,
                threshold=2.3,
            ),
            BILLED,
            NOT_PAID,
            Aspect(
                "tell",
                (
                    Cue(
                        r"(?:tell|call|contact|notify|inform|let|report)\b.{0,60}(?:study "
                        r"(?:doctor|team|staff|investigator|nurse|coordinator)|researchers?|"
                        r"research (?:team|staff|nurse)|principal investigator|us\b|investigator|"
                        r"nurse line)",
                        1.4,
                    ),
                    Cue(
                        r"(?:right away|at once|immediately|as soon as|promptly)|injur|hurt|harm",
                        0.6,
                    ),
                ),
                avoid=(
                    Cue(r"change your mind|withdraw|leave|questions|pregnan|confidential", 1.2),
                ),
                home=topics.INJURY,
                threshold=2.6,
                unless=("pays",),
            ),
            Aspect(
                "report",
                (
                    Cue(
                        r"(?:injur|\bhurt|\bharm|\bill\b|sick)\w*.{0,120}\b(?:contact|call|notify|"
                        r"tell|inform|e-?mail|telephone|phone|report|speak (?:to|with)|reach)\b|"
                        r"\b(?:contact|call|notify|tell|inform|e-?mail|telephone|phone|report|speak "
                        r"(?:to|with))\b.{0,120}(?:injur|\bhurt|\bharm|\bill\b)",
                        1.6,
                    ),
                    Cue(
                        r"(?:think|believe|feel|suspect|if|when|should) (?:that )?you .{0,40}(?:"
                        r"injur|hurt|harm)",
                        0.6,
                    ),
                ),
                avoid=(Cue(r"yourself|others\b|abuse|confidential|pregnan|risk of", 1.6),),
                threshold=2.0,
                unless=("care", "pays", "billed", "not_paid", "tell"),
            ),
            Aspect(
                "rights",
                (
                    Cue(
                        r"(?:not|n.t|never) (?:\w+ )?(?:give up|giving up|waive|waiving|lose|"
                        r"losing|release|take away|affect|change)\b.{0,50}(?:rights?|claim|seek)|"
                        r"(?:legal )?rights? (?:stay|remain)|keep (?:all )?(?:of )?your (?:legal "
                        r")?rights|takes? none of your rights",
                        1.8,
                    ),
                    Cue(
                        r"grounds for|negligen\w+|right to (?:seek|sue|claim|bring|obtain)|"
                        r"legal(?:ly)? (?:action|claim|right)|(?:may|can|could) (?:still )?(?:sue|"
                        r"go to (?:law|court))|tort claims",
                        1.6,
                    ),
                ),
                avoid=(
                    Cue(r"you decide|medical care", 1.5),
                    Cue(
                        r"privacy|hipaa|information|optional|discover|take part|any time|"
                        r"benefits? (?:to which|you)",
                        1.2,
                    ),
                ),
                home=(*topics.INJURY, *topics.COSTS),
                threshold=2.2,
            ),
        ),
        # Money after an injury often stands under payment or costs.
        home=(*topics.INJURY, r"there (?:is|are) (?:a )?problem|complain"),
        away=(*_ASIDE, *topics.RECORDS, *topics.PRIVACY),
    ),
)
