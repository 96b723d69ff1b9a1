"""What the trail says of an act: the thing it concerns as it was before, and as it is after."""

from typing import Any

from conspectus.domain.envelope import fact_data, statement_data
from conspectus.domain.review.acts import Act, Add, Approve, Correct, Resolve, Sign, Withdraw
from conspectus.domain.review.review import Review
from conspectus.domain.trail import canonical, digest

Data = dict[str, Any]


def concerned(review: Review, act: Act, number: int) -> Data | None:
    """Return what an act (the `number`-th) concerns, as it stands in a review; None if it is not.

    A statement with its section and its place there, a fact, the reasons of lines of the ledger,
    an approval, or the sign-offs.
    """
    if isinstance(act, Correct):
        fact = review.facts.get(act.fact)
        return {"fact": act.fact, **fact_data(fact)} if fact else None
    if isinstance(act, Resolve):
        return {"reasons": {line: _reason(review, line) for line in act.lines}}
    if isinstance(act, Approve):
        return {"section": act.section, "approved": act.section in review.approved}
    if isinstance(act, Sign | Withdraw):
        return {"signatures": [[one.name, one.meaning] for one in review.signatures]}
    return _statement(review, f"{act.section}-a{number}" if isinstance(act, Add) else act.statement)


def document_digest(review: Review) -> str:
    """Return the SHA-256 of what a sign-off is about: titles, statements with evidence, facts."""
    document = review.document
    told = {
        "title": document.title,
        "sections": [
            {"title": section.title, "statements": [statement_data(s) for s in section.statements]}
            for section in document.sections
            if section.statements
        ],
        "facts": {name: fact_data(fact) for name, fact in review.facts.items()},
    }
    return digest(canonical(told))


def _reason(review: Review, line: str) -> str | None:
    done = review.resolved.get(line)
    return done.act.reason if done and isinstance(done.act, Resolve) else None


def _statement(review: Review, id_: str) -> Data | None:
    for section in review.document.sections:
        for place, statement in enumerate(section.statements):
            if statement.id == id_:
                return {"section": section.id, "place": place, **statement_data(statement)}
    return None
