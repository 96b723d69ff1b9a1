"""Who the document speaks to: the subject, or the parent of one."""

from dataclasses import dataclass

from conspectus.domain.plugin import FactDoor, Parameters

_CHILD = r"\byour (?:child|son|daughter|baby|infant|teen)\b"
_SPEAKING = ("voluntary", "procedures", "purpose", "benefit", "population", "key_risks", "duration")


@dataclass(frozen=True, slots=True)
class Voice:
    """The words for the subject, to be filled into sentences of our own."""

    you: str
    asked: str

    def __call__(self, text: str) -> str:
        """Fill `{you}` and `{You}`."""
        return text.format(you=self.you, You=self.you[:1].upper() + self.you[1:])


SUBJECT = Voice("you", "You are being asked to take part in a research study.")
PARENT = Voice("your child", "You are being asked to let your child take part in a research study.")


def voice(fact: FactDoor, parameters: Parameters) -> Voice:
    """Choose the voice: as the parameter `audience` says, else as the form itself speaks."""
    audience = parameters.get("audience", "auto")
    if audience == "auto":
        speaks = sum(fact(name).says(_CHILD) for name in _SPEAKING)
        return PARENT if speaks >= 2 else SUBJECT
    return PARENT if audience == "parent" else SUBJECT
