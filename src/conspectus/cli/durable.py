"""The commands about durable work: batches, workers, jobs, and the data folder."""

from pathlib import Path
from typing import Annotated

import typer

from conspectus.cli.words import DEFAULT_PLUGIN, Format, Parameter

commands = typer.Typer()
jobs_app = typer.Typer(no_args_is_help=True, help="Show and steer jobs.")

Job = Annotated[str, typer.Argument(help="The id of a job.")]


@commands.command()
def batch(
    sources: Annotated[list[Path], typer.Argument(help="PDF and DOCX files, or folders of them.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder of the results.")],
    plugin: Annotated[str, typer.Option("-p", "--plugin", help="A plugin id.")] = DEFAULT_PLUGIN,
    form: Annotated[Format, typer.Option("-f", "--format", help="Of the results.")] = Format.HTML,
    model: Annotated[
        str | None, typer.Option(help="The model that answers.", show_default="CONSPECTUS_MODEL")
    ] = None,
    param: Parameter = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Documents at once.", show_default="CONSPECTUS_SLOTS"),
    ] = None,
) -> None:
    """Make the documents of many files; the same command again does only what is missing.

    [bold]Example:[/bold] conspectus batch forms/ -o summaries/ -f docx
    """
    from conspectus.cli.batch import run

    raise typer.Exit(run(sources, output, plugin, form.value, model, param or [], jobs))


@commands.command()
def worker(
    slots: Annotated[
        int | None,
        typer.Option(min=1, help="Documents at once.", show_default="CONSPECTUS_SLOTS"),
    ] = None,
    metrics_port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="Tell Prometheus this worker's own figures there."),
    ] = None,
    metrics_host: Annotated[
        str, typer.Option(help="The address of that port; 0.0.0.0 for all.")
    ] = "127.0.0.1",
    attended: Annotated[bool, typer.Option(hidden=True, help="A server watches over it.")] = False,
) -> None:
    """Work on queued jobs until told to stop; any number of workers may run side by side."""
    from conspectus.cli.worker import run

    port = (metrics_host, metrics_port) if metrics_port else None
    raise typer.Exit(run(slots, port, attended))


@commands.command()
def replay(job: Job, document: Annotated[str, typer.Argument(help="A document of it.")]) -> None:
    """Make a report again from the answers of its job, with no model; say whether it is the same.

    The exit code is 1 when it is not.
    """
    from conspectus.cli.jobs import replay as run

    raise typer.Exit(run(job, document))


@commands.command()
def migrate() -> None:
    """Bring the records to this version; safe to run twice and beside an older version."""
    from conspectus.cli.data import migrated

    migrated()


@commands.command()
def backup(
    target: Annotated[Path, typer.Argument(help="The tar file to write.")],
) -> None:
    """Write records, uploads and reports into one file, while they are in use."""
    from conspectus.cli.data import back_up

    back_up(target)


@commands.command()
def restore(
    source: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
) -> None:
    """Fill the data folder, which must hold no records yet, from a backup."""
    from conspectus.cli.data import restored

    restored(source)


@jobs_app.command("list")
def jobs_list(
    most: Annotated[int, typer.Option("-n", min=1, help="How many, the latest first.")] = 20,
    trace: Annotated[
        str, typer.Option(help="A trace id: show its jobs with their documents, of any workspace.")
    ] = "",
) -> None:
    """List jobs, the latest first."""
    from conspectus.cli.jobs import show_all, show_traced

    if trace:
        show_traced(trace)
    else:
        show_all(most)


@jobs_app.command("show")
def jobs_show(
    job: Job,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Show a job and each of its documents."""
    from conspectus.cli.jobs import show

    show(job, as_json)


@jobs_app.command("cancel")
def jobs_cancel(job: Job) -> None:
    """Cancel what has not ended, and keep what has."""
    from conspectus.cli.jobs import cancel

    cancel(job)


@jobs_app.command("retry")
def jobs_retry(job: Job) -> None:
    """Queue again what failed or was cancelled; a worker or `batch` takes it up."""
    from conspectus.cli.jobs import retry

    retry(job)


@jobs_app.command("delete")
def jobs_delete(job: Job) -> None:
    """Delete a job: its records, answers, reports, and uploads that no other job needs."""
    from conspectus.cli.jobs import delete

    delete(job)
