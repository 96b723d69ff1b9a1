"""The evidence guard: nothing that the source does not bear out becomes a fact."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from conspectus.domain.claims.check import check_claim
from conspectus.domain.facts import Aspect, Fact, FactStatus, Part, Question, Value
from conspectus.domain.request import Claim, Refused, Reply
from conspectus.domain.source import Evidence, Passage, Source, quoted_words
from conspectus.domain.text.searching import stands
from conspectus.pipeline.quotes import Sent

_MOST_REASON = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a reply is borne out, and what is not.

    Each refused claim comes with the passages it cites (all it was asked over when it cites none).
    """

    parts: tuple[Part, ...] = ()
    refused: tuple[tuple[Refused, tuple[Passage, ...]], ...] = ()
    boolean: bool | None = None

    @property
    def answers(self) -> bool:
        """Whether anything was claimed, borne out or not."""
        return bool(self.parts or self.refused)


def judge(question: Question, reply: Reply, sent: Sent, source: Source) -> Verdict:
    """Hold every claim of a reply against its quotes."""
    parts, refused = [], []
    for claim in reply.claims:
        evidence = sent.located(claim, source)
        reason = _against(question, reply, claim, evidence) or _beyond(claim, sent)
        if reason:
            named = tuple(p for c in claim.citations if (p := sent.cited(c)))
            told = Refused(question.name, claim.text, reason[:_MOST_REASON])
            refused.append((told, named or sent.passages))
        else:
            parts.append(Part(claim.text, evidence, claim.aspect))
    return Verdict(tuple(parts), tuple(refused), reply.boolean)


def fact_of(question: Question, verdicts: Sequence[Verdict]) -> Fact:
    """Return what the verdicts on one question, in the order of their requests, come to."""
    if question.kind == "boolean":
        return _boolean(question, verdicts)
    parts = _within(question, _taken_in_turn(verdicts))
    if parts:
        return Fact(question.name, _value(question, parts), "stated", parts)
    return Fact(question.name, None, _status(verdicts))


def _boolean(question: Question, verdicts: Sequence[Verdict]) -> Fact:
    """Return what silence means to the question, unstated, where there is no evidence."""
    told = [v for v in verdicts if v.parts and v.boolean is not None]
    if told:
        value = any(verdict.boolean for verdict in told)
        parts = tuple(p for verdict in told if verdict.boolean is value for p in verdict.parts)
        return Fact(question.name, value, "stated", parts)
    return Fact(question.name, question.silence, _status(verdicts))


def _status(verdicts: Sequence[Verdict]) -> FactStatus:
    return "rejected" if any(verdict.refused for verdict in verdicts) else "unstated"


def _taken_in_turn(verdicts: Sequence[Verdict]) -> list[Part]:
    """Return the parts, the first of each request before the second of any, each text once."""
    turns = chain.from_iterable(zip_longest(*(verdict.parts for verdict in verdicts)))
    parts: dict[str, Part] = {}
    for part in turns:
        if part is not None:
            parts.setdefault(part.text.lower().rstrip(". "), part)
    return list(parts.values())


def _within(question: Question, parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts that the words of the question have room for, the first one always."""
    taken: list[Part] = []
    left = question.most_words
    for part in parts:
        left -= len(part.text.split())
        if taken and left < 0:
            break
        taken.append(part)
    return tuple(taken)


def _against(question: Question, reply: Reply, claim: Claim, evidence: tuple[Evidence, ...]) -> str:
    """Return what speaks against a claim; nothing when its quotes bear it out."""
    if not evidence:
        return "The quote does not stand in the passages, word for word."
    quotes = quoted_words(evidence)
    if question.kind == "boolean" and (reason := unborne(question, reply.boolean, quotes)):
        return reason
    return " ".join(f.message for f in check_claim(claim.text, quotes, strict=True))


def _beyond(claim: Claim, sent: Sent) -> str:
    """Return what the whole sentences around a fragment say against the claim, if all of them do.

    "It is not true that ..." and "... only if ..." are easily left out of a quote.
    """
    for citation in claim.citations:
        others = [other.quote for other in claim.citations if other is not citation]
        against = [
            check_claim(claim.text, [sentence, *others], strict=True)
            for sentence in sent.surroundings(citation)
        ]
        if against and all(against):
            told = " ".join(finding.message for finding in against[0])
            return f"The whole sentence does not say so: {told}"
    return ""


def unborne(question: Question, boolean: bool | None, quotes: Sequence[str]) -> str:
    """Return why the quotes do not bear a verdict out, an empty string when they do.

    They say the opposite when they bear the other value well, and this one at most weakly. A
    question without aspects has no cues, so that any quote will do.
    """
    weighed = [(aspect, _weight(aspect, quote)) for aspect in question.aspects for quote in quotes]
    borne = {aspect.value for aspect, weight in weighed if weight > 0}
    well = {aspect.value for aspect, weight in weighed if weight >= aspect.threshold}
    if boolean not in well and well:
        return "The quote says the opposite."
    return "" if boolean in borne or not question.aspects else "The quote does not say so."


def _weight(aspect: Aspect, quote: str) -> float:
    words = " ".join(quote.split())
    lowered = words.lower()
    return sum(cue.weight for cue in aspect.cues if stands(cue.pattern, words, lowered))


def _value(question: Question, parts: tuple[Part, ...]) -> Value:
    texts = tuple(part.text for part in parts)
    if question.kind == "list":
        return texts
    text = texts[0]
    for following in texts[1:]:
        text += (" " if text.endswith((".", "!", "?")) else "; ") + following
    return text
