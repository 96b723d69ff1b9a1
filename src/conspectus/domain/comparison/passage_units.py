"""The sentences of a form, each with the line or group that it stands under."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from conspectus.domain.source import Passage, Source
from conspectus.domain.text.sentences import sentences
from conspectus.domain.text.tokens import Tokens, tokens_of, unmarked

_ENDS = (".", "!", "?")
_GROUP = re.compile(
    r"(?:[\d.]+ )?(?:group|arm|cohort|part|option)s? \w{1,3}\b.{0,60}", re.IGNORECASE | re.DOTALL
)

RUNNING = frozenset({"Header", "Footer"})
"""What a reader puts above passages that run along the edges of the pages."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, its passage, and the line or group that it stands under, if any."""

    text: str
    tokens: Tokens
    passage: Passage
    under: str = ""


Pair = tuple[list[Unit], list[Unit]]


def runs(passage: Passage) -> bool:
    """Tell whether a passage is a running header or footer."""
    return passage.headings[:1] != () and passage.headings[0] in RUNNING


def units_of(source: Source) -> list[Unit]:
    """Return the sentences of a source in order, but those of running headers and footers."""
    found = (
        Unit(sentence, tokens_of(sentence), passage)
        for passage in source.passages
        if not runs(passage)
        for sentence in sentences(unmarked(passage.text))
    )
    return [*_led(unit for unit in found if unit.tokens)]


def _led(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the sentences with what leads to them: "You can take part if you:", or "Group A"."""
    lead = ""
    for unit in units:
        group = next((h for h in reversed(unit.passage.headings) if _GROUP.fullmatch(h)), "")
        if unit.text.endswith(":"):
            lead = unit.text
            yield replace(unit, under=group)
        elif unit.passage.kind in ("item", "row") or not unit.text.endswith(_ENDS):
            heads = unit.passage.kind == "heading"
            lead = "" if heads else lead
            yield replace(unit, under=lead or group)
        else:
            lead = ""
            yield replace(unit, under=group)


def turned(pairs: Iterable[tuple[Unit, Unit]], both: Container[Tokens]) -> Iterator[Pair]:
    """Yield what stands as it did, but under another line that both versions have."""
    for one, other in pairs:
        was, is_ = tokens_of(one.under), tokens_of(other.under)
        if was != is_ and was in both and is_ in both:
            yield [_under(one)], []
            yield [], [_under(other)]


def _under(unit: Unit) -> Unit:
    headings = unit.passage.headings
    more = (unit.under,) if headings[-1:] != (unit.under,) else ()
    return replace(unit, passage=replace(unit.passage, headings=(*headings, *more)))


def met(moved: Counter[Tokens], blocks: Iterable[Pair]) -> Iterator[tuple[Unit, Unit]]:
    """Yield what moved, where it stood with where it stands: the first with the first."""
    places: tuple[dict[Tokens, list[Unit]], ...] = (defaultdict(list), defaultdict(list))
    for block in blocks:
        for side in (0, 1):
            for unit in block[side]:
                if moved[unit.tokens]:
                    places[side][unit.tokens].append(unit)
    for key, units in places[0].items():
        yield from zip(units, places[1][key], strict=False)
