"""A server on a free port that speaks as S3 does."""

import logging
from dataclasses import dataclass
from functools import cache
from urllib.request import Request, urlopen

from moto.server import ThreadedMotoServer

CREDENTIALS = "access_key_id=test&secret_access_key=test&region=us-east-1"


@dataclass
class Server:
    """A server that runs."""

    endpoint: str
    made: int = 0

    def bucket(self) -> str:
        """Make a bucket; return the URL of a path within."""
        self.made += 1
        name = f"bucket{self.made}"
        urlopen(Request(f"{self.endpoint}/{name}", method="PUT")).close()
        return f"s3://{name}/some/path?endpoint={self.endpoint}&{CREDENTIALS}"


@cache
def server() -> Server:
    """Return the server of these tests; it ends with them, a thread of theirs."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    started = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    started.start()
    host, port = started.get_host_and_port()
    return Server(f"http://{host}:{port}")
