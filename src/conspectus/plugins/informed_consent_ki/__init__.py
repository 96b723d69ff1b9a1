"""Key information from an informed-consent form (45 CFR 46.116(a)(5)(i))."""

from conspectus.domain.plugin import FactDoor, Plugin
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from conspectus.plugins.informed_consent_ki.grave_risks import grave_risks
from conspectus.plugins.informed_consent_ki.omissions import omissions
from conspectus.plugins.informed_consent_ki.parameters import PARAMETERS
from conspectus.plugins.informed_consent_ki.questions import QUESTIONS
from conspectus.plugins.informed_consent_ki.rules import RULES, tuned
from conspectus.plugins.informed_consent_ki.sections import SECTIONS


def _title(fact: FactDoor) -> str:
    return "Key Information"


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
    further=grave_risks,
    classifier=CLASSIFIER,
    tuned=tuned,
    omissions=omissions,
)
