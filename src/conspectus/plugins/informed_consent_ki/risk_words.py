"""The words by which forms speak of risks, and by which they speak of something else there.

All are matched against small letters.
"""

import re

from conspectus.plugins.informed_consent_ki.harms import BODY_WORDS, HARMS
from conspectus.plugins.informed_consent_ki.patterns import at_words

FREQUENT = re.compile(
    r"(?<!less )(?:very|most) (?:common|likely|frequent)|^\W*(?:common|likely|frequent)\b"
    r"|more than (?:1|one) (?:in|out of) (?:every )?(?:10|ten)\b|\b[2-9]\d ?(?:%|percent)",
)
HARM = at_words("|".join(harm.pattern for harm in HARMS))
BODY = at_words(BODY_WORDS)
MAY = re.compile(
    r"(?<!you )\b(?:may|might|could)\b(?! (?:also )?(?:help|benefit|be (?:asked|given|able|used"
    r"|shared|stored|kept|told|paid))\b)"
    r"|\byou (?:may|might|could)\b(?! (?:also )?(?:ask|choose|stop|skip|leave|withdraw|refuse"
    r"|decide"
    r"|call|contact|help|benefit|continue|talk|take part|say|be (?:asked|given|able|used|shared"
    r"|stored|kept|told|paid))\b)"
    r"|\bcan (?:also |sometimes |even |rarely )?(?:cause|lead|result|be (?!used|asked|given|done)"
    r"|make|happen|occur|develop|harm|hurt|damage|affect|bring|increase|worsen|feel|set off)\b",
)
HAZARD = re.compile(
    r"\brisks?\b|side effects?|\bchance (?:of|that)|danger|hazard|complication|\bdied\b"
    r"|(?:people|patients|children|women|men|subjects|participants)\b[^.;]{0,30}\b(?:had|have had"
    r"|got|felt|developed|died|vomited)\b",
)
CAUSE = re.compile(
    r"\b(?:may|might|could|can|will|would) (?:\w+ ){0,2}(?:cause|lead to|result in|harm|hurt"
    r"|damage|bring on|set off|die|be fatal)\b|\brisks? (?:of|to|for)\b|side effects?"
    r"|\b(?:does|do|will|may) not (?:protect|cover)\b|\bchance of\b|\bdanger of\b|\bdied\b"
    r"|\b(?:has|have|had) (?:\w+ ){0,2}(?:caused|led to|resulted in|died)\b",
)
CARE = re.compile(
    r"^\W*(?:please|call|tell|ask|contact|talk|let (?:us|the|your)|take|avoid|keep|wear"
    r"|if you (?:have"
    r"|had|notice|feel|think|know|want)|we (?:will|do|take|try|ask|may ask)|to (?:reduce|lower|"
    r"protect|prevent|minimi|make sure|find)|for (?:more|questions)|there (?:is|are) no"
    r"|when you (?:come|go|sign|join|finish|are done|call|visit|arrive|leave|get home"
    r"|have questions))\b"
    r"|\b(?:call|tell|inform|contact|notify|ask) (?:us|the|your|a|any)\b[^.]{0,60}$"
    r"|\bwill be (?:watched|monitored|checked|treated|told|given)\b|\bwe (?:will|can) (?:treat|"
    r"watch|check|monitor|stop)|\?\W*$|:\W*$|\b(?:benefit|review board|you (?:must|should))\b"
    r"|\b(?:(?:than|as|like|with|compared (?:with|to)|versus|vs\.?)(?: \w+){0,5} placebo"
    r"|placebo (?:is|has|contains|looks)|without the study|usual care|regular care"
    r"|whether or not you|initials)\b"
    r"|\bwe (?:learn|will|see)\b|\bresearchers? (?:will|believe)|\bdoctors? (?:will|may need)"
    r"|\bwill be (?:provided|offered)|\byou may (?:not (?:give|donate)|change your mind|be removed)"
    r"|\bno (?:more|greater) than\b|\bfew risks\b|\bmeans that\b|natural sources"
    r"|\b(?:study|trial) doctor will\b|\bshould not be (?:taken|given)\b"
    r"|\bthe following (?:side effects|risks)\b|^\W*get emergency"
    r"|\bquestions about\b|^\W*(?:have|medical|study) questions\b|\bto (?:look|check|test"
    r"|screen) (?:you )?for\b",
)
"""What is done about a harm, or said to somebody who has it, is no risk."""

OTHERS = re.compile(
    r"^(?:these|this|they|it(?! is (?:not |also )?(?:possible|rare|true|likely|common|known"
    r"|unlikely))"
    r"|those(?! (?:in|on|who|with|given)\b)|us|the (?:researchers?|study (?:doctor|team|staff)"
    r"|sponsor|investigators?)|we(?! (?:worry|fear|expect|saw|have seen|must|may have to"
    r"|are (?:obliged"
    r"|required|bound)))|your (?:study )?(?:doctor|surgeon)|researchers|sometimes other)\b",
)
"""How a sentence begins that speaks of what others may do, or points back."""

