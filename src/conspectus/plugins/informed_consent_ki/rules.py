"""The rules of a key-information document, as the TOML file beside this module tells them."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from conspectus.domain.checks import reads_easily
from conspectus.domain.plugin import Parameters
from conspectus.domain.rules import Rule
from conspectus.domain.ruleset import load_rules

RULES = load_rules((files(__package__) / "rules.toml").read_text("utf-8"))

MEAN_WORDS, LONGEST_WORDS, TOLERANCE = 15, 25, 2
"""Words a sentence, on average and at most; school grades between a warning and a failure."""


def tuned(parameters: Parameters) -> Iterator[Rule]:
    """Yield the reading rule for the grade that the user aims at."""
    target = parameters.get("target_grade")
    if isinstance(target, int | float):
        reading = reads_easily(target, target + TOLERANCE, MEAN_WORDS, LONGEST_WORDS)
        yield from (replace(rule, decide=reading) for rule in RULES if rule.id == "CR-A3")
