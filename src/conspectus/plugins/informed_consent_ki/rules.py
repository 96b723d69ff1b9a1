"""The rules of a key-information document, as the TOML file beside this module tells them."""

from importlib.resources import files

from conspectus.domain.ruleset import load_rules

RULES = load_rules((files(__package__) / "rules.toml").read_text("utf-8"))
