"""What the study is: title, number, sponsor and subject."""

from conspectus.plugins.informed_consent_ki.questions.condition import CONDITION
from conspectus.plugins.informed_consent_ki.questions.numbering import STUDY_ID
from conspectus.plugins.informed_consent_ki.questions.sponsor import SPONSOR
from conspectus.plugins.informed_consent_ki.questions.title import STUDY_TITLE

IDENTITY = (STUDY_TITLE, STUDY_ID, SPONSOR, CONDITION)
