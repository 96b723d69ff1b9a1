"""Running headers and footers, told by the pages next to them, and the printed page numbers."""

import re
from collections.abc import Iterator, Sequence

from conspectus.adapters.read_pdf.glyphs import TextLine
from conspectus.adapters.read_pdf.leaf import Leaf

_ZONE = 0.15
_NEAR = 6.0
_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[\s_]+")
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
    zones = [list(_zone(leaf)) for leaf in leaves]
    keys = [{(_key(line), round(line.top / _NEAR)) for line in zone} for zone in zones]
    for index, zone in enumerate(zones):
        near = [keys[i] for i in (index - 2, index - 1, index + 1, index + 2) if _valid(i, keys)]
        for line in zone:
            key, row = _key(line), round(line.top / _NEAR)
            if _NUMBERED.fullmatch(line.text) or any(
                (key, row + shift) in other for other in near for shift in (-1, 0, 1)
            ):
                line.role = "running"
        _mark_outer(leaves[index], zone)


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


def _zone(leaf: Leaf) -> Iterator[TextLine]:
    depth = leaf.height * _ZONE
    for line in leaf.body:
        if line.bottom < depth or line.top > leaf.height - depth:
            yield line


def _key(line: TextLine) -> str:
    return _BLANKS.sub(" ", _DIGITS.sub("#", line.text)).strip().lower()


def _mark_outer(leaf: Leaf, zone: list[TextLine]) -> None:
    """What stands farther out than a running line, or beside it, is running too."""
    half = leaf.height / 2
    marked = [line for line in zone if line.role == "running"]
    head = max((line.middle for line in marked if line.middle < half), default=-1.0)
    foot = min((line.middle for line in marked if line.middle > half), default=leaf.height + 1)
    for line in zone:
        if line.middle < head + 2 and line.middle < half or line.middle > foot - 2:
            line.role = "running"


def _candidates(leaf: Leaf) -> Iterator[tuple[bool, str, int, str]]:
    """Yield (surely a page number, its prefix, its number, the label)."""
    for line in leaf.lines:
        if line.role != "running" and not _at_edge(leaf, line):
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
    return line.bottom < leaf.height * 0.1 or line.top > leaf.height * 0.9


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[char] for char in text]
    return sum(
        -v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values)
    )
