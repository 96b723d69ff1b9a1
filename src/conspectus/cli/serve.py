"""`conspectus serve`."""

import asyncio
import logging
import os
import signal
import socket
from ipaddress import ip_address

from rich.console import Console

from conspectus.adapters.observe_log import open_logs
from conspectus.cli.open import count_in, settings
from conspectus.cli.sending import announce
from conspectus.domain.errors import UsageError
from conspectus.settings import Settings
from conspectus.wiring_stores import open_stores

GRACE_SECONDS = 3
"""So long requests may go on after the server was told to stop; streams are cut off then."""

BACKLOG = 2048
_log = logging.getLogger("conspectus.cli")


def run(host: str, port: int, workers: int, slots: int | None = None) -> int:
    """Serve until told to stop; return the exit code."""
    if slots is not None:
        os.environ[Settings.variable("slots")] = str(slots)  # server and worker processes read it
    chosen = settings()
    require_safe(chosen, host)
    level = chosen.log_level or "info"
    with open_logs(chosen.log_form, level) as pretty, _bound(host, port) as listening:
        announce(Console(stderr=True), "uploaded documents", chosen, pretty)
        asyncio.run(_tried(chosen))
        address = f"[{host}]" if ":" in host else host
        _say(f"http://{address}:{listening.getsockname()[1]}", chosen.root_path, pretty)
        _serve(chosen, listening, workers)
    return 0


async def _tried(chosen: Settings) -> None:
    """Open the records once: a server would hide in its log why that cannot be done."""
    async with open_stores(chosen):
        pass


def _say(url: str, root: str, pretty: bool) -> None:
    """Say where the server is, to a person or to a log."""
    if pretty:
        told = f"Serves {url}{root}/ui/ (for programs: {url}{root}/docs)"
        Console(stderr=True).print(told, soft_wrap=True, highlight=False)
    else:
        _log.info("The server listens.", extra={"told": {"url": url}})


def require_safe(chosen: Settings, host: str) -> None:
    """Raise UsageError when all the world would be let in without having been invited."""
    if not (_loopback(host) or chosen.auth or chosen.open):
        raise UsageError(
            f"Whoever reaches {host} could read and delete every document. "
            "Set CONSPECTUS_AUTH=true and make keys (conspectus keys create), "
            "or CONSPECTUS_OPEN=true to let everybody in."
        )


def _serve(chosen: Settings, listening: socket.socket, workers: int) -> None:
    import uvicorn  # slow to load: on demand
    from uvicorn.supervisors import Multiprocess  # as above

    count_in(chosen)
    config = uvicorn.Config(
        "conspectus.asgi:create_served",
        factory=True,
        workers=workers,
        proxy_headers=True,
        forwarded_allow_ips=chosen.trusted_proxies,
        server_header=False,
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=BACKLOG,
    )
    server = uvicorn.Server(config)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stopped)  # uvicorn stops first, and raises the signal again then
    if workers == 1:
        server.run(sockets=[listening])
        return
    Multiprocess(config, sockets=[listening]).run()


def _stopped(number: int, frame: object) -> None:
    """Do nothing: stopping is what was asked for, and ends with exit code 0."""


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only sockets that name TCP get TCP_NODELAY of asyncio; without, each answer waits for 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        reason = error.strerror or "it cannot be used"
        raise UsageError(f"{host} port {port}: {reason}. Give another --host or --port.") from error
    listening.set_inheritable(True)
    return listening


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
