"""The other treatments, studies or ways that a form names."""

from conspectus.domain.facts import Aspect, Cue

BE_IN = (
    r"(?:be in|be part of|be (?:a |an )?(?:subject|participant)|take part|participat\w+|join|"
    r"enroll?|enter|sign up|being in|taking part|joining|enrolling)"
)
_WHO = (
    r"(?:you|your (?:child|baby|teen|doctor|surgeon|oncologist|dentist|provider)s?|i|we|patients?|"
    r"subjects?|participants?|people|persons?|students?|they|he or she|one)"
)
CAN = r"(?:may|can|could|might|are free to|is free to|would|will)"
CARE = (
    r"(?:care|treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|surger(?:y|ies)|"
    r"operations?|services|programs?|class(?:es)?|counsel(?:ing|ling)|tests?|vaccines?|devices?)"
)
# What is told of other things than the choice not to join.
NO_OPTION = Cue(
    r"optional|if you (?:leave|stop)|does not (?:limit|restrict|keep|close)|not (?:limit|affect)|"
    r"skip|question|signing|^(?:i|my) (?:know|understand|have|agree)|\bpaid\b|side effects?|"
    r"before you (?:decide|sign)|withdraw|penalt|new (?:information|findings)|benefit from|"
    r"\bnames?\b|\bdata\b|identif|interview",
    1.4,
)
_TALK = Cue(
    r"^(?!.*(?:includ|such as|, or )).*(?:talk (?:with|to) you|(?:discuss|explain) |you about|"
    r"risks? and benefits|can tell you|before you decide)",
    2.2,
)

OPTIONS = Aspect(
    "options",
    (
        Cue(
            r"(?:other|possible|different|your|alternative|following|some) (?:\w+ "
            r"){0,2}(?:choices?|options?|alternatives?|treatments?|therapies|ways|courses)(?: "
            r"\w+){0,6}? (?:may |might |could |that )*(?:includ|are\b(?! (?:described|explained|"
            r"discussed|listed|available|given))|exist)",
            2.2,
        ),
        Cue(
            r"(?:alternatives?|options?|choices?) (?:\w+ ){0,6}?(?:includes?|including|are(?! "
            r"(?:described|explained|discussed|listed|available|given))|may be|such as)\b",
            2.4,
        ),
        Cue(
            r"(?:options|treatments|choices|alternatives|ways)\b[^.]{0,60}(?:these|they|which|"
            r"and) includ\w+|^(?:these|they|(?:some )?examples?) (?:are|includ\w+)",
            2.2,
        ),
        Cue(
            r"outside (?:of )?(?:the|this|a) (?:study|trial|research)|(?:open|available) to you|"
            r"natural history study|another (?:trial|(?:research )?study)|other (?:trials?|"
            r"(?:research )?studies)|wait for",
            1.4,
        ),
        Cue(
            r"\b" + _WHO + r"\b(?:,? \w+){0,3}? " + CAN + r" (?:also |instead |"
            r"simply |always |still )*(?:continue|keep on|go on|have|choose|pick|see|use|try|get|"
            r"buy|wear|join|enter|wait|ask (?:about|for)|earn|find|be treated|be prescribed|"
            r"receive|talk to|do)\b",
            1.1,
        ),
        Cue(
            r"(?:instead of|rather than|other than|besides|apart from) (?:being|taking part|"
            r"participating|joining|this|the) ?(?:in )?(?:this |the )?(?:\w+ )?(?:study|research|"
            r"trial|registry|project)?",
            1.8,
        ),
        Cue(
            r"(?:alternative|other|standard|available|approved) (?:\w+ )?"
            + CARE
            + r"\b.{0,20}(?:includ|such as|e\.g\.|for example|like )",
            2.4,
        ),
        Cue(
            r"there (?:are|is|may be|may also be|might be) (?:also )?(?:other|an? other|another|"
            r"free|several|many) (?:\w+ ){0,3}(?:ways?|treatments?|options?|drugs?|medicines?|"
            r"therap\w+|choices|programs?|services|studies|applications?|apps)|other ways? (?:of|"
            r"to)",
            2.0,
        ),
        Cue(
            r"(?:\bgp|doctor|nurse|physician|pharmacist|diet(?:itian|ician)|counsel+or|therapist|"
            r"midwife|provider|clinic)\b[^.]{0,30} (?:can|may|could) (?:also |still )?(?:give|offer|"
            r"prescribe|refer|advise|recommend|provide)\b",
            2.0,
        ),
        Cue(
            r"(?:programmes?|programs?|services|classes|courses|treatments?|therap(?:y|ies)|"
            r"medicines?|medications?|drugs|products|support|advice|counsel+ing|screening) (?:is|"
            r"are) (?:also |widely |freely |already |commonly |currently )*(?:available|offered|"
            r"on (?:sale|offer))",
            1.4,
        ),
        Cue(
            r"(?:receive|earn|get|obtain|awarded|qualify for) [^.]{0,40}(?:credits?|points)\b|(?:other|"
            r"alternative|equivalent|another|different) (?:\w+ )?(?:ways?|means|opportunit\w+|"
            r"options?|assignments?) (?:to|of|for) (?:earn|get|receiv|obtain)\w*",
            1.4,
        ),
        Cue(
            r"not in (?:the|this) study (?:can|may|could|will)|(?:if|when) "
            + _WHO
            + r" (?:do(?:es)? not|don.t|decides? (?:not|against)|chooses? not|say no|"
            r"would rather not|declines?).{0,60}(?:can|may|could) |^if (?:so|not),|would rather "
            r"not",
            1.2,
        ),
        Cue(
            r"may choose (?:to have|to take part|to receive|to get)|commonly used|standard "
            r"(?:treatments?|therap(?:y|ies)|of care)|usual (?:care|treatment|approach)|approved "
            r"(?:\S+ )?(?:medicines?|treatments?|drugs?|therapy|cell)|comfort care|palliative|"
            r"supportive care|(?:can|could|may) be (?:had|bought|obtained|got) (?:from|at|in|without|outside)|"
            r"(?:stay|go|remain|be put) on (?:\w+ )?(?:dialysis|waiting|insulin|oxygen)|over.the.counter|without a prescription|(?:on sale|sold|bought|"
            r"available) (?:in|at|from|without)|treatment without|no treatment|(?:same|course|"
            r"extra|research) credits?\b|alternative (?:assignment|activity)|or (?:simply )?wait\b|"
            r"(?:already )?on the market|(?:is|are) (?:now |today |currently )?the (?:usual|standard|common|"
            r"customary)\b|(?:is|are) (?:standard|usual) (?:today|now|care|treatment)",
            1.2,
        ),
    ),
    avoid=(
        _TALK,
        NO_OPTION,
        Cue(r"collect|study (?:doctor|team|staff|visit)|must\b", 0.8),
        # of an injury, and of what that costs
        Cue(
            r"way of paying|\binsur(?:ance|ers?)\b|usual (?:cost|charge|price)|"
            r"\b(?:are|is|be|get|were) (?:injured|hurt|harmed)\b",
            2.0,
        ),
    ),
    most=2,
    threshold=1.9,
)
