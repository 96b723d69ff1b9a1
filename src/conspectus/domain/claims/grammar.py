"""The few words on which the sense of a sentence turns, and where they mean something else."""

from collections.abc import Sequence

from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Token, stem

STOPS = frozenset(".;:()!?|[]")
TURNS = words(
    """
    but however although though because which who whom that whose unless so while whereas
    """
)
JOINS = words("and or nor plus then including as along")
CONDITIONS = words("if when once whenever after until unless")
BREAKS = STOPS | TURNS | JOINS | CONDITIONS | {","}
NOBODY = words("nobody neither none")
NEGATORS = words("not no never without none nor nothing non nobody neither")
APART = words("without no none")
PRONOUNS = words("you we they it he she i")
PRESENT = words("is are was were am does do did has have had")
ARTICLES = words("a an the any your his her their our")
RESTRICTIONS = {
    "only": "only", "solely": "only", "except": "except", "unless": "unless", "until": "until",
    "if": "if", "when": "if", "whenever": "if", "once": "if", "while": "while",
    "whether": "if",
}  # fmt: skip
OPINIONS = words("expect believe think anticipate")
MOODS = {
    "may": "may", "might": "may", "could": "may", "can": "may",
    "will": "will", "shall": "will", "must": "must", "should": "should", "ought": "should",
    "maybenot": "maybenot",
}  # fmt: skip
DOUBTS = words(
    """
    whether possible possibly perhaps maybe potential potentially chance unknown risk risks hope
    hoped
    """
)
SOFTENERS = words(
    "some possible possibly hope hoped hopes perhaps maybe potentially whether believe think"
)
OCCUR = words(
    """
    occur occurs occurred happen happens happened arise arises exist necessary needed required
    available develop appear result reported offered
    """
)
_HEDGES = frozenset(
    map(
        stem,
        words(
            """
            may might could can possible potential perhaps chance risk sideeffect common often rare
            uncommon sometimes likely unlikely unknown some voluntary right option upto eligible
            invite whether report include available
            """
        ),
    )
)
_BINDING = frozenset(map(stem, words("must required necessary mandatory essential responsible")))
_DENYING = frozenset(
    map(
        stem,
        words(
            """
            voluntary exclude excluded decline refuse unable avoid instead stop stopped lack absence
            except outside whether
            """
        ),
    )
)
_NOT = Token("not", "word")
_SHARES = words("% percent equal same half")


def is_hedged(found: Sequence[Token], stems: frozenset[str]) -> bool:
    """Tell whether the text, of words with these stems, speaks of chances or permissions."""
    return not _HEDGES.isdisjoint(stems) and any(
        stem(token.text) in _HEDGES and not (token.text in DOUBTS and is_share(found, at))
        for at, token in enumerate(found)
    )


def is_binding(stems: frozenset[str]) -> bool:
    """Tell whether a text of words with these stems speaks of duties."""
    return not _BINDING.isdisjoint(stems)


def is_denying(texts: Sequence[str], stems: frozenset[str]) -> bool:
    """Tell whether words, with their stems, deny, exclude or leave something to choice."""
    return not (NEGATORS.isdisjoint(texts) and _DENYING.isdisjoint(stems))


def mood_at(found: Sequence[Token], at: int) -> str:
    """Return the mood of a modal word, or nothing where the word is no modal."""
    if is_month(found, at) or inverts(found, at) or is_cannot(found, at):
        return ""
    return MOODS.get(found[at].text, "")


def is_cannot(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is the "can" of "can not", which denies as surely as "not" does."""
    return found[at].text == "can" and list(found[at + 1 : at + 2]) == [_NOT]


def inverts(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is the "should" of "should you decide"."""
    following = found[at + 1].text if at + 1 < len(found) else ""
    return found[at].text == "should" and following in PRONOUNS and begins(found, at)


def begins(found: Sequence[Token], at: int) -> bool:
    """Tell whether a subject may stand here."""
    return at == 0 or found[at - 1].text in BREAKS


def is_month(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is the "may" of "May 5"."""
    if found[at].text != "may":
        return False
    following = found[at + 1] if at + 1 < len(found) else Token(".", "mark")
    dated = at > 0 and found[at - 1].kind == "number" and following.kind == "mark"
    return following.kind == "number" or dated


def is_share(found: Sequence[Token], at: int) -> bool:
    """Tell whether this is "a 50% chance" and the like, which is no doubt."""
    return any(token.text in _SHARES for token in found[max(0, at - 3) : at]) or any(
        token.kind == "number" for token in found[max(0, at - 3) : at + 3]
    )
