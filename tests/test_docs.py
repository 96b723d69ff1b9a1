"""The documents say what the program does."""

import asyncio
import doctest
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from conspectus.adapters.entry_points import from_file
from conspectus.adapters.model_offline import OfflineModel
from conspectus.cli import app
from conspectus.domain.source import Upload
from conspectus.service import Service
from conspectus.settings import Settings
from conspectus.testing import DataRenderer, ListObserver, TextReader

GUIDE = """# Visitor guide
Welcome to the museum. The tram stops in front of the main door.
# Parking
Visitors can park in the North Garage on Quay Street.
The garage is open from 7 am to 10 pm.
If it is full, you may park in the open lot behind the museum.
Parking costs $4 per hour, and $20 per day at most.
Parking is free on Sundays.
Street parking on Quay Street is for residents only.
Parking office: 555-010-0140
# Employees
Employees park in the East Garage and pay $30 per month.
# Tickets
A ticket costs $12.
"""

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_setting_is_documented() -> None:
    """A variable that the settings page does not name does not exist for a user."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for name, field in Settings.model_fields.items():
        assert f"`{Settings.variable(name)}`" in page
        assert str(field.description) in page


def test_every_dependency_is_explained() -> None:
    """Each package in pyproject.toml has its reason and licence in the docs."""
    declared = re.search(r"dependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text(), re.S)
    assert declared
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    for name in re.findall(r'"([a-z0-9-]+)', declared.group(1)):
        assert f"| {name} |" in page, name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_the_documents_hold(path: Path) -> None:
    """No link of ours leads nowhere."""
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), target


def test_every_verb_of_the_makefile_is_in_contributing() -> None:
    """The verbs of CONTRIBUTING exist."""
    verbs = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"`make ([a-z]+)`", (ROOT / "CONTRIBUTING.md").read_text()))
    assert named <= verbs


def test_no_committed_file_names_an_index_or_a_machine() -> None:
    """Locks carry hashes, not addresses."""
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        assert "://" not in path.read_text()


def _blocks(language: str) -> list[tuple[str, str]]:
    return [
        (path.name, block)
        for path in DOCUMENTS
        for block in re.findall(rf"```{language}\n(.*?)```", path.read_text("utf-8"), re.S)
    ]


@pytest.mark.parametrize(("name", "block"), _blocks("python"))
def test_the_python_of_the_documents_runs(name: str, block: str) -> None:
    """A reader can paste it; what a session shows is what comes."""
    plain = "\n".join(line.removeprefix("  ") for line in block.splitlines())
    if ">>>" in plain:
        found = doctest.DocTestParser().get_doctest(plain + "\n", {}, name, name, 0)
        assert doctest.DocTestRunner(verbose=False).run(found).failed == 0
    else:
        exec(compile(block, name, "exec"), {})


@pytest.mark.parametrize(("name", "block"), _blocks("toml"))
def test_the_toml_of_the_documents_can_be_read(name: str, block: str) -> None:
    """No block has a mistake in its notation."""
    assert tomllib.loads(block)


def test_every_command_of_the_documents_exists() -> None:
    """Each line that begins with `conspectus` names a command, and options that it has."""
    commands = get_command(app).commands
    lines = [
        line
        for path in DOCUMENTS
        for line in re.findall(r"^conspectus .*", path.read_text("utf-8"), re.M)
    ]
    assert lines
    for line in lines:
        words = shlex.split(line, comments=True)
        command = commands[words[1]]
        if hasattr(command, "commands"):
            command = command.commands[words[2]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if re.match(r"--?[a-z]", word)} <= known, line


def test_the_plugin_of_the_documentation_makes_a_good_document() -> None:
    """From a guide it tells what a visitor must know, each with its quote."""
    plugin = from_file(ROOT / "docs" / "example_plugin.py")
    service = Service(
        TextReader(),
        OfflineModel(),
        {"data": DataRenderer()},
        {plugin.id: plugin},
        ListObserver(),
        "0",
    )
    made = asyncio.run(service.generate(Upload("guide.txt", GUIDE.encode()), plugin.id)).report
    assert [(s.text, s.kind) for _, s in made.document.statements] == [
        ("Where to park:", "framing"),
        ("Visitors can park in the North Garage on Quay Street", "factual"),
        ("If it is full, you may park in the open lot behind the museum", "factual"),
        ("The garage is open from 7 am to 10 pm.", "factual"),
        ("Parking costs $4 per hour, and $20 per day at most.", "factual"),
        ("Parking is free on Sundays.", "factual"),
        ("Parking office: 555-010-0140.", "factual"),
    ]
    assert made.findings == ()
