"""What a reader's notes may say beside what the quotes bear out.

An abstention ("who pays is not stated") speaks of the form, not of the study. An aside is a clause
in a long claim that speaks of what no quote speaks of, in place and with nothing at stake.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.domain.claims.parts import DIRECT, LONG, Clause, Reading, Word
from conspectus.domain.claims.topics import STAKES, topics
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Ideas

_YOU = words("you your")
_BORNE, _SHARE = 2, 4
"""A long claim with two borne clauses may hold an aside: one clause in four."""

_PART = re.compile(r"[.;()]+(?:\s+|$)|\s+-\s+")
_SILENT = r"(?:stated|mentioned|specified|named|given|described|addressed|said)"
_ABSTENTION = re.compile(
    rf"(?:who|what|how|which|where|when|why)\b[^,;.]{{2,60}} (?:is|are) not {_SILENT}"
    rf"|[\w' -]{{2,40}} (?:is|are) not (?:stated|mentioned|specified|addressed)"
    rf"|not {_SILENT}"
    r"|(?:the|this) (?:consent )?(?:form|document) (?:names|states|gives|says|mentions)"
    r" (?:no|nothing|not)\b[^,;.]{0,70}"
    r"|no (?:local |total )?(?:numbers?|totals?|amounts?|figures?|reasons?|names?)"
    rf"(?: (?:is|are) {_SILENT}| {_SILENT})?",
    re.IGNORECASE,
)


_DISCLOSURE = re.compile(
    r"(?:^|[.;,(] *)(?:(?:who|what|how|which|where|when)\b[^,;.()]{2,60} (?:is|are) +)?"
    r"(?:stated|mentioned|specified)(?: in (?:the|this)\b[^,;.()]*)? *(?=$|[.;,)])"
    r"|(?:the|this) form +(?:names|states|mentions) +(?!no\b|nothing|not)",
    re.IGNORECASE,
)


def false_disclosures(claim: str, quotes: Sequence[str]) -> Iterator[str]:
    """Yield a message for every part that says that something is stated without telling it."""
    for match in _DISCLOSURE.finditer(claim):
        if not any(match[0].strip(" .;,(") in quote for quote in quotes):
            yield f'"{match[0].strip(" .;,(")}" tells nothing that the evidence says'


def without_abstentions(claim: str) -> str:
    """Return the claim without the parts that only say what the form leaves open.

    A claim that says nothing else is returned whole.
    """
    parts: list[str] = []
    at = 0
    for match in [*_PART.finditer(claim), None]:
        part = claim[at : match.start() if match else len(claim)]
        at = match.end() if match else at
        if not _ABSTENTION.fullmatch(part.strip()):
            parts.append(part + (match[0] if match else ""))
    said = "".join(parts)
    return said if any(map(str.isalnum, said)) else claim


def without_asides(claim: Reading, quotes: Sequence[Reading]) -> Reading:
    """Return the claim without its asides, when it is borne well enough to hold them."""
    if len(claim.clauses) < LONG:
        return claim
    stated = frozenset[str]().union(*(quote.ideas for quote in quotes))
    borne = [clause for clause in claim.clauses if _is_borne(clause, stated)]
    if len(borne) < _BORNE:
        return claim
    themes = _themes(word for quote in quotes for word in quote.words)
    asides = [
        clause
        for clause in claim.clauses[1:]
        if _is_foreign(clause, stated) and _is_in_place(clause, claim, themes)
    ][: max(1, len(claim.clauses) // _SHARE)]
    return replace(claim, clauses=tuple(c for c in claim.clauses if c not in asides))


def _is_borne(clause: Clause, stated: Ideas) -> bool:
    telling = [word for word in clause.words if not word.framing]
    known = sum(not word.ideas.isdisjoint(stated) for word in telling)
    return 2 * known > len(telling)


def _is_foreign(clause: Clause, stated: Ideas) -> bool:
    """Tell whether the quotes do not speak of what the clause says: half its words are unknown."""
    telling = [word for word in clause.words if not word.framing]
    unknown = sum(word.ideas.isdisjoint(stated) for word in telling)
    if any(word.negated == DIRECT and not word.ideas.isdisjoint(stated) for word in clause.words):
        return False
    return bool(unknown) and 2 * unknown >= len(telling)


def _is_in_place(clause: Clause, claim: Reading, themes: Ideas) -> bool:
    """Tell whether nothing is at stake: nothing grave, no number, and nothing said of "you"."""
    if any(word.grave for word in clause.words) or clause.frequencies:
        return False
    if not _YOU.isdisjoint(clause.said.split()):
        return False
    first, last = clause.words[0].at, clause.words[-1].at
    if any(first - 2 <= quantity.start <= last for quantity in claim.quantities):
        return False
    told = (topics(word.stem) for word in clause.words if not word.framing)
    return all(topic.isdisjoint(STAKES - themes) for topic in told)


def _themes(told: Iterator[Word]) -> Ideas:
    return frozenset(topic for word in told for topic in topics(word.stem))
