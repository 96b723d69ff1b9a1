"""How a template tells a fact: in sentences, as items or under a label, in so many words."""

from collections.abc import Callable, Iterator

from conspectus.domain.plugin import CitedPart, FactDoor, Item, Parameters
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.breaking import broken, enumerated, joined
from conspectus.plugins.informed_consent_ki.fitness import (
    CRUMB,
    HARMLESS,
    SCRAP,
    UNFIT,
    VERB,
    takes_label,
)
from conspectus.plugins.informed_consent_ki.fitting import fitting, room, share, spare, uncut
from conspectus.plugins.informed_consent_ki.further_risks import LESSER, OTHER, STRESSED
from conspectus.plugins.informed_consent_ki.gaps import gap
from conspectus.plugins.informed_consent_ki.harms import DEATH, GRAVE, HARM_WORDS
from conspectus.plugins.informed_consent_ki.pruning import undoubled
from conspectus.plugins.informed_consent_ki.wording import (
    closed,
    shown,
    simplified,
    uncapitalised,
)

RISKS_LEAST = 0.8
"""What remains of the main risks in the shortest document: their omission is the worst one."""


MOST_WORDS = 60
"""A further risk of more words is a table read in one row: it is left to the ledger."""

GRAVE_WORDS = 60
"""So many words of other grave risks are told where the others give way, fewer in less room."""

NONE_KNOWN = "none_known"
"""The aspect of a part that says that no risk is known."""

AFFIRMED_WORDS = 30
"""Where room is short, what affirms a fact in more words gives way to what does in fewer."""

MORE = "The full form tells more about each risk. "

UNTOLD = f"{CRUMB}|{HARMLESS}"
"""Matches what is not told as a risk."""

Line = str | Item
Lines = Iterator[Line]


def sentences_of(
    fact: FactDoor,
    name: str,
    words: int,
    parameters: Parameters,
    label: str = "",
    answering: Callable[[str], str] = str,
    beside: int = 0,
    least: float = 0.0,
) -> Lines:
    """Yield the sentences of a fact, in order, while they fit (the first one always).

    What enumerates becomes a lead-in and its items; what has no verb goes under the label.
    `answering` finds in the words of a part those that answer; `beside` and `least` are as in
    `fitting`.
    """
    for part in fitting(fact, name, words, parameters, least=least, beside=beside):
        yield from told(part, label, answering(part.text))


def items(
    fact: FactDoor,
    name: str,
    words: int,
    parameters: Parameters,
    least: float = 0.0,
    unfit: str = CRUMB,
) -> Lines:
    """Yield the parts of a fact as list items, while they fit.

    However little room there is, `least` is the share of the words that they may use.
    """
    yield from map(_item, fitting(fact, name, words, parameters, unfit, least))


def _item(part: CitedPart) -> Item:
    item = undoubled(shown(part.text))
    return Item(item if part.bears(item) else part.text)


def risks(fact: FactDoor, words: int, further: int, parameters: Parameters) -> Lines:
    """Yield the main risks, and the others while there is room, as list items, the gravest first.

    That no risk is known, or that none was found, is told in a sentence. Death and grave harm may
    use half as much room again.

    In a document that is too long the others give way first, but not the first that tells of
    death where no main risk does. One whose harms are told already is left out; one that says more
    than a main risk stands before it, as what an earlier statement has said is not said again.
    """
    main = list(fitting(fact, "key_risks", words, parameters, UNTOLD, RISKS_LEAST))
    left = round(further * uncut(parameters))
    further_parts = (part for part in fact("key_risks").more() if part.size <= MOST_WORDS)
    ample = share(parameters) > 1
    others = [p for p in further_parts if not p.says(SCRAP) and (ample or p.aspect != OTHER)]
    said: set[str] = set()
    for_grave = max(left // 2, round(GRAVE_WORDS * room(parameters)))
    more: list[CitedPart] = []
    if not any(part.says(DEATH) for part in main):
        more = [part for part in others if part.says(DEATH)][:1]
        others = [part for part in others if part not in more]
    for part in sorted(others, key=lambda part: (_gravity(part), part.aspect != STRESSED)):
        if part.size > left + (for_grave if _gravity(part) < LESSER else 0):
            continue
        named = {word for word in HARM_WORDS if part.says(word)}
        if not named or any(not any(one.says(word) for one in main) for word in named - said):
            more.append(part)
            left -= part.size
            said |= named
    every = sorted((*more, *main), key=_gravity)
    if all(part.aspect == NONE_KNOWN for part in every):
        yield from (line for part in every for line in told(part))
    else:
        yield f"{MORE if spare(parameters) else ''}The main risks are:"
        yield from (_item(part) for part in every)
    if not every:
        yield gap("risks")


def _gravity(part: CitedPart) -> int:
    return 0 if part.says(DEATH) else 1 if part.says(GRAVE.pattern) else LESSER


def numbers(fact: FactDoor, name: str, words: int, parameters: Parameters) -> Lines:
    """Yield the parts of a fact as list items in the form's own words, while they fit."""
    for part in fitting(fact, name, words, parameters):
        yield Item(part.text)


def affirmed(
    fact: FactDoor, name: str, parameters: Parameters, most: int = 1, unfit: str = UNFIT
) -> Lines:
    """Yield the first sentences of a boolean fact that is true; a short one where room is short."""
    fit = [part for part in fact(name).parts() if not part.says(unfit) and part.says(VERB)]
    if not spare(parameters):
        most, fit = 1, sorted(fit, key=lambda part: part.size > AFFIRMED_WORDS)
    if fit and fact(name).yes:
        for part in fit[:most]:
            yield from told(part)


def told(part: CitedPart, label: str = "", text: str = "") -> Lines:
    """Yield sentences, lead-ins and items that the evidence of a part bears, or its own words.

    A `text` is told in the place of the part's words where the evidence bears it.
    """
    text = text if text and part.bears(text) else part.text
    said = sentences(simplified(text))
    lines = [line for sentence in said for line in _sentence(part, sentence)]
    first = lines[0] if isinstance(lines[0], str) and len(said) == 1 else ""
    if label and first and takes_label(first, label):
        lines[0] = f"{label}: {uncapitalised(first)}"
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
    for entry in entries:
        item = shown(entry)
        yield Item(item if part.bears(item) else entry)
