"""Scoring a report against gold facts written by a careful reader.

An answer is right when it hits every group of words that the gold asks for and nothing that it
forbids; it is too long beyond 60 words, 90 for lists.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass

from conspectus.domain.claims.check import check_claim
from conspectus.domain.report import Report
from conspectus.domain.source import Evidence, Source, Upload, quoted_words
from conspectus.ports import Reader
from conspectus.service.gold import Gold, GoldFact

MOST_WORDS, MOST_LIST_WORDS, MOST_QUOTES, LEAST_LETTERS = 60, 90, 4, 8
LISTS = ("procedures", "key_risks")

_NOT_STATED = re.compile(r"not stated|not described|does not say", re.IGNORECASE)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_HYPHEN_MARKS = re.compile("[\u00ad\ufffe\u0002]\\s*")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_BULLETS = re.compile("[\u2022\u25cf\u25cb\u25aa\u25a0\u00b7\uf0b7\uf0a7]")
_LINE_END_HYPHEN = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=[a-z])")
_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u2032\u201c\u201d\u201e\u2033", "'''''" + '"' * 4)


@dataclass(frozen=True, slots=True)
class Score:
    """How well one report answers the gold of its document. Shares are between 0 and 1."""

    document: str
    field_accuracy: float
    evidence_valid: float
    evidence_on_gold_page: float
    risks_mentioned: float
    statements_borne: float
    words: int
    grade: float
    wrong: tuple[str, ...]


class KeptReading:
    """A Reader that reads an upload once, however often it is asked for it in a row."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: tuple[Upload, Source] | None = None

    async def read(self, upload: Upload) -> Source:
        """Return the source. Raise a SourceError when the upload cannot be read."""
        if self._kept is None or self._kept[0] is not upload:
            self._kept = upload, await self._reader.read(upload)
        return self._kept[1]


def score(report: Report, gold: Gold, source: Source) -> Score:
    """Score a report against the gold of its document."""
    facts = gold.facts
    right = [name for name in facts if _right(name, report, facts[name])]
    pages = {page.number: page.text for page in source.pages if page.number is not None}
    quotes = [e for name in facts for e in _evidence(name, report)]
    valid = [e for e in quotes if _valid(e, pages, source)]
    paged = [n for n in right if facts[n].value is not None and facts[n].evidence]
    on_page = [name for name in paged if _on_page(name, report, facts[name], valid)]
    text = "\n".join(s.text for _, s in report.document.statements)
    groups = facts["key_risks"].must_mention if "key_risks" in facts else []
    factual = [s for _, s in report.document.statements if s.kind == "factual"]
    borne = [s for s in factual if s.evidence and not check_claim(s.text, quoted_words(s.evidence))]
    return Score(
        gold.document,
        _share(right, facts),
        _share(valid, quotes),
        _share(on_page, paged),
        _share([g for g in groups if any(hits(a, text) for a in g)], groups),
        _share(borne, factual),
        int(report.readability["words"]),
        float(report.readability["flesch_kincaid_grade"]),
        tuple(name for name in facts if name not in right),
    )


def hits(alternative: str, text: str) -> bool:
    """Tell whether an alternative (a substring, or `re:` and a pattern) stands in the text."""
    folded = normal(text).lower()
    if alternative.startswith("re:"):
        return re.search(alternative[3:], folded, re.IGNORECASE) is not None
    return normal(alternative).lower() in folded


def normal(text: str) -> str:
    """Fold typography and white space as the gold format defines it."""
    text = _HYPHEN_MARKS.sub("-\n", unicodedata.normalize("NFKC", text))
    text = _DASHES.sub("-", _INVISIBLE.sub("", text).translate(_QUOTES))
    text = _LINE_END_HYPHEN.sub("", _BULLETS.sub(" ", text))
    return " ".join(text.split())


def _squash(text: str) -> str:
    return re.sub(r"[\s\-]+", "", normal(text).lower())


def _share(some: Sized, all_: Sized) -> float:
    return len(some) / len(all_) if all_ else 1.0


def _text(value: object) -> str:
    if isinstance(value, tuple | list):
        return "; ".join(_text(one) for one in value)
    return "" if value is None else str(value)


def _right(name: str, report: Report, gold: GoldFact) -> bool:
    value = report.facts[name].value if name in report.facts else None
    text = _text(value)
    if len(text.split()) > (MOST_LIST_WORDS if name in LISTS else MOST_WORDS):
        return False
    if gold.value is None:
        return not text or _NOT_STATED.search(text) is not None
    if isinstance(gold.value, bool):
        return value is gold.value
    if isinstance(value, bool) or not text:
        return False
    mentioned = all(any(hits(a, text) for a in group) for group in gold.must_mention)
    return mentioned and not any(hits(a, text) for a in gold.must_not_mention)


def _evidence(name: str, report: Report) -> tuple[Evidence, ...]:
    return report.facts[name].evidence[:MOST_QUOTES] if name in report.facts else ()


def _valid(piece: Evidence, pages: Mapping[int, str], source: Source) -> bool:
    quote = _squash(piece.quote)
    if len(quote) < LEAST_LETTERS:
        return False
    if piece.page is None:
        return any(p.anchor == piece.anchor and quote in _squash(p.text) for p in source.pages)
    return quote in _squash(pages.get(piece.page, ""))


def _on_page(name: str, report: Report, gold: GoldFact, valid: Sequence[Evidence]) -> bool:
    pages = {evidence.page for evidence in gold.evidence}
    return any(e in valid and e.page in pages for e in _evidence(name, report))
