"""Where the quotes of a claim stand, and the whole sentences that hold them."""

from collections.abc import Sequence

from conspectus.domain.fold import squash
from conspectus.domain.request import Citation, Claim
from conspectus.domain.source import Evidence, Passage, Source
from conspectus.domain.surroundings import sentences_around

LEAST_LETTERS = 8
"""A quote of fewer letters and digits proves nothing by itself; it is widened to its lines."""


def located(claim: Claim, passages: Sequence[Passage], source: Source) -> tuple[Evidence, ...]:
    """Return where the quotes stand, each in its passage, or else anywhere in the source."""
    found = (
        piece
        for citation in claim.citations
        for piece in source.locate(citation.quote, _holder(citation, passages), LEAST_LETTERS)
    )
    return tuple(dict.fromkeys(found))


def cited(citation: Citation, passages: Sequence[Passage]) -> Passage | None:
    """Return the passage that a citation names, None when it was not sent."""
    known = 1 <= citation.extract <= len(passages)
    return passages[citation.extract - 1] if known else None


def surroundings(citation: Citation, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the whole sentences around a quote that is a fragment, wherever it stands.

    Nothing when the quote is whole sentences, or in none of the passages.
    """
    holder = _holder(citation, passages)
    return sentences_around(citation.quote, holder.text) if holder else ()


def _holder(citation: Citation, passages: Sequence[Passage]) -> Passage | None:
    """Return the passage that holds the quote: the one it names, or else the first of those sent.

    A wrong number must not lead to words that stand elsewhere in the source, and were never sent.
    """
    named = cited(citation, passages)
    if named and citation.quote in named.text:
        return named
    wanted = squash(citation.quote)
    if not wanted or (named and wanted in squash(named.text)):
        return named
    return next((p for p in passages if wanted in squash(p.text)), named)
