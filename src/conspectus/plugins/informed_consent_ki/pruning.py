"""What a statement can do without: numbering, pointers into the form, asides, opening words."""

import re

_NUMBERING = re.compile(r"^\(?(?:[A-Z]?\d+(?:\.\d+)+|[A-Z]\d+)[.)]?\s+(?=[A-Z])")
_TOLD = (
    r"(?:listed|named|described|found|given|shown|explained|identified|outlined|mentioned|noted|"
    r"discussed|defined|stated|detailed|provided)"
)
_OPENING = re.compile(
    r"^(?:(?:however|in addition|also|therefore|thus|because of this|for (?:this|these) reasons?|"
    r"as a result|furthermore|moreover|in other words|finally|yet|and|or)"
    r"(?:,\s+|\s+(?!of\b|to\b)(?<!because of this )(?<!yet ))"
    rf"(?=(?:\w+)\b)|as {_TOLD} [^,.]{{3,40}},\s+|(?:this means that|(?:please )?note that|"
    r"it is important (?:to (?:understand|know|note|remember) )?that|"
    r"(?:i|you) (?:know|understand|acknowledge|(?:have been|was|were) (?:told|informed)) "
    r"(?P<that>that))\s+)",
    re.IGNORECASE,
)
_WAYS = re.compile(
    r"^[^:.]{4,80}\b(?:in the following ways?|as follows):\s+(?=[a-z])", re.IGNORECASE
)
_OTHERS = re.compile(r"^Others\b(?= (?:may|might|can|could)\b)")
_FURTHER = re.compile(
    r"^Other (?=(?:loss|effects?|harms?|risks?|problems?|discomforts?)\b[\w ]{0,40}: )"
)
_DOUBLE = re.compile(
    r"(?:(?<=[,;:(] )|(?<=\band )|(?<=\bor )|^)(\w{4,})(?:,? (?:or|and) \1)+(?=[,;.)]|$)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\s\([A-Z]\)(?=[,;]|$)")
_FRAYED = re.compile(r"[,;]\s*(?=[),;.])|(?<=\()\s*[,;]\s*")
_REASON = re.compile(
    r"^because (?=(?:I|you)\b)(?![^.]*, (?:I|you|we) (?:am|are|can|may|will)\b)", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"(?:\bthe )?\[\s*(?:insert|inset|enter|add|fill in)\s+(?:the\s+)?"
    r"(?:name(?: and address)? of\s+)?(?:the\s+|your\s+)?(?P<what>[^\]\[:]{3,40})\]",
    re.IGNORECASE,
)
_PLACE = r"(?:section|question|item|table|page|appendix|attachment|paragraph|figure)s?"
_POINTERS = (
    # "(see Section 5)", "(described below)"
    re.compile(
        rf"\s*\((?:please )?(?:see|refer to|{_TOLD})\b[^()]*"
        rf"(?:(?:{_PLACE}|parts?)\s+\w|above|below|form)[^()]*\)",
        re.IGNORECASE,
    ),
    # ", listed in Section 10 of this form", "in Section A5", "as shown in Table 1"
    re.compile(
        rf",?\s+(?:who are |that are |as )?(?:{_TOLD}\s+)?(?:in|on|under|of)\s+(?:the\s+)?"
        rf"(?:contact\s+)?{_PLACE}\s+[A-Z]?\d+(?:\.\d+)*"
        r"(?:\s+(?:of this (?:form|document)|below|above|\(below\)|\(above\)))?"
        r"(?:\s*[\u201c\"][^\u201d\"]{3,40}[\u201d\"])?(?:\s*\((?:below|above)\))?",
        re.IGNORECASE,
    ),
    # "as outlined in this document", "described above", "the amounts listed may"
    re.compile(
        rf",?\s+(?:as |that (?:is|are) |which (?:is|are) )?{_TOLD}\s+(?:above|below|earlier|later|"
        r"elsewhere|in (?:this|the) (?:form|document|consent(?: form)?))"
        r"(?:\s+in this (?:form|document))?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<=[\w\u201d\"])(?<!and)(?<!or)(?<!the)(?<!\d)\s+(?:above|below)(?=\s+to\b|[.,;)])"
    ),
    re.compile(r"\s+like (?:these|this|those)\b(?=[ ,.]+(?:are|is|may|can|will)\b)"),
)
_HOLDER = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|as|except|than|about|those|further|out|{_TOLD})\Z",
    re.IGNORECASE,
)
"""A word before a pointer that says nothing without it: "They are listed in Section 4"."""

