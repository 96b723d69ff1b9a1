"""Questions to come."""

from conspectus.domain.facts import Question

PARTICIPATION: tuple[Question, ...] = ()
