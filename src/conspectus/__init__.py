"""Conspectus: a long regulated document in, a short one out, every statement proved by a quote.

The names below are what the author of a plugin imports, and the public claim check. They are
loaded when first used, so that the command line starts fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conspectus.domain.checks.ruleset import load_rules as load_rules
    from conspectus.domain.claims.check import check_claim as check_claim
    from conspectus.domain.claims.plain import plain as plain
    from conspectus.domain.facts import Aspect as Aspect
    from conspectus.domain.facts import Cue as Cue
    from conspectus.domain.facts import Question as Question
    from conspectus.domain.findings import Finding as Finding
    from conspectus.domain.plugin import CitedFact as CitedFact
    from conspectus.domain.plugin import FactDoor as FactDoor
    from conspectus.domain.plugin import Item as Item
    from conspectus.domain.plugin import Parameters as Parameters
    from conspectus.domain.plugin import Plugin as Plugin
    from conspectus.domain.plugin import SectionTemplate as SectionTemplate
    from conspectus.domain.rules import Rule as Rule

_HOMES = {
    "Aspect": "facts",
    "CitedFact": "plugin",
    "Cue": "facts",
    "FactDoor": "plugin",
    "Finding": "findings",
    "Item": "plugin",
    "Parameters": "plugin",
    "Plugin": "plugin",
    "Question": "facts",
    "Rule": "rules",
    "SectionTemplate": "plugin",
    "check_claim": "claims.check",
    "load_rules": "checks.ruleset",
    "plain": "claims.plain",
}

__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("conspectus")
    if name in _HOMES:
        return getattr(import_module(f"conspectus.domain.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'conspectus' has no attribute '{name}'")
