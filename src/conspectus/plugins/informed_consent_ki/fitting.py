"""Which parts of a fact fit: how much room a template has, and what may be told in it."""

from collections.abc import Iterable, Sequence

from conspectus.domain.plugin import CitedPart, FactDoor, Parameters
from conspectus.plugins.informed_consent_ki.fitness import ALONE, UNFIT, VERB

GIVEN_WAY = 0.8
"""At this share of room the other risks have given way, and the rest begins to."""

SPARE = 0.5
"""Below this share of room, what is only good to know is left to the full form."""

LEAST_WORDS = 5
"""What stands beside an answer in fewer words says little by itself."""


def fitting(
    fact: FactDoor,
    name: str,
    words: int,
    parameters: Parameters,
    unfit: str = UNFIT,
    least: float = 0.0,
    beside: int = 0,
) -> list[CitedPart]:
    """Return the parts of a fact that are fit to be told, while they fit (the first one always).

    What further parts tell whole is not told cut short. Where a document has words to spare, so
    many of these stand `beside` the others, each where the form says it.
    """
    left = round(words * max(least, room(parameters)))
    further = (part for part in fact(name).more() if not part.says(unfit))
    wholes = {part.place: part for part in further} if beside else {}
    told: list[CitedPart] = []
    for part in fact(name).parts():
        if not part.says(unfit):
            whole = wholes.get(part.place, part)
            part = whole if part.size < whole.size <= left else part
            left -= part.size
            if left >= 0 or not told:
                told.append(part)
    more = within(wholes.values(), beside * free(parameters))
    return _in_place(told, more) if more else told


def _in_place(told: Sequence[CitedPart], more: Iterable[CitedPart]) -> list[CitedPart]:
    """Return parts where the form says them."""
    known = {part.place for part in told}
    others = (part for part in more if part.place not in known)
    return sorted((*told, *others), key=lambda part: part.place)


def within(
    parts: Iterable[CitedPart], words: float, verb: str = VERB, unfit: str = ALONE
) -> list[CitedPart]:
    """Return the parts that can be told by themselves and fit, each that does, in so many words."""
    told: list[CitedPart] = []
    for part in parts:
        if LEAST_WORDS <= part.size <= words and part.says(verb) and not part.says(unfit):
            told.append(part)
            words -= part.size
    return told


def free(parameters: Parameters) -> float:
    """Return the share of what may be told beside the answers for which there is room."""
    return max(0.0, share(parameters) - 1.0)


def room(parameters: Parameters) -> float:
    """Return the share of the usual words that all but risks may use."""
    return min(1.0, share(parameters) / GIVEN_WAY)


def uncut(parameters: Parameters) -> float:
    """Return the share of the room of the other risks, which give way before the rest."""
    return min(1.0, max(0.0, (share(parameters) - GIVEN_WAY) / (1 - GIVEN_WAY)))


def share(parameters: Parameters) -> float:
    """Return the share of the usual words that may be used: above 1 there are words to spare."""
    given = parameters.get("room", 1.0)
    return given if isinstance(given, float) else 1.0


def spare(parameters: Parameters) -> bool:
    """Tell whether there is room for what is only good to know."""
    return room(parameters) >= SPARE
