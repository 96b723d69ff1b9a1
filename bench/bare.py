"""The least that a FastAPI door can do with an upload: hash it, and answer bytes that are at hand.

`python -m bench.bare UPLOAD ANSWER` serves on a free port, and prints it.
"""

import socket
import sys
from hashlib import sha256
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Response, UploadFile


def application(answers: dict[str, bytes]) -> FastAPI:
    """Return an application that answers each upload by its digest."""
    app = FastAPI()

    @app.post("/v1/generate/")
    async def generate(file: UploadFile) -> Response:
        digest = sha256(await file.read()).hexdigest()
        return Response(answers[digest], media_type="application/json")

    return app


def main(upload: Path, answer: Path) -> None:
    """Serve until the end."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    app = application({sha256(upload.read_bytes()).hexdigest(): answer.read_bytes()})
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
