"""From the words of a command line to a service."""

import os
from collections.abc import Mapping
from pathlib import Path
from tomllib import TOMLDecodeError

from pydantic import ValidationError

from conspectus.adapters.entry_points import from_file
from conspectus.domain.errors import UsageError
from conspectus.domain.plugin import Plugin
from conspectus.settings import FILE, Settings
from conspectus.wiring_models import with_model


def settings(**chosen: str | None) -> Settings:
    """Read the settings; raise UsageError naming the first one that does not hold."""
    given = {name: value for name, value in chosen.items() if value is not None}
    model = given.pop("model", None)
    try:
        read = Settings(**given)  # type: ignore[arg-type]  # pydantic validates
        return read if model is None else with_model(read, model)
    except TOMLDecodeError as error:
        raise UsageError(f"{FILE} is not TOML: {error}. Mend it or remove it.") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = Settings.variable(str(first["loc"][0]))
        raise UsageError(f"Setting {name}: {first['msg']}.") from error


def require_slots(chosen: Settings, option: str) -> None:
    """Raise UsageError when nothing could ever be made here."""
    if not chosen.slots:
        raise UsageError(f"CONSPECTUS_SLOTS=0 leaves documents to others: give {option}.")


def count_in(chosen: Settings) -> None:
    """Let this process, and those it starts, count together with all of the data folder."""
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(chosen.data_dir.absolute() / "metrics"))


def named(plugin: str) -> tuple[str, Mapping[str, Plugin]]:
    """Return the id of a plugin and, when it was given as a file, the plugin itself."""
    if not plugin.endswith(".py"):
        return plugin, {}
    loaded = from_file(Path(plugin))
    return loaded.id, {loaded.id: loaded}
