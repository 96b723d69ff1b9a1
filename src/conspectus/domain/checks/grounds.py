"""Checks of where the statements that cite a fact come from."""

from collections.abc import Iterator, Sequence

from conspectus.domain.checks.wording import plain
from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding, Severity
from conspectus.domain.rules import Decide
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.search import Search


def grounded(
    fact: str, what: str, headings: Sequence[Search], words: Sequence[Search], severity: Severity
) -> Decide:
    """Ask that a statement that cites the fact rests on a passage of the right kind.

    Such a passage stands under a heading that matches one of `headings`, or the quote itself
    matches one of `words`. `what` completes "No statement about it rests on ...". A fact that no
    statement cites is another rule's business.
    """

    def decide(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
        quotes = [e for _, s in document.statements if fact in s.facts for e in s.evidence]
        if not quotes or any(_says(words, quote.quote) for quote in quotes):
            return
        if any(_says(headings, head) for quote in quotes for head in _headings(quote, source)):
            return
        section = next(section.id for section, s in document.statements if fact in s.facts)
        message = f"No statement here rests on {what}. Read the source and add what it says."
        yield Finding("", severity, message, section)

    return decide


def _says(searches: Sequence[Search], text: str) -> bool:
    words = plain(" ".join(text.split()))
    return any(words in search for search in searches)


def _headings(quote: Evidence, source: Source) -> Iterator[str]:
    """Yield the headings over the passages in which a quote stands."""
    for passage in source.passages:
        for span in passage.spans:
            page = source.pages[span.page]
            here = (page.number, page.anchor) == (quote.page, quote.anchor)
            if here and span.start < quote.end and quote.start < span.end:
                yield from passage.headings
