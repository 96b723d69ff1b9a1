"""How a template tells sums: the rows of a list below a lead-in, and the total beside them."""

from conspectus.domain.plugin import FactDoor, Item, Parameters
from conspectus.plugins.informed_consent_ki.fitness import UNFIT
from conspectus.plugins.informed_consent_ki.fitting import fitting, spare
from conspectus.plugins.informed_consent_ki.telling import Lines, told
from conspectus.plugins.informed_consent_ki.wording import shown

TOTAL = "total"
"""The aspect of a part that says what is paid in all. Beside it a single row is left out."""

_ENTRY = r"^[^.:]{3,90}: [$\u00a3\u20ac]\d[^.]*(?:\.\d+[^.]*)?\.?$"


def prices(
    fact: FactDoor, name: str, words: int, parameters: Parameters, lead: str, beside: int = 0
) -> Lines:
    """Yield the sentences of a fact, and what says "visit 1: $20" as items below a lead-in.

    The total is not left out: a single such row gives way to it, and where room is short all else.
    """
    fit = fitting(fact, name, words, parameters, beside=beside)
    totals = [part for part in fact(name).parts(TOTAL) if not part.says(UNFIT)]
    if not spare(parameters):
        fit = totals or fit
    elif not any(part.aspect == TOTAL for part in fit):
        fit += totals[:1]
    listed = [part for part in fit if part.says(_ENTRY)]
    total = [part for part in listed if part.aspect == TOTAL]
    if total and len(listed) == 2:
        fit = [part for part in fit if part not in listed or part in total]
        listed = total
    for part in fit:
        if part not in listed:
            yield from told(part)
    if len(listed) == 1:
        yield from told(listed[0])
    elif listed:
        yield lead
        for part in listed:
            yield Item(shown(part.text))
