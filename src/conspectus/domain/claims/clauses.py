"""Whether every clause of a claim is borne by a quote.

A clause that states something by a verb of its own must be borne in its better part. A note in
a claim that is borne may name what the quotes leave out, when it speaks of the same topic or
nothing is at stake.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.domain.claims.grammar import CONDITIONS
from conspectus.domain.claims.parts import DIRECT, Clause, Reading, Word
from conspectus.domain.claims.topics import CHOICES, STAKES, topics
from conspectus.domain.text.lexicon import MILD, words
from conspectus.domain.text.words import Ideas, stem

_LEAST, _FEWEST = 0.25, 2
"""The share and number of words that must be borne before a claim may hold a note that is not."""

_MILD = frozenset(map(stem, MILD))
_ASKED = frozenset(map(stem, words("safe effective")))
_WONDERS = words("learn see know test determine check")
_LIMITS = words("only except unless until solely")
_LIMITED = words("""
    only except unless until solely just limited restricted limit alone else nobody exclusively
""")
_RESTRICTS = words("only except unless until without solely just")


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a clause may rest on.

    `stated` are the ideas of the quotes, `themes` the topics that the quotes and the rest of the
    claim have in common. `strict` tells that notes must be borne as statements are, `notes` that
    the claim is borne well enough to hold one that is not, `asks` that it speaks of finding out
    whether something is so, `doubts` that the quotes leave open what comes of it.
    """

    stated: Ideas
    themes: Ideas
    strict: bool
    notes: bool
    asks: bool
    doubts: bool


def unborne_clauses(
    claim: Reading, quotes: Sequence[Reading], strict: bool = False
) -> Iterator[str]:
    """Yield a message for every clause that says what no quote says; strictly, for notes too."""
    yield from _restrictions(claim, quotes)
    stated = frozenset[str]().union(*(quote.ideas for quote in quotes))
    doubted = [clause for clause in claim.clauses if not _is_stated(clause, stated)]
    if not doubted:
        return
    themes = _themes(word for quote in quotes for word in quote.words)
    notes = _holds_notes(claim, stated)
    asks = _asks(claim)
    doubts = any(clause.doubtful or clause.hedged for quote in quotes for clause in quote.clauses)
    for clause in doubted:
        near = themes
        if len(claim.clauses) > 1:
            others = (other for other in claim.clauses if other is not clause)
            near &= _themes(word for other in others for word in other.words)
        if missing := _missing(clause, _Ground(stated, near, strict, notes, asks, doubts)):
            yield f'no quote bears "{clause.said}" ({", ".join(missing)})'


def _is_stated(clause: Clause, stated: Ideas) -> bool:
    """Tell whether the quotes say every telling word, so that nothing can be missing."""
    return not any(
        word.ideas.isdisjoint(stated) or (word.grave and word.grave.isdisjoint(stated))
        for word in clause.words
        if not word.framing
    )


def _asks(claim: Reading) -> bool:
    """Tell whether the claim speaks of finding out how or whether something is."""
    texts = [token.text for token in claim.tokens]
    return not {"whether", "how"}.isdisjoint(texts) or any(
        second == "if" and first in _WONDERS for first, second in pairwise(texts)
    )


