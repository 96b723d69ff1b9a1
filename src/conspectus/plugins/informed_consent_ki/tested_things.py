"""What a study tests, told beside why it is done: once, in a sentence, and without schedules."""

import re

from conspectus.domain.plugin import CitedPart, FactDoor, Parameters
from conspectus.domain.text.lexicon import GRAMMAR
from conspectus.plugins.informed_consent_ki.fitness import ORDER, UNFIT, VERB
from conspectus.plugins.informed_consent_ki.fitting import fitting
from conspectus.plugins.informed_consent_ki.telling import Lines, told
from conspectus.plugins.informed_consent_ki.wording import uncapitalised

SCHEDULE = (
    r"^(?:you|your (?:child|baby)|everyone|participants|people)\b"
    r"(?!.*\b(?:placebo|instead|compar\w+)\b)[^.]*"
    r"\b(?:weekly|daily|monthly|once|twice|every (?:day|night|morning|week|\d)|each (?:day|night"
    r"|morning|week)|by mouth|on days? \d|cycles?)\b"
)
"""Matches how and when something is given, which belongs to what will happen."""

TITLED = "titled"
"""The aspect of a part that the title of the study names."""

LABEL = "In the study"
MOST_WORDS = 12
"""A name that is put into a sentence has no more words."""

_FRAMES = ("The study tests {}.", "This is a study of {}.")


def tested(fact: FactDoor, words: int, parameters: Parameters) -> Lines:
    """Yield what is tested, while it fits, but not a thing that title or purpose names already.

    A name is told in a sentence where the evidence bears one, else under a label.
    """
    known = [
        part
        for name in ("study_title", "purpose")
        for part in fact(name).parts()
        if not part.says(UNFIT)
    ]
    for part in fitting(fact, "intervention", words, parameters, f"{UNFIT}|{SCHEDULE}|{ORDER}"):
        if part.says(VERB) or part.says(":"):
            yield from told(part, LABEL)
            continue
        name = part.text
        if not any(_names(other, name) for other in known):
            yield from told(part, LABEL, _sentence(part, name))


def _sentence(part: CitedPart, name: str) -> str:
    name = uncapitalised(name.rstrip(" ."))
    if part.aspect != TITLED:
        return ""
    framed = (frame.format(name) for frame in _FRAMES if len(name.split()) <= MOST_WORDS)
    return next((text for text in framed if part.bears(text)), "")


def _names(other: CitedPart, name: str) -> bool:
    telling = {word for word in re.findall(r"[\w-]+", name.lower()) if word not in GRAMMAR}
    return all(other.says(rf"\b{re.escape(word.rstrip('s'))}") for word in telling)
