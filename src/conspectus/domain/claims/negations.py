"""Whether the negations of a claim are those of its quotes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conspectus.domain.claims.alignment import Aligned, align, nearest, occurrences, speaks_of
from conspectus.domain.claims.grammar import CONDITIONS, NEGATORS
from conspectus.domain.claims.parts import CARRIED, DIRECT, LONG, OBJECT, Clause, Reading, Word
from conspectus.domain.text.lexicon import GRAMMAR, words
from conspectus.domain.text.words import Ideas, ideas, stem

_AGAIN = words("additional further new more")
_CONSENTS = frozenset(map(stem, words("consent permission agreement")))
_CONSENT = ideas("permission")
_WARDED = frozenset(
    map(
        stem,
        words(
            """
            name names identifier consent permission agreement ask asking penalty loss reason charge
            notice request limit guarantee effect removing
            """
        ),
    )
)
"""What a consent form says to be without; "with" it must be said as well."""


_DO = words("do does did")
_YOU = re.compile("you (?:may|can|will|must|should|could|might)")


def unborne_negations(
    claim: Reading, quotes: tuple[Reading, ...], strict: bool = False
) -> Iterator[str]:
    """Yield a message for every negation gained or lost; strictly, for those of notes too."""
    twice = any(sum(clause.negations for clause in quote.clauses) > 1 for quote in quotes)
    long = not strict and len(claim.clauses) >= LONG
    for clause in claim.clauses:
        aligned = align(clause, quotes)
        if clause.negations - clause.said.count("without") > 1 and not twice:
            yield f'"{clause.said}" denies twice what the evidence denies once'
        yield from _gained(clause, aligned, claim.ideas, strict, long)
        yield from _lost(clause, aligned, close=not long)
    yield from _allowed(claim, quotes, strict)
    stressed = list(_stressed(claim))
    stated = {pair for quote in quotes for pair in _stressed(quote)} if stressed else set()
    for does, verb in stressed:
        if (does, verb) not in stated:
            yield f'"{does} {verb}" says against a denial what no quote says so'


def _stressed(text: Reading) -> Iterator[tuple[str, str]]:
    """Yield every "does affect", but not the "if you do join" of a condition."""
    said = [token.text for token in text.tokens]
    for at, (does, verb) in enumerate([] if _DO.isdisjoint(said) else pairwise(said)):
        plain = does in _DO and verb.isalpha() and verb not in GRAMMAR and verb not in NEGATORS
        if plain and at and CONDITIONS.isdisjoint(said[max(0, at - 4) : at]):
            yield does, verb


def _allowed(claim: Reading, quotes: Sequence[Reading], strict: bool) -> Iterator[str]:
    """Yield a message for "with a penalty", "with names" where no quote says "with" it."""
    warded = [after for after in dict.fromkeys(_after_with(claim)) if after in _WARDED]
    stated = {after for quote in quotes for after in _after_with(quote)} if warded else set()
    for after in warded:
        if after not in stated and (strict or not _asked(after, quotes)):
            yield f'"with {after}" is not what the evidence says'


def _asked(named: str, quotes: Sequence[Reading]) -> bool:
    """Tell whether consent is spoken of and a quote asks for it, or none does without it."""
    if named not in _CONSENTS:
        return False
    speak = [quote for quote in quotes if not quote.ideas.isdisjoint(_CONSENT)]
    asks = (all(token.text not in NEGATORS for token in quote.tokens) for quote in speak)
    return not speak or any(asks)


def _after_with(text: Reading) -> Iterator[str]:
    """Yield the stems of the two words of content after every "with"."""
    for at, token in enumerate(text.tokens):
        following = text.tokens[at + 1].text if at + 1 < len(text.tokens) else ""
        if token.text == "with" and following not in NEGATORS:
            near = [t.text for t in text.tokens[at + 1 : at + 5] if t.text not in GRAMMAR]
            again = {t.text for t in text.tokens[at + 1 : at + 3]} & _AGAIN
            yield from map(stem, ["asking"] if again else near[:2])


def _gained(
    clause: Clause, aligned: Aligned, said: Ideas, strict: bool, long: bool
) -> Iterator[str]:
    if clause.bare and not _nearest_denies(aligned):
        yield f'"{clause.said}" is not what the evidence says'
    denied = [word for word in clause.words if word.negated == DIRECT]
    for negator in dict.fromkeys(word.negator for word in denied):
        group = [word for word in denied if word.negator == negator]
        warded = any(word.stem in _WARDED for word in group)
        plain = long and not warded and _YOU.match(clause.said) is None
        unknown = plain and all(not occurrences(word, aligned) for word in group)
        note = not strict and _is_note(clause, group) and not _affirmed(clause, group, aligned)
        if not note and not unknown and not _denies(group, aligned, said):
            yield f'"not {group[-1].text}" is not what the evidence says'


def _is_note(clause: Clause, group: Sequence[Word]) -> bool:
    """Tell whether the negation is that of a note ("no placebo") and not of a verb."""
    opens = group[0].negator == 0
    return not opens and (not clause.asserts or group[0].negator in clause.without)


def _affirmed(clause: Clause, group: Sequence[Word], aligned: Aligned) -> bool:
    """Tell whether the evidence speaks of what a note denies, and has nothing to deny it with."""
    seen = [where for word in group if not word.framing for where, _ in occurrences(word, aligned)]
    telling = [word for word in clause.words if not word.framing]
    return not any(where.denying for where in seen) and any(
        sum(not word.ideas.isdisjoint(where.ideas) for word in telling) > 1 for where in seen
    )


def _lost(clause: Clause, aligned: Aligned, close: bool) -> Iterator[str]:
    if close and (refuted := _refuted(clause, aligned)):
        yield f'the evidence says "not {refuted.text}"'
    denied = clause.negations - clause.said.count("without")
    for word in clause.words if not denied else ():
        if word.negated or (word.framing and not word.head):
            continue
        others = [
            (where, other)
            for where, other in occurrences(word, aligned)
            if close or speaks_of(clause, word, where, aligned)
        ]
        if others and all(other.negated >= CARRIED for _, other in others):
            yield f'the evidence says "not" of "{word.text}"'


def _refuted(clause: Clause, aligned: Aligned) -> Word | None:
    """Return the denied verb of the nearest clause, when the claim affirms by an unknown verb."""
    verbs = [word for word in clause.words if word.head]
    verb = next((word for word in verbs if word.mood != "present"), verbs[0] if verbs else None)
    where = nearest(aligned)
    if verb is None or where is None or clause.bare or any(w.negated for w in clause.words):
        return None
    heads = [word for word in where.words if word.head]
    if not heads or occurrences(verb, aligned):
        return None
    return heads[0] if all(word.negated == DIRECT for word in heads) else None


def _denies(group: Sequence[Word], aligned: Aligned, said: Ideas) -> bool:
    """Tell whether the evidence denies what one negation of the claim denies.

    It may deny the same thing by another verb ("samples cannot be retrieved" for "we cannot take
    back samples"), but not by a word that the claim says elsewhere.
    """
    seen = [hit for word in group for hit in occurrences(word, aligned)]
    if not seen:
        return _nearest_denies(aligned)
    if any(other.negated >= OBJECT for _, other in seen):
        return True
    last = max(other.at for _, other in seen)
    return any(
        other.negated == DIRECT and other.head and other.at > last and other.ideas.isdisjoint(said)
        for clause, _ in seen
        for other in clause.words
    )


def _nearest_denies(aligned: Aligned) -> bool:
    clause = nearest(aligned)
    return clause is not None and (
        clause.bare or any(word.negated == DIRECT for word in clause.words)
    )
