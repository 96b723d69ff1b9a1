r"""Sentences that stand among risks and are none: talk of risks, care, choices.

All are matched against small letters. Each table has named groups; each group is a pattern whose
alternatives are looked for where a word begins, those with `^` where the sentence begins. To shut
out another kind of sentence, add to the group that names it, and a sentence to its test. A table
shuts out no more than it says: the more a table shuts out, the narrower its words must be.
"""

from collections.abc import Mapping

from conspectus.plugins.informed_consent_ki.patterns import any_of

_TELL = r"(?:call|tell|inform|contact|notify|ask) (?:us|the|your|a|any)\b"
_THINGS = (
    r"(?:an?|the|your) (?:[\w-]+ ){0,3}(?:visits?|tests?|scans?|exams?|x-rays?|interviews?|checks?"
    r"|appointments?|choice|right|ecg|mri|tablets?|pills?|doses?|drug|shots?|injections?|infusions?"
    r"|copy|card|call|letter|device|questionnaire)"
)
_YOU = r"(?:you|your (?:child|son|daughter|baby)|participants|patients)"

TALKS: Mapping[str, str] = {
    "of risk as what is studied": (
        r"risks? (?:prediction|predictors?|factors?|models?|scores?|estimat\w+|stratif\w+"
        r"|calculat\w+)\b|(?:absolute|relative|individual|predicted) risks?\b"
        r"|risk of (?:\w+ ){1,2}algorithm|depend\w* on (?:\w+,? ){0,4}risks?\b"
        r"|standard deviation|statistical|significance level"
    ),
    "about telling of risks": (
        r"(?:education|counsel+ing|educate|training|information|told|informed) (?:\w+ ){0,5}"
        r"(?:on|about|of) (?:\w+ and )?(?:the )?risks?\b"
    ),
    "of what a word means": r"(?:refers? to|means (?:that|there)|is defined as|is the term for)\b",
    "of risks at large": (
        r"^\W*(?:all|any|most) (?:drugs|medicines|medications|treatments|procedures|operations"
        r"|studies|research) (?:\w+ )?(?:have|has|carr(?:y|ies)|involves?) (?:\w+ ){0,2}(?:risks?"
        r"|side effects?)(?: and (?:may|can|could) (?:\w+ )?cause side effects)?\W*$"
        r"|^\W*(?:any|each|every) [^.;]{3,50}\b(?:has|carries|involves) (?:\w+ ){0,2}"
        r"(?:risks?|hazards?|dangers?)\W*$|^\W*all (?:of the |these |the )?risks are\b"
        r"|^\W*there (?:are|is|may be) (?:\w+ ){0,3}(?:and )?(?:risks?|discomforts?)"
        r" (?:associated|connected|linked) with (?:\w+ ?){1,4}\W*$"
        r"|you (?:can|may|might|could) have (?:these|those|all|some|none|any)\b(?! of your)"
        r"|(?:form|list|table|section) (?:lists?|names?|describes?|explains?) (?:the |all )?"
        r"risks?\b|risks? (?:and side effects )?(?:is|are) (?:grouped|listed|sorted"
        r"|described|explained)\b"
    ),
    "of what care does anyway": r"no different (?:from|than)\b",
    "of what passes": (
        r"^\W*(?:some|most|many|all|these|this|it)(?: of (?:these|them))? (?:\w+ )?(?:(?:go(?:es)?"
        r"|pass(?:es)?) (?:away|off|within|in|after|quickly|soon)|clears?|resolves?|fades?)\b"
        r"(?!.*\b(?:but|others?|never|some)\b)"
    ),
    "of getting well": (
        r"^\W*(?:nearly |almost )?(?:most|many|all)\b[^.]{0,20}\b(?:were|are|got|felt|get|feel)"
        r" (?:well|fine|better|all right)\b(?!.*\b(?:but|others?|never|some)\b)"
    ),
    "of where it comes from": (
        r"^\W*(?:the|this|these|those)\b[^.]{0,60}\b(?:is|are|was|were) (?:(?:mostly|mainly"
        r"|probably|largely) (?:due to|because|caused)|believed to be\b)"
        r"|^\W*it is not (?:yet )?known (?:if|whether) (?:this|that|these|those)\b"
        r"|^\W*it is not (?:yet )?known (?:if|whether) [^.]{0,40}\b(?:was|is|were) the cause\b"
        r"|^\W*it is not (?:yet )?known (?:if|whether) [^.]{0,40}\bdoes (?:this|so|it)\W*$"
    ),
}
"""Talk of risks that names none. Shuts out what does not say that something causes grave harm."""

