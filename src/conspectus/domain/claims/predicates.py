"""Whether a stretch of words states something by a verb of its own, or is a note without one."""

from collections.abc import Sequence

from conspectus.domain.claims.grammar import MOODS, PRESENT
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Token

_MODALS = PRESENT | {*MOODS}
_SUBJECTS = words(
    """
    you we they it he she i everyone everybody anyone somebody someone nobody nothing everything
    this these
    """
)
_RELATIVES = words("which who that because so although though since as while whereas but")
_VERBS = words(
    """
    agree look work taste lead need use track want allow apply arrange ask attend become begin
    belong believe bring build buy cancel carry cause check choose collect come compare contain
    continue control cover create cross cure decide delete depend destroy develop die disappear
    double earn eat end enter erase expire fail feel follow forbid forget get give go grow
    guarantee happen heal help hold hurt improve include increase inform inherit involve join
    keep kill know last learn leave let lie like live lose love make manage mean meet open own
    pay possess prevent promise protect prove provide put reach read receive recommend reduce
    refuse remain remove repay replace require return ruin run say see sell send serve show
    shrink sign speak spend spread stop store suffer supply take teach tell think treat vanish
    wait wear win worsen write
    """
)
_PAST = words(
    """
    became began broke brought bought came caused chose cured died fell felt found gave got grew
    harmed had happened healed held helped improved kept knew led left lost made meant met owned
    paid proved ran said saw sent showed sold spoke stopped suffered took told thought went won
    worked wrote
    """
)


def verb_at(found: Sequence[Token], start: int, end: int) -> int:
    """Return where the first finite verb after a subject stands, or the end where none does."""
    for at in range(start + 1, end):
        text = found[at].text
        if text in _MODALS or _is_finite(text):
            return at
    return end


def asserts(found: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the tokens from start to end have a subject and a finite verb."""
    texts = [token.text for token in found[start:end]]
    if not _MODALS.isdisjoint(texts) or not _SUBJECTS.isdisjoint(texts[:-1]):
        return True
    related = start > 0 and found[start - 1].text in _RELATIVES
    return any(_is_finite(text) for text in texts[0 if related else 1 :])


def _is_finite(text: str) -> bool:
    return text in _PAST or _third_person(text) in _VERBS


def _third_person(text: str) -> str:
    if text.endswith("ies"):
        return text[:-3] + "y"
    if text.endswith("es") and text[:-2] in _VERBS:
        return text[:-2]
    return text[:-1] if text.endswith("s") else ""
