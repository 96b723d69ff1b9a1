"""Whether negations, modal words and words of frequency are those of the quotes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from conspectus.domain.claim_reading import Clause, Frequency, Item, Reading, Word

# mood of a claim -> moods of a quote that bear it out ("" is a quote without any)
_BORNE_BY = {
    "may": {"may", "", "present", "if"},
    "will": {"will", "present", "", "must"},
    "must": {"must", "", "present"},
    "should": {"should", ""},
    "present": {"present", "", "will", "must", "if"},
    "maybenot": {"maybenot"},
}

Aligned = Sequence[tuple[Clause, float]]


def unborne_moods(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every negation, modal or frequency lost or gained."""
    yield from _gaps(claim, quotes)
    for clause in claim.clauses:
        aligned = align(clause, quotes)
        yield from _negations(clause, aligned)
        yield from _modals(clause, aligned)
        yield from _frequencies(clause, quotes)


def align(clause: Clause, quotes: Sequence[Reading]) -> Aligned:
    """Every clause of the quotes with the weight of what it shares with this clause."""
    aligned = []
    for quote in quotes:
        whole = _shared(clause, quote.ideas)
        for other in quote.clauses:
            aligned.append((other, _shared(clause, other.ideas) + whole / 4))
    return aligned


def _shared(clause: Clause, stated: frozenset[str]) -> float:
    return sum(
        (0.3 if word.framing else 1.0)
        for word in clause.words
        if not word.ideas.isdisjoint(stated)
    )


def _occurrences(word: Word, aligned: Aligned) -> list[tuple[Clause, Word]]:
    """Where the quotes say this word, in the clauses most like the claim's."""
    exact: list[tuple[float, Clause, Word]] = []
    alike: list[tuple[float, Clause, Word]] = []
    for clause, weight in aligned:
        if word.ideas.isdisjoint(clause.ideas):
            continue
        for other in clause.words:
            if other.text == word.text or word_stem(other) == word_stem(word):
                exact.append((weight, clause, other))
            elif not word.ideas.isdisjoint(other.ideas):
                alike.append((weight, clause, other))
    found = exact or alike
    best = max((weight for weight, _, _ in found), default=0.0)
    return [(clause, other) for weight, clause, other in found if weight >= 0.8 * best]


def word_stem(word: Word) -> str:
    """The stem among the ideas of a word: the one that is no line number."""
    return next(idea for idea in word.ideas if not idea.isdigit())


def _negations(clause: Clause, aligned: Aligned) -> Iterator[str]:
    denied = [word for word in clause.words if word.negated == 2]
    if denied:
        seen = [_occurrences(word, aligned) for word in denied]
        if not any(other.negated for others in seen for _, other in others):
            yield f'"not {denied[-1].text}" is not what the evidence says'
    for word in clause.words:
        if word.negated or (word.framing and not word.head):
            continue
        others = _occurrences(word, aligned)
        if others and all(other.negated == 2 for _, other in others):
            yield f'the evidence says "not" of "{word.text}"'


def _modals(clause: Clause, aligned: Aligned) -> Iterator[str]:
    heads = [word for word in clause.words if word.head and word.mood in _BORNE_BY]
    heads.sort(key=lambda head: (head.light, head.framing))
    for word in heads:
        if others := _occurrences(word, aligned):
            if not any(_allows(where, other, word) for where, other in others):
                yield f'"{word.mood} {word.text}" is "{others[0][1].mood}" in the evidence'
            return
    if heads and aligned:
        best = max(aligned, key=lambda pair: pair[1])[0]
        others = [(best, other) for other in best.words if other.head]
        if others and not any(_allows(where, other, heads[0]) for where, other in others):
            yield f'"{heads[0].mood} {heads[0].text}" is "{others[0][1].mood}" in the evidence'


def _allows(where: Clause, other: Word, word: Word) -> bool:
    """Tell whether the mood of a word of a quote bears out that of the claim."""
    if other.mood not in _BORNE_BY[word.mood]:
        return False
    if word.mood == "may" and other.mood in ("", "present"):
        return where.hedged
    if word.mood == "must" and other.mood in ("", "present"):
        return where.binding or word.negated == 2
    return True


def _gaps(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Two words that follow each other in claim and quote must have the same between them."""
    for first, second in pairwise(claim.items):
        if first.said == second.said == "|":
            continue
        between = [
            stated.items[at].before
            for quote in quotes
            for stated, at in _following(first, second, quote)
        ]
        if between and not any(_same(second.before, stated) for stated in between):
            said = " ".join([first.said, *second.before, second.said]).replace("|", "").strip()
            written = " ".join([first.said, *between[0], second.said]).replace("|", "").strip()
            yield f'"{said}" is "{written}" in the evidence'


def _following(first: Item, second: Item, quote: Reading) -> Iterator[tuple[Reading, int]]:
    places = {at for idea in second.ideas for at in quote.places.get(idea, ())}
    for at in places:
        if at and not first.ideas.isdisjoint(quote.items[at - 1].ideas):
            yield quote, at


def _same(claimed: tuple[str, ...], stated: tuple[str, ...]) -> bool:
    """The same negations and modals, where "will" says no more than plain speech."""
    if claimed.count("not") != stated.count("not"):
        return False
    moods = set(claimed) - {"will", "not"}
    return moods == set(stated) - {"will", "not"} or (not moods and "must" in stated)


def _frequencies(clause: Clause, quotes: Sequence[Reading]) -> Iterator[str]:
    for claimed in clause.frequencies:
        if not any(
            _bears(stated, other, claimed, clause)
            for quote in quotes
            for other in quote.clauses
            for stated in other.frequencies
        ):
            yield f'"{claimed.said}" is not what the evidence says'


def _bears(stated: Frequency, other: Clause, claimed: Frequency, clause: Clause) -> bool:
    if stated.family != claimed.family or stated.degree != claimed.degree:
        return False
    if not claimed.on or not stated.on or not claimed.on.isdisjoint(stated.on):
        return True
    return any(
        not word.framing and not word.ideas.isdisjoint(other.ideas) for word in clause.words
    )
