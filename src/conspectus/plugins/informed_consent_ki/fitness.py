"""Which words of a form are fit to be told: sentences, not rows, drafting notes or crumbs."""

import re
from collections.abc import Mapping

from conspectus.domain.text.lexicon import EVERYDAY, LIGHT
from conspectus.plugins.informed_consent_ki.harms import DEATH

UNFIT = (
    r"\|"  # a row of a table
    r"|^the following\b[^:]*\.$"
    r"|\b(?:any|one|all|some|each) of the following\b[^:]*:?$"
    r"|\bone of the (?:people|persons|doctors|contacts)\W*$"
    r"|^then\b|\b(?:of|about|after|before) (?:this|these|those)\W*$"
    r"|^\d+\s*(?::|[\u2013-]\s*\d+\s+[A-Z])\s?"
    r"|^(?:yes|no)\b[,:.]?\s+I\b"
    r"|\bI (?:do not )?(?:agree|consent|authori[sz]e|give (?:my )?permission)\b|\byou\b[^.]*\bmy\b"
    r"|\bI (?:was (?!told|informed)|confirm\b|certify\b|could ask\b)|\bmy (?:questions|signature)\b"
    r"|\bI(?: have|['\u2019]ve) (?:now |also )?(?:been (?!told|informed)|(?:read|had|given|got"
    r"|asked|discussed|explained|provided|received|understood)\b)"
    r"|\bplease (?:print|replace|delete|insert|modify|remove|revise)\b|\bprint(?:ed)? name\b"
    r"|\b(?:appropriate|applicable|suggested|sample|template) (?:language|wording)\b"
    r"|\[[^\]]*\b(?:describe|specify|list)\b|_{3,}|\bX{4,}\b"
    r"|(?-i:(?<!doctor, )(?<!investigator, )\b(?:Dr|Prof)\. [A-Z])"
    r"|\b(?:done|made|out|run|\w+ed) by\W*$"
    r"|\b(?:the|a|an|and|or|namely|as follows|include|includes|including|such as"
    r"|(?:reasons?|risks?|examples?|following|criteria)\b[^.]{0,40} (?:are|is))\s*[.:]?$"
)
"""Matches what a reader cannot use: rows, choices to sign, drafting notes, names, cut-off ends."""

ALONE = (
    rf"{UNFIT}|^(?:it|they|them|this(?! (?:study|research|form|trial|project|drug|device)\b)|these"
    r"|those|that|such|he|she|then|both|or|among|otherwise|besides|after that|as mentioned"
    r"|for example)\b"
    r"|\b(?:in|of|for|to|by|after|before|from|with|get|take|pay for) (?:it|them|these|those|such)\b"
    r"(?! (?:study|research|who))|\b(?:these|such|that) (?:care|costs?|treatments?|tests?|visits?)"
    r"|\babove\b|\bas (?:shown|follows)\b|\bsection \d|<\w+>|\b(?:foregoing|latter|former)\b"
)
"""Matches also what leans on a sentence before it, which may not be told."""

UNDONE = (
    r"^(?:[\w-]+ ){1,3}(?:groups?|arms?|cohorts?)\W*$|\bor not\W*$|^(?:at random|by chance)\b"
    r"|^(?-i:[A-Z]{2,}(?: [A-Z]{3,})+)$"
)
"""Matches what is no procedure: the name of a group, a choice, chance, a heading in capitals."""

OF_THE_LAW = rf"{UNFIT}|\b(?:insurance|insurers?|employers?|discriminat\w+|health plans?)\b"
"""Matches also what the law forbids others to do with what a study learns."""

CRUMB = (
    rf"{UNFIT}|^(?:because|for (?:any )?questions|after \w+ing|who|which|whether|if applicable)\b"
    r"|\b(?:Dr|Mr|Ms|Mrs|Prof|are|is|was|were|of|(?<!not )(?<!want )(?<!have )to"
    r"|with|by|that|for)[.:]?$"
    r"|^(?-i:[A-Z]{3,}(?: [A-Z]{3,})+)$"
    r"|^[^\[]*\]|\b(?:could|may|might|can), (?:if|when)\b[^,]*$"
)
"""Matches what is no list item either: half a clause, or a heading in capitals."""

HARMLESS = (
    r"^(?:no ?(?:one|body)|none|no (?:people|participants|patients|subjects|children|adults"
    r"|women|men|deaths?))\b"
    r"|(?<!not )\b(?:lower|reduce|decrease|prevent|protect)(?:s|ed|ing)?\b (?:\w+ ){0,2}"
    r"(?:risks?|chances?|from|against)\b"
    r"|\b(?:risk|chance)s?\b[^.;]{0,50}\b(?:is|are) not (?:\w+ )?(?:higher|increased|raised)\b"
    r"|^your (?:\w+ ){0,2}(?:data|information|answers|samples?|blood|tissue) (?:may|might|will|can"
    r"|could) (?:also )?be (?:used|shared|stored|kept|saved|given|sent)\b"
    r"|\b(?:may|might|could|will|can) (?:also )?(?:help|benefit)\b|^(?:possible |the )?benefits?\b"
    r"|\b(?:employers|insurers|companies|plans)\b[^.]* to discriminate\b|\breach out\b|@\w"
    r"|\b\d{3}-\d{4}\b|\?\W*$|\b(?:records|files?|charts?) (?:may|might|will"
    r"|can) (?:also )?be (?:seen"
    r"|looked at|reviewed|inspected|checked) by\b|\b(?:carr(?:y|ies)|has|have|with) (?:its"
    r"|their) own"
    r" (?:risks?|hazards?|dangers?)\W*$"
    r"|^(?:an? |the )?(?:\w+ ){0,2}(?:biopsy|puncture|blood draw|scan|mri|x-rays?|injection"
    r"|infusion"
    r"|endoscopy|colonoscopy|interview|questionnaire|survey)s?(?: \([^()]*\))?\W*$"
    r"|\b(?:with|of|from|the|got|given|took|taking) (?:a |the )?placebo\b(?! or\b|[^()]*\))"
    r"|^(?:how (?:often|likely|common)|(?:\w+: )?what (?:may|might|can|could) happen)\b"
    r"|^\w+(?:able|ful|ous)$"
)
"""Matches what is told among risks and is none: a benefit, a use of data, what befell nobody."""

