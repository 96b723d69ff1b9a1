"""What acts do to the statements of a document."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conspectus.domain.claims.check import check_claim
from conspectus.domain.document import Document, Section, Statement, StatementKind
from conspectus.domain.review.acts import Act, ActRefused, Add, Cite, Delete, Edit, Move

Statements = tuple[Statement, ...]
Change = Callable[[Statements], Statements]


def changed(
    document: Document, act: Act, number: int, framings: Mapping[str, str]
) -> tuple[Document, tuple[str, ...]]:
    """Return the document after an act, and the statements whose words or evidence it gave.

    A statement that is added in act 7 has the id "SECTION-a7". Raises ActRefused.
    """
    if isinstance(act, Add):
        return _added(document, act, number, framings)
    if isinstance(act, Edit):
        _require_words(act.text)
        return _replaced(document, act.statement, lambda s: _worded(s, act.text, framings))
    if isinstance(act, Cite):
        return _replaced(document, act.statement, lambda s: _resting(s, act, framings))
    if isinstance(act, Delete):
        at, _ = place_of(document, act.statement)
        return _with(document, at, lambda all_: _without(all_, act.statement)), ()
    if isinstance(act, Move):
        return _moved(document, act), ()
    raise ActRefused(f"{type(act).__name__} does not concern statements.")


def place_of(document: Document, statement: str) -> tuple[str, Statement]:
    """Return a statement and the id of its section. Raises ActRefused when it is not there."""
    for section, found in document.statements:
        if found.id == statement:
            return section.id, found
    raise ActRefused("The document has no such statement.")


def _added(
    document: Document, act: Add, number: int, framings: Mapping[str, str]
) -> tuple[Document, tuple[str, ...]]:
    """Add a statement. One of the report's own that needs no evidence may come back so."""
    _require_words(act.text)
    id_ = f"{act.section}-a{number}"
    own = not act.evidence and act.text in framings.values()
    kind: StatementKind = "framing" if own else "factual"
    fresh = Statement(id_, act.text, kind, act.facts, act.evidence, act.item)
    if act.section not in {section.id for section in document.sections}:
        if not act.title.strip() or act.after:
            raise ActRefused("The document has no such section.")
        section = Section(act.section, act.title, (fresh,))
        return replace(document, sections=(*document.sections, section)), (id_,)
    return _with(document, act.section, lambda all_: _put(all_, fresh, act.after)), (id_,)


def _moved(document: Document, act: Move) -> Document:
    at, statement = place_of(document, act.statement)
    if act.section not in {section.id for section in document.sections}:
        raise ActRefused("The document has no such section.")
    if act.after == act.statement:
        raise ActRefused("A statement cannot follow itself.")
    taken = _with(document, at, lambda all_: _without(all_, act.statement))
    return _with(taken, act.section, lambda all_: _put(all_, statement, act.after))


def _worded(statement: Statement, text: str, framings: Mapping[str, str]) -> Statement:
    """Give a statement other words. Those of its own, without evidence, say no more than before."""
    kind: StatementKind = "framing" if _frames(statement, text, framings) else "factual"
    return replace(statement, text=text, kind=kind)


def _resting(statement: Statement, act: Cite, framings: Mapping[str, str]) -> Statement:
    rests = replace(statement, evidence=act.evidence)
    return _worded(rests, statement.text, framings)


def _frames(statement: Statement, text: str, framings: Mapping[str, str]) -> bool:
    """Tell whether words need no evidence: the report's own for this place bear them out."""
    own = framings.get(statement.id)
    if own is None or statement.evidence:
        return False
    return text == own or not check_claim(text, [own], strict=True)


def _replaced(
    document: Document, statement: str, change: Callable[[Statement], Statement]
) -> tuple[Document, tuple[str, ...]]:
    at, _ = place_of(document, statement)

    def each(all_: Statements) -> Statements:
        return tuple(change(one) if one.id == statement else one for one in all_)

    return _with(document, at, each), (statement,)


def _with(document: Document, section: str, change: Change) -> Document:
    sections = tuple(
        replace(one, statements=change(one.statements)) if one.id == section else one
        for one in document.sections
    )
    return replace(document, sections=sections)


def _without(statements: Statements, statement: str) -> Statements:
    return tuple(one for one in statements if one.id != statement)


def _put(statements: Statements, statement: Statement, after: str) -> Statements:
    at = 0
    if after:
        ids = [one.id for one in statements]
        if after not in ids:
            raise ActRefused("The section has no such statement.")
        at = ids.index(after) + 1
    return (*statements[:at], statement, *statements[at:])


def _require_words(text: str) -> None:
    if not text.strip():
        raise ActRefused("A statement needs words; to take it out, delete it.")
