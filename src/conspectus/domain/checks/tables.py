"""Strict reading of TOML tables: a wrong, missing or unknown key is an error with its place."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.text.search import Search


@dataclass(slots=True)
class Table:
    """A TOML table that is read key by key; `done` complains of what was not read."""

    where: str
    values: Mapping[str, object]
    read: set[str] = field(default_factory=set)

    def error(self, problem: str) -> InvalidPlugin:
        """Return the error that says what is wrong in this table."""
        return InvalidPlugin(f"{self.where}: {problem}")

    def has(self, key: str) -> bool:
        """Tell whether the key is there."""
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string that is not empty."""
        value = self._get(key, default)
        if isinstance(value, str) and (value.strip() or value == default):
            return value
        raise self.error(f"`{key}` must be a text")

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Return a string that is one of the choices."""
        value = self.text(key, default)
        if value in choices:
            return value
        raise self.error(f"`{key}` is {value!r}, not one of {', '.join(sorted(choices))}")

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number above 0."""
        value = self._get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return value
        raise self.error(f"`{key}` must be a number above 0")

    def texts(self, key: str, default: Collection[str] | None = None) -> tuple[str, ...]:
        """Return a list of strings, not empty unless left out."""
        value = self._get(key, default)
        if isinstance(value, list | tuple):
            texts = tuple(text for text in value if isinstance(text, str) and text)
            if len(texts) == len(value) and (texts or default is not None):
                return texts
        raise self.error(f"`{key}` must be a list of texts")

    def patterns(self, key: str, default: Collection[str] | None = None) -> tuple[Search, ...]:
        """Return a list of regular expressions. They search plain lower-case text, line by line."""
        return tuple(self._pattern(key, pattern) for pattern in self.texts(key, default))

    def table(self, key: str, default: Mapping[str, object] | None = None) -> "Table":
        """Return a table within this one."""
        value = self._get(key, default)
        if isinstance(value, dict):
            return Table(f"{self.where}, `{key}`", value)
        raise self.error(f"`{key}` must be a table")

    def tables(self, key: str) -> list["Table"]:
        """Return a list of tables, empty when left out."""
        value = self._get(key, ())
        if isinstance(value, list | tuple) and all(isinstance(v, dict) for v in value):
            return [Table(f"{self.where}, `{key}` {n}", v) for n, v in enumerate(value, 1)]
        raise self.error(f"`{key}` must be a list of tables")

    def done(self) -> None:
        """Raise InvalidPlugin when a key was not read."""
        if unknown := sorted(self.values.keys() - self.read):
            raise self.error(f"`{unknown[0]}` is not known here")

    def _get(self, key: str, default: object) -> object:
        self.read.add(key)
        if key not in self.values and default is None:
            raise self.error(f"`{key}` is missing")
        return self.values.get(key, default)

    def _pattern(self, key: str, pattern: str) -> Search:
        if re.search(r"[A-Z]", re.sub(r"\\.", "", pattern)):
            raise self.error(f"`{key}` searches lower-case text, so {pattern!r} can never match")
        try:
            return Search.of(pattern)
        except re.error as problem:
            raise self.error(f"`{key}` holds {pattern!r}, which is no pattern: {problem}") from None
