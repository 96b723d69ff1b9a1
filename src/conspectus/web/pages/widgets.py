"""The parameters of a plugin as the fields of a form, and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from conspectus.domain.apparatus import in_words
from conspectus.domain.errors import InvalidParameters
from conspectus.domain.plugin import Plugin

Kind = Literal["choice", "choices", "number", "switch", "line", "lines", "json"]
PREFIX = "parameter."


@dataclass(frozen=True, slots=True)
class Widget:
    """One field. `options` are values and their words; `chosen` are those chosen at first."""

    field: str
    kind: Kind
    label: str
    description: str
    options: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
    least: object = None
    most: object = None
    step: str = "any"


def widgets(plugin: Plugin) -> list[Widget]:
    """Return a field for each parameter, in the order of the schema."""
    return [_widget(name, schema) for name, schema in _properties(plugin).items()]


def parameters(plugin: Plugin, given: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Return the parameters that the fields of a form give; an empty one is left to its default.

    Raises InvalidParameters when a field holds no such value; the schema is checked elsewhere.
    """
    found: dict[str, object] = {}
    for name, schema in _properties(plugin).items():
        kind, values = _kind(schema), given.get(PREFIX + name, ())
        if kind in ("choices", "lines") and PREFIX + name in given:
            found[name] = [
                one.strip() for text in values for one in text.split("\n") if one.strip()
            ]
        elif kind == "switch":
            found[name] = "true" in values
        elif values and values[-1].strip():
            found[name] = _read(in_words(name), kind, schema, values[-1])
    return found


def _read(label: str, kind: Kind, schema: Mapping[str, Any], text: str) -> object:
    if kind == "line":
        return text.strip()
    if kind == "choice":
        return next((one for one in schema["enum"] if _words(one) == text), text)
    try:
        return json.loads(text)
    except ValueError:
        told = "a number" if kind == "number" else "JSON"
        raise InvalidParameters(f"{label}: give {told}.") from None


def _widget(name: str, schema: Mapping[str, Any]) -> Widget:
    kind, default = _kind(schema), schema.get("default")
    options = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    if kind in ("choices", "lines"):
        chosen = tuple(_words(one) for one in default or ())
    else:
        chosen = () if default is None else (_words(default),)
    return Widget(
        PREFIX + name,
        kind,
        str(schema.get("title") or in_words(name)),
        str(schema.get("description", "")),
        tuple((_words(one), in_words(_words(one)) or "–") for one in options),
        chosen,
        schema.get("minimum"),
        schema.get("maximum"),
        "1" if schema.get("type") == "integer" else "any",
    )


def _kind(schema: Mapping[str, Any]) -> Kind:
    if schema.get("enum"):
        return "choice"
    kind = schema.get("type")
    if kind == "array":
        items = schema.get("items", {})
        if items.get("enum"):
            return "choices"
        return "lines" if items.get("type") == "string" else "json"
    kinds: dict[object, Kind] = {"integer": "number", "number": "number", "boolean": "switch"}
    return kinds.get(kind, "line" if kind == "string" else "json")


def _words(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _properties(plugin: Plugin) -> Mapping[str, Any]:
    found: Mapping[str, Any] = plugin.parameters.get("properties", {})  # type: ignore[assignment]  # JSON
    return found
