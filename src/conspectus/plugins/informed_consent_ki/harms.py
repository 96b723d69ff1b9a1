"""Serious harms, and the words by which a form or a document names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Harm:
    """A serious harm, and the words by which a form or a document names it."""

    name: str
    pattern: str


HARMS = (
    Harm(
        "death",
        r"\b(?:deaths?|die[sd]?|dying|fatal\w*|deadly|kill(?:s|ed)?|mortality|lethal|not survive)\b"
        r"|lose your life|(?:heart|breathing) (?:may|might|could|can) stop",
    ),
    Harm("life-threatening harm", r"life.?threatening"),
    Harm(
        "serious or permanent side effects",
        r"\b(?:serious|severe|permanent|lasting(?:ly)?|disabling|grave)\b",
    ),
    Harm(
        "allergic reaction",
        r"allergic|anaphyla|hypersensitiv|infusion.?related|infusion reaction",
    ),
    Harm("infection", r"infection|sepsis|pneumonia"),
    Harm("bleeding", r"bleed|hemorrhag|haemorrhag|platelet"),
    Harm("blood clots", r"blood clot|thrombos|embol|stroke"),
    Harm("low blood cell counts", r"blood cell|blood count|an[ae]+mia|neutropeni"),
    Harm(
        "heart or blood pressure",
        r"heart (?:attack|failure|problem|damage|rhythm)|cardiac|blood pressure|irregular heart",
    ),
    Harm("liver", r"\bliver\b|hepat"),
    Harm("kidney", r"kidney|renal"),
    Harm("nerves", r"neuropath|numbness|tingling|nerve (?:damage|injur)|seizure|paralys"),
    Harm(
        "lung and breathing",
        r"lung (?:damage|injur|inflam)|pneumonitis|(?:trouble|difficulty) breathing"
        r"|shortness of breath",
    ),
    Harm(
        "cancer or radiation",
        r"radiation|second cancer|risk of (?:developing )?cancer|develop cancer"
        r"|cancer (?:may|might|could|can)\b",
    ),
    Harm(
        "unborn or nursing child",
        r"unborn|f[oe]+tus|fetal|birth defect|breast.?feed|nursing|embryo|harm .*baby",
    ),
    Harm("distress", r"suicid|depress|anxi|upset|distress|uncomfortable|embarrass"),
    Harm(
        "loss of confidentiality",
        r"(?:loss|breach|risk)[^.]{0,40}(?:confidential|privacy)"
        r"|(?:confidential|privacy)[^.]{0,30}(?:risk|breach|lost)",
    ),
    Harm(
        "unknown risks",
        r"unknown|unforeseeable|unexpected|not (?:yet )?known|unforeseen",
    ),
)
