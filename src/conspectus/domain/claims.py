"""The claim check: whether the words of a claim are borne out by its quotes."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_clauses import unborne_clauses
from conspectus.domain.claim_moods import unborne_moods
from conspectus.domain.claim_numbers import unborne_numbers
from conspectus.domain.claim_reading import Reading, read
from conspectus.domain.findings import Finding


def check_claim(claim: str, quotes: Sequence[str]) -> list[Finding]:
    """Return what the quotes do not bear out of a claim; an empty list when they bear it all.

    The claim may quote or say it in plain words. Rules: FID-QUOTE no quote is given; FID-NUM a
    number, unit or frequency stands in none of them; FID-NEG a negation or modal was lost or
    gained; FID-CLAUSE a clause is borne by none of them.
    """
    stated = [read(quote) for quote in quotes if quote.strip()]
    if not claim.strip() or not stated:
        missing = "claim" if stated else "quote"
        return [Finding("FID-QUOTE", "error", f"there is no {missing} to check")]
    said = read(claim)
    return [*_found(said, stated)]


def _found(claim: Reading, quotes: Sequence[Reading]) -> Iterator[Finding]:
    for rule, check in (
        ("FID-NUM", unborne_numbers),
        ("FID-NEG", unborne_moods),
        ("FID-CLAUSE", unborne_clauses),
    ):
        for message in check(claim, quotes):
            yield Finding(rule, "error", message)
