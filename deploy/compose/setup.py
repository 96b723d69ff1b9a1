"""Make what the services need before they start: tables, a bucket, the key of Prometheus."""

import os
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.exceptions import ClientError

KEY = Path("/keys/prometheus")


def bucket() -> None:
    """Make the bucket of the archive, if its store is one of our own that lacks it."""
    url = urlsplit(os.environ["CONSPECTUS_ARCHIVE_URL"])
    store = boto3.client("s3", endpoint_url=parse_qs(url.query)["endpoint"][0])
    try:
        store.head_bucket(Bucket=url.netloc)
    except ClientError:
        store.create_bucket(Bucket=url.netloc)


def key() -> None:
    """Make a key that may read figures; its workspace holds no documents."""
    if KEY.is_file() and KEY.stat().st_size:
        return
    command = ["conspectus", "keys", "create", "prometheus", "--scope", "metrics"]
    made = subprocess.run(
        [*command, "--workspace", "monitoring"], check=True, stdout=subprocess.PIPE
    )
    KEY.write_bytes(made.stdout.strip())
    KEY.chmod(0o444)  # Prometheus is another user; nobody else is given the volume


if __name__ == "__main__":
    subprocess.run(["conspectus", "migrate"], check=True)
    bucket()
    key()
