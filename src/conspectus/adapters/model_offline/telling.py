"""A mention told: a short phrase, what labels it or says how often, and the words for both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.adapters.model_offline.cells import Cell, without_brackets
from conspectus.adapters.model_offline.phrases import counts, phrase
from conspectus.adapters.model_offline.places import is_name, matches
from conspectus.adapters.model_offline.rates import has_rate, how_often
from conspectus.adapters.model_offline.repeats import RATED_WORDS
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import tidy
from conspectus.domain.facts import Aspect
from conspectus.domain.request import Citation, Claim

SENTENCE_WORDS, LABEL_WORDS, ROW_WORDS = 24, 7, 16
COUNTED_WORDS, JOINED_WORDS = 32, 28
"""A sentence of which no phrase stands alone is taken whole, a heading labels a phrase, and the
first cell of a row labels one, only up to so many words, for a row those of both together.
A count of many harms may have more words, and so may two sentences, the second about the first."""

BACK = re.compile(
    r"^(?:these|this|those|they|it(?! is (?:also )?(?:possible|likely|common))|both|such|"
    r"most of (?:them|these)|all of these|you (?:\w+ )?have (?:these|this|them))\b",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?!\W*(?:\S+ ){0,3}?(?:risks?|side effects?|effects?|harms?|discomforts?|these|this|"
    r"following|seen|visit|day|week|month|part|group|note|parent|doctor|nurse)\b)"
    r"([A-Z][\w/'\u2019-]*(?: [\w/'\u2019-]+){0,3}): ",
    re.IGNORECASE,
)
OPENER_LETTERS = 4
_OF_THIS = re.compile(r"\b(?:of|from|after|by) (?:this|these|it|them)\W*$", re.IGNORECASE)
_SINCE = re.compile(r"^(?:because|since) [^,.;]{2,80}, (?=(?:[\w-]+ ){4})", re.IGNORECASE)
"""Why it comes, said before what comes."""

_IT = re.compile(r"(?:it|this|these|they) ", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a sentence mentions an aspect: `sentence.text[start:end]`.

    `labelled` says that the cell which opens the table row belongs in front of it.
    """

    sentence: Sentence
    start: int
    end: int
    score: float
    labelled: bool = False


def tell(mention: Mention, aspect: Aspect, sentences: Sequence[Sentence]) -> Claim | None:
    """Return the phrase around a mention with its citations, None when none stands alone."""
    sentence = mention.sentence
    text = sentence.text
    said = phrase(text, mention.start, mention.end, sentence.kind != "paragraph")
    most = COUNTED_WORDS if counts(text) else SENTENCE_WORDS
    if not said and len(text.split()) <= most and not BACK.match(text):
        said = tidy(_SINCE.sub("", text))
    if not said or _OF_THIS.search(said):
        above = _named_above(mention, aspect, sentences)
        return above or _said_before(mention, aspect, sentences)
    said, shown = _labelled(said, mention, aspect, sentences)
    quote = Citation(sentence.extract, sentence.cell.quote if sentence.cell else text)
    return Claim(said, (quote, *shown), aspect.name)


def _named_above(mention: Mention, aspect: Aspect, sentences: Sequence[Sentence]) -> Claim | None:
    """Tell a sentence about "it" with the name right above it: "The needle: It may hurt."."""
    sentence = mention.sentence
    label = _heading(sentence, sentences)
    if (
        not label
        or label.index != sentence.index - 1
        or len(sentence.text.split()) > SENTENCE_WORDS
    ):
        return None
    name = _NUMBER.sub("", label.text).rstrip(" :.")
    if not _IT.match(sentence.text) or ":" in sentence.text:
        return None
    said = f"{name}: {tidy(sentence.text, capital=False)}"
    quotes = (Citation(sentence.extract, sentence.text), Citation(label.extract, label.text))
    return Claim(said, quotes, aspect.name)


