"""Words of likelihood and share: "rare", "likely", "some", "all"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from conspectus.domain.claims.grammar import STOPS
from conspectus.domain.claims.parts import Clause, Frequency, Reading
from conspectus.domain.text.lexicon import FRAMING, GRAMMAR, words
from conspectus.domain.text.words import Ideas, Token, ideas, stem

_DEGREES = {
    word: (family, degree)
    for family, degrees in {
        "likelihood": """never: never; rare: rare rarely seldom hardly; uncommon: uncommon
            infrequent infrequently occasional occasionally; sometimes: sometimes;
            unlikely: unlikely; likely: likely probably probable; common: common commonly often
            frequent frequently; usually: usually; always: always certainly definitely""",
        "share": """all: all every everyone everybody entire each; some: some several
            certain few; most: most majority; many: many; half: half""",
    }.items()
    for entry in degrees.split(";")
    for degree, forms in [entry.strip().split(":")]
    for word in forms.split()
}
_FRAMING = frozenset(map(stem, FRAMING))
_OPENS = Token("(", "mark")
_STRENGTHS = words("very less more most")
_HARMLESS = words("some several certain few each never sometimes")
_GUARDED = frozenset({"rare", "uncommon", "very rare"})


def frequency_at(found: Sequence[Token], at: int) -> Frequency | None:
    """Return the word of likelihood or share at a token, if there is one."""
    text = found[at].text
    if text not in _DEGREES or (text == "all" and _sums_up(found, at)):
        return None
    family, degree = _DEGREES[text]
    before = found[at - 1].text if at else ""
    if family == "likelihood" and before in _STRENGTHS:
        degree = f"{before} {degree}"
    return Frequency(family, degree, text, _falls_on(found, at))


def _sums_up(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is the "all" of "$80 in all"."""
    ends = at + 1 == len(found) or found[at + 1].text in GRAMMAR or found[at + 1].kind == "mark"
    return at > 0 and found[at - 1].text == "in" and ends


def _falls_on(found: Sequence[Token], at: int) -> Ideas:
    """Return the ideas of the nearest word of content after it, else before it."""
    before = [*reversed(found[max(0, at - 5) : at])]
    around = (*_same_part(found[at + 1 : at + 5]), *_same_part(before[before[:1] == [_OPENS] :]))
    telling = [t.text for t in around if t.kind == "word" and t.text not in GRAMMAR]
    content = [text for text in telling if stem(text) not in _FRAMING] or telling
    return ideas(content[0]) if content else frozenset()


def _same_part(found: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens up to a mark that ends a part of a list or sentence."""
    return takewhile(lambda token: token.text not in STOPS, found)


def unborne_frequencies(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every word of likelihood or share that was changed.

    "Some", "each" and "rare" may be put where the quotes say nothing of the kind.
    """
    stated = [
        (frequency, other)
        for quote in quotes
        for other in quote.clauses
        for frequency in other.frequencies
    ]
    for clause in claim.clauses:
        for claimed in clause.frequencies:
            family = [hit for hit in stated if hit[0].family == claimed.family]
            near = [f for f, _ in family if not claimed.on.isdisjoint(f.on)] or [
                f for f, other in family if _is_near(f, other, claimed, clause)
            ]
            borne = any(frequency.degree == claimed.degree for frequency in near)
            free = claimed.said in _HARMLESS or claimed.degree in _GUARDED
            if not borne and (near or not free):
                yield f'"{claimed.said}" is not what the evidence says'


def _is_near(stated: Frequency, other: Clause, claimed: Frequency, clause: Clause) -> bool:
    """Tell whether two words of frequency can fall on the same thing."""
    if not claimed.on or not stated.on:
        return True
    return any(
        not word.framing and word.text != claimed.said and not word.ideas.isdisjoint(other.ideas)
        for word in clause.words
    )
