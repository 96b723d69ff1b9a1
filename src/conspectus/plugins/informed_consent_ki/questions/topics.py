"""The headings under which consent forms answer, as regular expressions."""

PURPOSE = (
    r"purpose|why (?:is|are|am|was) .*(?:study|research|asked|invited|done)|research question|"
    r"about (?:this|the) (?:study|research)|background|introduction|\bgoals?\b|\baims?\b|objective|"
    r"what is this (?:study|research)|learn from",
)
WHO = (
    r"who (?:can|may|could|should|will|is) .*(?:part|join|in th|eligible|participate)|eligib|"
    r"why (?:am|are|is|was|have|has|were) .*(?:asked|invited|chosen|approached|selected)|who may participate|subjects?\)?$|"
    r"participants?\)?$|(?:in|ex)clusion",
)
PROCEDURES = (
    r"what (?:will|would|do|does|is|are|happens?) .*(?:happen|asked|do|involve|expect|invol)|"
    r"procedures?|visits?\b|activities|schedule|study (?:plan|tests?|treatments?|design|groups?)|"
    r"study participation|screening|baseline|follow.?up|what happens|tests and|description of",
)
TIME = (
    r"how (?:long|many visits)|how much (?:of )?(?:my |your )?time|duration|length of|"
    r"time (?:commitment|involved|required|needed)|participation .*over|how often",
)
RISKS = (
    r"\brisks?\b|side.?effects?|discomforts?|hazards?|adverse|inconvenienc|might not want|"
    r"not want to|drawbacks?|disadvantages?|possible harms?|reactions?$|problems could",
)
BENEFITS = (
    r"benefits?\b|advantages?|why (?:would|might) .* want|might (?:choose|want) to (?:take|"
    r"volunteer)|"
    r"good things|help me",
)
ALTERNATIVES = (
    r"alternatives?|other (?:options|choices|treatments?|ways)|"
    r"if (?:i|you|we|my child) (?:do not|don.t|decide|choose|decline) .*(?:not|part|join)|"
    r"\boptions\b|other than (?:taking|being)",
    r"other (?:courses|paths|possibilit\w+|ways)|\binstead\b|(?:would|do|prefer|choose|decide|"
    r"want)(?: to)? (?:rather )?not\b|what else (?:\w+ )?(?:could|can|is|might)|if (?:i|you|we) (?:say no|"
    r"refuse|stay out)|choices (?:do|besides|other)|answer is no\b|(?:not joining|staying out)|^[\W\d]*(?:choices|if not)\W*$|usual (?:care|treatment)\W*$",
)
PAYMENT = (
    r"\bpaid\b|payments?|compensat|reimburse|stipend|incentive|(?:receive|given|get) anything|"
    r"honorari|gift card|thank|^[\W\d]*(?:your )?pay\W*$|\bpays? (?:me|you|us)\b",
    r"\bmoney\b|gratitude|rewards?\b|\bearn|remunerat|^[\W\d]*(?:accounts?|credits?|"
    r"dollars)\b|what (?:do|will|would|can) (?:i|you|we) (?:get|receive)|cash|in it for",
)
COSTS = (
    r"\bcosts?\b|\bpa(?:id|y(?:s|ing)?) for\b|who (?:will )?pays?|\bbill(?:ed|ing)?\b|financial|insurance|"
    r"charges?|expenses",
    r"\bmoney\b|charged|^[\W\d]*(?:accounts?|fees|dollars)\b|free of charge|"
    r"have to pay|will (?:i|you|we) pay",
)
INJURY = (
    r"injur|\bhurt\b|harmed|(?:become|get|am|are) (?:sick|ill)|goes wrong|emergency|"
    r"medical (?:problem|treatment|care)|complication|illness",
    r"^[\W\d]*(?:harm|accidents?|liability|indemnity)\b\W*|harm (?:should |that )?"
    r"(?:occur|come|happen|result|aris)|should harm|things? go(?:es)? wrong|suffer|if "
    r".{0,20}\bharm",
)
PRIVACY = (
    r"confidential|privacy|\bprivate\b|protect|who (?:will|may|can|might|else) (?:see|have|look|"
    r"know|use)|"
    r"my (?:records|information)|HIPAA|health information|anonym|authorization",
    r"\bsecre(?:t|cy)|your (?:records|information|data)\b|data (?:security|safety|management)|"
    r"(?:becomes?|happens?|done|do) (?:of|to|with) .{0,20}(?:information|data|records|answers)|"
    r"^[\W\d]*(?:the )?(?:records|data|papers|information)\W*$|who (?:sees|knows|looks)|"
    r"kept (?:safe|private|secret)|behind it",
)
SHARING = (
    r"(?:future|shar\w+|stor\w+|happen\w*|kept|bank\w*) .*(?:information|data|samples?|specimens?|"
    r"biospecimens?|blood|research)|(?:information|data|samples?|specimens?|biospecimens?|blood) .*"
    r"(?:future|us(?:e|ed)\b|shar|stor|happen|kept)|repository|biobank|banking",
    r"(?:later|future|further|secondary|other|next) (?:\w+ )?(?:use|research|stud)|afterwards|"
    r"sharing|open (?:data|science)|archiv|(?:becomes?|happens?|done) (?:of|to|with) .{0,20}(?:"
    r"information|data|samples?|specimens?|blood|answers)|who (?:gets|receives|will get)|"
    r"left.?over",
)
VOLUNTARY = (
    r"voluntar|have to (?:be|take|join|participate)|your (?:choice|rights)|my rights|"
    r"refus|change (?:my|your) mind|withdraw|rights (?:as|of)|key information|stop(?:ping)?\b",
    r"\bchoice\b|\bfreedom\b|free to|say no|rather not|\bdecision\b|change (?:our|their) minds?|"
    r"no pressure|^[\W\d]*(?:out|leaving|consent|choosing)\b\W*$|up to (?:me|you)|"
    r"\bleav(?:e|ing)\b|which one am i in|do i have to|must i\b",
)
STOPPING = (
    r"withdraw|\bstop|\bleav|\bend(?:ing|ed)?\b|terminat|remov|tak(?:e|en) (?:me|you|my child|"
    r"off|out)|"
    r"quit|participation .*over|early|without (?:my|your)",
    r"change (?:my|your|our|their) minds?|^[\W\d]*(?:out|exit)\b\W*$|getting out|"
    r"asked to leave|say(?:ing)? no|take (?:it|them|(?:my|your) \w+) (?:back|out)|back out",
)
CONTACT = (
    r"contact|questions|who (?:can|should|do|to|will) .*(?:call|ask|talk|answer)|call\b|"
    r"more information|problems",
    r"whom? (?:to|do|should|can|will)|where to|reach(?:ing)? us|telephone|\bphone|"
    r"how to reach|get in touch|complain|\b(?:people|person|whom) to (?:reach|approach|talk)|"
    r"(?:to )?talk to\b|inquir|enquir",
)
KEY = (r"key information|summary|overview|at a glance|concise",)

