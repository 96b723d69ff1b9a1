"""Reading a claim or a quote into clauses, quantities and items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from conspectus.domain.claims.frequencies import frequency_at
from conspectus.domain.claims.grammar import (
    APART,
    BREAKS,
    MOODS,
    NEGATORS,
    NOBODY,
    OCCUR,
    PRESENT,
    RESTRICTIONS,
    SOFTENERS,
    STOPS,
    inverts,
    is_binding,
    is_denying,
    is_hedged,
    mood_at,
)
from conspectus.domain.claims.opposites import opposites
from conspectus.domain.claims.parts import DIRECT, Clause, Frequency, Item, Reading, Word
from conspectus.domain.claims.predicates import asserts
from conspectus.domain.claims.scope import Scope
from conspectus.domain.text.lexicon import EVERYDAY, FRAMING, GRAMMAR, LIGHT, words
from conspectus.domain.text.numbers import Quantity, quantities
from conspectus.domain.text.words import Token, grave, ideas, stem, tokens

_FRAMING, _LIGHT, _EVERYDAY = (frozenset(map(stem, words)) for words in (FRAMING, LIGHT, EVERYDAY))
_BLANK = re.compile(
    r"_{3,}|\.{5,}|\[[^\[\]]*[a-z]{3}[^\[\]]*\]|<[^<>]*[a-z]{3}[^<>]*>|\bX{3,}\b", re.IGNORECASE
)
"""A place left to fill in: "____", "[telephone number]". It bears out that it is blank."""
_BLANKS = ("___", ".....", "[", "<", "xxx")
_EDGE = frozenset({"|"})
_CARRIERS = words("you your we our they it he she i")
_OPERATORS = NEGATORS | {*RESTRICTIONS, *MOODS, "voluntary"}


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """Read a text. Readings are cached, for the same quotes are read again and again."""
    found = tokens(text)
    measured = quantities(found)
    clauses = tuple(_clauses(found, measured))
    items = tuple(_items(found))
    told = frozenset[str]().union(*(clause.ideas for clause in clauses))
    lowered = text.lower()
    if any(mark in lowered for mark in _BLANKS) and _BLANK.search(text):
        told |= ideas("blank")
    return Reading(
        tuple(found),
        tuple(measured),
        clauses,
        told,
        items,
        _places(items),
        tuple(opposites(found)),
        any(token.text in RESTRICTIONS for token in found),
    )


def _clauses(found: Sequence[Token], measured: Sequence[Quantity]) -> Iterator[Clause]:
    consumed = {at for quantity in measured for at in range(quantity.start, quantity.end)}
    texts = [token.text for token in found]
    stems = frozenset(map(stem, texts))
    hedged, binding, denying = is_hedged(found, stems), is_binding(stems), is_denying(texts, stems)
    soft = not SOFTENERS.isdisjoint(texts)
    scope = Scope(found)
    words: list[Word] = []
    frequencies: list[Frequency] = []
    start, since = 0, 0
    for at, token in enumerate([*found, Token(".", "mark")]):
        if token.text in BREAKS:
            if words or frequencies:
                yield _clause(
                    words,
                    frequencies,
                    texts[start:at],
                    hedged,
                    binding,
                    asserts(found, start, at),
                    denying,
                    frozenset(i for i in range(start, at) if texts[i] in APART),
                    not NEGATORS.isdisjoint(texts[since:at]),
                    soft and _is_doubtful(found, since, at),
                )
            since = at if token.text in STOPS else since
            words, frequencies, start = [], [], at + 1
        if at == len(found):
            return
        scope.enter(at)
        if at in consumed or token.kind != "word":
            continue
        if frequency := frequency_at(found, at):
            frequencies.append(frequency)
        if token.text not in GRAMMAR and token.text not in NEGATORS:
            words = _extended(words, _word(token.text, scope, at))
            scope.leave(words[-1])


def _is_doubtful(found: Sequence[Token], since: int, at: int) -> bool:
    """Tell whether the sentence around a token speaks of some, a possibility or a hope."""
    rest = takewhile(lambda token: token.text not in STOPS, found[at:])
    return any(token.text in SOFTENERS for token in (*found[since:at], *rest))


def _word(text: str, scope: Scope, at: int) -> Word:
    base = stem(text)
    return Word(
        text, base, ideas(text), scope.negated, scope.negator, scope.mood, scope.head,
        base in _FRAMING, base in _LIGHT, base in _EVERYDAY, grave(text), at,
    )  # fmt: skip


def _extended(words: Sequence[Word], verb: Word) -> list[Word]:
    """Add a word; the subject of a verb that says no more than "is so" shares its mood."""
    if verb.head and verb.mood != "present" and (verb.light or verb.text in OCCUR):
        denied = verb.negated if verb.text in OCCUR else 0
        words = [
            word if word.mood else word._replace(mood=verb.mood, negated=max(word.negated, denied))
            for word in words
        ]
    return [*words, verb]


def _clause(
    words: Sequence[Word],
    frequencies: Sequence[Frequency],
    texts: Sequence[str],
    hedged: bool,
    binding: bool,
    stated: bool,
    denying: bool,
    without: frozenset[int],
    denied: bool,
    doubtful: bool,
) -> Clause:
    landed = any(word.negated == DIRECT for word in words)
    negations = sum(text in NEGATORS for text in texts)
    bare = not landed and not NEGATORS.isdisjoint(texts[:-1])
    told = frozenset[str]().union(*(word.ideas for word in words))
    return Clause(
        tuple(words),
        tuple(frequencies),
        " ".join(texts),
        told,
        hedged,
        binding,
        negations,
        bare,
        stated,
        denying,
        without,
        denied,
        doubtful,
    )


def _items(found: Sequence[Token]) -> Iterator[Item]:
    """Yield the words in order, and an edge where a sentence ends, with what stands between."""
    before: list[str] = []
    nobody = False
    yield Item("|", _EDGE, ())
    for at, token in enumerate(found):
        if nobody and _is_verb(found, at):
            before.append("not")
            nobody = False
        nobody = nobody or token.text in NOBODY
        if token.text in _OPERATORS and (operator := _operator(found, at, nobody)):
            before.append(operator)
        elif token.text in STOPS or _is_item(token):
            text = "|" if token.text in STOPS else token.text
            yield Item(text, ideas(text), tuple(sorted(before)))
            before = []
    yield Item("|", _EDGE, tuple(sorted(before)))


def _operator(found: Sequence[Token], at: int, nobody: bool) -> str:
    text = found[at].text
    if text in NEGATORS:
        return "" if text in NOBODY or (nobody and text == "nor") else "not"
    if inverts(found, at):
        return "if"
    return text if text == "voluntary" else RESTRICTIONS.get(text) or mood_at(found, at)


def _is_verb(found: Sequence[Token], at: int) -> bool:
    """Tell whether a subject such as "nobody" has come to its verb."""
    text = found[at].text
    return (
        text in MOODS or text in PRESENT or (found[at - 1].text in NOBODY and text not in GRAMMAR)
    )


def _is_item(token: Token) -> bool:
    if token.kind == "mark" or token.text in NEGATORS:
        return False
    return token.kind != "word" or token.text not in GRAMMAR or token.text in _CARRIERS


def _places(items: Sequence[Item]) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    for at, item in enumerate(items):
        for idea in item.ideas:
            places[idea] = (*places.get(idea, ()), at)
    return places
