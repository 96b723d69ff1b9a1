"""How a template tells a name or a number: in one line, under a label that is borne out."""

from conspectus.domain.plugin import FactDoor
from conspectus.plugins.informed_consent_ki.fitness import SENTENCE, UNFIT
from conspectus.plugins.informed_consent_ki.telling import Lines, told
from conspectus.plugins.informed_consent_ki.wording import closed, uncapitalised

FUNDER = "funder"
"""The aspect of a part that says who gives the money, which need not be the sponsor."""

_PASSIVE = r"^(?:it is )?(?:supported|funded|financed|paid for|sponsored|run|backed) by\b"


def labelled(fact: FactDoor, name: str, *labels: str) -> Lines:
    """Yield the parts of a fact in one line under the first label that their evidence bears.

    A part that is a sentence needs no label; what no label fits is not told.
    """
    fit = [part for part in fact(name).parts() if not part.says(UNFIT)]
    bare = [part for part in fit if not part.says(SENTENCE)]
    label = next((label for label in labels if all(part.bears(label) for part in bare)), None)
    if bare and label:
        label = f"{label}s" if len(bare) > 1 and bare[0].bears(f"{label}s") else label
        yield f"{label}: {', '.join(part.text.rstrip('. ') for part in bare)}."
    for part in fit:
        if part not in bare:
            yield from told(part)


def sponsored(fact: FactDoor) -> Lines:
    """Yield who stands behind the study; "Funded by X" is told as a sentence."""
    parts = tuple(fact("sponsor").parts())
    passive = [part for part in parts if part.says(_PASSIVE)]
    for part in passive:
        yield closed(f"The study is {uncapitalised(part.text).removeprefix('it is ')}")
    labels = ("Sponsor", "Paid for by", "Supported by", "Run by")
    if not passive:
        only_money = parts and all(part.aspect == FUNDER for part in parts)
        yield from labelled(fact, "sponsor", *(labels[1:] if only_money else labels))
