"""Rules of our own: every statement is borne out by verbatim words of the source."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from conspectus.domain.claims.check import check_claim
from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission
from conspectus.domain.source import Evidence, Source, quoted_words
from conspectus.domain.text.counting import counted

_NAMED = 6  # omissions named in one finding


def quotes_stand(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Ask that factual statements have evidence and that each quote stands where it says."""
    indices = {(page.number, page.anchor): index for index, page in enumerate(source.pages)}
    for section, statement in document.statements:
        if statement.kind == "factual" and not statement.evidence:
            problem = "This statement has no evidence. Cite the source or take the statement out."
            yield Finding("", "error", problem, section.id, statement.id)
        for problem in _broken(statement.evidence, indices, source):
            message = f"{problem} Take the statement out or quote the source word for word."
            yield Finding("", "error", message, section.id, statement.id)


def _broken(
    evidence: Iterable[Evidence], indices: dict[tuple[int | None, str | None], int], source: Source
) -> Iterator[str]:
    groups: dict[str, list[tuple[int, Evidence]]] = {}
    for piece in evidence:
        where = f"page {piece.page}" if piece.page is not None else f"paragraph {piece.anchor}"
        index = indices.get((piece.page, piece.anchor))
        if index is None:
            yield f"The evidence names {where}, which the source does not have."
        elif not piece.quote.strip() or (
            source.pages[index].text[piece.start : piece.end] != piece.quote
        ):
            yield f"The quote \u201c{piece.quote}\u201d does not stand on {where} as cited."
        elif piece.group is not None:
            groups.setdefault(piece.group, []).append((index, piece))
    for placed in groups.values():
        leaves = [index for index, _ in placed]
        if len(leaves) < 2 or leaves != list(range(leaves[0], leaves[0] + len(leaves))):
            yield "A quote over a page break is not complete."
        elif not all(_runs_on(*pair, source) for pair in pairwise(placed)) and not _found(
            [piece for _, piece in placed], source
        ):
            yield "The parts of a quote over a page break do not follow one another."


def _runs_on(before: tuple[int, Evidence], after: tuple[int, Evidence], source: Source) -> bool:
    """Tell whether no words of the body stand between two pieces, of a page and the next one."""
    (last, end), (first, start) = (before[0], before[1].end), (after[0], after[1].start)
    for passage in source.passages:
        for span in passage.spans:
            text = source.pages[span.page].text
            left = text[max(span.start, end) : span.end] if span.page == last else ""
            skipped = text[span.start : min(span.end, start)] if span.page == first else ""
            if any(map(str.isalnum, left + skipped)):
                return False
    return True


def _found(pieces: list[Evidence], source: Source) -> bool:
    """Tell whether the quote as a whole is found over the same pages."""
    hits = source.locate(quoted_words(pieces)[0])
    return [hit.page for hit in hits] == [piece.page for piece in pieces]


def numbers_borne_out(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Ask that every number, unit and frequency of a statement stands in its evidence."""
    return _checked(document, "FID-NUM")


def negations_borne_out(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Ask that no negation or modal word is lost or gained against the evidence."""
    return _checked(document, "FID-NEG")


def clauses_borne_out(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Ask that no statement holds a clause that none of its quotes bears."""
    return _checked(document, "FID-CLAUSE")


def sections_point(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Ask that every section that tells something points to a page or paragraph."""
    for section in document.sections:
        told = [s for s in section.statements if s.kind == "factual"]
        places = [e.page is not None or e.anchor is not None for s in told for e in s.evidence]
        if told and not any(places):
            message = f"The section \u201c{section.title}\u201d points to no page of the source."
            yield Finding("", "warning", f"{message} Cite where the source tells more.", section.id)


def omission_findings(omissions: Iterable[Omission]) -> Iterator[Finding]:
    """Tell what the ledger says was left out: a warning for each line without a reason.

    Those with a reason make one finding for information; what is included, or absent from the
    source, is no finding.
    """
    reasoned = []
    for omission in omissions:
        if omission.status == "left_out" and omission.reason.strip():
            reasoned.append(omission.item)
        elif omission.status == "left_out":
            pages = sorted({e.page for e in omission.evidence if e.page is not None})
            where = f" (page {', '.join(map(str, pages[:5]))})" if pages else ""
            told = f"The source tells of {omission.item}{where}, and the summary leaves it out"
            yield Finding("", "warning", f"{told} without a reason. Add it or give the reason.")
    if reasoned:
        named = "; ".join(reasoned[:_NAMED]) + ("; \u2026" if len(reasoned) > _NAMED else "")
        told = f"leaves out {counted(len(reasoned), 'thing')} that the source tells: {named}."
        yield Finding("", "info", f"The summary {told} Read the reasons in the omission ledger.")


def _checked(document: Document, rule: str) -> Iterator[Finding]:
    for section, statement in document.statements:
        if statement.kind != "factual" or not statement.evidence:
            continue
        for finding in check_claim(statement.text, quoted_words(statement.evidence), strict=True):
            if finding.rule == rule:
                yield Finding("", finding.severity, finding.message, section.id, statement.id)
