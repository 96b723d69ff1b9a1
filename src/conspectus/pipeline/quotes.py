"""Where the quotes of a claim stand, and the whole sentences that hold them."""

from collections.abc import Sequence
from functools import cached_property

from conspectus.domain.request import Citation, Claim
from conspectus.domain.source import Evidence, Passage, Source
from conspectus.domain.surroundings import sentences_around
from conspectus.domain.text.fold import squash

LEAST_LETTERS = 8
"""A quote of fewer letters and digits proves nothing by itself; it is widened to its lines."""


class Sent:
    """The passages that were sent with a request, by their numbers in it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Keep the passages, in the order in which they were sent."""
        self.passages = tuple(passages)
        self._holders: dict[Citation, Passage | None] = {}

    def located(self, claim: Claim, source: Source) -> tuple[Evidence, ...]:
        """Return where the quotes stand, each in its passage, or else anywhere in the source."""
        found = (
            piece
            for citation in claim.citations
            for piece in source.locate(citation.quote, self._holder(citation), LEAST_LETTERS)
        )
        return tuple(dict.fromkeys(found))

    def cited(self, citation: Citation) -> Passage | None:
        """Return the passage that a citation names, None when it was not sent."""
        known = 1 <= citation.extract <= len(self.passages)
        return self.passages[citation.extract - 1] if known else None

    def surroundings(self, citation: Citation) -> tuple[str, ...]:
        """Return the whole sentences around a quote that is a fragment, wherever it stands.

        Nothing when the quote is whole sentences, or in none of the passages.
        """
        holder = self._holder(citation)
        return sentences_around(citation.quote, holder.text) if holder else ()

    def _holder(self, citation: Citation) -> Passage | None:
        """Return the passage that holds the quote: the one it names, else the first that was sent.

        A wrong number must not lead to words that stand elsewhere, and were never sent.
        """
        if citation not in self._holders:
            self._holders[citation] = self._found(citation)
        return self._holders[citation]

    def _found(self, citation: Citation) -> Passage | None:
        named = self.cited(citation)
        if named and citation.quote in named.text:
            return named
        wanted = squash(citation.quote)
        if not wanted or (named and wanted in squash(named.text)):
            return named
        squashed = zip(self.passages, self._squashed, strict=True)
        return next((passage for passage, text in squashed if wanted in text), named)

    @cached_property
    def _squashed(self) -> list[str]:
        return [squash(passage.text) for passage in self.passages]
