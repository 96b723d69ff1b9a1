"""The omission ledger: every risk, number and duty that the form stresses, and where it went.

Omission, above all of risks, is the main defect of rewritten consents, so nothing is passed over
in silence: each line is included, left out with a reason, or absent from the source.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from conspectus.domain.document import Document, Statement
from conspectus.domain.facts import Fact, Facts, Part
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Passage, Source, quoted_words
from conspectus.domain.text.searching import small
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.number_lines import number_lines
from conspectus.plugins.informed_consent_ki.questions import topics
from conspectus.plugins.informed_consent_ki.risk_lines import risk_lines
from conspectus.plugins.informed_consent_ki.risk_places import places_of
from conspectus.plugins.informed_consent_ki.spoken import SPOKEN
from conspectus.plugins.informed_consent_ki.told import Told, telling
from conspectus.plugins.informed_consent_ki.turns import MOST_TURNS, turn_lines

FACTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "duration": ("how long one takes part", topics.TIME),
    "visits_or_time": ("visits and time", topics.TIME),
    "randomized": ("assignment by chance", (r"random|by chance",)),
    "reproductive_risks": ("pregnancy and birth control", (r"pregnan|birth control|reproduct",)),
    "radiation": ("radiation", (r"radiation|x-?rays?\b",)),
    "washout_required": ("medicines to stop or avoid", ()),
    "compensation": ("payment", topics.PAYMENT),
    "costs": ("costs", topics.COSTS_ONLY),
    "injury": ("injury", (r"\binjur|\bharmed\b",)),
    "data_sharing": ("future use of data and samples", topics.SHARING),
    "early_termination": ("being taken out of the study", topics.STOPPING),
}
"""What every form should tell, in words, and the headings under which forms tell it."""

UNREAD = "No statement was found, but the form {} it: read it there."

MOST_DUTIES = 8

_ASIDE = re.compile(
    "|".join((*topics.OPTIONAL, *topics.SIGNATURES, *topics.RECORDS)), re.IGNORECASE
)
_DUTY = small(
    r"\b(?:you|your child|participants|women|men|subjects) (?:must|should not|are required to|"
    r"will (?:be required|need|have) to|are not allowed to|(?:will |must )?agree (?:not )?to)\b"
)
_STRICT = re.compile(r"\b(?:must|should not|not allowed|agree (?:not )?to)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r":\s*$|\bif (?:you|they)\s*$|^if you (?:agree|choose|decide|want|wish)\b"
    r"|\bsign\b|\bthis form\b"
    r"|\b(?:not|who can) take part if\b",
    re.IGNORECASE,
)


def omissions(document: Document, facts: Facts, source: Source) -> Iterator[Omission]:
    """Draw up the ledger of one document."""
    told = Told(statement for _, statement in document.statements)
    places = places_of(source, facts)
    yield from risk_lines(document, places)
    yield from islice(turn_lines(told, source), MOST_TURNS)
    yield from number_lines(told, source, places)
    central = _central(source)
    yield from _duties(told, source, central)
    yield from _facts(document, told, facts, source, central)


def _central(source: Source) -> list[Passage]:
    """Return the passages and headings that are not aside, as an optional part or signatures are.

    Each heading is looked at once.
    """
    aside: dict[str, bool] = {}
    for passage in source.passages:
        for heading in (*passage.headings, *([passage.text] if passage.kind == "heading" else [])):
            if heading not in aside:
                aside[heading] = _ASIDE.search(heading) is not None
    return [
        passage
        for passage in source.passages
        if not any(aside[heading] for heading in passage.headings)
        and not (passage.kind == "heading" and aside[passage.text])
    ]


def _duties(told: Told, source: Source, central: Sequence[Passage]) -> Iterator[Omission]:
    duties = [
        (sentence, passage)
        for passage in central
        if passage.kind != "heading" and _DUTY.search(passage.text.lower())
        for sentence in sentences(passage.text)
        if _DUTY.search(sentence.lower()) and _is_whole(sentence)
    ]
    duties.sort(key=lambda duty: _STRICT.search(duty[0]) is None)
    for sentence, passage in duties[:MOST_DUTIES]:
        evidence = source.locate(sentence, passage)
        found = told.says(sentence) or _cited(evidence, sentence, told)
        yield Omission(
            f"duty: {_short(sentence)}",
            "included" if found else "left_out",
            "" if found else "A duty that the document leaves to the full form.",
            evidence,
        )


def _is_whole(sentence: str) -> bool:
    """Tell whether a sentence says a duty by itself: no lead-in, no choice, no duty to sign."""
    return len(sentence.split()) > 5 and not _LOOSE.search(sentence)


def _facts(
    document: Document, told: Told, facts: Facts, source: Source, central: Sequence[Passage]
) -> Iterator[Omission]:
    used = {
        name
        for _, statement in document.statements
        for name in statement.facts
        if name in facts and _tells(statement, facts[name])
    }
    for name, (item, topic) in FACTS.items():
        fact = facts.get(name)
        if fact is None or fact.status != "stated":
            yield _unstated(name, item, topic, told, source, central)
            continue
        parts = [part for part in fact.parts if _is_told(part, told)]
        if name in used or (parts and fact.value is not False):
            yield from _parts(item, fact, parts)
        elif fact.value is False:
            yield Omission(item, "left_out", "The form says that it does not apply.", fact.evidence)
        else:
            yield Omission(
                item, "left_out", "Said in the form; the document does not tell it.", fact.evidence
            )


def _tells(statement: Statement, fact: Fact) -> bool:
    """Tell whether a statement that names a fact says any of it: its words may have changed."""
    pattern = SPOKEN.get(fact.name)
    if pattern is not None and pattern.search(statement.text):
        return True
    told = Told((statement,))
    texts = (*(part.text for part in fact.parts), *quoted_words(fact.evidence))
    return any(told.touches(text) for text in texts if text)


def _is_told(part: Part, told: Told) -> bool:
    return _cited(part.evidence, part.text, told) or told.says(part.text)


def _cited(evidence: tuple[Evidence, ...], text: str, told: Told) -> bool:
    """Tell whether statements rest on words of the source, and say some of what these say."""
    citing = Told(told.citing(evidence))
    return any(citing.touches(said) for said in (text, *quoted_words(evidence)) if telling(said))


def _unstated(
    name: str,
    item: str,
    topic: tuple[str, ...],
    told: Told,
    source: Source,
    central: Sequence[Passage],
) -> Omission:
    """Account for what was not found: the summary or the form may speak of it all the same."""
    if statement := told.naming(SPOKEN[name]):
        return Omission(item, "included", "", statement.evidence)
    heads = re.compile("|".join(topic) or r"(?!)", re.IGNORECASE)
    spoken: Passage | None = None
    for passage in central:
        if passage.kind == "heading":
            if heads.search(passage.text):
                reason = (
                    "No statement was found, but the form has a heading about it: read it there."
                )
                return Omission(item, "left_out", reason, source.locate(passage.text, passage))
        elif spoken is None and SPOKEN[name].search(passage.text):
            spoken = passage
    if spoken is None:
        return Omission(item, "absent", "Not found in the form.")
    said = next((s for s in sentences(spoken.text) if SPOKEN[name].search(s)), spoken.text)
    reason = UNREAD.format("speaks of")
    return Omission(item, "left_out", reason, source.locate(said, spoken))


def _parts(item: str, fact: Fact, told: list[Part]) -> Iterator[Omission]:
    """Account for each part of a fact: what no statement tells is left out, line by line."""
    yield Omission(item, "included", "", tuple(e for part in told for e in part.evidence))
    if fact.value is True:
        return
    for part in fact.parts:
        if part not in told:
            reason = "Said in the form; the document does not tell it."
            yield Omission(f"{item}: {_short(part.text)}", "left_out", reason, part.evidence)


def _short(sentence: str, most: int = 14) -> str:
    words = sentence.split()
    return sentence if len(words) <= most else " ".join(words[:most]) + " …"
