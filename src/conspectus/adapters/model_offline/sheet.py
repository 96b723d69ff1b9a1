"""The passages of a request, cut into the sentences that can answer."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from conspectus.adapters.model_offline.audience import to_the_reader
from conspectus.adapters.model_offline.cells import Cell, Header, pieces
from conspectus.adapters.model_offline.index import LiteralIndex
from conspectus.adapters.model_offline.scope import Scope
from conspectus.adapters.model_offline.trim import tells_figures
from conspectus.adapters.model_offline.vocabulary import NONE, Vocabulary
from conspectus.domain.request import Extract
from conspectus.domain.text.sentences import split
from conspectus.domain.text.titles import run_in_titles

NEAR = 4
"""Boxes so many passages apart belong to one choice."""

RUN = 60
"""What is shorter is no row of dots."""

_RUN = re.compile(r"([^\w\s]|_)(?: ?\1){59,}|[\W\d_]{300}|[!-~]{1000}")
_BULLETS = re.compile(r"[\u2022\u25aa\u25cf\u25e6\uf0b7]\s.*\s[\u2022\u25aa\u25cf\u25e6\uf0b7]\s")

LONGEST, LONGEST_HEADING = 1500, 300
"""A sentence of more characters is none: it is read in stretches of so many; of a heading no more
are read."""

LABEL_WORDS, NAME_WORDS = 14, 60
"""A heading followed by so few words, or by a name of so few, is read as label and value."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item, table row or heading that may answer a question.

    `lead` is the paragraph or heading that introduces a list item; `full` is the text that cues
    are matched against (a label and its value are read together); `start` is where the sentence
    itself begins in `full`. A piece of a table row knows its `cell`, and has the row's index.
    """

    index: int
    extract: int
    kind: str
    text: str
    full: str
    headings: tuple[str, ...]
    lead: str = ""
    level: int = 0
    checked: bool | None = None
    cell: Cell | None = None
    columns: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the sentence itself begins in `full`."""
        return len(self.full) - len(self.text)


class Texts:
    """Texts with a fast search for literals."""

    def __init__(self, texts: Iterable[str], vocabulary: Vocabulary = NONE) -> None:
        self.texts = tuple(texts)
        self.lowered = tuple(text.lower() for text in self.texts)
        self.vocabulary = vocabulary
        self.index = LiteralIndex(self.lowered, vocabulary)


class Lines(Texts):
    """Sentences; `cells` are the pieces of their table rows."""

    def __init__(
        self,
        sentences: Iterable[Sentence],
        cells: Iterable[Sentence] = (),
        vocabulary: Vocabulary = NONE,
    ) -> None:
        self.cells = tuple(cells)
        self.sentences = tuple(sentences)
        super().__init__((sentence.full for sentence in self.sentences), vocabulary)


class Sheet(Lines):
    """All sentences of a request in order; `scope` knows those of optional parts."""

    def __init__(self, extracts: Sequence[Extract], vocabulary: Vocabulary = NONE) -> None:
        chosen = list(_titled(list(_chosen(tuple(to_the_reader(extracts))))))
        read = _sentences(chosen)
        self.scope = Scope(read)
        sentences = list(map(self.scope.headed, read))
        rows = [sentence for sentence in sentences if sentence.kind == "row"]
        super().__init__(sentences, _cells(rows, {e.number: e for e in chosen}), vocabulary)
        self.scope.head(self.cells)


def _chosen(extracts: Sequence[Extract]) -> Iterator[Extract]:
    """Leave out the unticked boxes beside a ticked one, rows of dots and what else is no text."""
    for number, extract in enumerate(extracts):
        near = extracts[max(0, number - NEAR) : number + NEAR + 1]
        passed_over = extract.checked is False and any(other.checked for other in near)
        if passed_over or (len(extract.text) >= RUN and _RUN.search(extract.text)):
            continue
        if any(len(heading) > LONGEST_HEADING for heading in extract.headings):
            cut = tuple(heading[:LONGEST_HEADING] for heading in extract.headings)
            extract = replace(extract, headings=cut)
        yield extract


