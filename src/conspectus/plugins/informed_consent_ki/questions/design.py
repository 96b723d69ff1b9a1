"""How the study is made: its purpose, what it tests, with whom and how."""

from conspectus.plugins.informed_consent_ki.questions.assignment import RANDOMIZED
from conspectus.plugins.informed_consent_ki.questions.enrollment import NUMBER
from conspectus.plugins.informed_consent_ki.questions.intervention import INTERVENTION
from conspectus.plugins.informed_consent_ki.questions.minors import PEDIATRIC
from conspectus.plugins.informed_consent_ki.questions.population import POPULATION
from conspectus.plugins.informed_consent_ki.questions.purpose import PURPOSE
from conspectus.plugins.informed_consent_ki.questions.washout import WASHOUT

DESIGN = (INTERVENTION, PURPOSE, POPULATION, PEDIATRIC, NUMBER, RANDOMIZED, WASHOUT)
