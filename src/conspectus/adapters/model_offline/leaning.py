"""Sentences that lean on the one before them: told with it, or it with them, as an answer's value.

Here only what surely leans: a list would fill with what is none of its kind. How a document tells
an answer, whoever gave it, is the matter of `pipeline.context`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from conspectus.adapters.model_offline.select import Pick
from conspectus.adapters.model_offline.sheet import Sentence
from conspectus.adapters.model_offline.trim import tidy, without_asides
from conspectus.domain.request import Citation, Claim

_BACK = re.compile(
    r"They|Then\b|That is (?:what|why)\b|If (?:so|not),|Them"
    r"|These(?! (?:may|can|might) (?:include|be)\b)"
    r"|(?:It|This) (?:is|was) (?:very |quite )?"
    r"(?:rare|uncommon|unlikely|likely|common|mild|serious|severe|temporary|permanent)\b"
    r"|(?:It|This) (?:(?:may|can|could|might|will|would|has|keeps?|includes|means|pays|gives|goes|"
    r"takes|lasts)\b(?! (?:not )?(?:be (?:that|possible|your|up)|cost|take)\b))"
)
"""How a sentence begins whose subject the sentence before it names."""

ANTECEDENT = 25
"""A sentence before it is told too if it has no more words."""

_ON = re.compile(
    r"(?:after|beyond) (?:that|this|then|(?:the )?(?:first|year|month|week|day|end)\b)|"
    r"afterwards?,|from then on|thereafter|(?:one |the other )?(?:half|part|some|most|none) of "
    r"(?:it|this|that|the)\b|the (?:rest|remainder|other half|balance)\b|the (?:only )?exceptions?|"
    r"this (?:does not|will not|excludes)\b|not (?:covered|included|paid)\b|otherwise,?\b",
    re.IGNORECASE,
)
"""How a sentence begins that takes back or bounds what the one before says."""

_FOR = re.compile(
    r"(?:for|in|with) (?!example|instance|more|further|the purpose)\w+", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$\u20ac\u00a3]|\b(?:pa(?:y|ys|id|ying|yments?)|costs?|charged?|charges|bill(?:ed|s)?|free|"
    r"withheld|kept back|insur\w+|apply|applies|compensat\w+)\b",
    re.IGNORECASE,
)

_HOPE = re.compile(r"\b(?:may|might|could|hope[sd]?)\b", re.IGNORECASE)
_DOUBT = re.compile(
    r"^(?:but |however,? )?(?:(?:you|it|he|she|they) (?:may|might) not\.$"
    r"|(?:we|no one|nobody|this) (?:cannot|can ?not|can.t|can)\b[^.]{0,25}"
    r"\b(?:sure|promised?|guaranteed?|know|certain)\b)"
    r"|\b(?:did|was|were|worked?|works) no (?:better|more)\b"
    r"|\b(?:did|does|has|have) not (?:help|work|been (?:shown|proven|found))\b",
    re.IGNORECASE,
)
"""What takes back the hope of a gain that the sentence before it holds out."""

TURN = 28
"""A sentence that follows is told too if it has no more words."""


def introduced(claim: Claim, pick: Pick, sentences: Sequence[Sentence], taken: set[int]) -> Claim:
    """Put the sentence before it in front of one that begins with "They", unless it is told."""
    number = pick.sentence.index - 1
    if not _BACK.match(claim.text) or number < 0 or number in taken:
        return claim
    before = sentences[number]
    text = without_asides(tidy(before.text))
    unfit = _BACK.match(text) or len(text.split()) > ANTECEDENT or text[-1:] not in ".?"
    if before.extract != pick.sentence.extract or unfit:
        return claim
    taken.add(number)
    citations = (Citation(before.extract, before.text), *claim.citations)
    return replace(claim, text=f"{text} {claim.text}", citations=citations)


def continued(claim: Claim, pick: Pick, sentences: Sequence[Sentence], taken: set[int]) -> Claim:
    """Add the sentence after it when that bounds what is told of money or hope."""
    number = pick.sentence.index + 1
    if number >= len(sentences) or number in taken or pick.sentence.kind != "paragraph":
        return claim
    after = sentences[number]
    if after.extract != pick.sentence.extract or len(after.text.split()) > TURN:
        return claim
    said, then = pick.sentence.text, after.text
    bounds = _ON.match(then) or (_FOR.match(then) and _FOR.match(said))
    money = bounds and _MONEY.search(then) and _MONEY.search(said)
    if not money and not (_DOUBT.search(then) and _HOPE.search(said)):
        return claim
    taken.add(number)
    citations = (*claim.citations, Citation(after.extract, after.text))
    return replace(claim, text=f"{claim.text} {tidy(after.text)}", citations=citations)
