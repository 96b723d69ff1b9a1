"""The lines of the ledger about risks: what is told, what is left out and why, what is absent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.domain.document import Document
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.literals import alternatives
from conspectus.domain.text.searching import stands
from conspectus.plugins.informed_consent_ki.beside_risks import CARE
from conspectus.plugins.informed_consent_ki.clauses import MOST_WORDS, Clause, clauses
from conspectus.plugins.informed_consent_ki.harms import HARMS, gravity, names_death
from conspectus.plugins.informed_consent_ki.named_risks import NamedRisk, risks_of
from conspectus.plugins.informed_consent_ki.patterns import at_words
from conspectus.plugins.informed_consent_ki.risk_places import Places
from conspectus.plugins.informed_consent_ki.risk_trust import Place
from conspectus.plugins.informed_consent_ki.told import Told, telling

RISK_FACTS = frozenset(
    {
        "key_risks", "reproductive_risks", "radiation", "affects_treatment_options",
        "washout_required",
    }
)  # fmt: skip
"""The facts whose statements tell risks; elsewhere the same words may mean a disease or an aim."""

MOST_LEFT_OUT, MOST_PLACES = 40, 8

LEAD_WORDS = 8
"""A clause of no more words that names no harm only leads to one that does."""

_SPOKEN = {
    harm.name: "|".join(
        rf"\b(?:{one})"
        for pattern in filter(None, (harm.pattern, harm.hints))
        for one in alternatives(pattern)
    )
    for harm in HARMS
}
"""What finds any word by which a form may speak of a harm."""

_REASONS: dict[Place, str] = {
    "risks": "Named in the form, but not among the risks that the document tells.",
    "elsewhere": "Named elsewhere in the form, outside of its part on risks.",
    "optional": "Named in an optional part of the form.",
}


def risk_lines(document: Document, places: Places) -> Iterator[Omission]:
    """Yield what is told by the name of the harm, then what is left out, the gravest first.

    What is left out is one line for each sentence, list item or cell, at most `MOST_LEFT_OUT`;
    the last line says how many more there are and where.
    """
    named = risks_of(places)
    told = Told(s for _, s in document.statements if not RISK_FACTS.isdisjoint(s.facts))
    everything = Told(s for _, s in document.statements)
    deadly = names_death(everything.text)
    yield from _included(told)
    left = [line for risk in named for line in _left_out(risk, told, everything, places.source)]
    left.sort(key=lambda line: line[0].rank)
    for risk, evidence in left[:MOST_LEFT_OUT]:
        yield Omission(_item(risk, deadly), "left_out", _REASONS[risk.place], evidence)
    yield from _rest(left[MOST_LEFT_OUT:])
    yield from _absent(places.source)


def _absent(source: Source) -> Iterator[Omission]:
    """Yield one line of the harms that no word of the form speaks of, wherever it may stand."""
    words = "\n".join(passage.text for passage in source.passages).lower()
    absent = [name for name, pattern in _SPOKEN.items() if not stands(pattern, words, words)]
    if absent:
        item = f"risks looked for: {', '.join(absent)}"
        yield Omission(item, "absent", "No word for it was found in the form.")


def _included(told: Told) -> Iterator[Omission]:
    for harm in HARMS:
        if statement := told.naming(at_words(harm.pattern)):
            yield Omission(f"risk: {harm.name}", "included", "", statement.evidence)


def _left_out(
    risk: NamedRisk, told: Told, everything: Told, source: Source
) -> Iterator[tuple[NamedRisk, tuple[Evidence, ...]]]:
    """Yield what of a risk no statement tells: members of a list, or clauses of a sentence."""
    if len(risk.members) > 1:
        if untold := [member for member in risk.members if not told.says(member)]:
            evidence = source.locate(risk.text, risk.passage)
            grave = min(gravity(member) for member in untold)
            yield replace(risk, text=", ".join(untold), gravity=max(grave, risk.gravity)), evidence
        return
    every = clauses(risk.text)
    evidence = source.locate(risk.text, risk.passage)
    citing = Told(everything.citing(evidence))
    for number, clause in enumerate(every):
        cited = citing.text and citing.touches(clause.text) and _names(citing, clause)
        if cited or (told.says(clause.text) and _names(told, clause)):
            if tail := _tail(clause, told, citing):
                yield replace(risk, text=f"\u2026 {tail}", gravity=gravity(tail)), evidence
            continue
        if len(every) == 1:
            yield risk, evidence
        elif clause.harmful or (
            len(clause.text.split()) > LEAD_WORDS
            and not any(other.harmful for other in every[: number + 1])
        ):
            text = f"\u2026 {clause.text}" if number else clause.text
            yield replace(risk, text=text, gravity=clause.gravity), evidence


def _tail(clause: Clause, *told: Told) -> str:
    """Return the words of a told clause from the first harm that is not told to the last one."""
    untold = [
        m
        for m in clause.members
        if telling(m.text) and not CARE.search(m.text) and not any(t.says(m.text) for t in told)
    ]
    return clause.text[untold[0].start : untold[-1].end].strip(" ,;:.") if untold else ""


def _names(told: Told, clause: Clause) -> bool:
    """Tell whether statements name each grave harm of a clause."""
    return all(
        names_death(told.text) if names_death(word) else told.says(word) for word in clause.grave
    )


def _item(risk: NamedRisk, deadly: bool) -> str:
    kind = "risk"
    if risk.gravity < 2:
        kind = "death" if names_death(risk.text) and not deadly else "grave risk"
    elif risk.frequent:
        kind = "frequent risk"
    subject = f"{risk.subject}: " if risk.subject else ""
    return f"{kind}: {subject}{_short(risk.text)}"


def _rest(left: Sequence[tuple[NamedRisk, tuple[Evidence, ...]]]) -> Iterator[Omission]:
    if left:
        places = {(e.page, e.anchor): e for _, evidence in left for e in evidence}
        reason = f"More than the {MOST_LEFT_OUT} lines that this ledger names; read them there."
        evidence = tuple(places.values())[:MOST_PLACES]
        yield Omission(f"{len(left)} more risks", "left_out", reason, evidence)


def _short(text: str, most: int = MOST_WORDS + 12) -> str:
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} \u2026"
