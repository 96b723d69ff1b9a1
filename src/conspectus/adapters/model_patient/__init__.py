"""A model that is asked with patience: the one place where calls wait and are made again."""

from conspectus.adapters.model_patient.breaker import Breaker
from conspectus.adapters.model_patient.model import Patience, PatientModel

__all__ = ["Breaker", "Patience", "PatientModel"]
