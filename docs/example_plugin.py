"""A plugin in one file: a parking notice out of a long visitor guide.

Try it:  conspectus plugins check docs/example_plugin.py
         conspectus generate guide.pdf -p docs/example_plugin.py
"""

from collections.abc import Iterator

from conspectus import (
    Aspect,
    Cue,
    FactDoor,
    Item,
    Parameters,
    Plugin,
    Question,
    SectionTemplate,
    load_rules,
)

QUESTIONS = (
    Question(
        "fee",
        "text",
        "What does parking cost?",
        (
            Aspect("amount", (Cue(r"\$\s?\d[\d.]*", 1.5), Cue(r"per (?:hour|day)", 0.5))),
            Aspect("free", (Cue(r"parking is free|no charge", 2.0),), unless=("amount",)),
        ),
        home=(r"parking|fees?",),
        away=(r"employees",),
    ),
    Question(
        "places",
        "list",
        "Where can visitors park?",
        (
            Aspect("garage", (Cue(r"\bgarage\b"),), form="phrase"),
            Aspect("street", (Cue(r"street parking|on the street"),), form="phrase"),
        ),
    ),
)


def parking(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
    """Whatever is read of a fact is cited by the statement that follows."""
    if fact("fee").stated:
        for part in fact("fee").parts():
            yield part.text
    else:
        yield "The guide does not say what parking costs."
    if fact("places").stated:
        yield "You can park here:"
        for part in fact("places").parts():
            yield Item(part.text)


RULES = load_rules("""
[[rule]]
id = "PARK-1"
citation = "Visitor policy 4"
effective = "2026-01-01"
scope = "KI"
kind = "F"
asks = "Is the fee named?"
[rule.check]
facts = { fee = "what parking costs" }
""")

plugin = Plugin(
    id="parking-notice",
    version="1.0.0",
    name="Parking notice",
    description="What a visitor must know about parking.",
    questions=QUESTIONS,
    sections=(SectionTemplate("parking", "Parking", parking),),
    parameters={"type": "object", "properties": {}, "additionalProperties": False},
    rules=RULES,
    title=lambda fact: "Parking",
)
