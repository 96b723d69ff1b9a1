"""One document, from upload to report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import perf_counter

from conspectus.domain.errors import UnknownPlugin
from conspectus.domain.plugin import Plugin
from conspectus.domain.report import Report
from conspectus.domain.source import Upload
from conspectus.domain.usage import Usage
from conspectus.pipeline.generate import Parts, generate
from conspectus.pipeline.hands import Hands
from conspectus.ports import Model, Observer, Reader, Renderer
from conspectus.service.parameters import complete


@dataclass(frozen=True, slots=True)
class Result:
    """A report and what it used."""

    report: Report
    usage: Usage


class Service:
    """Everything the doors may ask for. Built by `wiring`, or from `testing` in a test."""

    def __init__(
        self,
        reader: Reader,
        model: Model,
        renderers: Mapping[str, Renderer],
        plugins: Mapping[str, Plugin],
        observer: Observer,
        version: str,
        budget_usd: float | None = None,
        plain: bool = False,
        hands: Hands | None = None,
    ) -> None:
        self.reader = reader
        self.plugins = plugins
        self.renderers = renderers
        self.model = model
        self.observer = observer
        self.version = version
        self._parts = Parts(reader, model, observer, budget_usd, plain, hands=hands or Hands())

    def plugin(self, plugin_id: str) -> Plugin:
        """Raise UnknownPlugin when no such plugin is installed."""
        if plugin_id not in self.plugins:
            known = ", ".join(sorted(self.plugins)) or "none"
            raise UnknownPlugin(f"There is no plugin of that id. Installed: {known}.")
        return self.plugins[plugin_id]

    async def generate(
        self,
        upload: Upload,
        plugin_id: str,
        parameters: Mapping[str, object] | None = None,
        workspace: str = "",
        model: Model | None = None,
        observer: Observer | None = None,
    ) -> Result:
        """Make the report of an upload; another model and observer may be brought.

        Raises UsageError (unknown plugin or parameters), SourceError or ModelError.
        """
        plugin = self.plugin(plugin_id)
        chosen = complete(plugin, parameters or {})
        parts = replace(
            self._parts,
            model=model or self.model,
            observer=observer or self.observer,
            workspace=workspace,
        )
        started = perf_counter()
        report, usage = await generate(upload, plugin, chosen, parts, self.version)
        return Result(report, replace(usage, seconds=round(perf_counter() - started, 3)))

    def render(self, result: Result, form: str) -> bytes:
        """Write a result in one of the formats of `renderers`."""
        return self.renderers[form].render(result.report, result.usage)

    def written(self, report: Report) -> bytes:
        """Write a report as it is kept: JSON, the same bytes for the same report."""
        return self.renderers["json"].render(report)