CRUMB = re.compile(
    r"^\W*(?:very )?(?:common|uncommon|rare|likely|unlikely|frequent)\b[^:]*\([^()]*\)\W*$"
    r"|^\W*(?:visits?|screening|baseline|payment|schedule|vital signs|main events|\d+ \w+|month \d+"
    r"|week \d+|unknown|mild|moderate|severe|high|low|medium|x|yes|no|n/?a|none|common|rare"
    r"|very rare|uncommon|frequent|likely|less likely|"
    r"skin|feelings?|privacy|confidentiality|blood|pregnancy|radiation|time|occasional"
    r"|infrequent|side effects?|risks?|how (?:often|likely|common)\b.*|what (?:can|may"
    r"|it|has|is|was|the)"
    r"\b.*|(?:not )?(?:serious|known)|(?:[\w-]+ ){0,3}risks?(?: (?:of|from|to)\b.{0,60})?)\W*$"
    r"|^[^A-Za-z]*$|^(?:about |up to |less than |more than |fewer than )?\d[\d.,%]*(?: ?%| (?:in"
    r"|of|out"
    r" of|to|people|or)\b.*)?$",
)
"""A cell or item that names nothing: a mark, a number, a heading."""

VERB = re.compile(
    r"\b(?:is|are|was|were|may|might|can|could|will|would|has|have|had|do|does|be|you|we|they)\b",
)
BETTER = re.compile(r"\b(?:fewer(?! than)|less often|lower|better|improve|benefit)")
"""What is hoped for."""

CAUSED = re.compile(
    r"\b(?:has|have|had) (?:\w+ ){0,2}(?:caused|led to|resulted in|set off|brought on)\b"
)
"""What something has done before."""

MODAL = re.compile(
    r"\b(?:may|might|could|would|can)\b(?! (?:also )?(?:take part|join|be in|ask|choose|be (?:asked"
    r"|given|treated|used)|help|lower|prevent|reduce))"
)
RATE = re.compile(
    r"\b(?:\d+|one|two|three) (?:in|of|out of) (?:every |the )?\d+\b|\d ?(?:%|percent\b)"
)
EVENT = re.compile(
    r"\b(?:in|of) (?:an? |the |our )?(?:earlier|previous|past|prior|other|first|animal) (?:\w+ )?"
    r"(?:study|studies|trials?|group)\b|^\W*(?:in )?(?:dogs|rats|mice|monkeys|rabbits|pigs"
    r"|animals)\b"
    r"|\b(?:\d+|one|two|three|four|five|some|a few|several"
    r"|half) (?:of (?:the )?(?:\d+ )?)?(?:\w+ )?"
    r"(?:people|persons?|patients?|participants?|volunteers?|subjects?|children|bab(?:y|ies)"
    r"|infants?"
    r"|m[ae]n|wom[ae]n|boys?|girls?|dogs?|rats?|mice|monkeys?|animals?)\b"
    r"|\btried to (?:take|kill|hurt)\b",
)
"""What has befallen others."""

SKIP = re.compile(
    r"\b(?:(?:you|your (?:child|son|daughter|baby)|they) (?:can|may|might|do not have to"
    r"|don't have to|need not) (?:also )?(?:skip|stop"
    r"|refuse"
    r"|choose|leave|say)|sections? \w+|tables?\b|appendix|page \d|counsel+ing|see (?:the )?(?:next"
    r"|page)|left.?over|we (?:will|do|try|ask|use|keep|store|collect|hope|want|plan|have)"
    r"|you will be"
    r" (?:asked|given|told|watched|seen|monitored|treated|paid|able)|you (?:will (?:have (?:an?|the"
    r"|your|to|blood|\d)|get (?:an?|the|your)|take|receive|come|go)|must|should|can|may decide)\b"
    r"|listed (?:below|above|here)|as follows|following"
    r"|minimal|no more than|benefits?\b|help\b|(?:we(?! (?:worry|fear|expect|saw|know))|doctors?"
    r"|researchers?|staff|team"
    r"|nurses?)\b.{0,40}"
    r"\b(?:will|can|try|careful\w*)\b|as (?:low|safe|small) as|more (?:details|information)"
    r"|in detail"
    r"|protected|reported to|approved|accepted|upsides?|background|outer space|percentages|trained"
    r"|(?:at hand|in the room|nearby|on call)|(?:will be|are|is) (?:kept|used|stored)"
    r"|\d[\d,]* (?:people"
    r"|persons|patients|adults) (?:have|had) (?:been given|taken|received))\b"
    r"|\bdiscrimination act\b"
    r"|\blaws?\b.*\b(?:forbid|illegal|prohibit|unlawful)"
    r"|\b(?:call|tell|inform|contact|notify|ask) (?:us|the|your|a|any)\b|^\W*(?:a|the) nurse"
    r"|^\W*(?:yes|no)\b|^\W*(?:the )?(?:purpose|goal|aim|study (?:drug|doctor|staff|team)"
    r" (?:is|will|has|was))\b",
)
"""What stands under a heading of risks and is none: choices, care, pointers, options to sign."""

BRACKET = re.compile(r"\s*\([^()]*\)")
SEPARATOR = re.compile(r"\s*(?:[,;\u2022]|\n| (?:and/or|and|or) (?=\w+$))\s*")
