"""`conspectus plugins`."""

import json
from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from conspectus.adapters.entry_points import installed
from conspectus.cli.open import named, settings
from conspectus.domain.errors import UnknownPlugin
from conspectus.domain.plugin import Plugin
from conspectus.domain.rules import Rule
from conspectus.domain.text.counting import counted
from conspectus.service.plugins import check_plugin
from conspectus.wiring import load_rules_of


def show_all() -> None:
    """Print a table of the installed plugins."""
    table = Table("id", "version", "name", "description")
    for plugin in installed().values():
        table.add_row(plugin.id, plugin.version, plugin.name, plugin.description)
    Console().print(table)


def show(name: str) -> None:
    """Print what a plugin asks, writes, takes and demands."""
    plugin = _plugin(name)
    console = Console()
    console.print(
        f"[bold]{plugin.id}[/bold] {plugin.version} · {plugin.name}\n{plugin.description}"
    )
    questions = Table("question", "kind", "asks", title="Questions")
    for question in plugin.questions:
        if question.ask:
            questions.add_row(question.name, question.kind, question.ask)
    sections = Table("section", "title", title="Sections")
    for section in plugin.sections:
        sections.add_row(section.id, section.title)
    rules = Table("rule", "kind", "scope", "citation", "asks", "from", title="Rules")
    for rule, origin in _rules(plugin):
        rules.add_row(rule.id, rule.kind, rule.scope, rule.citation, rule.asks, escape(origin))
    console.print(questions, sections, rules)
    console.print("Parameters (--param NAME=VALUE):", json.dumps(dict(plugin.parameters), indent=2))


def _rules(plugin: Plugin) -> Iterable[tuple[Rule, str]]:
    """Return the rules in force and where each comes from; a later file replaces an earlier rule.

    A file is the institution's own, named in CONSPECTUS_RULES.
    """
    found = {rule.id: (rule, "plugin") for rule in plugin.rules}
    for path in settings().rules:
        for rule in load_rules_of(path):
            replaced = ", replaces" if rule.id in found else ""
            found[rule.id] = rule, f"{path}{replaced}"
    return found.values()


def check(name: str) -> int:
    """Print what is wrong with a plugin; return 1 when anything is."""
    plugin = _plugin(name)
    complaints = check_plugin(plugin)
    for complaint in complaints:
        Console().print(f"✗ {complaint}", soft_wrap=True, markup=False)
    if not complaints:
        Console().print(
            f"✓ {plugin.id} {plugin.version}: {counted(len(plugin.questions), 'question')}, "
            f"{counted(len(plugin.sections), 'section')}, {counted(len(plugin.rules), 'rule')}"
        )
    return 1 if complaints else 0


def _plugin(name: str) -> Plugin:
    plugin_id, brought = named(name)
    known = {**installed(), **brought}
    if plugin_id not in known:
        raise UnknownPlugin(
            f"There is no plugin '{plugin_id}'. Installed: {', '.join(sorted(known))}."
        )
    return known[plugin_id]
