"""The commands about reviews: comparing versions of a form, and proving the audit trail."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from conspectus.cli.words import DEFAULT_PLUGIN, Output, Parameter, PluginOrFile

commands = typer.Typer()
audit_app = typer.Typer(no_args_is_help=True, help="Prove the audit trail.")


class ComparisonFormat(StrEnum):
    """How a comparison is written."""

    md = "md"
    json = "json"


@commands.command()
def compare(
    old: Annotated[Path, typer.Argument(help="The earlier version.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The later version.", show_default=False)],
    plugin: PluginOrFile = DEFAULT_PLUGIN,
    form: Annotated[
        ComparisonFormat | None,
        typer.Option("-f", "--format", help="Default: the suffix of -o, else md."),
    ] = None,
    output: Output = None,
    model: Annotated[
        str | None, typer.Option(help="The model that answers.", show_default="CONSPECTUS_MODEL")
    ] = None,
    param: Parameter = None,
) -> None:
    """Tell which facts, risks and passages of a form changed, and which statements are stale.

    [bold]Example:[/bold] conspectus compare form_v1.pdf form_v2.pdf -o changes.md
    """
    from conspectus.cli.compare import run

    told = "json" if output and output.suffix.lower() == ".json" else "md"
    raise typer.Exit(run(old, new, plugin, form or told, output, model, param or []))


@audit_app.callback()
def _group() -> None:
    """Keep the group a group, though it has one command."""


@audit_app.command("verify")
def audit_verify(
    head: Annotated[
        str | None,
        typer.Option(help="A head that was noted elsewhere, NUMBER:HASH: its line must be there."),
    ] = None,
) -> None:
    """Read the whole trail: 0 when it is whole, 1 naming the first line that is broken.

    [bold]Example:[/bold] conspectus audit verify
    """
    from conspectus.cli.audit import verify

    raise typer.Exit(verify(head))
