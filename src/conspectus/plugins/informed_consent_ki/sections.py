"""The sections of a key-information document, in the order in which a reader needs them."""

from collections.abc import Iterator

from conspectus.domain.plugin import FactDoor, Item, Parameters, SectionTemplate
from conspectus.plugins.informed_consent_ki.telling import (
    Lines,
    first,
    items,
    labelled,
    sentences_of,
    spare,
)
from conspectus.plugins.informed_consent_ki.voice import voice


def about(fact: FactDoor, parameters: Parameters) -> Lines:
    """Research, voluntary, by whom."""
    say = voice(fact, parameters)
    yield say.asked
    yield from labelled(fact, "study_title", "Study title")
    yield from sentences_of(fact, "voluntary", 60, parameters)
    if not fact("voluntary").stated:
        yield say("The form does not say that {you} may choose whether to take part.")
    if spare(parameters):
        yield from labelled(fact, "sponsor", "Sponsor")


def purpose(fact: FactDoor, parameters: Parameters) -> Lines:
    """Why the study is done and what it tests."""
    if not fact("purpose").stated:
        yield "The form does not say why the study is done."
    yield from sentences_of(fact, "purpose", 55, parameters)
    if spare(parameters):
        yield from sentences_of(fact, "intervention", 40, parameters)


def people(fact: FactDoor, parameters: Parameters) -> Lines:
    """Who can take part and how many."""
    if not fact("population").stated:
        yield "The form does not say who can take part."
    yield from sentences_of(fact, "population", 60, parameters)
    if spare(parameters):
        yield from sentences_of(fact, "number_of_participants", 30, parameters)


def taking_part(fact: FactDoor, parameters: Parameters) -> Lines:
    """What will happen, by chance or not, how long and how often."""
    say = voice(fact, parameters)
    if fact("procedures").stated:
        yield say("If {you} join, the study includes:")
        yield from items(fact, "procedures", 75, parameters)
    else:
        yield say("The form does not say what {you} will be asked to do.")
    if not fact("duration").stated:
        yield say("The form does not say how long {you} will be in the study.")
    yield from sentences_of(fact, "duration", 35, parameters)
    yield from sentences_of(fact, "visits_or_time", 45, parameters)
    if fact("randomized").yes:
        yield from first(fact, "randomized")
    if fact("washout_required").yes:
        yield from first(fact, "washout_required")
    if fact("genetic_testing").yes:
        yield from first(fact, "genetic_testing")


def reasons_for(fact: FactDoor, parameters: Parameters) -> Lines:
    """Benefits to the subject and to others."""
    if not fact("benefit").stated:
        yield "The form does not name a benefit."
    yield from sentences_of(fact, "benefit", 50, parameters)


def reasons_against(fact: FactDoor, parameters: Parameters) -> Lines:
    """The most serious and the most likely risks."""
    if fact("key_risks").stated:
        yield "These are the main risks. The full form tells more about each."
        yield from items(fact, "key_risks", 110, parameters)
    else:
        yield "The form does not name a risk."
    if fact("reproductive_risks").yes:
        yield from first(fact, "reproductive_risks", 2)
    if fact("radiation").yes:
        yield from first(fact, "radiation")
    if fact("affects_treatment_options").yes:
        yield from first(fact, "affects_treatment_options")


def options(fact: FactDoor, parameters: Parameters) -> Lines:
    """What else one can do."""
    if not fact("alternatives").stated:
        yield "The form does not name other options."
    yield from sentences_of(fact, "alternatives", 50, parameters)


def money(fact: FactDoor, parameters: Parameters) -> Lines:
    """Payment, costs, injury."""
    say = voice(fact, parameters)
    if not fact("compensation").stated:
        yield say("The form does not say whether {you} will be paid.")
    yield from sentences_of(fact, "compensation", 45, parameters)
    if not fact("costs").stated:
        yield "The form does not say who pays for what."
    yield from sentences_of(fact, "costs", 60, parameters)
    if not fact("injury").stated:
        yield say("The form does not say what happens if the study harms {you}.")
    yield from sentences_of(fact, "injury", 60, parameters)


def privacy(fact: FactDoor, parameters: Parameters) -> Lines:
    """How information is protected, shared and used again."""
    if not fact("confidentiality").stated:
        yield "The form does not say how information is kept private."
    yield from sentences_of(fact, "confidentiality", 55, parameters)
    if not fact("data_sharing").stated:
        yield "The form does not say if data or samples are used for future research."
    yield from sentences_of(fact, "data_sharing", 55, parameters)


def stopping(fact: FactDoor, parameters: Parameters) -> Lines:
    """Leaving, and being taken out."""
    say = voice(fact, parameters)
    if not fact("early_termination").stated:
        yield say("The form does not say when {you} could be taken out of the study.")
    yield from sentences_of(fact, "early_termination", 55, parameters)


def contacts(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
    """Whom to call."""
    if fact("contact").stated:
        yield "Whom to ask or call:"
        yield from items(fact, "contact", 60, parameters)
    else:
        yield "The form does not give a telephone number for questions."
    yield from labelled(fact, "study_id", "Study number")


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
