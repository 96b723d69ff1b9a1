"""The documents say what the program does."""

import re
from pathlib import Path

import pytest

from conspectus.settings import Settings

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_setting_is_documented() -> None:
    """A variable that the settings page does not name does not exist for a user."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for name, field in Settings.model_fields.items():
        assert f"`CONSPECTUS_{name.upper()}`" in page
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
        assert "http" not in path.read_text()
