"""Framing: the words of a plugin that rest on no quote, and so may tell nothing that needs one."""

import re

from conspectus.domain.text.lexicon import words
from conspectus.domain.text.numbers import Quantity, quantities
from conspectus.domain.text.words import stem, tokens

_HARMS = frozenset(
    stem(word)
    for word in words(
        """
        abscess addiction allergy amputation anaphylaxis anemia anxiety arrest blindness bleed
        bruise burn cancer clot coma cramp damage death deadly depression diarrhea die dizzy
        embolism failure faint fatal fatigue fever fibrosis fracture headache hemorrhage hepatitis
        infection infertile inflammation insomnia itch kill lethal leukemia miscarriage mortality
        nausea neuropathy numb overdose pain paralysis permanent pneumonia poison psychosis rash
        relapse scar seizure sepsis severe shock stillbirth stroke suicide swell swelling
        thrombosis toxic toxicity tumor ulcer vomit wound
        """
    )
)
_WORD = re.compile(r"[a-z]+")


def unproved(text: str) -> str:
    """Return what a statement without evidence tells that needs one: a number or a named harm.

    An empty string means nothing. Figures, counts and frequencies ("twelve visits", "daily") and
    words such as "death" or "nausea" need a quote; "risks" and "injury" only name a subject.
    """
    counted = (quantity for quantity in quantities(tokens(text)) if not _idle(quantity))
    if re.search(r"\d", text) or any(counted):
        return "a number"
    for word in _WORD.findall(text.lower()):
        if stem(word) in _HARMS:
            return f"the harm '{word}'"
    return ""


def _idle(quantity: Quantity) -> bool:
    """Tell whether a number word only points: "one of these"."""
    return not quantity.kind and quantity.low == quantity.high <= 1
