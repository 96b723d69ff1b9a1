"""List questions: for each aspect a short phrase, taken where the document says most about it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from conspectus.adapters.model_offline.cues import Matcher, compiled
from conspectus.adapters.model_offline.phrases import negated, phrase, segment
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import tidy
from conspectus.domain.facts import Aspect, Cue, Question
from conspectus.domain.request import Citation, Claim

HOME, OWN, LISTED, HEADING, FIRST = 1.0, 0.4, 0.4, 0.2, 0.3
"""What it is worth to stand under a home heading of the question, of the aspect, in a list, to be
a heading, and to stand among the first words."""

LATER = 0.3
"""What the end of the document loses against its beginning."""

HEADING_WORDS, LABEL_WORDS = 9, 7
"""A heading of more words is no phrase; one of more words labels none."""

SENTENCE_WORDS = 24
"""A sentence of which no phrase stands alone is taken whole up to so many words."""

RATED_WORDS = 14
"""A phrase takes the cell that says how often only up to so many words."""

QUOTE_LETTERS = 12
"""A shorter cell is quoted with its row."""

HEAD_WORDS = 4
"""An aspect named among so many first words of a phrase needs no phrase of its own."""

BARE = 0.4
"""What a phrase of one word loses against a fuller one."""

SPARE = 8
"""So many mentions of an aspect are tried for a good phrase."""

_BACK = re.compile(
    r"^(?:these|this|those|they|it|both|such|all of these|you (?:\w+ )?have (?:these|this|them))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]+[.)])\s+")
_MEMBER = re.compile(r"[,;()]|\b(?:and|or)\b")
_RATE = re.compile(
    r"\d+ ?%|\b\d[\d,]* (?:in|out of|of) (?:every )?\d|\b(?:common|uncommon|rare|rarely|likely|often|"
    r"frequent|occasional|sometimes)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    sentence: Sentence
    start: int
    end: int
    score: float


class Mentions:
    """Finds where the sentences of one sheet mention the aspects of a list question.

    The first cue of an aspect names it and must match; its other cues only weigh. A mention that
    is denied does not count, nor do avoided words in the lead of its list or in a sentence after
    it that points back.
    """

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._sentences = matcher.sheet.sentences
        self._above = _stacked(self._sentences)
        self._last = _nearest(self._sentences)

    def claims(self, question: Question) -> list[Claim]:
        """Return the phrases in the order of the aspects, none twice."""
        claims: list[Claim] = []
        for aspect in question.aspects:
            told = [a for a in question.aspects if any(c.aspect == a.name for c in claims)]
            if any(a.name in aspect.unless for a in told):
                continue
            if aspect.most == 1 and any(_heads(claim.text, aspect) for claim in claims):
                continue
            for claim in self._best(question, aspect, told, claims):
                claims = _with(claims, claim)
        return claims

    def _best(
        self, question: Question, aspect: Aspect, told: list[Aspect], claims: list[Claim]
    ) -> list[Claim]:
        """Return the phrases of one aspect, best first.

        A mention that stands in the words of an earlier claim is told already.
        """
        tried: list[tuple[float, Claim]] = []
        for mention in self._ranked(question, aspect)[: SPARE * aspect.most]:
            claim = self._claim(mention, aspect)
            if claim is None or _repeats(claim.text, mention, aspect, told):
                continue
            if any(_holds(other, mention, aspect) for other in claims):
                break
            if not any(claim.text in other.text for other in claims):
                tried.append((mention.score - (BARE if " " not in claim.text else 0.0), claim))
        tried.sort(key=lambda pair: -pair[0])
        found: list[Claim] = []
        for _, claim in tried:
            if len(found) < aspect.most and not any(_same(claim.text, f.text) for f in found):
                found.append(claim)
        return found

    def _ranked(self, question: Question, aspect: Aspect) -> list[_Mention]:
        topic, *others = aspect.cues
        weights = self._matcher.weigh(others)
        mentions = []
        for index in self._matcher.hits(topic.pattern):
            sentence = self._sentences[index]
            match = next(
                (
                    m
                    for m in compiled(topic.pattern).finditer(sentence.text)
                    if not negated(sentence.text, m.start(), m.end())
                ),
                None,
            )
            paths = self._path(sentence)
            place = _place(sentence, paths, question.home, question.away + aspect.away, aspect.home)
            if match is None or place is None:
                continue
            if sentence.kind == "heading" and not (place and _names(sentence.text)):
                continue
            score = topic.weight + weights.get(index, 0.0) + place
            score += FIRST * (len(sentence.text[: match.start()].split()) < 3)
            score -= self._against(sentence, match, aspect.avoid)
            score -= LATER * index / len(self._sentences)
            if score >= aspect.threshold:
                mentions.append(_Mention(sentence, match.start(), match.end(), score))
        return sorted(mentions, key=lambda m: (-m.score, m.sentence.index))

    def _path(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the headings above, those that stand right over one of them, and the last one."""
        path = sentence.headings
        more = [h for end in range(1, len(path) + 1) for h in self._above.get(path[:end], ())]
        last = self._last[sentence.index]
        return (*more, *path, *([last] if last and last not in path else ()))

    def _against(
        self, sentence: Sentence, match: re.Match[str], avoid: tuple[Cue, ...]
    ) -> float:
        left, right = segment(sentence.text, match.start(), match.end())
        texts = [sentence.text[left:right]]
        if sentence.kind in ("item", "row"):
            texts.append(_opening(sentence.lead))
        follower = self._follower(sentence)
        if follower and _BACK.match(follower.text):
            texts.append(follower.text)
        return sum(_weight(text, avoid) for text in texts)

    def _follower(self, sentence: Sentence) -> Sentence | None:
        after = self._sentences[sentence.index + 1 : sentence.index + 2]
        return after[0] if after and after[0].extract == sentence.extract else None

    def _claim(self, mention: _Mention, aspect: Aspect) -> Claim | None:
        sentence = mention.sentence
        text, start, end = sentence.text, mention.start, mention.end
        rate, quote = "", sentence.text
        if sentence.kind == "row":
            left = text.rfind(" | ", 0, start) + 3 if " | " in text[:start] else 0
            right = text.find(" | ", end)
            cell = text[left : right if right >= 0 else len(text)]
            rest = [c for c in text.split(" | ") if c and c != cell]
            rate = rest[0] if len(rest) == 1 and _RATE.search(rest[0]) and left == 0 else ""
            text, start, end = cell, start - left, end - left
            quote = quote if rate or len(cell) < QUOTE_LETTERS else cell
        said = phrase(text, start, end, sentence.kind != "paragraph")
        if not said and len(text.split()) <= SENTENCE_WORDS and not _BACK.match(text):
            said = tidy(text)
        if not said:
            return None
        rate = rate.split(", ")[0]
        if rate and len(said.split()) + len(rate.split()) <= RATED_WORDS:
            said = f"{said} ({rate})"
        citations = [Citation(sentence.extract, quote)]
        if aspect.form == "labelled" and ":" not in said and (
            label := self._label(sentence, aspect)
        ):
            said = f"{_NUMBER.sub('', label.text).rstrip(' :.')}: {said}"
            citations.append(Citation(label.extract, label.text))
        return Claim(said, tuple(citations), aspect.name)

    def _label(self, sentence: Sentence, aspect: Aspect) -> Sentence | None:
        """Return the heading right above, when it is short and on the aspect."""
        leaf = sentence.headings[-1] if sentence.headings and sentence.kind != "heading" else ""
        if not _names(leaf, LABEL_WORDS) or not _any(aspect.home, leaf):
            return None
        for above in reversed(self._sentences[: sentence.index]):
            if above.kind == "heading":
                return above if above.text == leaf else None
        return None


