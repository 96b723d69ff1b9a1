"""How likely each sentence of a sheet answers a question, by the plugin's classifier.

Cues say what part of an answer a sentence is, but know only words that were thought of. The
classifier knows whole sentences of many forms: what it finds unlikely beside something better is
no answer, and what it finds likely is one, although no cue matches it.
"""

from collections.abc import Sequence
from math import inf

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

NOWHERE = -1
"""The column of a label that the classifier does not know."""

FEW_WORDS = 4
"""What has fewer words says nothing by itself."""


class Odds:
    """The log-odds of the sentences of one sheet; without a classifier nothing is known."""

    def __init__(self, sentences: Sequence[Sentence], classifier: Classifier | None) -> None:
        self._telling = [s for s in sentences if _tells(s)] if classifier else []
        self._columns = classifier.columns if classifier else {}
        self._odds = classifier.log_odds(sentences) if classifier else []
        self._best: dict[str, Sentence | None] = {}

    def unlikely(self, question: Question, sentence: Sentence) -> bool:
        """Tell whether a sentence is no answer, as another is one with better reason."""
        column = self._columns.get(question.name)
        best = self._likeliest(question.name)
        if column is None or best is None:
            return False
        odds = self._odds[sentence.index][column]
        return odds < UNLIKELY and odds <= self._odds[best.index][column] - BEHIND

    def likely(self, question: Question, alone: bool) -> Sentence | None:
        """Return the sentence that answers a question, `alone` or beside others, None if none."""
        best = self._likeliest(question.name)
        least = LIKELY if alone else SURE
        return best if best and self._of(question.name, best) >= least else None

    def sign(self, question: Question) -> tuple[bool, Sentence] | None:
        """Return the yes or no that a sentence bears, None when none does or it may bear both."""
        for value, mark, other in ((True, "+", "-"), (False, "-", "+")):
            best = self._likeliest(question.name + mark)
            odds = self._of(question.name + mark, best) if best else SIGN - 1
            against = self._of(question.name + other, best) if best else 0.0
            if best and odds >= SIGN and odds >= against + CLEAR:
                return value, best
        return None

    def turned(self, question: Question, value: bool, sentence: Sentence) -> bool:
        """Tell whether a sentence rather bears the other sign than the one that a cue found.

        Figures are all alike to a classifier: where they stand, as ages do, the cue has read them.
        """
        if any(map(str.isdigit, sentence.text)):
            return False
        own, other = (question.name + mark for mark in ("+-" if value else "-+"))
        against = self._of(other, sentence)
        return against >= TURNED and against >= self._of(own, sentence) + CLEARLY

    def _of(self, label: str, sentence: Sentence) -> float:
        column = self._columns.get(label)
        return -inf if column is None else self._odds[sentence.index][column]

    def _likeliest(self, label: str) -> Sentence | None:
        if label not in self._best:
            column = self._columns.get(label, NOWHERE)
            among = self._telling if column != NOWHERE else ()
            self._best[label] = max(among, key=lambda s: self._odds[s.index][column], default=None)
        return self._best[label]


def _tells(sentence: Sentence) -> bool:
    """Tell whether a sentence says something by itself."""
    if sentence.kind == "heading" or sentence.text.endswith(("?", ":")):
        return False
    return len(sentence.text.split()) >= FEW_WORDS
