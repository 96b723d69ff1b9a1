"""Risks in the form's own words, whatever a model answered: an omitted one harms most."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from conspectus.domain.facts import Facts, Part
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.beside_risks import SKIP
from conspectus.plugins.informed_consent_ki.clauses import clauses
from conspectus.plugins.informed_consent_ki.named_risks import NamedRisk, risks_of
from conspectus.plugins.informed_consent_ki.risk_places import Places, places_of
from conspectus.plugins.informed_consent_ki.risk_sentences import BY_HEADING
from conspectus.plugins.informed_consent_ki.risk_words import RATE, VERB
from conspectus.plugins.informed_consent_ki.told import telling

GRAVE, STRESSED, OTHER = ASPECTS = "grave", "stressed", "other"
"""How much a form makes of a risk: it is grave; serious, frequent or the main one; or neither."""

MOST, MOST_WORDS = {GRAVE: 12, STRESSED: 6, OTHER: 6}, 32
"""So many are told beside the answers, each of no more words: a long one is left to the ledger."""

LESSER = 2
"""The first `harms.gravity` that is not grave."""

_BACK = re.compile(r"\b(?:this|these) (?:happen|occur|came|come|was|were)|\bhad (?:it|them)\b")
"""Words that are nothing without the sentence before."""

_POINTS = re.compile(
    r"(?:it|this|these|they)\b(?! is (?:also )?(?:possible|likely))", re.IGNORECASE
)
"""A beginning that points back."""

LABEL_WORDS = 4
"""A heading of no more words, but for "risks of the", labels a bare list of harms."""

_OF = re.compile(
    r"^(?:\W*[\d.]+\s+)?(?:\w+ )?risks? (?:of|from|with|in) (?:(?:the|an?) )?", re.IGNORECASE
)
_NO_LABEL = re.compile(
    r"\?|\b(?:risks?|effects?|harms?|discomforts?|common|rare|likely|serious|severe|mild|other|general"
    r"|unknown|what|how|you|we)\b",
    re.IGNORECASE,
)
"""A heading that names a kind of risk, and not what brings it."""

_MARKUP = re.compile(r"</?\w+>|\{\w+\}|\[\w+\]")
"""What a careless export leaves in a text: it is nothing for a reader."""


def further_risks(facts: Facts, source: Source) -> Mapping[str, tuple[Part, ...]]:
    """Return the risks that the form surely names and no part of `key_risks` tells."""
    fact = facts.get("key_risks")
    return {"key_risks": tuple(_untold(fact.parts + fact.more, facts, source))} if fact else {}


def _untold(known: tuple[Part, ...], facts: Facts, source: Source) -> Iterator[Part]:
    told = [telling(part.text) for part in known]
    left = dict(MOST)
    places = places_of(source, facts)
    named = [(_aspect(risk), risk) for risk in risks_of(places)]
    for aspect, risk in sorted(named, key=lambda pair: ASPECTS.index(pair[0])):
        if not risk.sure or not left[aspect] or (aspect != GRAVE and not _tells_harm(risk)):
            continue
        said, shown = _said(risk)
        words = telling(said)
        unfit = len(said.split()) > MOST_WORDS or _MARKUP.search(said)
        if unfit or not words or any(words <= other for other in told):
            continue
        if evidence := tuple(e for text in shown for e in source.locate(text, risk.passage)):
            told.append(words)
            left[aspect] -= 1
            label, heading = _label(risk, places)
            yield Part(f"{label}{said}", (*heading, *evidence), aspect)


def _label(risk: NamedRisk, places: Places) -> tuple[str, tuple[Evidence, ...]]:
    """Return what a bare list of harms comes of: the name above it among the headings of risks."""
    *above, leaf = places.headings(risk.passage) or ("",)
    label = _OF.sub("", leaf).strip(" .:")
    if not above or VERB.search(risk.text.lower()) or ": " in risk.text:
        return "", ()
    if not 0 < len(label.split()) <= LABEL_WORDS or _NO_LABEL.search(label):
        return "", ()
    before = takewhile(lambda passage: passage is not risk.passage, places.source.passages)
    headed = [passage for passage in before if passage.kind == "heading" and passage.text == leaf]
    evidence = places.source.locate(leaf, (headed or [risk.passage])[-1])
    return (f"{label[0].upper()}{label[1:]}: " if evidence else ""), evidence


def _tells_harm(risk: NamedRisk) -> bool:
    """Tell whether a risk that is not grave stands among risks, and says what may befall one."""
    text = risk.text.lower()
    if risk.place != "risks" or _BACK.search(text):
        return False
    if risk.frequent or risk.gravity == BY_HEADING:
        return risk.frequent
    harmful = any(clause.harmful for clause in clauses(risk.text))
    return harmful or bool(RATE.search(text) or (VERB.search(text) and not SKIP.search(text)))


def _aspect(risk: NamedRisk) -> str:
    if risk.gravity < LESSER:
        return GRAVE
    return STRESSED if risk.frequent or risk.gravity == LESSER else OTHER


def _said(risk: NamedRisk) -> tuple[str, tuple[str, ...]]:
    """Return the words of a risk and where they stand, behind the sentence that it points back to.

    It is then cut at a semicolon, for it is longer by that sentence.
    """
    said = risk.text.strip(" .;,")
    every = sentences(risk.passage.text)
    place = every.index(risk.text) if risk.text in every else 0
    if not place or not _POINTS.match(said) or _POINTS.match(every[place - 1]):
        return said, (risk.text,)
    before = every[place - 1]
    return f"{before} {said.split(';')[0]}", (before, risk.text)
