"""Harms, how grave they are, and the words by which a form or a document names them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Harm:
    """A serious harm, and the words by which a form or a document names it."""

    name: str
    pattern: str


DEATH = (
    r"\b(?:deaths?(?! of (?:\w+ )?(?:cells?|tissue|tumou?rs?|bone)\b)|die[sd]?|dying|fatal\w*"
    r"|deadly|mortality|lethal|not survive)\b"
    r"|\b(?:has|have|had|may|might|could|can|will) kill(?:ed)?\b|\bkill(?:s"
    r"|ed) (?:\w+ )?(?:people|person"
    r"|patients?|you)\b|lose (?:your|his|her|their) life|(?:heart|breathing) (?:may|might|could"
    r"|can) stop"
)
HARMS = (
    Harm("death", DEATH),
    Harm(
        "life-threatening harm", r"life.?threatening|danger(?:ous)? (?:to|for) (?:your |the )?life"
    ),
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
GRAVE_HARMS: Mapping[str, str] = {
    "death": DEATH,
    "life": (
        r"life.?threatening|danger(?:ous)? (?:to|for) (?:your |the )?life|\bcoma\b|unconscious"
        r"|intensive care|resuscitat|life support|ventilator"
    ),
    "lasting": (
        r"\b(?:permanent|irreversibl|disabling|disabilit(?!y (?:insur|or |and ))|disfigur"
        r"|lasting harm|last for life"
        r"|for life"
        r"|long-?lasting (?:harm|damage)|lastingly)\w*"
    ),
    "body": (
        r"gangren|amputat|necrosis|necroti[sz]|\brupture|dissection|aneurysm|perforat|tamponade"
        r"|compartment syndrome|fistula|h(?:a)?emorrhag|(?:severe|serious|heavy|internal"
        r"|brain) bleed"
        r"|bleeding (?:in|around|into) (?:the |your )?(?:brain|spin|skull|eye|lung|stomach)"
    ),
    "mind": (
        r"psychosis|psychotic|hallucinat|delirium|\bmania|manic|suicid|dement|addict|overdose"
        r"|(?:drug|opioid) dependence"
    ),
    "fertility": (
        r"steril(?:ity|e\b(?! (?:field|needle|technique|water|gauze)))|infertil|fertility"
        r"|(?:unable|not (?:be )?able|never) to (?:have|father|bear|conceive)|early menopause"
    ),
    "unborn": (
        r"unborn|f[oe]+tus|f[oe]+tal|embryo\b|miscarr|stillb|birth defect|malform|preterm"
        r"|harm\w* (?:to )?(?:the |your |a )?(?:\w+ )?baby"
    ),
    "heart": (
        r"\bstroke|heart (?:attack|failure|block)|cardiac arrest|myocardi|cardiomyopath|embolism"
        r"|arrhythmi|irregular heart|torsade|(?<!small )blood clots?|thrombos|endocarditis"
    ),
    "nerves": (
        r"seizure|convulsion|paralys|paraly[sz]|guillain|encephal|meningitis|neurotox"
        r"|brain (?:damage"
        r"|injur|swell)|swelling of the brain|leukoenceph|spinal cord|nerve damage"
    ),
    "organs": (
        r"(?<!with )(?:kidney|liver|heart|lung|organ|respiratory|renal|hepatic"
        r"|bone marrow) (?:failure|damage"
        r"|injury)|dialysis|transplant(?:ation)? (?:may|might|could)|pancreatitis|pneumonitis"
        r"|\bfibrosis|collapsed lung|pneumothorax|cirrhosis"
    ),
    "reaction": (
        r"anaphyla|(?:severe|serious|bad) (?:\w+ )?(?:allerg|reaction|infection)|sepsis|septic"
        r"|shock\b"
        r"|stevens|toxic epidermal|cytokine|tumou?r lysis|rhabdomyol|serotonin syndrome"
        r"|malignant (?:syndrome|hyperthermia)|ketoacid|lactic acid|h(?:a)?emolytic|tuberculosis"
    ),
    "senses": (
        r"blind(?:ness)?\b|(?:loss|lose) (?:of )?(?:your |the )?(?:vision|sight|eyesight"
        r"|hearing)|deaf"
        r"|retinal|hearing loss"
    ),
    "cancer": (
        r"(?:second(?:ary)?|new|other) (?:\w+ )?cancers?|leuk(?:a)?emia|lymphoma|melanoma"
        r"|(?:cause|turn into|become|developing|risk of) (?:an? )?(?:\w+ )?(?:cancer|tumou?r)"
    ),
}
"""Groups of grave harms, and the words that name them."""

GRAVE = re.compile("|".join(GRAVE_HARMS.values()))
"""As all patterns here it is matched against small letters, four times as fast as both."""

BODY_WORDS = (
    r"\bpains?\b|\bsore|naus|vomit|diarrh|loose stool|constipat|headache|dizz|faint|rash|itch|bruis"
    r"|swell|fever|chills|tired|fatigue|cramp|\bburn|blister|irritat|discomfort|worse|reaction"
    r"|\bfall\b"
    r"|\binjur|\bhurt|\bharm|sleep|appetite|hair|weight|vision|taste|cough|hunger|urin|bowel|sinus"
    r"|cholesterol|blood sugar|thin the bones|growth"
)
"""Lesser harms to the body."""


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern that stand outside of its brackets."""
    depth, start = 0, 0
    for place, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            yield pattern[start:place]
            start = place + 1
    yield pattern[start:]


