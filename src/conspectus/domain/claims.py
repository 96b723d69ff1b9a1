"""The claim check: whether the words of a claim are borne out by its quotes."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from conspectus.domain.claim_clauses import unborne_clauses
from conspectus.domain.claim_frequencies import unborne_frequencies
from conspectus.domain.claim_gaps import unborne_gaps
from conspectus.domain.claim_moods import unborne_moods
from conspectus.domain.claim_negations import unborne_negations
from conspectus.domain.claim_numbers import unborne_numbers
from conspectus.domain.claim_parts import Reading
from conspectus.domain.claim_reading import read
from conspectus.domain.findings import Finding
from conspectus.domain.fold import fold

_Check = Callable[[Reading, Sequence[Reading]], Iterator[str]]


def _checks(strict: bool) -> Iterator[tuple[str, _Check]]:
    yield "FID-NUM", unborne_numbers
    yield "FID-NUM", unborne_frequencies
    yield "FID-NEG", unborne_gaps
    yield "FID-NEG", partial(unborne_negations, strict=strict)
    yield "FID-NEG", unborne_moods
    yield "FID-CLAUSE", partial(unborne_clauses, strict=False)
    if strict:
        yield "FID-CLAUSE", partial(unborne_clauses, strict=True)


_EDGE = ".,;:()[]#"
_CODE = re.compile(r"(?=\S*\d)(?:[^\W_]+[-./]){2,}[^\W_]+|[A-Z]+\d{5,}", re.IGNORECASE)
_CODE_DIGITS = 4  # a shorter figure may count something


def check_claim(claim: str, quotes: Sequence[str], *, strict: bool = False) -> list[Finding]:
    """Return what the quotes do not bear out of a claim; an empty list when they bear it all.

    The claim may quote, or say it in plain words. Rules: FID-QUOTE there is nothing to check or
    to check against; FID-NUM a number, unit or frequency is not that of the quotes; FID-NEG a
    negation or modal was lost or gained; FID-CLAUSE a clause is borne by none of them. In a claim
    that is borne, a note without a verb may add what is in place, unless `strict`.
    """
    return list(_findings(claim, tuple(quotes), strict))


@lru_cache(maxsize=8192)
def _findings(claim: str, quotes: tuple[str, ...], strict: bool) -> tuple[Finding, ...]:
    stated = [read(quote) for quote in dict.fromkeys(quotes) if quote.strip()]
    if not claim.strip() or not stated:
        missing = "claim" if stated else "quote"
        return (Finding("FID-QUOTE", "error", f"there is no {missing} to check"),)
    if fold(claim) in map(fold, quotes) or _is_code(claim, quotes):
        return ()
    said = read(_without_codes(claim, quotes))
    return tuple(
        Finding(rule, "error", message)
        for rule, check in _checks(strict)
        for message in dict.fromkeys(check(said, stated))
    )


def _is_code(claim: str, quotes: Sequence[str]) -> bool:
    """Tell whether the claim is one word with digits, such as a study number, of a quote.

    A code says nothing but itself; a short bare figure may count something.
    """
    word = claim.strip().strip(_EDGE)
    if not any(map(str.isdigit, word)) or (word.isdigit() and len(word) < _CODE_DIGITS):
        return False
    return any(word == other.strip(_EDGE) for quote in quotes for other in quote.split())


def _without_codes(claim: str, quotes: Sequence[str]) -> str:
    """Take out study and telephone numbers that a quote holds whole: they count nothing."""
    held = {word.strip(_EDGE) for quote in quotes for word in quote.split()}
    words = [
        word
        for word in claim.split()
        if not (_CODE.fullmatch(word.strip(_EDGE)) and word.strip(_EDGE) in held)
    ]
    return " ".join(words) if any(map(str.isalnum, "".join(words))) else claim
