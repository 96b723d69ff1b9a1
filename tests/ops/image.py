"""The image, built by its own Dockerfile over a base tree that Debian's packages make."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tools import PATHS, ROOT, tool

FOLDER = ROOT / ".cache" / "ops"
BASE = "localhost/python:3.11-slim-bookworm"
MIRROR = "http://deb.debian.org/debian"
TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
STORE = ["--root", str(FOLDER / "store"), "--runroot", str(FOLDER / "run")]
GUARD = [
    "--rm", "--network=host", "--read-only", "--read-only-tmpfs=false", "--tmpfs=/tmp",
    "--cap-drop=all", "--security-opt=no-new-privileges", "--no-healthcheck",
    "--ulimit=nofile=4096:4096", "--ulimit=nproc=4096:4096",
]  # fmt: skip


@dataclass(frozen=True)
class Image:
    """An image in a store of the tests' own."""

    name: str

    def podman(self, *arguments: str, check: bool = True) -> str:
        """Return what podman says."""
        return _done(
            [tool("podman"), *STORE, "--runtime", "runc", "--cgroup-manager", "cgroupfs",
             "--events-backend", "file", "--log-level", "error", *arguments], check
        )  # fmt: skip

    def settings(self) -> dict[str, Any]:
        """Return what the image says of itself."""
        (told,) = json.loads(self.podman("image", "inspect", self.name))
        found: dict[str, Any] = told["Config"] | {"Health": told["Healthcheck"]}
        return found

    def run(self, *command: str, entrypoint: str = "") -> str:
        """Run a command as the image has it, and return what it says."""
        own = ["--entrypoint", entrypoint] if entrypoint else []
        return self.podman("run", *GUARD, *own, self.name, *command)

    @contextmanager
    def running(self, name: str, *command: str, **settings: str) -> Iterator[str]:
        """Let a container run meanwhile; it is told to stop, and must end well."""
        given = [part for key, value in settings.items() for part in ("-e", f"{key}={value}")]
        kept = [one for one in GUARD if one != "--rm"]
        self.podman("rm", "-f", "-i", name)
        self.podman("run", "-d", "--name", name, *kept, *given, self.name, *command)
        try:
            yield name
        finally:
            self.podman("stop", "-t", "30", name)
            (told,) = json.loads(self.podman("container", "inspect", name))
            said = self.podman("logs", name)
            self.podman("rm", "-f", name)
        assert told["State"]["ExitCode"] == 0, said


def build(target: str) -> Image:
    """Build a target of the Dockerfile; without tools and rights the test is skipped."""
    for name in ("buildah", "podman", "runc", "debootstrap"):
        tool(name)
    if os.geteuid() != 0:
        pytest.skip("A base tree is made by root alone.")
    if not _buildah("images", "-q", BASE, check=False).strip():
        _base()
    image = f"localhost/conspectus:{target}"
    _make("image", f"TARGET={target}", f"IMAGE={image}", f"PYTHON_IMAGE={BASE}")
    _buildah("rmi", "--prune", check=False)  # what the tag named before
    return Image(image)


def _base() -> None:
    """Make what stands for the official Python image: Debian with its Python, no more."""
    tree = FOLDER / "base"
    shutil.rmtree(tree, ignore_errors=True)
    tree.parent.mkdir(parents=True, exist_ok=True)
    wanted = "python3,python3-venv,python-is-python3,ca-certificates"
    _done(
        [tool("debootstrap"), "--variant=minbase", f"--include={wanted}", "bookworm", str(tree),
         MIRROR]
    )  # fmt: skip
    if TRUSTED.is_file():  # a proxy of this machine may have a certificate of its own
        shutil.copy(TRUSTED, tree / TRUSTED.relative_to("/"))
    container = _buildah("from", "scratch").strip()
    _buildah("add", "-q", container, str(tree), "/")
    trust = [f"--env={name}={TRUSTED}" for name in ("PIP_CERT", "SSL_CERT_FILE")]
    _buildah("config", *trust, container)
    _buildah("commit", "-q", container, BASE)
    _buildah("rm", container)
    shutil.rmtree(tree)


def _make(*arguments: str) -> None:
    """Run a verb of the Makefile; what it builds lies in the store of the tests."""
    store = FOLDER / "storage.conf"
    store.write_text(
        f'[storage]\ndriver = "overlay"\ngraphroot = "{FOLDER}/store"\nrunroot = "{FOLDER}/run"\n'
    )
    _done(["make", "-C", str(ROOT), *arguments], CONTAINERS_STORAGE_CONF=str(store))


def _buildah(*arguments: str, check: bool = True) -> str:
    return _done([tool("buildah"), *STORE, *arguments], check)


def _done(command: list[str], check: bool = True, **more: str) -> str:
    env = os.environ | {"BUILDAH_ISOLATION": "chroot", "PATH": PATHS} | more
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert not check or done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout
