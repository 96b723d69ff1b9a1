"""Parts of facts told with the sentences of the source that they rest on, and that limit them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate, chain, groupby

from conspectus.domain.claims.check import check_claim
from conspectus.domain.facts import Facts, Part
from conspectus.domain.source import Evidence, Passage, Source, quoted_words
from conspectus.domain.text.fold import squash
from conspectus.domain.text.leaning import leans, turns
from conspectus.domain.text.sentences import sentences

LEAST, MOST, TURN = 4, 40, 28
"""Words of the sentences that come before a part, and at most of one that comes behind it."""

END = 30
"""So many letters find the place in a sentence at which a part of it ends."""

_MARK = re.compile(
    r"^[\s\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7*\u2013\u2014-]*"
    r"(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+)?"
)
_AND = re.compile(r"[\s;,.:]+(?:and|or|and/or)?[\s;,.:]*$", re.IGNORECASE)
"""What begins and what ends an item."""

Contexts = Mapping[tuple[str, int], Part | None]
"""By fact and number of a part (those of its value, then the further ones): how it is told.

Without an entry as it is; None says not at all.
"""


def contexts(facts: Facts, source: Source, spare: int = 0) -> Contexts:
    """Return the parts that are not told as they are, for they would say something else alone.

    A part that leans on the sentence before it is told with that; where that cannot be told, it
    is left out, unless it is all there is. A part that the next sentence turns is told with it.
    A part of a value whose sentence or list was cut short is told with the rest of it while there
    are words to `spare`.
    """
    found: dict[tuple[str, int], Part | None] = {}
    for name, fact in facts.items():
        for number, part in enumerate((*fact.parts, *fact.more)):
            answers = number < len(fact.parts)
            whole = _whole(part, source, spare) if spare > 0 and answers else part
            spare -= _size(whole) - _size(part)
            told = _in_context(whole, source)
            if told is not part:
                found[name, number] = told
        if all((name, n) in found and found[name, n] is None for n in range(len(fact.parts))):
            for number in range(len(fact.parts)):
                del found[name, number]
    return found


def _in_context(part: Part, source: Source) -> Part | None:
    led = _led(part, source) if leans(part.text) else part
    return led and _turned(led, source)


def _whole(part: Part, source: Source, spare: int) -> Part:
    """Return a part that ends within a sentence or a list with the rest of that, if it fits.

    What it then says must be borne out as what a model answers must.
    """
    if not part.text.endswith("."):
        return part
    attempts = (_to_its_end(part, source), _listed(part, source))
    fitting = [one for one in attempts if _size(one) - _size(part) <= spare]
    whole = max(fitting, key=_size, default=part)
    told = whole is part or not check_claim(whole.text, quoted_words(whole.evidence))
    return whole if told else part


def _size(part: Part) -> int:
    return len(part.text.split())


def _to_its_end(part: Part, source: Source) -> Part:
    place = _place(part.evidence[-1], source)
    if place is None:
        return part
    _, said, number = place
    head, _, tail = said[number].partition(part.text[-END:-1])
    if not head or not tail[1:] or not tail.endswith("."):
        return part
    return replace(part, text=f"{part.text[:-1]}{tail}")


def _listed(part: Part, source: Source) -> Part:
    """Return a part that tells some items of a list with all of them."""
    told = [one for piece in part.evidence for one in source.holders(piece) if one.kind == "item"]
    if not told or len(part.evidence) == 1 or ":" not in part.text:
        return part
    items = [one for one in _list_of(told[0], source) if one not in told]
    text = part.text[:-1] + "".join(f"; {_item(one)}" for one in items) + "."
    found = (source.locate(sentences(one.text)[0], one) for one in items)
    return replace(part, text=text, evidence=(*part.evidence, *chain(*found)))


def _list_of(item: Passage, source: Source) -> Iterator[Passage]:
    """Yield the items of the list that an item stands in, those of its level."""
    for _, run in groupby(source.passages, key=lambda one: one.kind == "item"):
        items = tuple(run)
        if item in items:
            yield from (one for one in items if one.level == item.level)


def _item(passage: Passage) -> str:
    return _MARK.sub("", _AND.sub("", sentences(passage.text)[0]))


def _led(part: Part, source: Source) -> Part | None:
    """Return a part with what it leans on; as it is where it opens its passage."""
    place = _place(part.evidence[0], source)
    if place is None:
        return part
    passage, said, number = place
    before: list[str] = []
    while number > 0 and (leans(before[0]) if before else True):
        number -= 1
        before.insert(0, said[number])
    if not before or not _tells(before[0]):
        return part
    if leans(before[0]) or sum(len(one.split()) for one in before) > MOST:
        return None
    evidence = tuple(piece for one in before for piece in source.locate(one, passage))
    return replace(part, text=" ".join((*before, part.text)), evidence=(*evidence, *part.evidence))


def _turned(part: Part, source: Source) -> Part:
    """Return a part of whole sentences with the one behind it, when that turns it."""
    if not part.text.endswith("."):
        return part
    place = _place(part.evidence[-1], source, last=True)
    if place is None:
        return part
    passage, said, number = place
    after = said[number + 1] if number + 1 < len(said) else ""
    if not turns(after) or len(after.split()) > TURN or not _tells(after):
        return part
    evidence = source.locate(after, passage)
    if not evidence or evidence[0] in part.evidence:
        return part
    return replace(part, text=f"{part.text} {after}", evidence=(*part.evidence, *evidence))


def _tells(sentence: str) -> bool:
    """Tell whether a sentence is one that tells something: no label, question or form field."""
    whole = sentence.endswith(".") and sentence[:1].isupper() and "__" not in sentence
    return whole and len(sentence.split()) >= LEAST


def _place(
    piece: Evidence, source: Source, last: bool = False
) -> tuple[Passage, list[str], int] | None:
    """Return the passage of a quote, its sentences, and the number of its first or `last` one."""
    wanted = squash(piece.quote)
    for passage in source.holders(piece):
        at = squash(passage.text).find(wanted) if passage.kind in ("paragraph", "item") else -1
        if at < 0:
            continue
        said = sentences(passage.text)
        ends = accumulate(len(squash(sentence)) for sentence in said)
        sought = at + len(wanted) - 1 if last else at
        return passage, said, next(number for number, end in enumerate(ends) if sought < end)
    return None
