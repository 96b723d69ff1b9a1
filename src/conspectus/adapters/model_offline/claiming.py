"""Claims of one sentence: one that a cue picked, or one that the classifier finds likely."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.adapters.model_offline.gather import hangs, hung, lead_of
from conspectus.adapters.model_offline.odds import Odds
from conspectus.adapters.model_offline.phones import reaches
from conspectus.adapters.model_offline.repeats import same
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


def likely(
    question: Question, told: list[Claim], odds: Odds, sentences: Sequence[Sentence]
) -> list[Claim]:
    """Add the sentence that answers most likely, when it is not told and there is room.

    Nothing stands beside a name: the text would not go on from it.
    """
    names = {aspect.name for aspect in question.aspects if aspect.form == "capture"}
    if any(claim.aspect in names for claim in told):
        return told
    best = odds.likely(question, alone=not told)
    cited = {(citation.extract, citation.quote) for claim in told for citation in claim.citations}
    if best is None or (best.extract, best.text) in cited:
        return told
    if any(aspect.form == "phone" for aspect in question.aspects) and not reaches(best.text):
        return told
    room = question.most_words - sum(len(claim.text.split()) for claim in told)
    if hangs(best):
        return _listed(best, told, sentences, room)
    claims = [said(best, whole) for whole in (True, False)]
    fitting = [claim for claim in claims if len(claim.text.split()) <= room]
    if not told:  # better told at length than not at all
        fitting.append(claims[-1])
    more = [c for c in fitting[:1] if not any(same(c.text, other.text) for other in told)]
    return [*told, *more]


def _listed(
    item: Sentence, told: list[Claim], sentences: Sequence[Sentence], room: int
) -> list[Claim]:
    """Tell an item that hangs on its lead in the list that is told of that, or in one of its own.

    What else of the list fits is told too.
    """
    lead = lead_of(sentences, item)
    own = Claim("", ())
    cites = (one for one in told if lead and Citation(lead.extract, lead.text) in one.citations)
    before = next(cites, own)
    first = [quote.quote for quote in before.citations]
    most = room + len(before.text.split())
    text, shown = hung(sentences, item, most, first)
    if not shown or len(text.split()) > most:
        return told
    citations = tuple(Citation(s.extract, s.text) for s in shown)
    claim = replace(before, text=text, citations=citations)
    return [claim if one is before else one for one in told] + [claim] * (before is own)


def said(sentence: Sentence, whole: bool = True) -> Claim:
    """Tell a sentence, or its first clauses."""
    text = tidy(sentence.text)
    text = shorten(text, len(text) if whole else 0, LONG)
    return Claim(text, (Citation(sentence.extract, sentence.text),))
