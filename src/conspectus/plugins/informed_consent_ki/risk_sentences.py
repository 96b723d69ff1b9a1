"""Whether a sentence, item or cell is a risk, by its words and by where it stands."""

from conspectus.domain.source import PassageKind
from conspectus.plugins.informed_consent_ki.beside_risks import (
    ASIDE,
    CARE,
    OTHERS,
    SKIP,
    STAFF,
    TALK,
)
from conspectus.plugins.informed_consent_ki.denials import affirmed, denied
from conspectus.plugins.informed_consent_ki.harms import GRAVE, gravity
from conspectus.plugins.informed_consent_ki.risk_crumbs import CRUMB
from conspectus.plugins.informed_consent_ki.risk_trust import Trust
from conspectus.plugins.informed_consent_ki.risk_words import (
    BODY,
    CAUSE,
    CAUSED,
    CAUSES,
    CHANGE,
    EVENT,
    HAPPENS,
    HARM,
    HAZARD,
    MAY,
    MODAL,
    MORE,
    OPENING,
    RATE,
    REST,
    VERB,
)
from conspectus.plugins.informed_consent_ki.told import is_vague, telling

NAME_WORDS = 14
"""A list item or cell of no more words names a risk by itself at a home of risks."""

NAMELESS = 3
"""A sentence of fewer words must have two that say what it is about."""

BY_HEADING = 4
"""The gravity of what only its heading makes a risk."""


def weight(text: str, kind: PassageKind, trust: Trust) -> int:
    """Return 3 for what says that harm may come, `BY_HEADING` for what stands in a sure place.

    0 is no risk. A list item or cell may name a harm without a verb.
    """
    if trust in ("near", "aside", "far"):
        return 3 if _befalls(text, trust) and not (_says_nothing(text) or _talks(text)) else 0
    if _says_nothing(text) or _talks(text):
        return 0
    care = CARE.search(text)
    if kind != "paragraph" and not VERB.search(text):
        named = trust == "sure" or (kind == "item" and len(text.split()) <= NAME_WORDS)
        return 3 if not care and (named or _harm(text)) else 0
    if kind == "item" and trust == "home" and not care and affirmed(MODAL, text):
        return 3
    if care and not _more(text):
        grave = affirmed(GRAVE, text) and affirmed(CAUSE, text)
        return 3 if grave else max((weight(rest, kind, trust) for rest in _rests(text)), default=0)
    if affirmed(GRAVE, text) or affirmed(CAUSE, text):
        return 3
    if affirmed(BODY, text) and not (STAFF if trust == "sure" else OTHERS).search(text):
        return 3
    may = affirmed(MAY, text) or affirmed(HAZARD, text)
    if may and (not OTHERS.search(text) or _harm(text)):
        return 3
    counts = trust == "sure" or affirmed(RATE, text) or affirmed(EVENT, text)
    return BY_HEADING if counts and (_stands(text) or any(_rests(text))) else 0


def _says_nothing(text: str) -> bool:
    return CRUMB.search(text) is not None or (is_vague(text) and gravity(text) > 1)


def _rests(text: str) -> list[str]:
    """Return what a sentence says of what befalls somebody, beside its advice, care or duties."""
    if text.endswith(("?", ":")) or (STAFF.search(text) and ";" not in text):
        return []
    said = OPENING.sub("", text)
    rests = REST.split(said)
    return [
        rest
        for rest in (rests[1:] if said == text else rests)
        if (MODAL.search(rest) or CHANGE.search(rest))
        and not (CARE.search(rest) or SKIP.search(rest))
    ]


def _befalls(text: str, trust: Trust) -> bool:
    """Tell whether a sentence away from the risks says that harm may come, or came."""
    if text.endswith(("?", ":")) or not HAPPENS.search(text):
        return False
    harm = _harm(text)
    if not (harm or trust == "near" or affirmed(CAUSED, text)):
        return False
    if affirmed(GRAVE, text) and affirmed(CAUSES if ASIDE.search(text) else CAUSE, text):
        return True
    if CARE.search(text) or ASIDE.search(text):
        return False
    if affirmed(CAUSED, text) or (
        affirmed(GRAVE, text) and (affirmed(MODAL, text) or affirmed(EVENT, text))
    ):
        return True
    if trust == "near":
        often = affirmed(RATE, text) or (harm and affirmed(EVENT, text))
        return bool(often or (affirmed(MAY, text) and (harm or not OTHERS.search(text))))
    return bool(harm and affirmed(MAY if trust == "aside" else CAUSE, text))


def _talks(text: str) -> bool:
    """Tell whether a sentence only talks of risks: it names neither grave harm nor more harm."""
    caused = TALK.search(text) is None or (affirmed(GRAVE, text) and affirmed(CAUSES, text))
    return not (caused or _more(text))


def _stands(text: str) -> bool:
    """Tell whether a sentence counts only because it stands under a heading of risks.

    Behind a semicolon often stands advice: "blurred sight; do not drive".
    """
    return any(map(_stands_alone, (text, *text.split(";"))))


def _stands_alone(text: str) -> bool:
    return not (
        OTHERS.search(text)
        or SKIP.search(text)
        or text.endswith(("?", ":"))
        or denied(text.rstrip(" ."))
        or (len(telling(text)) < 2 and len(text.split()) < NAMELESS)
    )


def _harm(text: str) -> bool:
    """Tell whether any harm is named and not denied."""
    return any(affirmed(pattern, text) is not None for pattern in (HARM, GRAVE, BODY))


def _more(text: str) -> bool:
    """Tell whether there is said to be more of a harm."""
    return MORE.search(text) is not None and not text.endswith(("?", ":")) and _harm(text)
