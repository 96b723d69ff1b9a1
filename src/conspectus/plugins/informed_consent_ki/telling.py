"""How a template tells a fact: in sentences, as items or under a label, in so many words."""

from collections.abc import Iterator

from conspectus.domain.plugin import CitedPart, FactDoor, Item, Parameters
from conspectus.domain.sentences import sentences
from conspectus.plugins.informed_consent_ki.breaking import broken, enumerated, joined
from conspectus.plugins.informed_consent_ki.fitness import (
    CRUMB,
    SENTENCE,
    UNFIT,
    VERB,
    is_fragment,
)
from conspectus.plugins.informed_consent_ki.wording import (
    closed,
    shown,
    simplified,
    uncapitalised,
)

SPARE = 0.5
"""Below this share of room, what is only good to know is left to the full form."""

_PASSIVE = r"^(?:it is )?(?:supported|funded|financed|paid for|sponsored|run|backed) by\b"

Line = str | Item
Lines = Iterator[Line]

_ENTRY = r"^[^.:]{3,90}: [$\u00a3\u20ac]\d[^.]*(?:\.\d+[^.]*)?\.?$"


def sentences_of(
    fact: FactDoor, name: str, words: int, parameters: Parameters, label: str = ""
) -> Lines:
    """Yield the sentences of a fact, in order, while they fit (the first one always).

    What enumerates becomes a lead-in and its items; what has no verb goes under the label.
    """
    for part in _fitting(fact, name, words, parameters):
        yield from _told(part, label)


def items(
    fact: FactDoor, name: str, words: int, parameters: Parameters, least: float = 0.0
) -> Lines:
    """Yield the parts of a fact as list items, while they fit.

    However little room there is, `least` is the share of the words that they may use.
    """
    for part in _fitting(fact, name, words, parameters, CRUMB, least):
        item = shown(part.text)
        yield Item(item if part.bears(item) else part.text)


def numbers(fact: FactDoor, name: str, words: int, parameters: Parameters) -> Lines:
    """Yield the parts of a fact as list items in the form's own words, while they fit."""
    for part in _fitting(fact, name, words, parameters):
        yield Item(part.text)


def affirmed(fact: FactDoor, name: str, parameters: Parameters, most: int = 1) -> Lines:
    """Yield the first sentences of a boolean fact that is true; one of them where room is short."""
    most = most if spare(parameters) else 1
    fit = [part for part in fact(name).parts() if not part.says(UNFIT) and part.says(VERB)]
    if fit and fact(name).yes:
        for part in fit[:most]:
            yield from _told(part)


def prices(fact: FactDoor, name: str, words: int, parameters: Parameters, lead: str) -> Lines:
    """Yield the sentences of a fact, and what says "visit 1: $20" as items below a lead-in."""
    fitting = list(_fitting(fact, name, words, parameters))
    listed = [part for part in fitting if part.says(_ENTRY)]
    for part in fitting:
        if part not in listed:
            yield from _told(part)
    if len(listed) == 1:
        yield from _told(listed[0])
    elif listed:
        yield lead
        for part in listed:
            yield Item(shown(part.text))


def labelled(fact: FactDoor, name: str, *labels: str) -> Lines:
    """Yield the parts of a fact in one line under the first label that their evidence bears.

    A part that is a sentence needs no label; what no label fits is not told.
    """
    fit = [part for part in fact(name).parts() if not part.says(UNFIT)]
    bare = [part for part in fit if not part.says(SENTENCE)]
    label = next((label for label in labels if all(part.bears(label) for part in bare)), None)
    if bare and label:
        label = f"{label}s" if len(bare) > 1 and bare[0].bears(f"{label}s") else label
        yield f"{label}: {', '.join(part.text.rstrip('. ') for part in bare)}."
    for part in fit:
        if part not in bare:
            yield from _told(part)


def sponsored(fact: FactDoor) -> Lines:
    """Yield who stands behind the study; "Funded by X" is told as a sentence."""
    passive = [part for part in fact("sponsor").parts() if part.says(_PASSIVE)]
    for part in passive:
        yield closed(f"The study is {uncapitalised(part.text).removeprefix('it is ')}")
    if not passive:
        yield from labelled(fact, "sponsor", "Sponsor", "Paid for by", "Supported by", "Run by")


def tells(fact: FactDoor, name: str) -> bool:
    """Tell whether the form states a fact in words that are fit to be told."""
    return any(not part.says(UNFIT) for part in fact(name).parts())


def gaps(fact: FactDoor, **topics: str) -> Lines:
    """Yield one sentence that names the topics of which the form was not found to say anything."""
    absent = [topic for name, topic in topics.items() if not tells(fact, name)]
    if absent:
        *others, last = absent
        named = f"{', '.join(others)} or {last}" if others else last
        yield f"Nothing was found in the form about {named}."


def spare(parameters: Parameters) -> bool:
    """Tell whether there is room for what is only good to know."""
    return _room(parameters) >= SPARE


def _told(part: CitedPart, label: str = "") -> Lines:
    """Yield sentences, lead-ins and items that the evidence of a part bears, or its own words."""
    text = part.text
    lines = [line for sentence in sentences(simplified(text)) for line in _sentence(part, sentence)]
    if label and isinstance(lines[0], str) and is_fragment(lines[0]):
        lines[0] = f"{label}: {uncapitalised(lines[0])}"
    if not all(part.bears(line.text if isinstance(line, Item) else line) for line in lines):
        lines = [closed(text)]
    for line in lines:
        assert part.text  # read again, for every line rests on the same evidence
        yield line


def _sentence(part: CitedPart, sentence: str) -> Iterator[Line]:
    listing = enumerated(sentence)
    if listing is None:
        yield closed(broken(sentence))
        return
    lead, entries = listing
    one = closed(joined(lead, uncapitalised(entries[0])))
    if len(entries) == 1 and part.bears(one):
        yield one
        return
    yield lead
    yield from (Item(shown(entry)) for entry in entries)


def _fitting(
    fact: FactDoor,
    name: str,
    words: int,
    parameters: Parameters,
    unfit: str = UNFIT,
    least: float = 0.0,
) -> Iterator[CitedPart]:
    left = round(words * max(least, _room(parameters)))
    fit = (part for part in fact(name).parts() if not part.says(unfit))
    for number, part in enumerate(fit):
        left -= part.size
        if left >= 0 or number == 0:
            yield part


def _room(parameters: Parameters) -> float:
    room = parameters.get("room", 1.0)
    return room if isinstance(room, float) else 1.0
