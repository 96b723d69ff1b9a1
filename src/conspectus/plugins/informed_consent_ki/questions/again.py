"""Questions asked again with more room: what an answer in few words had to leave out."""

from dataclasses import replace

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.alternatives import ALTERNATIVES
from conspectus.plugins.informed_consent_ki.questions.costs import COSTS
from conspectus.plugins.informed_consent_ki.questions.injury import INJURY
from conspectus.plugins.informed_consent_ki.questions.payment import PAYMENT
from conspectus.plugins.informed_consent_ki.questions.population import POPULATION
from conspectus.plugins.informed_consent_ki.questions.privacy import PRIVACY
from conspectus.plugins.informed_consent_ki.questions.sharing import SHARING
from conspectus.plugins.informed_consent_ki.questions.visits import VISITS_OR_TIME

_ASKED = {
    question.name: question
    for question in (
        *ALTERNATIVES,
        *COSTS,
        *INJURY,
        *PAYMENT,
        POPULATION,
        *PRIVACY,
        *SHARING,
        VISITS_OR_TIME,
    )
}

SURER = 0.4
"""What is told beside an answer must be so much surer to be one."""

_SETTLED = ("decline", "rights")
"""What every form says in the same words: once is enough."""


def _again(name: str, words: int, **most: int) -> Question:
    """Return a question that adds to another what its own words left out.

    `most` says of aspects how many sentences answer them.
    """
    question = _ASKED[name]
    aspects = tuple(
        replace(
            aspect,
            most=most.get(aspect.name, aspect.most),
            threshold=aspect.threshold + SURER,
            unless=(),
        )
        for aspect in question.aspects
        if aspect.form == "sentence" and aspect.name not in _SETTLED
    )
    return replace(
        question,
        name=f"more_{name}",
        ask="",
        aspects=aspects,
        most_words=words,
        adds_to=name,
    )


AGAIN = (
    _again("population", 160),
    _again("visits_or_time", 160, length=3),
    _again("alternatives", 160),
    _again("compensation", 160),
    _again("costs", 200),
    _again("injury", 200),
    _again("confidentiality", 160),
    _again("data_sharing", 160),
)
"""What a reader is told first of time, options and money, and then more of it."""
