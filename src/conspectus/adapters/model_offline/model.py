"""The offline model: every question answered from the wording of the passages."""

import asyncio

from conspectus.adapters.model_offline.cues import Matcher, compiled
from conspectus.adapters.model_offline.gather import joined, listed
from conspectus.adapters.model_offline.mentions import Mentions
from conspectus.adapters.model_offline.phones import phone_claims
from conspectus.adapters.model_offline.select import Pick, Selector
from conspectus.adapters.model_offline.sheet import Sentence, Sheet
from conspectus.adapters.model_offline.trim import shorten, tidy, told_row
from conspectus.domain.facts import Question
from conspectus.domain.request import Answer, Citation, Claim, Extract, Reply, Request


class OfflineModel:
    """Answers from the passages alone; the same request gives the same answer."""

    name = "offline"

    async def ask(self, request: Request) -> Answer:
        """Answer every question, off the event loop."""
        return await asyncio.to_thread(self.answer, request)

    def answer(self, request: Request) -> Answer:
        """Answer every question of the request."""
        sheet = Sheet(request.extracts)
        matcher = Matcher(sheet)
        selector = Selector(matcher)
        return Answer(tuple(_reply(q, request.extracts, matcher, selector) for q in request.questions))


def _reply(
    question: Question, extracts: tuple[Extract, ...], matcher: Matcher, selector: Selector
) -> Reply:
    if question.kind == "boolean":
        return _boolean(question, selector)
    if question.kind == "list":
        claims = Mentions(matcher).claims(question)
        return Reply(question.name, tuple(_fitting(claims, question.most_words)))
    phones = [aspect for aspect in question.aspects if aspect.form == "phone"]
    claims = phone_claims(matcher.sheet.sentences, phones) if phones else []
    claims += _claims(question, matcher, selector, {claim.aspect for claim in claims})
    return Reply(question.name, tuple(_fitting(claims, question.most_words)))


def _boolean(question: Question, selector: Selector) -> Reply:
    picks = [pick for aspect in question.aspects for pick in selector.best(question, aspect, set())]
    if not picks:
        return Reply(question.name, boolean=question.silence)
    top = max(picks, key=lambda pick: pick.score)
    same = sorted((p for p in picks if p.aspect.value is top.aspect.value), key=lambda p: -p.score)
    claims = tuple(_claim(pick, tidy(pick.sentence.text)) for pick in _first_of_each(same)[:3])
    return Reply(question.name, claims, top.aspect.value)


def _first_of_each(picks: list[Pick]) -> list[Pick]:
    return list({pick.sentence.index: pick for pick in reversed(picks)}.values())[::-1]


def _claims(
    question: Question, matcher: Matcher, selector: Selector, answered: set[str]
) -> list[Claim]:
    claims: list[Claim] = []
    taken: set[int] = set()
    for aspect in question.aspects:
        if aspect.form == "phone" or answered & set(aspect.unless):
            continue
        for pick in selector.best(question, aspect, taken):
            claim = _formed(pick, matcher)
            if claim and not any(_same(claim.text, other.text) for other in claims):
                claims.append(claim)
                answered.add(aspect.name)
                taken.add(pick.sentence.index)
    return claims


def _formed(pick: Pick, matcher: Matcher) -> Claim | None:
    sentence, form = pick.sentence, pick.aspect.form
    spans = [
        match
        for cue in pick.aspect.cues
        if (match := matcher.hits(cue.pattern).get(sentence.index))
    ]
    if form == "capture":
        values = [m.group("value") for m in spans if m.groupdict().get("value")]
        text = " ".join(values[0].split()).strip(" .,;:") if values else ""
        return _claim(pick, text) if text else None
    body = tidy(told_row(sentence.text) if sentence.kind == "row" else sentence.text)
    items = listed(matcher.sheet.sentences, sentence)
    if items:
        text, count = joined(body, [tidy(item.text) for item in items])
        return _claim(pick, text, *items[:count])
    if body.endswith(":"):
        body = body.rstrip(" :") + "."
    last = max(spans, key=lambda match: match.end()).group()
    upto = body.lower().find(last.lower())
    return _claim(pick, shorten(body, upto + len(last) if upto >= 0 else len(body)))


def _claim(pick: Pick, text: str, *more: Sentence) -> Claim:
    told = (pick.sentence, *more)
    return Claim(text, tuple(Citation(s.extract, s.text) for s in told), pick.aspect.name)


def _same(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one in other or other in one


def _fitting(claims: list[Claim], most_words: int) -> list[Claim]:
    """Keep the claims, in order of their aspects, that fit into `most_words` together."""
    kept, words = [], 0
    for claim in claims:
        size = len(claim.text.split())
        if words + size <= most_words:
            kept.append(claim)
            words += size
    return kept