def _titled(extracts: Sequence[Extract]) -> Iterator[Extract]:
    """Set apart the titles that run into paragraphs: each heads what comes up to the next one."""
    ends = run_in_titles([e.text if e.kind == "paragraph" else "" for e in extracts])
    title = ""
    for extract, end in zip(extracts, ends, strict=True):
        title = "" if extract.kind == "heading" else extract.text[:end].strip() or title
        if not title:
            yield extract
            continue
        *above, leaf = extract.headings or ("",)
        kept = () if leaf.isupper() or not leaf else (leaf,)
        yield replace(extract, text=extract.text[end:], headings=(*above, *kept, title))


def _sentences(extracts: Sequence[Extract]) -> list[Sentence]:
    found: list[Sentence] = []
    heading, lead = "", ""
    for extract in extracts:
        headings = extract.headings
        bulleted = extract.kind == "heading" and _BULLETS.match(extract.text)
        if extract.kind == "heading" and not bulleted:
            found.append(_whole(len(found), extract, "", ""))
            heading, lead = extract.text, extract.text
            continue
        if extract.kind == "item" or bulleted:
            found.extend(_pieces(len(found), extract, lead, ""))
        elif extract.kind == "row":
            found.append(_row(len(found), extract, lead))
        else:
            label = heading if _labels(heading, extract.text) else ""
            found.extend(_pieces(len(found), extract, headings[-1] if headings else "", label))
            lead = extract.text[-LONGEST:]
        heading = ""
    return found


def _labels(heading: str, text: str) -> bool:
    size = len(text.split())
    if size <= LABEL_WORDS:
        return True
    return size <= NAME_WORDS and len(heading.split()) <= LABEL_WORDS and text[-1:] not in ".?!:;"


def _pieces(index: int, extract: Extract, lead: str, label: str) -> list[Sentence]:
    text = extract.text
    cuts = [stretch for cut in split(text) for stretch in _stretches(text, *cut)]
    kind = "item" if extract.kind == "heading" else extract.kind
    asked = _asked(extract, cuts)
    pieces = []
    for number, (start, end) in enumerate(cuts):
        text = extract.text[start:end]
        full = f"{label.rstrip(' :')}: {text}" if label and number == 0 else text
        pieces.append(
            Sentence(
                index + number,
                extract.number,
                kind,
                text,
                full,
                (*extract.headings, *(asked if number else ())),
                lead,
                extract.level,
                extract.checked,
            )
        )
    return pieces


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, at a space where there is one."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        yield start, cut
        start = cut + text[cut].isspace()
    yield start, end


def _asked(extract: Extract, cuts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the short question with which a paragraph or item opens: it heads the rest."""
    opening = extract.text[slice(*cuts[0])] if len(cuts) > 1 else ""
    asks = opening.endswith("?") and len(opening.split()) <= LABEL_WORDS
    return (opening,) if asks and extract.kind in ("paragraph", "item") else ()


def _whole(index: int, extract: Extract, lead: str, label: str) -> Sentence:
    return Sentence(
        index, extract.number, extract.kind, extract.text, extract.text, extract.headings, lead
    )


def _row(index: int, extract: Extract, lead: str) -> Sentence:
    cells = [cell for cell in extract.cells if cell]
    text = extract.text[:LONGEST]
    full = ": ".join((cells[0].rstrip(" :"), cells[1])) if len(cells) == 2 else text
    headings, columns = extract.headings, extract.columns
    return Sentence(
        index, extract.number, "row", text, full[:LONGEST], headings, lead, columns=columns
    )


def header_of(row: Sentence, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the row that names the columns of a row of figures, none where it is not shown."""
    if row.kind != "row" or row.cell or not tells_figures(row.text, row.columns):
        return ()
    above = (s for s in reversed(sentences[: row.index]) if s.kind == "row")
    return tuple(islice((s for s in above if s.text == " | ".join(row.columns)), 1))


def _cells(rows: Sequence[Sentence], extracts: Mapping[int, Extract]) -> Iterator[Sentence]:
    """Yield the pieces of the rows of several cells, headed by their columns."""
    heads = frozenset(extracts[row.extract].columns for row in rows)
    header, before = Header(), 0
    for row in rows:
        extract = extracts[row.extract]
        header = (header if row.extract == before + 1 else Header()).over(extract, heads)
        before = row.extract
        if header.heads(extract) or len(list(filter(None, extract.cells))) < 2:
            continue
        for text, cell in pieces(extract, header):
            headings = (*row.headings, cell.column) if cell.column else row.headings
            yield replace(row, text=text, full=text, headings=headings, cell=cell)
