"""How a template tells a fact: in sentences, as items, under a label; within an allowance of words."""

from collections.abc import Iterator

from conspectus.domain.plugin import CitedPart, FactDoor, Item, Parameters
from conspectus.plugins.informed_consent_ki.wording import closed, shown, worded

SPARE = 0.5
"""Below this share of room, what is only good to know is left to the full form."""

Lines = Iterator[str | Item]


def sentences_of(fact: FactDoor, name: str, words: int, parameters: Parameters) -> Lines:
    """Yield the sentences of a fact, in order, while they fit (the first one always)."""
    for part in _fitting(fact, name, words, parameters):
        yield worded(part.text)


def items(fact: FactDoor, name: str, words: int, parameters: Parameters) -> Lines:
    """Yield the parts of a fact as list items, while they fit."""
    for part in _fitting(fact, name, words, parameters):
        yield Item(shown(part.text))


def first(fact: FactDoor, name: str, most: int = 1) -> Lines:
    """Yield the first sentences of a fact."""
    for number, part in enumerate(fact(name).parts()):
        if number < most:
            yield worded(part.text)


def labelled(fact: FactDoor, name: str, label: str) -> Lines:
    """Yield the parts of a fact as "Label: value", or as they are where the form has no label."""
    for part in fact(name).parts():
        text = part.text.rstrip(".")
        with_label = f"{label}: {text}."
        yield with_label if part.bears(with_label) else closed(text)


def spare(parameters: Parameters) -> bool:
    """Tell whether there is room for what is only good to know."""
    return _room(parameters) >= SPARE


def _fitting(
    fact: FactDoor, name: str, words: int, parameters: Parameters
) -> Iterator[CitedPart]:
    left = round(words * _room(parameters))
    for number, part in enumerate(fact(name).parts()):
        left -= part.size
        if left >= 0 or number == 0:
            yield part


def _room(parameters: Parameters) -> float:
    room = parameters.get("room", 1.0)
    return room if isinstance(room, float) else 1.0
