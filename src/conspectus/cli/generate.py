"""`conspectus generate`."""

import os
from collections import Counter
from collections.abc import Coroutine
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from conspectus.adapters.observe_several import SeveralObservers
from conspectus.cli.open import named, settings
from conspectus.cli.output import write_file, write_out
from conspectus.cli.sending import Told, ailing, announce, bill
from conspectus.cli.signals import until_told
from conspectus.domain.errors import (
    ConspectusError,
    ModelError,
    SourceTooLarge,
    UnsupportedFormat,
    UsageError,
)
from conspectus.domain.happenings import Work
from conspectus.domain.source import Upload
from conspectus.domain.text.counting import counted
from conspectus.domain.trace import begun, within
from conspectus.ports import Observer
from conspectus.service import Result
from conspectus.service.parameters import parse
from conspectus.settings import Settings
from conspectus.wiring import OBSERVERS, open_service
from conspectus.wiring_models import OFFLINE
from conspectus.wiring_observe import open_told


def run(
    source: Path, plugin: str, form: str, output: Path | None, model: str | None, pairs: list[str]
) -> int:
    """Generate, write, and return the exit code."""
    console = Console(stderr=True)
    chosen = settings(model=model)
    upload = read(source, chosen.max_bytes)
    if output and output.exists() and output.samefile(source):
        raise UsageError(f"{output} is the source itself. Give another path with -o.")
    counts = Counter[str]()
    with Bar(console) as bar:
        made = _generate(upload, plugin, form, pairs, chosen, bar, counts)
        result, written = _to_its_end(made, chosen, console)
    if output:
        write_file(output, written)
        console.print(f"Wrote [bold]{output}[/bold]", soft_wrap=True)
    else:
        write_out(written)
    code = _tell(result, console)
    if told := ailing(counts):
        console.print(told, highlight=False, soft_wrap=True)
    return code


def _to_its_end(
    made: Coroutine[object, object, tuple[Result, bytes]], chosen: Settings, console: Console
) -> tuple[Result, bytes]:
    """Wait for the result. What a failure has cost is told all the same."""
    try:
        return until_told(made)
    except ModelError as error:
        if took := bill(error.usage):
            console.print(took, highlight=False, soft_wrap=True)
        raise
    except KeyboardInterrupt:
        asked = chosen.model != OFFLINE and chosen.llm_cache_enabled
        kept = " Answers that had come are kept: the next run does not ask for them again."
        raise ConspectusError(f"Stopped; nothing is written.{kept * asked}") from None


async def _generate(
    upload: Upload,
    plugin: str,
    form: str,
    pairs: list[str],
    chosen: Settings,
    bar: "Bar",
    counts: Counter[str],
) -> tuple[Result, bytes]:
    plugin_id, brought = named(plugin)
    shown = bar if chosen.observer == "silent" else OBSERVERS[chosen.observer]()
    told, work = Told(bar.console), Work("document")
    async with open_told(chosen, "warning") as telling:
        observer = SeveralObservers(*telling.observers, shown)
        opened = open_service(chosen, observer, brought, counts=counts, tell=told)
        async with opened as service:
            parameters = parse(service.plugin(plugin_id), pairs)
            announce(bar.console, upload.name, chosen)
            with within(begun()), observer.during(work):
                result = await service.generate(upload, plugin_id, parameters)
                work.outcome = "succeeded"
            return result, service.render(result, form)


def read(path: Path, most: int) -> Upload:
    """Read a file of at most `most` bytes, never more of it.

    Raise UnsupportedFormat when there is none, SourceTooLarge when it is larger.
    """
    try:
        with path.open("rb") as file:
            large = os.fstat(file.fileno()).st_size > most
            data = b"" if large else file.read(most + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise UnsupportedFormat(
            f"{path}: {reason}. Give the path of a PDF or DOCX file."
        ) from error
    if large or len(data) > most:
        raise SourceTooLarge(f"{path} is larger than {most / (1 << 20):.3g} MB.")
    return Upload(path.name, data)


class Bar(Observer):
    """A progress bar on standard error."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._progress = Progress(
            TextColumn("{task.description:>8}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("read", total=None)

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def stage(self, name: str, done: int, total: int) -> None:
        """Move the bar."""
        self._progress.update(self._task, description=name, completed=done, total=total)

    def section(self, name: str, done: int, total: int) -> None:
        """Leave the bar as it is: the sections are written in a blink."""


def _tell(result: Result, console: Console) -> int:
    """Say in one line what was made; return 1 when a rule of severity error failed."""
    report = result.report
    errors = [f for f in report.findings if f.severity == "error"]
    warnings = [f for f in report.findings if f.severity == "warning"]
    stated = sum(fact.status == "stated" for fact in report.facts.values())
    console.print(
        f"{stated} of {len(report.facts)} questions answered · "
        f"{report.readability['words']} words · grade "
        f"{report.readability['flesch_kincaid_grade']} · {counted(len(errors), 'error')}, "
        f"{counted(len(warnings), 'warning')}",
        highlight=False,
        soft_wrap=True,
    )
    for finding in errors:
        told = f"  error {finding.rule}: {finding.message}"
        console.print(told, highlight=False, soft_wrap=True, markup=False)
    if took := bill(result.usage):
        console.print(took, highlight=False, soft_wrap=True)
    return 1 if errors else 0
