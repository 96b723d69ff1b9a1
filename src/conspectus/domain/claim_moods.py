"""Whether negations, modal words and words of frequency are those of the quotes."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_reading import (
    CARRIED,
    DIRECT,
    Clause,
    Frequency,
    Item,
    Reading,
    Word,
)
from conspectus.domain.claim_words import Ideas
from conspectus.domain.lexicon import THINGS

# mood of a claim -> moods of a quote that bear it out ("" is a quote without any)
_BORNE_BY = {
    "may": {"may", "", "present", "if"},
    "will": {"will", "present", "", "must"},
    "must": {"must", "", "present", "will"},
    "should": {"should", ""},
    "present": {"present", "", "will", "must", "if"},
    "maybenot": {"maybenot"},
}

_HARMLESS = {"some", "each"}  # of things of which the quote gives no share

Aligned = Sequence[tuple[Clause, float]]


def unborne_moods(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every negation, modal or frequency lost or gained."""
    yield from _gaps(claim, quotes)
    for clause in claim.clauses:
        aligned = align(clause, quotes)
        yield from _negations(clause, aligned, claim.ideas)
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
    if word.head and any(other.head for _, _, other in found):
        found = [hit for hit in found if hit[2].head]
    best = max((weight for weight, _, _ in found), default=0.0)
    return [(clause, other) for weight, clause, other in found if weight >= 0.8 * best]


def word_stem(word: Word) -> str:
    """The stem among the ideas of a word: the one that is no line number."""
    return next(idea for idea in word.ideas if idea[0] != "#")


def _negations(clause: Clause, aligned: Aligned, said: Ideas) -> Iterator[str]:
    if clause.bare and not _denied([], aligned, said):
        yield f'"{clause.said}" is not what the evidence says'
    negators = dict.fromkeys(word.negator for word in clause.words if word.negated == DIRECT)
    for negator in negators:
        denied = [w for w in clause.words if w.negated == DIRECT and w.negator == negator]
        if not _denied(denied, aligned, said):
            yield f'"not {denied[-1].text}" is not what the evidence says'
    for word in clause.words:
        if word.negated or (word.framing and not word.head):
            continue
        others = _occurrences(word, aligned)
        if others and all(other.negated >= CARRIED for _, other in others):
            yield f'the evidence says "not" of "{word.text}"'


def _denied(words: Sequence[Word], aligned: Aligned, said: Ideas) -> bool:
    """Tell whether the evidence denies one of these words, or else its nearest clause denies."""
    seen = [hit for word in words for hit in _occurrences(word, aligned)]
    if any(other.negated >= CARRIED for _, other in seen):
        return True
    where = [clause for clause, _ in seen]
    if not seen and aligned:
        where = [max(aligned, key=lambda pair: pair[1])[0]]
    if not seen:
        return any(
            clause.bare or any(other.negated == DIRECT for other in clause.words)
            for clause in where
        )
    last = max(other.at for _, other in seen)
    return any(
        other.negated == DIRECT and other.at > last and other.ideas.isdisjoint(said)
        for clause in where
        for other in clause.words
    )


def _modals(clause: Clause, aligned: Aligned) -> Iterator[str]:
    for mood in dict.fromkeys(word.mood for word in clause.words if word.head):
        heads = [word for word in clause.words if word.head and word.mood == mood]
        if mood in _BORNE_BY and (refuted := _refuted(mood, heads, aligned)):
            yield refuted


def _refuted(mood: str, heads: Sequence[Word], aligned: Aligned) -> str | None:
    """What the evidence says of the first of the words that it knows, when it says otherwise."""
    others: list[tuple[Clause, Word]] = []
    for word in sorted(heads, key=lambda head: (head.light, head.framing)):
        others = [] if word.text in THINGS else _occurrences(word, aligned)
        if others:
            break
    else:
        word = heads[0]
        if aligned:
            best = max(aligned, key=lambda pair: pair[1])[0]
            others = [(best, other) for other in best.words if other.head]
    if not others or any(_allows(where, other, word) for where, other in others):
        return None
    return f'"{mood} {word.text}" is "{others[0][1].mood}" in the evidence'


def _allows(where: Clause, other: Word, word: Word) -> bool:
    """Tell whether the mood of a word of a quote bears out that of the claim."""
    if other.mood not in _BORNE_BY[word.mood]:
        return False
    if word.mood == "may" and other.mood in ("", "present"):
        return where.hedged
    if word.mood == "must" and other.mood != "must":
        return where.binding or word.negated == DIRECT
    return True


def _gaps(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Two words that follow each other in claim and quote must have the same between them."""
    free = "voluntary" in claim.ideas, any("voluntary" in quote.ideas for quote in quotes)
    for at in range(1, len(claim.items)):
        first, second = claim.items[at - 1 : at + 1]
        if first.said == second.said == "|":
            continue
        places = [place for quote in quotes for place in _following(claim.items, at, quote)]
        most = max((likeness for likeness, _ in places), default=0)
        between = [stated for likeness, stated in places if likeness == most]
        if between and not any(_same(second.before, stated, *free) for stated in between):
            said = " ".join([first.said, *second.before, second.said]).replace("|", "").strip()
            written = " ".join([first.said, *between[0], second.said]).replace("|", "").strip()
            yield f'"{said}" is "{written}" in the evidence'


def _following(
    items: Sequence[Item], at: int, quote: Reading
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """How alike the surroundings are, and what stands between, where the quote says the pair."""
    before, first, second = items[at - 2 if at > 1 else 0], items[at - 1], items[at]
    after = items[at + 1 if at + 1 < len(items) else at]
    stated = quote.items
    for place in {place for idea in second.ideas for place in quote.places.get(idea, ())}:
        if place and not first.ideas.isdisjoint(stated[place - 1].ideas):
            likeness = (place > 1 and not before.ideas.isdisjoint(stated[place - 2].ideas)) + (
                place + 1 < len(stated) and not after.ideas.isdisjoint(stated[place + 1].ideas)
            )
            yield likeness, stated[place].before


def _same(
    claimed: tuple[str, ...], stated: tuple[str, ...], claims_free: bool, states_free: bool
) -> bool:
    """The same negations and modals, where "will" says no more than plain speech.

    What is voluntary may be said so at another place.
    """
    if claimed.count("not") != stated.count("not"):
        return False
    if "voluntary" in claimed and not states_free:
        return False
    if "voluntary" in stated and ("must" in claimed or not claims_free):
        return False
    moods = set(claimed) - {"will", "not", "voluntary"}
    return moods == set(stated) - {"will", "not", "voluntary"} or (not moods and "must" in stated)


def _frequencies(clause: Clause, quotes: Sequence[Reading]) -> Iterator[str]:
    stated = [
        (frequency, other)
        for quote in quotes
        for other in quote.clauses
        for frequency in other.frequencies
    ]
    for claimed in clause.frequencies:
        near = [
            frequency
            for frequency, other in stated
            if frequency.family == claimed.family and _is_of(frequency, other, claimed, clause)
        ]
        if any(frequency.degree == claimed.degree for frequency in near):
            continue
        if near or not (claimed.degree in _HARMLESS or claimed.said in _HARMLESS):
            yield f'"{claimed.said}" is not what the evidence says'


def _is_of(stated: Frequency, other: Clause, claimed: Frequency, clause: Clause) -> bool:
    """Tell whether two words of frequency fall on the same thing."""
    if not claimed.on or not stated.on or not claimed.on.isdisjoint(stated.on):
        return True
    return any(
        not word.framing and not word.ideas.isdisjoint(other.ideas) for word in clause.words
    )
