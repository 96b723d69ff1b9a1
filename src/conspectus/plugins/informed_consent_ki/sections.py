"""The sections of a key-information document, in the order in which a reader needs them.

They begin with what 82 FR 7149 asks for: research and voluntary; purpose, people, duration and
procedures; benefits and risks; other options.
"""

from conspectus.domain.plugin import FactDoor, Parameters, SectionTemplate
from conspectus.plugins.informed_consent_ki.beside import (
    LIST,
    PEOPLE_WORDS,
    WHOLE_LIST,
    acts,
    duties,
    exclusions,
    groups,
    status,
)
from conspectus.plugins.informed_consent_ki.fitness import CRUMB, OF_THE_LAW, UNDONE
from conspectus.plugins.informed_consent_ki.fitting import fitting, free, spare
from conspectus.plugins.informed_consent_ki.gaps import gaps, tells
from conspectus.plugins.informed_consent_ki.labelling import labelled, sponsored
from conspectus.plugins.informed_consent_ki.lasting import lasting
from conspectus.plugins.informed_consent_ki.money import prices
from conspectus.plugins.informed_consent_ki.telling import (
    Lines,
    affirmed,
    items,
    numbers,
    risks,
    sentences_of,
)
from conspectus.plugins.informed_consent_ki.tested_things import tested
from conspectus.plugins.informed_consent_ki.voice import voice

PROCEDURES_LEAST = 0.4
"""What remains of the procedures in the shortest document."""

VOLUNTARY_LEAST = 0.8
"""What remains of the free choice while there is room for what is only good to know."""

NOT_DONE = f"{CRUMB}|{UNDONE}"
"""Matches what is told among procedures and is none."""


def about(fact: FactDoor, parameters: Parameters) -> Lines:
    """Research, voluntary, by whom."""
    yield voice(fact, parameters).asked
    least = VOLUNTARY_LEAST if spare(parameters) else 0.0
    yield from sentences_of(fact, "voluntary", 60, parameters, least=least)
    yield from gaps(fact, voluntary="the choice to take part or not")
    if spare(parameters):
        yield from labelled(fact, "study_title", "Study title", "Study name")
        yield from sponsored(fact)


def purpose(fact: FactDoor, parameters: Parameters) -> Lines:
    """Why the study is done and what it tests."""
    yield from sentences_of(fact, "purpose", 55, parameters, "Purpose")
    yield from gaps(fact, purpose="why the study is done")
    if spare(parameters):
        named = False
        for line in tested(fact, 40, parameters):
            named = True
            yield line
        yield from status(fact, parameters, named)


def taking_part(fact: FactDoor, parameters: Parameters) -> Lines:
    """How long and how often, by chance or not, and what will happen."""
    yield from sentences_of(fact, "duration", 35, parameters, "Time in the study", lasting)
    yield from sentences_of(fact, "visits_or_time", 60, parameters, "Time", beside=50)
    yield from affirmed(fact, "randomized", parameters, 2)
    yield from groups(fact, parameters)
    yield from acts(fact, parameters)
    if tells(fact, "procedures"):
        yield "What happens in the study:"
        yield from items(fact, "procedures", 75, parameters, PROCEDURES_LEAST, NOT_DONE)
    yield from affirmed(fact, "washout_required", parameters, 2)
    if spare(parameters):
        yield from affirmed(fact, "genetic_testing", parameters, unfit=OF_THE_LAW)
    yield from gaps(fact, duration="how long it takes", procedures="what is done")
    yield from duties(fact, parameters)


def people(fact: FactDoor, parameters: Parameters) -> Lines:
    """Who can take part and how many."""
    yield from sentences_of(
        fact, "population", PEOPLE_WORDS, parameters, "People who can take part", beside=5
    )
    yield from exclusions(fact, parameters)
    yield from gaps(fact, population="who can take part")
    if spare(parameters):
        yield from sentences_of(fact, "number_of_participants", 30, parameters, "People")


def reasons_against(fact: FactDoor, parameters: Parameters) -> Lines:
    """Risks: the most serious and the most likely."""
    yield from risks(fact, 110, 160, parameters)
    yield from affirmed(fact, "reproductive_risks", parameters, 2)
    yield from affirmed(fact, "radiation", parameters)
    if spare(parameters):
        yield from affirmed(fact, "affects_treatment_options", parameters)


def reasons_for(fact: FactDoor, parameters: Parameters) -> Lines:
    """Benefits to the subject and to others."""
    yield from sentences_of(fact, "benefit", 50, parameters)
    yield from gaps(fact, benefit="benefits")


def options(fact: FactDoor, parameters: Parameters) -> Lines:
    """Other choices."""
    yield from sentences_of(fact, "alternatives", 50, parameters, "Other options", beside=60)
    yield from gaps(fact, alternatives="other options")


def money(fact: FactDoor, parameters: Parameters) -> Lines:
    """Payment, costs, injury."""
    yield from prices(fact, "compensation", 45, parameters, "What is paid:", beside=60)
    yield from sentences_of(fact, "costs", 60, parameters, beside=80)
    yield from sentences_of(fact, "injury", 60, parameters, beside=80)
    yield from gaps(fact, compensation="payment", costs="costs", injury="injuries")


def privacy(fact: FactDoor, parameters: Parameters) -> Lines:
    """How information is protected, shared and used again."""
    yield from sentences_of(fact, "confidentiality", 55, parameters, beside=60)
    yield from sentences_of(fact, "data_sharing", 55, parameters, beside=60)
    yield from gaps(fact, confidentiality="privacy", data_sharing="future use of data or samples")


def stopping(fact: FactDoor, parameters: Parameters) -> Lines:
    """Leaving, and being taken out."""
    if spare(parameters):
        yield from sentences_of(fact, "early_termination", 55, parameters)
        grounds = fitting(fact, "early_termination", 55, parameters) if free(parameters) else []
        if any(part.says(LIST) for part in grounds):
            yield WHOLE_LIST
        yield from gaps(fact, early_termination="being taken out of the study")


def contacts(fact: FactDoor, parameters: Parameters) -> Lines:
    """Whom to call."""
    if spare(parameters):
        yield "Ask the study team about anything that is not clear to you."
    if tells(fact, "contact"):
        yield "Whom to ask or call:"
        yield from numbers(fact, "contact", 60, parameters)
    yield from gaps(fact, contact="whom to call")
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
