"""Under which condition the quotes say something: a claim may not say it without."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from conspectus.domain.claims.grammar import NEGATORS
from conspectus.domain.claims.parts import Reading, Word
from conspectus.domain.claims.predicates import asserts, verb_at
from conspectus.domain.claims.statements import sentences
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Ideas, Token

_CONDITIONS = words("if unless except")
_OPENINGS = _CONDITIONS | {"only"}
_WONDERS = words("learn see know test determine check whether decide") | {":"}
"""What an "if" follows that is a question, or begins an example."""
_ONLY = words("if after when with for")
_SPECIES = words("animal animals mice mouse rats rat monkeys dogs rabbits")
_ENDS = frozenset(",;.!?|()")
_QUALIFIED = words(
    """
    if unless except only when whenever once after until without who whose should where while but
    depending provided besides apart
    """
)
"""Words by which a claim may tell a condition in its own way."""
_SPOKEN = words("that say says saying statement statements claim claims think believe idea")
_ASKING = words(
    """
    whether if how find learn test tests see look looks know study studies compare compares ask
    research question decide may might could can unknown what hope
    """
)
"""Words by which a claim may tell that something is asked, and not known."""
_OUTSIDE, _ANYONE = words("outside without"), words("anyone anybody people person those others")
"""The reading of "anyone outside the study" is "anyone without participation"."""
_EFFORT = words("best effort efforts try tries attempt attempts")
_REMOVED = words("removed stripped deleted erased masked")
_NAMING = words("name names identifier identifiers initials")
_UNTRUE = words("untrue false wrong incorrect mistaken misleading myth")
_DENIES = _UNTRUE | words("whether doubt")
_KINDS = _OPENINGS | _SPECIES | _OUTSIDE | _EFFORT | _REMOVED | _UNTRUE | {"whether", "true"}
"""The words that may bring in a condition."""


class _Sentence(NamedTuple):
    """The words of a sentence and their ideas, with those that stand only in its conditions.

    `asked` are those only behind a "whether". `kinds` are the words that bring conditions in;
    `denies` tells that it denies something, beside the "not" of "not true", and `states` that it
    has a verb.
    """

    words: tuple[Word, ...]
    ideas: Ideas
    condition: Ideas
    asked: Ideas
    kinds: tuple[str, ...]
    denies: bool
    states: bool


def lost_conditions(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message where the claim leaves out what the sentence that bears it depends on.

    A note without a verb may, and so may a claim that tells the condition in other words.
    """
    if all(_KINDS.isdisjoint(token.text for token in quote.tokens) for quote in quotes):
        return
    stated = [sentence for quote in quotes for sentence in _sentences(quote)]
    if not any(sentence.kinds for sentence in stated):
        return
    texts = {token.text for token in claim.tokens}
    for said in _sentences(claim):
        telling = [word for word in said.words if not word.framing] or said.words
        if not telling or not said.states:
            continue
        shares = [sum(not w.ideas.isdisjoint(s.ideas) for w in telling) for s in stated]
        best = [s for s, share in zip(stated, shares, strict=True) if share == max(shares) > 0]
        lost = [_lost(said.ideas, telling, texts, sentence) for sentence in best]
        if lost and all(lost):
            yield f'the evidence says so with "{lost[0]}"'


def _lost(said: Ideas, telling: Sequence[Word], texts: set[str], sentence: _Sentence) -> str:
    """Return what a sentence depends on and the claim leaves out, or nothing."""
    told = not texts.isdisjoint(_QUALIFIED) or not said.isdisjoint(sentence.condition)
    denies = not texts.isdisjoint(NEGATORS)
    asked = sum(not word.ideas.isdisjoint(sentence.asked) for word in telling)
    kept = {
        "whether": 2 * asked <= len(telling) or not texts.isdisjoint(_ASKING),
        "effort": denies or not texts.isdisjoint(_EFFORT),
        "outside": not texts.isdisjoint(_OUTSIDE) or told,
        "removed": denies or texts.isdisjoint(_NAMING) or not texts.isdisjoint(_REMOVED),
        "not true": not texts.isdisjoint(_DENIES) or denies != sentence.denies,
        "in animals": not texts.isdisjoint(_SPECIES),
    }
    return next((kind for kind in sentence.kinds if not kept.get(kind, told)), "")


@lru_cache(maxsize=512)
def _sentences(text: Reading) -> tuple[_Sentence, ...]:
    return tuple(_sentence(text, start, end) for start, end in sentences(text.tokens))


def _sentence(text: Reading, start: int, end: int) -> _Sentence:
    found = text.tokens[start:end]
    kinds = {
        at: kind
        for at, token in enumerate(found)
        if token.text in _KINDS and (kind := _kind(found, at))
    }
    under = {
        start + at
        for first in kinds
        if found[first].text in _OPENINGS
        for at in range(first, _end(found, first))
    }
    inside = [word for word in text.words if start <= word.at < end]
    wonders = next((start + at for at in kinds if kinds[at] == "whether"), end)
    before = _ideas(word for word in inside if word.at < wonders)
    asked = _ideas(word for word in inside if word.at > wonders) - before
    main = _ideas(word for word in inside if word.at not in under)
    condition = _ideas(word for word in inside if word.at in under) - main
    states = asserts(text.tokens, start, end)
    told = tuple(dict.fromkeys(kinds.values()))
    denials = sum(token.text in NEGATORS for token in found)
    outer = any(token.text == "true" for token in found)
    return _Sentence(tuple(inside), _ideas(inside), condition, asked, told, denials > outer, states)


def _ideas(told: Iterable[Word]) -> Ideas:
    return frozenset[str]().union(*(word.ideas for word in told))


def _end(found: Sequence[Token], first: int) -> int:
    """Return where a condition ends; what is excepted ends before the verb."""
    last = len(found)
    end = next((at for at in range(first, last) if found[at].text in _ENDS), last)
    return verb_at(found, first, end) if found[first].text == "except" else end


def _kind(found: Sequence[Token], at: int) -> str:
    """Return what the word at a token makes the sentence depend on, or nothing."""
    said = found[at].text
    if said in _CONDITIONS:
        return "" if _asks(found, at) else said
    if said == "only" and at + 1 < len(found) and found[at + 1].text in _ONLY:
        return "only"
    if said in _SPECIES:
        return "in animals"
    if said == "whether":
        return said
    if said in _OUTSIDE and at and found[at - 1].text in _ANYONE:
        return "outside"
    if said in _EFFORT:
        return "effort"
    if said in _REMOVED and any(token.text in _NAMING for token in found):
        return "removed"
    denied = said == "true" and any(t.text == "not" for t in found[max(0, at - 2) : at])
    untrue = denied or said in _UNTRUE
    return "not true" if untrue and any(token.text in _SPOKEN for token in found) else ""


def _asks(found: Sequence[Token], at: int) -> bool:
    """Tell whether an "if" is that of a question, or of one joined to it."""
    asked = (second.text == "if" and first.text in _WONDERS for first, second in pairwise(found))
    return found[at].text == "if" and any(islice(asked, at))
