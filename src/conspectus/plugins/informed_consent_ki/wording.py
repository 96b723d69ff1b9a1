"""From words of the form to words a patient reads: plainer and in shorter sentences."""

import re

from conspectus.domain.claims import check_claim
from conspectus.domain.plain import plain
from conspectus.domain.sentences import sentences

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


def worded(text: str) -> str:
    """Return the text in plain words and short sentences, closed by a full stop.

    What the claim check does not accept as saying the same is not done.
    """
    text = _closed(" ".join(text.split()))
    for simpler in (plain, _without_asides, _broken):
        attempt = simpler(text)
        if attempt != text and not check_claim(attempt, [text]):
            text = _closed(attempt)
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
        return f"{_closed(head)} {turn}{_halves(tail)}"
    return sentence


def _closed(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text.rstrip(" ,;:") + "."
