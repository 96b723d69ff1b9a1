"""The omission ledger: every risk, number and duty that the form stresses, and where it went.

Omission, above all of risks, is the main defect of rewritten consents, so nothing is passed over
in silence: each line is included, left out with a reason, or absent from the source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.report import Omission
from conspectus.domain.sentences import sentences
from conspectus.domain.source import Evidence, Passage, Source
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


@dataclass(frozen=True, slots=True)
class Harm:
    """A serious harm, and the words by which a form or a document names it."""

    name: str
    pattern: str


HARMS = (
    Harm("death", r"\b(?:death|deaths|die[sd]?|fatal|deadly)\b"),
    Harm("life-threatening harm", r"life.?threatening"),
    Harm("serious or permanent side effects", r"\b(?:serious|severe|permanent|long.?lasting|disabling)\b"),
    Harm("allergic reaction", r"allergic|anaphyla|hypersensitiv|infusion.?related|infusion reaction"),
    Harm("infection", r"infection|sepsis|pneumonia"),
    Harm("bleeding", r"bleed|hemorrhag|haemorrhag|platelet"),
    Harm("blood clots", r"blood clot|thrombos|embol|stroke"),
    Harm("low blood cell counts", r"blood cell|blood count|an[ae]+mia|neutropeni"),
    Harm("heart or blood pressure", r"heart (?:attack|failure|problem|damage|rhythm)|cardiac|blood pressure|irregular heart"),
    Harm("liver", r"\bliver\b|hepat"),
    Harm("kidney", r"kidney|renal"),
    Harm("nerves", r"neuropath|numbness|tingling|nerve (?:damage|injur)|seizure|paralys"),
    Harm("lung and breathing", r"lung (?:damage|injur|inflam)|pneumonitis|trouble breathing|difficulty breathing|shortness of breath"),
    Harm("cancer or radiation", r"radiation|second cancer|risk of (?:developing )?cancer|develop cancer"),
    Harm("unborn or nursing child", r"unborn|f[oe]+tus|fetal|birth defect|breast.?feed|nursing|embryo|harm .*baby"),
    Harm("distress", r"suicid|depress|anxi|upset|distress|uncomfortable|embarrass"),
    Harm("loss of confidentiality", r"(?:loss|breach|risk)[^.]{0,40}(?:confidential|privacy)|(?:confidential|privacy)[^.]{0,30}(?:risk|breach|lost)"),
    Harm("unknown risks", r"(?:unknown|unforeseeable|unexpected|not (?:yet )?known|unforeseen)"),
)

_RISK = re.compile("|".join(topics.RISKS), re.IGNORECASE)
_ASIDE = re.compile("|".join((*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)), re.IGNORECASE)
_FREQUENT = re.compile(
    r"(?:very|most) (?:common|likely|frequent)|^(?:common|likely|frequent)\b|more than (?:1|one) in (?:10|ten)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:about |approximately |more than |less than |up to |at least )?"
    r"(?:\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)? percent|(?:\d+|one|two|three) (?:in|out of) (?:every )?\d[\d,]*)",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:you|your child|participants|women|men|subjects) (?:must|should not|are required to|"
    r"will (?:be required|need|have) to|are not allowed to|(?:will |must )?agree (?:not )?to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")


def omissions(document: Document, facts: Facts, source: Source) -> Iterator[Omission]:
    """Draw up the ledger of one document."""
    risky = [p for p in source.passages if _is_risk(p)]
    text = document.text.lower()
    yield from _harms(risky, text, source)
    yield from _frequent(risky, text, source)
    yield from _rates(risky, text, source)
    yield from _duties(source, document)
    yield from _facts(document, facts)


def _is_risk(passage: Passage) -> bool:
    return (
        passage.kind != "heading"
        and any(_RISK.search(heading) for heading in passage.headings)
        and not any(_ASIDE.search(heading) for heading in passage.headings)
    )


def _harms(risky: list[Passage], text: str, source: Source) -> Iterator[Omission]:
    for harm in HARMS:
        pattern = re.compile(harm.pattern, re.IGNORECASE)
        named = next((p for p in risky if pattern.search(p.text)), None)
        item = f"risk: {harm.name}"
        if named is None:
            yield Omission(item, "absent", "The risk section of the form does not name it.")
        elif pattern.search(text):
            yield Omission(item, "included", "", _quote(pattern, named, source))
        else:
            yield Omission(
                item,
                "left_out",
                "Named in the form, but not among the main risks of the document.",
                _quote(pattern, named, source),
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
    seen: dict[str, Passage] = {}
    for passage in risky:
        for match in _RATE.finditer(passage.text):
            seen.setdefault(" ".join(match.group().split()).lower(), passage)
    for rate, passage in list(seen.items())[:MOST_NUMBERS]:
        found = rate in text
        yield Omission(
            f"number: {rate}",
            "included" if found else "left_out",
            "" if found else "A number of the risk section that the document does not repeat.",
            _quote(re.compile(re.escape(rate), re.IGNORECASE), passage, source),
        )


def _duties(source: Source, document: Document) -> Iterator[Omission]:
    cited = {
        " ".join(piece.quote.split()) for _, s in document.statements for piece in s.evidence
    }
    listed = 0
    for passage in source.passages:
        if any(_ASIDE.search(heading) for heading in passage.headings):
            continue
        for sentence in sentences(passage.text):
            if listed < MOST_DUTIES and _DUTY.search(sentence):
                listed += 1
                found = any(sentence in quote or quote in sentence for quote in cited)
                yield Omission(
                    f"duty: {_short(sentence)}",
                    "included" if found else "left_out",
                    "" if found else "A duty that the full form explains.",
                    source.locate(sentence, passage),
                )


def _facts(document: Document, facts: Facts) -> Iterator[Omission]:
    used = {name for _, statement in document.statements for name in statement.facts}
    for name, item in FACTS:
        fact = facts.get(name)
        if fact is None or fact.status != "stated":
            yield Omission(item, "absent", "The form does not state it.")
        elif name in used:
            yield Omission(item, "included", "", fact.evidence)
        elif fact.value is False:
            yield Omission(item, "left_out", "The form says that it does not apply.", fact.evidence)
        else:
            yield Omission(
                item, "left_out", "Its section was not asked for or had no room.", fact.evidence
            )


def _quote(
    pattern: re.Pattern[str], passage: Passage, source: Source
) -> tuple[Evidence, ...]:
    """Locate the sentence of the passage that matches."""
    for sentence in sentences(passage.text):
        if pattern.search(sentence):
            return source.locate(sentence, passage)
    return source.locate(passage.text, passage)


def _short(sentence: str, most: int = 14) -> str:
    words = sentence.split()
    return sentence if len(words) <= most else " ".join(words[:most]) + " …"

