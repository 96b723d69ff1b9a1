"""What can go wrong."""

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.exposure import RADIATION, REPRODUCTIVE_RISKS
from conspectus.plugins.informed_consent_ki.questions.key_risks import KEY_RISKS
from conspectus.plugins.informed_consent_ki.questions.other_risks import OTHER_RISKS

RISKS: tuple[Question, ...] = (KEY_RISKS, OTHER_RISKS, REPRODUCTIVE_RISKS, RADIATION)
