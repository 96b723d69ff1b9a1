"""What stands between two words: claim and quote must have the same negations and modals there."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_parts import Item, Reading

_FREE = "voluntary"


def unborne_gaps(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message where two words follow each other in claim and quote, but not alike."""
    claims_free = _FREE in claim.ideas
    states_free = any(_FREE in quote.ideas for quote in quotes)
    for at in range(1, len(claim.items)):
        first, second = claim.items[at - 1 : at + 1]
        if first.said == second.said == "|":
            continue
        places = [place for quote in quotes for place in _following(claim.items, at, quote)]
        most = max((likeness for likeness, _ in places), default=0)
        between = [stated for likeness, stated in places if likeness == most]
        if most and not any(
            _same(second.before, stated, claims_free, states_free) for stated in between
        ):
            said, written = _shown(first, second.before, second), _shown(first, between[0], second)
            yield f'"{said}" is "{written}" in the evidence'


def _following(
    items: Sequence[Item], at: int, quote: Reading
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield how alike the surroundings are, and what stands between, where a quote has the pair."""
    first, second = items[at - 1], items[at]
    before, after = items[max(0, at - 2)], items[min(at + 1, len(items) - 1)]
    stated = quote.items
    for place in {place for idea in second.ideas for place in quote.places.get(idea, ())}:
        if not place or first.ideas.isdisjoint(stated[place - 1].ideas):
            continue
        likeness = (place > 1 and not before.ideas.isdisjoint(stated[place - 2].ideas)) + (
            place + 1 < len(stated) and not after.ideas.isdisjoint(stated[place + 1].ideas)
        )
        yield likeness, stated[place].before


def _same(
    claimed: tuple[str, ...], stated: tuple[str, ...], claims_free: bool, states_free: bool
) -> bool:
    """Tell whether negations and modals are the same, where "will" says no more than plain speech.

    What is voluntary may be said so at another place.
    """
    if claimed.count("not") != stated.count("not"):
        return False
    if _FREE in claimed and not states_free:
        return False
    if _FREE in stated and ("must" in claimed or not claims_free):
        return False
    plain = {"will", "not", _FREE}
    moods, others = set(claimed) - plain, set(stated) - plain
    return moods == others or (not moods and "must" in others)


def _shown(first: Item, between: Sequence[str], second: Item) -> str:
    return " ".join([first.said, *between, second.said]).strip("| ")
