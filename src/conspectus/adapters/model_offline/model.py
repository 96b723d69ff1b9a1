"""The offline model: every question answered from the wording of the passages."""

import asyncio
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from conspectus.adapters.model_offline.claiming import labelled, likely, picked
from conspectus.adapters.model_offline.cues import SheetMatcher
from conspectus.adapters.model_offline.gather import (
    FEW_WORDS,
    MANY_WORDS,
    MOST_WORDS,
    balanced,
    fitting,
    joined,
    listed,
)
from conspectus.adapters.model_offline.homes import Homes
from conspectus.adapters.model_offline.leaning import continued, introduced
from conspectus.adapters.model_offline.mentions import Mentions
from conspectus.adapters.model_offline.odds import Odds
from conspectus.adapters.model_offline.phones import is_telephone, phone_claims
from conspectus.adapters.model_offline.repeats import same
from conspectus.adapters.model_offline.select import Pick, Selector
from conspectus.adapters.model_offline.sheet import Sheet, header_of
from conspectus.adapters.model_offline.signs import yes_or_no
from conspectus.adapters.model_offline.trim import (
    BRIEF,
    LONG,
    shorten,
    tidy,
    told_row,
)
from conspectus.adapters.model_offline.vocabulary import Vocabulary
from conspectus.domain.facts import Question
from conspectus.domain.request import (
    Answer,
    Claim,
    Extract,
    Reply,
    Request,
    shape_of,
)

ITEM = 0.34
"""What a further item of a list is worth against another aspect."""

_LENGTHS = ((sys.maxsize, MANY_WORDS), (sys.maxsize, MOST_WORDS), (1, MOST_WORDS), (0, FEW_WORDS))
"""How many claims are told at length, and the words of a list; tried until all fits."""

_POINTER = re.compile(r"\b(?:follow(?:s|ing)|below|schedule)\b[^.:]{0,40}:$", re.IGNORECASE)
"""The end of a sentence that says nothing without the table or list it points to."""


class OfflineModel:
    """Answers from the passages alone; the same request gives the same answer."""

    name = "offline"
    most_words = None

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the whole request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Answer every question, off the event loop."""
        return await asyncio.to_thread(self.answer, request)

    def answer(self, request: Request) -> Answer:
        """Answer every question of the request."""
        sheet = Sheet(request.extracts, _vocabulary(request.questions))
        matcher = SheetMatcher(sheet)
        homes = Homes(sheet.sentences, sheet.vocabulary)
        odds = Odds(sheet.sentences, request.classifier, homes)
        selector, mentions = Selector(matcher, homes, odds), Mentions(matcher)
        replies = (
            _reply(question, request.extracts, matcher, selector, mentions, odds)
            for question in request.questions
        )
        label = sheet.scope.labelled
        return Answer(tuple(replace(r, claims=tuple(map(label, r.claims))) for r in replies))


@lru_cache(maxsize=8)
def _vocabulary(questions: tuple[Question, ...]) -> Vocabulary:
    """Return the vocabulary of a plugin's patterns, which every document is searched for."""
    return Vocabulary(pattern for question in questions for pattern in _finding(question))


def _finding(question: Question) -> Iterator[str]:
    """Yield the patterns that all sentences or headings are searched for."""
    yield from (*question.home, *question.away)
    for aspect in question.aspects:
        if aspect.form != "phone":
            yield from (cue.pattern for cue in aspect.cues)
            yield from (*aspect.home, *aspect.away)


