"""Cells and list items that stand among risks and name none, in groups as in `beside_risks`."""

import re
from collections.abc import Mapping

from conspectus.plugins.informed_consent_ki.patterns import any_of

CRUMBS: Mapping[str, str] = {
    "a frequency": (
        r"^\W*(?:very )?(?:common|uncommon|rare|likely|unlikely|frequent)\b[^:]*\([^()]*\)\W*$"
        r"|^\W*(?:mild|moderate|severe|high|low|medium|common|rare|very rare|uncommon|frequent"
        r"|likely|less likely|occasional|infrequent|(?:not )?(?:serious|known)|unknown)\W*$"
        r"|^\W*how (?:often|likely|common)\b[^.]*$"
    ),
    "a number": (
        r"^[^a-z]*$|^\W*(?:about |up to |less than |more than |fewer than )?\d[\d.,%]*(?: ?%"
        r"| (?:in|of|out of|to|people|or)\b[^:]*)?$|^\W*\d+ (?:days?|weeks?|months?"
        r"|years?|hours?|minutes?|visits?|times?|m[gl]|tablets?|people|participants|patients|subjects)"
        r"\W*$"
    ),
    "a mark": r"^\W*(?:x|yes|no|n/?a|none)\W*$",
    "a visit": (
        r"^\W*(?:visits?|screening|baseline|payment|schedule|vital signs|main events|month \d+"
        r"|week \d+|time)\W*$"
    ),
    "a heading": (
        r"^\W*(?:skin|feelings?|privacy|confidentiality|blood|pregnancy|radiation|side effects?"
        r"|risks?)\W*$|^\W*what (?:can|may|it|has|is|was|the)\b[^.]*$"
        r"|^\W*(?:[\w-]+ ){0,3}risks?(?: (?:of|from|to|(?:related|due|linked) to)\b(?:(?!\b(?:is"
        r"|are|was|were|may|might|can|could|will|has|goes|ris(?:es|en)|doubles?|increases?|depends?)\b)"
        r"\D){0,60})?\W*$"
    ),
    "a pointer": r"^\W*see (?:the |next |page|section|below|above|over)[^.]*\W*$",
    "a name with a telephone": r"^\W*(?:dr|prof|mr|ms|mrs)\b[^:]*\d{3}\W\d{4}\W*$",
}
"""A cell or item that names nothing. Shuts out everything."""

LEADS: Mapping[str, str] = {
    "means": r"birth control|contracept|methods? of\b",
    "care": r"minimi[sz]ed by|(?:reduce|lower|lessen) (?:the|these|those|your) (?:\w+ )?risks?",
    "conditions": r"(?:must|should|may|can)(?: ?not)? (?:take part|join|be in)\b",
}
"""What the lead of a list says of items that are no risks. Shuts out the list."""

CONDITION = re.compile(r"\b(?:if|when|because|unless)(?: (?:you|he or she|they))?\W*$")
"""The end of a lead whose items say on what condition: away from the risks they are none."""

CRUMB, LISTS = any_of(CRUMBS), any_of(LEADS)
