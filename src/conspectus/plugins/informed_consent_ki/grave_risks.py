"""Grave risks in the form's own words, whatever a model answered: an omitted one harms most."""

import re
from collections.abc import Iterator, Mapping

from conspectus.domain.facts import Facts, Part
from conspectus.domain.source import Source
from conspectus.plugins.informed_consent_ki.named_risks import NamedRisk, risks_of
from conspectus.plugins.informed_consent_ki.risk_places import places_of
from conspectus.plugins.informed_consent_ki.told import telling

MOST, MOST_WORDS = 12, 32
"""So many are told beside the answers, each of no more words: a long one is left to the ledger."""

LESSER = 2
"""The first `harms.gravity` that is not grave."""

_MARKUP = re.compile(r"</?\w+>|\{\w+\}|\[\w+\]")
"""What a careless export leaves in a text: it is nothing for a reader."""


def grave_risks(facts: Facts, source: Source) -> Mapping[str, tuple[Part, ...]]:
    """Return the grave risks that the form surely names and no part of `key_risks` tells."""
    fact = facts.get("key_risks")
    return {"key_risks": tuple(_untold(fact.parts + fact.more, facts, source))} if fact else {}


def _untold(known: tuple[Part, ...], facts: Facts, source: Source) -> Iterator[Part]:
    told = [telling(part.text) for part in known]
    found = 0
    for risk in risks_of(places_of(source, facts)):
        if risk.gravity >= LESSER or found == MOST:
            return
        words = telling(_said(risk))
        unfit = len(risk.text.split()) > MOST_WORDS or _MARKUP.search(risk.text)
        if not risk.sure or unfit:
            continue
        if not words or any(words <= other for other in told):
            continue
        if evidence := source.locate(risk.text, risk.passage):
            told.append(words)
            found += 1
            yield Part(_said(risk), evidence, "named")


def _said(risk: NamedRisk) -> str:
    return risk.text.strip(" .;,")