CARES: Mapping[str, str] = {
    "advice": (
        r"^\W*(?:please|call|tell|ask|contact|talk|let (?:us|the|your)|take(?! note)|avoid|keep"
        r"|wear|get emergency)\b"
        rf"|{_TELL}[^.]{{0,60}}$|should not be (?:taken|given)\b"
    ),
    "duties and permissions": (
        rf"{_YOU} (?:must|should)\b(?! expect)|you may (?:not (?:give|donate)|change your mind"
        r"|be removed)"
    ),
    "to whom it is said": (
        r"^\W*if you (?:have|had|notice|feel|think|know|want)\b"
        r"|^\W*when you (?:come|go|sign|join|finish|are done|call|visit|arrive|leave|get home"
        r"|have questions)\b|whether or not you\b|initials\b"
    ),
    "what is done about it": (
        r"^\W*to (?:reduce|lower|protect|prevent|minimi\w+|make sure|find)\b"
        r"|^\W*we (?:do(?! not (?:yet )?know)|take|try|ask|may ask)\b|we learn\b"
        r"|we will\b(?! (?:stop your|cut|remove|burn|freeze))|we see (?:if|whether|that|you)\b"
        r"|we can (?:treat|watch|check|monitor|stop)"
        r"|will be (?:watched|monitored|checked|treated|told|given|provided|offered)\b|first aid\b"
        r"|(?:clinician|psychologist|counsel+or|therapist|social worker|someone|somebody)"
        r" (?:\w+ ){0,4}?(?:will|may) (?:speak|talk|call|meet|contact|phone|see)\b"
        r"|researchers? (?:will|believe)|(?:study|trial) doctor will\b"
        r"|doctors? (?:will|may (?:need|(?:\w+ )?(?:stop|lower|change|reduce|give|decide)\b))"
        r"|to (?:look|check|test|screen) (?:you )?for\b|will be (?:disposed|separated)\b"
        r"|to (?:mitigate|minimi\w+) (?:the |any )?risks?\b"
    ),
    "that there is little": (
        r"^\W*there (?:is|are) no\b|no (?:more|greater) than\b|not be (?:more|greater|worse) than\b"
        r"|few risks\b|too (?:small|low) to\b|should not (?:have|cause|lead to)\b"
    ),
    "what is hoped for": (
        r"benefit\b|(?<!not )(?:feel|sleep|get|got|do|breathe) (?:\w+ )?(?:better|calmer|easier)\b"
        r"(?! (?:or|but|and then|on (?:its|their) own))"
        r"|may (?:hurt|ache|bleed|itch|swell|cough|vomit) (?:\w+ )?less\b"
    ),
    "comparisons": (
        r"(?:than|as|like|with|compared (?:with|to)|versus|vs\.?)(?: \w+){0,5} placebo\b"
        r"(?![^()]*\))"
        r"|placebo (?:is|has|contains|looks)\b|without the study\b|(?:usual|regular) care\b"
        r"|natural sources"
    ),
    "questions, leads and boards": (
        r"[?:]\W*$|^\W*for (?:more|questions)\b|questions about\b"
        r"|^\W*(?:have|medical|study) questions\b|review board\b"
        r"|the following (?:side effects|risks)\b"
    ),
}
"""Care about a harm, or words to who has it. Shuts out all but a grave harm with its cause."""

