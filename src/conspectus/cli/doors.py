"""The commands about the HTTP door: serving, and the keys to it."""

from typing import Annotated

import typer

commands = typer.Typer()
keys_app = typer.Typer(no_args_is_help=True, help="Make, list and revoke keys of the service.")


@commands.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8000,
    workers: Annotated[
        int, typer.Option(min=1, help="Server processes, each with a worker of its own.")
    ] = 1,
    slots: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="Documents at once; 0 leaves them all to `conspectus worker`.",
            show_default="CONSPECTUS_SLOTS",
        ),
    ] = None,
) -> None:
    """Serve HTTP and work on queued documents, until told to stop.

    [bold]Example:[/bold] conspectus serve --port 8080
    """
    from conspectus.cli.serve import run

    raise typer.Exit(run(host, port, workers, slots))


@keys_app.command("create")
def keys_create(
    name: Annotated[str, typer.Argument(help="Who or what will use it.")],
    workspace: Annotated[
        str, typer.Option(help="Whose jobs it sees; those of the same name see the same.")
    ] = "main",
    scope: Annotated[
        str, typer.Option(help="metrics (figures alone), read, write (and read), or admin (all).")
    ] = "write",
) -> None:
    """Print a fresh key. It is shown once and kept only as a digest."""
    from conspectus.cli.keys import create

    create(name, workspace, scope)


@keys_app.command("list")
def keys_list(
    workspace: Annotated[str | None, typer.Option(help="Only those of a workspace.")] = None,
) -> None:
    """List keys."""
    from conspectus.cli.keys import show_all

    show_all(workspace)


@keys_app.command("revoke")
def keys_revoke(key: Annotated[str, typer.Argument(help="The id of a key, see `list`.")]) -> None:
    """Let a key open nothing any more. The jobs made with it stay."""
    from conspectus.cli.keys import revoke

    revoke(key)
