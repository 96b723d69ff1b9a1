"""The application over stand-ins, behind a real socket, for a browser."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from doors import Door, door


@contextmanager
def door_served(folder: Path, **given: Any) -> Iterator[tuple[str, Door]]:
    """Serve a door in a thread of its own; give its URL and what stands behind it."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.bind(("127.0.0.1", 0))
    started, found = threading.Event(), list[Door]()
    server: uvicorn.Server | None = None

    async def serve() -> None:
        nonlocal server
        async with door(folder, **given) as at:
            found.append(at)
            config = uvicorn.Config(
                at.app, lifespan="off", log_level="warning", timeout_graceful_shutdown=1
            )
            server = uvicorn.Server(config)
            started.set()
            await server.serve(sockets=[listening])

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert started.wait(20)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", found[0]
    finally:
        if server:
            server.should_exit = True
        thread.join(20)
        listening.close()