SCRAP = (
    rf"{CRUMB}|{HARMLESS}"
    r"|^(?:all (?:drugs|medicines|treatments)|(?:new|some|other) side effects|some people may have"
    r" some|similarly|for example)\b|\b(?:means? that|prescribed|come later|decide to)\b"
    r"|^(?:with|if|in|on) [^,.]{3,60}\bit (?:may|might|could|can)\b|\bhad it\b"
    r"|\bmostly (?:because|due)\b"
    r"|\bwill (?:then|phone|call)\b|^(?:[\w-]+ ){0,4}exposure to\b[^.]*\bsource$"
    r"|^(?:some (?:deal|stay|go|last|are)|we|our|the (?:\w+ )?(?:most|survey|questions?))\b"
    rf"|^(?:this|these|those|it|they|such)\b(?! law\b)(?!.*(?:{DEATH}))"
    r"|^[^()]*\)|\([^()]*$|^(?:\w+|deaths?|serious \w+)s$|\b(?:your doctor|we|us|should)\b"
)
"""Matches what is not worth a place among further risks: scraps of sentences, and care."""

SENTENCE = (
    r"^[^,(]*\b(?:is|are|was|were|will|has|have|had|gave|gives|pays|paid for|sponsors|funds|"
    r"supports|provides|provided|comes?|came|covers|financed|runs)\b(?! by)"
)
"""Matches a text whose verb comes early, so that it needs no label."""

_CLAUSE = re.compile(
    r"\b(?:who|that|which|whose|because|while|if|until|when|after|before|although|since|where|as)"
    r"\b[^,:;]*",
    re.IGNORECASE,
)
VERB = (
    r"\b(?:is|are|was|were|am|will|would|can|could|may|might|must|shall|should|do|does|did|has"
    r"|have|had|cannot|ends?|lasts?|takes?|took|involves?|starts?|begins?|gives?|gave|gets?|pays?"
    r"|paid for|includes?|needs?|goes|comes|stays?|keeps?|runs?|looks?|wants?|hopes?|adds?|uses?"
    r"|decides?|compares?|tests|seeks?|sponsors|funds|supports|provides|makes)\b"
    r"|n[\u2019']t\b|\b(?:we|you|they|it|he|she|i)(?:[\u2019']\w+)?\s+\w"
)
"""Matches the verb of a sentence."""

ORDER = rf"^(?:{'|'.join(sorted(EVERYDAY | LIGHT))}) (?:an?|the|your|in|out|up|to|at|one|two|\d+)\b"
"""Matches what tells the reader to do something: "Fill in a survey."."""

_OWN_LABEL = re.compile(
    r"[^:.]{3,60}: .|.*:$|an? (?:[\w-]+ ){0,2}(?:study|trial|project) (?:of|on|to|about|with)\b"
    rf"|(?:the )?(?:[\w-]+ ){{0,2}}(?:duration|length)\b|{ORDER}",
    re.IGNORECASE,
)
_MEANS: Mapping[str, re.Pattern[str]] = {
    "Time in the study": re.compile(
        r"(?<!at )\b(?:\d[\d.,]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
        r"|twelve)(?: [\w-]+)? (?:hours?|days?|weeks?|months?|years?)\b|\b(?:until|visits?)\b",
        re.IGNORECASE,
    )
}
"""What a text must hold that stands under a label."""

_FINITE = re.compile(VERB, re.IGNORECASE)
_MODAL = re.compile(
    r"(?<!who )(?<!that )(?<!which )(?<!you )(?<!they )\b(?:can|may|will|must|should)\b",
    re.IGNORECASE,
)


_TIMED = re.compile(
    r"(?:starting|beginning|from|about|after|before|during|at|on|in|for)\b[^,]*(?<!who)(?<!that)"
    r"(?<!which) (?:you|we|your child) (?:will|may|can|must|should)\b",
    re.IGNORECASE,
)
"""Matches a sentence that begins with a time: "After the scan you will rest."."""


def is_fragment(text: str) -> bool:
    """Tell whether a text lacks a verb of its own: "Adults who have asthma."."""
    return not (_TIMED.match(text) or _MODAL.search(text) or _FINITE.search(_CLAUSE.sub(" ", text)))


def takes_label(text: str, label: str) -> bool:
    """Tell whether a label fits before a text: it has no verb and no label, and says such a thing.

    >>> takes_label("Two years.", "Time in the study")
    True
    >>> takes_label("A letter at 6 months.", "Time in the study")
    False
    """
    meant = _MEANS.get(label)
    fits = meant is None or meant.search(text) is not None
    return fits and is_fragment(text) and not _OWN_LABEL.match(text)
