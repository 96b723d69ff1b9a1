"""The lines of the ledger about how often harms come: which numbers are told, and of what."""

import re
from collections.abc import Iterator

from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.searching import may_match
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.fitness import HARMLESS
from conspectus.plugins.informed_consent_ki.named_risks import risk_passages
from conspectus.plugins.informed_consent_ki.risk_places import Places
from conspectus.plugins.informed_consent_ki.told import Told

MOST_NUMBERS = 10

_HARMLESS = re.compile(HARMLESS, re.IGNORECASE)
_RATE = re.compile(
    r"(?:about |approximately |more than |less than |up to |at least )?"
    r"(?:\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)? percent"
    r"|(?:\d+|one|two|three) (?:in|out of) (?:every )?\d[\d,]*)",
    re.IGNORECASE,
)
_PART = re.compile(r"[;,:.\u2022]\s")


def number_lines(told: Told, source: Source, places: Places) -> Iterator[Omission]:
    """Yield a line for each number among the risks: told wherever it stands, or left out."""
    seen: dict[str, list[tuple[re.Match[str], tuple[Evidence, ...]]]] = {}
    for passage in risk_passages(places):
        if not may_match(_RATE.pattern, passage.text.lower()) or not _RATE.search(passage.text):
            continue
        for sentence in sentences(passage.text):
            for match in () if _HARMLESS.search(sentence) else _RATE.finditer(sentence):
                rate = " ".join(match.group().split()).lower()
                seen.setdefault(rate, []).append((match, source.locate(sentence, passage)))
    for rate, found in list(seen.items())[:MOST_NUMBERS]:
        untold = [(m, evidence) for m, evidence in found if not _rated(rate, m, evidence, told)]
        match, evidence = (untold or found)[0]
        yield Omission(
            f"number: {rate} in \u201c{_around(match)}\u201d",
            "left_out" if untold else "included",
            "A number of the risk section that the document does not repeat." if untold else "",
            evidence,
        )


def _rated(rate: str, match: re.Match[str], evidence: tuple[Evidence, ...], told: Told) -> bool:
    """Tell whether a statement that cites a number's sentence, or says what it counts, has it."""
    text, (start, end) = match.string, match.span()
    counted = _PART.split(text[:start])[-1] + _PART.split(text[end:])[0]
    citing = (statement.text for statement in told.citing(evidence))
    return any(_stands(rate, said.lower()) for said in (*citing, *told.saying(counted)))


def _stands(rate: str, text: str) -> bool:
    """Tell whether a rate stands in a text, and not as the end of another: "5%" of "15%"."""
    ends = (part[-1:] for part in text.split(rate)[:-1])
    return any(not end.isdecimal() and end != "." for end in ends)


def _around(match: re.Match[str]) -> str:
    """Return what is found with a few of the words on either side."""
    text, (start, end) = match.string, match.span()
    first = re.search(r"(?:\S+\s+){0,7}\S*$", text[:start])
    last = re.match(r"\S*(?:\s+\S+){0,3}", text[end:])
    head, tail = (first[0] if first else ""), (last[0] if last else "")
    opening = "\u2026 " if len(head) < start else ""
    ending = " \u2026" if end + len(tail) < len(text) else ""
    return f"{opening}{head}{match[0]}{tail}{ending}"
