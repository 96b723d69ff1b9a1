"""What a summary says where the form was not found to say anything."""

from collections.abc import Iterator

from conspectus.domain.plugin import FactDoor
from conspectus.plugins.informed_consent_ki.fitness import UNFIT
from conspectus.plugins.informed_consent_ki.spoken import NEIGHBOURS, SPOKEN


def tells(fact: FactDoor, name: str) -> bool:
    """Tell whether the form states a fact in words that are fit to be told."""
    return any(not part.says(UNFIT) for part in fact(name).parts())


def gaps(fact: FactDoor, **topics: str) -> Iterator[str]:
    """Yield one sentence that names the topics of which the form was not found to say anything.

    There is no gap where what is told beside a fact speaks of it.
    """
    absent = [t for name, t in topics.items() if not tells(fact, name) and not _beside(fact, name)]
    if absent:
        *others, last = absent
        named = f"{', '.join(others)} or {last}" if others else last
        yield gap(named)


def gap(topic: str) -> str:
    """Say that no statement was found; the form may speak of the topic all the same."""
    return f"This summary found no statement about {topic}. Ask the study team about it."


def _beside(fact: FactDoor, name: str) -> bool:
    return any(
        part.says(SPOKEN[name].pattern) and not part.says(UNFIT)
        for other in NEIGHBOURS.get(name, ())
        for part in fact(other).parts()
    )
