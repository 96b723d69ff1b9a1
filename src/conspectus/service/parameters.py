"""Parameters of a plugin: defaults filled in, values checked against its JSON Schema."""

import json
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator, SchemaError

from conspectus.domain.errors import InvalidParameters, InvalidPlugin
from conspectus.domain.plugin import Plugin


def complete(plugin: Plugin, given: Mapping[str, object]) -> dict[str, object]:
    """Return all parameters of the plugin.

    Raises InvalidParameters naming the wrong one, InvalidPlugin when the schema itself is wrong.
    """
    require_schema(plugin)
    properties: Mapping[str, Any] = plugin.parameters.get("properties", {})  # type: ignore[assignment]  # JSON
    for name in given:
        if name not in properties:
            known = ", ".join(sorted(properties)) or "none"
            raise InvalidParameters(f"{plugin.id} has no parameter '{name}'. It has: {known}.")
    chosen = {name: given.get(name, schema.get("default")) for name, schema in properties.items()}
    for error in sorted(Draft202012Validator(dict(plugin.parameters)).iter_errors(chosen), key=str):
        name = ".".join(str(step) for step in error.path) or "parameters"
        raise InvalidParameters(f"Parameter '{name}': {error.message}.")
    return chosen


def require_schema(plugin: Plugin) -> None:
    """Raise InvalidPlugin when the parameters of a plugin are no JSON Schema of an object."""
    try:
        Draft202012Validator.check_schema(dict(plugin.parameters))
    except SchemaError as error:
        told = f"its parameters are no JSON Schema: {error.message}"
        raise InvalidPlugin(f"Plugin '{plugin.id}': {told}.") from error


def parse(plugin: Plugin, pairs: list[str]) -> dict[str, object]:
    """Read `name=value` pairs: JSON where a value parses, else text; lists may use commas."""
    properties: Mapping[str, Any] = plugin.parameters.get("properties", {})  # type: ignore[assignment]  # JSON
    given: dict[str, object] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InvalidParameters(f"'{pair}' is not NAME=VALUE.")
        schema = properties.get(name, {})
        given[name] = _read(text, schema.get("type"))
    return given


def _read(text: str, kind: str | None) -> object:
    if kind == "array" and not text.lstrip().startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind == "string":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
