"""The 31 questions of key information, by subject."""

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.alternatives import ALTERNATIVES
from conspectus.plugins.informed_consent_ki.questions.benefits import BENEFITS
from conspectus.plugins.informed_consent_ki.questions.contact import CONTACT
from conspectus.plugins.informed_consent_ki.questions.design import DESIGN
from conspectus.plugins.informed_consent_ki.questions.identity import IDENTITY
from conspectus.plugins.informed_consent_ki.questions.injury import INJURY
from conspectus.plugins.informed_consent_ki.questions.money import MONEY
from conspectus.plugins.informed_consent_ki.questions.participation import PARTICIPATION
from conspectus.plugins.informed_consent_ki.questions.privacy import PRIVACY
from conspectus.plugins.informed_consent_ki.questions.rights import RIGHTS
from conspectus.plugins.informed_consent_ki.questions.risks import RISKS

QUESTIONS: tuple[Question, ...] = (
    *IDENTITY,
    *DESIGN,
    *PARTICIPATION,
    *RISKS,
    *BENEFITS,
    *ALTERNATIVES,
    *MONEY,
    *INJURY,
    *PRIVACY,
    *RIGHTS,
    *CONTACT,
)
