"""Telephone numbers and whose they are, by the role named nearest before them."""

import re
from collections.abc import Iterable

from conspectus.adapters.model_offline.cues import compiled
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.domain.facts import Aspect
from conspectus.domain.request import Citation, Claim

BEFORE = 6
"""How many sentences before a number may name the role it belongs to."""

NUMBER = re.compile(
    r"(?<![\w-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. \u2013])\d{3}[-. \u2013]\d{4}(?!\d)"
    r"|(?<![\w-])\+\d{1,3}[ -](?:\(?\d{1,5}\)?[ -]){1,4}\d{2,6}(?!\d)"
    r"|(?<![\w-])1-8\d\d-[\dA-Z-]{7,9}(?!\w)"
)
_FAX = re.compile(r"\bfax\b[^0-9]{0,12}$", re.IGNORECASE)


def phone_claims(sentences: tuple[Sentence, ...], aspects: Iterable[Aspect]) -> list[Claim]:
    """Return one claim, "role: number", for each aspect whose role a number follows."""
    aspects = tuple(aspects)
    best: dict[str, tuple[float, Claim]] = {}
    for sentence in sentences:
        for number in NUMBER.finditer(sentence.text):
            before = sentence.text[: number.start()]
            if _FAX.search(before):
                continue
            named = _nearest_role(sentences, sentence, before, aspects)
            if named is None:
                continue
            aspect, role, holder, score = named
            if aspect.name in best and best[aspect.name][0] >= score:
                continue
            citations = [Citation(sentence.extract, sentence.text)]
            if holder is not sentence:
                citations.insert(0, Citation(holder.extract, holder.text))
            text = f"{role[:1].upper()}{role[1:]}: {number.group()}"
            best[aspect.name] = (score, Claim(text, tuple(citations), aspect.name))
    return [best[aspect.name][1] for aspect in aspects if aspect.name in best]


def _nearest_role(
    sentences: tuple[Sentence, ...], at: Sentence, before: str, aspects: tuple[Aspect, ...]
) -> tuple[Aspect, str, Sentence, float] | None:
    """Return the aspect, the words of the role, the sentence that names it, and a score."""
    window = [(at, before)]
    for sentence in reversed(sentences[max(0, at.index - BEFORE) : at.index]):
        window.append((sentence, sentence.text))
    for distance, (sentence, text) in enumerate(window):
        found = [
            (match.start(), aspect, match.group())
            for aspect in aspects
            for cue in aspect.cues
            for match in compiled(cue.pattern).finditer(text)
        ]
        if found:
            _, aspect, role = max(found, key=lambda f: f[0])
            away = any(
                compiled(pattern).search(heading)
                for pattern in aspect.away
                for heading in at.headings
            )
            home = any(
                compiled(pattern).search(heading)
                for pattern in aspect.home
                for heading in at.headings
            )
            if away:
                return None
            return aspect, " ".join(role.split()), sentence, home * 2.0 - distance * 0.1
    after = at.text[len(before) :]
    for aspect in aspects:
        for cue in aspect.cues:
            match = compiled(cue.pattern).search(after)
            if match:
                return aspect, " ".join(match.group().split()), at, -1.0
    return None
