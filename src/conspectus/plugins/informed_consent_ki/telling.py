"""How a template tells a fact: in sentences, as items, under a label; within an allowance of words."""

from collections.abc import Iterator

from conspectus.domain.plugin import CitedPart, FactDoor, Item, Parameters
from conspectus.plugins.informed_consent_ki.wording import closed, shown, worded

FULL = 850
"""The words that the allowances of all sections add up to; `max_words` scales them."""

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


def _fitting(
    fact: FactDoor, name: str, words: int, parameters: Parameters
) -> Iterator[CitedPart]:
    left = round(words * min(1.0, int(str(parameters.get("max_words", FULL))) / FULL))
    for number, part in enumerate(fact(name).parts()):
        left -= part.size
        if left >= 0 or number == 0:
            yield part
