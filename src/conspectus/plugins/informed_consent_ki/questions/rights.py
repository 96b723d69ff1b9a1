"""Questions to come."""

from conspectus.domain.facts import Question

RIGHTS: tuple[Question, ...] = ()
