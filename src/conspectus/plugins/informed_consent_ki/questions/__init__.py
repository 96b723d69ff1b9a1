"""The questions of key information, by subject."""

from dataclasses import replace

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.act import ACT
from conspectus.plugins.informed_consent_ki.questions.again import AGAIN
from conspectus.plugins.informed_consent_ki.questions.alternatives import ALTERNATIVES
from conspectus.plugins.informed_consent_ki.questions.benefits import BENEFITS
from conspectus.plugins.informed_consent_ki.questions.contact import CONTACT
from conspectus.plugins.informed_consent_ki.questions.costs import COSTS
from conspectus.plugins.informed_consent_ki.questions.design import DESIGN
from conspectus.plugins.informed_consent_ki.questions.duties import DUTIES
from conspectus.plugins.informed_consent_ki.questions.exclusions import EXCLUSIONS
from conspectus.plugins.informed_consent_ki.questions.groups import GROUPS
from conspectus.plugins.informed_consent_ki.questions.identity import IDENTITY
from conspectus.plugins.informed_consent_ki.questions.injury import INJURY
from conspectus.plugins.informed_consent_ki.questions.later_treatment import LATER_TREATMENT
from conspectus.plugins.informed_consent_ki.questions.participation import PARTICIPATION
from conspectus.plugins.informed_consent_ki.questions.payment import PAYMENT
from conspectus.plugins.informed_consent_ki.questions.privacy import PRIVACY
from conspectus.plugins.informed_consent_ki.questions.risks import RISKS
from conspectus.plugins.informed_consent_ki.questions.sharing import SHARING
from conspectus.plugins.informed_consent_ki.questions.status import STATUS
from conspectus.plugins.informed_consent_ki.questions.stopping import STOPPING
from conspectus.plugins.informed_consent_ki.questions.voluntary import VOLUNTARY

_TOPICS = {
    name: topic
    for topic, names in {
        "study": "study_title study_id sponsor condition intervention status purpose",
        "people": "population exclusions is_pediatric number_of_participants randomized groups "
        "washout_required",
        "visits": "procedures act duties biospecimens genetic_testing duration visits_or_time",
        "risks": "key_risks other_risks reproductive_risks radiation",
        "choices": "direct_benefit benefit alternatives affects_treatment_options",
        "money": "compensation costs injury",
        "privacy": "confidentiality data_sharing",
        "leaving": "voluntary contact early_termination",
    }.items()
    for name in names.split()
}
_ASKED: tuple[Question, ...] = (
    *IDENTITY,
    *DESIGN,
    *PARTICIPATION,
    STATUS,
    GROUPS,
    EXCLUSIONS,
    ACT,
    DUTIES,
    *RISKS,
    *BENEFITS,
    *ALTERNATIVES,
    *LATER_TREATMENT,
    *PAYMENT,
    *COSTS,
    *INJURY,
    *PRIVACY,
    *SHARING,
    *VOLUNTARY,
    *CONTACT,
    *STOPPING,
    *AGAIN,
)
QUESTIONS = tuple(
    replace(question, topic=_TOPICS.get(question.name) or _TOPICS[question.adds_to])
    for question in _ASKED
)
