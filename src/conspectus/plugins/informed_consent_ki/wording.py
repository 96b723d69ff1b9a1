"""From words of the form to words a patient reads: plainer and in shorter sentences."""

import re

from conspectus.domain.claims import check_claim
from conspectus.domain.plain import plain
from conspectus.domain.sentences import sentences

_PLACEHOLDER = re.compile(
    r"(?:\bthe )?\[\s*(?:insert|inset|enter|add|fill in)\s+(?:the\s+)?(?:name(?: and address)? of\s+)?"
    r"(?:the\s+|your\s+)?(?P<what>[^\]\[:]{3,40})\]",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r",?\s+(?:who are |that are |as )?(?:listed|named|described|found|given|shown|explained|identified|"
    r"outlined|in)\s+(?:in\s+)?(?:the\s+)?(?:contact\s+)?(?:section|question|part|item)\s+\d+(?:\.\d+)*"
    r"(?:\s+(?:of this (?:form|document)|below|above|\(below\)|\(above\)))?"
    r"(?:\s*[\u201c\"][^\u201d\"]{3,40}[\u201d\"])?(?:\s*\((?:below|above)\))?",
    re.IGNORECASE,
)
LONG = 20
"""A sentence of more words is broken where a clause with a subject of its own begins."""

_ASIDE = re.compile(r"\s*\((?:for example|e\.g\.|i\.e\.|such as|see|also)?[^()]{30,}\)", re.IGNORECASE)
_SUBJECT = (
    r"(?:you|your|we|our|it|its|they|their|the|this|these|that|there|he|she|others|other|some|"
    r"many|most|all|any|no|if|once|researchers|people|participants|parents|children|samples|"
    r"information|data|a|an)\b"
)
_BREAK = re.compile(
    rf"(?P<semi>;\s+(?:(?:and|but|however,?)\s+)?(?={_SUBJECT}))"
    rf"|,\s+(?P<turn>and|but|so)\s+(?=(?:you|we|it|they|there|he|she|others|no one|researchers|"
    rf"your (?:doctor|child|part))\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|unless|because|while|although|until|whether|that)\b", re.IGNORECASE)


def standing_alone(text: str) -> str:
    """Drop what points into the form: "listed in Section 10", "described above"."""
    return _POINTER.sub("", text)


def filled(text: str) -> str:
    """Read "[insert the name of the hospital]" as "the hospital"; other placeholders stay."""
    return _PLACEHOLDER.sub(lambda match: f"the {match['what']}", text)


def worded(text: str) -> str:
    """Return the text in plain words and short sentences, closed by a full stop.

    What the claim check does not accept as saying the same is not done.
    """
    text = closed(" ".join(text.split()))
    for simpler in (filled, standing_alone, plain, _without_asides, _broken):
        attempt = simpler(text)
        if attempt != text and not check_claim(attempt, [text]):
            text = closed(attempt)
    return text


def _without_asides(text: str) -> str:
    return _ASIDE.sub("", text) if len(text.split()) > LONG else text


def _broken(text: str) -> str:
    return " ".join(_halves(sentence) for sentence in sentences(text))


def _halves(sentence: str) -> str:
    if len(sentence.split()) <= LONG:
        return sentence
    for match in _BREAK.finditer(sentence):
        head, tail = sentence[: match.start()], sentence[match.end() :]
        if _CONDITION.search(head) or min(len(head.split()), len(tail.split())) < 5:
            continue
        turn = "But " if (match["turn"] or "").lower() == "but" else ""
        tail = tail if turn else tail[:1].upper() + tail[1:]
        return f"{closed(head)} {turn}{_halves(tail)}"
    return sentence


def shown(text: str) -> str:
    """Return a list item: plain words, a capital in front, no full stop."""
    simpler = plain(text).strip().rstrip(".")
    text = text.strip().rstrip(".") if check_claim(simpler, [text]) else simpler
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """Return a sentence with a capital in front and a full stop behind."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text.rstrip(" ,;:") + "."
