"""Whether a phrase of a list says what another has said already."""

import re

from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect
from conspectus.domain.request import Claim
from conspectus.domain.text.searching import first, stands

GATHERS = 3
"""An aspect of so many phrases gathers what is left: nothing that another aspect has told."""

HEAD_WORDS = 4
"""An aspect named among so many first words of a phrase needs no phrase of its own."""

RATED_WORDS = 14
"""A phrase of more words does not take the place of a shorter one."""

_MEMBER = re.compile(r"[,;()]|\b(?:and|or)\b")


def heads(text: str, aspect: Aspect) -> bool:
    """Tell whether the aspect is named among the first words of a phrase."""
    match = _named(aspect, text)
    return match is not None and len(text[: match.start()].split()) < HEAD_WORDS


def holds(claim: Claim, sentence: Sentence, aspect: Aspect) -> bool:
    """Tell whether a claim from the same sentence lists the aspect among others."""
    cited = any(
        citation.extract == sentence.extract and citation.quote in sentence.text
        for citation in claim.citations
    )
    members = _MEMBER.split(claim.text) if cited and aspect.most == 1 else ()
    return any(len(m.split()) <= HEAD_WORDS and _named(aspect, m) for m in members)


def repeats(text: str, sentence: Sentence, aspect: Aspect, told: list[Aspect]) -> bool:
    """Tell whether the phrase names first what another aspect has told."""
    if aspect.most >= GATHERS:
        lowered = sentence.text.lower()
        return any(stands(other.cues[0].pattern, sentence.text, lowered) for other in told)
    own = _named(aspect, text)
    start = own.start() if own else len(text)
    return any((m := _named(other, text)) and m.start() < start for other in told)


def merged(claims: list[Claim], claim: Claim) -> list[Claim]:
    """Add a claim; one that says more takes the place of one that says less."""
    if any(claim.text.lower() in other.text.lower() for other in claims):
        return claims
    less = [
        n
        for n, other in enumerate(claims)
        if len(other.text.split()) > 2 and other.text.lower() in claim.text.lower()
    ]
    if not less:
        return [*claims, claim]
    if len(claim.text.split()) > RATED_WORDS:
        return claims
    return [claim if n == less[0] else c for n, c in enumerate(claims) if n not in less[1:]]


def same(one: str, other: str) -> bool:
    """Tell whether one of two phrases stands in the other."""
    one, other = one.lower(), other.lower()
    return one in other or other in one


def _named(aspect: Aspect, text: str) -> re.Match[str] | None:
    return first(aspect.cues[0].pattern, text, text.lower())
