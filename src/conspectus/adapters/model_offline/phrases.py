"""The short phrase around a match: the head of a list item, or one member of a list in a sentence."""

import re

MOST_WORDS = 12
HEAD_WORDS = 9

_HEAD_END = re.compile(r"\s*(?:[(;:\u2014\u2013]| -+ |\. |, which\b|, (?:and )?may\b| which\b).*$", re.S)
_CUT = re.compile(r"\s*(?:[,;:()\u2014\u2013/]|\.(?:\s|$)|\band/or\b|\bas well as\b|\bor\b|\band\b)\s*")
_LEAD = re.compile(
    r"^.*\b(?:may|might|can|could|will|would|sometimes|often|rarely|is|are|was|were|be|been|include[sd]?|"
    r"including|cause[sd]?|causing|such as|like|have|has|had|get|feel|feeling|experience[sd]?|"
    r"report(?:ed)?|result in|lead to|risks? of|chance of|possibility of|develop|"
    r"associated with|related to|due to|become|for example|include:|with|from)\b\s*",
    re.IGNORECASE | re.S,
)
_EDGE = re.compile(r"^(?:a|an|the|some|other|also|any|having|your|minor|very)\s+", re.IGNORECASE)


def phrase(text: str, start: int, end: int, item: bool) -> str:
    """Return the few words around `text[start:end]` that name it."""
    if item:
        head = _HEAD_END.sub("", text).strip(" .,;:")
        if head and len(head.split()) <= HEAD_WORDS and start < len(head):
            return head
    left = max((m.end() for m in _CUT.finditer(text, 0, start) if m.end() <= start), default=0)
    right = next((m.start() for m in _CUT.finditer(text, end) if m.start() >= end), len(text))
    member = text[left:right]
    lead = _LEAD.match(member, 0, max(0, start - left))
    if lead:
        member = member[lead.end() :]
    member = _EDGE.sub("", member.strip(" .,;:"))
    words = member.split()
    if len(words) > MOST_WORDS:
        match = text[start:end].split()
        member = " ".join(match)
    return member.strip(" .,;:")
