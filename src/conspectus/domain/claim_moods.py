"""Whether negations, modal words and words of frequency are those of the quotes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from conspectus.domain.lexicon import THINGS
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

_HARMLESS = {"some"}  # of things of which the quote gives no share

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
    if word.head and any(other.head for _, _, other in found):
        found = [hit for hit in found if hit[2].head]
    best = max((weight for weight, _, _ in found), default=0.0)
    return [(clause, other) for weight, clause, other in found if weight >= 0.8 * best]


def word_stem(word: Word) -> str:
    """The stem among the ideas of a word: the one that is no line number."""
    return next(idea for idea in word.ideas if not idea.isdigit())


def _negations(clause: Clause, aligned: Aligned) -> Iterator[str]:
    for negator in dict.fromkeys(word.negator for word in clause.words if word.negated == 2):
        denied = [w for w in clause.words if w.negated == 2 and w.negator == negator]
        seen = [other for word in denied for _, other in _occurrences(word, aligned)]
        if not any(other.negated == 2 for other in seen):
            yield f'"not {denied[-1].text}" is not what the evidence says'
    for word in clause.words:
        if word.negated or (word.framing and not word.head):
            continue
        others = _occurrences(word, aligned)
        if others and all(other.negated == 2 for _, other in others):
            yield f'the evidence says "not" of "{word.text}"'


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
        if near or claimed.degree not in _HARMLESS:
            yield f'"{claimed.said}" is not what the evidence says'


def _is_of(stated: Frequency, other: Clause, claimed: Frequency, clause: Clause) -> bool:
    """Tell whether two words of frequency fall on the same thing."""
    if not claimed.on or not stated.on or not claimed.on.isdisjoint(stated.on):
        return True
    return any(
        not word.framing and not word.ideas.isdisjoint(other.ideas) for word in clause.words
    )
