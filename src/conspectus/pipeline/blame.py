"""A plugin's own code may fail: the error then names the plugin and the part that failed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import ParamSpec, TypeVar

from conspectus.domain.errors import ConspectusError, InvalidPlugin
from conspectus.domain.findings import Finding
from conspectus.domain.plugin import Plugin
from conspectus.domain.rules import Rule

T = TypeVar("T")
P = ParamSpec("P")
_MOST = 200  # characters of a stranger's message


@contextmanager
def blamed(plugin: Plugin, part: str) -> Iterator[None]:
    """Raise InvalidPlugin with plugin, part and remedy for whatever is raised inside."""
    try:
        yield
    except InvalidPlugin as error:
        raise InvalidPlugin(f"Plugin '{plugin.id}', {part}: {error}") from error
    except ConspectusError:
        raise
    except Exception as error:  # a stranger's code may raise anything
        told = " ".join(f"{type(error).__name__}: {error}".split())[:_MOST]
        raise InvalidPlugin(
            f"Plugin '{plugin.id}', {part} fails with {told}. Mend it and try it with "
            "`conspectus plugins check`."
        ) from error


def only(kind: type[T], given: Iterable[object]) -> tuple[T, ...]:
    """Return what a plugin gave. Raise InvalidPlugin when any of it is of another kind."""
    found = []
    for one in given:
        if not isinstance(one, kind):
            raise InvalidPlugin(f"it gives {one!r:.60}, which is no {kind.__name__}.")
        found.append(one)
    return tuple(found)


def answerable(plugin: Plugin, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules that, when they fail, are named with their plugin."""
    return tuple(
        replace(
            rule,
            decide=rule.decide and _named(plugin, rule, rule.decide),
            weigh=rule.weigh and _named(plugin, rule, rule.weigh),
        )
        for rule in rules
    )


def _named(
    plugin: Plugin, rule: Rule, check: Callable[P, Iterable[Finding]]
) -> Callable[P, Iterable[Finding]]:
    def named(*given: P.args, **also: P.kwargs) -> Iterable[Finding]:
        with blamed(plugin, f"rule '{rule.id}'"):
            return only(Finding, check(*given, **also))

    return named
