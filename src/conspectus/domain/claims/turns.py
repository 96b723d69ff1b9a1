"""Turns of speech that change what a claim says, with words that are all in the quotes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from conspectus.domain.claims.grammar import MOODS, NEGATORS, PRESENT, STOPS
from conspectus.domain.claims.parts import Reading
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Token

_LAST = words("not never no without nor non")
_BETWEEN = {*MOODS, *PRESENT, *NEGATORS, "be", "been", "also", "still", "only", "then", "to", "get"}
_PAYS = words(
    "pay pays paying owe charge charged bill billed cost costs expense expenses responsible"
)
_PAID = words("paid payment payments receive receives reimbursed compensation compensated")
_FORCED = words("made forced obliged compelled pressured")
_CHOOSES = words("decline refuse choose choice decide option voluntary")
_ASKED = words("ask asked asks should must will please")
_TAKING, _STOPPING = words("take taking start"), words("stop stopping skip")


def turned(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every turn that no quote takes.

    A "not" left standing at an end, "not without", being asked not to take part, who pays whom,
    being made to do something, and stopping what is not to be taken.
    """
    said = [token.text for token in claim.tokens]
    told = [token.text for quote in quotes for token in quote.tokens]
    stated = frozenset(told)
    if _left_standing(claim.tokens) and not any(_left_standing(q.tokens) for q in quotes):
        yield "the claim ends in a denial of nothing"
    if "without" in said and _not_without(said) and not _not_without(told):
        yield 'no quote says "not without"'
    if _told_off(said) and stated.isdisjoint(_CHOOSES | NEGATORS):
        yield "no quote asks you not to take part"
    if "paid" in stated and stated.isdisjoint(_PAYS) and _directed(said, "pay"):
        yield '"you ... pay" is "you ... paid" in the evidence'
    if "pay" in stated and stated.isdisjoint(_PAID) and _directed(said, "paid"):
        yield '"you ... paid" is "you ... pay" in the evidence'
    for forced in _FORCED & {*said} - stated:
        if _compelled(said, forced):
            yield f'no quote says "{forced} to"'
    if _denied(said, _STOPPING) and _denied(told, _TAKING) and not _denied(told, _STOPPING):
        yield "the evidence says not to take it"
    if _denied(said, _TAKING) and _denied(told, _STOPPING) and not _denied(told, _TAKING):
        yield "the evidence says not to stop it"


def _left_standing(found: Sequence[Token]) -> bool:
    """Tell whether a sentence ends in a word that denies."""
    return any(
        token.text in _LAST and (at + 1 == len(found) or found[at + 1].text in STOPS)
        for at, token in enumerate(found)
    )


def _not_without(said: Sequence[str]) -> bool:
    return ("not", "without") in pairwise(said)


def _told_off(said: Sequence[str]) -> bool:
    """Tell whether one is asked, or told, not to take part."""
    return "decline" in said and any(
        text == "decline" and not _ASKED.isdisjoint(said[max(0, at - 2) : at])
        for at, text in enumerate(said)
    )


def _directed(said: Sequence[str], verb: str) -> bool:
    """Tell whether "you" pay, or are paid."""
    for at, text in enumerate(said):
        if text == "you":
            rest = (word for word in said[at + 1 :] if word not in _BETWEEN)
            if next(rest, "") == verb:
                return True
    return False


def _compelled(said: Sequence[str], forced: str) -> bool:
    """Tell whether you are "made to" do something; payments that are made to you are not."""
    at = said.index(forced)
    by = said[at + 1 : at + 2] == ["to"]
    return by and (forced != "made" or "you" in said[max(0, at - 4) : at])


def _denied(said: Sequence[str], verbs: frozenset[str]) -> bool:
    """Tell whether the text opens with "do not" and one of some verbs, or says "must not" of it."""
    return "not" in said and any(
        one == "not" and two in verbs and said[at - 1] in ("do", "must", "should")
        for at, (one, two) in enumerate(pairwise(said))
        if at
    )
