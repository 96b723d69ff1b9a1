"""The questions of key information, by subject."""

from dataclasses import replace

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.alternatives import ALTERNATIVES
from conspectus.plugins.informed_consent_ki.questions.benefits import BENEFITS
from conspectus.plugins.informed_consent_ki.questions.contact import CONTACT
from conspectus.plugins.informed_consent_ki.questions.costs import COSTS
from conspectus.plugins.informed_consent_ki.questions.design import DESIGN
from conspectus.plugins.informed_consent_ki.questions.identity import IDENTITY
from conspectus.plugins.informed_consent_ki.questions.injury import INJURY
from conspectus.plugins.informed_consent_ki.questions.later_treatment import LATER_TREATMENT
from conspectus.plugins.informed_consent_ki.questions.participation import PARTICIPATION
from conspectus.plugins.informed_consent_ki.questions.payment import PAYMENT
from conspectus.plugins.informed_consent_ki.questions.privacy import PRIVACY
from conspectus.plugins.informed_consent_ki.questions.risks import RISKS
from conspectus.plugins.informed_consent_ki.questions.sharing import SHARING
from conspectus.plugins.informed_consent_ki.questions.stopping import STOPPING
from conspectus.plugins.informed_consent_ki.questions.voluntary import VOLUNTARY

_TOPICS = {
    name: topic
    for topic, names in {
        "study": "study_title study_id sponsor condition intervention purpose",
        "people": "population is_pediatric number_of_participants randomized washout_required",
        "visits": "procedures biospecimens genetic_testing duration visits_or_time",
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
)
QUESTIONS = tuple(replace(question, topic=_TOPICS[question.name]) for question in _ASKED)
