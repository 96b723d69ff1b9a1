"""The claim check: whether the words of a claim are borne out by its quotes."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from conspectus.domain.claims.acronyms import spelled_alike
from conspectus.domain.claims.asides import false_disclosures, without_abstentions, without_asides
from conspectus.domain.claims.clauses import unborne_clauses
from conspectus.domain.claims.comparisons import turned_comparisons
from conspectus.domain.claims.conditions import lost_conditions
from conspectus.domain.claims.figures import crossed_figures
from conspectus.domain.claims.frequencies import unborne_frequencies
from conspectus.domain.claims.gaps import unborne_gaps
from conspectus.domain.claims.insertions import unborne_insertions
from conspectus.domain.claims.moods import unborne_moods
from conspectus.domain.claims.negations import unborne_negations
from conspectus.domain.claims.opposites import unborne_opposites
from conspectus.domain.claims.parties import unborne_parties
from conspectus.domain.claims.parts import Reading
from conspectus.domain.claims.quantities import unborne_numbers
from conspectus.domain.claims.reading import read
from conspectus.domain.claims.signs import odd_signs
from conspectus.domain.claims.subjects import crossed_subjects
from conspectus.domain.claims.terms import termed_alike
from conspectus.domain.claims.turns import turned
from conspectus.domain.findings import Finding
from conspectus.domain.text.fold import fold

_Check = Callable[[Reading, tuple[Reading, ...]], Iterator[str]]


def _ordered(strict: bool) -> Iterator[tuple[str, _Check]]:
    yield "FID-NUM", unborne_numbers
    yield "FID-NUM", crossed_figures
    yield "FID-NUM", unborne_frequencies
    yield "FID-NEG", partial(unborne_gaps, strict=strict)
    yield "FID-NEG", partial(unborne_negations, strict=strict)
    yield "FID-NEG", partial(unborne_moods, strict=strict)
    yield "FID-NEG", unborne_opposites
    yield "FID-NEG", unborne_parties
    yield "FID-NEG", turned_comparisons
    yield "FID-CLAUSE", crossed_subjects
    yield "FID-CLAUSE", unborne_insertions
    yield "FID-CLAUSE", partial(unborne_clauses, strict=False)
    if strict:
        yield "FID-CLAUSE", partial(unborne_clauses, strict=True)
        yield "FID-NEG", lost_conditions
        yield "FID-NEG", turned


_CHECKS = {strict: tuple(_ordered(strict)) for strict in (False, True)}
_WHOLE: tuple[_Check, ...] = (unborne_numbers, unborne_insertions)
_EDGE = ".,;:()[]#"
_PARTS = re.compile(r"[;:|]|(?<!\d)[.,]|[.,](?!\d)")
_CODE = re.compile(r"(?=\S*\d)(?:[^\W_]+[-./]){2,}[^\W_]+|[A-Z]+\d{5,}", re.IGNORECASE)
_CODE_DIGITS = 4  # a shorter figure may count something


def check_claim(claim: str, quotes: Sequence[str], *, strict: bool = False) -> list[Finding]:
    """Return what the quotes do not bear out of a claim; an empty list when they bear it all.

    The claim may quote, or say it in plain words. Rules: FID-QUOTE there is nothing to check or
    to check against; FID-NUM a number, unit, bound or frequency is not that of the quotes, or they
    give it to something else; FID-NEG a negation or modal was lost or gained, an opposite, a
    restriction or another doer put in, or a comparison turned; FID-CLAUSE a clause is borne by none
    of them, or they say it of something else. Unless `strict`, a condition may be left out, a note
    without a verb may add what is in place in a claim that is borne, a long claim may hold an aside
    with nothing at stake, and "who pays is not stated" is no claim.
    """
    return list(_findings(claim, tuple(quotes), strict))


@lru_cache(maxsize=1024)
def _findings(claim: str, quotes: tuple[str, ...], strict: bool) -> tuple[Finding, ...]:
    if not claim.strip() or not any(map(str.strip, quotes)):
        missing = "claim" if any(map(str.strip, quotes)) else "quote"
        return (Finding("FID-QUOTE", "error", f"there is no {missing} to check"),)
    if _words(claim) in map(_words, quotes) or _is_code(claim, quotes):
        return ()
    if not any(map(str.isalnum, claim)):
        return (Finding("FID-QUOTE", "error", "there is no word to check"),)
    stated = tuple(read(quote) for quote in dict.fromkeys(quotes) if quote.strip())
    told = _without_codes(termed_alike(spelled_alike(claim, quotes), quotes), quotes)
    whole = read(told if strict else without_abstentions(told))
    said = whole if strict else without_asides(whole, stated)
    disclosed = [("FID-NEG", message) for message in false_disclosures(claim, quotes)]
    found = (
        (rule, message)
        for rule, check in _CHECKS[strict]
        for message in check(whole if check in _WHOLE else said, stated)
    )
    odd = [("FID-CLAUSE", message) for message in (odd_signs(claim, quotes) if strict else ())]
    every = dict.fromkeys([*disclosed, *odd, *found])
    return tuple(Finding(rule, "error", message) for rule, message in every)


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, apart from case and the marks that part them."""
    return tuple(_PARTS.sub(" ", fold(text)).lower().split())


def _is_code(claim: str, quotes: Sequence[str]) -> bool:
    """Tell whether the claim is one word with digits, such as a study number, of a quote.

    A code says nothing but itself; a short bare figure may count something.
    """
    word = claim.strip().strip(_EDGE)
    if len(word.split()) > 1 or not any(map(str.isdigit, word)):
        return False
    if word.isdigit() and len(word) < _CODE_DIGITS:
        return False
    return any(word == other.strip(_EDGE) for quote in quotes for other in quote.split())


def _without_codes(claim: str, quotes: Sequence[str]) -> str:
    """Take out study and telephone numbers that a quote holds whole: they count nothing."""
    words = claim.split()
    if codes := {word for word in words if _CODE.fullmatch(word.strip(_EDGE))}:
        held = {word.strip(_EDGE) for quote in quotes for word in quote.split()}
        words = [word for word in words if word not in codes or word.strip(_EDGE) not in held]
    return " ".join(words) if any(map(str.isalnum, "".join(words))) else claim