def _said_before(mention: Mention, aspect: Aspect, sentences: Sequence[Sentence]) -> Claim | None:
    """Tell a sentence about "this" with the one before it: "A rash may come. It can kill."."""
    sentence = mention.sentence
    before = sentences[sentence.index - 1] if sentence.index and not sentence.cell else sentence
    back = _IT.match(sentence.text) or _OF_THIS.search(sentence.text)
    if before.extract != sentence.extract or not back or BACK.match(before.text):
        return None
    if before is sentence or len(f"{before.text} {sentence.text}".split()) > JOINED_WORDS:
        return None
    said = f"{tidy(before.text)} {tidy(sentence.text)}"
    quotes = (Citation(sentence.extract, sentence.text), Citation(before.extract, before.text))
    return Claim(said, quotes, aspect.name)


def rated_above(claims: list[Claim], sentences: Sequence[Sentence], most: int) -> list[Claim]:
    """Tell of list items how often the heading above says they come, within `most` words in all."""
    spare = most - sum(len(claim.text.split()) for claim in claims)
    items = {(s.extract, s.text): s for s in sentences if s.kind == "item"}
    told = []
    for claim in claims:
        said = claim.citations[0]
        item = items.get((said.extract, said.quote))
        label = (
            _heading(item, sentences) if item and spare > 0 and len(claim.citations) == 1 else None
        )
        often = how_often(label.text) if label else ""
        spare -= len(often.split())
        if label and often and spare >= 0 and not has_rate(claim.text):
            shown = (*claim.citations, Citation(label.extract, label.text))
            claim = Claim(f"{often}: {claim.text}", shown, claim.aspect)
        told.append(claim)
    return told


def _labelled(
    said: str, mention: Mention, aspect: Aspect, sentences: Sequence[Sentence]
) -> tuple[str, tuple[Citation, ...]]:
    """Put in front, or behind in brackets, what a table or heading says of a phrase."""
    sentence = mention.sentence
    if sentence.cell and (sentence.cell.often or sentence.cell.rate):
        return _rated(said, sentence.cell)
    if sentence.cell and mention.labelled:
        return _opened(said, sentence)
    if opener := _opener(said, mention):
        return f"{opener}: {said}", (Citation(sentence.extract, opener),)
    label = _heading(sentence, sentences)
    if label and ":" not in said and aspect.form == "labelled" and matches(aspect.home, label.text):
        said = f"{_NUMBER.sub('', label.text).rstrip(' :.')}: {said}"
        return said, (Citation(label.extract, label.text),)
    return said, ()


def _opener(said: str, mention: Mention) -> str:
    """Return the few words before a colon that say of what a list further on speaks, "" if none."""
    opening = _OPENER.match(mention.sentence.text)
    if mention.sentence.kind != "paragraph" or not opening or opening.end() > mention.start:
        return ""
    label = opening[1]
    fits = len(f"{label} {said}".split()) <= ROW_WORDS and len(label) >= OPENER_LETTERS
    return label if fits and ":" not in said and not how_often(label) else ""


def _rated(said: str, cell: Cell) -> tuple[str, tuple[Citation, ...]]:
    """Tell how often a thing comes, in front of it or in brackets, unless it is said already."""
    if has_rate(said) or len(f"{said} {cell.rate}".split()) > RATED_WORDS:
        return said, ()
    told = f"{cell.often}: {said}" if cell.often else f"{said} ({cell.rate})"
    return told, cell.proof


def _opened(said: str, sentence: Sentence) -> tuple[str, tuple[Citation, ...]]:
    """Put the cell that opens the row in front: "Blood draw: pain"."""
    cell = sentence.cell
    if cell is None or ":" in said:
        return said, ()
    label = without_brackets(cell.label).rstrip(" :")
    if len(label.split()) > LABEL_WORDS and len(f"{label} {said}".split()) > ROW_WORDS:
        return said, ()
    return f"{label}: {said}", (Citation(sentence.extract, cell.label),)


def _heading(sentence: Sentence, sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the heading right above, when it is short."""
    leaf = sentence.headings[-1] if sentence.headings and sentence.kind != "heading" else ""
    if not is_name(leaf, LABEL_WORDS):
        return None
    above = (s for s in reversed(sentences[: sentence.index]) if s.kind == "heading")
    label = next(above, None)
    return label if label and label.text == leaf else None