def _reply(
    question: Question,
    extracts: tuple[Extract, ...],
    matcher: SheetMatcher,
    selector: Selector,
    mentions: Mentions,
    odds: Odds,
) -> Reply:
    if question.kind == "boolean":
        return yes_or_no(question, selector, matcher.sheet.sentences, odds)
    if question.kind == "list":
        told = mentions.claims(question)
        return Reply(question.name, tuple(fitting(told, question.most_words)))
    phones = [aspect for aspect in question.aspects if aspect.form == "phone"]
    claims = phone_claims(matcher.sheet.sentences, phones) if phones else []
    answered = {claim.aspect for claim in claims}
    tries: list[list[Claim]] = []
    for whole, most in _LENGTHS:
        told = claims + _claims(question, matcher, selector, answered, whole, most)
        tries.append(balanced(told, question.most_words))
        if len(tries[-1]) == len(told):
            break
    best = max(tries, key=_worth)
    best = likely(question, best, odds, matcher.sheet.sentences)
    return Reply(question.name, tuple(_in_order(best, extracts)))


def _in_order(claims: list[Claim], extracts: tuple[Extract, ...]) -> list[Claim]:
    """Put the claims of each aspect into the order of the document."""
    aspects = list(dict.fromkeys(claim.aspect for claim in claims))

    def place(claim: Claim) -> tuple[int, int, int]:
        first = claim.citations[0]
        at = extracts[first.extract - 1].text.find(first.quote)
        return aspects.index(claim.aspect), first.extract, at

    return sorted(claims, key=place)


def _worth(claims: Iterable[Claim]) -> float:
    """Say how much an answer tells: its aspects, and the further items of its lists."""
    claims = tuple(claims)
    items = sum(len(claim.citations) - 1 for claim in claims)
    return len({claim.aspect for claim in claims}) + ITEM * items


def _claims(
    question: Question,
    matcher: SheetMatcher,
    selector: Selector,
    answered: Collection[str],
    whole: int,
    most: int,
) -> list[Claim]:
    """Return the claims, all but the first `whole` of them in few words.

    A list is told in `most` words, few for the others.
    """
    claims: list[Claim] = []
    taken: set[int] = set()
    answered = set(answered)
    for aspect in question.aspects:
        if aspect.form == "phone" or answered & set(aspect.unless):
            continue
        for pick in selector.best(question, aspect, taken):
            claim = _formed(pick, matcher, most if len(claims) < whole else 0)
            if claim and most and pick.aspect.form == "sentence":
                claim = introduced(claim, pick, matcher.sheet.sentences, taken)
                claim = continued(claim, pick, matcher.sheet.sentences, taken)
            if claim and not any(same(claim.text, other.text) for other in claims):
                claims.append(claim)
                answered.add(aspect.name)
                taken.add(pick.sentence.index)
    return claims


def _formed(pick: Pick, matcher: SheetMatcher, most: int) -> Claim | None:
    sentence, form = pick.sentence, pick.aspect.form
    spans = [
        match for cue in pick.aspect.cues if (match := matcher.hit(cue.pattern, sentence.index))
    ]
    if form == "capture":
        held = [m for m in spans if m.groupdict().get("value") and not is_telephone(m)]
        values = [m.group("value") for m in held]
        text = " ".join(values[0].split()).strip(" .,;:") if values else ""
        text = text[:1].upper() + text[1:] if " " in text else text
        claim = picked(pick, text)
        return labelled(claim, sentence) if text else None
    header = header_of(sentence, matcher.sheet.sentences)
    columns = sentence.columns if header else ()
    body = tidy(told_row(sentence.text, columns) if sentence.kind == "row" else sentence.text)
    items = listed(matcher.sheet.sentences, sentence)
    if items:
        said = [tidy(item.text, capital=False) for item in items]
        text, told = joined(body, said, most or FEW_WORDS)
        return picked(pick, text, *(items[number] for number in told))
    if _POINTER.search(body):
        return None
    if sentence.start and len(body.split()) == 1:
        return labelled(picked(pick, tidy(sentence.full.replace(": ", " ", 1))), sentence)
    if body.endswith(":"):
        body = body.rstrip(" :") + "."
    last = max(spans, key=lambda match: match.end()).group()
    upto = body.lower().find(last.lower())
    upto = upto + len(last) if upto >= 0 else len(body)
    return picked(pick, shorten(body, upto, LONG if most else BRIEF), *header)