OPTIONAL = (
    r"\boptional\b|sub-?stud|additional consent|genetic testing on stored|ancillary|"
    r"consent for (?:storage|future|genetic)",
    r"^declinable$",  # the offline model heads so what a sentence calls optional
)
SIGNATURES = (
    r"^[\W\d]*signatures?\b|signature (?:page|block)|statement of consent|"
    r"documentation of|record of information|participant.s? (?:statement|agreement)",
)
RECORDS = (
    r"protected health information|\bHIPAA\b|\bPHI\b|authorization to|privacy rule|"
    r"what (?:health )?information .*(?:seen|used|collected|shared)",
)
LEAVING = (r"\b(?:leave|leaving|withdraw|stop|stopping|change your mind)\b",)

# Headings that shut a question out, where the plain topic would shut out too much.
APPENDED = (
    r"\bassent\b|additional consent|genetic (?:testing|research|study|consent)|"
    r"how long will (?:your|my) (?:blood|samples?|specimens?)|"
    r"don.t want (?:your|my) (?:blood|samples?|specimens?)|"
    r"(?:extension|companion|tissue bank|biobank|registry) (?:study )?consent",
)
RISKS_ONLY = (
    r"^(?!.*(?:benefit|advantage|reasons)).*(?:\brisks?\b|side.?effects?|discomforts?|adverse|"
    r"\bnot want\b|drawbacks?|downsides?|reproductive)",
)
CONTACT_ONLY = (
    r"contact (?:information|person|details)|whom? (?:can|do|should|to|may) .*(?:call|contact|"
    r"ask|talk)|"
    r"^\W*(?:\d+\.?\s*)?questions\b",
)
LATER_CARE = (
    r"(?:affect|limit) .*(?:treatment|care|option)|(?:treatment|care|option)s? .*(?:later|"
    r"in the future)|"
    r"after the (?:study|trial)|future (?:treatment|care|option)",
)
PROFIT = (
    r"profit|(?:financial|commercial) (?:interest|benefit|gain|value)|financially benefit|"
    r"conflict of interest|"
    r"(?:make|making) money|products? (?:made )?from|who (?:is|are) (?:paying for|funding|"
    r"sponsoring)|"
    r"who pays for (?:it|the (?:study|trial)|this (?:study|trial))\??$|paying for (?:this|"
    r"the (?:study|trial))",
)

