"""Taking part: what is done, what is collected, and how long it takes."""

from conspectus.domain.facts import Question
from conspectus.plugins.informed_consent_ki.questions.procedures import PROCEDURES

PARTICIPATION: tuple[Question, ...] = (PROCEDURES,)
