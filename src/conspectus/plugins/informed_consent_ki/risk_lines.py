"""The lines of the ledger about risks: what is told, what is left out and why, what is absent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source
from conspectus.plugins.informed_consent_ki.harms import GRAVE, HARMS, affirmed, names_death
from conspectus.plugins.informed_consent_ki.named_risks import NamedRisk, Place, risks_of
from conspectus.plugins.informed_consent_ki.told import Told

RISK_FACTS = frozenset(
    {
        "key_risks", "reproductive_risks", "radiation", "affects_treatment_options",
        "washout_required",
    }
)  # fmt: skip
"""The facts whose statements tell risks; elsewhere the same words may mean a disease or an aim."""

MOST_LEFT_OUT, MOST_PLACES = 40, 8

_REASONS: dict[Place, str] = {
    "risks": "Named in the form, but not among the risks that the document tells.",
    "elsewhere": "Named elsewhere in the form, outside of its part on risks.",
    "optional": "Named in an optional part of the form.",
}


def risk_lines(document: Document, facts: Facts, source: Source) -> Iterator[Omission]:
    """Yield what is told by the name of the harm, then what is left out, the gravest first.

    What is left out is one line for each sentence, list item or cell, at most `MOST_LEFT_OUT`;
    the last line says how many more there are and where.
    """
    named = risks_of(source, facts)
    told = Told(s for _, s in document.statements if not RISK_FACTS.isdisjoint(s.facts))
    everything = Told(s for _, s in document.statements)
    deadly = names_death(everything.text)
    yield from _included(told)
    left = [
        (line, evidence)
        for risk in named
        for line, evidence in _left_out(risk, told, everything, source)
    ]
    for risk, evidence in left[:MOST_LEFT_OUT]:
        yield Omission(_item(risk, deadly), "left_out", _REASONS[risk.place], evidence)
    yield from _rest(left[MOST_LEFT_OUT:])
    words = "\n".join((told.text, *(risk.text for risk in named)))
    absent = [harm.name for harm in HARMS if not re.search(harm.pattern, words, re.IGNORECASE)]
    if absent:
        item = f"risks looked for: {', '.join(absent)}"
        yield Omission(item, "absent", "Not found among the form's risks.")


def _included(told: Told) -> Iterator[Omission]:
    for harm in HARMS:
        if statement := told.naming(re.compile(harm.pattern, re.IGNORECASE)):
            yield Omission(f"risk: {harm.name}", "included", "", statement.evidence)


def _left_out(
    risk: NamedRisk, told: Told, everything: Told, source: Source
) -> Iterator[tuple[NamedRisk, tuple[Evidence, ...]]]:
    """Yield what of a risk no statement tells, if anything."""
    untold = [member for member in risk.members if not told.says(member)]
    if not untold:
        return
    evidence = source.locate(risk.text, risk.passage)
    if len(risk.members) == 1:
        citing = everything.citing(evidence)
        grave = affirmed(GRAVE, risk.text)
        if citing and (grave is None or Told(citing).says(grave.group())):
            return
    yield replace(risk, text=", ".join(untold)), evidence


def _item(risk: NamedRisk, deadly: bool) -> str:
    kind = "risk"
    if risk.gravity < 2:
        kind = "death" if names_death(risk.text) and not deadly else "grave risk"
    elif risk.frequent:
        kind = "frequent risk"
    return f"{kind}: {_short(risk.text)}"


def _rest(left: Sequence[tuple[NamedRisk, tuple[Evidence, ...]]]) -> Iterator[Omission]:
    if left:
        places = {(e.page, e.anchor): e for _, evidence in left for e in evidence}
        reason = f"More than the {MOST_LEFT_OUT} lines that this ledger names; read them there."
        evidence = tuple(places.values())[:MOST_PLACES]
        yield Omission(f"{len(left)} more risks", "left_out", reason, evidence)


def _short(text: str, most: int = 24) -> str:
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} \u2026"