_ASIDE = re.compile(
    r"\s*\((?![^()]*\b(?:unless|not|only|if|except|must|either|placebo|including|allowed|risks?"
    r"|increas\w+|in (?:some|people|patients|women|men|children))\b)"
    r"(?![^()]*(?:\d ?(?:%|(?:percent|minutes?|hours?|days?|weeks?|months?|years?|visits?|times)\b)"
    r"|\$ ?\d|\b(?:in|out of) (?:every )?\d))"
    r"(?:(?:for example|e\.g\.|i\.e\.|such as|see|also)[^()]{12,}|[^()]{30,})\)",
    re.IGNORECASE,
)
_EACH = {
    "i": "you", "my": "your", "me": "you", "mine": "yours", "myself": "yourself",
    "i am": "you are", "i was": "you were", "i'm": "you are",
}  # fmt: skip
_SPEAKER = re.compile(
    r"(?<![-\w])(?:I am|I was|I'm|I(?=,? [a-z]|['\u2019])|[Mm]y(?:self)?|[Mm]e|[Mm]ine)\b(?!-)"
)
_COUNTED = re.compile(r"\b(?:phases?|stage|type|class|grade|part|group|arm|cohort) \Z", re.I)
"""What stands before an "I" that is a number."""
_NAMED = re.compile(
    r"(?<=doctor|igator|archer),? (?:Dr|Prof)\.? [A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*"
    r"(?:, (?:MD|PhD|DO|RN)\b)?,?"
)


def unnumbered(text: str) -> str:
    """Drop the number of a paragraph."""
    return _NUMBERING.sub("", text)


def unopened(text: str) -> str:
    """Drop the words that tie a sentence to one that is not told: "Because of this, ..."."""
    text = _WAYS.sub("", text)
    match = _OPENING.match(text)
    if match is None:
        return _REASON.sub("You are asked because ", text)
    rest = text[match.end() :]
    return rest.replace(" and that ", " and ") if match["that"] else rest


def unlisted(text: str) -> str:
    """Say of one item of a list "some" where the form, after another item, says "others".

    A label does without the "other" that only tells it from the label before.
    """
    return _FURTHER.sub("", _OTHERS.sub("Some", text))


def filled(text: str) -> str:
    """Read "[insert the name of the hospital]" as "the hospital"; other placeholders stay."""
    return _PLACEHOLDER.sub(lambda match: f"the {match['what']}", text)


def standing_alone(text: str) -> str:
    """Drop what points into the form: "listed in Section 10", "described above"."""
    for pointer in _POINTERS:
        text = pointer.sub(_unless_held, text)
    return re.sub(r"^All of the above\b", "In all", text)


def _unless_held(pointer: re.Match[str]) -> str:
    return pointer[0] if _HOLDER.search(pointer.string[: pointer.start()]) else ""


def unnamed(text: str) -> str:
    """Drop the name behind a role: "the study doctor, Dr. Smith"."""
    return _NAMED.sub("", text)


def unfrayed(text: str) -> str:
    """Drop the comma that a word left out has left behind, and a letter that a key explains."""
    return _FRAYED.sub("", _CODE.sub("", text))


def undoubled(text: str) -> str:
    """Say once what plain words have made the same: "tiredness or tiredness"."""
    return _DOUBLE.sub(r"\1", text)


def addressed(text: str) -> str:
    """Say to the reader what a form lets the reader say: "my samples" is "your samples"."""
    if re.search(r"\byou\b", text, re.IGNORECASE):
        return text
    return _SPEAKER.sub(_second_person, text)


def _second_person(match: re.Match[str]) -> str:
    if _COUNTED.search(match.string[: match.start()]):
        return match[0]
    start = not match.string[: match.start()].strip()
    word = _EACH[match[0].lower()]
    return word.capitalize() if start else word


def without_asides(text: str) -> str:
    """Drop long brackets that hold no condition, time, rate or sum."""
    return _ASIDE.sub("", text)
