"""The `conspectus` command. Progress goes to standard error, results to standard output or -o."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from conspectus.cli.doors import commands as door_commands
from conspectus.cli.doors import keys_app
from conspectus.cli.durable import commands, jobs_app
from conspectus.cli.reviewing import audit_app
from conspectus.cli.reviewing import commands as reviewing_commands
from conspectus.cli.words import DEFAULT_PLUGIN, Format, Output, Parameter, PluginOrFile

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Turn a long regulated document into a short one in which every statement is proved by a "
    "page and a verbatim quote.",
    epilog="Exit codes: 0 done; 1 done, but a rule of severity error failed; 2 usage; 3 the source "
    "cannot be read; 4 the model cannot be reached; 5 any other failure.",
)
plugins_app = typer.Typer(no_args_is_help=True, help="List, show and check plugins.")
app.add_typer(plugins_app, name="plugins")

cache_app = typer.Typer(no_args_is_help=True, help="Show and purge the kept answers of models.")
app.add_typer(cache_app, name="cache")

app.add_typer(commands)
app.add_typer(jobs_app, name="jobs")
app.add_typer(door_commands)
app.add_typer(keys_app, name="keys")
app.add_typer(reviewing_commands)
app.add_typer(audit_app, name="audit")


def main() -> None:
    """Run the command line; turn every error into one line and an exit code."""
    from conspectus.domain.errors import ConspectusError

    try:
        app()
    except ConspectusError as error:
        _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        _fail("Stopped.", 5)
    except Exception as error:  # noqa: BLE001  # the last door: no traceback reaches a user
        _fail(
            f"Something failed that should not have ({_seen(error)}). "
            "Please report it with the command you ran; nothing was written.",
            5,
        )


def _seen(error: Exception) -> str:
    """Return the kind of an error and where it arose; its words may be those of a document."""
    from conspectus.domain.told import frames

    places = frames(error.__traceback__)
    ours = [place for place in places if place[0].startswith("conspectus")]
    module, _, line = (ours or places)[-1]
    return f"{type(error).__name__}, {module} line {line}"


def _fail(message: str, code: int) -> None:
    typer.echo(f"conspectus: {' '.join(message.split())}", err=True)
    sys.exit(code)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"conspectus {version('conspectus')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def generate(
    source: Annotated[Path, typer.Argument(help="The PDF or DOCX file.", show_default=False)],
    plugin: PluginOrFile = DEFAULT_PLUGIN,
    form: Annotated[
        Format | None,
        typer.Option("-f", "--format", help="Default: the suffix of -o, else md."),
    ] = None,
    output: Output = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="The model that answers: offline, openai:NAME, openai-compatible:NAME@URL ...",
            show_default="CONSPECTUS_MODEL",
        ),
    ] = None,
    param: Parameter = None,
) -> None:
    """Make the short, cited document of one file.

    [bold]Example:[/bold] conspectus generate form.pdf -o summary.html --param max_words=700
    """
    from conspectus.cli.generate import run

    chosen = form or _format_of(output)
    raise typer.Exit(run(source, plugin, chosen.value, output, model, param or []))


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.lstrip(".").lower() if output else "md"
    if suffix not in set(Format):
        raise typer.BadParameter(
            f"cannot tell the format from '{output}'; give -f md, html, docx or json"
        )
    return Format(suffix)


@app.command()
def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="Gold files *.json with their PDF or DOCX beside or beneath.")
    ],
    plugin: Annotated[str, typer.Option("-p", "--plugin", help="A plugin id.")] = DEFAULT_PLUGIN,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Score the facts and documents of a folder of forms against gold facts.

    [bold]Example:[/bold] conspectus evaluate examples/
    """
    from conspectus.cli.evaluate import run

    raise typer.Exit(run(folder, plugin, as_json))


@app.command()
def doctor() -> None:
    """Show what is installed, what is missing, and what to do about it."""
    from conspectus.cli.doctor import run

    raise typer.Exit(run())


@plugins_app.command("list")
def plugins_list() -> None:
    """List the installed plugins."""
    from conspectus.cli.plugins import show_all

    show_all()


@plugins_app.command("show")
def plugins_show(plugin: Annotated[str, typer.Argument(help="A plugin id.")]) -> None:
    """Show the questions, sections, parameters and rules of a plugin."""
    from conspectus.cli.plugins import show

    show(plugin)


@plugins_app.command("check")
def plugins_check(
    plugin: Annotated[str, typer.Argument(help="A plugin id, or a Python file that defines one.")],
) -> None:
    """Check a plugin against the plugin contract."""
    from conspectus.cli.plugins import check

    raise typer.Exit(check(plugin))


@cache_app.command("stats")
def cache_stats(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Show what is kept and what it has saved, over all runs."""
    from conspectus.cli.cache import stats

    stats(as_json)


@cache_app.command("purge")
def cache_purge(
    plugin: Annotated[
        str | None, typer.Option(help="Answers to a plugin: ID, or 'ID VERSION'.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Answers of a model.")] = None,
    document: Annotated[
        str | None, typer.Option(help="Answers first asked for a document: its path or SHA-256.")
    ] = None,
    workspace: Annotated[str | None, typer.Option(help="Answers of a workspace.")] = None,
    older_than: Annotated[
        str | None, typer.Option(help="Answers older than 90s, 30m, 12h or 7d.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every answer.")] = False,
) -> None:
    """Take kept answers away, from every tier and every running process.

    Options together take the answers that all of them name.
    [bold]Example:[/bold] conspectus cache purge --model openai:gpt-5 --older-than 7d
    """
    from conspectus.cli.cache import purge

    purge(plugin, model, document, workspace, older_than, everything)
