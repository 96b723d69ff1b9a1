"""The sections of a key-information document, in the order in which a reader needs them."""

from collections.abc import Iterator

from conspectus.domain.plain import plain
from conspectus.domain.plugin import FactDoor, Item, Parameters, SectionTemplate
from conspectus.plugins.informed_consent_ki.voice import voice
from conspectus.plugins.informed_consent_ki.wording import worded

FULL = 850
"""The words that the allowances below add up to; `max_words` scales them."""

Lines = Iterator[str | Item]


def about(fact: FactDoor, parameters: Parameters) -> Lines:
    """Research, voluntary, by whom."""
    say = voice(fact, parameters)
    if fact("study_title").stated:
        yield f"This is a research study: {_bare(fact('study_title').value)}."
    else:
        yield "This form asks about a research study."
    if fact("voluntary").stated:
        yield from _take(fact, "voluntary", 55, parameters)
    else:
        yield say("The form does not say that {you} may choose whether to take part.")
    if fact("sponsor").stated:
        yield f"Who sponsors or pays for the study: {_bare(fact('sponsor').value)}."


def purpose(fact: FactDoor, parameters: Parameters) -> Lines:
    """Why the study is done and what it tests."""
    yield from _take_or(fact, "purpose", 50, parameters, "The form does not say why the study is done.")
    yield from _take(fact, "intervention", 40, parameters)


def people(fact: FactDoor, parameters: Parameters) -> Lines:
    """Who can take part and how many."""
    yield from _take_or(fact, "population", 55, parameters, "The form does not say who can take part.")
    yield from _take(fact, "number_of_participants", 30, parameters)


def taking_part(fact: FactDoor, parameters: Parameters) -> Lines:
    """What will happen, by chance or not, how long and how often."""
    say = voice(fact, parameters)
    if fact("randomized").yes:
        yield from _first(fact, "randomized")
    if fact("procedures").stated:
        yield say("If {you} join, the study includes:")
        yield from _items(fact, "procedures", 75, parameters)
    else:
        yield say("The form does not say what {you} will be asked to do.")
    if fact("washout_required").yes:
        yield from _first(fact, "washout_required")
    if fact("genetic_testing").yes:
        yield from _first(fact, "genetic_testing")
    yield from _take_or(fact, "duration", 35, parameters, say("The form does not say how long {you} will be in the study."))
    yield from _take(fact, "visits_or_time", 45, parameters)


def reasons_for(fact: FactDoor, parameters: Parameters) -> Lines:
    """Benefits to the subject and to others."""
    yield from _take_or(fact, "benefit", 45, parameters, "The form does not name a benefit.")


def reasons_against(fact: FactDoor, parameters: Parameters) -> Lines:
    """The most serious and the most likely risks."""
    if fact("key_risks").stated:
        yield "These are the main risks. The form lists more."
        yield from _items(fact, "key_risks", 110, parameters)
    else:
        yield "The form does not name a risk."
    if fact("reproductive_risks").yes:
        yield from _first(fact, "reproductive_risks", 2)
    if fact("radiation").yes:
        yield from _first(fact, "radiation")
    if fact("affects_treatment_options").yes:
        yield from _first(fact, "affects_treatment_options")


def options(fact: FactDoor, parameters: Parameters) -> Lines:
    """What else one can do."""
    yield from _take_or(fact, "alternatives", 50, parameters, "The form does not name other options.")


def money(fact: FactDoor, parameters: Parameters) -> Lines:
    """Payment, costs, injury."""
    say = voice(fact, parameters)
    yield from _take_or(fact, "compensation", 40, parameters, say("The form does not say whether {you} will be paid."))
    yield from _take_or(fact, "costs", 60, parameters, "The form does not say who pays for what.")
    yield from _take_or(fact, "injury", 55, parameters, say("The form does not say what happens if the study harms {you}."))


def privacy(fact: FactDoor, parameters: Parameters) -> Lines:
    """How information is protected, shared and used again."""
    yield from _take_or(fact, "confidentiality", 50, parameters, "The form does not say how information is kept private.")
    yield from _take_or(
        fact,
        "data_sharing",
        50,
        parameters,
        "The form does not say whether data or samples are used for future research.",
    )


def stopping(fact: FactDoor, parameters: Parameters) -> Lines:
    """Leaving, and being taken out."""
    say = voice(fact, parameters)
    yield from _take_or(fact, "early_termination", 50, parameters, say("The form does not say when {you} could be taken out of the study."))


def contacts(fact: FactDoor, parameters: Parameters) -> Lines:
    """Whom to call."""
    if fact("contact").stated:
        yield "Whom to ask or call:"
        for part in fact("contact").parts():
            yield Item(part.text)
    else:
        yield "The form does not give a telephone number for questions."
    if fact("study_id").stated:
        yield f"Study number: {_bare(fact('study_id').value)}."


SECTIONS = (
    SectionTemplate("about", "What this is, and that it is your choice", about),
    SectionTemplate("purpose", "Why the study is done", purpose),
    SectionTemplate("people", "Who can take part", people),
    SectionTemplate("taking-part", "What will happen and how long it takes", taking_part),
    SectionTemplate("reasons-for", "Reasons you might want to take part", reasons_for),
    SectionTemplate("reasons-against", "Reasons you might not want to take part", reasons_against),
    SectionTemplate("options", "Other options", options),
    SectionTemplate("money", "Payment, costs and injury", money),
    SectionTemplate("privacy", "Privacy and future use", privacy),
    SectionTemplate("stopping", "If the study stops early", stopping),
    SectionTemplate("contacts", "Questions", contacts),
)


def _take(fact: FactDoor, name: str, words: int, parameters: Parameters, *aspects: str) -> Lines:
    """Yield the sentences of a fact, in order, while they fit their allowance (one at least)."""
    left = _allowance(words, parameters)
    for number, part in enumerate(fact(name).parts(*aspects)):
        text = worded(part.text)
        left -= len(text.split())
        if left < 0 and number:
            return
        yield text


def _take_or(
    fact: FactDoor, name: str, words: int, parameters: Parameters, unstated: str
) -> Lines:
    if fact(name).stated:
        yield from _take(fact, name, words, parameters)
    else:
        yield unstated


def _first(fact: FactDoor, name: str, most: int = 1) -> Lines:
    for number, part in enumerate(fact(name).parts()):
        if number == most:
            return
        yield worded(part.text)


def _items(fact: FactDoor, name: str, words: int, parameters: Parameters) -> Lines:
    left = _allowance(words, parameters)
    for part in fact(name).parts():
        text = plain(part.text)
        left -= len(text.split())
        if left < 0:
            return
        yield Item(text[:1].upper() + text[1:])


def _allowance(words: int, parameters: Parameters) -> int:
    most = parameters.get("max_words", FULL)
    return round(words * min(1.0, int(str(most)) / FULL))


def _bare(value: object) -> str:
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return text.strip().rstrip(".")