PLAIN: Mapping[str, str] = {
    "choices": (
        r"(?:you|your (?:child|son|daughter|baby|teen)|they) (?:can|may|might|do not have to"
        r"|don't have to|need not) (?:also )?(?:skip|stop|refuse|choose|leave|say)"
        r"|you (?:would|will|may|might) have to (?:stop|leave)\b|^\W*(?:skip|do not|never)\b"
        r"|right to (?:refuse|stop|leave|skip)|^\W*(?:yes|no)\b|left.?over"
    ),
    "pointers": (
        r"sections? \w+|tables?\b|appendix|page \d|see (?:the )?(?:next|page)|following|as follows"
        r"|listed (?:below|above|here)|more (?:details|information)|in detail|percentages"
    ),
    "what is done": (
        r"we (?:will|do(?! not (?:yet )?know)|try|ask|use|keep|store|collect|hope|want|plan"
        r"|have(?! (?:seen|had|found|lost)))\b"
        r"|you will be (?:asked|given|told|watched|seen|monitored|treated|paid|able)"
        rf"|you (?:will (?:have (?:to|blood|\d|{_THINGS})|get {_THINGS}|take|receive|come|go)|must"
        r"|should(?! expect)|can|may decide)\b"
        r"|will be (?:taken|drawn|placed|attached|collected|removed|done|made|submitted"
        r"|reviewed)\b|will (?:be asked|complete)\b"
        r"|(?:will be|are|is) (?:kept|used|stored)"
        r"|(?:test|exam|scan|check) (?:is|will be) (?:made|done|taken|repeated|needed)\b"
        r"|(?:people|patients|participants|children|women|men) (?:will )?(?:get|receive|are given)"
        r" (?:the|an?|either) (?:[\w-]+ )?(?:implant|drug|vaccine|placebo|device|pills?|shots?"
        r"|injections?|treatment|infusion|spray|patch|mesh)\b"
        r"|^\W*(?:a|the) nurse (?:will|takes|draws|cleans|gives|calls"
        r"|phones|walks|stays|sits|helps)"
        r"|\d[\d,]* (?:people|persons|patients|adults) (?:(?:have|had) (?:been given|taken"
        r"|received)"
        r"|(?:took|received|were given) (?:it|the|this))\b"
        r"|(?:has|have) been (?:given to|taken by|used (?:by|in)) \d"
    ),
    "what a test is": (
        r"(?:is|are) an? (?:\w+ ){0,3}(?:test|scan|exam\w*|procedure|picture|questionnaire"
        r"|survey)s?\b|painless|^\W*(?:once|after|before) the\b[^,]*, the test\b|images? show"
        r"|back to normal"
    ),
    "purposes": (
        r"^\W*(?:the )?(?:purpose|goal|aim|study (?:drug|doctor|staff|team) (?:is|will|has|was))\b"
    ),
    "care and safeguards": (
        r"counsel+ing|help\b|careful\w*|trained|protected|reported to|approved|accepted"
        r"|at hand|in the room|nearby|on call|compliant\b|inadmissible|permitted only"
        r"|(?:we(?! (?:worry|fear|expect|saw|know))|doctors?|researchers?|staff|team|nurses?)\b"
        r".{0,40}\b(?:will|can|try)\b"
        r"|(?:tested|checked|inspected|sterili[sz]ed|certified|calibrated) (?:by|for|before)\b"
        rf"|will only be\b|{_TELL}"
    ),
    "that there is little": (
        r"(?:blood loss|amounts?) (?:of \w+ )?(?:is|are) (?:very )?small\b"
        r"|minimal|no more than|as (?:low|safe|small) as|background|outer space|chances? .{0,30}"
        r"\b(?:is|are) small\b"
    ),
    "what is hoped for": r"benefits?\b|upsides?|easier to\b",
    "laws": (
        r"(?:non-?)?discrimination act\b|laws?\b(?:(?!\bnot\b).)*\b(?:forbid|illegal|prohibit"
        r"|unlawful)|laws?\b[^.;]*\b(?:may|can|must) not (?:use|ask|discriminate|deny)\b"
        r"|certificate of confidentiality"
    ),
}
"""What only its heading would make a risk, and is none. Shuts out what no word of harm marks."""

OTHERS_FIRST: Mapping[str, str] = {
    "back": (
        r"^(?:these|this|they|it(?! is (?:not |also )?(?:possible|rare|true|likely|common|known"
        r"|unlikely))|those(?! (?:in|on|who|with|given)\b))\b"
    ),
    "the staff": (
        r"^(?:us|the (?:researchers?|study (?:doctor|team|staff)|sponsor|investigators?)"
        r"|we(?! (?:worry|fear|expect|see|saw|have seen|must|may have to|are (?:obliged|required"
        r"|bound)))|your (?:study )?(?:doctor|surgeon)|researchers|sometimes other)\b"
    ),
}
"""How a sentence begins that points back, or speaks of what others may do. Shuts out what names no
harm by its words."""

ELSEWHERE: Mapping[str, str] = {
    "what is hoped for": (
        r"fewer(?! than)|less often|lower|better|improve|benefit|vanish|remission|disappear"
    ),
    "who is at risk": r"(?:are|is) at (?:an? |the )?(?:\w+ )?risk (?:of|for)\b",
    "when a study ends": (
        r"you (?:may|can|might|could|will) be (?:removed|withdrawn|taken (?:off|out))\b|"
        r"(?:end|stop|halt|suspend|close|pause)(?:s|ed|p?ing)? (?:\w+ )?(?:the|this)"
        r" (?:trial|study)\b|^\W*determination of\b|dosing (?:is|will be) (?:halted|stopped|paused)"
    ),
    "who is looked for": r"(?:personal|family) history of|registry data|identify (?:\w+ )?eligible",
}
"""What is no risk of taking part away from the risks. Shuts out all there but what causes grave
harm."""

TALK, CARE, SKIP = any_of(TALKS), any_of(CARES), any_of(PLAIN)
OTHERS, STAFF = any_of(OTHERS_FIRST), any_of({"the staff": OTHERS_FIRST["the staff"]})
ASIDE = any_of(ELSEWHERE)
