"""Words and numbers that the end of a line or page breaks without a hyphen."""

import re
from collections.abc import Sequence
from itertools import pairwise

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.text.word_edges import splits_number

_FULL = 0.85
_UNSURE = (re.compile(r"\d[.,]?$"), re.compile(r"\d[\d,]*(?![\d.)])"))


def note_broken(leaves: Sequence[Leaf]) -> None:
    """Note the pages whose last line may break a number that the next page goes on with."""
    for leaf, following in pairwise(leaves):
        body, beyond = leaf.body, following.body
        if body and beyond and _may_go_on(leaf, body, beyond[0]):
            leaf.noted.add("broken")


def _may_go_on(leaf: Leaf, body: Sequence[TextLine], after: TextLine) -> bool:
    last = body[-1]
    end, begin = _UNSURE
    return (
        bool(end.search(last.text) and begin.match(after.text))
        and not splits_number(last.text, after.text)
        and last.right > _FULL * max(line.right for line in body)
        and not any(grid.holds(last.left, last.middle) for grid in leaf.grids)
    )
