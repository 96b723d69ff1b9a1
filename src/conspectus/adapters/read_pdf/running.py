"""Running headers and footers, told by the pages next to them, and the printed page numbers."""

import re
from collections.abc import Iterator, Sequence

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.weave import spans
from conspectus.domain.source import Passage

_ZONE = 0.15
_DEPTH = 0.4
_NEAR = 6.0
_MOST_RUNNING = 6
_MOST_SKIPPED = 3
_Place = tuple[bytes, int]
_DIGITS = re.compile(r"\d+")
_IGNORED = b"0123456789_ \t"
_NUMBERED = re.compile(
    r"\bpage:?\s*(?P<page>[A-Z]{0,3}-?\d{1,4}|[ivxl]{1,7})\b(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE
)
_BARE = re.compile(
    r"^[-\u2013\u2014|\s]*(?P<page>(?:[A-Z]{1,3}[-.]?)?\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?[-\u2013\u2014|\s]*$"
)


def mark_running(leaves: Sequence[Leaf]) -> None:
    """Give the role `running` to each line that a neighbouring page repeats at the same place.

    Digits and white space are ignored. Only neighbours are compared, so that a packet merged of
    several documents loses the headers of each of them.
    """
    outer = [_outer(leaf) for leaf in leaves]
    places = [{_place(line) for lines in pair for line in lines} for pair in outer]
    for index, (leaf, pair) in enumerate(zip(leaves, outer, strict=True)):
        near = _neighbours(index, places)
        tabled = _tabled(leaf, near)
        for lines in pair:
            _peel(leaf, [line for line in lines if id(line) not in tabled], near)
    if not any(leaf.body for leaf in leaves):
        for line in (x for leaf in leaves for x in leaf.lines if x.role == "running"):
            line.role = "body"


def running_passages(leaves: Sequence[Leaf], after: int) -> Iterator[Passage]:
    """Yield each running line once, where it stands first, as a passage numbered from `after` on.

    Study numbers often stand nowhere else. The lines follow the body, under "Header" or "Footer".
    """
    seen: set[bytes] = set()
    for leaf in leaves:
        for line in leaf.lines:
            if line.role != "running" or _BARE.match(line.text):
                continue
            key, _ = _place(line)
            if key in seen:
                continue
            seen.add(key)
            where = "Header" if line.middle < leaf.height / 2 else "Footer"
            number = after + len(seen)
            yield Passage(number, "paragraph", line.text.strip(), spans([line]), (where,))


def _neighbours(index: int, places: Sequence[set[_Place]]) -> set[_Place]:
    """Gather what stands on the pages near by, those left out that repeat this whole page."""
    own = places[index]
    near: set[_Place] = set()
    for other in (index - 2, index - 1, index + 1, index + 2):
        if _valid(other, places):
            shared = len(own & places[other])
            if shared <= max(_MOST_RUNNING, len(own) // 2):
                near |= places[other]
    return near


def _peel(leaf: Leaf, lines: Sequence[TextLine], near: set[_Place]) -> None:
    """Mark lines from the edge of the page inwards, up to the last that is repeated.

    A few lines of the margin that only this page has may stand between those.
    """
    depth = leaf.height * _ZONE
    innermost, skipped = -1, 0
    for index, line in enumerate(lines):
        inside = depth < line.middle < leaf.height - depth
        if skipped > _MOST_SKIPPED or (skipped and inside):
            break
        if _repeated(line, near) or _is_number(leaf, line):
            innermost = index
        else:
            skipped += 1
    for line in lines[: innermost + 1]:
        line.role = "running"


def _outer(leaf: Leaf) -> tuple[list[TextLine], ...]:
    """Return the lines of the upper and of the lower part, from the edge of the page inwards.

    Lines that do not stand upright are a part of their own.
    """
    free = (x for x in leaf.lines if not x.turn and x.role == "body")
    rows = sorted(free, key=lambda line: line.middle)
    high, low = leaf.height * _DEPTH, leaf.height * (1 - _DEPTH)
    return (
        [line for line in rows if line.middle < high],
        [line for line in reversed(rows) if line.middle > low],
        [line for line in leaf.lines if line.turn],
    )


def _tabled(leaf: Leaf, near: set[_Place]) -> set[int]:
    """Return the ids of the lines of the body's tables, which repeat their own header.

    A table in the margin whose every line is repeated is a header or footer itself.
    """
    tabled: set[int] = set()
    depth = leaf.height * _ZONE
    for grid in leaf.grids:
        lines = [line for line in leaf.lines if grid.holds(line.left, line.middle)]
        marginal = grid.ys[-1] < depth or grid.ys[0] > leaf.height - depth
        if not (marginal and all(_repeated(line, near) for line in lines)):
            tabled.update(map(id, lines))
    return tabled


def _repeated(line: TextLine, near: set[_Place]) -> bool:
    key, row = _place(line)
    return any((key, row + shift) in near for shift in (-1, 0, 1))


def _is_number(leaf: Leaf, line: TextLine) -> bool:
    return bool(_NUMBERED.fullmatch(line.text)) and _at_edge(leaf, line)


def _place(line: TextLine) -> _Place:
    letters = line.text.encode("utf-8", "surrogatepass").translate(None, _IGNORED)
    return letters, round(line.top / _NEAR)


def number_pages(leaves: Sequence[Leaf], labels: Sequence[str | None]) -> None:
    """Set the printed label of each page: what its header or footer says, else `labels`."""
    found = [list(_candidates(leaf)) for leaf in leaves]
    for index, (leaf, candidates) in enumerate(zip(leaves, found, strict=True)):
        near = {
            (prefix, number + index - i)
            for i in (index - 1, index + 1)
            if _valid(i, found)
            for _, prefix, number, _ in found[i]
        }
        bare = [text for sure, p, n, text in candidates if not sure and (p, n) in near]
        sure = [text for sure, _, _, text in candidates if sure]
        leaf.label = next(iter(bare + sure), labels[index])


def _valid(index: int, items: Sequence[object]) -> bool:
    return 0 <= index < len(items)


def _candidates(leaf: Leaf) -> Iterator[tuple[bool, str, int, str]]:
    """Yield (surely a page number, its prefix, its number, the label)."""
    for line in leaf.lines:
        if line.role != "running" and (line.role != "body" or not _at_edge(leaf, line)):
            continue
        for part in re.split(r"\s{2,}|\t", line.text):
            match = _BARE.match(part)
            sure = match is None or "of" in part
            match = match or _NUMBERED.search(part)
            if match:
                label = match["page"]
                digits = _DIGITS.search(label)
                number = int(digits[0]) if digits else _roman(label.lower())
                yield sure, _DIGITS.sub("", label) if digits else "roman", number, label


def _at_edge(leaf: Leaf, line: TextLine) -> bool:
    return not line.turn and (line.bottom < leaf.height * 0.1 or line.top > leaf.height * 0.9)


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[char] for char in text]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))
