"""What a claim or a quote says: its clauses, and what each word of them is subject to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from conspectus.domain.claim_words import Ideas, Token, grave, ideas, stem, tokens
from conspectus.domain.lexicon import EVERYDAY, FRAMING, GRAMMAR, LIGHT
from conspectus.domain.numbers import Quantity, quantities

_STOPS = frozenset(".;:()!?\"|[]")
_TURNS = frozenset(
    "but however although though because which who whom that whose unless so while whereas".split()
)
_JOINS = frozenset("and or nor plus then".split())
_CONDITIONS = frozenset("if when once whenever after until unless".split())
_DOUBTS = frozenset(
    """whether possible possibly perhaps maybe potential potentially chance unknown risk risks
    hope hoped""".split()
)
_NOBODY = frozenset("nobody neither none".split())
NEGATORS = frozenset("not no never without none nor nothing non nobody neither".split())
_PRONOUNS = frozenset("you we they it he she i".split())
_PRESENT = frozenset("is are was were am does do did has have had".split())
_NOT = Token("not", "word")
MOODS = {
    "may": "may", "might": "may", "could": "may", "can": "may",
    "will": "will", "shall": "will", "must": "must", "should": "should", "ought": "should",
    "maybenot": "maybenot",
}  # fmt: skip
_HEDGES = frozenset(
    map(
        stem,
        """may might could can possible potential perhaps chance risk sideeffect common often rare
        uncommon sometimes likely unlikely unknown some voluntary right option upto eligible invite can whether report
        reported include""".split(),
    )
)
_BINDING = frozenset(map(stem, "must required requires necessary mandatory essential responsible".split()))
_OCCUR = frozenset(
    """occur occurs occurred happen happens happened arise arises exist necessary needed required
    available develop appear result reported offered""".split()
)
_LIKELIHOOD = {
    "never": "never", "rare": "rare", "rarely": "rare", "seldom": "rare", "hardly": "rare",
    "uncommon": "uncommon", "infrequent": "uncommon", "infrequently": "uncommon",
    "occasional": "uncommon", "occasionally": "uncommon", "sometimes": "sometimes",
    "unlikely": "unlikely", "likely": "likely", "probably": "likely", "probable": "likely",
    "common": "common", "commonly": "common", "often": "common", "frequent": "common",
    "frequently": "common", "usually": "usually", "always": "always", "certainly": "always",
    "definitely": "always",
}  # fmt: skip
_SHARES = {
    "all": "all", "every": "all", "everyone": "all", "everybody": "all", "entire": "all",
    "both": "all", "each": "all", "some": "some", "several": "some", "certain": "some", "few": "some",
    "most": "most", "majority": "most", "many": "many", "half": "half",
}  # fmt: skip


_EVERYDAY, _FRAMING, _LIGHT = (
    frozenset(map(stem, words)) for words in (EVERYDAY, FRAMING, LIGHT)
)


DIRECT, CARRIED, REACHED = 3, 2, 1


class Word(NamedTuple):
    """A word of content and what it is subject to.

    `negated`: DIRECT when a negation falls on it, CARRIED when on the word that it depends on
    ("no program to pay"), REACHED when it stands further off in the same clause, else 0.
    `mood`: the modal in force; `head` when the modal falls on it directly.
    """

    text: str
    ideas: Ideas
    negated: int
    mood: str
    head: bool
    everyday: bool
    framing: bool
    light: bool
    grave: Ideas
    at: int
    negator: int


class Frequency(NamedTuple):
    """A word of likelihood ("rare") or share ("all"), and the ideas of the word it falls on."""

    family: str
    degree: str
    said: str
    on: Ideas


class Item(NamedTuple):
    """A word or number and the operators (negations, modals) between it and the one before."""

    said: str
    ideas: Ideas
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words between punctuation marks and conjunctions.

    `hedged` and `binding` tell whether the text around speaks of chances or of duties; `bare`
    that a negation falls on no word of content.
    """

    words: tuple[Word, ...]
    frequencies: tuple[Frequency, ...]
    said: str
    ideas: Ideas
    hedged: bool
    binding: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read."""

    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    clauses: tuple[Clause, ...]
    ideas: Ideas
    items: tuple[Item, ...]
    places: Mapping[str, tuple[int, ...]]

    @property
    def words(self) -> Iterator[Word]:
        """All words of content."""
        return (word for clause in self.clauses for word in clause.words)


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Read a text. Readings are cached, for the same quotes are read again and again."""
    found = tokens(text)
    measured = quantities(found)
    clauses = tuple(_clauses(found, measured))
    items = tuple(_items(found))
    return Reading(
        tuple(found),
        tuple(measured),
        clauses,
        frozenset().union(*(clause.ideas for clause in clauses)),
        items,
        _places(items),
    )


