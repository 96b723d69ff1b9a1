"""Who does what: what the quotes say of you, a claim may not say of the sponsor."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_grammar import MOODS, NEGATORS, PRESENT
from conspectus.domain.claim_parts import Reading
from conspectus.domain.claim_words import Token, ideas
from conspectus.domain.lexicon import GRAMMAR, words

_PARTIES = words("you sponsor insurance fda employer family parent child government")
_BETWEEN = {*MOODS, *PRESENT, *NEGATORS, "be", "been", "also", "still", "only", "then"}
_PASSIVE = words("be been is are was were")
_SHORTEST = 3
"""Letters of the shortest verb looked at."""


def unborne_parties(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every doer put in the place of another, who is not spoken of so."""
    doings = dict.fromkeys(_doings(claim.tokens))
    if not doings:
        return
    stated = {doing for quote in quotes for doing in _doings(quote.tokens)}
    for party, verb in doings:
        others = [other for other, does in stated if does == verb]
        if not others or party in others or any(_speaks(quote, party, verb) for quote in quotes):
            continue
        yield f'"{party} ... {verb}" is "{others[0]} ... {verb}" in the evidence'


def _doings(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield every party with the verb that follows: ("you", "be paid"), ("sponsor", "pay")."""
    for at, token in enumerate(found):
        if token.text not in _PARTIES:
            continue
        after = at + 1
        while after < len(found) and found[after].text in _BETWEEN:
            after += 1
        verb = found[after].text if after < len(found) else ""
        if after > at + 1 and verb not in GRAMMAR and verb.isalpha() and len(verb) >= _SHORTEST:
            passive = any(other.text in _PASSIVE for other in found[at + 1 : after])
            yield token.text, f"be {verb}" if passive else verb


def _speaks(quote: Reading, party: str, verb: str) -> bool:
    """Tell whether some sentence says the verb, or its like, of this party in another way."""
    does = ideas(verb.removeprefix("be "))
    named = ideas(party)
    return any(
        not does.isdisjoint(clause.ideas)
        and (party in clause.said.split() or not named.isdisjoint(clause.ideas))
        for clause in quote.clauses
    )
