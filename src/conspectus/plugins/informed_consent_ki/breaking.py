"""Long sentences in shorter ones, and sentences that enumerate as a lead-in and its items."""

import re
from collections.abc import Iterator

from conspectus.domain.text.sentences import sentences

LONG = 20
"""A sentence of more words is broken where a clause with a subject of its own begins."""

_SUBJECT = (
    r"(?:you|your|we|our|it|its|they|their|the|this|these|that|there|he|she|others|other|some|"
    r"many|most|all|any|no|if|once|researchers|people|participants|parents|children|samples|"
    r"information|data|a|an)\b"
)
_PERSON = r"(?:you|we|it|they|there|he|she|others|no one|researchers|your (?:doctor|child|part))"
_VERB = r"(?:will|may|can|cannot|must|do|does|are|is|have|has|should|would|could)"
_BREAK = re.compile(
    rf"(?P<semi>;\s+(?:(?:and|but|however,?)\s+)?(?={_SUBJECT}))"
    rf"|,\s+(?P<turn>and|but|so)\s+(?={_PERSON}\b)"
    rf"|\s+(?P<plain>and)\s+(?={_PERSON}\s+{_VERB}\b)"
    r"|,?\s+(?P<cause>as|because|since)\s+"
    r"(?=(?:the|this) (?:study|hospital|university|sponsor|clinic) (?:does|has|will|is) not\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|when|unless|because|while|although|until|whether|whatever|as long as|provided)\b"
    r"|^(?:no matter|regardless|once|after|before|during|even|to|for|at|on|in|with|without|by)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:not|no|never|nor|neither|only|cannot)\b|n[\u2019']t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|how|why|what)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?P<lead>[^:]{4,160}):\s+(?P<tail>\S.*)$", re.DOTALL)
_OPEN = re.compile(
    r"\b(?:if|if (?:you|they|he or she|she or he|your child)|when|unless|because|as|are|is|include|"
    r"includes|including|like|either)\s*,?$",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r"[,;]?\s+(?:or\s+)?if\s+")
_JOINT = re.compile(r"\band if\b")
_QUESTIONS = re.compile(
    r"^(?P<lead>.{6,90}?\b(?:find out|see|learn|know|test|determine|settle)) "
    r"(?P<first>(?P<word>whether|if) .+?),? and (?P<second>(?P=word) .+)$",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"^(?P<lead>[^,]{10,60}? (?:is|are)) (?P<first>to .+), and (?P<second>to \w+ .+)$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"^(?:and|or)\s+|[\s,]+(?:and|or)$", re.IGNORECASE)
MOST_ENTRY_WORDS = 30


def enumerated(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    """Return lead-in and entries of "You cannot join if you: a; b; c." or "... if a, or if b."."""
    match = _LEAD.match(sentence)
    if not match:
        return _aims(sentence) or _conditions(sentence)
    lead, tail = match["lead"], match["tail"].rstrip(" .;")
    entries = tuple(_JOIN.sub("", entry.strip()) for entry in tail.split("; ") if entry.strip())
    if any(len(entry.split()) > MOST_ENTRY_WORDS for entry in entries):
        return None
    return (f"{lead}:", entries) if len(entries) > 1 or _OPEN.search(lead) else None


def _aims(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    if len(sentence.split()) <= LONG:
        return None
    text = sentence.rstrip(" .")
    match = _QUESTIONS.match(text) or _AIMS.match(text)
    if not match:
        return None
    return f"{match['lead']}:", (match["first"], match["second"])


def _conditions(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    if sentence.count("if") < 2 or len(sentence.split()) <= LONG:
        return None
    lead, *entries = _ALTERNATIVES.split(sentence.rstrip(" ."))
    either = len(entries) > 1 and (len(entries) > 2 or " or if " in sentence)
    if not either or not lead or _JOINT.search(sentence):
        return None
    return f"{lead} if:", tuple(entries)


def joined(lead: str, entry: str) -> str:
    """Return a lead-in and its only entry as one sentence."""
    return f"{lead.rstrip(' :,')} {entry}"


def broken(text: str) -> str:
    """Return the text with its long sentences broken, never inside of a condition."""
    return " ".join(part for sentence in sentences(text) for part in _halves(sentence))


def _halves(sentence: str) -> Iterator[str]:
    if len(sentence.split()) > LONG:
        for match in _BREAK.finditer(sentence):
            head, tail = sentence[: match.start()], sentence[match.end() :]
            if min(len(head.split()), len(tail.split())) < 5:
                continue
            if (_DENIAL if match["cause"] else _CONDITION).search(head):
                continue
            if not (match["semi"] or match["cause"]) and _CLAUSE.search(head):
                continue
            tail = tail[:1].upper() + tail[1:]
            yield f"{head.rstrip(' ,;:')}."
            turned = f"But {tail[:1].lower()}{tail[1:]}" if match["turn"] == "but" else tail
            yield from _halves(turned)
            return
    yield sentence
