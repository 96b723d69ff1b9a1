"""Every setting as it stands: its value, where it came from, and what is wrong with it."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import cast

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource, TomlConfigSettingsSource

from conspectus.domain.errors import ConspectusError
from conspectus.settings import FILE, Settings
from conspectus.wiring import load_rules_of
from conspectus.wiring_models import require_model

PREFIX = "CONSPECTUS_"
MASK = "********"
_NAMES = {Settings.variable(name).upper(): name for name in Settings.model_fields} | {
    name.upper(): name for name in Settings.model_fields
}
"""The name of each setting by its variable and by itself, in capitals."""

_SECRET = re.compile(r"key|token|secret|passw|credential", re.IGNORECASE)
_LOGIN = re.compile(r"(?<=://)[^/@\s]+(?=@)")


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting: its variable, its value as text, its origin, and advice when it does not hold.

    `origin` is "default", "environment" or the name of the settings file.
    """

    variable: str
    value: str
    origin: str
    advice: str = ""


def choices() -> Iterator[Choice]:
    """Yield every setting, then whatever is set that is no setting."""
    try:
        filed = _by_name(TomlConfigSettingsSource(Settings)())
    except TOMLDecodeError as error:
        yield Choice(FILE, "", FILE, f"is not TOML: {error}. Mend it or remove it.")
        filed = {}
    given = _by_name(EnvSettingsSource(Settings)())
    values, wrong = _read()
    for name, field in Settings.model_fields.items():
        origin = "environment" if name in given else FILE if name in filed else "default"
        raw = given.get(name, filed.get(name, field.get_default(call_default_factory=True)))
        value = values.get(name, raw)
        told = MASK if value and "SecretStr" in str(field.annotation) else shown(name, value)
        advice = str(wrong.get(name) or _advice(name, value))
        yield Choice(Settings.variable(name), told, origin, advice)
    for variable in sorted(os.environ):
        if variable.upper().startswith(PREFIX) and variable.upper() not in _NAMES:
            yield _stranger(variable, "environment")
    for name in sorted(filed.keys() - Settings.model_fields.keys()):
        yield _stranger(name, FILE)


def shown(name: str, value: object) -> str:
    """Return a value as text; secrets, and logins within an address, are masked."""
    if value is None:
        return "none"
    if value and _SECRET.search(name):
        return MASK
    if isinstance(value, tuple | list):
        return ":".join(map(str, value)) or "none"
    return _LOGIN.sub(MASK, str(value))


def _by_name(given: Mapping[str, object]) -> dict[str, object]:
    """Return values by the name of their setting, whichever of its names they were set by."""
    return {_NAMES.get(key.upper(), key): value for key, value in given.items()}


def _read() -> tuple[Mapping[str, object], Mapping[str, object]]:
    """Return the values that hold and, by name, what is wrong with the others."""
    try:
        return dict(Settings()), {}  # type: ignore[call-arg]  # the sources fill it
    except TOMLDecodeError:
        return {}, {}
    except ValidationError as error:
        found = error.errors(include_url=False)
        return {}, _by_name(
            {str(e["loc"][0]): f"{e['msg']}. Mend or unset it." for e in reversed(found)}
        )


def _advice(name: str, value: object) -> str:
    """Return what is wrong with a model or a rules file; any other setting that was read holds."""
    try:
        if name in ("model", "fallback_model") and value is not None:
            require_model(str(value))
        if name == "rules":
            for path in value.split(":") if isinstance(value, str) else cast(Iterable[str], value):
                load_rules_of(Path(path))
    except ConspectusError as error:
        return str(error)
    return ""


def _stranger(name: str, origin: str) -> Choice:
    known = get_close_matches(name.upper(), _NAMES, 1)
    meant = f" Was {Settings.variable(_NAMES[known[0]])} meant?" if known else ""
    effect = "every command refuses it" if origin == FILE else "it does nothing"
    return Choice(name, MASK, origin, f"This is no setting, {effect}: remove it.{meant}")
