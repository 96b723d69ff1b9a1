"""The structure of the program, as a test of itself."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "conspectus"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_imports_go_one_way() -> None:
    """The layers of the house are kept: no upward arrow, no adapter that knows another."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_domain_needs_only_the_standard_library() -> None:
    """The nouns can be used without installing anything."""
    allowed = sys.stdlib_module_names | {"conspectus"}
    for path in (PACKAGE / "domain").rglob("*.py"):
        assert {name.partition(".")[0] for name in _imported(path)} <= allowed, path


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    """`--version` imports neither a web framework, nor a model client, nor a PDF library."""
    code = (
        "import sys, conspectus.cli as c\n"
        "sys.argv = ['conspectus', '--version']\n"
        "try: c.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'fastapi', 'pydantic_ai', 'pypdfium2', 'pydantic', 'docx', 'lxml'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_no_module_is_larger_than_a_reader_can_hold() -> None:
    """A module over 250 lines asks to be split; a question is data and may take 400."""
    large = {
        str(path.relative_to(PACKAGE)): size
        for path in MODULES
        if (size := len(path.read_text("utf-8").splitlines()))
        > (400 if path.parent.name == "questions" else 250)
    }
    assert large == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    """Words of the field name the modules, not words of history or of convenience."""
    forbidden = {"core", "utils", "helpers", "manager", "common", "misc", "new", "simple", "legacy"}
    assert [path for path in MODULES if forbidden & set(path.stem.split("_"))] == []


def test_every_exported_name_exists() -> None:
    """What `conspectus` says it exports can be imported from it."""
    import conspectus

    assert all(getattr(conspectus, name) is not None for name in conspectus.__all__)


def test_every_test_says_what_it_shows() -> None:
    """Each test has a docstring that says the behaviour."""
    silent = [
        f"{path.name}:{node.name}"
        for path in sorted((ROOT / "tests").glob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names
