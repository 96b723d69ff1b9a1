"""Taking part: what is done, what is collected and tested, how long it takes."""

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.duration import DURATION
from conspectus.plugins.informed_consent_ki.questions.procedures import PROCEDURES
from conspectus.plugins.informed_consent_ki.questions.samples import BIOSPECIMENS, GENETIC_TESTING
from conspectus.plugins.informed_consent_ki.questions.visits import VISITS_OR_TIME

PARTICIPATION: tuple[Question, ...] = (
    PROCEDURES,
    BIOSPECIMENS,
    GENETIC_TESTING,
    DURATION,
    VISITS_OR_TIME,
)
