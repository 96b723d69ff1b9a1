"""Answers to questions of yes or no."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.adapters.model_offline.claiming import labelled, picked, said
from conspectus.adapters.model_offline.gather import hangs, hung, pointed
from conspectus.adapters.model_offline.leaning import introduced
from conspectus.adapters.model_offline.odds import FEW_WORDS, Odds
from conspectus.adapters.model_offline.select import Pick, Selector
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import tidy
from conspectus.domain.facts import Question
from conspectus.domain.request import Citation, Claim, Reply

MOST = 3
"""So many sentences are cited for a yes or no."""


def yes_or_no(
    question: Question, selector: Selector, sentences: Sequence[Sentence], odds: Odds
) -> Reply:
    """Answer by the cue that bears most; by the classifier when none matches; else by silence."""
    found = (pick for aspect in question.aspects for pick in selector.best(question, aspect, set()))
    picks = [p for p in found if not odds.turned(question, p.aspect.value, p.sentence)]
    if not picks and (sign := odds.sign(question)):
        value, sentence = sign
        return Reply(question.name, (_whole(said(sentence), sentence, sentences),), value)
    if not picks:
        return Reply(question.name, boolean=question.silence)
    top = max(picks, key=lambda pick: pick.score)
    same = sorted((p for p in picks if p.aspect.value is top.aspect.value), key=lambda p: -p.score)
    claims = tuple(_shown(pick, sentences) for pick in _first_of_each(same)[:MOST])
    return Reply(question.name, claims, top.aspect.value)


def _shown(pick: Pick, sentences: Sequence[Sentence]) -> Claim:
    """Tell a sentence that bears a yes or no, with its heading or the one before if it leans."""
    sentence = pick.sentence
    if hangs(sentence):
        return _whole(picked(pick, tidy(sentence.text)), sentence, sentences)
    if sentence.start and len(sentence.text.split()) < FEW_WORDS:
        return labelled(picked(pick, tidy(sentence.full)), sentence)
    text, below = pointed(sentences, sentence)
    if below:
        return picked(pick, tidy(text), *below)
    return introduced(picked(pick, tidy(sentence.text)), pick, sentences, set())


def _whole(claim: Claim, sentence: Sentence, sentences: Sequence[Sentence]) -> Claim:
    """Tell an item with the condition in its lead."""
    text, shown = hung(sentences, sentence, 0) if hangs(sentence) else ("", [])
    quotes = tuple(Citation(s.extract, s.text) for s in (sentence, *shown))
    return replace(claim, text=text, citations=tuple(dict.fromkeys(quotes))) if text else claim


def _first_of_each(picks: list[Pick]) -> list[Pick]:
    return list({pick.sentence.index: pick for pick in reversed(picks)}.values())[::-1]
