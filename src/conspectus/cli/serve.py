"""`conspectus serve`."""

import os
import signal
import socket
import tempfile
from ipaddress import ip_address

from rich.console import Console

from conspectus.cli.open import settings
from conspectus.cli.sending import announce
from conspectus.domain.errors import UsageError
from conspectus.settings import Settings

GRACE_SECONDS = 3
"""So long requests may go on after the server was told to stop; streams are cut off then."""

BACKLOG = 2048


def run(host: str, port: int, workers: int) -> int:
    """Serve until told to stop; return the exit code."""
    chosen = settings()
    require_safe(chosen, host)
    with _bound(host, port) as listening:
        console = Console(stderr=True)
        announce(console, "uploaded documents", chosen)
        address = f"[{host}]" if ":" in host else host
        url = f"http://{address}:{listening.getsockname()[1]}{chosen.root_path}"
        console.print(
            f"Serves {url}/ui/ (for programs: {url}/docs)", soft_wrap=True, highlight=False
        )
        _serve(chosen, listening, workers)
    return 0


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

    config = uvicorn.Config(
        "conspectus.asgi:create_app",
        factory=True,
        workers=workers,
        proxy_headers=True,
        forwarded_allow_ips=chosen.trusted_proxies,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=BACKLOG,
    )
    server = uvicorn.Server(config)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stopped)  # uvicorn stops first, and raises the signal again then
    if workers == 1:
        server.run(sockets=[listening])
        return
    with tempfile.TemporaryDirectory(prefix="conspectus-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
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