_EDGE = frozenset({"|"})
_CARRIERS = frozenset("you your we our they it he she i nobody only".split())


def _items(found: Sequence[Token]) -> Iterator[Item]:
    """The words in their order, an edge where a sentence ends, with what stands between them."""
    before: list[str] = []
    nobody = False
    yield Item("|", _EDGE, ())
    for at, (text, kind) in enumerate(found):
        verb = found[at - 1].text in _NOBODY and text not in GRAMMAR
        if nobody and (text in MOODS or text in _PRESENT or verb):
            before.append("not")
            nobody = False
        if text in _NOBODY:
            nobody = True
        elif text in NEGATORS:
            if not (nobody and text == "nor"):
                before.append("not")
        elif text == "voluntary":
            before.append(text)
        elif text == "can" and found[at + 1 : at + 2] == [_NOT]:
            continue
        elif text in MOODS and not _is_month(found, at) and not _inverts(found, at):
            before.append(MOODS[text])
        elif kind == "mark":
            if text in _STOPS:
                yield Item("|", _EDGE, tuple(sorted(before)))
                before = []
        elif kind != "word" or text not in GRAMMAR or text in _CARRIERS:
            yield Item(text, ideas(text), tuple(sorted(before)))
            before = []
    yield Item("|", _EDGE, tuple(sorted(before)))


def _places(items: Sequence[Item]) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for idea in item.ideas:
            places[idea].append(at)
    return {idea: tuple(found) for idea, found in places.items()}


class _State:
    """What is in force at a place of the text."""

    def __init__(self) -> None:
        self.stop()

    def stop(self) -> None:
        self.negated, self.negator = 0, -1
        self.nobody = False
        self.carries = False
        self.mood, self.head = "", False
        self.doubt = False

    def turn(self) -> None:
        self.negated = 0
        self.mood, self.head = ("may" if self.doubt else ""), False


def _clauses(found: Sequence[Token], measured: Sequence[Quantity]) -> Iterator[Clause]:
    consumed = {at for quantity in measured for at in range(quantity.start, quantity.end)}
    stems = {stem(token.text) for token in found}
    hedged = any(
        stem(token.text) in _HEDGES and not (token.text in _DOUBTS and _is_share(found, at))
        for at, token in enumerate(found)
    )
    binding = not stems.isdisjoint(_BINDING)
    state = _State()
    words: list[Word] = []
    frequencies: list[Frequency] = []
    start = 0
    for at, token in enumerate(found):
        text = token.text
        ends = text in _STOPS or text == "," or text in _TURNS or text in _JOINS
        ends = ends or text in _CONDITIONS
        if ends and (words or frequencies):
            yield _clause(words, frequencies, found[start:at], hedged, binding)
            words, frequencies = [], []
        if ends:
            start = at + 1
        _enforce(state, found, at)
        if at in consumed or token.kind not in ("word", "code"):
            continue
        if degree := _frequency(found, at):
            frequencies.append(degree)
        if text in GRAMMAR or text in NEGATORS:
            continue
        words.append(_word(text, state, at))
        if words[-1].head and (words[-1].light or text in _OCCUR):
            words = [_subject(word, words[-1]) for word in words]
        if not words[-1].light:
            state.head = False
            if found[at + 1 : at + 2] and found[at + 1].text in GRAMMAR:
                state.carries = state.negated == DIRECT and found[at + 1].text == "to"
                state.negated = min(state.negated, REACHED)
    if words or frequencies:
        yield _clause(words, frequencies, found[start:], hedged, binding)