def _restrictions(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for an "only" or "unless" where no quote restricts anything."""
    if (_LIMITS | _RESTRICTS).isdisjoint(token.text for token in claim.tokens):
        return
    stated = {token.text for quote in quotes for token in quote.tokens}
    said = frozenset[str]().union(*(quote.ideas for quote in quotes))
    for at, token in enumerate(claim.tokens if stated.isdisjoint(_LIMITED) else ()):
        if token.text in _LIMITS and _limits(claim, at, said) and not _set_apart(claim, at, quotes):
            yield f'no quote says "{token.text}"'
    for first, second in pairwise(token.text for token in claim.tokens):
        if first in _RESTRICTS and second in CONDITIONS and stated.isdisjoint(_RESTRICTS):
            yield f'no quote says "{first} {second}"'


def _set_apart(claim: Reading, at: int, quotes: Sequence[Reading]) -> bool:
    """Tell whether a quote says of what is limited that something else is not so."""
    after = next((w for c in claim.clauses for w in c.words if w.at > at and not w.framing), None)
    return claim.tokens[at].text == "only" and any(
        not quote.ideas.isdisjoint(after.ideas) and any(c.negations for c in quote.clauses)
        for quote in quotes
        if after
    )


def _limits(claim: Reading, at: int, stated: Ideas) -> bool:
    """Tell whether a word restricts what the quotes say, and is not the "only" of "study-only"."""
    if claim.tokens[at].text != "only":
        return True
    if at and claim.tokens[at - 1].text == "-":
        return False
    after = next((w for c in claim.clauses for w in c.words if w.at > at and not w.framing), None)
    return after is None or not after.ideas.isdisjoint(stated)


def _missing(clause: Clause, ground: _Ground) -> list[str]:
    """Return the words that no quote says, when they are too many or too grave."""
    telling = [
        word
        for word in clause.words
        if not (word.framing or (ground.asks and word.stem in _ASKED))
        and not (ground.doubts and not ground.strict and word.text == "unknown")
    ]
    if grave := [word for word in telling if _is_grave(word, clause, ground)]:
        return [word.text for word in grave]
    absent = [word for word in telling if word.ideas.isdisjoint(ground.stated)]
    if not absent:
        return []
    if ground.strict or (clause.asserts and not _is_condition(clause)):
        borne = _is_borne(telling, ground) and _is_borne(_core(clause), ground)
    else:
        named = [word for word in absent if word.negated != DIRECT]
        themes = ground.themes if clause.denied else ground.themes - CHOICES
        fits = (ground.notes or len(absent) < len(telling)) and _fits(named, themes)
        joined = clause.said.startswith("with ") and clause.words[0].at > 1
        apt = clause.denied or not joined or len(absent) < len(telling)
        harmless = any(w.negated == DIRECT and "health" in topics(w.stem) for w in absent)
        borne = not harmless and (not named or (fits and apt))
    return [] if borne else [word.text for word in absent]


def _is_grave(word: Word, clause: Clause, ground: _Ground) -> bool:
    """Tell whether a word needs to be borne by itself, and is not."""
    if not word.grave or not word.grave.isdisjoint(ground.stated) or word.negated == DIRECT:
        return False
    return clause.asserts or word.stem not in _MILD


def _is_condition(clause: Clause) -> bool:
    return any(word.mood == "if" for word in clause.words) and not clause.said.startswith("only")


def _is_borne(said: Sequence[Word], ground: _Ground) -> bool:
    """Tell whether more words are borne than are unknown.

    A word of a topic of the quotes, or an everyday verb, is neither; alone such words do, when
    nothing is at stake.
    """
    absent = [word for word in said if word.ideas.isdisjoint(ground.stated)]
    near = [word for word in absent if word.everyday or ground.themes & topics(word.stem)]
    unknown = len(absent) - len(near)
    at_stake = any(not STAKES.isdisjoint(topics(word.stem)) for word in near)
    return len(said) - len(absent) > unknown or not (unknown or at_stake)


def _fits(absent: Sequence[Word], themes: Ideas) -> bool:
    """Tell whether the unborne words of a note are in place: more of them fit than do not."""
    told = [topics(word.stem) for word in absent]
    fit = sum(not themes.isdisjoint(topic) for topic in told)
    misfit = sum(themes.isdisjoint(topic) and not topic.isdisjoint(STAKES) for topic in told)
    return fit >= misfit


def _core(clause: Clause) -> list[Word]:
    """Return the telling words up to the verb: "lunch will be provided" in a longer clause."""
    last = max((at for at, word in enumerate(clause.words) if word.head), default=-1)
    return [word for word in clause.words[: last + 1] if not word.framing]


def _holds_notes(claim: Reading, stated: Ideas) -> bool:
    telling = [word for word in claim.words if not word.framing]
    borne = sum(not word.ideas.isdisjoint(stated) for word in telling)
    return borne >= max(_FEWEST, _LEAST * len(telling))


def _themes(told: Iterable[Word]) -> Ideas:
    return frozenset(topic for word in told for topic in topics(word.stem))
