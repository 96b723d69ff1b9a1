"""Who does what: what the quotes say of you, a claim may not say of the sponsor."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claims.grammar import MOODS, NEGATORS, PRESENT, STOPS
from conspectus.domain.claims.parts import Reading
from conspectus.domain.text.lexicon import GRAMMAR, words
from conspectus.domain.text.words import Token, ideas

_PARTIES = words("you sponsor insurance fda employer family parent child government")
_BETWEEN = {*MOODS, *PRESENT, *NEGATORS, "be", "been", "also", "still", "only", "then"}
_PASSIVE = words("be been is are was were")
_LISTED = words(", and or")
_LIST = 14
"""Tokens of the longest list of doers."""
_SHORTEST = 3
"""Letters of the shortest verb looked at."""


def unborne_parties(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every doer put in the place of another, who is not spoken of so."""
    doings = dict.fromkeys(_doings(claim.tokens))
    if not doings:
        return
    stated = {doing for quote in quotes for doing in _doings(quote.tokens, joined=True)}
    for party, verb in doings:
        others = [other for other, does in stated if does == verb]
        if not others or party in others or any(_speaks(quote, party, verb) for quote in quotes):
            continue
        yield f'"{party} ... {verb}" is "{others[0]} ... {verb}" in the evidence'


def _doings(found: Sequence[Token], joined: bool = False) -> Iterator[tuple[str, str]]:
    """Yield every party with the verb that follows: ("you", "be paid"), ("sponsor", "pay").

    If `joined`, also where others stand between: "the sponsor, the FDA or the board can stop".
    """
    for at, token in enumerate(found):
        if token.text not in _PARTIES:
            continue
        after = _joined(found, at + 1) if joined else at + 1
        while after < len(found) and found[after].text in _BETWEEN:
            after += 1
        verb = found[after].text if after < len(found) else ""
        if after > at + 1 and verb not in GRAMMAR and verb.isalpha() and len(verb) >= _SHORTEST:
            passive = any(other.text in _PASSIVE for other in found[at + 1 : after])
            yield token.text, f"be {verb}" if passive else verb


def _joined(found: Sequence[Token], start: int) -> int:
    """Return where the modal of several doers stands, if a list of them begins here."""
    if start >= len(found) or found[start].text not in _LISTED:
        return start
    for at in range(start, min(start + _LIST, len(found))):
        if found[at].text in MOODS:
            return at
        if found[at].text in STOPS - {"(", ")"} or found[at].text in PRESENT:
            break
    return start


def _speaks(quote: Reading, party: str, verb: str) -> bool:
    """Tell whether some sentence says the verb, or its like, of this party in another way."""
    does = ideas(verb.removeprefix("be "))
    named = ideas(party)
    return any(
        not does.isdisjoint(clause.ideas)
        and (party in clause.said.split() or not named.isdisjoint(clause.ideas))
        for clause in quote.clauses
    )
