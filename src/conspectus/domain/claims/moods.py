"""Whether the modal words of a claim are those of its quotes."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claims.alignment import Aligned, align, nearest, occurrences, speaks_of
from conspectus.domain.claims.parts import DIRECT, LONG, Clause, Reading, Word
from conspectus.domain.claims.topics import topics
from conspectus.domain.text.lexicon import THINGS, words

_MAY = words("may might could can")
_FREE = frozenset({"freedom", "ending", "overseers"})
"""Topics in which a bare "you stop" or "the board looks" tells of what may be done."""

# mood of a claim -> moods of a quote that can bear it out ("" is a quote without any)
_BORNE_BY = {
    "may": {"may", "", "present", "if"},
    "will": {"will", "present", "", "must"},
    "must": {"must", "", "present", "will"},
    "should": {"should", ""},
    "present": {"present", "", "will", "must", "if"},
    "maybenot": {"maybenot"},
}


def unborne_moods(claim: Reading, quotes: Sequence[Reading], strict: bool = False) -> Iterator[str]:
    """Yield a message for every modal lost, gained or changed."""
    asks = _asks(claim) and any(map(_asks, quotes))
    close = strict or len(claim.clauses) < LONG
    for clause in claim.clauses:
        aligned = align(clause, quotes)
        for mood in dict.fromkeys(word.mood for word in clause.words if word.head):
            heads = [word for word in clause.words if word.head and word.mood == mood]
            asked = asks and _MAY.isdisjoint(clause.said.split())
            if mood == "may" and not strict and (asked or _softened(clause, aligned)):
                continue
            if mood in _BORNE_BY and (refuted := _refuted(mood, heads, clause, aligned, close)):
                yield refuted
        yield from _certain(clause, aligned)


def _asks(text: Reading) -> bool:
    return any(token.text == "whether" for token in text.tokens)


def _certain(clause: Clause, aligned: Aligned) -> Iterator[str]:
    """Yield a message for "causes" where the evidence says "may cause"."""
    for word in clause.words:
        if word.mood or clause.hedged or not word.text.endswith("s"):
            continue
        verbs = [other for _, other in occurrences(word, aligned) if other.head]
        third = [other for other in verbs if word.text in (f"{other.text}s", f"{other.text}es")]
        if third and all(other.mood == "may" for other in third):
            yield f'"{word.text}" is "may {third[0].text}" in the evidence'


def _refuted(
    mood: str, heads: Sequence[Word], clause: Clause, aligned: Aligned, close: bool
) -> str | None:
    """Return what the evidence says of the first word that it knows, when it says otherwise."""
    word, others = heads[0], _verbs(nearest(aligned)) if close else []
    for head in sorted(heads, key=lambda head: (head.light, head.framing)):
        if head.text not in THINGS and (found := occurrences(head, aligned)):
            word, others = head, found
            break
    if not close:
        others = [hit for hit in others if speaks_of(clause, word, hit[0], aligned)]
    if not others or any(_allows(where, other, word) for where, other in others):
        return None
    return f'"{mood} {word.text}" is "{others[0][1].mood}" in the evidence'


def _softened(clause: Clause, aligned: Aligned) -> bool:
    """Tell whether a "may" of the claim stands for a possibility, a hope or a "some"."""
    verbs = [word for word in clause.words if word.head and word.mood == "may"]
    return any(
        where.doubtful and other.stem == verb.stem and other.mood in ("will", "present", "may")
        for verb in verbs
        for where, _ in aligned
        for other in where.words
    )


def _verbs(clause: Clause | None) -> list[tuple[Clause, Word]]:
    return [(clause, word) for word in clause.words if word.head] if clause else []


def _allows(where: Clause, other: Word, word: Word) -> bool:
    """Tell whether the mood of a word of a quote bears out that of the claim."""
    if other.mood not in _BORNE_BY[word.mood]:
        return False
    if word.mood == "may" and other.mood in ("", "present"):
        free = not topics(word.stem).isdisjoint(_FREE)
        return where.hedged or free or not (other.mood or where.asserts)
    if word.mood == "must" and other.mood != "must":
        return where.binding or word.negated == DIRECT
    if word.mood == "should" and not other.mood:
        return not any(verb.head and verb.mood for verb in where.words)
    return True
