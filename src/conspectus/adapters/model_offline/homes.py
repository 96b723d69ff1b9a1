"""Under which headings the sentences of a sheet stand, and what that is worth to a question."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from conspectus.adapters.model_offline.cues import Matcher
from conspectus.adapters.model_offline.index import each
from conspectus.adapters.model_offline.sheet import Sentence, Texts
from conspectus.adapters.model_offline.vocabulary import Vocabulary

HOME = 1.5
"""What standing under a heading of the question's home is worth; an outer heading counts less."""

OUTER = 0.6
HOMELESS, FEW_HEADINGS = 0.6, 5
"""What every sentence of a letter, which has so few headings, is worth to a question without a
home there."""

WHOLE = 0.4
"""A heading over so large a share of the sentences says nothing about the place of any of them."""

Path = tuple[str, ...]


class Homes:
    """The headings of one sheet, and the sets of sentences that stand under them."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        paths: dict[Path, int] = {}
        for sentence in sentences:
            paths[sentence.headings] = paths.get(sentence.headings, 0) | 1 << sentence.index
        headings = tuple(dict.fromkeys(heading for path in paths for heading in path))
        self._all = reduce(or_, paths.values(), 0)
        self._matcher = Matcher(Texts(headings, vocabulary))
        self._right = dict.fromkeys(range(len(headings)), 0)
        self._below = dict(self._right)
        numbers = {heading: number for number, heading in enumerate(headings)}
        wide = _wide(sentences)
        for path, under in paths.items():
            inner = [numbers[heading] for heading in _inner(path, wide)]
            for number in inner:
                self._below[number] |= under
            if inner:
                self._right[inner[-1]] |= under
        self._few = len(headings) < FEW_HEADINGS
        self._said: dict[Path, list[int]] = {}
        self._places: dict[tuple[Path, Path], list[tuple[float, int]]] = {}

    def places(self, homes: Path, aways: Path) -> list[tuple[float, int]]:
        """Return what each place is worth and the set of the sentences there, none that is away.

        `homes` and `aways` are patterns of headings.
        """
        if (homes, aways) not in self._places:
            self._places[homes, aways] = list(self._placed(homes, aways))
        return self._places[homes, aways]

    def _placed(self, homes: Path, aways: Path) -> Iterator[tuple[float, int]]:
        said = self._saying(homes)
        placed = self.away(aways)
        for worth, headed in ((HOME, self._right), (OUTER, self._below)):
            here = _under(headed, said) & ~placed
            placed |= here
            yield worth, here
        homeless = self._few and homes and not said
        yield HOMELESS if homeless else 0.0, self._all & ~placed

    def away(self, aways: Path) -> int:
        """Return the set of the sentences under headings that are away."""
        return _under(self._below, self._saying(aways))

    def _saying(self, patterns: Path) -> list[int]:
        """Return the numbers of the headings in which one of the patterns matches."""
        if patterns not in self._said:
            found = map(self._matcher.matching, patterns)
            self._said[patterns] = list(each(reduce(or_, found, 0)))
        return self._said[patterns]


def _under(headed: dict[int, int], headings: Sequence[int]) -> int:
    return reduce(or_, (headed[heading] for heading in headings), 0)


def _inner(path: Path, wide: set[Path]) -> Path:
    """Return the headings below those that stand over a large part of the form."""
    depth = 0
    while depth < len(path) and path[: depth + 1] in wide:
        depth += 1
    return path[depth:]


def _wide(sentences: Sequence[Sentence]) -> set[Path]:
    """Return the paths of headings that stand over a large part of the form, as its title does."""
    counts = Counter(
        s.headings[:depth] for s in sentences for depth in range(1, len(s.headings) + 1)
    )
    return {path for path, count in counts.items() if count > WHOLE * len(sentences)}
