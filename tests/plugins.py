"""A small plugin for tests: one question of each kind, two sections."""

from collections.abc import Iterator

from conspectus import Aspect, Cue, FactDoor, Item, Parameters, Plugin, Question, SectionTemplate

PAY = Question(
    "pay",
    "text",
    "What is paid?",
    (
        Aspect("amount", (Cue(r"will be paid|will receive \$", 2.0),), home=(r"pay",)),
        Aspect("none", (Cue(r"not be paid", 2.0),), unless=("amount",)),
    ),
    away=(r"optional",),
)
HARMS = Question(
    "harms",
    "list",
    "Which harms?",
    (
        Aspect("pain", (Cue(r"\bpain\b", 1.0),), form="phrase"),
        Aspect("bleeding", (Cue(r"bleed", 1.0),), form="phrase"),
    ),
    home=(r"risk",),
)
CHANCE = Question(
    "chance",
    "boolean",
    "Are groups made by chance?",
    (
        Aspect("yes", (Cue(r"by chance|randomi[sz]ed", 1.5),), avoid=(Cue(r"not randomi", 3.0),)),
        Aspect("no", (Cue(r"not (?:be )?randomi[sz]ed", 2.0),), value=False),
    ),
    silence=False,
)
CALL = Question(
    "call",
    "text",
    "Whom to call?",
    (
        Aspect("doctor", (Cue(r"study doctor|investigator"),), home=(r"contact",), form="phone"),
        Aspect("board", (Cue(r"review board|\bIRB\b"),), home=(r"contact",), form="phone"),
    ),
)
NAME = Question(
    "name",
    "text",
    "What is the title?",
    (Aspect("title", (Cue(r"title\s*:\s*(?P<value>.+)", 2.0),), form="capture"),),
)


def _money(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
    yield "About money:"
    if fact("pay").stated:
        for part in fact("pay").parts():
            yield part.text
    else:
        yield "The form does not say whether you will be paid."


def _harms(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
    if fact("harms").stated:
        yield "These may happen:"
        for part in fact("harms").parts():
            yield Item(part.text)
    if fact("chance").yes:
        yield "You will be put in a group by chance."


plugin = Plugin(
    id="test-summary",
    version="1.2.3",
    name="Test summary",
    description="A summary for tests.",
    questions=(NAME, PAY, HARMS, CHANCE, CALL),
    sections=(
        SectionTemplate("money", "Money", _money),
        SectionTemplate("harms", "Harms", _harms),
    ),
    parameters={
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "most": {"type": "integer", "minimum": 1, "default": 5},
            "sections": {"type": "array", "items": {"type": "string"}, "default": []},
        },
    },
    title=lambda fact: "A test",
)
FORM = """# Consent form
Title: A study of knees
# Risks
You may feel pain or have some bleeding.
# Payment
You will be paid $20 for each visit.
\f# Groups
You will be put in a group by chance.
# Contacts
Study doctor: Dr. Nobody
Telephone: 555-010-0199
The review board (IRB) can be reached at 555-010-0177 or by fax: 555-010-0178.
"""
