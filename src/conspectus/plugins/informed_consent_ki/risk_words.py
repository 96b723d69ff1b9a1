"""The words by which forms speak of risks, and by which they speak of something else there.

Those of headings are matched against any letters, the others against small ones.
"""

import re

from conspectus.plugins.informed_consent_ki.harms import BODY_WORDS, HARMS
from conspectus.plugins.informed_consent_ki.questions import risk_frame, topics

LIKE_RISK = re.compile("|".join(risk_frame.HOME), re.IGNORECASE)
"""A heading that may be about risks."""

OPTIONAL = re.compile("|".join(topics.OPTIONAL), re.IGNORECASE)
NO_HOME = re.compile(
    "|".join((*topics.SIGNATURES, *topics.RECORDS)) + r"|\binjur(?!.*risk)|\bcosts?\b|compensat",
    re.IGNORECASE,
)
"""A heading under which no risk of taking part stands."""

NO_RISK = re.compile(
    "|".join((*topics.RECORDS, *topics.PRIVACY, *topics.SHARING, *topics.INJURY)), re.IGNORECASE
)
"""A heading that a mistaken main risk does not make one of risks."""

RISK = re.compile("|".join(topics.RISKS), re.IGNORECASE)
"""A heading that is about risks."""

NO_PLACE = re.compile(
    "|".join((*risk_frame.AWAY, *topics.PURPOSE, *topics.WHO, *topics.JOINING, *topics.ABOUT)),
    re.IGNORECASE,
)
"""A heading under which harms are of a disease, another choice or an injury paid for."""

FREQUENT = re.compile(
    r"(?<!less )(?:very|most) (?:common|likely|frequent)|^\W*(?:common|likely|frequent)\b"
    r"|more than (?:1|one) (?:in|out of) (?:every )?(?:10|ten)\b|\b[2-9]\d ?(?:%|percent)",
)
HARM = re.compile("|".join(harm.pattern for harm in HARMS))
BODY = re.compile(BODY_WORDS)
MAY = re.compile(
    r"\b(?:may|might|could)\b(?! (?:also )?(?:ask|choose|stop|skip|leave|withdraw|refuse|decide"
    r"|call"
    r"|contact|help|benefit|continue|be (?:asked|given|able|used|shared|stored|kept|told|paid))\b)"
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
    r"|\b(?:does|do|will|may) not (?:protect|cover)\b|\bchance of\b|\bdanger of\b|\b(?:has"
    r"|have) (?:caused|led to|died)\b|\bdied\b",
)
CARE = re.compile(
    r"^\W*(?:please|call|tell|ask|contact|talk|let (?:us|the|your)|take|avoid|keep|wear"
    r"|if you (?:have"
    r"|had|notice|feel|think|know|want)|we (?:will|do|take|try|ask|may ask)|to (?:reduce|lower|"
    r"protect|prevent|minimi|make sure|find)|for (?:more|questions)|there (?:is|are) no|when you)\b"
    r"|\b(?:call|tell|inform|contact|notify|ask) (?:us|the|your|a|any)\b[^.]{0,60}$"
    r"|\bwill be (?:watched|monitored|checked|treated|told|given)\b|\bwe (?:will|can) (?:treat|"
    r"watch|check|monitor|stop)|\?\W*$|:\W*$|\b(?:benefit|review board|you (?:must|should))\b"
    r"|\b(?:placebo|without the study|usual care|regular care|whether or not you|initials)\b"
    r"|\bwe (?:learn|will|see)\b|\bresearchers? (?:will|believe)|\bdoctors? (?:will|may need)"
    r"|\bwill be (?:provided|offered)|\byou may (?:not (?:give|donate)|change your mind|be removed)"
    r"|\bno (?:more|greater) than\b|\bfew risks\b|\bmeans that\b|natural sources"
    r"|\b(?:study|trial) doctor will\b|\bshould not be (?:taken|given)\b"
    r"|\bthe following (?:side effects|risks)\b|^\W*get emergency",
)
"""What is done about a harm, or said to somebody who has it, is no risk."""

OTHERS = re.compile(
    r"^(?:these|this|they|it|those|we|us|the (?:researchers?|study (?:doctor|team|staff)|sponsor"
    r"|investigators?)|your (?:study )?(?:doctor|surgeon)|researchers|sometimes other)\b",
)
"""How a sentence begins that speaks of what others may do, or points back."""

CRUMB = re.compile(
    r"^\W*(?:x|yes|no|n/?a|none|common|rare|very rare|uncommon|frequent|likely|less likely|"
    r"skin|feelings?|privacy|confidentiality|blood|pregnancy|radiation|time|occasional"
    r"|infrequent|side effects?|risks?|how (?:often|likely|common)\b.*|what (?:can|may"
    r"|it)"
    r"\b.*|(?:not )?(?:serious|known)|(?:[\w-]+ ){0,3}risks?(?: (?:of|from|to)\b.{0,60})?)\W*$"
    r"|^[^A-Za-z]*$|^(?:about |up to |less than |more than |fewer than )?\d[\d.,%]*(?: ?%| (?:in"
    r"|of|out"
    r" of|to|people|or)\b.*)?$",
)
"""A cell or item that names nothing: a mark, a number, a heading."""

VERB = re.compile(
    r"\b(?:is|are|was|were|may|might|can|could|will|would|has|have|had|do|does|be|you|we|they)\b",
)
BRACKET = re.compile(r"\s*\([^()]*\)")
SEPARATOR = re.compile(r"\s*(?:[,;\u2022]|\n| (?:and/or|and|or) (?=\w+$))\s*")
