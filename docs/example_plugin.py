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
            Aspect("free", (Cue(r"parking is free|no charge", 2.0),)),
        ),
        home=(r"parking|fees?",),
        away=(r"employees|tickets",),
    ),
    Question(
        "places",
        "list",
        "Where can visitors park?",
        (
            Aspect("garage", (Cue(r"\bpark in\b.*\bgarage\b", 2.0),), form="phrase"),
            Aspect("lot", (Cue(r"\bpark in\b.*\blot\b", 2.0),), form="phrase"),
        ),
        home=(r"parking",),
        away=(r"employees",),
    ),
    Question(
        "hours",
        "text",
        "When is the garage open?",
        (Aspect("open", (Cue(r"\bopen from (?P<value>[^.;]+)", 2.0),), form="capture"),),
        home=(r"parking|hours",),
    ),
    Question(
        "help",
        "text",
        "Whom can visitors call about parking?",
        (Aspect("office", (Cue(r"parking office|attendant", 2.0),), form="phone"),),
        home=(r"parking|contact",),
    ),
)


def parking(fact: FactDoor, parameters: Parameters) -> Iterator[str | Item]:
    """Whatever is read of a fact is cited by the statement that follows."""
    if fact("places").stated:
        yield "Where to park:"
        for part in fact("places").parts():
            yield Item(part.text)
    for part in fact("hours").parts():
        yield f"The garage is open from {part.text}."
    yield from fee(fact)
    for part in fact("help").parts():
        yield f"{part.text}."


def fee(fact: FactDoor) -> Iterator[str]:
    """Tell the fee, or that the guide is silent: nothing is ever made up."""
    for part in fact("fee").parts():
        yield part.text
    if not fact("fee").stated:
        yield "The guide does not say what parking costs."


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

[[rule]]
id = "FID-NUM"
citation = "Our own"
effective = "2026-01-01"
scope = "KI"
kind = "D"
asks = "Does every number of a statement stand in its quotes?"
severity = "error"
[rule.check]
code = "numbers"
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
