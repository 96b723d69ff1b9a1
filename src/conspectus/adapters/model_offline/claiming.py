"""Claims of one sentence: one that a cue picked, or one that the classifier finds likely."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.adapters.model_offline.odds import Odds
from conspectus.adapters.model_offline.select import Pick
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import LONG, shorten, tidy
from conspectus.domain.facts import Question
from conspectus.domain.request import Citation, Claim


def picked(pick: Pick, text: str, *more: Sentence) -> Claim:
    """Return what a picked sentence says in these words, with `more` that it cites."""
    told = (pick.sentence, *more)
    return Claim(text, tuple(Citation(s.extract, s.text) for s in told), pick.aspect.name)


def labelled(claim: Claim, sentence: Sentence) -> Claim:
    """Cite the heading that labels a value too: it tells what the value is."""
    if not sentence.start:
        return claim
    label = Citation(sentence.extract - 1, sentence.full[: sentence.start].rstrip(" :"))
    return replace(claim, citations=(*claim.citations, label))


def likely(question: Question, told: Sequence[Claim], odds: Odds) -> list[Claim]:
    """Tell the sentence that answers most likely, when it is not told and there is room."""
    best = odds.likely(question, alone=not told)
    cited = {(citation.extract, citation.quote) for claim in told for citation in claim.citations}
    if best is None or (best.extract, best.text) in cited:
        return []
    room = question.most_words - sum(len(claim.text.split()) for claim in told)
    claims = (said(best, whole) for whole in (True, False))
    return [claim for claim in claims if len(claim.text.split()) <= room][:1]


def said(sentence: Sentence, whole: bool = True) -> Claim:
    """Tell a sentence, or its first clauses."""
    text = tidy(sentence.text)
    text = shorten(text, len(text) if whole else 0, LONG)
    return Claim(text, (Citation(sentence.extract, sentence.text),))
