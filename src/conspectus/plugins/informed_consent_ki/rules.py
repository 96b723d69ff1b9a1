"""The rules of a key-information document, as the TOML file beside this module tells them."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from conspectus.domain.checks.decided import length_within, reads_easily
from conspectus.domain.checks.ruleset import load_rules
from conspectus.domain.plugin import Parameters
from conspectus.domain.rules import Rule

RULES = load_rules((files(__package__) / "rules.toml").read_text("utf-8"))

FEWEST_WORDS, MOST_PAGES = 350, 3
"""A shorter document leaves too much out; a longer one is no summary."""

MEAN_WORDS, LONGEST_WORDS, TOLERANCE = 15, 25, 2
"""Words a sentence, on average and at most; school grades between a warning and a failure."""


def tuned(parameters: Parameters) -> Iterator[Rule]:
    """Yield the rules of reading and length for what the user aims at."""
    target, most = parameters.get("target_grade"), parameters.get("max_words")
    if isinstance(target, int | float):
        reading = reads_easily(target, target + TOLERANCE, MEAN_WORDS, LONGEST_WORDS)
        yield from (replace(rule, decide=reading) for rule in RULES if rule.id == "CR-A3")
    if isinstance(most, int):
        length = length_within(FEWEST_WORDS, most, MOST_PAGES, "warning")
        yield from (replace(rule, decide=length) for rule in RULES if rule.id == "CR-A5-LEN")
