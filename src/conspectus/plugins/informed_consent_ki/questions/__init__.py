"""The 31 questions of key information, by subject."""

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

QUESTIONS: tuple[Question, ...] = (
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
