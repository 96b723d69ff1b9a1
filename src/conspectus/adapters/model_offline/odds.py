"""How likely each sentence of a sheet answers a question, by the plugin's classifier.

Cues say what part of an answer a sentence is, but know only words that were thought of. The
classifier knows whole sentences of many forms: what it finds unlikely beside something better is
no answer, and what it finds likely is one, although no cue matches it.
"""

from collections.abc import Sequence
from math import inf

from conspectus.adapters.model_offline.homes import Homes
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Question
from conspectus.domain.text.classifier import Classifier

UNLIKELY, BEHIND = -4.5, 3.0
"""A sentence with log-odds below the first, so far behind the likeliest one, does not answer."""

LIKELY, SURE = -0.5, -1.0
"""The likeliest sentence answers from the first on when nothing else does, from the second on
beside what does."""

SIGN, CLEAR = -1.0, 1.0
"""From these log-odds on a sentence bears a yes or no when no cue matches, if so much more than it
bears the other."""

TURNED, CLEARLY = -2.0, 2.0
"""From these log-odds on a sentence bears the other sign than a cue says, if by so much more."""

FEW_WORDS = 4
"""What has fewer words says nothing by itself."""


class Odds:
    """The log-odds of the sentences of one sheet; without a classifier nothing is known."""

    def __init__(
        self, sentences: Sequence[Sentence], classifier: Classifier | None, homes: Homes
    ) -> None:
        self._homes = homes
        self._telling = [s for s in sentences if _tells(s)] if classifier else []
        self._columns = classifier.columns if classifier else {}
        self._odds = classifier.log_odds(sentences) if classifier else []
        self._best: dict[tuple[str, tuple[str, ...]], Sentence | None] = {}

    def unlikely(self, question: Question, sentence: Sentence) -> bool:
        """Tell whether a sentence is no answer, as another is one with better reason."""
        best = self._likeliest(question.name, question.away)
        odds = self._of(question.name, sentence)
        return (
            best is not None and odds < UNLIKELY and odds <= self._of(question.name, best) - BEHIND
        )

    def likely(self, question: Question, alone: bool) -> Sentence | None:
        """Return the sentence that answers a question, `alone` or beside others, None if none."""
        best = self._likeliest(question.name, question.away)
        least = LIKELY if alone else SURE
        return best if best and self._of(question.name, best) >= least else None

    def sign(self, question: Question) -> tuple[bool, Sentence] | None:
        """Return the yes or no that a sentence bears, None when none does or it may bear both."""
        for value in (True, False):
            own, other = _labels(question, value)
            if best := self._likeliest(own, question.away):
                odds = self._of(own, best)
                if odds >= SIGN and odds >= self._of(other, best) + CLEAR:
                    return value, best
        return None

    def turned(self, question: Question, value: bool, sentence: Sentence) -> bool:
        """Tell whether a sentence rather bears the other sign than the one that a cue found.

        Figures are all alike to a classifier: where they stand, as ages do, the cue has read them.
        """
        if any(map(str.isdigit, sentence.text)):
            return False
        own, other = _labels(question, value)
        against = self._of(other, sentence)
        return against >= TURNED and against >= self._of(own, sentence) + CLEARLY

    def _of(self, label: str, sentence: Sentence) -> float:
        column = self._columns.get(label)
        return -inf if column is None else self._odds[sentence.index][column]

    def _likeliest(self, label: str, aways: tuple[str, ...]) -> Sentence | None:
        """Return the sentence that answers most likely of those under no heading that is away."""
        if label not in self._columns:
            return None
        key = label, aways
        if key not in self._best:
            column, away = self._columns[label], self._homes.away(aways)
            near = (s for s in self._telling if not away >> s.index & 1)
            self._best[key] = max(near, key=lambda s: self._odds[s.index][column], default=None)
        return self._best[key]


def _labels(question: Question, value: bool) -> tuple[str, str]:
    """Return the label of a yes or no, and that of the other."""
    marks = "+-" if value else "-+"
    return question.name + marks[0], question.name + marks[1]


def _tells(sentence: Sentence) -> bool:
    """Tell whether a sentence says something by itself, as what is yet to be filled in does not."""
    if sentence.kind == "heading" or sentence.text.endswith(("?", ":", "]")):
        return False
    return len(sentence.text.split()) >= FEW_WORDS
