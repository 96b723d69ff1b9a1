"""How hard a text is to read: the Flesch-Kincaid grade, SMOG and the lengths of its sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from math import sqrt

from conspectus.domain.text.sentences import split
from conspectus.domain.text.syllables import syllables

_WORD = re.compile(r"[^\s\u2013\u2014]*[^\W_][^\s\u2013\u2014]*")


@dataclass(frozen=True, slots=True)
class Readability:
    """Measures of a text; all are 0 when it has no words.

    `flesch_kincaid_grade` is 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid et al.
    1975) and `smog` is 1.043 sqrt(30 polysyllables/sentences) + 3.1291 (McLaughlin 1969), both in
    US school grades and rounded to a tenth. A hyphenated word is one word.
    """

    flesch_kincaid_grade: float
    smog: float
    words: int
    sentences: int
    mean_sentence_words: float
    longest_sentence_words: int

    def as_mapping(self) -> Mapping[str, float | int]:
        """Return the measures by name, in a fixed order."""
        return asdict(self)


def words(text: str) -> list[str]:
    """Return the words of the text: runs without white space that hold a letter or a digit."""
    return _WORD.findall(text)


def counted(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of words of every sentence that has any."""
    for start, end in split(text):
        if length := len(words(text[start:end])):
            yield start, end, length


def measure(text: str) -> Readability:
    """Measure a text; each of its lines is at least one sentence."""
    lengths = [length for _, _, length in counted(text)]
    if not lengths:
        return Readability(0.0, 0.0, 0, 0, 0.0, 0)
    spoken = [syllables(word) for word in words(text)]
    total, number = len(spoken), len(lengths)
    grade = 0.39 * total / number + 11.8 * sum(spoken) / total - 15.59
    smog = 1.043 * sqrt(30 * sum(count > 2 for count in spoken) / number) + 3.1291
    return Readability(
        flesch_kincaid_grade=round(grade, 1),
        smog=round(smog, 1),
        words=total,
        sentences=number,
        mean_sentence_words=round(total / number, 1),
        longest_sentence_words=max(lengths),
    )
