"""Parameters of a plugin: defaults filled in, values checked against its JSON Schema."""

import json
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator, SchemaError

from conspectus.domain.errors import InvalidParameters, InvalidPlugin
from conspectus.domain.plugin import Plugin

LONGEST_RULE = 200
_SAID = {
    "enum": "must be one of",
    "maximum": "must be at most",
    "minimum": "must be at least",
    "type": "must be of the type",
}

MOST_CHECKED, MOST_HELD, LONGEST_HELD = 100, 100, 10_000
_checked: dict[int, tuple[Mapping[str, object], Draft202012Validator, set[str]]] = {}
"""Schemas by their ids, and parameters that hold: to check them takes as long as a fast answer.

A schema is part of its entry, so that its id stays its own.
"""


def complete(plugin: Plugin, given: Mapping[str, object]) -> dict[str, object]:
    """Return all parameters of the plugin.

    Raises InvalidParameters naming the wrong one, never its value; InvalidPlugin when the schema
    itself is wrong.
    """
    validator, held = require_schema(plugin)
    properties: Mapping[str, Any] = plugin.parameters.get("properties", {})  # type: ignore[assignment]  # JSON
    for name in given:
        if name not in properties:
            known = ", ".join(sorted(properties)) or "none"
            raise InvalidParameters(f"{plugin.id} has no parameter of that name but {known}.")
    chosen = {name: given.get(name, schema.get("default")) for name, schema in properties.items()}
    if (told := repr(chosen)) in held:
        return chosen
    for error in sorted(validator.iter_errors(chosen), key=str):
        name = next(iter(error.path), "parameters")
        bound = json.dumps(error.validator_value)[:LONGEST_RULE]
        said = _SAID.get(str(error.validator), f"does not hold to its `{error.validator}`:")
        raise InvalidParameters(f"Parameter '{name}' {said} {bound}.")
    if len(held) < MOST_HELD and len(told) < LONGEST_HELD:
        held.add(told)
    return chosen


def require_schema(plugin: Plugin) -> tuple[Draft202012Validator, set[str]]:
    """Return what checks parameters of a plugin, and which were checked and hold.

    Raises InvalidPlugin when they are no JSON Schema of an object.
    """
    schema = plugin.parameters
    if (known := _checked.get(id(schema))) and known[0] is schema:
        return known[1:]
    try:
        Draft202012Validator.check_schema(dict(schema))
    except SchemaError as error:
        told = f"its parameters are no JSON Schema: {error.message}"
        raise InvalidPlugin(f"Plugin '{plugin.id}': {told}.") from error
    checked = schema, Draft202012Validator(dict(schema)), set[str]()
    if len(_checked) < MOST_CHECKED:
        _checked[id(schema)] = checked
    return checked[1:]


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
