"""Words that exclude each other: what the quotes say after, a claim may not say before."""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.domain.claims.parts import LONG, Opposite, Reading
from conspectus.domain.text.lexicon import GRAMMAR, words
from conspectus.domain.text.words import Ideas, Token, ideas, stem

_PAIRS = """
raise raises raised increase increases increased increasing rise rises higher high / lower lowers
    lowered decrease decreases decreased decreasing reduce reduces reduced reducing fall low
before / after following afterwards
left / right
more morethan / less fewer lessthan
better improve improves improving improved / worse worsen worsens worsening worsened
start starts begin begins starting beginning / stop stops stopping end ends ended ending
minimum / maximum
include includes included including / exclude excludes excluded excluding
amhour / pmhour
first / last
early earlier / late later
older elder / younger
longer / shorter
open / close closed
accept accepts / refuse refuses reject rejects
join joins enter enters / leave leaves
participate participating / decline
public / private
same / different
inside / outside
male males / female females
day daytime / night nighttime
morning / evening afternoon
above / below
over / under
known / unknown
eligible / ineligible
"""
_REACH = 3
_CHOSEN = words("participate participating decline")
_CHOICES = frozenset(map(stem, words("choose decide alternative option")))
"""To take part and not to are opposites where they are chosen."""
_SEVERAL = GRAMMAR | _CHOSEN | {"left", "right"}
"""Words that mean more than their side: a right is no direction."""


def _sides(pairs: str) -> Mapping[str, tuple[int, bool]]:
    """Return the pair and the side of it that every word is on."""
    joined = pairs.replace("\n    ", " ").strip().splitlines()
    return {
        word: (pair, bool(side))
        for pair, line in enumerate(joined)
        for side, forms in enumerate(line.split("/"))
        for word in forms.split()
    }


_SIDES = _sides(_PAIRS)


def opposites(found: Sequence[Token]) -> Iterator[Opposite]:
    """Yield every word that has an opposite, with the words of content next to it."""
    for at, token in enumerate(found):
        if token.text in _SIDES:
            pair, side = _SIDES[token.text]
            before = _nearest(reversed(found[max(0, at - _REACH) : at]))
            after = _nearest(found[at + 1 : at + 1 + _REACH])
            near = before | after
            if token.text not in _CHOSEN or not near.isdisjoint(_CHOICES):
                yield Opposite(token.text, pair, side, near, at)


def _nearest(around: Iterator[Token] | Sequence[Token]) -> frozenset[str]:
    for token in around:
        if token.kind != "mark" and (token.text not in GRAMMAR or token.text == "you"):
            return frozenset({stem(token.text)})
    return frozenset()


def unborne_opposites(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every word in whose place the quotes say the opposite.

    In a short claim it need not stand beside the same words, when the quotes never say it.
    """
    if not claim.opposites:
        return
    stated = [opposite for quote in quotes for opposite in quote.opposites]
    told = frozenset[str]().union(*(quote.ideas for quote in quotes))
    for said in claim.opposites:
        pair = [other for other in stated if other.pair == said.pair]
        alike = [other for other in pair if other.side == said.side]
        contrary = [
            other
            for other in pair
            if other.side != said.side and not other.near.isdisjoint(said.near)
        ]
        if contrary and all(other.near.isdisjoint(said.near) for other in alike):
            yield f'"{said.said}" is "{contrary[0].said}" in the evidence'
        elif len(claim.clauses) < LONG and not alike and _contradicts(said, bool(pair), told):
            yield f'the evidence says the opposite of "{said.said}"'


def _contradicts(said: Opposite, opposed: bool, told: Ideas) -> bool:
    """Tell whether the quotes say the other side, by a word of it or its like, and not this."""
    here, there = _IDEAS[said.pair, said.side], _IDEAS[said.pair, not said.side]
    return told.isdisjoint(here) and (opposed or not told.isdisjoint(there - here))


def _ideas_of_sides() -> Mapping[tuple[int, bool], Ideas]:
    found: dict[tuple[int, bool], Ideas] = {}
    for word, side in _SIDES.items():
        told = ideas(word) if word not in _SEVERAL else frozenset()
        found[side] = found.get(side, frozenset()) | told
    return found


_IDEAS = _ideas_of_sides()
