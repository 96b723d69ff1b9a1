"""What a template tells beside the answers: duties, status, groups, and who cannot take part."""

from conspectus.domain.plugin import FactDoor, Item, Parameters
from conspectus.plugins.informed_consent_ki.arms_read import ARM
from conspectus.plugins.informed_consent_ki.fitness import ALONE, UNFIT
from conspectus.plugins.informed_consent_ki.fitting import fitting, free, room, uncut, within
from conspectus.plugins.informed_consent_ki.telling import Lines, told
from conspectus.plugins.informed_consent_ki.wording import closed

GROUPS = "The groups are:"
DUTIES = "What you must do or avoid:"
WHOLE_LIST = "The full form has the whole list."
"""What stands below a list that may be cut short."""

BARRED = "The full form says who cannot take part."
"""What stands where there is no room for it."""

DUTY_WORDS, MORE_DUTY_WORDS = 45, 160
"""Duties are told in the first where there is no more room than usual, in both where there is."""

GRAVE = ("emergency", "not alone", "driving", "pregnancy", "sick days")
"""The aspects of duties that are told however little room there is."""

PEOPLE_WORDS = 60
ACT_WORDS, MORE_ACT_WORDS = 36, 56

STATUS_WORDS, MORE_STATUS_WORDS, EXCLUSION_WORDS = 24, 50, 90
GROUP_WORDS, MORE_GROUP_WORDS = 60, 60

ACT = "act"
"""The aspect of what is done in the study."""

LEAST = 0.6
"""What gives way with the other risks does so to this share."""

HASTE = 2
"""What keeps people safe is told twice as soon as other things beside the answers."""

_DOES = r"^\w"
"""Matches any duty: many are imperatives."""

_ALIKE = r"\b(?:placebo|sham|dummy|salt ?water|sugar pills?|inactive)\b"

_GROUP = r"^(?:the )?(?:[a-z]+ )?(?:group|arm|cohort) (?:\d|[a-d]|one|two|three|four)\b"
BARS = "bars"
"""The aspect of who cannot take part."""

_BARS = r"\b(?:not|cannot|nor|excluded)\b|n[\u2019']t\b"
LIST = r":\s[^:]+;"
"""Matches a lead-in and more than one of its items."""


def acts(fact: FactDoor, parameters: Parameters) -> Lines:
    """Yield what is done in the study that would not be done otherwise.

    In a study of several groups it is told only where all get the same, as beside a placebo. What
    the list of procedures tells shorter is told whole only where there is room.
    """
    if fact("randomized").yes and not (
        fact("intervention").says(_ALIKE)
        or fact("randomized").says(_ALIKE)
        or any(part.says(_ALIKE) for part in fact("randomized").more())
    ):
        return
    words = ACT_WORDS * _usual(parameters) + MORE_ACT_WORDS * _soon(parameters)
    known = () if free(parameters) else {part.place for part in fact("procedures").parts()}
    done = (part for part in fact("procedures").more() if part.aspect == ACT)
    for part in within((part for part in done if part.place not in known), words):
        yield from told(part)


def duties(fact: FactDoor, parameters: Parameters) -> Lines:
    """Yield what people must do or avoid to be safe, the gravest first, as a list."""
    soon = MORE_DUTY_WORDS * _soon(parameters)
    parts = within(
        (
            part
            for part in fact("procedures").more()
            if part.aspect in GRAVE or (soon and part.aspect != ACT)
        ),
        DUTY_WORDS * room(parameters) + soon,
        _DOES,
    )
    if len(parts) > 1:
        yield DUTIES
    for part in parts:
        for line in told(part):
            yield Item(line) if len(parts) > 1 and isinstance(line, str) else line


def status(fact: FactDoor, parameters: Parameters, named: bool) -> Lines:
    """Yield whether what is tested is approved, and who has had it before.

    What says it of "it" is told only where the line before has `named` the thing.
    """
    words = STATUS_WORDS * room(parameters) + MORE_STATUS_WORDS * _soon(parameters)
    unfit = UNFIT if named else ALONE
    for part in within(fact("intervention").more(), words, unfit=unfit):
        yield from told(part)


def groups(fact: FactDoor, parameters: Parameters) -> Lines:
    """Yield what the groups get, of all or none, and who knows it."""
    more = list(fact("randomized").more())
    listed = [part for part in more if part.aspect == ARM]
    soon = MORE_GROUP_WORDS * _soon(parameters)
    if listed and sum(part.size for part in listed) <= GROUP_WORDS * _usual(parameters) + soon:
        yield f"{GROUPS} {' '.join(closed(part.text) for part in listed)}"
    others = within((part for part in more if part not in listed), soon)
    if others and fact("randomized").yes:
        named = [part for part in others if part.says(_GROUP)]
        for part in others:
            if not (listed and part.aspect == "group") and (len(named) > 1 or part not in named):
                yield from told(part)


def exclusions(fact: FactDoor, parameters: Parameters) -> Lines:
    """Yield who cannot take part, or at least that the form says it."""
    barring = [part for part in fact("population").more() if part.aspect == BARS]
    parts = within(barring, EXCLUSION_WORDS * _soon(parameters))
    for part in parts:
        yield from told(part)
    known = fitting(fact, "population", PEOPLE_WORDS, parameters)
    if any(part.says(LIST) for part in (*known, *parts)):
        yield WHOLE_LIST
    elif barring and not parts and not any(part.says(_BARS) for part in known):
        yield BARRED


def _usual(parameters: Parameters) -> float:
    """Return what remains of what is told before the other risks give way."""
    return max(LEAST, uncut(parameters)) * room(parameters)


def _soon(parameters: Parameters) -> float:
    return min(1.0, HASTE * free(parameters))
