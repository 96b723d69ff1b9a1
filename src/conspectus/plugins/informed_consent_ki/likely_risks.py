"""What of a form is likely a risk, whatever it stands under: headings are as many as houses."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conspectus.domain.source import Passage, PassageKind
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.risk_trust import Trust

LABELS = ("key_risks", "reproductive_risks+")
OTHERS = ("compensation", "costs", "contact")
"""What a sentence may be about instead: it is no risk when one of these is likelier."""

LIKELY, PLAIN = -2.0, -1.5
"""Log-odds from which on a sentence is one that says what may happen, or stands among risks."""


Headings = Callable[[Passage], tuple[str, ...]]
Begins = Callable[[Passage], int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, item or row, as the classifier sees it."""

    passage: Passage
    kind: PassageKind
    text: str
    headings: tuple[str, ...]
    lead: str


class LikelyRisks:
    """The sentences, items and rows of one form that the classifier takes for risks.

    `headings` returns those over a passage, `begins` where its text begins behind its title.
    """

    def __init__(self, passages: Iterable[Passage], headings: Headings, begins: Begins) -> None:
        lines = list(_lines(passages, headings, begins))
        odds = CLASSIFIER.log_odds(lines, LABELS + OTHERS)
        self._odds = {
            (id(line.passage), line.text): risk
            for line, each in zip(lines, odds, strict=True)
            if (risk := max(each[: len(LABELS)])) >= max(LIKELY, *each[len(LABELS) :])
        }

    def trust(self, passage: Passage, sentence: str) -> Trust | None:
        """Return how far a sentence is trusted to be a risk by itself, None when it is not."""
        text = passage.text if passage.cells else sentence
        odds = self._odds.get((id(passage), text))
        if odds is None:
            return None
        return "sure" if odds >= PLAIN else "near"


def _lines(passages: Iterable[Passage], headings: Headings, begins: Begins) -> Iterator[_Line]:
    lead = ""
    for passage in passages:
        if passage.kind == "heading":
            lead = ""
            continue
        said = [passage.text] if passage.cells else sentences(passage.text[begins(passage) :])
        yield from (_Line(passage, passage.kind, one, headings(passage), lead) for one in said)
        if passage.kind != "item":
            lead = passage.text
