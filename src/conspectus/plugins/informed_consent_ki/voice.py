"""Who the document speaks to: the subject, or the parent of one."""

from dataclasses import dataclass

from conspectus.domain.plugin import FactDoor, Parameters

_CHILD = (
    r"\byour (?:child|son|daughter|teen)\b"
    r"|^(?:he|she) (?:will|may|can)\b|^(?:his|her) (?:own )?doctors?\b"
    r"|\byour baby (?:may|will|can|was|would|gets|joins|takes)\b"
)
_SPEAKING = (
    "voluntary", "procedures", "purpose", "benefit", "population", "key_risks", "duration",
    "alternatives", "costs", "injury", "early_termination", "intervention", "visits_or_time",
)  # fmt: skip
_ENOUGH = 2
"""Facts that speak of the reader's child before the form is taken for a parental one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The words for the subject: who is asked, and for what."""

    asked: str


SUBJECT = Voice("You are being asked to take part in a research study.")
PARENT = Voice("You are being asked to let your child take part in a research study.")


def voice(fact: FactDoor, parameters: Parameters) -> Voice:
    """Choose the voice: as the parameter `audience` says, else as the form itself speaks."""
    audience = parameters.get("audience", "auto")
    if audience == "auto":
        speaks = sum(fact(name).says(_CHILD) for name in _SPEAKING)
        return PARENT if speaks >= _ENOUGH else SUBJECT
    return PARENT if audience == "parent" else SUBJECT