HARM_WORDS = tuple(
    dict.fromkeys(
        word
        for pattern in (*GRAVE_HARMS.values(), *(harm.pattern for harm in HARMS), BODY_WORDS)
        for word in _alternatives(pattern)
    )
)
"""The words of harm, each as a pattern of its own."""

_DEATH = re.compile(DEATH)
_SERIOUS = re.compile(
    r"\b(?:serious|severe|hospitali[sz]|emergency|operation|surgery|transfusion|danger\w*)\b|"
    r"hospitali[sz]",
)
_DENIAL = re.compile(
    r"\b(?:no|nobody|none|never|neither|nor|without|unlikely|cannot|rather than|instead of"
    r"|free (?:of|from)|protects? (?:\w+ )?(?:from|against)|(?:lower|reduce|decrease|prevent|lessen"
    r"|cut|avoid|minimi[sz]e)(?:s|d|ing)?(?! (?:blood|platelet|white|red|urin|appet)))\b"
    r"|(?:\bnot|n[\u2019']t)\b(?! (?:only|known?|sure|certain|clear|yet|limited|everyone|all|"
    r"improve|work|get better|go away|be able|survive))",
)
_BOUND = re.compile(
    r"[;:.]|\b(?:but|however|although|though|except|unless|yet|because|if|when|while)\b"
    r"|, (?:and|so)\b|\band (?:may|can|might|could|will|some|one|two|three|it|they)\b",
)
_UNSEEN = re.compile(
    r"[^.;,:]{0,40}\b(?:(?:has|have|had) not (?:yet )?been|(?:was|were|is|are) not|did not)\s+"
    r"(?:reported|seen|observed|found|occur|happen|higher|increased|expected|likely)\b",
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|can) (?:not|or may not)\b|\bcannot (?:rule out|be ruled out|exclude)"
    r"|\bno (?:way|guarantee)|not (?:been )?(?:rule|exclude)",
)


@lru_cache(maxsize=16384)
def affirmed(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the first match, in small letters, that its clause does not deny before or after it.

    >>> affirmed(GRAVE, "Nobody died, but one had a stroke.").group()
    'stroke'
    """
    text = text.lower()
    return next(
        (
            match
            for match in pattern.finditer(text)
            if not denied(text[: match.start()]) and not _UNSEEN.match(text, match.end())
        ),
        None,
    )


def denied(before: str) -> bool:
    """Tell whether a negation in the last clause of `before` denies what comes after it."""
    before = before.lower()
    bounds = [match.end() for match in _BOUND.finditer(before)]
    clause = before[bounds[-1] :] if bounds else before
    return _DENIAL.search(clause) is not None and _HEDGE.search(clause) is None


def names_death(text: str) -> bool:
    """Tell whether a text says that someone may die."""
    return affirmed(_DEATH, text) is not None


def gravity(text: str) -> int:
    """Return 0 for death, 1 for other grave harm, 2 for serious harm, 3 for any other."""
    for rank, pattern in enumerate((_DEATH, GRAVE, _SERIOUS)):
        if affirmed(pattern, text):
            return rank
    return 3
