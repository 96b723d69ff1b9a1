"""The groups of a study, read where a form lists them: all that stand together, or none."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from conspectus.domain.claims.check import check_claim
from conspectus.domain.facts import Part
from conspectus.domain.source import Evidence, Passage, Source, quoted_words
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.questions import topics

ARM = "arm"
"""The aspect of a part that says what one group gets."""

MOST_ARMS, MOST_WORDS = 5, 40
"""Of more groups none is told; of each, the sentences that fit into so many words."""

_KIND = r"(?:study |treatment )?(?:group|arm|cohort|order|sequence)"
_LABEL = re.compile(
    rf"\W*(?P<label>{_KIND}s? (?:\d|[A-D]\b|one|two|three|four|I+\b)|[A-Z][\w-]+ {_KIND})"
    r"\s*(?:\([^()]*\)\s*)?[.:\u2013-]\s+(?=\S)",
    re.IGNORECASE,
)
_COLUMN = re.compile(rf"\W*{_KIND}s?\W*", re.IGNORECASE)
_OTHER = re.compile(
    "|".join((*topics.OPTIONAL, *topics.RISKS, *topics.COSTS_ONLY, *topics.PAYMENT)),
    re.IGNORECASE,
)


def arms(source: Source) -> tuple[Part, ...]:
    """Return what each group gets, of the first groups that stand together.

    Nothing is told of any where the form does not bear out what would be told of one.
    """
    for heading, passages in groupby(source.passages, lambda passage: passage.headings):
        if heading and _OTHER.search(heading[-1]):
            continue
        found = tuple(_listed(source, list(passages)))
        different = len({part.text for part in found}) == len(found)
        if 1 < len(found) <= MOST_ARMS and different and all(map(_borne, found)):
            return found
    return ()


def _listed(source: Source, passages: Sequence[Passage]) -> Iterator[Part]:
    for passage in passages:
        if passage.kind == "row" and passage.columns and _COLUMN.fullmatch(passage.columns[0]):
            head = next((p for p in source.passages if p.cells == passage.columns), passage)
            yield Part(_row(passage), (*_whole(source, head), *_whole(source, passage)), ARM)
        elif passage.kind in ("item", "paragraph") and (match := _LABEL.match(passage.text)):
            said = _within(passage.text[match.end() :])
            label = match["label"]
            yield Part(f"{label[:1].upper()}{label[1:]}: {said}", _whole(source, passage), ARM)


def _row(passage: Passage) -> str:
    (group, label), *cells = zip(passage.columns, passage.cells, strict=False)
    said = "; ".join(f"{column}: {cell}" for column, cell in cells if cell)
    return said if label.isdecimal() else f"{group.rstrip(' s:')} {label} \u2013 {said}"


def _whole(source: Source, passage: Passage) -> tuple[Evidence, ...]:
    return tuple(source.evidence(span.page, span.start, span.end) for span in passage.spans)


def _borne(part: Part) -> bool:
    return not check_claim(part.text, quoted_words(part.evidence), strict=True)


def _within(text: str) -> str:
    told = ""
    for sentence in sentences(text):
        if told and len(f"{told} {sentence}".split()) > MOST_WORDS:
            break
        told = f"{told} {sentence}".strip()
    return told
