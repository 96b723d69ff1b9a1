"""Lines that PDFium breaks although they are one: words drawn letter by letter along the side."""

from array import array
from collections.abc import Iterable

from conspectus.adapters.read_pdf.textline import TextLine

_TOUCHING, _NEAR = 0.12, 0.6


def mend(lines: Iterable[TextLine]) -> list[TextLine]:
    """Join each line to the one before that it goes on with, with a space where a gap is."""
    mended: list[TextLine] = []
    for line in lines:
        last = mended[-1] if mended else None
        gap = line.left - last.right if last else 0.0
        if (
            last
            and last.turn == line.turn == 0
            and abs(last.middle - line.middle) < 0.2 * last.height
            and abs(gap) < _NEAR * last.height
        ):
            mended[-1] = joined(last, line, gap > _TOUCHING * last.height)
        else:
            mended.append(line)
    return mended


def joined(one: TextLine, two: TextLine, parted: bool = True) -> TextLine:
    """Return two lines of one row as one, a space between them when they are `parted`."""
    text = one.text + " " * parted + two.text
    shift = len(text) - len(two.text)
    edges = array("f", [*one.edges[: -1 if not parted else None], *two.edges])
    runs = [r._replace(start=r.start + shift, end=r.end + shift) for r in two.runs]
    line = TextLine(
        text,
        edges,
        min(one.left, two.left),
        min(one.top, two.top),
        max(one.right, two.right),
        max(one.bottom, two.bottom),
        [*one.runs, *runs],
        one.page,
    )
    line.underlined = one.underlined and two.underlined
    line.dotted = one.dotted
    return line
