"""What a change of a fact shows of both versions, and which items of a list differ."""

import re
from collections.abc import Iterable, Iterator

from conspectus.domain.comparison.comparison import Comparison, FactChange, beside, meet
from conspectus.domain.facts import Fact
from conspectus.domain.source import Evidence
from conspectus.domain.text.tokens import says, tokens_of

Places = tuple[Evidence, ...]


def both_sides(found: Comparison, change: FactChange) -> tuple[Places, Places]:
    """Return the evidence of both versions, in the order of the text.

    What only one of them says stands beside the sentence that it was put into or taken from.
    """
    old, new = change.old_evidence, change.new_evidence
    before = (*old, *_further(beside(new, found.passages, later=False), old))
    after = (*new, *_further(beside(old, found.passages), new))
    return in_order(before), in_order(after)


def items_apart(found: Comparison, change: FactChange) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the items of both lists that rest on what only one version says.

    An item that the sentences of the other version say as well does not differ.
    """
    old, new = both_sides(found, change)
    facts = found.old.facts.get(change.fact), found.new.facts.get(change.fact)
    return (
        tuple(_items(facts[0], change.old_evidence, new)),
        tuple(_items(facts[1], change.new_evidence, old)),
    )


def in_order(evidence: Iterable[Evidence]) -> Places:
    """Return evidence as it stands in the text, each piece once."""
    return tuple(sorted(dict.fromkeys(evidence), key=_place))


def _place(piece: Evidence) -> tuple[int, list[int], int]:
    steps = [int(digits) for digits in re.findall(r"\d+", piece.anchor or "")]
    return piece.page or 0, steps, piece.start


def _further(pieces: Iterable[Evidence], known: Places) -> Iterator[Evidence]:
    return (piece for piece in pieces if not any(meet(piece, one) for one in known))


def _items(fact: Fact | None, evidence: Places, others: Places) -> Iterator[str]:
    said = tokens_of(" ".join(piece.quote for piece in others))
    for part in fact.parts if fact else ():
        rests = any(piece in evidence for piece in part.evidence)
        if rests and not says(said, tokens_of(part.text)):
            yield part.text