# Other words for the opening summary, and for who may join.
ABOUT = (
    r"what (?:this|is this|is it|it) (?:\w+ )?(?:is|about)|key (?:points|facts|study)|"
    r"short version|at a glance|"
    r"in (?:brief|short)|main points|nutshell|why the \w+ exists|the question|want to (?:learn|"
    r"know|find)|"
    r"should i know|what is (?:this|the) (?:study|project|research)|reason for|in a few words|"
    r"what (?:is|does) (?:this|the) \w+ (?:for|about|do)\b|about (?:the|this) (?:project|"
    r"registry|survey|trial|program)",
    r"why we\b|what set us|^[\W\d]*(?:why|about|rationale|motivation|what for)\b\W*$|"
    r"what (?:we|do we|are we) .*(?:for|study(?:ing)?|test(?:ing)?|ask(?:ing)?|hope|learn|know)\b|"
    r"what is the \w+ for\b|question being|questions? (?:we ask|to be answered)|idea behind|"
    r"(?:what|which) questions?\b.* (?:answer|ask)|"
    r"^[\W\d]*the (?:illness|disease|condition|problem|study|project|trial|research)\b\W*"
    r"(?:$|and\b)|what .* hope|in (?:one|two|three) lines|preamble|to (?:begin|start) with",
)
JOINING = (
    r"(?:who|which \w+|what \w+) (?:can|may|could|should|is|are|will) .*(?:join|be in|part|"
    r"eligible|includ)|"
    r"be (?:able to )?(?:in|take part|join|participate).* if\b|^\W*who\W*$|who (?:we|this)|"
    r"criteria|requirements|"
    r"why (?:me|you|us|my (?:baby|child))\b|looking for|who may join|about (?:the )?participants|"
    r"qualify",
    r"(?:who|which|whom|children|people|patients|volunteers) .*consider|suitab|\bwhom (?:we|do "
    r"we)\b|"
    r"which (?:people|children|patients|adults|women|men)\b|why we (?:picked|chose|ask|wr[io]te|"
    r"invite|contact)|who (?:it|the \w+) is (?:for|open)|why (?:are|am|is|was|were|have) "
    r".*(?:asking|"
    r"inviting|contact)|why .*\b(?:chosen|picked|selected|approached)\b|study population|"
    r"^[\W\d]*(?:volunteers?|subjects?|participants?|people|patients)\W*$|who (?:can|may|"
    r"should|could) (?:not )?(?:volunteer|sign up|apply)|who (?:is|are) (?:being )?(?:asked|"
    r"invited|"
    r"wanted|needed)",
)
COSTS_ONLY = (
    r"\bcosts?\b|\bpay(?:s|ing)? for\b|who (?:will )?pays?|\bbill(?:ed|ing)?\b|insurance|"
    r"\bcharges\b|"
    r"be charged|expenses",
)
