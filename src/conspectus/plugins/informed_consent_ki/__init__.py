"""Key information from an informed-consent form (45 CFR 46.116(a)(5)(i))."""

from collections.abc import Mapping

from conspectus.domain.facts import Facts, Part
from conspectus.domain.plugin import FactDoor, Plugin
from conspectus.domain.source import Source
from conspectus.plugins.informed_consent_ki.arms_read import arms
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.further_risks import further_risks
from conspectus.plugins.informed_consent_ki.omissions import omissions
from conspectus.plugins.informed_consent_ki.parameters import PARAMETERS
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS
from conspectus.plugins.informed_consent_ki.rules import RULES, tuned
from conspectus.plugins.informed_consent_ki.sections import SECTIONS


def _title(fact: FactDoor) -> str:
    return "Key Information"


def _further(facts: Facts, source: Source) -> Mapping[str, tuple[Part, ...]]:
    return {**further_risks(facts, source), "randomized": arms(source)}


plugin = Plugin(
    id="informed-consent-ki",
    version="1.0.0",
    name="Key information of a consent form",
    description="The short section with which a research consent form must begin.",
    questions=QUESTIONS,
    sections=SECTIONS,
    parameters=PARAMETERS,
    rules=RULES,
    title=_title,
    further=_further,
    classifier=CLASSIFIER,
    tuned=tuned,
    omissions=omissions,
)
