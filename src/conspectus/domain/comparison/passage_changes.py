"""What two versions of a text say otherwise, sentence by sentence.

Running headers and footers, bullets, numbering, case, punctuation, line breaks, and
paragraphs that were split, joined or moved as they are make no change. What moved from one list
or group of the form to another does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from conspectus.domain.comparison.passage_units import Pair, Unit, met, turned, units_of
from conspectus.domain.source import Evidence, Passage, Source
from conspectus.domain.text.tokens import Tokens, bare, tokens_of

Kind = Literal["changed", "added", "removed"]

RUN = 5
"""So many words in a row are no coincidence."""

ALIKE = 0.5
"""The share of common words from which two sentences are versions of one."""


MOST_COST, MOST_PAIRS = 300_000, 60_000
"""So many pairs of equal words, and of sentences, are looked at in one piece."""


@dataclass(frozen=True, slots=True)
class PassageChange:
    """Sentences that were changed, added or removed; `headings` lead to them in the later one."""

    kind: Kind
    old: str
    new: str
    headings: tuple[str, ...]
    old_evidence: tuple[Evidence, ...] = ()
    new_evidence: tuple[Evidence, ...] = ()


def passage_changes(old: Source, new: Source) -> Iterator[PassageChange]:
    """Yield the changes in the order of the text."""
    for before, after in _pairs(units_of(old), units_of(new)):
        kind: Kind = "changed" if before and after else "removed" if before else "added"
        yield PassageChange(
            kind,
            " ".join(unit.text for unit in before),
            " ".join(unit.text for unit in after),
            _path((after or before)[0].passage),
            _evidence(before, old),
            _evidence(after, new),
        )


def _path(passage: Passage) -> tuple[str, ...]:
    return (*passage.headings, passage.text) if passage.kind == "heading" else passage.headings


def _evidence(units: Iterable[Unit], source: Source) -> tuple[Evidence, ...]:
    found = (piece for unit in units for piece in source.locate(unit.text, unit.passage))
    return tuple(dict.fromkeys(found))


def _parts(old: list[Unit], new: list[Unit]) -> Iterator[Pair]:
    """Yield a block in pieces that can be compared in bounded time: in one, unless it is huge."""
    small = _cost(old, new) <= MOST_COST and len(old) * len(new) <= MOST_PAIRS
    if small or max(len(old), len(new)) < 2:
        yield old, new
        return
    middle, centre = (len(old) + 1) // 2, (len(new) + 1) // 2
    yield from _parts(old[:middle], new[:centre])
    yield from _parts(old[middle:], new[centre:])


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Pair]:
    keys = [unit.tokens for unit in old], [unit.tokens for unit in new]
    counts = Counter(keys[0]), Counter(keys[1])
    cost = sum(count * counts[1][key] for key, count in counts[0].items())
    codes = SequenceMatcher(None, *keys, autojunk=cost > MOST_COST).get_opcodes()
    blocks = [([*old[i:k]], [*new[j:m]]) for tag, i, k, j, m in codes if tag != "equal"]
    both = {tokens_of(u.under) for u in old if u.under} & {
        tokens_of(u.under) for u in new if u.under
    } | (counts[0].keys() & counts[1].keys())
    same = [
        (old[i + n], new[j + n]) for t, i, k, j, _ in codes if t == "equal" for n in range(k - i)
    ]
    gone, come = (Counter(u.tokens for b in blocks for u in b[side]) for side in (0, 1))
    moved = gone & come
    same += met(moved, blocks)
    yield from turned(same, both)
    kept = (moved.copy(), moved.copy())
    for block in blocks:
        before, after = (_unmoved(block[side], kept[side]) for side in (0, 1))
        for part in _parts(before, after):
            yield from _refined(*part)


def _unmoved(units: Iterable[Unit], moved: Counter[Tokens]) -> list[Unit]:
    """Leave out, so often as it moved, what stands elsewhere as it is."""
    left = []
    for unit in units:
        if moved[unit.tokens]:
            moved[unit.tokens] -= 1
        else:
            left.append(unit)
    return left


def _refined(old: list[Unit], new: list[Unit]) -> Iterator[Pair]:
    """Yield the sentences of a block that differ, each with its other version if it has one."""
    if _bare(old) == _bare(new):
        return
    groups = [group for group in _linked(old, new) if _bare(group[0]) != _bare(group[1])]
    rest = [unit for before, after in groups if not before for unit in after]
    pairs: list[Pair] = []
    for before, after in groups:
        if before and not after:
            best = max(rest, key=lambda unit: _alike(before[0], unit), default=None)
            if best and _alike(before[0], best) >= ALIKE:
                rest.remove(best)
                pairs.append((before, [best]))
                continue
        if before:
            pairs.append((before, after))
    pairs += [([], [unit]) for unit in rest]
    yield from _joined(pairs)


def _joined(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Join sentences of one section that were all added, or all removed, after one another."""
    last: Pair | None = None
    for pair in pairs:
        if last and _joins(last, pair):
            last = (last[0] + pair[0], last[1] + pair[1])
            continue
        if last:
            yield last
        last = pair
    if last:
        yield last


def _joins(one: Pair, other: Pair) -> bool:
    for side in (0, 1):
        if not (one[side] or other[side]):
            return _path(one[1 - side][-1].passage) == _path(other[1 - side][0].passage)
    return False


def _linked(old: list[Unit], new: list[Unit]) -> Iterator[Pair]:
    """Yield sentences that share long runs of words, together; each of the others alone."""
    if _cost(old, new) > MOST_COST:
        yield old, new
        return
    before, after = ([t for unit in units for t in unit.tokens] for units in (old, new))
    owners = [[n for n, unit in enumerate(units) for _ in unit.tokens] for units in (old, new)]
    groups: dict[tuple[int, int], int] = {}
    members: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for side, units in ((0, old), (1, new)):
        for n in range(len(units)):
            groups[side, n] = len(groups)
            members[groups[side, n]] = [(side, n)]
    for i, j, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(size if size >= RUN else 0):
            one, other = groups[0, owners[0][i + step]], groups[1, owners[1][j + step]]
            if one != other:
                for member in members.pop(other):
                    groups[member] = one
                    members[one].append(member)
    for found in members.values():
        ordered = sorted(found)
        yield [old[n] for side, n in ordered if not side], [new[n] for side, n in ordered if side]


def _cost(old: Iterable[Unit], new: Iterable[Unit]) -> int:
    """Return how many pairs of equal words there are."""
    before, after = (Counter(t for unit in units for t in unit.tokens) for units in (old, new))
    return sum(count * after[token] for token, count in before.items())


def _bare(units: Iterable[Unit]) -> str:
    return bare(tuple(token for unit in units for token in unit.tokens))


def _alike(one: Unit, other: Unit) -> float:
    common = (Counter(one.tokens) & Counter(other.tokens)).total()
    return 2 * common / (len(one.tokens) + len(other.tokens))