def _stacked(sentences: tuple[Sentence, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return, by heading path, the headings of any rank that stand right above its last one."""
    above: dict[tuple[str, ...], tuple[str, ...]] = {}
    run: tuple[str, ...] = ()
    for sentence in sentences:
        if sentence.kind != "heading":
            run = ()
            continue
        path = (*sentence.headings, sentence.text)
        if run:
            above[path] = run
        run = (*run, sentence.text)
    return above


def _nearest(sentences: tuple[Sentence, ...]) -> list[str]:
    """Return for each sentence the heading before it in reading order, "" when there is none."""
    last, found = "", []
    for sentence in sentences:
        found.append(last)
        if sentence.kind == "heading":
            last = sentence.text
    return found


def _opening(lead: str) -> str:
    """Return the last sentence of a lead if it is left open, as before a list."""
    last = lead.rstrip()
    return "" if last.endswith((".", "?", "!")) else last[last.rfind(". ") + 1 :]


def _place(
    sentence: Sentence,
    path: tuple[str, ...],
    homes: tuple[str, ...],
    aways: tuple[str, ...],
    own: tuple[str, ...],
) -> float | None:
    if any(_any(aways, heading) for heading in path):
        return None
    leaf = path[-1] if path and sentence.kind != "heading" else sentence.text
    opening = _opening(sentence.lead) if sentence.kind == "item" else ""
    at_home = any(_any(homes, heading) for heading in path) or _any(homes, opening)
    if not at_home:
        return OWN * _any(own, leaf)
    kind = {"paragraph": 0.0, "heading": HEADING}.get(sentence.kind, LISTED)
    return HOME + OWN * _any(own, leaf) + kind


@lru_cache(maxsize=8192)
def _any(patterns: tuple[str, ...], text: str) -> bool:
    return any(compiled(pattern).search(text) for pattern in patterns)


@lru_cache(maxsize=8192)
def _weight(text: str, cues: tuple[Cue, ...]) -> float:
    return sum(cue.weight for cue in cues if compiled(cue.pattern).search(text))


def _names(heading: str, most: int = HEADING_WORDS) -> bool:
    """Tell whether a heading is a short name, no question and no sentence."""
    return 0 < len(heading.split()) <= most and not heading.rstrip().endswith(("?", ":"))


def _topic(aspect: Aspect) -> re.Pattern[str]:
    return compiled(aspect.cues[0].pattern)


def _heads(text: str, aspect: Aspect) -> bool:
    """Tell whether the aspect is named among the first words of a phrase."""
    match = _topic(aspect).search(text)
    return match is not None and len(text[: match.start()].split()) < HEAD_WORDS


def _holds(claim: Claim, mention: _Mention, aspect: Aspect) -> bool:
    """Tell whether a claim from the same sentence lists the aspect among others."""
    cited = any(
        citation.extract == mention.sentence.extract and citation.quote in mention.sentence.text
        for citation in claim.citations
    )
    members = _MEMBER.split(claim.text) if cited and aspect.most == 1 else ()
    return any(len(m.split()) <= HEAD_WORDS and _topic(aspect).search(m) for m in members)


def _repeats(text: str, mention: _Mention, aspect: Aspect, told: list[Aspect]) -> bool:
    """Tell whether the phrase names first what another aspect has told.

    An aspect of several phrases gathers the rest: its sentences are on no other aspect.
    """
    if aspect.most > 1:
        return any(_topic(other).search(mention.sentence.text) for other in told)
    own = _topic(aspect).search(text)
    start = own.start() if own else len(text)
    return any((m := _topic(other).search(text)) and m.start() < start for other in told)


def _with(claims: list[Claim], claim: Claim) -> list[Claim]:
    """Add a claim; one that says more takes the place of one that says less."""
    if any(claim.text.lower() in other.text.lower() for other in claims):
        return claims
    less = [
        n
        for n, other in enumerate(claims)
        if 2 < len(other.text.split()) and len(claim.text.split()) <= RATED_WORDS
        and other.text.lower() in claim.text.lower()
    ]
    if not less:
        return [*claims, claim]
    return [claim if n == less[0] else c for n, c in enumerate(claims) if n not in less[1:]]


def _same(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one in other or other in one