def _enforce(state: _State, found: Sequence[Token], at: int) -> None:
    text = found[at].text
    if state.nobody and (text in MOODS or text in _PRESENT):
        state.negated = DIRECT
    if text in _STOPS and not (text == "." and found[at - 1].kind == "number"):
        state.stop()
    elif text in _CONDITIONS or _inverts(found, at):
        state.turn()
        state.mood = "if"
    elif text in _TURNS:
        state.turn()
    elif text == ",":
        state.negated = min(state.negated, REACHED)
        if state.mood == "if":
            state.turn()
    elif text in ("or", "nor") and state.negated:
        state.negated = DIRECT
    elif text in NEGATORS:
        following = found[at + 1].text if at + 1 < len(found) else "."
        if following not in _STOPS and following != ",":
            state.negated, state.negator = DIRECT, at
            state.nobody = text in _NOBODY or (state.nobody and text == "nor")
    elif text == "any" and state.negated:
        state.negated = DIRECT
    elif text == "can" and found[at + 1 : at + 2] == [_NOT]:
        state.mood, state.head = "present", True
    elif text in MOODS and not _is_month(found, at):
        mood = MOODS[text]
        joined = state.head and found[at - 1].text in MOODS
        state.mood = "may" if state.doubt or (joined and state.mood == "may") else mood
        state.head = True
    elif text in _DOUBTS and not _is_share(found, at):
        state.doubt = True
        state.mood, state.head = "may", False
    elif text in _PRESENT and not state.head and state.mood != "if":
        state.mood, state.head = ("may" if state.doubt else "present"), not state.doubt
    elif text in _PRONOUNS and not state.doubt and state.mood != "if" and _begins(found, at):
        state.mood, state.head = "present", True
    elif text == "with":
        state.mood, state.head = "", True
    elif text == "to" and state.carries:
        state.negated, state.carries = CARRIED, False
    elif text in ("to", "by", "for", "of", "in") and state.mood == "present":
        state.head = False


def _inverts(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is the "should" of "should you decide"."""
    following = found[at + 1].text if at + 1 < len(found) else ""
    return found[at].text == "should" and following in _PRONOUNS and _begins(found, at)


def _begins(found: Sequence[Token], at: int) -> bool:
    """Tell whether a subject may stand here."""
    before = found[at - 1].text if at else "."
    return before in _STOPS | _TURNS | _JOINS | _CONDITIONS | {",", "that"}


def _is_month(found: Sequence[Token], at: int) -> bool:
    near = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
    return found[at].text == "may" and any(token.kind == "number" for token in near)


def _is_share(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is "a 50% chance" and the like, which is no doubt."""
    near = {token.text for token in found[max(0, at - 3) : at]}
    return bool(near & {"%", "percent", "equal", "same", "half"}) or any(
        token.kind == "number" for token in found[max(0, at - 3) : at + 3]
    )


def _subject(word: Word, verb: Word) -> Word:
    """A word before a verb that says no more than that it is so is subject to the same."""
    if word.mood or verb.mood == "present":
        return word
    return word._replace(mood=verb.mood, head=True, negated=max(word.negated, verb.negated))


def _word(text: str, state: _State, at: int) -> Word:
    return Word(
        text, ideas(text), state.negated, state.mood, state.head,
        stem(text) in _EVERYDAY, stem(text) in _FRAMING, stem(text) in _LIGHT, grave(text), at, state.negator,
    )  # fmt: skip


def _clause(
    words: list[Word],
    frequencies: list[Frequency],
    found: Sequence[Token],
    hedged: bool,
    binding: bool,
) -> Clause:
    said = " ".join(token.text for token in found)
    landed = sum(word.negated == DIRECT for word in words)
    return Clause(
        tuple(words),
        tuple(frequencies),
        said,
        frozenset().union(*(word.ideas for word in words)),
        hedged,
        binding,
        not landed and any(token.text in NEGATORS for token in found[:-1]),
    )


def _frequency(found: Sequence[Token], at: int) -> Frequency | None:
    text = found[at].text
    family = "likelihood" if text in _LIKELIHOOD else "share" if text in _SHARES else ""
    if not family:
        return None
    degree = _LIKELIHOOD.get(text) or _SHARES[text]
    before = found[at - 1].text if at else ""
    if before in ("very", "less", "more", "most") and family == "likelihood":
        degree = f"{before} {degree}"
    on: Ideas = frozenset()
    for token in found[at + 1 : at + 5]:
        if token.kind == "word" and token.text not in GRAMMAR:
            on = ideas(token.text)
            break
    return Frequency(family, degree, text, on)
