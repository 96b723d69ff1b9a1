"""`conspectus compare`."""

from pathlib import Path

import orjson
from rich.console import Console

from conspectus.adapters.render_comparison import comparison_markdown
from conspectus.cli.generate import read
from conspectus.cli.open import named, settings
from conspectus.cli.output import write_file, write_out
from conspectus.cli.sending import announce
from conspectus.cli.signals import until_told
from conspectus.domain.comparison.comparison import Comparison
from conspectus.domain.comparison.data import comparison_data
from conspectus.domain.errors import UsageError
from conspectus.domain.source import Upload
from conspectus.domain.text.counting import counted
from conspectus.service.compare import compare_uploads
from conspectus.service.parameters import parse
from conspectus.settings import Settings
from conspectus.wiring import open_service


def run(
    old: Path, new: Path, plugin: str, form: str, output: Path | None, model: str | None,
    pairs: list[str],
) -> int:  # fmt: skip
    """Compare, write, and return the exit code."""
    console = Console(stderr=True)
    chosen = settings(model=model)
    uploads = (read(old, chosen.max_bytes), read(new, chosen.max_bytes))
    for path in (old, new):
        if output and output.exists() and output.samefile(path):
            raise UsageError(f"{output} is one of the two forms. Give another path with -o.")
    found = until_told(_compared(uploads, plugin, pairs, chosen, console))
    written = (
        comparison_markdown(found)
        if form == "md"
        else orjson.dumps(
            comparison_data(found), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        )
    )
    if output:
        write_file(output, written)
        console.print(f"Wrote [bold]{output}[/bold]", soft_wrap=True)
    else:
        write_out(written)
    _tell(found, console)
    return 0


async def _compared(
    uploads: tuple[Upload, Upload],
    plugin: str,
    pairs: list[str],
    chosen: Settings,
    console: Console,
) -> Comparison:
    plugin_id, brought = named(plugin)
    async with open_service(chosen, None, brought) as service:
        parameters = parse(service.plugin(plugin_id), pairs)
        for upload in uploads:
            announce(console, upload.name, chosen)
        return await compare_uploads(service, *uploads, plugin_id, parameters)


def _tell(found: Comparison, console: Console) -> None:
    told = (
        f"{counted(len(found.risks), 'risk')} appeared or vanished · "
        f"{counted(len(found.facts), 'fact')} changed · "
        f"{counted(len(found.stale), 'stale statement')} · "
        f"{counted(len(found.passages), 'passage')} changed"
    )
    console.print(told, highlight=False, soft_wrap=True)
