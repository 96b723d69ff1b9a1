"""Plugins: installed ones by entry point, or one in a single file."""

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from runpy import run_path

from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.plugin import Plugin

GROUP = "conspectus.plugins"


def installed() -> dict[str, Plugin]:
    """Return every plugin that an installed package offers in the group `conspectus.plugins`.

    Raises InvalidPlugin naming the one that cannot be loaded.
    """
    return {point.name: _loaded(point) for point in entry_points(group=GROUP)}


def from_file(path: Path) -> Plugin:
    """Return the `plugin` that a Python file defines. The file is run: trust it first."""
    if not path.is_file():
        raise InvalidPlugin(f"There is no plugin file {path}.")
    try:
        names = run_path(str(path))
    except Exception as error:  # a plugin file may raise anything
        raise InvalidPlugin(f"{path} cannot be run: {type(error).__name__}: {error}") from error
    return _plugin(names.get("plugin"), str(path))


def _loaded(point: EntryPoint) -> Plugin:
    try:
        found = point.load()
    except Exception as error:  # a package may raise anything
        raise InvalidPlugin(
            f"The plugin '{point.name}' ({point.value}) cannot be loaded: {type(error).__name__}: "
            f"{error}. Mend or uninstall its package."
        ) from error
    return _plugin(found, point.value)


def _plugin(found: object, origin: str) -> Plugin:
    if not isinstance(found, Plugin):
        raise InvalidPlugin(f"{origin} does not define a `plugin` that is a conspectus.Plugin.")
    return found
