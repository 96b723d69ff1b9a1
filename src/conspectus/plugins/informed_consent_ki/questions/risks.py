"""Questions to come."""

from conspectus.domain.facts import Question

RISKS: tuple[Question, ...] = ()
