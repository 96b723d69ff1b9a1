"""Of what a claim says a figure: in a list of rates or sums, of the thing that has it there."""

from collections.abc import Iterator, Sequence, Set

from conspectus.domain.claims.parts import Reading, Word
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.numbers import Quantity
from conspectus.domain.text.words import Ideas, stem

_BREAKS = frozenset(",;.!?|)") | words("and or then but while whereas")
_ENDS = frozenset(".;!?|")
_SORTS = frozenset(map(stem, words("drug placebo sham adult child man woman male female boy girl")))
_NUMBER = "number "
_TIMES = {"time", "calendar"}
_ORDER = words("first second third last")


def crossed_figures(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every figure that the quotes give to something else.

    They do when the claim names what has another figure there, and nothing that has this one.
    """
    for claimed in claim.quantities:
        if not claimed.kind or claimed.kind == "rate":
            continue
        same = [
            (quote, stated)
            for quote in quotes
            for stated in quote.quantities
            if stated.low == claimed.low and not _differs(stated, claimed)
        ]
        if same and all(
            _elsewhere(claim, claimed, quote, stated)
            or (claimed.kind not in _TIMES and _of_another(claim, claimed, (quote, stated), quotes))
            for quote, stated in same
        ):
            yield f'"{claimed.said}" is the figure of something else in the evidence'


def _measures(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _TIMES


def _differs(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.low, one.high) != (other.kind, other.low, other.high)


def _elsewhere(claim: Reading, claimed: Quantity, quote: Reading, stated: Quantity) -> bool:
    """Tell whether what the claim names has another figure in the quote, and not this one."""
    others = [q for q in quote.quantities if _measures(q, stated) and _differs(q, stated)]
    if not others:
        return False
    bare = not (_named(claim, claimed) and _named(quote, stated))
    named, here = _named(claim, claimed, bare), _named(quote, stated, bare)
    if not here:
        named = frozenset(idea for idea in named if idea.startswith(_NUMBER))
    parts = [_named(quote, other, bare) for other in others]
    return any(_closer(named, there, here) for there in parts) or _mislabelled(
        claim, claimed, quote, stated, others
    )


def _of_another(
    claim: Reading, claimed: Quantity, same: tuple[Reading, Quantity], quotes: Sequence[Reading]
) -> bool:
    """Tell whether the claim names what has another figure in another quote, and nothing here."""
    named = _told(claim, claimed)
    if not named or not all(word.ideas.isdisjoint(same[0].ideas) for word in named):
        return False
    return any(
        all(not word.ideas.isdisjoint(quote.ideas) for word in named)
        for quote in quotes
        for other in quote.quantities
        if _measures(other, same[1]) and _differs(other, same[1])
    )


def _told(text: Reading, quantity: Quantity) -> list[Word]:
    """Return the words of content in a quantity's part of a list."""
    start, end = _part(text, quantity, frozenset())
    return [word for word in text.words if start <= word.at < end and not word.framing]


def _mislabelled(
    claim: Reading,
    claimed: Quantity,
    quote: Reading,
    stated: Quantity,
    others: Sequence[Quantity],
) -> bool:
    """Tell whether the word next to a figure is next to another one in the quote."""
    mine, here = _label(claim, claimed), _label(quote, stated)
    if not here or not here.isdisjoint(frozenset().union(*(w.ideas for w in claim.words))):
        return False
    return any(not mine.isdisjoint(_label(quote, other)) for other in others)


def _label(text: Reading, quantity: Quantity) -> Ideas:
    """Return the ideas of the last word of content before a figure, in its part of a list."""
    before = [word for word in _told(text, quantity) if word.at < quantity.start]
    return before[-1].ideas if before else frozenset()


def _closer(named: Ideas, there: Ideas, here: Ideas) -> bool:
    """Tell whether the claim names what only the one part names, and nothing of the other.

    Where both parts name one of a pair such as drug and placebo, that one decides.
    """
    mine, theirs = (named & there) - here, (named & here) - there
    return bool(mine) and (not theirs or bool(mine & _SORTS and (here & _SORTS) - named - there))


def _named(text: Reading, quantity: Quantity, framing: bool = False) -> Ideas:
    """Return what stands with a quantity in its part of a list, with the numbers of visits."""
    alike = {
        at
        for other in text.quantities
        if _measures(other, quantity)
        for at in range(other.start, other.end)
    }
    start, end = _part(text, quantity, alike)
    numbers = {
        f"{_NUMBER}{token.text}"
        for at, token in enumerate(text.tokens[start:end], start)
        if token.text in _ORDER or (token.kind == "number" and at not in alike)
    }
    inside = (word for word in text.words if start <= word.at < end)
    return frozenset(numbers).union(*(w.ideas for w in inside if framing or not w.framing))


def _part(text: Reading, quantity: Quantity, alike: Set[int]) -> tuple[int, int]:
    """Return the part of a list around a quantity; a heading goes with all its list.

    Where figures follow each other in a row without marks, each goes with what stands before it.
    """
    start, end = quantity.start, quantity.end
    while start and text.tokens[start - 1].text not in _BREAKS and start - 1 not in alike:
        start -= 1
    headed = False
    for at in range(quantity.end, len(text.tokens)):
        said = text.tokens[at].text
        headed = headed or said == ":"
        if said in (_ENDS if headed else _BREAKS):
            break
        if at in alike and not headed and start < quantity.start:
            return start, quantity.end
        end = at + 1
    return start, end
