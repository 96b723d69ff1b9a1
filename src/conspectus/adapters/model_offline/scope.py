"""What a form says of an optional part, of one arm or of other products: told of that alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from conspectus.adapters.model_offline.rates import how_often
from conspectus.domain.request import Citation, Claim
from conspectus.domain.text.searching import stands

if TYPE_CHECKING:
    from conspectus.adapters.model_offline.sheet import Sentence

DECLINABLE, OPTIONAL = "Declinable", "Optional"
"""The heading that a sentence of an optional part gets, and the label under which it is told."""

_HEADED = r"\boptional\b|\bsub-?stud(?:y|ies)\b|\badditional consent\b"
_STUDY = (
    r"(?:(?:be|stay|remain|participate|take part) (?:a )?(?:part of|in) (?:the |this )?"
    r"(?:main |rest of the |whole |larger )?(?:study|trial|project|research|survey|registry))"
)
_IT = r"(?:it|this|that|them|(?:any of )?(?:these|those))\b"
_PASSAGE = (
    r"\b(?:you|your \w+|he or she|anyone|it is (?:fine|all right|okay) to|this) "
    rf"(?:[^.;]{{0,30}} )?(?:{_STUDY} (?:and (?:yet |still )?say no to {_IT}|without {_IT}|"
    rf"(?:even )?if (?:you|they) (?:say \W?no\b\W*(?:$|to {_IT})|"
    rf"(?:do not|don.t) (?:agree|want) (?:to )?{_IT}))"
    rf"|(?:say no|refuse|decline)(?: to {_IT})? and (?:still )?{_STUDY}"
    rf"|(?:do not|don.t|need not) (?:have to )?(?:agree to|do) {_IT} (?:in order )?to {_STUDY}"
    rf"|say no to {_IT} and yes to\b|part is (?:entirely |completely )?optional\b)"
)
"""How a sentence says that one may be in the study without what its passage speaks of."""

_AFTER = (
    r"\b(?:these|the following) (?:additional|optional|extra|other|further) "
    r"(?:stud(?:y|ies)|parts|tests|projects)\b(?=.*\b(?:if you want|say \W?no\b))"
)
"""How one says so of what stands after it in its section."""

_ON = r"\b(?:if|unless) you (?:say|answer|mark|check|tick|initial|choose) [^.;]{0,20}\bbelow\b"
"""How one says so of itself and what its passage says after it."""

_ARM = re.compile(
    r"\W*(?:(?:study |treatment )?(?:group|arm|cohort) (?:\d{1,2}|[A-Z]|one|two|three|four)\b.*"
    r"|(?:if|when) you (?:are|get|were) (?:put |assigned |randomi[sz]ed )?(?:in|to) the .*"
    r"|(?:the )?(?:[\w-]+ ){1,2}(?:group|arm|cohort|session))[.:]?",
    re.IGNORECASE,
)
"""A short heading, column or opening that names one arm of the study."""

ARM_WORDS, ARM_LETTERS = 8, 100
"""It has no more words, nor letters."""

_OF_SOME = re.compile(
    r"(?:in|for|with|under) (?:[\w-]+ ){0,4}?(?:(?:group|arm|cohort|list)s?\b(?: [\w-]+){0,3}"
    r"|(?:standard|usual|regular|routine) \w+)(?=, )",
    re.IGNORECASE,
)
"""How a sentence opens that speaks of one arm, or of what is done without the study."""

_OWN = re.compile(
    r"optional|\bif (?:you|your \w+) (?:\w+ )?(?:agree|allow|choose|say|join|want|give)|\bunless\b|"
    r"\bsay \W?(?:yes|no)\b|\bpermission\b",
    re.IGNORECASE,
)
"""What tells by itself that it is optional."""


_OTHERS = re.compile(
    r"\b(?:seen|known|found|reported|observed|happened|risks?|effects?) (?:with|in|from|of|for) "
    r"(?P<others>(?:other|similar|related) (?:\w+ )?(?:medicines?|drugs?|vaccines?|devices?"
    r"|products?|treatments?))\b",
    re.IGNORECASE,
)
"""A heading under which stands what came with other products."""


class Scope:
    """The sentences that are not of the whole study, with the words that say so."""

    def __init__(self, sentences: "Sequence[Sentence]") -> None:
        self._said = {(s.extract, s.text): said for s, said in _optional(sentences)}
        arms = {(s.extract, s.text): arm for s, arm in _arms(sentences)}
        self._arms: dict[tuple[int, str], Citation | None] = dict(arms)
        self._heads = {s.text: s.extract for s in reversed(sentences) if s.kind == "row"}
        self._others = dict(_of_others(sentences))

    def headed(self, sentence: "Sentence") -> "Sentence":
        """Put a sentence of an optional part under a heading that says so."""
        if sentence.kind == "heading" or (sentence.extract, sentence.text) not in self._said:
            return sentence
        *above, leaf = sentence.headings or ("",)
        return replace(sentence, headings=(*above, DECLINABLE, leaf))

    def head(self, cells: Iterable["Sentence"]) -> None:
        """Note of the pieces of tables under which arm they stand.

        Where an arm heads the first column, which names the rows, and nothing the last one, the
        heads have slipped by a column.
        """
        for piece in cells:
            names = piece.cell.names if piece.cell else ()
            if piece.cell is None or piece.cell.column not in names:
                continue
            slipped = _names_arm(names[0]) and not names[-1] and piece.cell.label != ""
            column = names[names.index(piece.cell.column) - slipped]
            head = self._heads.get(" | ".join(names))
            if head and _names_arm(column):
                place = piece.extract, piece.cell.quote
                quote = column.lstrip("| ")
                self._arms[place] = None if place in self._arms else Citation(head, quote)

    def labelled(self, claim: Claim) -> Claim:
        """Say of what is told of an optional part, an arm or other products that it is of that."""
        if claim.citations[0].extract in self._others:
            claim = _with_others(claim, *self._others[claim.citations[0].extract])
        place = _place(claim)
        said, arm = self._said.get(place), self._arms.get(place)
        if said and not _OWN.search(claim.text):
            return _under(OPTIONAL, claim, said)
        label = arm.quote.partition(":")[0].strip(" .") if arm else ""
        if arm and label.lower() not in claim.text.lower():
            return _under(label, claim, arm)
        return claim


def _place(claim: Claim) -> tuple[int, str]:
    return claim.citations[0].extract, claim.citations[0].quote


def _under(label: str, claim: Claim, said: Citation) -> Claim:
    citations = tuple(dict.fromkeys((*claim.citations, said)))
    return replace(claim, text=f"{label}: {claim.text}", citations=citations)


def _of_others(sentences: "Sequence[Sentence]") -> Iterator[tuple[int, tuple[str, Citation]]]:
    """Yield the extracts under a heading about other products, which these are, and the heading."""
    above: dict[str, int] = {}
    for sentence in sentences:
        leaf = sentence.headings[-1] if sentence.headings else ""
        if sentence.kind == "heading":
            above[sentence.text] = sentence.extract
        elif leaf in above and (match := _OTHERS.search(leaf)):
            yield sentence.extract, (match["others"], Citation(above[leaf], leaf))


def _with_others(claim: Claim, others: str, heading: Citation) -> Claim:
    """Say with which products it was: "Common: cough" becomes "Other drugs, common: cough"."""
    if others.lower() in claim.text.lower():
        return claim
    label = f"{others[0].upper()}{others[1:]}"
    opening, colon, _ = claim.text.partition(": ")
    if not (colon and how_often(opening)):
        return _under(label, claim, heading)
    text = f"{label}, {claim.text[0].lower()}{claim.text[1:]}"
    return replace(claim, text=text, citations=(*claim.citations, heading))


def _optional(sentences: "Sequence[Sentence]") -> Iterator[tuple["Sentence", Citation]]:
    """Yield the sentences of optional parts, each with the words that make it so."""
    headed: dict[tuple[str, ...], Citation] = {}
    passages: dict[int, Citation] = {}
    for sentence in sentences:
        words = Citation(sentence.extract, sentence.text)
        if sentence.kind == "heading" and _stands(_HEADED, sentence):
            headed[*sentence.headings, sentence.text] = words
        if sentence.kind == "paragraph" and _stands(_PASSAGE, sentence):
            passages.setdefault(sentence.extract, words)
    for sentence in sentences:
        path = sentence.headings
        if sentence.kind == "paragraph" and _stands(_AFTER, sentence):
            headed[path] = Citation(sentence.extract, sentence.text)
        if sentence.kind == "paragraph" and _stands(_ON, sentence):
            passages.setdefault(sentence.extract, Citation(sentence.extract, sentence.text))
        above = (headed.get(path[:depth]) for depth in range(len(path), 0, -1))
        if said := next(filter(None, above), None) or passages.get(sentence.extract):
            yield sentence, said


def _stands(pattern: str, sentence: "Sentence") -> bool:
    return stands(pattern, sentence.text, sentence.text.lower())


def _arms(sentences: Sequence["Sentence"]) -> Iterator[tuple["Sentence", Citation]]:
    """Yield the sentences on one arm alone, each with the words that name the arm."""
    headed: dict[tuple[str, ...], Citation] = {}
    opened = Citation(0, "")
    for sentence in sentences:
        words = Citation(sentence.extract, sentence.text)
        if _names_arm(sentence.text):
            if sentence.kind == "heading":
                headed[*sentence.headings, sentence.text] = words
            elif sentence.kind != "row":
                opened = words
        elif opens := _OF_SOME.match(sentence.text):
            yield sentence, Citation(sentence.extract, opens.group())
        elif opened.extract == sentence.extract:
            yield sentence, opened
        elif arm := headed.get(sentence.headings):
            yield sentence, arm


def _names_arm(text: str) -> bool:
    short = len(text) <= ARM_LETTERS and len(text.split()) <= ARM_WORDS
    return short and _ARM.fullmatch(text) is not None
