"""What stands between two words: claim and quote must have the same negations and modals there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from conspectus.domain.claims.grammar import RESTRICTIONS
from conspectus.domain.claims.parts import Item, Reading
from conspectus.domain.text.words import stem

_FREE = "voluntary"
_RESTRICTIVE = frozenset(RESTRICTIONS.values())


def unborne_gaps(claim: Reading, quotes: Sequence[Reading], strict: bool = False) -> Iterator[str]:
    """Yield a message where two words follow each other in claim and quote, but not alike."""
    claims_free = _FREE in claim.ideas
    states_free = any(_FREE in quote.ideas for quote in quotes)
    held = _held(tuple(quotes))
    holding = [_holding(item, held) for item in claim.items]
    for at in range(1, len(claim.items)):
        first, second = claim.items[at - 1 : at + 1]
        both = holding[at - 1] & holding[at]
        if not both or first.said == second.said == "|":
            continue
        near = [quote for number, quote in enumerate(quotes) if both >> number & 1]
        places = [place for quote in near for place in _following(claim.items, at, quote, strict)]
        most = max((likeness for likeness, _, _ in places), default=0)
        between = [stated for likeness, stated, _ in places if likeness == most]
        soft = not strict and any(doubted for likeness, _, doubted in places if likeness == most)
        claimed = tuple(o for o in second.before if o != "may") if soft else second.before
        if most and not any(
            _same(said, stated, claims_free, states_free)
            for stated in between
            for said in (second.before, claimed)
        ):
            said, written = _shown(first, second.before, second), _shown(first, between[0], second)
            yield f'"{said}" is "{written}" in the evidence'
        restricted = claim.restricted or any(quote.restricted for quote in near)
        alike = near if restricted else ()
        exact = [place for quote in alike for place in _exactly(claim.items, at, quote)]
        if exact and not any(_as_restricted(claim.items, at, *place) for place in exact):
            items, there = exact[0]
            said = _shown(first, second.before, second)
            written = _shown(first, items[there].before, second)
            yield f'"{said}" is "{written}" in the evidence'


@lru_cache(maxsize=256)
def _held(quotes: tuple[Reading, ...]) -> Mapping[str, int]:
    """Return which quotes hold each idea, as a set of bits."""
    held: dict[str, int] = {}
    for number, quote in enumerate(quotes):
        for idea in quote.places:
            held[idea] = held.get(idea, 0) | 1 << number
    return held


def _holding(item: Item, held: Mapping[str, int]) -> int:
    holding = 0
    for idea in item.ideas:
        holding |= held.get(idea, 0)
    return holding


def _exactly(
    items: Sequence[Item], at: int, quote: Reading
) -> Iterator[tuple[Sequence[Item], int]]:
    """Yield the places where a quote has the pair in the same words.

    At the beginning of a sentence, the next two words must be the same too.
    """
    reach = 3 if items[at - 1].said == "|" else 1
    wanted = [item.said for item in items[at - 1 : at + reach]]
    for place in {place for idea in items[at].ideas for place in quote.places.get(idea, ())}:
        there = quote.items[max(0, place - 1) : place - 1 + len(wanted)]
        if place and [item.said for item in there] == wanted:
            yield quote.items, place


def _as_restricted(items: Sequence[Item], at: int, stated: Sequence[Item], there: int) -> bool:
    """Tell whether an "if" or "only" stands in both; one that stands before may be shared.

    A claim may be one item of a list of conditions.
    """
    here, other = set(items[at].before), set(stated[there].before)
    for restriction in (here ^ other) & _RESTRICTIVE:
        lacking, upto = (stated, there) if restriction in here else (items, at)
        before = (*lacking[:upto], *(stated[:there] if items[at - 1].said == "|" else ()))
        if not any(restriction in item.before for item in before):
            return False
    return True


def _following(
    items: Sequence[Item], at: int, quote: Reading, strict: bool
) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Yield how alike the surroundings are where a quote has the pair, and what stands between.

    And, for a claim that is not read strictly, whether the quote speaks of a possibility.
    """
    first, second = items[at - 1], items[at]
    before, after = items[max(0, at - 2)], items[min(at + 1, len(items) - 1)]
    stated = quote.items
    for place in {place for idea in second.ideas for place in quote.places.get(idea, ())}:
        if not place or first.ideas.isdisjoint(stated[place - 1].ideas):
            continue
        if not (strict or _is_alike(first, stated[place - 1]) or _is_alike(second, stated[place])):
            continue
        likeness = (place > 1 and not before.ideas.isdisjoint(stated[place - 2].ideas)) + (
            place + 1 < len(stated) and not after.ideas.isdisjoint(stated[place + 1].ideas)
        )
        alike = _is_alike(first, stated[place - 1]) and _is_alike(second, stated[place])
        doubted = not strict and any(clause.doubtful for clause in quote.clauses)
        yield likeness + 3 * (alike and not strict), stated[place].before, doubted


def _is_alike(item: Item, other: Item) -> bool:
    return stem(item.said) == stem(other.said)


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
    plain = {"will", "not", _FREE, *_RESTRICTIVE}
    moods, others = set(claimed) - plain, set(stated) - plain
    return moods == others or (not moods and "must" in others)


def _shown(first: Item, between: Sequence[str], second: Item) -> str:
    return " ".join([first.said, *between, second.said]).strip("| ")
