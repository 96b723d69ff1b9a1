"""The omission ledger: every risk, number and duty that the form stresses, and where it went.

Omission, above all of risks, is the main defect of rewritten consents, so nothing is passed over
in silence: each line is included, left out with a reason, or absent from the source.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from conspectus.domain.document import Document
from conspectus.domain.facts import Fact, Facts
from conspectus.domain.report import Omission
from conspectus.domain.sentences import sentences
from conspectus.domain.source import Evidence, Passage, Source
from conspectus.plugins.informed_consent_ki.harms import HARMS
from conspectus.plugins.informed_consent_ki.questions import topics

FACTS = (
    ("duration", "how long one takes part"),
    ("visits_or_time", "visits and time"),
    ("randomized", "assignment by chance"),
    ("reproductive_risks", "pregnancy and birth control"),
    ("radiation", "radiation"),
    ("washout_required", "medicines to stop or avoid"),
    ("compensation", "payment"),
    ("costs", "costs"),
    ("injury", "injury"),
    ("data_sharing", "future use of data and samples"),
    ("early_termination", "being taken out of the study"),
)

MOST_NUMBERS, MOST_DUTIES, MOST_FREQUENT = 10, 8, 8
ENOUGH = 0.7
"""Share of the words of a duty that one statement must have to tell it."""


_RISK = re.compile("|".join(topics.RISKS), re.IGNORECASE)
_ASIDE = re.compile(
    "|".join((*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)), re.IGNORECASE
)
_FREQUENT = re.compile(
    r"(?:very|most) (?:common|likely|frequent)|^(?:common|likely|frequent)\b"
    r"|more than (?:1|one) in (?:10|ten)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:about |approximately |more than |less than |up to |at least )?"
    r"(?:\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)? percent"
    r"|(?:\d+|one|two|three) (?:in|out of) (?:every )?\d[\d,]*)",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:you|your child|participants|women|men|subjects) (?:must|should not|are required to|"
    r"will (?:be required|need|have) to|are not allowed to|(?:will |must )?agree (?:not )?to)\b",
    re.IGNORECASE,
)
_STRICT = re.compile(r"\b(?:must|should not|not allowed|agree (?:not )?to)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r":\s*$|\bif (?:you|they)\s*$|^if you (?:agree|choose|decide|want|wish)\b"
    r"|\bsign\b|\bthis form\b"
    r"|\b(?:not|who can) take part if\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")


def omissions(document: Document, facts: Facts, source: Source) -> Iterator[Omission]:
    """Draw up the ledger of one document."""
    risky = _risky(source, facts)
    text = document.text.lower()
    yield from _harms(risky, text, source)
    yield from _frequent(risky, text, source)
    yield from _rates(risky, text, source)
    yield from _duties(source, document)
    yield from _facts(document, facts)


@lru_cache(maxsize=4096)
def _aside(heading: str) -> bool:
    return _ASIDE.search(heading) is not None


@lru_cache(maxsize=4096)
def _of_risk(heading: str) -> bool:
    return _RISK.search(heading) is not None


def _risky(source: Source, facts: Facts) -> list[Passage]:
    """Return what stands under a heading of risks, or under one where the main risks were found."""
    fact = facts.get("key_risks")
    quotes = {" ".join(piece.quote.split()) for piece in fact.evidence} if fact else set()
    homes = {
        passage.headings[-1]
        for passage in source.passages
        if passage.headings and any(quote in passage.text for quote in quotes)
    }
    return [
        passage
        for passage in source.passages
        if passage.kind != "heading"
        and not any(map(_aside, passage.headings))
        and (homes.intersection(passage.headings[-1:]) or any(map(_of_risk, passage.headings)))
    ]


def _harms(risky: list[Passage], text: str, source: Source) -> Iterator[Omission]:
    absent: list[str] = []
    for harm in HARMS:
        pattern = re.compile(harm.pattern, re.IGNORECASE)
        named = next((p for p in risky if pattern.search(p.text)), None)
        if named is None:
            absent.append(harm.name)
        elif pattern.search(text):
            yield Omission(f"risk: {harm.name}", "included", "", _quote(pattern, named, source))
        else:
            yield Omission(
                f"risk: {harm.name}",
                "left_out",
                "Named in the form, but not among the main risks of the document.",
                _quote(pattern, named, source),
            )
    if absent:
        yield Omission(
            f"risks looked for: {', '.join(absent)}", "absent", "Not found among the form's risks."
        )


def _frequent(risky: list[Passage], text: str, source: Source) -> Iterator[Omission]:
    items = [
        passage
        for passage in risky
        if passage.kind == "item" and any(_FREQUENT.search(h) for h in passage.headings[-1:])
    ]
    for passage in items[:MOST_FREQUENT]:
        name = re.split(r"[(;:,.]", passage.text, maxsplit=1)[0].strip()
        words = _WORD.findall(name.lower())
        found = bool(words) and sum(word in text for word in words) * 2 > len(words)
        yield Omission(
            f"frequent: {name}",
            "included" if found else "left_out",
            "" if found else "Frequent, but not among the main risks of the document.",
            source.locate(passage.text, passage),
        )


def _rates(risky: list[Passage], text: str, source: Source) -> Iterator[Omission]:
    seen: dict[str, tuple[re.Match[str], Passage]] = {}
    for passage in risky:
        for sentence in sentences(passage.text) if _RATE.search(passage.text) else ():
            for match in _RATE.finditer(sentence):
                seen.setdefault(" ".join(match.group().split()).lower(), (match, passage))
    for rate, (match, passage) in list(seen.items())[:MOST_NUMBERS]:
        found = re.search(rf"(?<![\d.]){re.escape(rate)}", text) is not None
        yield Omission(
            f"number: {rate} in \u201c{_around(match)}\u201d",
            "included" if found else "left_out",
            "" if found else "A number of the risk section that the document does not repeat.",
            source.locate(match.string, passage),
        )


def _around(match: re.Match[str]) -> str:
    """Return what is found with a few of the words on either side."""
    text, (start, end) = match.string, match.span()
    first = re.search(r"(?:\S+\s+){0,7}\S*$", text[:start])
    last = re.match(r"\S*(?:\s+\S+){0,3}", text[end:])
    head, tail = (first[0] if first else ""), (last[0] if last else "")
    opening = "\u2026 " if len(head) < start else ""
    ending = " \u2026" if end + len(tail) < len(text) else ""
    return f"{opening}{head}{match[0]}{tail}{ending}"


def _duties(source: Source, document: Document) -> Iterator[Omission]:
    cited = {" ".join(piece.quote.split()) for _, s in document.statements for piece in s.evidence}
    told = [_words(statement.text) for _, statement in document.statements]
    duties = [
        (sentence, passage)
        for passage in source.passages
        if passage.kind != "heading"
        and _DUTY.search(passage.text)
        and not any(map(_aside, passage.headings))
        for sentence in sentences(passage.text)
        if _DUTY.search(sentence) and _is_whole(sentence)
    ]
    duties.sort(key=lambda duty: _STRICT.search(duty[0]) is None)
    for sentence, passage in duties[:MOST_DUTIES]:
        words = _words(sentence)
        found = any(sentence in quote or quote in sentence for quote in cited) or any(
            len(words & said) >= ENOUGH * len(words) for said in told
        )
        yield Omission(
            f"duty: {_short(sentence)}",
            "included" if found else "left_out",
            "" if found else "A duty that the document leaves to the full form.",
            source.locate(sentence, passage),
        )


def _is_whole(sentence: str) -> bool:
    """Tell whether a sentence says a duty by itself: no lead-in, no choice, no duty to sign."""
    return len(sentence.split()) > 5 and not _LOOSE.search(sentence)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _facts(document: Document, facts: Facts) -> Iterator[Omission]:
    used = {name for _, statement in document.statements for name in statement.facts}
    cited = {piece for _, statement in document.statements for piece in statement.evidence}
    for name, item in FACTS:
        fact = facts.get(name)
        if fact is None or fact.status != "stated":
            yield Omission(item, "absent", "Not found in the form.")
        elif name in used:
            yield from _parts(item, fact, cited)
        elif fact.value is False:
            yield Omission(item, "left_out", "The form says that it does not apply.", fact.evidence)
        else:
            yield Omission(
                item, "left_out", "Its section was not asked for or had no room.", fact.evidence
            )


def _parts(item: str, fact: Fact, cited: set[Evidence]) -> Iterator[Omission]:
    """Account for each part of a fact: what no statement cites is left out, line by line."""
    told = [part for part in fact.parts if cited.intersection(part.evidence)]
    yield Omission(item, "included", "", tuple(e for part in told for e in part.evidence))
    if fact.value is True:
        return
    for part in fact.parts:
        if part not in told:
            reason = "Said in the form; the document had no room for it."
            yield Omission(f"{item}: {_short(part.text)}", "left_out", reason, part.evidence)


def _quote(pattern: re.Pattern[str], passage: Passage, source: Source) -> tuple[Evidence, ...]:
    """Locate the sentence of the passage that matches."""
    for sentence in sentences(passage.text):
        if pattern.search(sentence):
            return source.locate(sentence, passage)
    return source.locate(passage.text, passage)


def _short(sentence: str, most: int = 14) -> str:
    words = sentence.split()
    return sentence if len(words) <= most else " ".join(words[:most]) + " …"
